import AidModel
import AidStatistics

/// What a source has read, settled: what becomes of each claim, and where every record went.
struct RunClaims: Sendable {
    private(set) var read: ReadClaims
    private(set) var settled: SettledClaims
    let tables: RunTables?
    let balance: RunBalance

    /// - Throws: where files cannot be counted, or what was read is not what became of it.
    init(
        _ source: ReadClaims, watches: [RestatementWatch] = [], jobs: Int, _ pipeline: LoadedPipeline
    ) async throws {
        var read = source
        try RunFindings.refuse(read.files + read.tableFiles)
        var settled = try await read.settlement.settle(jobs: jobs, watches: watches)
        tables = try await RunTables.join(&settled, &read, jobs: jobs, pipeline)
        try GroupLimit.check(read.groups, pipeline)
        try PersonalDataCheck.check(read.groups, settled, pipeline: pipeline)
        balance = try RunBalance(read, settled, tables, pipeline)
        self.read = read
        self.settled = settled
    }

    /// - Throws: where too much cannot be counted.
    func check(forgottenCount: Int = 0, _ pipeline: LoadedPipeline) throws {
        try balance.check(forgottenCount: forgottenCount, pipeline)
        try tables?.check(pipeline)
    }

    /// What a reader of the figures must know of the records.
    var findings: [Finding] {
        balance.findings(read, settled, forgottenCount: 0) + (tables?.findings ?? [])
    }
}
