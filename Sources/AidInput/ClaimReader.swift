package import AidModel

/// One export file, to be read as claims by any number of threads.
///
/// Every thread calls `join`, which comes back when the file has no more work for it; when
/// all have come back, `result` tells what there was.
package final class ClaimReader: @unchecked Sendable {
    // All that changes is behind the monitor.

    /// What a file is called, where it is, and what is said of it.
    package struct Source: Sendable {
        package var name: String
        package var path: String
        package var format: ExportFormat
        package var encoding: TextEncodingChoice
        /// Whether a CSV file is refused whose last line has no end.
        package var requiresFinalNewline: Bool

        package init(
            name: String, path: String, format: ExportFormat, encoding: TextEncodingChoice,
            requiresFinalNewline: Bool = false
        ) {
            self.requiresFinalNewline = requiresFinalNewline
            self.name = name
            self.path = path
            self.format = format
            self.encoding = encoding
        }
    }

    enum State {
        case unopened
        case opening
        case pieces(PiecesPlan, PieceQueue, OpenedFile)
        /// One thread reads it from its start to its end.
        case whole
        case failed(InputError)
    }

    /// How a file is read in pieces.
    enum PiecesPlan: Sendable {
        case csv(CSVPlan)
        case xml(XMLPlan)
    }

    /// What the first bytes of a file have told.
    struct OpenedFile: Sendable {
        var encoding: TextEncoding
        /// Of its header.
        var headerLineCount = 0
        /// Whether the pieces are those of a copy: then whatever is wrong with them, the slow way has
        /// the say.
        var isCopied = false
    }

    let source: Source
    let layout: RecordLayout
    private let fileIndex: Int
    private let keys: KeyTable
    private let groups: GroupTable
    private let settings: ReadingSettings
    /// What an earlier reading has found the file to be.
    private let knownEncoding: TextEncoding?
    /// The claim numbers that an earlier reading has found to have been cut.
    let cutNumbers: CutNumbers
    private let observe: ((UnsafeRawBufferPointer) -> Void)?

    let monitor = Monitor()
    private(set) var state = State.unopened
    private var file: InputFile?
    private(set) var outcomes: [Int: PieceOutcome] = [:]
    private(set) var whole: (export: OpenExport, reading: ClaimReading)?
    private(set) var isForSlowWay = false

    /// - Parameters:
    ///   - knownEncoding: what a reading before has found, where its guess was wrong.
    ///   - cutNumbers: what readings before have found of claim numbers that were cut.
    ///   - openFile: the file as an earlier reading has opened it: standard input is there once.
    ///   - observe: sees every byte of the file, once, in order, never on two threads at a time.
    package init(
        _ source: Source, layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable,
        settings: ReadingSettings, knownEncoding: TextEncoding? = nil, cutNumbers: CutNumbers = CutNumbers(),
        openFile: InputFile? = nil, observe: (@Sendable (UnsafeRawBufferPointer) -> Void)?
    ) {
        file = openFile
        self.source = source
        self.layout = layout
        self.fileIndex = fileIndex
        self.keys = keys
        self.groups = groups
        self.settings = settings
        self.knownEncoding = knownEncoding
        self.cutNumbers = cutNumbers
        self.observe = observe
    }

    /// Takes part in reading the file.
    ///
    /// - Parameters:
    ///   - passed: is told how many records and bytes were done; false: there is no use in
    ///     going on.
    ///   - deal: gets the claims, batch by batch.
    package func join(
        clock: inout StageClock, passed: (_ records: Int, _ bytes: Int) -> Bool,
        deal: @escaping (ClaimBatch) -> Void
    ) {
        do throws(InputError) {
            guard let (plan, queue) = try open(passed: passed, deal: deal) else { return }
            clock.pass(.read)
            try readPieces(plan, queue, clock: &clock, passed: passed, deal: deal)
        } catch {
            monitor.withLock {
                if case .failed = state { return }
                if case .pieces(_, _, let opened) = state, opened.isCopied { isForSlowWay = true }
                state = .failed(error)
                monitor.announce()
            }
        }
    }

    /// The file, once it is open.
    package var openFile: InputFile? { monitor.withLock { file } }
}

