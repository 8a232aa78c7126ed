import AidModel
import AidStatistics

/// What a source has read, settled: what becomes of each claim, and where every record went.
struct RunClaims: Sendable {
    private(set) var read: ReadClaims
    let settled: SettledClaims
    /// For each groups code the values that the records have, before any reference table.
    let recordGroups: [[String]]
    let tables: RunTables?
    let balance: RunBalance

    /// - Parameter watches: the quarters of which to tell what late inputs have changed in them.
    /// - Throws: where files cannot be counted, or what was read is not what became of it.
    init(
        _ source: ReadClaims, jobs: Int, _ pipeline: LoadedPipeline,
        watches: [RestatementWatch] = []
    ) async throws {
        var read = source
        try RunFindings.refuse(read.files + read.tableFiles)
        if let parts = read.parts, !watches.allSatisfy(parts.watches.contains) {
            throw RunFailure(PartProblem.settledOtherwise, place: pipeline.path)
        }
        var settled = try await read.settlement.settle(jobs: jobs, watches: watches)
        settled.peopleCounts = read.parts?.peopleCounts
        recordGroups = read.groups
        tables = try await RunTables.join(&settled, &read, jobs: jobs, pipeline)
        read.timings.pass(.resolve)
        try GroupLimit.check(read.groups, pipeline)
        try PersonalDataCheck.check(read.groups, settled, pipeline: pipeline)
        balance = try RunBalance(read, settled, tables, pipeline)
        self.read = read
        self.settled = settled
    }

    /// - Throws: where too much cannot be counted, or counts for somebody else.
    func check(forgottenCount: Int = 0, _ pipeline: LoadedPipeline) throws {
        try balance.check(forgottenCount: forgottenCount, pipeline)
        try tables?.check(pipeline)
    }

    /// What a reader of the figures must know of the records.
    func findings(forgottenCount: Int = 0) -> [Finding] {
        balance.findings(read, settled, forgottenCount: forgottenCount) + (tables?.findings ?? [])
    }

    /// Says that the time since the last call went into a stage.
    mutating func pass(_ stage: RunTimings.Stage) {
        read.timings.pass(stage)
    }
}
