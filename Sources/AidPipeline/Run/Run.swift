package import AidModel
package import AidInput
import AidRegister
import AidReport
package import AidStatistics

/// What a run is asked to do.
package struct RunOptions: Sendable {
    package var pipelinePath: String
    /// nil: the last complete quarter of the data.
    package var quarter: Quarter?
    /// Stand in for the inputs of the pipeline file.
    package var inputs: [String] = []
    package var output = "reports"
    /// Where to write the rejects even if the run is refused.
    package var rejectsPath: String?
    package var jobs = 1
    package var memory = MemoryBudget.usual
    /// Whether to wait for another run to end.
    package var waits = false
    /// Where to write metrics, whether the run succeeds or not.
    package var metricsPath: String?
    /// Whether the SHA-256 of every input is taken.
    package var takesDigests = true
    /// How files are cut up; nothing in the output depends on it.
    package var reading = ReadingSettings()

    package init(pipelinePath: String) {
        self.pipelinePath = pipelinePath
    }
}

/// What a run has published.
package struct RunOutcome: Sendable {
    package let report: QuarterReport
    /// The folder that holds the quarter's files.
    package let folder: String
    package let fileNames: [String]
    package let language: Language
    package let warnings: [RunFailure.Problem]
    package let timings: RunTimings
}

