import AidModel

/// Chooses how a file is read, from its format and its first bytes: its encoding, where its records begin, and
/// whether all threads can take pieces of it.
struct ExportOpening {
    enum Way {
        case pieces(Pieces)
        /// One thread reads it from its start to its end.
        case whole
        /// The slow way has the say.
        case doubtful
    }

    /// A file in pieces.
    struct Pieces: Sendable {
        enum Plan: Sendable {
            case csv(CSVPlan)
            case xml(XMLPlan)
        }

        let plan: Plan
        /// As the file reads it: its columns or its beginning may say a unit.
        var layout: RecordLayout {
            switch plan {
            case .csv(let plan): plan.layout
            case .xml(let plan): plan.layout
            }
        }
        var queue: PieceQueue
        var encoding: TextEncoding
        /// Of its header.
        var headerLineCount = 0
        /// Lines of titles above it.
        var titleCount = 0
        /// What is to be told of its top.
        var findings: [InputFinding] = []
        /// Whether the pieces are those of a copy: then whatever is wrong with them, the slow way has
        /// the say.
        var isCopied = false
    }

    /// As it is on the disk.
    let file: InputFile
    let source: ClaimReader.Source
    let layout: RecordLayout
    let settings: ReadingSettings
    let lesson: ReadingLesson
    let observe: ((ByteView) -> Void)?
    /// Whether a file is asked for that processes can divide between them: then none is copied.
    var isDivided = false

    /// Prepares a file that can be read in pieces.
    func way() throws(InputError) -> Way {
        if lesson.isSlow || settings.isSlow { return .whole }
        switch source.format {
        case .csv(let delimiter): return try csv(file, delimiter: delimiter)
        case .xml(let record): return try xml(file, record: record)
        }
    }

    /// XML goes in pieces only in UTF-8, without a word of another encoding; whether all of it is
    /// comes out later.
    private func xml(_ file: InputFile, record: ElementName?) throws(InputError) -> Way {
        guard let record else { return .whole }
        if let encoding = try XMLLabel.onlyOther(file, choice: source.encoding) {
            guard try !hasOtherText(file, encoding, splitsTags: true) else { return .doubtful }
            return try copy(of: file, encoding: encoding, isSure: true) { copy throws(InputError) in
                try xmlText(copy, record: record)
            }
        }
        guard try XMLLabel.allowsUTF8(file, choice: source.encoding) else { return .whole }
        return try xmlText(file, record: record)
    }

    private func xmlText(_ file: InputFile, record: ElementName) throws(InputError) -> Way {
        let start = try FileTextSource.markLength(file, encoding: .utf8)
        // Why there is none, the slow way says.
        guard
            let layout = try? layout.reading(
                xml: file.name, record: record,
                { () throws(InputError) in
                    try FileTextSource(file: file, encoding: .utf8, pieceSize: settings.pieceSize)
                })
        else { return .whole }
        let paths = layout.elementPaths
        // A piece does not know what stands around it.
        if paths.joined().contains(where: { $0.levelsUp > 0 }) { return .whole }
        guard let prolog = try PlainXMLProlog(of: file, record: record, wanted: paths, from: start) else {
            return .whole
        }
        let plan = XMLPlan(file: file, prolog: prolog, layout: layout, jobs: settings.jobs)
        return .pieces(
            Pieces(plan: .xml(plan), queue: queue(file, start: start + prolog.textOffset), encoding: .utf8))
    }

    private func csv(_ file: InputFile, delimiter: UInt8?) throws(InputError) -> Way {
        let encoding = if let encoding = lesson.encoding { encoding } else { try guessEncoding(file) }
        do throws(InputError) {
            return try csv(file, encoding, delimiter: delimiter)
        } catch {
            // A header that cannot be used may be in another encoding than it seemed.
            guard error.kind == .refused, try hasOtherText(file, encoding, splitsTags: false) else { throw error }
            return .doubtful
        }
    }

