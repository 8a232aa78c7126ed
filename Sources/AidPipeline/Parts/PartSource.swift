import AidModel
import AidStatistics

/// What other processes have read, settled and counted.
struct PartSource: ClaimSource {
    private let run: PartRun
    private let options: RunOptions

    var forgotten: ForgottenQuarters? { nil }
    var forgottenCount: Int { 0 }
    var warnings: [RunFinding] { run.inputs.warnings }

    /// Finds out how the run was divided.
    init(_ pipeline: LoadedPipeline, _ options: RunOptions, folder: String) throws(RunFailure) {
        self.options = options
        run = try PartRun(
            pipeline, given: options.inputs, folder: folder,
            pieceCount: try PartRun.count("piece", "claims", in: folder),
            partCount: try PartRun.count("part", "standing", in: folder))
        try WrittenPaths.check(options, pipeline, inputs: run.inputs.files)
    }

    func read() async throws -> ReadClaims {
        let (settlement, tables) = run.makeSettlement(options)
        let loading = PartLoading(run, settlement, tables, jobs: options.jobs)
        let files = try run.inputs(try await loading.pieces(of: nil))
        let watches = try await loading.settled([.measured, .ruled, .amounts])
        let counts = try loading.counts()
        let peopleCounts: PeopleCounts?
        do {
            peopleCounts = try PeopleCounts(counts) { try await loading.people() }
        } catch is DamagedBytes {
            throw RunFailure(PartProblem.damaged, place: run.countsPath(part: 0))
        }
        // Counted by several plans, they do not add up.
        guard let peopleCounts else { throw RunFailure(PartProblem.countedOtherwise, place: run.folder) }
        try GroupLimit.check(tables.groups, run.pipeline.file.layout)
        return ReadClaims(
            files: files, settlement: settlement, groups: tables.groups.values(), keys: tables.keys,
            timings: RunTimings(reading: [], jobs: options.jobs), findings: run.inputs.findings, intake: nil,
            parts: DoneParts(watches: watches, peopleCounts: peopleCounts))
    }
}
