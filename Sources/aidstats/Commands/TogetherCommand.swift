import AidModel
import AidPipeline
import AidReport
import AidText
import ArgumentParser
import Glibc

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

    @Option(help: ArgumentHelp(Help.jobs, valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp(Help.memory, valueName: "size"))
    var memory: MemoryChoice?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw UsageProblem.jobsOutOfRange.error(common.language) }
    }

    func run() async throws {
        var request = TogetherRequest(pipelinePaths: pipelines)
        if case .quarter(let quarter) = quarter { request.quarter = quarter }
        request.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        if let memory { request.memory = MemoryBudget(byteCount: memory.byteCount) }
        let progress = RunProgress()
        let asked = request
        let (report, own, warnings) = try await common.reportingShared {
            let bar = ProgressBar(progress, isShown: !common.quiet && common.logFormat == .text)
            defer { bar.end() }
            return try await asked.report(progress: progress)
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
