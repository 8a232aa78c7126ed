import AidModel

/// What of a file is meant, where several things lie in it.
package struct InputPart: Sendable, Hashable {
    /// The name of an entry of an archive; nil: its only one.
    package var entry: String?

    package init(entry: String? = nil) {
        self.entry = entry
    }
}

extension InputFile {
    /// How often something may lie in something: an archive, compressed, of compressed files is three.
    private static let layerLimit = 4
    /// The most that is read into memory: an archive in an archive, whose directory stands at its end.
    private static let innerLimit = 64 << 20

    /// What lies in it, out of all that it is compressed or packed into; itself, where it is neither.
    ///
    /// Nothing is unpacked to disk: what comes out is read as it comes.
    package func unwrapped(_ part: InputPart = InputPart()) throws(InputError) -> InputFile {
        var file = self
        var part = part
        for _ in 0..<InputFile.layerLimit {
            guard let inner = try file.inner(&part) else { return file }
            file = inner
        }
        throw InputError(problem: .archive(.nestedTooDeep), file: name)
    }

    /// What lies at a path, which may name an entry of an archive behind `#`.
    package static func unwrapped(at path: String) throws(InputError) -> InputFile {
        do throws(InputError) {
            return try InputFile(name: path, path: path).unwrapped()
        } catch {
            guard error.kind == .missing, let mark = path.firstIndex(of: "#") else { throw error }
            return try InputFile(name: path, path: String(path[..<mark]))
                .unwrapped(InputPart(entry: String(path[path.index(after: mark)...])))
        }
    }

    /// The names of the files in it, if it is an archive; nil: it is none.
    package func entryNames() throws(InputError) -> [String]? {
        var file = self
        for _ in 0..<InputFile.layerLimit {
            switch try FileKind.container(of: file) {
            case .zip?:
                let archive = try file.seekable()
                guard try FileKind.of(archive, isXML: true) == .zip else { return nil }
                return try ArchiveEntries(archive, .zip).files.map(\.name)
            case .tar?: return try ArchiveEntries(file, .tar).files.map(\.name)
            case nil: return nil
            default:
                var part = InputPart()
                guard let inner = try file.inner(&part) else { return nil }
                file = inner
            }
        }
        return nil
    }

    /// What is right below the surface; nil: there is nothing in it but itself.
    private func inner(_ part: inout InputPart) throws(InputError) -> InputFile? {
        let kind = try FileKind.container(of: self)
        switch kind {
        case .gzip?:
            return inside(of: self) { () throws(InputError) in try GzipSource(self) }
        case .zstandard?, .xz?, .bzip2?:
            return inside(of: self) { [kind] () throws(InputError) in
                try ArchiveHandle.compressed(self, kind ?? .zip)
            }
        case .zip?:
            let archive = try seekable()
            guard try FileKind.of(archive, isXML: true) == .zip else { return archive === self ? nil : archive }
            return try entry(of: archive, .zip, &part)
        case .tar?: return try entry(of: self, .tar, &part)
        default: return nil
        }
    }

    private func entry(
        of archive: InputFile, _ content: ArchiveHandle.Content, _ part: inout InputPart
    ) throws(InputError) -> InputFile {
        let entries = try ArchiveEntries(archive, content)
        let entry = try entries.file(named: part.entry)
        part.entry = nil
        return inside(of: archive) { () throws(InputError) in try entries.open(entry, content) }
    }

    private func inside(
        of lower: InputFile, _ open: @escaping @Sendable () throws(InputError) -> any ByteSource
    ) -> InputFile {
        InputFile(name: name, StreamedBytes(of: lower, open))
    }

    /// Itself, or its bytes in memory if they come in order alone.
    private func seekable() throws(InputError) -> InputFile {
        guard isStreamed else { return self }
        var all: [UInt8] = []
        let room = OwnedRoom<UInt8>(count: 256 << 10)
        while true {
            let count = try read(into: room.room, at: all.count)
            if count == 0 { break }
            guard all.count + count <= InputFile.innerLimit else {
                throw InputError(problem: .archive(.innerTooLarge(limit: InputFile.innerLimit)), file: name)
            }
            all.append(contentsOf: room.view(0..<count))
        }
        return InputFile(name: name, MemoryBytes(all))
    }
}