// MARK: - Opening

extension ClaimReader {
    /// Opens the file on the first thread that comes; the others wait.
    ///
    /// - Returns: nil where there is nothing to be done for this thread.
    private func open(
        passed: (Int, Int) -> Bool, deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) -> (PiecesPlan, PieceQueue)? {
        let isFirst = monitor.withLock {
            if case .unopened = state {
                state = .opening
                return true
            }
            while case .opening = state { monitor.wait() }
            return false
        }
        if isFirst {
            let file = if let openFile { openFile } else { try InputFile(name: source.name, path: source.path) }
            monitor.withLock { self.file = file }
            try file.refuseOtherKinds(source.format)
            if let (plan, queue, opened) = try openPieces(file) {
                set(.pieces(plan, queue, opened))
            } else if monitor.withLock({ isForSlowWay }) {
                set(.whole)
                return nil
            } else {
                // The others go on to the next file.
                set(.whole)
                try readWhole(file, passed: passed, deal: deal)
                return nil
            }
        }
        return monitor.withLock {
            if case .pieces(let plan, let queue, _) = state { return (plan, queue) }
            return nil
        }
    }

    private func set(_ new: State) {
        monitor.withLock {
            state = new
            monitor.announce()
        }
    }

    /// Prepares a file that can be read in pieces; nil: it must be read as a whole.
    private func openPieces(_ file: InputFile) throws(InputError) -> (PiecesPlan, PieceQueue, OpenedFile)? {
        if settings.isSlow { return nil }
        switch source.format {
        case .csv(let delimiter): return try openCSV(file, delimiter: delimiter)
        case .xml(let record): return try openXML(file, record: record)
        }
    }

    private typealias Opened = (PiecesPlan, PieceQueue, OpenedFile)

    /// XML goes in pieces only in UTF-8, without a word of another encoding; whether all of it is
    /// comes out later.
    private func openXML(_ file: InputFile, record: ElementName?) throws(InputError) -> Opened? {
        guard let record else { return nil }
        if let encoding = try XMLLabel.onlyOther(file, choice: source.encoding) {
            guard try !hasOtherText(file, encoding, splitsTags: true) else { return nil }
            return try openCopy(of: file, encoding: encoding, isSure: true) { copy throws(InputError) in
                try openXMLText(copy, record: record)
            }
        }
        guard try XMLLabel.allowsUTF8(file, choice: source.encoding) else { return nil }
        return try openXMLText(file, record: record)
    }

    private func openXMLText(_ file: InputFile, record: ElementName) throws(InputError) -> Opened? {
        let start = try FileTextSource.markLength(file, encoding: .utf8)
        // Why there is none, the slow way says.
        guard
            let layout = try? layout.reading(
                xml: file.name, record: record,
                { () throws(InputError) in
                    try FileTextSource(file: file, encoding: .utf8, pieceSize: settings.pieceSize)
                })
        else { return nil }
        let paths = layout.elementPaths
        guard let prolog = try PlainXMLProlog(of: file, record: record, wanted: paths, from: start) else { return nil }
        let plan = XMLPlan(file: file, prolog: prolog, layout: layout, jobs: settings.jobs)
        return (.xml(plan), queue(file, start: start + prolog.textOffset), OpenedFile(encoding: .utf8))
    }

    private func openCSV(_ file: InputFile, delimiter: UInt8?) throws(InputError) -> Opened? {
        let encoding = if let knownEncoding { knownEncoding } else { try guessEncoding(file) }
        do throws(InputError) {
            return try openCSV(file, encoding, delimiter: delimiter)
        } catch {
            // A header that cannot be used may be in another encoding than it seemed.
            guard error.kind == .refused, try hasOtherText(file, encoding, splitsTags: false) else { throw error }
            return nil
        }
    }

