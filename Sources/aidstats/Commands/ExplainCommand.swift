import AidModel
import AidNews
import AidPipeline
import AidText
import ArgumentParser

struct ExplainCommand: LongCommand {
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

    @Option(help: ArgumentHelp(Help.measureOfFigure, valueName: "measure"))
    var measure: FactMeasure?

    @Option(help: ArgumentHelp(Help.groupOfFigure, valueName: "field=name"))
    var group: GroupChoice?

    @Option(help: ArgumentHelp(Help.draftOfFigure, valueName: "file"), completion: .file())
    var draft: String?

    @Option(help: ArgumentHelp(Help.numberOfFigure, valueName: "number"))
    var figure: Int?

    @Option(help: ArgumentHelp(Help.formatOfExplanation, valueName: "text|json"))
    var format = ExplainRequest.Format.text

    @Option(help: ArgumentHelp(Help.claimsOfFigure, valueName: "file"), completion: .file(extensions: ["csv"]))
    var claims: String?

    @Option(help: ArgumentHelp(Help.inputOfClaims, valueName: "path"), completion: .file())
    var input: [String] = []

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @OptionGroup var work: WorkOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        try work.check(common)
        if claims?.isEmpty == true {
            throw UsageProblem.emptyPath(option: "--claims", isFolder: false).error(common.language)
        }
        let ways = [fact != nil, measure != nil, draft != nil].count { $0 }
        if ways != 1 || (draft == nil) != (figure == nil) {
            throw UsageProblem.oneFigure.error(common.language)
        }
    }

    /// To explain reads what a run has left; to list claims reads the exports.
    var takesLong: Bool { claims != nil }

    func run() throws {
        let request = request
        try common.reporting { try tell(request) }
    }

    /// The same, and the claims behind it.
    func run() async throws {
        let request = request
        try common.reporting { try tell(request) }
        guard let claims else { return }
        var options = RunOptions(pipelinePath: pipeline)
        options.inputs = input
        options.jobs = work.threads
        if let budget = work.budget { options.memory = budget }
        let asked = options
        let count = try await work.reporting(common) { progress in
            try await request.writeClaims(to: claims, asked, progress: progress)
        }
        common.messages.log(ExplainRequest.written(count, to: claims))
    }

    private func tell(_ request: ExplainRequest) throws(RunFailure) {
        try StandardOutput.write(request.explanation(common.lang == nil ? nil : common.language, as: format))
    }

    private var request: ExplainRequest {
        var request = ExplainRequest(pipelinePath: pipeline, subject: subject)
        request.output = output
        return request
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
extension ExplainRequest.Format: ExpressibleByArgument {}
