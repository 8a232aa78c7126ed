import AidModel
import AidStatistics

/// What a run has to say of the programme's rules.
struct RunRules: Sendable {
    let report: RuleReport
    /// `rules.csv`.
    let differences: [UInt8]

    /// Holds all claims that stand against the rules.
    ///
    /// - Parameters:
    ///   - groups: those of the claims, before any reference table.
    ///   - names: of the inputs.
    /// - Returns: nil where the pipeline file states none.
    static func audit(
        _ settled: SettledClaims, _ read: ReadClaims, groups: [[String]], names: [String], quarter: Quarter,
        jobs: Int,
        _ pipeline: LoadedPipeline
    ) async throws -> RunRules? {
        guard let rules = pipeline.file.rules, let keys = read.keys else { return nil }
        let audit = try await RuleAudit.audit(settled, rules: rules, groups: groups, quarter: quarter, jobs: jobs)
        return RunRules(
            report: RuleReport(audit, minGroup: pipeline.file.minGroup),
            differences: RulesFile.bytes(
                audit.differences, rules: rules, names: names, groups: groups, keys: keys,
                currency: pipeline.file.programme.currency))
    }
}
