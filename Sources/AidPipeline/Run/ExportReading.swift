import AidInput
import AidRegister
import AidModel
import AidStatistics
import Synchronization

/// An export that was read to its end, with the SHA-256 of its bytes if that was asked for.
struct DigestedExport: Sendable {
    let export: ReadExport
    let sha256: String?
}

/// Some of the inputs of a run, or ranges of them, by their places.
struct InputPiece: Sendable {
    let places: [Int]
    /// What of each input; nil: all of it.
    let ranges: [Range<Int>?]
    /// Of all inputs.
    let fileCount: Int
}

/// Reads the exports of a run, all threads at each file in turn, and deals their claims out.
struct ExportReading: Sendable {
    /// What reading leaves.
    struct Outcome: Sendable {
        let files: [DigestedExport]
        /// Of inputs of which only a range was read, by their place among those that were listed.
        let ranges: [Int: ReadRange]
        let settlement: ClaimSettlement
        /// For each groups code the values of the breakdown fields.
        var groups: [[String]] { groupTable.values() }
        let groupTable: GroupTable
        /// nil: there are none.
        let tables: ReadTables?
        let timings: RunTimings
        /// That claims and persons were read with.
        let keys: KeyTable
        /// The way into the register; nil: there is none.
        let intake: RegisterIntake?
    }

    fileprivate let layout: RecordLayout
    fileprivate let tables: [PipelineTable]
    fileprivate let since: CalendarDay?
    fileprivate let isMeasured: Bool
    fileprivate let soughtDays: ClosedRange<CalendarDay>?
    fileprivate let isRuled: Bool
    fileprivate let tellsAmounts: Bool
    /// Those of claims that were read before; nil: there are none.
    fileprivate let knownGroups: GroupTable?
    /// Whether the exports are a piece of the inputs: then claims are held, and settled elsewhere.
    fileprivate let piece: InputPiece?
    /// How many combinations of groups there may be.
    fileprivate let groupLimit: Int
    /// How many bytes their texts may have.
    fileprivate let groupByteCount: Int
    let settings: ReadingSettings
    let takesDigests: Bool
    let takesTableDigests: Bool
    /// Makes the memory of the exchanges and of long texts, anew for every attempt.
    let makeMemory: @Sendable () -> (pool: BlockPool, keys: KeyTable)
    let progress: RunProgress
    /// nil: there is none.
    let register: RunRegister?
    /// How people are called in a table of several registers' people; nil: by their keys.
    fileprivate let joint: JointTags?

    /// - Parameters:
    ///   - register: what is known of the exports before they are read; nil: nothing.
    ///   - keys: those of long texts, which other exports know people by, too; nil: these alone do.
    ///   - joint: whose numbers people get in place of their keys; nil: nobody's.
    ///   - groups: those of claims that were read before; nil: there are none.
    ///   - pool: that their rows are in; nil: a new one.
    ///   - piece: which of the inputs the exports are, if they are not all of them.
    init(
        _ pipeline: PipelineFile, _ options: RunOptions, progress: RunProgress, register: RunRegister? = nil,
        keys: KeyTable? = nil, joint: JointTags? = nil, groups: GroupTable? = nil, pool: BlockPool? = nil,
        piece: InputPiece? = nil
    ) {
        knownGroups = groups
        self.piece = piece
        var settings = options.reading
        settings.jobs = options.jobs
        let exchangeByteCount = options.memory.exchangeByteCount(jobs: options.jobs)
        var layout = pipeline.layout
        layout.forgottenBefore = register?.register.forgotten?.exactFrom.firstDay
        self.layout = layout
        tables = pipeline.tables
        since = pipeline.programme.since
        isMeasured = !pipeline.measures.isEmpty
        soughtDays = options.soughtDays
        isRuled = pipeline.rules != nil
        tellsAmounts = pipeline.pPercent != nil
        groupLimit = options.memory.groupLimit
        groupByteCount = options.memory.groupByteCount
        self.settings = settings
        // With a register, every export was known by its digest before it was read.
        takesDigests = options.takesDigests && register == nil
        takesTableDigests = options.takesDigests
        let keyByteCount = options.memory.keyByteCount
        let keepsTexts = register != nil || joint != nil || options.soughtDays != nil
        let textByteCount = piece == nil ? Int.max : options.memory.keyTextByteCount
        makeMemory = {
            let spill = SpillFile()
            // Whoever is written to a register, or for another process, is written by the text.
            let own =
                keepsTexts || piece != nil
                ? KeyTable(textsWithin: textByteCount) : KeyTable(byteLimit: keyByteCount, spill: spill)
            return (pool ?? BlockPool(byteLimit: exchangeByteCount, spill: spill), keys ?? own)
        }
        self.progress = progress
        self.register = register
        self.joint = joint
    }

