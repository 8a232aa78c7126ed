import AidText
import AidInput
import AidModel
import AidReport
import AidStatistics

/// From exports to a published folder: the whole way on one page.
///
///     lint ─▶ lock ─▶ read ─▶ balance ─▶ count ─▶ write ─▶ publish
package struct Run: Sendable {
    private let options: RunOptions
    private let progress: RunProgress

    package init(_ options: RunOptions, progress: RunProgress = RunProgress()) {
        var options = options
        options.jobs = options.memory.jobs(options.jobs)
        self.options = options
        self.progress = progress
    }

    /// - Throws: a `RunFailure`, whatever has gone wrong.
    package func run() async throws -> RunOutcome {
        let clock = RunClock()
        let metrics = options.metricsPath.map {
            RunMetrics(
                path: $0, pipelineName: String(options.pipelinePath.split(separator: "/").last ?? ""), clock: clock)
        }
        do {
            let outcome = try await run(clock)
            try RunFailure.afterPublication(of: outcome.report.quarter) { () throws(RunFailure) in
                try metrics?.write(outcome.report)
            }
            return outcome
        } catch {
            let failure = RunFailure(telling: error)
            // Wrong usage may be that metrics would overwrite something; and an unread pipeline file may be it.
            let isSafe = failure.exitCode != .wrongUsage && failure.exitCode != .wrongPipelineFile
            if isSafe { metrics?.write(failed: failure.exitCode) }
            throw failure
        }
    }

    private func run(_ clock: RunClock) async throws -> RunOutcome {
        OpenFileLimit.raise()
        // Lint.
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let templates = try TemplateFolder.read(pipeline)
        try WrittenPaths.check(options, pipeline)
        let exports = try pipeline.register == nil ? ExportSource(pipeline, options, progress: progress) : nil
        let place = LedgerPlace(pipeline, output: options.output)
        if let quarter = options.quarter { try OutputFolder.checkReplaceable("\(place.home)/\(quarter)") }

        // Lock.
        let locks = try place.lock(waits: options.waits)
        defer { withExtendedLifetime(locks) {} }
        let history = try RunHistory(place, pipeline.file)
        let source: any ClaimSource =
            if let exports { exports } else { try RegisterSource.open(pipeline, options, progress: progress) }

        // Read, and settle what becomes of each claim.
        var read = try await source.read()
        try RunFindings.refuse(read.files + read.tableFiles)
        let inquiry = try history.inquiry(
            options.quarter, files: read.files, tables: read.tableFiles, pipeline: pipeline.file)
        var settled = try await read.settlement.settle(jobs: options.jobs, watches: inquiry.watches)
        let claimGroups = read.groups
        let tables = try await RunTables.join(&settled, &read, jobs: options.jobs, pipeline)
        read.timings.pass(.resolve)
        try GroupLimit.check(read.groups, pipeline)
        try PersonalDataCheck.check(read.groups, settled, pipeline: pipeline)

        // Balance.
        let balance = try RunBalance(read, settled, tables, pipeline)
        if let path = options.rejectsPath { try OutputFolder.replaceFile(path, with: balance.rejectsFile, mode: 0o600) }
        try balance.check(forgottenCount: source.forgottenCount, pipeline)
        try tables?.check(pipeline)

        // Count, and compare.
        let keeping = read.keeping(settled, since: pipeline.file.programme.since)
        var report = try await count(settled, read, balance, tables, pipeline, source, history, inquiry, keeping)
        let rules = try await RunRules.audit(
            settled, read, groups: claimGroups, names: balance.names, quarter: report.quarter,
            jobs: options.jobs, pipeline)
        report.rules = rules?.report
        report.members = pipeline.file.members.map { MemberRates(report, $0) }
        try RestatementLimit.check(report, pipeline: pipeline)
        read.timings.pass(.count)

        // Write.
        let sources = ReportSources(
            pipelineFile: SourceFile(name: pipeline.name, sha256: pipeline.sha256), version: Version.current,
            valuesFiles: pipeline.file.valuesFiles)
        let files = try ReportFiles.files(
            report, sources: sources, pipeline: pipeline.file, templates: templates, vintages: history.vintages,
            rejects: balance.rejectsFile, differences: rules?.differences)
        let recorded = try RecordedRun(report, pipeline: pipeline, files: files, home: place.home)
        let staged = try keeping?.stage(read, rejects: balance.heldRejects, for: recorded)

        // Publish.
        let manifest = Manifest(report: report, sources: sources, jobs: options.jobs, startedAt: clock.start)
        try history.publish(recorded, files, manifest) { staged?.abandon() }
        try RunFailure.afterPublication(of: report.quarter) { () throws(RunFailure) in try staged?.commit() }
        read.timings.pass(.write)
        return RunOutcome(
            report: report, folder: place.home + "/" + report.quarter.description,
            fileNames: files.map(\.name) + [Manifest.fileName], language: pipeline.file.language,
            warnings: pipeline.warnings.map { $0.problem(path: pipeline.path) }
                + source.warnings.map { RunFailure.Problem(code: $0.finding.code, what: $0.finding.message) },
            timings: read.timings)
    }

    private func count(
        _ settled: SettledClaims, _ read: ReadClaims, _ balance: RunBalance, _ tables: RunTables?,
        _ pipeline: LoadedPipeline,
        _ source: any ClaimSource, _ history: RunHistory, _ inquiry: RestatementInquiry, _ keeping: ClaimKeeping?
    ) async throws -> QuarterReport {
        let request = ReportRequest(
            programme: pipeline.file.programme, quarter: options.quarter,
            breakdowns: pipeline.file.reportBreakdowns, minGroup: pipeline.file.minGroup,
            measures: pipeline.file.measures, vintages: history.vintages, earlier: history.earlier,
            standing: history.standing, whyUnknown: inquiry.whyUnknown.map { .told($0.text) },
            forgotten: source.forgotten)
        do {
            var report = try await ReportBuilder.report(
                request, claims: settled, groups: read.groups, inputs: balance.inputs,
                jobs: options.jobs, witness: keeping?.witness)
            report.tables = tables?.reports ?? []
            report.findings = balance.findings(read, settled, forgottenCount: source.forgottenCount)
            report.findings += tables?.findings ?? []
            report.findings += report.observations.map(Finding.init)
            let counts = settled.claimCounts(ofGroups: read.groups.count)
            report.findings += DoubtfulGroups.findings(
                report, groups: read.groups, fields: pipeline.file.layout.breakdowns.map(\.name), counts: counts
            ).map(\.finding)
            // What stands nowhere is no group.
            let standing = zip(read.groups, counts).filter { $0.1 > 0 }
            report.withholdFileNames(pipeline.file.layout, groups: standing.map(\.0))
            return report
        } catch let refusal as ReportRefusal {
            throw RunFailure(refusal, place: pipeline.path)
        }
    }
}
