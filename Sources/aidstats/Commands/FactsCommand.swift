import AidText
import AidModel
import AidNews
import AidPipeline
import ArgumentParser

struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: Help.facts.abstract,
        discussion: Help.facts.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(
        help: ArgumentHelp(Help.quarterOfFacts, valueName: "2023Q2|latest")
    )
    var quarter = QuarterChoice.latest

    @Option(help: ArgumentHelp(Help.format, valueName: "text|json|jsonl|markdown"))
    var format = NewsFormat.text

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @Flag(name: .customLong("all-groups"), help: ArgumentHelp(Help.allGroupsOfFacts))
    var allGroups = false

    @Option(
        name: .customLong("templates-out"),
        help: ArgumentHelp(Help.templatesOut, valueName: "dir"),
        completion: .directory)
    var templatesOut: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        if templatesOut?.isEmpty ?? false {
            throw UsageProblem.emptyPath(option: "--templates-out").error(common.language)
        }
    }

    func run() throws {
        if let folder = templatesOut {
            return try common.reporting {
                let paths = try TemplateFolder.writeGiven(to: folder)
                try StandardOutput.write(paths.map { $0 + "\n" }.joined())
            }
        }
        var request = FactsRequest(pipelinePath: pipeline)
        request.output = output
        request.includesAllGroups = allGroups
        if case .quarter(let quarter) = quarter { request.quarter = quarter }
        let asked = request
        try common.reporting {
            let answer = try asked.answer()
            if format == .jsonl { return try StandardOutput.write { FactDocument.writeLines(answer.facts, to: &$0) } }
            // Without --lang in the language of the reports.
            let news = try answer.news(common.lang == nil ? answer.language : common.language)
            let text =
                switch format {
                case .text, .jsonl: NewsOutput.text(news)
                case .json: NewsDocument.document.text(news)
                case .markdown: NewsMarkdown.text(news)
                }
            try StandardOutput.write(text)
        }
    }
}

/// How news goes to standard output.
enum NewsFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    /// Of the facts alone, one a line.
    case jsonl
    case markdown
}