    private func csv(
        _ file: InputFile, _ encoding: TextEncoding, delimiter: UInt8?
    ) throws(InputError) -> Way {
        switch encoding {
        case .utf8: return try csvText(file, encoding, .utf8, delimiter: delimiter)
        case .gb18030:
            let way = try csvText(
                file, encoding, .gb18030(try GB18030Table.needed(by: file.name)), delimiter: delimiter)
            guard case .whole = way, !isDivided else { return way }
        case .utf16LittleEndian, .utf16BigEndian:
            guard !isDivided, try TextEncoding.utf16(markedIn: file) == encoding else { return .whole }
        }
        guard try !hasOtherText(file, encoding, splitsTags: false) else { return .doubtful }
        let isSure = encoding != .gb18030 || source.encoding != .auto || lesson.encoding != nil
        return try copy(of: file, encoding: encoding, isSure: isSure) { copy throws(InputError) in
            try csvText(copy, .utf8, .utf8, delimiter: delimiter)
        }
    }

    private func csvText(
        _ file: InputFile, _ encoding: TextEncoding, _ spanEncoding: SpanEncoding, delimiter: UInt8?
    ) throws(InputError) -> Way {
        let start = try FileTextSource.markLength(file, encoding: encoding)
        let raw = RawFileSource(file, from: start, pieceSize: settings.pieceSize)
        var reader: CSVReader
        if let delimiter {
            reader = CSVReader(raw, delimiter: delimiter, encoding: spanEncoding, sourceOffset: start)
        } else {
            reader = try CSVReader(detectingDelimiterOf: raw, encoding: spanEncoding, sourceOffset: start)
        }
        // Letters, digits and some signs may be the second byte of a character.
        if encoding == .gb18030, reader.delimiter >= 0x30 { return .whole }
        let header = try reader.readHeader(source.shape) { ColumnMap.fits($0, layout.wantedFields) }
        if let scan = EncodingScan(spanEncoding), encoding != .utf8 || file === self.file {
            let top = try file.bytes(from: start, count: reader.offset - start)
            // A header in another encoding says that the file is mixed.
            if top.withByteView(scan.findsOther) { return .doubtful }
        }
        let columns = try ColumnMap(layout.wantedFields, header, file: file.name)
        let plan = CSVPlan(
            file: file, encoding: spanEncoding, delimiter: reader.delimiter, columns: columns.columns,
            header: header, shape: source.shape, layout: try columns.layout(layout, header, file: self.file),
            pieceSize: settings.pieceSize, tailSize: settings.tailSize, isCopied: file !== self.file)
        return .pieces(
            Pieces(
                plan: .csv(plan), queue: queue(file, start: reader.offset), encoding: encoding,
                headerLineCount: reader.passed.lineCount, titleCount: header.titleCount,
                findings: columns.findings(layout, header, self.file)))
    }

    /// Whether some text of a file of which a copy is to be read is in another encoding: then the slow way has the say.
    private func hasOtherText(
        _ file: InputFile, _ encoding: TextEncoding, splitsTags: Bool
    ) throws(InputError) -> Bool {
        try LineSurvey(file, encoding: encoding, splitsTags: splitsTags).otherCount > 0
    }

    /// Opens a copy of the file's text. Where there is none to be read in pieces, it is for the slow way.
    ///
    /// - Parameter isSure: whether the encoding is, if the text is valid in it.
    private func copy(
        of file: InputFile, encoding: TextEncoding, isSure: Bool,
        _ open: (InputFile) throws(InputError) -> Way
    ) throws(InputError) -> Way {
        let copy = try DecodedCopy(of: file, encoding: encoding, pieceSize: settings.pieceSize, observe: observe)
        if let copy, isSure || !copy.text.maySeemUTF8, case .pieces(var pieces)? = try? open(copy.file) {
            pieces.encoding = encoding
            pieces.isCopied = true
            return .pieces(pieces)
        }
        return .doubtful
    }

    /// The pieces of a file, or of a copy of its text, which shows nothing of the file's own bytes.
    private func queue(_ file: InputFile, start: Int) -> PieceQueue {
        PieceQueue(
            file, start: start, pieceSize: settings.pieceSize, tailSize: settings.tailSize,
            pieceLimit: settings.jobs + 8, observe: file === self.file ? observe : nil)
    }

    private func guessEncoding(_ file: InputFile) throws(InputError) -> TextEncoding {
        let head = OwnedRoom<UInt8>(count: 256 << 10)
        let count = try file.fill(head.room, at: 0)
        return try FileSurvey.guess(
            head.view(0..<count), of: file.name, choice: source.encoding, isWholeFile: try file.ends(at: count))
    }
}
