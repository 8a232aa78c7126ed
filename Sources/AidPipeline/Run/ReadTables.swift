import AidInput
import AidModel
import AidStatistics

/// The reference tables of a run, read and ready to be joined.
struct ReadTables: Sendable {
    let join: ClaimJoin
    let tables: [PipelineTable]
    /// Of each table.
    let files: [[RunInput]]
}

/// What a run has to say of its reference tables.
struct RunTables: Sendable {
    private let tables: [PipelineTable]
    private let files: [[RunInput]]
    /// Of each table.
    private let counts: [ReferenceCounts]
    private let minGroup: Int
    /// The people of the table of memberships; nil: nobody asks.
    let census: MemberCensus?

    /// Joins all claims that stand.
    ///
    /// - Parameter read: gets the groups that the tables have made.
    /// - Returns: nil where there is nothing to be joined.
    static func join(
        _ settled: inout SettledClaims, _ read: inout ReadClaims, jobs: Int, _ pipeline: LoadedPipeline
    ) async throws -> RunTables? {
        guard let tables = read.tables else { return nil }
        var memberTable: Int?
        if case .counted(let table, _, _) = pipeline.file.members { memberTable = table }
        let joined = try await tables.join.join(settled, jobs: jobs, membersOf: memberTable)
        try GroupLimit.check(tables.join.groups, pipeline.file.layout)
        settled = joined.claims
        read.groups = tables.join.groups.values()
        return RunTables(
            tables: tables.tables, files: tables.files, counts: joined.counts, minGroup: pipeline.file.minGroup,
            census: joined.census)
    }

    private init(
        tables: [PipelineTable], files: [[RunInput]], counts: [ReferenceCounts], minGroup: Int, census: MemberCensus?
    ) {
        self.census = census
        self.tables = tables
        self.files = files
        self.counts = counts
        self.minGroup = minGroup
    }

    /// What the report says of each.
    var reports: [ReferenceTableReport] {
        tables.indices.map { index in
            ReferenceTableReport(
                name: tables[index].name, keyField: tables[index].keyField,
                files: files[index].map { file in
                    // Each row that is neither rejected nor none was taken.
                    let rejected = file.rejectedByReason.values.reduce(Tally.zero) { $0 + $1 }
                    var balance = Balance()
                    balance.paid = file.records - file.scaffolding - rejected
                    return file.balance(balance)
                }, keyCount: counts[index].keyCount, spellCount: counts[index].spellCount,
                overlappingKeyCount: counts[index].overlappingKeyCount)
        }
    }

    /// The rejected rows, file by file, with their places on disk.
    func rejects() throws(RunFailure) -> [Reject] {
        var rejects: [Reject] = []
        var left = RejectList.limit
        for file in files.joined() { rejects += try file.placed([], left: &left) }
        return rejects
    }

    /// - Throws: where more rows of a table were rejected than records may be (`quality.maxRejected`).
    func check(_ pipeline: LoadedPipeline) throws(RunFailure) {
        for (table, report) in zip(tables, reports) {
            let total = report.balance
            let rows = total.records.recordCount - total.scaffolding.recordCount
            let rejected = total.rejected.recordCount
            guard pipeline.file.maxRejected.isExceeded(by: rejected, of: rows) else { continue }
            throw RunFailure(
                RunProblem.tooManyTableRejects(
                    table: table.name, rejected: rejected, rows: rows, share: RejectLimit.percent(rejected, of: rows)),
                place: pipeline.path)
        }
    }

    /// What a reader of the figures must know of the tables.
    var findings: [Finding] {
        let found = zip(reports, counts).flatMap { report, counts -> [RunFinding] in
            func rough(_ count: Int) -> RoughCount { RoughCount(count, minGroup: minGroup) }
            let isByPerson = report.keyField == "person"
            var findings: [RunFinding] = []
            let rejected = report.balance.rejected.recordCount
            if rejected > 0 {
                let rows = report.balance.records.recordCount - report.balance.scaffolding.recordCount
                findings.append(
                    .tableRejects(
                        table: report.name, count: rejected, share: RejectLimit.percent(rejected, of: rows)))
            }
            if counts.overlappingKeyCount > 0 {
                findings.append(
                    .tableOverlaps(
                        table: report.name, keyCount: counts.overlappingKeyCount, isByPerson: isByPerson))
            }
            if counts.absentCount > 0 {
                findings.append(
                    .tableAbsent(table: report.name, claims: rough(counts.absentCount), isByPerson: isByPerson))
            }
            if counts.gapCount > 0 { findings.append(.tableGaps(table: report.name, claims: rough(counts.gapCount))) }
            if counts.retainedCount > 0 {
                findings.append(.tableRetained(table: report.name, claims: rough(counts.retainedCount)))
            }
            if counts.undatedCount > 0 {
                findings.append(.tableUndated(table: report.name, claims: rough(counts.undatedCount)))
            }
            return findings
        }
        return RunFindings.ofFiles(files.flatMap { $0 }) + found.map(\.finding)
    }
}

/// A number of person-times that no hidden figure can be worked out from.
///
/// Claims of a group that a table makes (无会籍) are a figure of the report, and may be hidden there; so no more is said
/// of them than a multiple of ten times the smallest group shown.
struct RoughCount: Sendable {
    let count: Int
    /// 0: the number is told as it is.
    let unit: Int

    init(_ count: Int, minGroup: Int) {
        self.count = count
        unit = minGroup * 10
    }
}
