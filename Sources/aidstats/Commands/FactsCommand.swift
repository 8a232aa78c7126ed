import AidText
import AidModel
import AidNews
import AidPipeline
import ArgumentParser

struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Print the facts of a quarter and sentences made of them.",
        discussion: """
            Every figure that may be stated of the quarter, with its exact value, and headline, deck, lead and body \
            that can be printed as they are. A run has made the facts; nothing is counted here.

            A newsroom changes the sentences by changing their templates, which may name facts only:

              aidstats facts aid.yaml --templates-out news-templates

            and then, in aid.yaml, news: { templates: news-templates }.

            Examples:
              aidstats facts pipelines/second-reimbursement.yaml
              aidstats facts aid.yaml --quarter 2023Q2 --lang en
              aidstats facts aid.yaml --format markdown > news.md
            """
    )

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(
        help: ArgumentHelp("The quarter to tell of; by default the last that was reported.", valueName: "2023Q2|latest")
    )
    var quarter = QuarterChoice.latest

    @Option(help: ArgumentHelp("How to write it.", valueName: "text|json|markdown"))
    var format = NewsFormat.text

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @Option(
        name: .customLong("templates-out"),
        help: ArgumentHelp("Write the given templates into this folder instead, to be changed.", valueName: "dir"),
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
        if case .quarter(let quarter) = quarter { request.quarter = quarter }
        let asked = request
        try common.reporting {
            let answer = try asked.answer()
            // Without --lang in the language of the reports.
            let news = try answer.news(common.lang == nil ? answer.language : common.language)
            let text =
                switch format {
                case .text: NewsOutput.text(news)
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
    case markdown
}
