import AidModel

/// The files in an archive, by their names.
struct ArchiveEntries {
    static let limit = 1_000

    /// One file in an archive.
    struct Entry {
        let name: String
        /// Its place among all entries.
        let index: Int
    }

    let files: [Entry]
    let archive: InputFile
    let content: ArchiveHandle.Content

    /// What the archive is called.
    var name: String { archive.name }

    /// Lists them; what systems leave in archives beside people's files is passed over, as folders are.
    ///
    /// - Throws: where the archive is damaged, or an entry has a name by which files would be written elsewhere; where
    ///   all entries of a zip together would expand too far, or some of them are the same bytes.
    init(_ archive: InputFile, _ content: ArchiveHandle.Content) throws(InputError) {
        func refused(_ problem: ArchiveProblem) -> InputError {
            InputError(problem: .archive(problem), file: archive.name)
        }
        self.archive = archive
        self.content = content
        if case .zip = content { try ZipDirectory(archive).check() }
        let handle = try ArchiveHandle(archive.fromStart, content)
        var expansion = ExpansionLimit(archive: archive.byteCount)
        var files: [Entry] = []
        var names: Set<String> = []
        var index = 0
        while let entry = try handle.next() {
            guard index < ArchiveEntries.limit else { throw refused(.tooManyEntries(limit: ArchiveEntries.limit)) }
            defer { index += 1 }
            if case .zip = content, let count = entry.byteCount, !expansion.allows(count) {
                throw refused(.expandsTooFar(ratio: ExpansionLimit.ratio))
            }
            guard entry.isFile else { continue }
            guard let name = try ArchiveEntries.name(entry.name, in: archive) else { throw refused(.unsafeName) }
            guard !InputPart.isPassedOver(name) else { continue }
            guard names.insert(name).inserted else { throw refused(.nameTwice(name)) }
            files.append(Entry(name: name, index: index))
        }
        self.files = files
    }

    /// The file that is meant.
    ///
    /// - Parameter name: nil: the only one.
    func file(named name: String?) throws(InputError) -> Entry {
        func refused(_ problem: ArchiveProblem) -> InputError {
            InputError(problem: .archive(problem), file: archive.name)
        }
        let shown = files.prefix(5).map(\.name)
        guard let first = files.first else { throw refused(.empty) }
        guard let name else {
            guard files.count == 1 else { throw refused(.severalEntries(shown, count: files.count)) }
            return first
        }
        guard let found = files.first(where: { $0.name == name }) else {
            throw refused(.noSuchEntry(name, shown))
        }
        return found
    }

    /// Opens the part of a workbook that is called so; nil: there is none.
    func part(_ name: String) throws(InputError) -> (any TextSource)? {
        guard let entry = files.first(where: { $0.name == name }) else { return nil }
        return NamedSource(name: archive.name, try open(entry))
    }

    /// The bytes of a file, from its start.
    ///
    /// - Parameters:
    ///   - name: what errors call it; nil: as the archive.
    ///   - shelf: where a reader of the archive may be that has not come to the file yet, and where it goes when the file
    ///     was read.
    func open(
        _ entry: Entry, as name: String? = nil, _ shelf: ArchiveShelf? = nil
    ) throws(InputError) -> any ByteSource {
        let resting = shelf?.take(from: archive, before: entry.index)
        let handle = if let resting { resting.handle } else { try ArchiveHandle(archive.fromStart, content) }
        for _ in (resting?.next ?? 0)...entry.index {
            guard try handle.next() != nil else {
                throw InputError(problem: .changedWhileRead, file: archive.name)
            }
        }
        let isLast = files.last.map { $0.index <= entry.index } ?? true
        return EntrySource(
            name ?? archive.name, handle, next: entry.index + 1, of: archive, isLast ? nil : shelf)
    }

    /// A name in UTF-8, or in GB18030 as programs in China write it without a word; nil: it is none of a file below the
    /// folder into which the archive would be unpacked.
    private static func name(_ bytes: [UInt8], in archive: InputFile) throws(InputError) -> String? {
        var text = String(validating: bytes, as: UTF8.self)
        if text == nil {
            let table = try GB18030Table.needed(by: archive.name)
            let decoded = OwnedRoom<UInt8>(count: bytes.count * 3 + 1)
            let written = bytes.withByteView {
                CharacterDecoder.gb18030(table).writeUTF8($0, to: decoded.room, isAtEnd: true).written
            }
            text = String(validating: decoded.view(0..<written), as: UTF8.self)
        }
        guard let text, !text.isEmpty, text.utf8.count <= 4096 else { return nil }
        // Some programs of Windows write its separators.
        let name = text.replacing("\\", with: "/")
        let isDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
        guard !name.hasPrefix("/"), !isDrive, !name.split(separator: "/").contains(".."),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        return name
    }
}
