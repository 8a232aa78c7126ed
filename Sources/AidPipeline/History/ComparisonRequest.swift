import AidLedger
package import AidModel
package import AidReport

/// What `compare` is asked to do.
package struct ComparisonRequest: Sendable {
    /// The base.
    package var base: ComparedOperand
    package var now: ComparedOperand
    /// nil: both sides are report files.
    package var pipelinePath: String?
    package var output = "reports"
    /// Whether the text has every group, however many there are.
    package var showsAllGroups = false

    package init(base: ComparedOperand, now: ComparedOperand, pipelinePath: String?) {
        self.base = base
        self.now = now
        self.pipelinePath = pipelinePath
    }

    /// Finds both sides and puts them side by side.
    ///
    /// - Returns: the language of the pipeline file, too, if there is one.
    package func report() throws(RunFailure) -> (report: ComparisonReport, language: Language?) {
        let ledger = try FiguresInLedger(pipelinePath: pipelinePath, output: output)
        let base = try side(base, ledger)
        let now = try side(now, ledger)
        guard base.currency == now.currency else {
            throw RunFailure(HistoryProblem.otherCurrency(base: base.currency, now: now.currency))
        }
        let report = ComparisonReport(
            base: base.side, now: now.side, currency: Currency(now.currency) ?? .cny, isOfSpans: isOfSpans,
            fieldTitles: ledger.fieldTitles ?? base.fieldTitles.merging(now.fieldTitles) { $1 },
            limits: ledger.shownGroupLimits, showsAllGroups: showsAllGroups)
        return (report, ledger.language)
    }

    private var isOfSpans: Bool {
        if case .span = base { return true }
        if case .span = now { return true }
        return false
    }

    private func side(
        _ operand: ComparedOperand, _ ledger: FiguresInLedger
    ) throws(RunFailure) -> (side: ComparedSide, currency: String, fieldTitles: [String: BilingualText]) {
        switch operand {
        case .report(let path):
            let report = try ReportFile.read(path)
            var notes: [BilingualText] = []
            if report.isProvisional { notes.append(FiguresInLedger.provisional) }
            let title = FiguresInLedger.title(report.quarter, path: path)
            return (ComparedSide(title: title, cells: report.cells, notes: notes), report.currency, report.fieldTitles)
        case .quarter(let quarter, let choice):
            return (try ledger.side(quarter, choice), try ledger.currency.code, [:])
        case .span(let span):
            return (try ledger.side(span), try ledger.currency.code, [:])
        }
    }
}
