import AidInput
import AidModel
import AidStatistics

/// One of some pieces or parts: `3/12`.
package struct PartNumber: Sendable, Hashable {
    /// From 1.
    package let number: Int
    package let count: Int

    /// nil: no number of one of them.
    package init?(_ text: String, limit: Int) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
        guard numbers.count == 2, numbers.allSatisfy({ $0.allSatisfy(\.isASCII) && $0.first?.isNumber == true }),
            let number = Int(numbers[0]), let count = Int(numbers[1]), (1...limit).contains(count),
            (1...count).contains(number)
        else { return nil }
        self.number = number
        self.count = count
    }
}

/// What `part`, `settle` and `count` are asked to do: one step of a run on a piece or a part of it.
package struct PartRequest: Sendable {
    package static let pieceLimit = SourcePosition.fileLimit
    package static let partLimit = PartChoice.limit

    /// As for a run on one machine; those of output tell `settle` where the ledger is.
    package var options: RunOptions
    /// Where the files between the steps are.
    package var folder: String
    /// How large a CSV file is at least that is divided between the pieces; nil: each input is read whole.
    package var leastDivided: Int? = 256 << 20

    package init(_ options: RunOptions, folder: String) {
        var options = options
        options.jobs = options.memory.jobs(options.jobs)
        self.options = options
        self.folder = folder
    }

    /// Reads a piece of the inputs, and deals its claims out by their numbers.
    package func part(
        _ piece: PartNumber, into partCount: Int, progress: RunProgress = RunProgress()
    ) async throws {
        OpenFileLimit.raise()
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let run = try PartRun(
            pipeline, given: options.inputs, folder: folder, pieceCount: piece.count, partCount: partCount)
        try OutputFolder.make(folder)
        let shares = run.shares(piece: piece.number - 1, dividing: leastDivided, options.reading)
        let reading = ExportReading(
            pipeline.file, options, progress: progress,
            piece: InputPiece(
                places: shares.map(\.place), ranges: shares.map(\.range), fileCount: run.inputs.files.count))
        let read = try await reading.read(
            shares.map { run.inputs.files[$0.place] }, openFiles: shares.map { _ in nil })
        let whole = zip(shares.filter { $0.range == nil }, read.files).map {
            (place: $0.place, input: RunInput($1.export, sha256: $1.sha256))
        }
        let inputs = Dictionary(uniqueKeysWithValues: whole.map { ($0.place, $0.input) })
        let ranges = Dictionary(uniqueKeysWithValues: read.ranges.map { (shares[$0.key].place, $0.value) })
        let writer = try PartFileWriter(run.claimsPath(piece: piece.number - 1), run.piece(piece.number - 1))
        let tables = PartTables(
            groups: read.groupTable, keys: read.keys, valueCount: pipeline.file.layout.breakdowns.count)
        try read.settlement.handOut(
            PartChoice(count: partCount, read.keys), tables,
            placing: { place, rejects in
                try ranges[place]?.placed(rejects) ?? inputs[place]?.export?.placed(rejects) ?? []
            }
        ) { kind, part, rowCount, payload in
            try writer.append(kind, part: part, rowCount: rowCount, payload)
        }
        var left = RejectList.limit
        var found = PieceReading()
        found.whole = try whole.map { ($0.place, $0.input.facts, try $0.input.placed([], left: &left)) }
        for share in shares {
            guard let range = share.range, let read = ranges[share.place] else { continue }
            let isOwner = run.isOwner(piece.number - 1, of: share.place)
            found.ranges.append(
                RangeFacts(
                    place: share.place, range: range, outcome: read.outcome,
                    sha256: isOwner
                        ? try InputFile(
                            name: run.inputs.files[share.place].name, path: run.inputs.files[share.place].path
                        ).sha256() : nil))
        }
        try writer.finish(.reading, try found.bytes(tables))
    }

    /// Settles one part of the claims of all pieces, and deals what stands out by person.
    package func settle(_ part: PartNumber) async throws {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let pieceCount = try PartRun.count("piece", "claims", in: folder)
        let run = try PartRun(
            pipeline, given: options.inputs, folder: folder, pieceCount: pieceCount, partCount: part.count)
        let (settlement, tables, _) = run.makeSettlement(options)
        let pieces = try await PartLoading(run, settlement, tables, jobs: options.jobs).pieces(of: part.number - 1)
        let history = try RunHistory(LedgerPlace(pipeline, output: options.output), pipeline.file, isReading: true)
        let watches = try history.inquiry(
            nil, files: try run.inputs(pieces, options.reading), tables: try run.tableFiles(), pipeline: pipeline.file
        )
        .watches
        let settled = try await settlement.settle(jobs: options.jobs, watches: watches)
        try GroupLimit.check(tables.groups, pipeline.file.layout)
        let writer = try PartFileWriter(run.standingPath(part: part.number - 1), run.part(part.number - 1))
        var shares: [UInt8] = []
        try settled.handOut(PartChoice(count: part.count, tables.keys), tables, watches: watches) {
            kind, part, rowCount, payload in
            if kind == .shares {
                shares = payload
            } else {
                try writer.append(kind, part: part, rowCount: rowCount, payload)
            }
        }
        try writer.finish(.shares, shares)
    }

    /// Counts one part of the people of all parts that were settled.
    ///
    /// Where reference tables make groups, people are counted behind their join, which the run does: then nothing is.
    package func count(_ part: PartNumber) async throws {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let pieceCount = try PartRun.count("piece", "claims", in: folder)
        let run = try PartRun(
            pipeline, given: options.inputs, folder: folder, pieceCount: pieceCount, partCount: part.count)
        let writer = try PartFileWriter(run.countsPath(part: part.number - 1), run.part(part.number - 1))
        let (settlement, tables, _) = run.makeSettlement(options)
        let loading = PartLoading(run, settlement, tables, jobs: options.jobs)
        guard pipeline.file.tables.isEmpty else {
            // A damaged file is told by whoever could still have it done again.
            try await loading.check(part: part.number - 1)
            return try writer.finish(.counts, [])
        }
        _ = try await loading.settled([.people], part: part.number - 1)
        let settled = try await settlement.settle(jobs: options.jobs)
        try GroupLimit.check(tables.groups, pipeline.file.layout)
        let counts: [UInt8]
        do {
            counts = try await PeopleCounts.bytes(
                ReportRequest(pipeline.file, options.quarter), settled, groups: tables.groups.values(),
                jobs: options.jobs)
        } catch let refusal as ReportRefusal {
            throw RunFailure(refusal, place: pipeline.path)
        }
        try writer.finish(.counts, counts)
    }
}
