import AidModel
import AidNews
import AidPipeline
import AidText
import ArgumentParser

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Help.explainFigure.abstract,
        discussion: Help.explainFigure.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp(Help.factID, valueName: "id"))
    var fact: String?

    @Option(help: ArgumentHelp(Help.quarterOfFacts, valueName: "2023Q2|latest"))
    var quarter = QuarterChoice.latest

    @Option(help: ArgumentHelp(Help.periodOfFigure, valueName: "quarter|yearToDate|cumulative"))
    var period = PublishedCell.Period.quarter

    @Option(
        help: ArgumentHelp(
            Help.measureOfFigure, valueName: FactMeasure.allCases.map(\.rawValue).joined(separator: "|")))
    var measure: FactMeasure?

    @Option(help: ArgumentHelp(Help.groupOfFigure, valueName: "field=name"))
    var group: GroupChoice?

    @Option(help: ArgumentHelp(Help.draftOfFigure, valueName: "file"), completion: .file())
    var draft: String?

    @Option(help: ArgumentHelp(Help.numberOfFigure, valueName: "number"))
    var figure: Int?

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        let ways = [fact != nil, measure != nil, draft != nil].count { $0 }
        if ways != 1 || (draft == nil) != (figure == nil) {
            throw UsageProblem.oneFigure.error(common.language)
        }
    }

    func run() throws {
        let asked = subject
        var request = ExplainRequest(pipelinePath: pipeline, subject: asked)
        request.output = output
        let explained = request
        try common.reporting {
            let (text, _) = try explained.explanation(common.lang == nil ? nil : common.language)
            try StandardOutput.write(text)
        }
    }

    private var subject: ExplainRequest.Subject {
        if let fact { return .fact(fact) }
        if let draft, let figure { return .draft(path: draft, figure: figure) }
        var asked: Quarter?
        if case .quarter(let quarter) = quarter { asked = quarter }
        return .figure(quarter: asked, period: period, measure: measure ?? .recipients, group: group?.group)
    }
}

extension FactMeasure: ExpressibleByArgument {}
