import AidInput
import AidModel
package import AidStatistics

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
        let places = run.places(piece: piece.number - 1)
        let reading = ExportReading(
            pipeline.file, options, progress: progress,
            piece: InputPiece(places: places, fileCount: run.inputs.files.count))
        let read = try await reading.read(places.map { run.inputs.files[$0] }, openFiles: places.map { _ in nil })
        let writer = try PartFileWriter(run.claimsPath(piece: piece.number - 1), run.piece(piece.number - 1))
        let inputs = read.files.map { RunInput($0.export, sha256: $0.sha256) }
        let exports = Dictionary(uniqueKeysWithValues: zip(places, inputs))
        let tables = PartTables(
            groups: read.groupTable, keys: read.keys, valueCount: pipeline.file.layout.breakdowns.count)
        try read.settlement.handOut(
            PartChoice(count: partCount, read.keys), tables,
            placing: { place, rejects in try exports[place]?.export?.placed(rejects) ?? [] }
        ) { kind, part, rowCount, payload in
            try writer.append(kind, part: part, rowCount: rowCount, payload)
        }
        var left = RejectList.limit
        try writer.finish(
            .reading,
            PieceReading.bytes(
                try zip(places, inputs).map { place, input in
                    (InputFacts(input, place: place), try input.placed([], left: &left))
                }, tables))
    }

    /// Settles one part of the claims of all pieces, and deals what stands out by person.
    package func settle(_ part: PartNumber) async throws {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let pieceCount = try PartRun.count("piece", "claims", in: folder)
        let run = try PartRun(
            pipeline, given: options.inputs, folder: folder, pieceCount: pieceCount, partCount: part.count)
        let (settlement, tables) = run.makeSettlement(options)
        let pieces = try await PartLoading(run, settlement, tables, jobs: options.jobs).pieces(of: part.number - 1)
        let history = try RunHistory(LedgerPlace(pipeline, output: options.output), pipeline.file, isReading: true)
        let watches = try history.inquiry(nil, files: try run.inputs(pieces), tables: [], pipeline: pipeline.file)
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
    package func count(_ part: PartNumber) async throws {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let pieceCount = try PartRun.count("piece", "claims", in: folder)
        let run = try PartRun(
            pipeline, given: options.inputs, folder: folder, pieceCount: pieceCount, partCount: part.count)
        let (settlement, tables) = run.makeSettlement(options)
        _ = try await PartLoading(run, settlement, tables, jobs: options.jobs).settled([.people], part: part.number - 1)
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
        try PartFileWriter(run.countsPath(part: part.number - 1), run.part(part.number - 1)).finish(.counts, counts)
    }
}
