import AidText
import AidModel
import AidCheck
import AidPipeline
import ArgumentParser

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Help.check.abstract,
        discussion: Help.check.discussion
    )

    @Argument(help: ArgumentHelp(Help.draft), completion: .file())
    var draft: String

    @Option(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String?

    @Flag(name: .customLong("no-facts"), help: ArgumentHelp(Help.noFacts))
    var noFacts = false

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @Option(
        help: ArgumentHelp(
            Help.quarterOfDraft, valueName: "2023Q2"))
    var quarter: Quarter?

    @Option(
        help: ArgumentHelp(
            Help.dayOfDraft, valueName: "2023-07-16"))
    var date: DayChoice?

    @Option(help: ArgumentHelp(Help.checkFormat, valueName: "text|json"))
    var format = CheckFormat.text

    @Option(help: ArgumentHelp(Help.html, valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp(Help.explain, valueName: "number"))
    var explain: Int?

    @Option(
        name: .customLong("input-format"),
        help: ArgumentHelp(
            Help.inputFormat, valueName: "text|markdown|html"))
    var inputFormat: DraftFormat?

    @Option(help: ArgumentHelp(Help.encoding, valueName: "encoding"))
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
        if explain != nil, format == .json || html != nil {
            throw UsageProblem.explanationIsText.error(common.language)
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
            let asked = try asked.reading(encoding)
            if let explain { return try printExplanation(of: explain, asked) }
            return format == .json || html != nil ? try printWhole(asked) : try printPieces(asked)
        }
        if isWrong { throw ReportedFailure(exitCode: AidPipeline.ExitCode.dataRefused.rawValue) }
    }

    /// - Returns: whether something in the draft must be mended.
    private func printWhole(_ request: DraftCheckRequest) throws(RunFailure) -> Bool {
        let (check, language) = try request.run()
        let spoken = spoken(language)
        let text = format == .json ? DraftCheckDocument.document.text(check) : check.text(spoken)
        if let html {
            try DraftCheckRequest.write(check.html(spoken), to: html)
            try StandardOutput.writeDone(text)
        } else {
            try StandardOutput.write(text)
        }
        return check.isWrong
    }

    /// The same for a terminal, as it is found.
    private func printPieces(_ request: DraftCheckRequest) throws(RunFailure) -> Bool {
        var output = StandardOutput()
        var report: DraftReport?
        try request.runPieces { check, language throws(RunFailure) in
            var whole = report ?? DraftReport(spoken(language))
            output.write(Array(whole.text(check).utf8))
            report = whole
        }
        output.write(Array((report?.end ?? "").utf8))
        try output.finish()
        return report?.isWrong ?? false
    }

    /// - Returns: false: to explain is no verdict.
    private func printExplanation(of number: Int, _ request: DraftCheckRequest) throws(RunFailure) -> Bool {
        var count = 0
        var explanation: String?
        try request.runPieces { check, language throws(RunFailure) in
            count += check.figures.count
            if let found = check.explanation(of: number - check.firstNumber + 1, spoken(language)) {
                explanation = found
            }
        }
        guard let explanation else { throw RunFailure.noFigure(number, count: count) }
        try StandardOutput.write(explanation)
        return false
    }

    private func spoken(_ language: Language?) -> Language {
        common.lang == nil ? language ?? common.language : common.language
    }
}

/// How a check goes to standard output.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

extension DraftFormat: ExpressibleByArgument {}
