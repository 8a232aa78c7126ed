import AidCheck
import AidLedger
package import AidModel
package import AidNews
import AidReport
import AidStatistics
import AidText

/// What `explain` is asked about.
package struct ExplainRequest: Sendable {
    /// Which figure.
    package enum Subject: Sendable {
        case fact(String)
        /// - Parameter quarter: nil: the last one that was reported.
        case figure(
            quarter: Quarter?, period: PublishedCell.Period, measure: FactMeasure, group: PublishedCell.Group?)
        /// A figure of a draft, by its number in the check.
        case draft(path: String, figure: Int)
    }

    package var pipelinePath: String
    package var subject: Subject
    package var output = "reports"

    package init(pipelinePath: String, subject: Subject) {
        self.pipelinePath = pipelinePath
        self.subject = subject
    }

    /// Reads facts, report and ledger, for which no run has to end; nothing is counted.
    ///
    /// - Returns: the explanation, for people and for programs.
    package func explanation(
        _ spoken: Language?, as format: Format
    ) throws(RunFailure) -> String {
        let explanation = try explanation(spoken)
        return switch format {
        case .text: explanation.text
        case .json: ExplanationDocument.document.text(explanation)
        }
    }

    /// For whom it is told.
    package enum Format: String, Sendable, CaseIterable {
        /// For people.
        case text
        /// For programs.
        case json
    }

    private func explanation(_ spoken: Language?) throws(RunFailure) -> FigureExplanation {
        let pipeline = try LoadedPipeline.load(pipelinePath)
        let language = spoken ?? pipeline.file.language
        let place = LedgerPlace(pipeline, output: output)
        let ledger = try place.openToRead()
        let vintages = try withLedger { try ledger?.vintages() ?? [] }
        let (set, fact) = try found()
        let report = try read(set, in: "\(place.home)/\(set.quarter)", pipeline)
        return FigureExplanation(
            fact, of: set, report: report?.report, inputs: report?.inputs ?? [], vintages: vintages,
            changes: report?.changes, pipeline: pipeline, language: language)
    }

    /// Writes the claims behind the figure, which takes as long as reading the exports.
    ///
    /// - Parameters:
    ///   - path: the file, which only its owner may read.
    ///   - options: how to read: threads, memory, and inputs that stand in for those of the pipeline file.
    /// - Returns: how many claims there are.
    package func writeClaims(to path: String, _ options: RunOptions, progress: RunProgress) async throws -> Int {
        let pipeline = try LoadedPipeline.load(pipelinePath)
        let (set, fact) = try found()
        let place = LedgerPlace(pipeline, output: output)
        let behind = try ClaimsBehind(fact, of: set, pipeline: pipeline, folder: "\(place.home)/\(set.quarter)")
        var options = options
        options.output = output
        options.claimsPath = path
        let (bytes, claimCount) = try await behind.file(options, progress: progress)
        try OutputFolder.replaceFile(path, with: bytes, mode: 0o600)
        return claimCount
    }

    // MARK: Which fact

    private func found() throws(RunFailure) -> (FactSet, Fact) {
        switch subject {
        case .fact(let id): return try found(id, among: [Quarter(String(id.prefix(6))), nil])
        case .draft(let path, let number): return try found(try id(number, of: path), among: nil)
        case .figure(let quarter, let period, let measure, let group):
            let set = try facts(quarter)
            for kind in [FactKind.level, .average] {
                // The id of a fact does not tell the day on which the programme began.
                let span: FactPeriod =
                    switch period {
                    case .quarter: .quarter(set.quarter)
                    case .yearToDate: .yearToDate(through: set.quarter)
                    case .cumulative: .cumulative(since: set.quarter.firstDay, through: set.quarter)
                    }
                let id = FactID(span, group: group.map(FactGroup.init), measure, kind)
                if let fact = set[id] { return (set, fact) }
            }
            throw RunFailure(ExplainProblem.noFigure, place: "\(set.quarter)")
        }
    }

    /// - Parameter quarters: whose facts may have it, likely ones first; nil: that of its id, then the last one.
    private func found(_ id: String, among quarters: [Quarter?]?) throws(RunFailure) -> (FactSet, Fact) {
        for quarter in quarters ?? [Quarter(String(id.prefix(6))), nil] {
            if let set = try? facts(quarter), let fact = set[id] { return (set, fact) }
        }
        // Whether there are facts at all.
        _ = try facts(nil)
        throw RunFailure(ExplainProblem.noFigure, place: id)
    }

    private func facts(_ quarter: Quarter?) throws(RunFailure) -> FactSet {
        var request = FactsRequest(pipelinePath: pipelinePath)
        request.output = output
        request.quarter = quarter
        request.includesAllGroups = true
        return try request.answer().facts
    }

    /// The fact behind a figure of a draft.
    private func id(_ number: Int, of path: String) throws(RunFailure) -> String {
        var request = DraftCheckRequest(draftPath: path)
        request.pipelinePath = pipelinePath
        request.output = output
        var count = 0
        var ids: [String]?
        try request.runPieces { check, _ throws(RunFailure) in
            let place = number - check.firstNumber
            if check.figures.indices.contains(place) { ids = check.figures[place].factIDs }
            count += check.figures.count
        }
        guard let ids else { throw RunFailure.noFigure(number, count: count, option: "--figure") }
        guard let first = ids.first else { throw RunFailure(ExplainProblem.noFactOfFigure(number), place: path) }
        return first
    }

    // MARK: What it stands on

    /// The report behind the facts; nil: they come from what was published alone.
    private func read(
        _ set: FactSet, in folder: String, _ pipeline: LoadedPipeline
    ) throws(RunFailure) -> (report: QuarterReport, inputs: [ReportReading.Input], changes: ReportReading.Causes?)? {
        guard set.sources.contains(where: { $0.key == FactSource.runKey }),
            let bytes = OutputFolder.read(ReportFiles.jsonName, in: folder)
        else { return nil }
        do throws(JSONProblem) {
            let report = try ReportReading.report(bytes, programme: pipeline.file.programme) { quarter in
                set[FactID(.quarter(quarter), .recipients, .level)]?.isProvisional ?? false
            }
            return (report, try ReportReading.inputs(bytes), try ReportReading.causes(bytes))
        } catch {
            throw RunFailure(HistoryProblem.noReportFile, place: folder + "/" + ReportFiles.jsonName)
        }
    }
}