    /// - Parameters:
    ///   - tables: the files of each reference table; empty: none is joined.
    ///   - openFiles: those that are open already, of exports and tables.
    /// - Throws: for every file that cannot be read to its end, at once.
    func read(
        _ exports: [ListedInput], tables: [[ListedInput]] = [], openFiles: [InputFile?]
    ) async throws -> Outcome {
        let listed = exports + tables.joined()
        guard listed.count + (register?.places.count ?? 0) <= SourcePosition.fileLimit else {
            throw RunFailure(RunProblem.tooManyFiles(limit: SourcePosition.fileLimit))
        }
        // All stay open till their rejects have found their places; so those that are too many need not be tried.
        let limit = OpenFileLimit.current
        guard Set(listed.map(\.path)).count < limit else {
            throw RunFailure(RunProblem.tooManyOpenFiles(limit: limit))
        }
        var lessons = listed.map { _ in ReadingLesson() }
        var openFiles = openFiles
        while true {
            let attempt = try ReadingAttempt(self, exports, tables, lessons: lessons, openFiles: openFiles)
            try await attempt.read()
            openFiles = attempt.openFiles
            let (outcome, learnt) = try attempt.outcome()
            if let outcome { return outcome }
            // Some files are other than they seemed; all is read once more.
            lessons = learnt
        }
    }
}

/// One reading of all exports.
private final class ReadingAttempt: Sendable {
    private let reading: ExportReading
    private let readers: [ClaimReader]
    private let lessons: [ReadingLesson]
    private let digests: [DigestInOrder?]
    private let settlement: ClaimSettlement
    private let keys: KeyTable
    private let groups: GroupTable
    private let intake: RegisterIntake?
    /// The reference tables, and of each reader the one that it is of.
    private let tables: [SpellTable]
    private let tablePlaces: [Int?]
    private let pool: BlockPool
    private let clocks = Mutex<[StageClock]>([])

