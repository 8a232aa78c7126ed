import AidText
import AidModel
import AidCheck
import AidPipeline
import ArgumentParser

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every figure of a newspaper draft against the facts.",
        discussion: """
            Finds every figure of a text, Markdown or HTML file, understands what it speaks of, and says whether it is \
            right, right but rounded otherwise, wrong (and what should stand there), against other figures of the \
            draft, or not known.

            Exits 0 if nothing is wrong, 65 if something is. What is not known is counted, and is no failure.

            Examples:
              aidstats check story.md --pipeline pipelines/second-reimbursement.yaml --date 2023-07-16
              aidstats check story.txt --no-facts
              aidstats check - --pipeline aid.yaml --html checked.html < story.txt
            """
    )

    @Argument(help: "The draft, - for standard input.", completion: .file())
    var draft: String

    @Option(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String?

    @Flag(name: .customLong("no-facts"), help: "Check the draft against itself alone, without any figures.")
    var noFacts = false

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @Option(
        help: ArgumentHelp(
            "The quarter that the draft is about; by default the first it names.", valueName: "2023Q2"))
    var quarter: Quarter?

    @Option(
        help: ArgumentHelp(
            "The day of the draft, by which “this year” is understood.", valueName: "2023-07-16"))
    var date: DayChoice?

    @Option(help: ArgumentHelp("How to write the check.", valueName: "text|json"))
    var format = CheckFormat.text

    @Option(help: ArgumentHelp("Write the draft with every figure marked as a page too.", valueName: "file"))
    var html: String?

    @Option(
        name: .customLong("input-format"),
        help: ArgumentHelp(
            "How the draft is written; by default what its name tells.", valueName: "text|markdown|html"))
    var inputFormat: DraftFormat?

    @Option(help: ArgumentHelp("auto, utf-8, gb18030 (also gbk, gb2312) or utf-16.", valueName: "encoding"))
    var encoding = "auto"

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if noFacts == (pipeline != nil) {
            throw UsageProblem.neitherFactsNorNone.error(common.language)
        }
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        if html?.isEmpty == true {
            throw UsageProblem.emptyPath(option: "--html", isFolder: false).error(common.language)
        }
    }

    func run() throws {
        var request = DraftCheckRequest(draftPath: draft)
        request.pipelinePath = pipeline
        request.output = output
        request.quarter = quarter
        request.date = date?.day
        request.format = inputFormat
        let asked = request
        let isWrong = try common.reporting {
            let (check, language) = try asked.reading(encoding).run()
            let spoken = common.lang == nil ? language ?? common.language : common.language
            if let html { try DraftCheckRequest.write(check.html(spoken), to: html) }
            try StandardOutput.write(format == .json ? DraftCheckDocument.document.text(check) : check.text(spoken))
            return check.isWrong
        }
        if isWrong { throw ReportedFailure(exitCode: AidPipeline.ExitCode.dataRefused.rawValue) }
    }
}

/// How a check goes to standard output.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

extension DraftFormat: ExpressibleByArgument {}
