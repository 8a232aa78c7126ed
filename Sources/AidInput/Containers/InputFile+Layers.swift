import AidModel

extension InputFile {
    /// How often something may lie in something: an archive, compressed, of compressed files is three.
    private static let layerLimit = 4
    /// The most that is read into memory: an archive in an archive, whose directory stands at its end.
    private static let innerLimit = 64 << 20

    /// What lies in it, out of all that it is compressed or packed into; itself, where it is neither.
    ///
    /// Nothing is unpacked to disk: what comes out is read as it comes.
    ///
    /// - Parameters:
    ///   - format: of a table, a sheet, a table of a web page or JSON becomes the text of one.
    ///   - place: where it lies, and where the archive is kept that it may be.
    package func unwrapped(
        _ part: InputPart = InputPart(), as format: ExportFormat, place: (path: String, shelf: ArchiveShelf)? = nil
    ) throws(InputError) -> InputFile {
        let (file, part) = try unpacked(part, place)
        guard case .csv = format, let table = try file.table(part) else { return file }
        return table
    }

    /// What lies in it, and its format, told by its bytes.
    ///
    /// - Parameter told: what it is, if it is no table that was made of something else.
    package func unwrapped(
        _ part: InputPart, place: (path: String, shelf: ArchiveShelf)? = nil,
        told: (InputFile) throws(InputError) -> ExportFormat = { file throws(InputError) in
            try ExportFormat.told(of: file)
        }
    ) throws(InputError) -> (file: InputFile, format: ExportFormat) {
        let (file, part) = try unpacked(part, place)
        if let table = try file.table(part) { return (table, .csv(delimiter: nil)) }
        return (file, try told(file))
    }

    /// What lies in it, if it is an archive or a workbook; nil: it is neither.
    package func contents(_ part: InputPart = InputPart()) throws(InputError) -> InputContents? {
        var part = part
        var file = self
        for _ in 0..<InputFile.layerLimit {
            let kind = try FileKind.container(of: file)
            if kind == .zip || kind == .tar, part.entries.isEmpty {
                let archive = kind == .zip ? try file.seekable() : file
                let whole = try FileKind.of(archive, isXML: true)
                if whole == .excelWorkbook {
                    let sheets = try WorkbookText.shownSheets(try archive.workbookParts())
                    return InputContents(names: sheets, areSheets: true)
                }
                guard whole == .zip || whole == .tar else { return nil }
                let files = try ArchiveEntries(archive, kind == .zip ? .zip : .tar).files
                return InputContents(names: files.map(\.name), areSheets: false)
            }
            guard let inner = try file.inner(&part) else { return nil }
            file = inner
        }
        return nil
    }

    /// - Returns: what is neither compressed nor an archive, and what of it is meant.
    private func unpacked(
        _ part: InputPart, _ place: (path: String, shelf: ArchiveShelf)?
    ) throws(InputError) -> (InputFile, InputPart) {
        var file = self
        var part = part
        var layerCount = 0
        // What comes from a pipe is there once.
        let place = place.flatMap { $0.path == "-" ? nil : $0 }
        if let place, let entries = place.shelf.entries(at: place.path) {
            file = try entry(of: entries, &part, place.shelf)
            layerCount = file.layers.count
        }
        while layerCount < InputFile.layerLimit {
            let isOuter = file.layers.allSatisfy { $0 != .zip && $0 != .tar }
            guard let inner = try file.inner(&part, isOuter ? place : nil) else { return (file, part) }
            file = inner
            layerCount += 1
        }
        throw InputError(problem: .archive(.nestedTooDeep), file: name)
    }

    /// What is right below the surface; nil: there is nothing in it but itself.
    ///
    /// - Parameter place: where an archive is to be kept.
    private func inner(
        _ part: inout InputPart, _ place: (path: String, shelf: ArchiveShelf)? = nil
    ) throws(InputError) -> InputFile? {
        let kind = try FileKind.container(of: self)
        switch kind {
        case .gzip?:
            return inside(.gzip, of: self) { () throws(InputError) in GzipSource(self) }
        case .zstandard?, .xz?, .bzip2?:
            guard let kind else { return nil }
            return inside(kind, of: self) { () throws(InputError) in try ArchiveHandle.compressed(self, kind) }
        case .zip?:
            let archive = try seekable()
            guard try FileKind.of(archive, isXML: true) == .zip else { return archive === self ? nil : archive }
            return try entry(of: archive, .zip, &part, place)
        case .tar?: return try entry(of: self, .tar, &part, place)
        default: return nil
        }
    }

