import AidInput
import AidModel
import AidStatistics

/// What a run has to say of the programme's rules.
struct RunRules: Sendable {
    let report: RuleReport
    /// `rules.csv`.
    let differences: [UInt8]

    /// Holds all claims that stand against the rules.
    ///
    /// - Returns: nil where the pipeline file states none.
    static func audit(
        _ claims: RunClaims, _ report: QuarterReport, jobs: Int, _ pipeline: LoadedPipeline
    ) async throws -> RunRules? {
        guard let rules = pipeline.file.rules, let keys = claims.read.keys else { return nil }
        let audit = try await RuleAudit.audit(
            claims.settled, rules: rules, groups: claims.recordGroups, quarter: report.quarter,
            jobs: jobs)
        return RunRules(
            report: RuleReport(
                audit, minGroup: pipeline.file.minGroup, recipientCount: report.figures.recipientCount,
                hidesGroups: hidesGroups(report, pipeline.file)),
            differences: RulesFile.bytes(
                audit.differences, rules: rules, names: claims.balance.names, groups: claims.recordGroups, keys: keys,
                currency: pipeline.file.programme.currency))
    }

    /// Whether the report hides anything of the kinds of care that rules tell apart, or of times, in its quarter.
    private static func hidesGroups(_ report: QuarterReport, _ file: PipelineFile) -> Bool {
        let times = file.layout.breakdowns.filter { $0.source?.isTime == true }.map(\.name)
        let told = Set(times + [file.careField].compactMap { $0 })
        return report.breakdowns.contains { breakdown in
            GroupPair.fields(breakdown.field).contains(where: told.contains)
                && breakdown.groups.contains { $0.withheldCount > 0 || $0.figures.value == nil }
        }
    }
}
