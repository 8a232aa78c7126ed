import Glibc
package import AidModel

/// A new file for a drafted pipeline file: written whole, or not at all, and never over one that is there.
package struct DraftedFile {
    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// - Throws: where it is there already, or cannot be written.
    package func write(_ inspection: Inspection, name: String?, language: Language) throws(RunFailure) {
        let draft = PipelineDraft(inspection, name: name, language: language, path: pathFromFolder)
        var bytes = Array(draft.yaml.utf8)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw errno == EEXIST
                ? RunFailure(RunProblem.draftExists, place: path) : OutputFolder.failure(path, code: errno)
        }
        defer { close(descriptor) }
        while !bytes.isEmpty {
            let count = Glibc.write(descriptor, bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                unlink(path)
                throw OutputFolder.failure(path, code: code)
            }
            bytes.removeFirst(count)
        }
    }
    /// The path of an export, as it is told from the current folder, from the file's own: below it what leads there, else
    /// the whole path.
    private func pathFromFolder(_ name: String) -> String {
        let own = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard name != "-", !name.hasPrefix("/"), let here = DraftedFile.whole("."), let folder = DraftedFile.whole(own),
            here != folder
        else { return name }
        let whole = (here == "/" ? "" : here) + "/" + name
        let isBelow = whole.hasPrefix(folder + "/") && !name.split(separator: "/").contains("..")
        return isBelow ? String(whole.dropFirst(folder.count + 1)) : whole
    }

    /// A folder from the root on, without links; nil: it is not there.
    private static func whole(_ folder: String) -> String? {
        guard let found = realpath(folder, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
