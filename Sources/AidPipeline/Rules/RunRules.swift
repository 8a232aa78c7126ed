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
        _ claims: RunClaims, quarter: Quarter, jobs: Int, _ pipeline: LoadedPipeline
    ) async throws -> RunRules? {
        guard let rules = pipeline.file.rules, let keys = claims.read.keys else { return nil }
        let audit = try await RuleAudit.audit(
            claims.settled, rules: rules, groups: claims.recordGroups, quarter: quarter, jobs: jobs)
        return RunRules(
            report: RuleReport(audit, minGroup: pipeline.file.minGroup),
            differences: RulesFile.bytes(
                audit.differences, rules: rules, names: claims.balance.names, groups: claims.recordGroups, keys: keys,
                currency: pipeline.file.programme.currency))
    }
}
