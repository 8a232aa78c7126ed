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
            let outcome = try await runOnEngine(clock)
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

    private func runOnEngine(_ clock: RunClock) async throws -> RunOutcome {
        guard let spark = options.spark else { return try await run(clock, options) }
        return try await SparkEngine(settings: spark, options: options).run { folder in
            var last = options
            last.countsFolder = folder
            return try await run(clock, last)
        }
    }

    private func run(_ clock: RunClock, _ options: RunOptions) async throws -> RunOutcome {
        OpenFileLimit.raise()
        // Lint.
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let templates = try TemplateFolder.read(pipeline)
        try WrittenPaths.check(options, pipeline)
        let exports: (any ClaimSource)? =
            if let folder = options.countsFolder {
                try PartSource(pipeline, options, folder: folder, progress: progress)
            } else {
                try pipeline.register == nil ? ExportSource(pipeline, options, progress: progress) : nil
            }
        let place = LedgerPlace(pipeline, output: options.output)
        if let quarter = options.quarter { try OutputFolder.checkReplaceable("\(place.home)/\(quarter)") }

        // Lock.
        let locks = try place.lock(waits: options.waits)
        defer { withExtendedLifetime(locks) {} }
        let history = try RunHistory(place, pipeline.file)
        let source: any ClaimSource =
            if let exports { exports } else { try RegisterSource.open(pipeline, options, progress: progress) }

        // Read, settle what becomes of each claim, and close the balance.
        let read = try await source.read()
        let inquiry = try history.inquiry(
            options.quarter, files: read.files, tables: read.tableFiles, pipeline: pipeline.file)
        var claims = try await RunClaims(read, jobs: options.jobs, pipeline, watches: inquiry.watches)
        let rejects = claims.balance.rejectsFile
        if let path = options.rejectsPath { try OutputFolder.replaceFile(path, with: rejects, mode: 0o600) }
        try claims.check(forgottenCount: source.forgottenCount, pipeline)

        // Count, and compare.
        let keeping = claims.read.keeping(claims.settled, since: pipeline.file.programme.since)
        var report = try await count(claims, pipeline, source, history, inquiry, keeping)
        let rules = try await RunRules.audit(claims, report, jobs: options.jobs, pipeline)
        report.rules = rules?.report
        report.members = try await RunMembers.rates(claims, report, jobs: options.jobs, pipeline)
        report.findings += RunFindings.ofMembers(report).map(\.finding)
        try RestatementLimit.check(report, pipeline: pipeline)
        claims.pass(.count)

        // Write.
        let sources = ReportSources(
            pipelineFile: SourceFile(name: pipeline.name, sha256: pipeline.sha256), version: Version.current,
            valuesFiles: pipeline.file.valuesFiles)
        let files = try ReportFiles.files(
            report, sources: sources, pipeline: pipeline.file, templates: templates, vintages: history.vintages,
            rejects: rejects, differences: rules?.differences)
        let recorded = try RecordedRun(report, pipeline: pipeline, files: files, home: place.home)
        let staged = try keeping?.stage(
            claims.read, groups: claims.recordGroups.map(pipeline.file.layout.withoutTablePlaces),
            rejects: claims.balance.heldRejects, for: recorded)

        // Publish.
        let manifest = Manifest(
            report: report, sources: sources, engine: options.engine, jobs: options.jobs, startedAt: clock.start)
        try history.publish(recorded, files, manifest) { staged?.abandon() }
        try RunFailure.afterPublication(of: report.quarter) { () throws(RunFailure) in try staged?.commit() }
        claims.pass(.write)
        return RunOutcome(
            report: report, folder: place.home + "/" + report.quarter.description,
            fileNames: files.map(\.name) + [Manifest.fileName], language: pipeline.file.language,
            warnings: pipeline.warnings.map { $0.problem(path: pipeline.path) }
                + source.warnings.map { RunFailure.Problem(code: $0.finding.code, what: $0.finding.message) },
            timings: claims.read.timings)
    }

    private func count(
        _ claims: RunClaims, _ pipeline: LoadedPipeline, _ source: any ClaimSource, _ history: RunHistory,
        _ inquiry: RestatementInquiry, _ keeping: ClaimKeeping?
    ) async throws -> QuarterReport {
        var request = ReportRequest(pipeline.file, options.quarter)
        request.vintages = history.vintages
        request.earlier = history.earlier
        request.standing = history.standing
        request.whyUnknown = inquiry.whyUnknown.map { .told($0.text) }
        request.forgotten = source.forgotten
        request.keepsPeople = pipeline.file.standard != nil
        do {
            var report = try await ReportBuilder.report(
                request, claims: claims.settled, groups: claims.read.groups, inputs: claims.balance.inputs,
                jobs: options.jobs, witness: keeping?.witness)
            report.tables = claims.tables?.reports ?? []
            report.findings = claims.findings(forgottenCount: source.forgottenCount)
            report.findings += report.observations.map(Finding.init)
            let counts = claims.settled.claimCounts(ofGroups: claims.read.groups.count)
            report.findings += DoubtfulGroups.findings(
                report, groups: claims.read.groups, fields: pipeline.file.layout.breakdowns.map(\.name), counts: counts
            ).map(\.finding)
            // What stands nowhere is no group.
            let standing = zip(claims.read.groups, counts).filter { $0.1 > 0 }
            report.withholdFileNames(pipeline.file.layout, groups: standing.map(\.0))
            return report
        } catch let refusal as ReportRefusal {
            throw RunFailure(refusal, place: pipeline.path)
        }
    }
}

extension ReportRequest {
    /// What a pipeline file asks for, without what was published before.
    init(_ file: PipelineFile, _ quarter: Quarter?) {
        self.init(
            programme: file.programme, quarter: quarter, breakdowns: file.reportBreakdowns, minGroup: file.minGroup,
            pPercent: file.pPercent, measures: file.measures)
    }
}