    private func entry(
        of archive: InputFile, _ content: ArchiveHandle.Content, _ part: inout InputPart,
        _ place: (path: String, shelf: ArchiveShelf)?
    ) throws(InputError) -> InputFile {
        let entries = try ArchiveEntries(archive, content)
        // A single file is not looked for again.
        if let place, entries.files.count > 1 { place.shelf.put(entries, at: place.path) }
        return try entry(of: entries, &part, place?.shelf)
    }

    private func entry(
        of entries: ArchiveEntries, _ part: inout InputPart, _ shelf: ArchiveShelf?
    ) throws(InputError) -> InputFile {
        let name = name
        let entry = try InputError.calling(name) { () throws(InputError) in
            try entries.file(named: part.entries.first)
        }
        part.entries = Array(part.entries.dropFirst())
        let lower = entries.archive
        let bytes = StreamedBytes(of: lower) { () throws(InputError) in
            try InputError.calling(name) { () throws(InputError) in try entries.open(entry, as: name, shelf) }
        }
        return InputFile(name: name, bytes, layers: lower.layers + [entries.content.kind])
    }

    private func inside(
        _ kind: FileKind, of lower: InputFile, isTable: Bool = false, findings: [InputFinding] = [],
        sayings: [TableSaying] = [],
        _ open: @escaping @Sendable () throws(InputError) -> any ByteSource
    ) -> InputFile {
        InputFile(
            name: name, StreamedBytes(of: lower, open), layers: layers + [kind], isTable: isTable,
            findings: findings, sayings: sayings)
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
        return InputFile(name: name, MemoryBytes(all), layers: layers)
    }
}

// MARK: - Tables

extension InputFile {
    /// The text of the table that it is; nil: it is the text of one already, or no table that is known.
    private func table(_ part: InputPart) throws(InputError) -> InputFile? {
        let choice = part.entries.first.map(SheetChoice.init)
        switch try FileKind.of(self, isXML: false) {
        case .excelWorkbook?:
            let parts = try workbookParts()
            let sheets = try WorkbookText.sheets(name: name, entries: parts.part)
            let chosen = choice?.index(in: sheets)
            let hidden = sheets.indices.filter { sheets[$0].isHidden && $0 != chosen }.map { sheets[$0].name }
            let findings: [InputFinding] = hidden.isEmpty ? [] : [.hiddenSheets(hidden)]
            let shown = sheets.indices.filter { !sheets[$0].isHidden }
            let meant = chosen ?? (shown.count == 1 ? shown.first : nil)
            let sayings = meant.map { [TableSaying.name(sheets[$0].name)] } ?? []
            return inside(.excelWorkbook, of: self, isTable: true, findings: findings, sayings: sayings) {
                [name] () throws(InputError) in
                try WorkbookText(name: name, entries: parts.part, sheet: choice)
            }
        case .spreadsheetML?:
            let encoding = try FileSurvey.survey(self, choice: .auto) { _ in }.encoding
            // All of it is read for that: what is cut off behind the sheet that is meant is found out, too.
            let filled = try SpreadsheetMLText.filledSheets(try FileTextSource(file: self, encoding: encoding))
            let shown = filled.filter { !$0.isHidden }.map(\.name)
            guard choice != nil || shown.count <= 1 else {
                throw InputError(problem: .sheet(.severalSheets(shown)), file: name)
            }
            let meant = choice ?? shown.first.map { .name($0) }
            let hidden = filled.filter { $0.isHidden && .name($0.name) != meant }.map(\.name)
            return inside(
                .spreadsheetML, of: self, isTable: true, findings: hidden.isEmpty ? [] : [.hiddenSheets(hidden)]
            ) {
                () throws(InputError) in
                try SpreadsheetMLText(try FileTextSource(file: self, encoding: encoding), sheet: meant)
            }
        case .webPage?:
            let layout = try PageLayout(of: RawFileSource(self, from: 0))
            return inside(.webPage, of: self, isTable: true) { () throws(InputError) in
                try HTMLTableText(RawFileSource(self, from: 0), layout: layout)
            }
        case .json?:
            let encoding = try FileSurvey.survey(self, choice: .auto) { _ in }.encoding
            let survey = try JSONSurvey(try FileTextSource(file: self, encoding: encoding), wanted: part.records)
            let lists = survey.innerLists
            let findings: [InputFinding] =
                lists.isEmpty ? [] : [.innerLists(lists, canBeRecords: survey.innerListsCanBeRecords)]
            return inside(.json, of: self, isTable: true, findings: findings, sayings: survey.sayings) {
                () throws(InputError) in
                JSONTableText(try FileTextSource(file: self, encoding: encoding), survey)
            }
        default: return nil
        }
    }

    private func workbookParts() throws(InputError) -> ArchiveEntries {
        try ArchiveEntries(self, .zip)
    }
}
