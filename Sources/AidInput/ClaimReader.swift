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
        package var part: InputPart
        package var format: ExportFormat
        package var encoding: TextEncodingChoice
        /// What is said of the header of a CSV file, and of lines that are no records.
        package var shape: CSVShape
        /// Whether a CSV file is refused whose last line has no end.
        package var requiresFinalNewline: Bool

        package init(
            name: String, path: String, part: InputPart = InputPart(), format: ExportFormat,
            encoding: TextEncodingChoice, shape: CSVShape = CSVShape(), requiresFinalNewline: Bool = false
        ) {
            self.part = part
            self.shape = shape
            self.requiresFinalNewline = requiresFinalNewline
            self.name = name
            self.path = path
            self.format = format
            self.encoding = encoding
        }

        /// What is said of a file that became the text of a table: that is always alike.
        func of(_ file: InputFile) -> Source {
            guard file.isTable, case .csv = format else { return self }
            var source = self
            source.format = .csv(delimiter: UInt8(ascii: ","))
            source.encoding = .utf8
            return source
        }
    }

    /// What is said of the file, as it is read.
    var readSource: Source { openFile.map(source.of) ?? source }

    enum State {
        case unopened
        case opening
        case pieces(ExportOpening.Pieces)
        /// One thread reads it from its start to its end.
        case whole
        case failed(InputError)
    }

    let source: Source
    let layout: RecordLayout
    private let fileIndex: Int
    private let keys: KeyTable
    private let groups: GroupTable
    let settings: ReadingSettings
    /// What of the file this process reads; nil: all of it.
    let range: Range<Int>?
    /// What earlier readings have taught of how it must be read.
    let lesson: ReadingLesson
    private let observe: ((ByteView) -> Void)?
    private let rejectRoom: RejectRoom
    private let shelf: ArchiveShelf

    let monitor = Monitor()
    private(set) var state = State.unopened
    private var file: InputFile?
    private(set) var outcomes: [Int: PieceOutcome] = [:]
    private(set) var whole: (export: OpenExport, reading: ClaimReading)?
    private(set) var isForSlowWay = false

    /// - Parameters:
    ///   - lesson: what readings before have taught.
    ///   - openFile: the file as an earlier reading has opened it: standard input is there once.
    ///   - rejectRoom: shared by the files of a run.
    ///   - shelf: likewise.
    ///   - range: what of the file to read, on the disk: of one that `canBeDivided`; nil: all of it.
    ///   - observe: sees every byte of the file, once, in order, never on two threads at a time.
    package init(
        _ source: Source, layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable,
        settings: ReadingSettings, lesson: ReadingLesson = ReadingLesson(), openFile: InputFile? = nil,
        rejectRoom: RejectRoom = RejectRoom(), shelf: ArchiveShelf = ArchiveShelf(), range: Range<Int>? = nil,
        observe: (@Sendable (ByteView) -> Void)?
    ) {
        self.rejectRoom = rejectRoom
        self.range = range
        self.shelf = shelf
        file = openFile
        self.source = source
        var layout = layout
        if lesson.serialDateCount > 0 {
            layout.dateForms.append(.serial1900)
            if !layout.treatmentDateForms.contains(where: \.isSerial) { layout.treatmentDateForms.append(.serial1900) }
        }
        self.layout = layout
        self.fileIndex = fileIndex
        self.keys = keys
        self.groups = groups
        self.settings = settings
        self.lesson = lesson
        self.observe = observe
    }

    /// Takes part in reading the file.
    ///
    /// - Parameters:
    ///   - passed: is told how many records and bytes were done; false: there is no use in
    ///     going on.
    ///   - deal: gets the claims, batch by batch.
    package func join(
        clock: inout StageClock, passed: @escaping (_ records: Int, _ bytes: Int) -> Bool,
        deal: @escaping (ClaimBatch) -> Void
    ) {
        do throws(InputError) {
            guard let pieces = try open(passed: passed, deal: deal) else { return }
            clock.pass(.read)
            try readPieces(pieces, clock: &clock, passed: passed, deal: deal)
        } catch {
            monitor.withLock {
                if case .failed = state { return }
                if case .pieces(let pieces) = state, pieces.isCopied { isForSlowWay = true }
                state = .failed(error)
                monitor.announce()
            }
        }
    }

    /// Notes what other processes have read; for the holder of the lock.
    func open(_ file: InputFile, _ pieces: ExportOpening.Pieces, _ ranges: [PieceOutcome]) {
        self.file = file
        state = .pieces(pieces)
        outcomes = Dictionary(uniqueKeysWithValues: ranges.enumerated().map { ($0, $1) })
    }

    /// Notes that the file must be read the slow way; for the holder of the lock.
    func leaveToSlowWay() { isForSlowWay = true }

    /// The file, once it is open.
    package var openFile: InputFile? { monitor.withLock { file } }
}

