import AidModel
import AidStatistics

/// What other processes have read, settled and counted.
struct PartSource: ClaimSource {
    private let run: PartRun
    private let options: RunOptions
    private let tableFiles: [[ListedInput]]
    private let progress: RunProgress

    var forgotten: ForgottenQuarters? { nil }
    var forgottenCount: Int { 0 }
    var warnings: [RunFinding] { run.inputs.warnings }

    /// Finds out how the run was divided.
    init(
        _ pipeline: LoadedPipeline, _ options: RunOptions, folder: String, progress: RunProgress
    ) throws(RunFailure) {
        self.options = options
        self.progress = progress
        tableFiles = try InputList.tables(pipeline)
        run = try PartRun(
            pipeline, given: options.inputs, folder: folder,
            pieceCount: try PartRun.count("piece", "claims", in: folder),
            partCount: try PartRun.count("part", "standing", in: folder))
        try WrittenPaths.check(options, pipeline, inputs: run.inputs.files + tableFiles.joined())
        StagedPart.removeLeftovers(in: folder)
    }

    func read() async throws -> ReadClaims {
        let (settlement, tables, pool) = run.makeSettlement(options)
        let loading = PartLoading(run, settlement, tables, jobs: options.jobs)
        let files = try run.inputs(try await loading.pieces(of: nil), options.reading)
        let watches = try await loading.settled([.measured, .ruled, .amounts, .dated])
        let counts = try loading.counts()
        try GroupLimit.check(tables.groups, run.pipeline.file.layout)
        let joined = tableFiles.isEmpty ? nil : try await readTables(tables, pool)
        return ReadClaims(
            files: files, settlement: settlement, groups: tables.groups.values(), keys: tables.keys,
            tables: joined?.tables, timings: joined?.timings ?? RunTimings(reading: [], jobs: options.jobs),
            findings: run.inputs.findings, intake: nil,
            parts: DoneParts(
                watches: watches, peopleCounts: tableFiles.isEmpty ? try peopleCounts(counts, loading) : nil))
    }

    private func peopleCounts(_ counts: [[UInt8]], _ loading: PartLoading) throws -> PeopleCounts {
        do throws(DamagedBytes) {
            if let counts = try PeopleCounts(counts, bringing: { try await loading.people() }) { return counts }
        } catch {
            throw RunFailure(PartProblem.damaged, place: run.countsPath(part: 0))
        }
        // Counted by several plans, they do not add up.
        throw RunFailure(PartProblem.countedOtherwise, place: run.folder)
    }

    /// Reads the reference tables, with the keys and the groups of the claims.
    private func readTables(_ tables: PartTables, _ pool: BlockPool) async throws -> ExportReading.Outcome {
        let reading = ExportReading(
            run.pipeline.file, options, progress: progress, keys: tables.keys, groups: tables.groups, pool: pool)
        return try await reading.read([], tables: tableFiles, openFiles: tableFiles.joined().map { _ in nil })
    }
}