    private func openCSV(
        _ file: InputFile, _ encoding: TextEncoding, delimiter: UInt8?
    ) throws(InputError) -> Opened? {
        switch encoding {
        case .utf8: return try openCSVText(file, encoding, .utf8, delimiter: delimiter)
        case .gb18030:
            guard let table = GB18030Table.shared else { return nil }
            if let opened = try openCSVText(file, encoding, .gb18030(table), delimiter: delimiter) { return opened }
        case .utf16LittleEndian, .utf16BigEndian:
            guard try TextEncoding.utf16(markedIn: file) == encoding else { return nil }
        }
        guard try !hasOtherText(file, encoding, splitsTags: false) else { return nil }
        let isSure = encoding != .gb18030 || source.encoding != .auto || knownEncoding != nil
        return try openCopy(of: file, encoding: encoding, isSure: isSure) { copy throws(InputError) in
            try openCSVText(copy, .utf8, .utf8, delimiter: delimiter)
        }
    }

    private func openCSVText(
        _ file: InputFile, _ encoding: TextEncoding, _ spanEncoding: SpanEncoding, delimiter: UInt8?
    ) throws(InputError) -> Opened? {
        let start = try FileTextSource.markLength(file, encoding: encoding)
        let raw = RawFileSource(file, from: start, pieceSize: settings.pieceSize)
        var reader: CSVReader
        if let delimiter {
            reader = CSVReader(raw, delimiter: delimiter, encoding: spanEncoding, sourceOffset: start)
        } else {
            reader = try CSVReader(detectingDelimiterOf: raw, encoding: spanEncoding, sourceOffset: start)
        }
        // Letters, digits and some signs may be the second byte of a character.
        if encoding == .gb18030, reader.delimiter >= 0x30 { return nil }
        let names = try reader.readHeader()
        if let scan = EncodingScan(spanEncoding), encoding != .utf8 || file === openFile {
            let header = try file.bytes(from: start, count: reader.offset - start)
            // A header in another encoding says that the file is mixed.
            let isOther = header.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { scan.findsOther($0, from: 0, to: bytes.count) } ?? false
            }
            if isOther {
                monitor.withLock { isForSlowWay = true }
                return nil
            }
        }
        let columns = try ColumnMap(layout.wantedFields, names: names, file: file.name)
        let plan = CSVPlan(
            file: file, encoding: spanEncoding, delimiter: reader.delimiter, columns: columns.columns,
            names: names, layout: try columns.layout(layout, names: names, file: file.name),
            pieceSize: settings.pieceSize, tailSize: settings.tailSize, isCopied: file !== openFile)
        return (
            .csv(plan), queue(file, start: reader.offset),
            OpenedFile(encoding: encoding, headerLineCount: reader.passed.lineCount)
        )
    }

    /// Whether some text of a file of which a copy is to be read is in another encoding: then the slow way has the say.
    private func hasOtherText(
        _ file: InputFile, _ encoding: TextEncoding, splitsTags: Bool
    ) throws(InputError) -> Bool {
        guard try LineSurvey(file, encoding: encoding, splitsTags: splitsTags).otherCount > 0 else { return false }
        monitor.withLock { isForSlowWay = true }
        return true
    }

    /// Opens a copy of the file's text. Where there is none to be read in pieces, it is for the slow way.
    ///
    /// - Parameter isSure: whether the encoding is, if the text is valid in it.
    private func openCopy(
        of file: InputFile, encoding: TextEncoding, isSure: Bool,
        _ open: (InputFile) throws(InputError) -> Opened?
    ) throws(InputError) -> Opened? {
        let copy = try DecodedCopy(of: file, encoding: encoding, pieceSize: settings.pieceSize, observe: observe)
        if let copy, isSure || !copy.text.maySeemUTF8, case (let plan, let queue, var opened)? = try? open(copy.file) {
            opened.encoding = encoding
            opened.isCopied = true
            return (plan, queue, opened)
        }
        monitor.withLock { isForSlowWay = true }
        return nil
    }

    /// The pieces of a file, or of a copy of its text, which shows nothing of the file's own bytes.
    private func queue(_ file: InputFile, start: Int) -> PieceQueue {
        PieceQueue(
            file, start: start, pieceSize: settings.pieceSize, tailSize: settings.tailSize,
            pieceLimit: settings.jobs + 8, observe: file === openFile ? observe : nil)
    }

    private func guessEncoding(_ file: InputFile) throws(InputError) -> TextEncoding {
        let head = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
        defer { head.deallocate() }
        var count = 0
        while count < head.count {
            let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: head[count...]), at: count)
            if read == 0 { break }
            count += read
        }
        return FileSurvey.guess(
            UnsafeBufferPointer(rebasing: UnsafeBufferPointer(head.bindMemory(to: UInt8.self))[..<count]),
            choice: source.encoding, isWholeFile: count >= file.byteCount)
    }
}