/// From exports to a published folder: the whole way on one page.
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
        // Lint, and find the inputs.
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        // Which of them may be gone, a register knows, and that is opened under the lock.
        let templates = try TemplateFolder.read(pipeline)
        let listedFirst = pipeline.register == nil ? try InputList.list(pipeline, given: options.inputs) : nil
        try checkWrittenPaths(pipeline, listedFirst ?? [])
        let place = LedgerPlace(pipeline, output: options.output)
        let home = place.home
        if let quarter = options.quarter { try OutputFolder.checkReplaceable("\(home)/\(quarter)") }
        let locks = try place.lock(waits: options.waits)
        defer { withExtendedLifetime(locks) {} }
        let history = try RunHistory(place)
        let register = try RunRegister.open(pipeline, for: .writing, waits: options.waits)
        let listed: [ListedInput]
        if let listedFirst {
            listed = listedFirst
        } else {
            listed = try InputList.list(
                pipeline, given: options.inputs, known: register?.inputs.map(\.name) ?? [])
            try checkWrittenPaths(pipeline, listed)
        }

        // Read what is new, and settle what becomes of each claim.
        let (read, files) = try await read(listed, pipeline, register)
        try RunFindings.refuse(files)
        var timings = read.timings
        let inquiry = try history.inquiry(options.quarter, files: files, pipeline: pipeline.file)
        let settled = try await read.settlement.settle(jobs: options.jobs, watches: inquiry.watches)
        timings.pass(.resolve)
        try PersonalDataCheck.check(read.groups, settled, pipeline: pipeline)

        // Balance.
        let inputs = try balanced(files, settled)
        let copies = try RunFindings.copies(
            inputs, of: files.map(\.export?.file), hasClaimNumbers: pipeline.file.layout.claim != nil)
        let rejects = try placed(files, settled)
        if let path = options.rejectsPath {
            try OutputFolder.replaceFile(path, with: RejectsFile.bytes(rejects, names: inputs.map(\.name)), mode: 0o600)
        }
        let balance = inputs.reduce(into: Balance()) { $0 += $1.balance }
        let forgottenCount = register?.forgottenCount ?? 0
        try RejectLimit.check(
            balance, forgottenCount: forgottenCount, rejects: rejects, inputs: inputs, pipeline: pipeline)
        let shared = SharedClaims(settled.otherPersons, names: inputs.map(\.name))
        try shared.check(balance, pipeline: pipeline)

        // Count, and compare.
        let request = ReportRequest(
            programme: pipeline.file.programme, quarter: options.quarter,
            breakdowns: pipeline.file.layout.breakdowns.map { ($0.name, $0.title) }, minGroup: pipeline.file.minGroup,
            vintages: history.vintages, whyUnknown: inquiry.whyUnknown, forgotten: register?.forgotten)
        var findings = RunFindings.ofFiles(files) + RunFindings.notKept(files) + copies
        findings += read.intake?.source.findings ?? []
        findings += RunFindings.findings(balance, forgottenCount: forgottenCount)
        findings += [shared.finding].compactMap { $0 }
        findings += RunFindings.amountScale(settled, names: inputs.map(\.name))
        let peopleQuarters = read.intake?.peopleQuarters(settled, since: pipeline.file.programme.since)
        var report = try await refusing {
            try await ReportBuilder.report(
                request, claims: settled, groups: read.groups, inputs: inputs,
                findings: findings, jobs: options.jobs, witness: peopleQuarters?.witness)
        }
        report.findings += SimilarGroups.findings(report, groups: read.groups, settled)
        try RestatementLimit.check(report, pipeline: pipeline)
        timings.pass(.count)

        // Write, and publish.
        let sources = ReportSources(
            pipelineFileName: pipeline.name, pipelineFileSHA256: pipeline.sha256, version: Version.current)
        var output = try ReportFiles.files(
            report, sources: sources, pipeline: pipeline.file, templates: templates, vintages: history.vintages)
        let rejectsFile = RejectsFile.bytes(rejects, names: inputs.map(\.name))
        output.append(OutputFile(name: "rejects.csv", bytes: rejectsFile, mode: 0o600))
        let recorded = RecordedRun(report, pipeline: pipeline, files: output, home: home)
        let state = peopleQuarters.flatMap { read.intake?.state(settled, $0) }
        let staged = try state.flatMap { state throws(RunFailure) in
            try read.intake?.stage(
                files, rejects: rejects, groups: read.groups, state,
                publication: RegisterPublication(reportSHA256: recorded.reportSHA256, folder: recorded.folder))
        }
        try put(
            output, Manifest(report: report, sources: sources, jobs: options.jobs, clock: clock), recorded,
            in: home, history, undo: { staged?.abandon() })
        try RunFailure.afterPublication(of: report.quarter) { () throws(RunFailure) in
            if let staged {
                _ = try withRegister { try staged.commit() }
            } else if let state {
                try read.intake?.keep(state)
            }
        }
        timings.pass(.write)
        return RunOutcome(
            report: report, folder: home + "/" + report.quarter.description,
            fileNames: output.map(\.name) + [Manifest.fileName], language: pipeline.file.language,
            warnings: pipeline.warnings.map { $0.problem(path: pipeline.path) }, timings: timings)
    }

    /// Puts the folder of a quarter in its place, and the run into the ledger: both or neither.
    ///
    /// Where both are there already, nothing changes.
    ///
    /// - Parameter undo: called where neither is.
    private func put(
        _ files: [OutputFile], _ manifest: Manifest, _ run: RecordedRun, in home: String, _ history: RunHistory,
        undo: () -> Void
    ) throws(RunFailure) {
        let name = run.quarter.description
        if try history.holds(run), OutputFolder.holds(files, as: name, in: home) { return }
        try history.record(
            run,
            putInPlace: { () throws(RunFailure) in
                try OutputFolder.publish(files + [manifest.file], as: name, in: home)
            }, undo: undo)
    }

    /// Reads the exports; of those that a register knows, their claims come from there.
    ///
    /// - Returns: what reading leaves, and all inputs in input order.
    private func read(
        _ listed: [ListedInput], _ pipeline: LoadedPipeline, _ register: Register?
    ) async throws -> (ExportReading.Outcome, [RunInput]) {
        guard let register else {
            let read = try await reading(pipeline.file, nil).read(listed, openFiles: listed.map { _ in nil })
            return (read, read.files.map { RunInput($0.export, sha256: $0.sha256) })
        }
        guard options.takesDigests else {
            throw RunFailure(
                .wrongUsage, code: "register-needs-digests", place: options.pipelinePath,
                zh: "登记册凭 SHA-256 识别导出文件，不能用 --no-digest", en: "a register knows exports by their SHA-256",
                mend: BilingualText(zh: "请去掉 --no-digest", en: "leave out --no-digest"))
        }
        let (joined, new) = try await RunRegister.join(
            register, listed, pipeline: pipeline.file, jobs: options.jobs)
        let read = try await reading(pipeline.file, joined).read(new.map(\.listed), openFiles: new.map(\.file))
        let kept = Dictionary(grouping: try withRegister { try register.rejects(places: joined.places) }) {
            $0.position.fileIndex
        }
        let known = register.inputs.indices.map { number in
            RunInput(
                register.inputs[number], name: joined.names[number],
                rejects: kept[joined.places[number], default: []])
        }
        let all = known + zip(read.files, new).map { RunInput($0.export, sha256: $1.sha256) }
        return (read, zip(joined.places, all).sorted { $0.0 < $1.0 }.map(\.1))
    }

    private func reading(_ pipeline: PipelineFile, _ register: RunRegister?) -> ExportReading {
        var settings = options.reading
        settings.jobs = options.jobs
        let exchangeByteCount = options.memory.exchangeByteCount(jobs: options.jobs)
        var layout = pipeline.layout
        layout.forgottenBefore = register?.register.forgotten?.exactFrom.firstDay
        return ExportReading(
            layout: layout, since: pipeline.programme.since, settings: settings,
            // With a register, every export was known by its digest before it was read.
            takesDigests: options.takesDigests && register == nil,
            makePool: { BlockPool(byteLimit: exchangeByteCount, spill: SpillFile()) }, progress: progress,
            register: register)
    }

    /// The lists of rejects and of metrics must not take the place of what a run reads or keeps.
    private func checkWrittenPaths(_ pipeline: LoadedPipeline, _ listed: [ListedInput]) throws(RunFailure) {
        var kept = [options.pipelinePath, LedgerPlace(pipeline, output: options.output).path] + listed.map(\.path)
        if let register = pipeline.register {
            kept.append(register.keyFile)
            kept += OutputFolder.paths(in: register.folder)
        }
        let written = [("--rejects", options.rejectsPath), ("--metrics", options.metricsPath)]
        for (option, path) in written {
            guard let path, let identity = FileIdentity(path),
                kept.contains(where: { FileIdentity($0) == identity })
            else { continue }
            throw RunFailure(
                .wrongUsage, code: "output-over-input", place: path, zh: "\(option) 会覆盖本次运行要读取或保存的文件",
                en: "\(option) would overwrite a file that this run reads or keeps",
                mend: BilingualText(zh: "请换一个文件名", en: "give it another name"))
        }
    }

    /// Every input with its balance, which must close: what was read against what became of it.
    private func balanced(_ files: [RunInput], _ settled: SettledClaims) throws(RunFailure) -> [InputBalance] {
        let inputs = zip(files, settled.balances).map { file, balance in file.balance(balance) }
        if let open = inputs.first(where: { !$0.balance.closes }) { throw ownFault("balance-open", open.name) }
        return inputs
    }

    /// All rejects in input order, with their places on disk.
    private func placed(_ files: [RunInput], _ settled: SettledClaims) throws(RunFailure) -> [Reject] {
        var settledByFile: [Int: [Reject]] = [:]
        for reject in settled.rejects { settledByFile[reject.position.fileIndex, default: []].append(reject) }
        var rejects: [Reject] = []
        for (index, file) in files.enumerated() { rejects += try file.placed(settledByFile[index, default: []]) }
        return rejects
    }

    /// Turns a refusal of the statistics into one that the user reads.
    private func refusing(_ build: () async throws -> QuarterReport) async throws -> QuarterReport {
        do {
            return try await build()
        } catch let refusal as ReportRefusal {
            switch refusal {
            case .noClaims:
                throw RunFailure(
                    .dataRefused, code: "no-claims", place: options.pipelinePath, zh: "数据中没有有效的已付款赔付",
                    en: "no paid claim stands in the data",
                    mend: BilingualText(
                        zh: "请检查输入文件和 count.status", en: "check the inputs, and `count.status` of the pipeline file"))
            case .noClaimsInQuarter(let quarter, let first, let last):
                throw RunFailure(
                    .dataRefused, code: "no-claims-in-quarter", place: options.pipelinePath,
                    zh: "数据中没有 \(quarter) 的赔付；数据从 \(first) 到 \(last)",
                    en: "no claim of the data is dated in \(quarter); they run from \(first) to \(last)",
                    mend: BilingualText(zh: "请检查 --quarter 和输入文件", en: "check --quarter and the inputs"))
            case .farOffQuarter(let quarter, let first, let last):
                throw RunFailure(
                    .dataRefused, code: "far-off-quarter", place: options.pipelinePath,
                    zh: "\(quarter) 远离其余数据（从 \(first) 到 \(last)），其赔付的日期应是写错了",
                    en: "\(quarter) is far from all other data, which run from \(first) to \(last): the dates of its "
                        + "claims must be wrong",
                    mend: BilingualText(zh: "请检查 --quarter，或更正导出中的日期", en: "check --quarter, or correct the dates"))
            case .forgottenQuarter(let quarter, let exactFrom):
                throw RunFailure(
                    .dataRefused, code: "quarter-forgotten", place: options.pipelinePath,
                    zh: "登记册已删去 \(exactFrom) 之前的记录，无法重新统计 \(quarter)",
                    en:
                        "the register has forgotten all records before \(exactFrom), so \(quarter) cannot be counted anew",
                    mend: BilingualText(
                        zh: "用 aidstats history 或 compare 查看当时公布的数字",
                        en: "see what was published with aidstats history or compare"))
            case .figuresContradictBalance:
                throw ownFault("figures-contradict-balance", options.pipelinePath)
            }
        }
    }

    private func ownFault(_ code: String, _ place: String) -> RunFailure {
        RunFailure(
            .ownFault, code: code, place: place, zh: "平衡表不平，这是程序的错误；没有写出任何结果",
            en: "the balance does not close, which is this program's own fault; nothing was written",
            mend: BilingualText(zh: "请附上流程文件报告此问题", en: "please report it with the pipeline file"))
    }
}
