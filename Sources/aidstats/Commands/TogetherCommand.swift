import AidModel
import AidPipeline
import AidReport
import AidText
import ArgumentParser

struct TogetherCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "together",
        abstract: Help.together.abstract,
        discussion: Help.together.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFiles), completion: .file(extensions: ["yaml", "yml"]))
    var pipelines: [String]

    @Option(help: ArgumentHelp(Help.quarterTogether, valueName: "2023Q2|latest"))
    var quarter = QuarterChoice.latest

    @Option(help: ArgumentHelp(Help.format, valueName: "table|markdown|html|json"))
    var format = TogetherFormat.table

    @OptionGroup var work: WorkOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        try work.check(common)
    }

    func run() async throws {
        var request = TogetherRequest(pipelinePaths: pipelines)
        if case .quarter(let quarter) = quarter { request.quarter = quarter }
        request.jobs = work.threads
        if let budget = work.budget { request.memory = budget }
        let asked = request
        let (report, own, warnings) = try await work.reporting(common) { progress in
            try await asked.report(progress: progress)
        }
        for warning in warnings { common.messages.log(warning, level: .warning) }
        let language = common.lang == nil ? own : common.language
        try common.reporting {
            let shown = JointText(report, language: language)
            let text =
                switch format {
                case .table: shown.text
                case .markdown: shown.markdown
                case .html: try shown.page()
                case .json: TogetherDocument.document.text(report)
                }
            try StandardOutput.write(text)
        }
    }
}

/// How programmes side by side go to standard output.
enum TogetherFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case markdown
    case html
    case json
}
