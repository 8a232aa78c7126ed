import AidInput
import AidModel
import AidReport
import AidText
import CFileSystem
import Glibc

/// Writes a folder as one: either the whole new one is there, or the old one still is.
///
///     .2023Q2.new   written, flushed          ─┐ exchanged in one step
///     2023Q2        the folder that readers see ┘
enum OutputFolder {
    /// Every file that a run of any version writes; all others in a quarter's folder are the
    /// user's own, and stay.
    private static let ownNames = Chart.fileNames.union([
        "report.json", "report.md", "report.html", "facts.json", "news.zh.md", "news.en.md", "rejects.csv",
        RulesFile.name, "manifest.json", TableFiles.workbookName,
    ])
    /// The folders in it, with every file that a run of any version writes there.
    private static let ownFolders = [TableFiles.folder: TableFiles.folderNames]

    /// - Parameters:
    ///   - parent: exists, and this run holds its lock.
    ///   - name: of the folder in it.
    static func publish(_ files: [OutputFile], as name: String, in parent: String) throws(RunFailure) {
        let staging = parent + "/.\(name).new"
        let final = parent + "/" + name
        try checkReplaceable(final)
        try removeLeftovers(in: parent)
        guard mkdir(staging, 0o755) == 0 else { throw failure(staging, code: errno) }
        do throws(RunFailure) {
            for folder in folders(of: files) where mkdir(staging + "/" + folder, 0o755) != 0 {
                throw failure(staging + "/" + folder, code: errno)
            }
            try write(files, in: staging)
            for folder in folders(of: files) { try flush(staging + "/" + folder) }
            try flush(staging)
            try replace(final, by: staging)
        } catch {
            try? remove(staging)
            throw error
        }
        // From here on the new folder is published, whatever becomes of the old one, which
        // has the other's name now. What stays of it goes when the next command starts.
        try? flush(parent)
        try? clear(staging, movingOthersTo: final)
    }

    /// Whether a folder holds these files already, byte by byte, and a manifest.
    static func holds(_ files: [OutputFile], as name: String, in parent: String) -> Bool {
        let folder = parent + "/" + name
        guard access(folder + "/" + Manifest.fileName, F_OK) == 0 else { return false }
        return files.allSatisfy { FileComparison.isSame($0, as: folder + "/" + $0.name) }
    }

    /// Those in which files lie.
    private static func folders(of files: [OutputFile]) -> [String] {
        Set(files.compactMap { file in file.name.lastIndex(of: "/").map { String(file.name[..<$0]) } }).sorted()
    }

    /// The paths of all that is in a folder.
    static func paths(in folder: String) -> [String] {
        ((try? names(in: folder)) ?? []).map { folder + "/" + $0 }
    }

