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

        package init(name: String, path: String, format: ExportFormat, encoding: TextEncodingChoice) {
            self.name = name
            self.path = path
            self.format = format
            self.encoding = encoding
        }
    }

    private enum State {
        case unopened
        case opening
        case pieces(PiecesPlan, PieceQueue, OpenedFile)
        /// One thread reads it from its start to its end.
        case whole
        case failed(InputError)
    }

    /// How a file is read in pieces.
    fileprivate enum PiecesPlan: Sendable {
        case csv(CSVPlan)
        case xml(XMLPlan)
    }

    /// What the first bytes of a file have told.
    fileprivate struct OpenedFile: Sendable {
        var encoding: TextEncoding
        /// Of its header.
        var headerLineCount = 0
        /// Whether the pieces are those of a copy: then whatever is wrong with them, the slow way has
        /// the say.
        var isCopied = false
    }

    private let source: Source
    private let layout: RecordLayout
    private let fileIndex: Int
    private let keys: KeyTable
    private let groups: GroupTable
    private let settings: ReadingSettings
    /// What an earlier reading has found the file to be.
    private let knownEncoding: TextEncoding?
    /// The claim numbers that an earlier reading has found to have been cut.
    private let cutNumbers: CutNumbers
    private let observe: ((UnsafeRawBufferPointer) -> Void)?

    private let monitor = Monitor()
    private var state = State.unopened
    private var file: InputFile?
    private var outcomes: [Int: PieceOutcome] = [:]
    private var whole: (export: OpenExport, reading: ClaimReading)?
    private var isForSlowWay = false

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
            return try openCopy(of: file, encoding: encoding, isSure: true) { copy throws(InputError) in
                try openXMLText(copy, record: record)
            }
        }
        guard try XMLLabel.allowsUTF8(file, choice: source.encoding) else { return nil }
        return try openXMLText(file, record: record)
    }

    private func openXMLText(_ file: InputFile, record: ElementName) throws(InputError) -> Opened? {
        let start = try FileTextSource.markLength(file, encoding: .utf8)
        let paths = layout.wantedFields.map { $0.from.compactMap(ElementPath.init) }
        guard let prolog = try PlainXMLProlog(of: file, record: record, wanted: paths, from: start) else { return nil }
        let plan = XMLPlan(file: file, prolog: prolog, jobs: settings.jobs)
        return (.xml(plan), queue(file, start: start + prolog.textOffset), OpenedFile(encoding: .utf8))
    }

    private func openCSV(_ file: InputFile, delimiter: UInt8?) throws(InputError) -> Opened? {
        let encoding = if let knownEncoding { knownEncoding } else { try guessEncoding(file) }
        switch encoding {
        case .utf8: return try openCSVText(file, encoding, .utf8, delimiter: delimiter)
        case .gb18030:
            guard let table = GB18030Table.shared else { return nil }
            if let opened = try openCSVText(file, encoding, .gb18030(table), delimiter: delimiter) { return opened }
        case .utf16LittleEndian, .utf16BigEndian:
            guard try TextEncoding.utf16(markedIn: file) == encoding else { return nil }
        }
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
        let columns = try ColumnMap(layout.wantedFields, names: names, file: file.name)
        let plan = CSVPlan(
            file: file, encoding: spanEncoding, delimiter: reader.delimiter, columns: columns.columns,
            columnCount: names.count, pieceSize: settings.pieceSize, tailSize: settings.tailSize)
        return (
            .csv(plan), queue(file, start: reader.offset),
            OpenedFile(encoding: encoding, headerLineCount: reader.passed.lineCount)
        )
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
            let decoder = decoder(plan.encoding, deal: deal)
            try readPieces(CSVPieces(plan, decoder: decoder), queue, clock: &clock, passed: passed)
        case .xml(let plan):
            let decoder = decoder(.utf8, deal: deal)
            try readPieces(XMLPieces(plan, decoder: decoder), queue, clock: &clock, passed: passed)
        }
    }

    private func decoder(_ encoding: SpanEncoding, deal: @escaping (ClaimBatch) -> Void) -> SpanDecoder {
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
                layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers
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

// MARK: - What there was

extension ClaimReader {
    /// What came of reading a file.
    package enum Outcome: Sendable {
        case read(ReadExport)
        /// All was read in a wrong encoding: what was dealt is of no use.
        case misread(TextEncoding)
        /// It must be read once more, the slow way, which has the say: what was dealt is of no use.
        case doubtful
        /// It must be read once more, without the claim numbers that a spreadsheet has cut, which only all of them
        /// together show: what was dealt is of no use.
        case cut(CutNumbers)
        case failed(InputError)
    }

    /// What there was, when every thread has come back from `join`.
    package func result() -> Outcome {
        let outcome = wayOut()
        if case .read(let export) = outcome, !layout.acceptsCutNumbers,
            !export.reading.cutNumbers.isSubset(of: cutNumbers)
        {
            return .cut(export.reading.cutNumbers)
        }
        return outcome
    }

    private func wayOut() -> Outcome {
        if monitor.withLock({ isForSlowWay }) { return .doubtful }
        do throws(InputError) {
            switch monitor.withLock({ state }) {
            case .failed(let error): throw error
            case .unopened, .opening: return .failed(neverRead)
            case .whole:
                guard let whole = monitor.withLock({ whole }) else { return .failed(neverRead) }
                return .read(
                    ReadExport(
                        file: whole.export.file, format: source.format, encoding: whole.export.encoding,
                        reading: whole.reading, places: .text))
            case .pieces(_, _, let opened):
                guard let file = openFile else { return .failed(neverRead) }
                return try piecesResult(file, opened)
            }
        } catch {
            return .failed(error)
        }
    }

    private func piecesResult(_ file: InputFile, _ opened: OpenedFile) throws(InputError) -> Outcome {
        let outcomes: [PieceOutcome] = monitor.withLock { self.outcomes.sorted { $0.key < $1.key }.map { $0.value } }
        try file.checkUnchanged()
        var text = PieceText()
        for outcome in outcomes { text += outcome.text }
        let invalidCount: Int
        if opened.isCopied || isSure(text, opened) {
            // A copy is made only of what is sure.
            invalidCount = 0
        } else {
            let survey = try FileSurvey.survey(file, choice: source.encoding) { _ in }
            if survey.encoding != opened.encoding { return .misread(survey.encoding) }
            invalidCount = survey.invalidCount
        }
        let records = outcomes.reduce(Tally.zero) { $0 + $1.records }
        // Why there is none, the slow way says.
        if case .xml = source.format, records.recordCount == 0 { return .doubtful }
        var findings: [Finding] = []
        if records.recordCount == 0 { findings.append(OpenExport.noRecords(file.name)) }
        if invalidCount > 0 { findings.append(OpenExport.invalidBytes(file.name, opened.encoding, invalidCount)) }
        let observations = outcomes.reduce(into: ObservationCounts()) { $0 += $1.observations }
        findings += observations.findings(in: file.name)
        let numbers = PieceNumbers(outcomes, headerLineCount: opened.headerLineCount)
        return .read(
            ReadExport(
                file: file, format: source.format, encoding: opened.encoding,
                reading: ClaimReading(
                    records: records, rejects: outcomes.flatMap(\.rejects), findings: findings,
                    cutNumbers: outcomes.reduce(into: ClaimNumberCounts()) { $0 += $1.numberCounts }.cutNumbers),
                places: opened.isCopied ? .copiedPieces(numbers) : .pieces(numbers)))
    }

    /// Whether the survey of the whole file would say what its first bytes have said: that it
    /// is in this encoding, and valid.
    private func isSure(_ text: PieceText, _ opened: OpenedFile) -> Bool {
        guard text.isValid, !text.hasZeros else { return false }
        if opened.encoding == .utf8 || source.encoding != .auto { return true }
        return !text.maySeemUTF8
    }

    private var neverRead: InputError {
        InputError(
            kind: .unreadable, file: source.name, what: BilingualText(zh: "没有读取", en: "was not read"),
            mend: BilingualText(zh: "请报告此问题", en: "please report this"))
    }
}