// MARK: - Opening

extension ClaimReader {
    /// Opens the file on the first thread that comes; the others wait.
    ///
    /// - Returns: nil where there is nothing to be done for this thread.
    private func open(
        passed: @escaping (Int, Int) -> Bool, deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) -> ExportOpening.Pieces? {
        let isFirst = monitor.withLock {
            if case .unopened = state {
                state = .opening
                return true
            }
            while case .opening = state { monitor.wait() }
            return false
        }
        if isFirst {
            let file =
                if let openFile { openFile } else {
                    try InputFile(name: source.name, path: source.path).unwrapped(
                        source.part, as: source.format, place: (source.path, shelf))
                }
            monitor.withLock { self.file = file }
            let layout = try layout.reading(path: source.name)
            try file.refuseOtherKinds(source.format)
            var opening = ExportOpening(
                file: file, source: source.of(file), layout: layout, settings: settings, lesson: lesson,
                observe: observe)
            opening.isDivided = range != nil
            switch try opening.way() {
            case .pieces(let pieces): set(.pieces(try within(range, of: file, pieces)))
            case .doubtful where range != nil, .whole where range != nil:
                monitor.withLock { isForSlowWay = true }
                set(.whole)
            case .doubtful:
                monitor.withLock { isForSlowWay = true }
                set(.whole)
            case .whole:
                // The others go on to the next file.
                set(.whole)
                try readWhole(file, layout, passed: passed, deal: deal)
            }
        }
        return monitor.withLock {
            if case .pieces(let pieces) = state { return pieces }
            return nil
        }
    }

    private func set(_ new: State) {
        monitor.withLock {
            state = new
            monitor.announce()
        }
    }
}

// MARK: - Reading

extension ClaimReader {
    func decoder(
        _ encoding: SpanEncoding, _ layout: RecordLayout, deal: @escaping (ClaimBatch) -> Void
    ) -> SpanDecoder {
        SpanDecoder(
            layout: layout, fileIndex: fileIndex, encoding: encoding, keys: keys, groups: groups,
            cutNumbers: lesson.cutNumbers, deal: deal)
    }

    private func readPieces(
        _ pieces: ExportOpening.Pieces, clock: inout StageClock, passed: @escaping (Int, Int) -> Bool,
        deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) {
        let queue = pieces.queue
        guard queue.hasMore else { return }
        switch pieces.plan {
        case .csv(let plan):
            let decoder = decoder(plan.encoding, plan.layout, deal: deal)
            try readPieces(CSVPieces(plan, decoder: decoder), queue, clock: &clock, passed: passed)
        case .xml(let plan):
            let decoder = decoder(.utf8, plan.layout, deal: deal)
            try readPieces(XMLPieces(plan, decoder: decoder), queue, clock: &clock, passed: passed)
        }
    }

    private func readPieces(
        _ pieces: consuming some ClaimPieces & ~Copyable, _ queue: PieceQueue, clock: inout StageClock,
        passed: @escaping (Int, Int) -> Bool
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
                monitor.withLock {
                    outcomes[piece.index] = outcome
                    if let limit = rejectRoom.add(outcome.rejects.keptCount, of: fileIndex) { listRejects(limit) }
                }
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
        _ file: InputFile, _ layout: RecordLayout, passed: @escaping (Int, Int) -> Bool,
        deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) {
        let source = source.of(file)
        let export = try OpenExport(
            file, format: source.format, encoding: source.encoding, pieceSize: settings.pieceSize,
            observe: observe ?? { _ in })
        var textOffset = 0
        let reading = try export.readClaims(
            layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: lesson.cutNumbers,
            shape: source.shape, requiresFinalNewline: source.requiresFinalNewline
        ) { batch in
            let last = batch.claims.last?.position.textOffset ?? textOffset
            _ = passed(batch.claims.count + batch.reversals.count, last - textOffset)
            textOffset = last
            deal(batch)
        }
        monitor.withLock {
            whole = (export, reading)
            guard let limit = rejectRoom.add(reading.rejects.keptCount, of: fileIndex) else { return }
            whole?.reading.rejects.keepFirst(limit)
            rejectRoom.set(min(limit, reading.rejects.keptCount), of: fileIndex)
        }
    }

    /// Drops rejects of the later pieces, so that no more than so many are left.
    private func listRejects(_ limit: Int) {
        var left = limit
        for index in outcomes.keys.sorted() {
            outcomes[index]?.rejects.keepFirst(left)
            left -= outcomes[index]?.rejects.keptCount ?? 0
        }
        rejectRoom.set(limit - left, of: fileIndex)
    }
}