    /// A folder's path without links, from the root of the file system; as it is given, where it is not there yet.
    ///
    /// - Throws: where the system cannot tell: the ledger must not keep another path for the same folder.
    static func resolved(_ folder: String) throws(RunFailure) -> String {
        guard let resolved = realpath(folder, nil) else {
            guard errno == ENOENT else { throw failure(folder, code: errno) }
            return folder
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A file of a folder; nil: it is not there, or cannot be read.
    static func read(_ name: String, in folder: String) -> [UInt8]? {
        let path = folder + "/" + name
        return try? InputFile(name: path, path: path).allBytes()
    }

    /// Whether anything is in a place.
    ///
    /// - Throws: where the system cannot tell.
    static func isThere(_ path: String) throws(RunFailure) -> Bool {
        if access(path, F_OK) == 0 { return true }
        let code = errno
        guard code == ENOENT || code == ENOTDIR else { throw failure(path, code: code) }
        return false
    }

    /// Throws if a folder cannot be put in a place: a file or a link is there.
    static func checkReplaceable(_ final: String) throws(RunFailure) {
        var status = stat()
        if lstat(final, &status) == 0, status.st_mode & S_IFMT != S_IFDIR { throw failure(final, code: ENOTDIR) }
    }

    /// Makes a folder and those above it.
    static func make(_ path: String) throws(RunFailure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            if mkdir(made, 0o755) != 0 {
                let code = errno
                var status = stat()
                guard stat(made, &status) == 0 else { throw failure(String(made.dropLast()), code: code) }
                guard status.st_mode & S_IFMT == S_IFDIR else { throw failure(String(made.dropLast()), code: ENOTDIR) }
            }
        }
    }

    /// Writes one file beside whatever has its name, and puts it in its place when it is whole.
    ///
    /// A link stays, and what it leads to is replaced. A device or a pipe is no file to be
    /// replaced: it is written to.
    static func replaceFile(_ path: String, with bytes: [UInt8], mode: mode_t) throws(RunFailure) {
        var status = stat()
        if stat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw failure(path, code: EISDIR)
            default: return try write(bytes, toDevice: path)
            }
        }
        let resolved = realpath(path, nil)
        defer { free(resolved) }
        let path = resolved.map { String(cString: $0) } ?? path
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let name = String(path.split(separator: "/").last ?? "")
        let staged = OutputFile(name: ".\(name).new", bytes: bytes, mode: mode)
        let stagedPath = folder + "/" + staged.name
        unlink(stagedPath)
        do throws(RunFailure) {
            try write([staged], in: folder)
            guard rename(stagedPath, path) == 0 else { throw failure(path, code: errno) }
        } catch {
            unlink(stagedPath)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], toDevice path: String) throws(RunFailure) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, code: errno) }
        defer { close(descriptor) }
        let writing = FileWriting(to: descriptor)
        writing.take(bytes)
        guard writing.code == 0 else { throw failure(path, code: writing.code) }
    }

    /// Writes new files and flushes them: all are written before the first is flushed, so that the disk takes them
    /// together.
    private static func write(_ files: [OutputFile], in folder: String) throws(RunFailure) {
        var open: [(descriptor: Int32, path: String)] = []
        defer { for file in open { close(file.descriptor) } }
        for file in files {
            let path = folder + "/" + file.name
            let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw failure(path, code: errno) }
            open.append((descriptor, path))
            let writing = FileWriting(to: descriptor)
            var sink = ByteSink(writing.take)
            try TableFiles.telling(path) { try file.write(&sink) }
            sink.end()
            guard writing.code == 0 else { throw failure(path, code: writing.code) }
            guard fchmod(descriptor, file.mode) == 0 else { throw failure(path, code: errno) }
            aid_begin_writeback(descriptor)
        }
        // A failed flush is final: the system has dropped what it could not write.
        for file in open {
            guard fsync(file.descriptor) == 0 else { throw failure(file.path, code: errno) }
        }
        while let file = open.popLast() {
            guard close(file.descriptor) == 0 else { throw failure(file.path, code: errno) }
        }
    }

    private static func replace(_ final: String, by staging: String) throws(RunFailure) {
        var status = stat()
        if lstat(final, &status) != 0 {
            guard rename(staging, final) == 0 else { throw failure(final, code: errno) }
            return
        }
        if aid_exchange_paths(staging, final) == 0 { return }
        guard errno == EINVAL || errno == ENOSYS else { throw failure(final, code: errno) }
        // A file system that cannot exchange: the old folder steps aside for a moment.
        let aside = staging + ".old"
        try remove(aside)
        guard rename(final, aside) == 0 else { throw failure(final, code: errno) }
        guard rename(staging, final) == 0 else {
            let code = errno
            rename(aside, final)
            throw failure(final, code: code)
        }
        rename(aside, staging)
    }

    private static func flush(_ folder: String) throws(RunFailure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder, code: errno) }
    }

    /// Clears up after runs that were killed: of any quarter, since whoever holds the lock is
    /// alone. A folder that stepped aside, and was not replaced, comes back.
    static func removeLeftovers(in parent: String) throws(RunFailure) {
        for name in try names(in: parent) where name.hasPrefix(".") {
            let isAside = name.hasSuffix(".new.old")
            guard isAside || name.hasSuffix(".new") else { continue }
            let quarter = String(name.dropFirst().dropLast(isAside ? 8 : 4))
            guard Quarter(quarter) != nil else { continue }
            var status = stat()
            if isAside, lstat(parent + "/" + quarter, &status) != 0 {
                rename(parent + "/" + name, parent + "/" + quarter)
            } else {
                try clear(parent + "/" + name, movingOthersTo: parent + "/" + quarter)
            }
        }
    }

    /// Removes a folder that a run has written, once the user's own files in it are where they belong.
    private static func clear(_ folder: String, movingOthersTo final: String) throws(RunFailure) {
        var status = stat()
        guard lstat(folder, &status) == 0 else {
            let code = errno
            if code == ENOENT { return }
            // Nobody knows what is in it.
            throw failure(folder, code: code)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            var own = ownNames
            for (inner, ownOfInner) in ownFolders where try isFolder(folder + "/" + inner) {
                try move(from: folder + "/" + inner, to: final + "/" + inner, allBut: ownOfInner)
                own.insert(inner)
            }
            try move(from: folder, to: final, allBut: own)
        }
        try remove(folder)
    }

    /// Whether a folder is there, and no link to one.
    private static func isFolder(_ path: String) throws(RunFailure) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw failure(path, code: errno) }
            return false
        }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// Moves the user's own files to another folder, which is made if it takes one.
    private static func move(from folder: String, to final: String, allBut own: Set<String>) throws(RunFailure) {
        let others = try names(in: folder).filter { !own.contains($0) }
        if others.isEmpty { return }
        guard mkdir(final, 0o755) == 0 || errno == EEXIST else { throw failure(final, code: errno) }
        for name in others {
            var status = stat()
            var place = final + "/" + name
            while lstat(place, &status) == 0 { place += "~" }
            guard rename(folder + "/" + name, place) == 0 else { throw failure(place, code: errno) }
        }
    }

    /// Removes a folder of plain files and of our folders of such, if it is there; of a link the link alone.
    private static func remove(_ folder: String) throws(RunFailure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT { return }
            guard code == ENOTDIR || code == ELOOP, unlink(folder) == 0 else { throw failure(folder, code: code) }
            return
        }
        defer { close(descriptor) }
        for name in try names(in: folder) {
            if ownFolders[name] != nil {
                try remove(folder + "/" + name)
            } else if unlinkat(descriptor, name, 0) != 0 {
                throw failure(folder + "/" + name, code: errno)
            }
        }
        guard rmdir(folder) == 0 else { throw failure(folder, code: errno) }
    }

    /// What is in a folder.
    private static func names(in folder: String) throws(RunFailure) -> [String] {
        guard let entries = opendir(folder) else { throw failure(folder, code: errno) }
        defer { closedir(entries) }
        var names: [String] = []
        // Nothing more, and nothing that can be read, look the same but for this.
        errno = 0
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw failure(folder, code: errno) }
        return names
    }

    static func failure(_ path: String, code: Int32) -> RunFailure {
        let reason = String(cString: strerror(code))
        let isDisk = code == ENOSPC || code == EIO || code == EDQUOT || code == EFBIG
        return RunFailure(RunProblem.outputFailed(reason: reason, isDisk: isDisk), place: path)
    }
}