    /// - Parameter openFiles: those of the attempt before.
    init(
        _ reading: ExportReading, _ exports: [ListedInput], _ tableFiles: [[ListedInput]], lessons: [ReadingLesson],
        openFiles: [InputFile?]
    ) throws {
        let listed = exports + tableFiles.joined()
        var tablePlaces = [Int?](repeating: nil, count: exports.count)
        for (place, files) in tableFiles.enumerated() { tablePlaces += files.map { _ in place } }
        self.reading = reading
        let register = reading.register
        let known = register?.register.inputs.count ?? 0
        groups =
            try reading.knownGroups
            ?? GroupTable(
                known: try withRegister { try register?.register.groups() }.map(reading.layout.withTablePlaces) ?? [],
                codeLimit: reading.groupLimit, byteLimit: reading.groupByteCount)
        intake = register.map { RegisterIntake($0, newCount: exports.count) }
        let memory = reading.makeMemory()
        keys = memory.keys
        pool = memory.pool
        let tables = tableFiles.map { _ in
            SpellTable(
                pool: memory.pool,
                groups: GroupTable(codeLimit: reading.groupLimit, byteLimit: reading.groupByteCount))
        }
        self.tables = tables
        self.tablePlaces = tablePlaces
        let piece = reading.piece
        // Nothing of a piece is settled, not even records that are claims of their own.
        settlement = ClaimSettlement(
            fileCount: piece?.fileCount ?? known + exports.count,
            hasClaimNumbers: reading.layout.claim != nil || piece != nil, since: reading.since,
            pool: memory.pool, keepsSeveral: register != nil, isMeasured: reading.isMeasured,
            isDated: !tableFiles.isEmpty, isRuled: reading.isRuled, tellsAmounts: reading.tellsAmounts,
            soughtDays: reading.soughtDays,
            order: register?.order ?? FileOrder(exports.map { FileOrder.File(name: $0.name, list: $0.list) }))
        let digests = tablePlaces.map {
            ($0 == nil ? reading.takesDigests : reading.takesTableDigests) ? DigestInOrder() : nil
        }
        let keys = keys
        let groups = groups
        let rejectRoom = RejectRoom()
        let shelf = ArchiveShelf()
        readers = listed.enumerated().map { index, input in
            let digest = digests[index]
            var observe: (@Sendable (ByteView) -> Void)?
            let range = piece?.ranges[index]
            if let digest, range == nil { observe = { digest.update($0.raw) } }
            let source = ClaimReader.Source(
                name: input.name, path: input.path, part: input.part, format: input.format, encoding: input.encoding,
                shape: input.shape, requiresFinalNewline: input.requiresFinalNewline)
            return ClaimReader(
                source, layout: tablePlaces[index].map { reading.tables[$0].layout } ?? reading.layout,
                fileIndex: index < exports.count
                    ? piece?.places[index] ?? register?.places[known + index] ?? index : known + index, keys: keys,
                groups: tablePlaces[index].map { tables[$0].groups } ?? groups, settings: reading.settings,
                lesson: lessons[index], openFile: openFiles[index],
                rejectRoom: rejectRoom, shelf: shelf, range: range, observe: observe)
        }
        self.digests = digests
        self.lessons = lessons
        reading.progress.begin(files: listed.map(\.path))
    }

    var openFiles: [InputFile?] { readers.map(\.openFile) }

    func read() async throws {
        let jobs = reading.settings.jobs
        _ = try await concurrently(jobs, jobs: jobs) { index in
            var clock = StageClock()
            let dealer = ClaimDealer(self.settlement)
            let taking = self.intake.map { RegisterTaking($0, keys: self.keys) }
            let naming = self.reading.joint.map { JointNaming($0, keys: self.keys) }
            self.take(isOfTable: false, clock: &clock) { _, batch in
                if let taking {
                    taking.take(batch, dealer: dealer)
                } else if let naming {
                    naming.take(batch, dealer: dealer)
                } else {
                    dealer.deal(batch)
                }
            }
            taking?.finish()
            dealer.finish()
            clock.pass(.decode)
            self.clocks.withLock { $0.append(clock) }
        }
        // By now a register knows everybody of the exports.
        if !tables.isEmpty { try await readTables() }
        // What is new decides how the register's claims go.
        if let intake {
            let touched = intake.touched()
            _ = try await concurrently(jobs, jobs: jobs) { index in
                var clock = StageClock()
                let dealer = ClaimDealer(self.settlement)
                intake.dealKnown(to: dealer, touched: touched, isFirst: index == 0)
                dealer.finish()
                clock.pass(.decode)
                self.clocks.withLock { $0.append(clock) }
            }
        }
        try settlement.check()
        try intake?.check()
        try KeyLimit.check(keys)
        try GroupLimit.check(groups, reading.layout)
        for (table, read) in zip(reading.tables, tables) {
            try GroupLimit.check(read.groups, table.layout)
            guard table.join.key == .person || read.rowCount <= ClaimJoin.codeRowLimit else {
                throw RunFailure(
                    RunProblem.tableTooLarge(table: table.name, rows: read.rowCount, limit: ClaimJoin.codeRowLimit))
            }
        }
    }