// MARK: - Reading

extension ClaimReader {
    private func readPieces(
        _ plan: PiecesPlan, _ queue: PieceQueue, clock: inout StageClock, passed: (Int, Int) -> Bool,
        deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) {
        guard queue.hasMore else { return }
        switch plan {
        case .csv(let plan):
            let decoder = decoder(plan.encoding, plan.layout, deal: deal)
            try readPieces(CSVPieces(plan, decoder: decoder), queue, clock: &clock, passed: passed)
        case .xml(let plan):
            let decoder = decoder(.utf8, plan.layout, deal: deal)
            try readPieces(XMLPieces(plan, decoder: decoder), queue, clock: &clock, passed: passed)
        }
    }

    private func decoder(
        _ encoding: SpanEncoding, _ layout: RecordLayout, deal: @escaping (ClaimBatch) -> Void
    ) -> SpanDecoder {
        SpanDecoder(
            layout: layout, fileIndex: fileIndex, encoding: encoding, keys: keys, groups: groups,
            cutNumbers: cutNumbers, deal: deal)
    }

    private func readPieces(
        _ pieces: consuming some ClaimPieces & ~Copyable, _ queue: PieceQueue, clock: inout StageClock,
        passed: (Int, Int) -> Bool
    ) throws(InputError) {
        clock.pass(.decode)
        while let piece = queue.take() {
            clock.pass(.read)
            pieces.look(at: piece)
            clock.pass(.mark)
            guard let start = queue.start(of: piece) else { break }
            clock.pass(.wait)
            do throws(InputError) {
                let outcome = try pieces.take(piece, start: start, end: { queue.end(piece, at: $0) }, clock: &clock)
                if outcome.isForSlowWay {
                    monitor.withLock { isForSlowWay = true }
                    queue.fail(piece, neverRead)
                    break
                }
                monitor.withLock { outcomes[piece.index] = outcome }
                guard passed(outcome.recordCount, outcome.end - outcome.start) else {
                    queue.fail(piece, neverRead)
                    break
                }
            } catch {
                queue.fail(piece, error)
                break
            }
            queue.give(piece)
            clock.pass(.digest)
        }
        pieces.finish()
        clock.pass(.decode)
        if let error = queue.error { throw error }
    }

    private func readWhole(
        _ file: InputFile, passed: (Int, Int) -> Bool, deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) {
        let export = try OpenExport(
            file: file, format: source.format, encoding: source.encoding, pieceSize: settings.pieceSize,
            observe: observe ?? { _ in })
        var textOffset = 0
        let reading = try withoutActuallyEscaping(passed) { passed throws(InputError) in
            try export.readClaims(
                layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers,
                requiresFinalNewline: source.requiresFinalNewline
            ) { batch in
                let last = batch.claims.last?.position.textOffset ?? textOffset
                _ = passed(batch.claims.count + batch.reversals.count, last - textOffset)
                textOffset = last
                deal(batch)
            }
        }
        monitor.withLock { whole = (export, reading) }
    }
}
