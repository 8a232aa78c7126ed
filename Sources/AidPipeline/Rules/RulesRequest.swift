import AidInput
package import AidModel
package import AidReport
import AidStatistics

/// What `rules` is asked to reckon: what other rules would have cost.
package struct RulesRequest: Sendable {
    package var pipelinePath: String
    /// The file of the other rules, of which nothing but `rules` counts.
    package var otherPath: String
    /// nil: the first payment.
    package var from: CalendarDay?
    /// nil: the last payment.
    package var through: CalendarDay?
    /// Stand in for the inputs of the pipeline file.
    package var inputs: [String] = []
    package var jobs = 1
    package var memory = MemoryBudget.usual

    package init(pipelinePath: String, otherPath: String) {
        self.pipelinePath = pipelinePath
        self.otherPath = otherPath
    }

    /// Reads all exports as a run does, and refuses what a run refuses; it writes nothing.
    package func report(
        progress: RunProgress = RunProgress()
    ) async throws -> (report: WhatIfReport, language: Language) {
        OpenFileLimit.raise()
        let pipeline = try LoadedPipeline.load(pipelinePath)
        guard let rules = pipeline.file.rules else {
            throw RunFailure(
                .wrongPipelineFile, [PipelineFinding(.start, .wrongRules(.missing)).problem(path: pipeline.path)])
        }
        let other = try LoadedPipeline.rules(otherPath, upon: pipeline)
        var options = RunOptions(pipelinePath: pipelinePath)
        options.inputs = inputs
        options.memory = memory
        options.jobs = memory.jobs(jobs)
        options.takesDigests = false
        let source = try ExportSource(pipeline, options, progress: progress)
        let claims = try await RunClaims(try await source.read(), jobs: options.jobs, pipeline)
        try claims.check(pipeline)

        let days = claims.settled.daysByQuarter.values
        guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
            throw RunFailure(ReportRefusal.noClaims, place: pipeline.path)
        }
        let (from, through) = (from ?? first, through ?? last)
        // Groups of reference tables are not known to the rules.
        let breakdowns = pipeline.file.reportBreakdowns.filter { breakdown in
            breakdown.columns.count == 1
                && pipeline.file.layout.breakdowns[breakdown.columns[0].place].source?.tableValue == nil
        }
        let whatIf = try await RuleWhatIf.reckon(
            claims.settled, rules: rules, other: other, groups: claims.recordGroups, days: from...max(from, through),
            places: breakdowns.map { $0.columns[0].place }, jobs: options.jobs)
        guard !whatIf.total.isOfFew(minGroup: pipeline.file.minGroup) else {
            throw RunFailure(RulesProblem.ofFew(minGroup: pipeline.file.minGroup), place: pipeline.path)
        }
        let report = WhatIfReport(
            whatIf, programme: pipeline.file.programme, pipelineFile: pipeline.name,
            otherFile: String(otherPath.split(separator: "/").last ?? ""), days: from...max(from, through),
            minGroup: pipeline.file.minGroup, fields: breakdowns.map { ($0.field, $0.title) })
        return (report, pipeline.file.language)
    }
}
