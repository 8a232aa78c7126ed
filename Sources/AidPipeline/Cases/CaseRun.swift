import AidInput
import AidModel
import AidStatistics

/// One test, read and counted.
struct CaseRun {
    private let test: PipelineCase
    private let pipeline: LoadedPipeline

    init(_ test: PipelineCase, _ pipeline: LoadedPipeline) {
        self.test = test
        self.pipeline = pipeline
    }

    /// How it differs from what it expects.
    ///
    /// - Throws: what is no fault of the test.
    func findings() async throws -> [PipelineFinding] {
        let read: ExportReading.Outcome
        do {
            read = try await self.read()
        } catch let failure as RunFailure where failure.exitCode == .dataRefused {
            return failure.problems.map { finding(.unread($0.what), at: test.place) }
        }
        let settled = try await read.settlement.settle(jobs: 1)
        var balances: [InputBalance] = []
        var rejects: [Reject] = []
        var left = RejectList.limit
        for (file, balance) in zip(read.files, settled.balances) {
            let input = RunInput(file.export, sha256: nil)
            balances.append(input.balance(balance))
            rejects += try input.placed(settled.rejects, left: &left)
        }
        return try await figures(settled, groups: read.groups, balances) + self.rejects(rejects, balances)
    }

    /// Its lines, read as an export is that the pipeline file describes.
    private func read() async throws -> ExportReading.Outcome {
        let input = pipeline.file.inputs.first { ($0.format == .xml) == test.isXML }
        let bytes = Array(test.lines.utf8)
        do {
            let file = try InputFile(name: test.name) { append throws(InputError) in
                let result = bytes.withByteView { view in Result { () throws(InputError) in try append(view) } }
                try result.get()
            }
            var options = RunOptions(pipelinePath: pipeline.path)
            options.takesDigests = false
            options.memory = MemoryBudget(byteCount: MemoryBudget.least)
            let listed = ListedInput(
                name: test.name, path: "", format: input?.exportFormat ?? .csv(delimiter: nil), encoding: .utf8,
                requiresFinalNewline: false)
            return try await ExportReading(pipeline.file, options, progress: RunProgress()).read(
                [listed], openFiles: [file])
        } catch let error as InputError {
            throw RunFailure([error])
        }
    }

    private func figures(
        _ settled: SettledClaims, groups: [[String]], _ inputs: [InputBalance]
    ) async throws -> [PipelineFinding] {
        guard let quarter = test.quarter, !test.figures.isEmpty else { return [] }
        var figures = Figures.zero
        do {
            let request = ReportRequest(
                programme: pipeline.file.programme, quarter: quarter,
                breakdowns: pipeline.file.reportBreakdowns,
                minGroup: pipeline.file.minGroup)
            figures = try await ReportBuilder.report(
                request, claims: settled, groups: groups, inputs: inputs, jobs: 1
            ).figures
        } catch let refusal as ReportRefusal {
            switch refusal {
            // Nobody was aided: that is a figure, too.
            case .noClaims, .noClaimsInQuarter: break
            case .farOffQuarter, .forgottenQuarter, .figuresContradictBalance:
                return [finding(.uncounted(refusal.texts.what), at: test.place)]
            }
        }
        let currency = pipeline.file.programme.currency
        return Measure.allCases.compactMap { measure in
            guard let expected = test.figures[measure], expected.value != figures[measure] else { return nil }
            func text(_ value: Int128) -> String {
                measure == .amount ? CaseAmount.text(value, currency) : "\(value)"
            }
            return finding(
                .figure(measure, expected: text(expected.value), got: text(figures[measure])), at: expected.place)
        }
    }

    private func rejects(_ rejects: [Reject], _ inputs: [InputBalance]) -> [PipelineFinding] {
        let counts = inputs.reduce(into: Balance()) { $0 += $1.balance }.rejectedByReason
        let summaries = RejectSummary.all(rejects, counts: counts)
        return RejectReason.allCases.compactMap { reason in
            let got = counts[reason]?.recordCount ?? 0
            let expected = test.rejects[reason]
            guard got != expected?.value ?? 0 else { return nil }
            let why = summaries.first { $0.reason == reason }?.whole
            return finding(
                .rejects(reason, expected: expected?.value ?? 0, got: got, why: why),
                at: expected?.place ?? test.place)
        }
    }

    private func finding(_ difference: CaseDifference, at place: Place) -> PipelineFinding {
        PipelineFinding(place, .testFailed(test.name, difference))
    }
}