    private func readTables() async throws {
        _ = try await concurrently(reading.settings.jobs, jobs: reading.settings.jobs) { _ in
            var clock = StageClock()
            let dealers = self.tables.map { SpellDealer($0) }
            let tagger = self.intake?.tagger(keys: self.keys) ?? self.reading.joint?.tagger(keys: self.keys)
            self.take(isOfTable: true, clock: &clock) { table, batch in
                guard let table else { return }
                if let tagger, self.reading.tables[table].join.key == .person {
                    dealers[table].deal(batch, by: tagger.known)
                } else {
                    dealers[table].deal(batch)
                }
            }
            for dealer in dealers { dealer.finish() }
            clock.pass(.decode)
            self.clocks.withLock { $0.append(clock) }
        }
    }

    /// Reads exports or tables on one thread, as far as no other one does.
    ///
    /// - Parameter deal: gets the place of the table, and some of its records.
    private func take(
        isOfTable: Bool, clock: inout StageClock, deal: @escaping (Int?, borrowing ClaimBatch) -> Void
    ) {
        for (reader, table) in zip(readers, tablePlaces) where (table != nil) == isOfTable {
            reader.join(clock: &clock) { records, bytes in
                self.reading.progress.advance(records: records, bytes: bytes)
                // Rows that could not be spilled are lost: then there is nothing to be counted. Nor is there
                // where the groups are too many, or the keys too long.
                return !self.settlement.hasFailed && self.groups.excess == nil && !self.keys.isFull
                    && self.tables.allSatisfy { $0.groups.excess == nil }
            } deal: { batch in
                deal(table, batch)
            }
        }
    }

    /// What was read; or which files must be read in another way.
    func outcome() throws -> (ExportReading.Outcome?, learnt: [ReadingLesson]) {
        var files: [DigestedExport] = []
        var errors: [InputError] = []
        var learnt = lessons
        var isToBeReadAgain = false
        var ranges: [Int: ReadRange] = [:]
        for (index, reader) in readers.enumerated() {
            if reader.isOfRange {
                switch reader.rangeResult() {
                case .read(let range): ranges[index] = range
                case .undividable: throw RunFailure(PartProblem.undividable, place: reader.name)
                case .failed(let error): errors.append(error)
                }
                continue
            }
            switch reader.result() {
            case .read(let export):
                files.append(DigestedExport(export: export, sha256: digests[index]?.hexadecimal()))
            case .again(let why):
                isToBeReadAgain = true
                learnt[index].learn(why)
            case .failed(let error): errors.append(error)
            }
        }
        // Of errors all are told at once, so those that a second reading may find are waited for.
        if isToBeReadAgain {
            guard learnt != lessons else { throw RunFailure(RunProblem.encodingUndecided) }
            return (nil, learnt)
        }
        guard errors.isEmpty else { throw RunFailure(errors) }
        // Else two persons came under one key: all is read once more, under keys that are drawn anew.
        guard try keys.tellPersonsApart() else { return (nil, lessons) }
        let outcome = ExportReading.Outcome(
            files: zip(files, tablePlaces).filter { $1 == nil }.map(\.0), ranges: ranges, settlement: settlement,
            groupTable: groups,
            tables: readTables(files),
            timings: RunTimings(reading: clocks.withLock { $0 }, jobs: reading.settings.jobs), keys: keys,
            intake: intake)
        return (outcome, learnt)
    }
}

extension ReadingAttempt {
    /// - Parameter files: all that were read.
    private func readTables(_ files: [DigestedExport]) -> ReadTables? {
        guard !tables.isEmpty else { return nil }
        return ReadTables(
            join: ClaimJoin(Array(zip(reading.tables.map(\.join), tables)), groups: groups, keys: keys, pool: pool),
            tables: reading.tables,
            files: tables.indices.map { table in
                zip(files, tablePlaces).filter { $1 == table }.map { RunInput($0.0.export, sha256: $0.0.sha256) }
            })
    }
}

/// A digest that several threads feed, one after the other.
private final class DigestInOrder: @unchecked Sendable {
    // The reader's promise: never two threads at a time.
    private var digest = Digest()

    func update(_ bytes: UnsafeRawBufferPointer) {
        digest.update(bytes)
    }

    func hexadecimal() -> String {
        digest.hexadecimal()
    }
}
