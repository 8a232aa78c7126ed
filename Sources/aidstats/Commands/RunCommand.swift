import AidModel
import AidPipeline
import AidStatistics
import ArgumentParser

struct RunCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: Help.run.abstract,
        discussion: Help.run.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp(Help.quarterToReport, valueName: "2023Q2|latest"))
    var quarter = QuarterChoice.latest

    @Option(
        help: ArgumentHelp(
            Help.input,
            valueName: "path"), completion: .file())
    var input: [String] = []

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @Option(
        help: ArgumentHelp(Help.rejects, valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var rejects: String?

    @Option(help: ArgumentHelp(Help.engine, valueName: "local|spark"))
    var engine = EngineChoice.local

    @OptionGroup var spark: SparkOptions

    @Option(
        name: .customLong("from-counts"), help: ArgumentHelp(Help.fromCounts, valueName: "folder"),
        completion: .directory)
    var countsFolder: String?

    @OptionGroup var work: WorkOptions

    @Option(
        help: ArgumentHelp(Help.metrics, valueName: "file"),
        completion: .file(extensions: ["prom"]))
    var metrics: String?

    @Flag(help: ArgumentHelp(Help.wait))
    var wait = false

    @Flag(
        name: .customLong("no-digest"), help: ArgumentHelp(Help.noDigest))
    var leavesOutDigests = false

    @Flag(help: ArgumentHelp(Help.timings))
    var timings = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        if countsFolder?.isEmpty == true {
            throw UsageProblem.emptyPath(option: "--from-counts").error(common.language)
        }
        if engine == .spark, countsFolder != nil || leavesOutDigests {
            throw UsageProblem.optionsBesideSpark.error(common.language)
        }
        if engine == .local, spark.isGiven { throw UsageProblem.sparkOptionsAlone.error(common.language) }
        try spark.check(common)
        if countsFolder != nil, leavesOutDigests { throw UsageProblem.digestsOfCounts.error(common.language) }
        try work.check(common)
    }

    func run() async throws {
        var options = RunOptions(pipelinePath: pipeline)
        if case .quarter(let quarter) = quarter { options.quarter = quarter }
        options.inputs = input
        options.output = output
        options.rejectsPath = rejects
        options.metricsPath = metrics
        options.waits = wait
        options.jobs = work.threads
        if let budget = work.budget { options.memory = budget }
        options.takesDigests = !leavesOutDigests
        options.countsFolder = countsFolder
        if engine == .spark { options.spark = spark.settings }
        let request = options
        let outcome = try await work.reporting(common) { progress in
            try await Run(request, progress: progress).run()
        }
        let messages = common.messages
        for warning in outcome.warnings { messages.log(warning, level: .warning) }
        for finding in outcome.report.findings { messages.log(finding) }
        if timings { for line in outcome.timings.findings { messages.log(line) } }
        // Without --lang in the language of the reports, as it stands in them.
        let language = common.lang == nil ? outcome.language : common.language
        try common.reporting {
            do throws(RunFailure) {
                try StandardOutput.write(outcome.summary(language))
            } catch {
                throw error.published(outcome.report.quarter)
            }
        }
    }
}

enum QuarterChoice: ExpressibleByArgument, CustomStringConvertible {
    case latest
    case quarter(Quarter)

    init?(argument: String) {
        if argument == "latest" {
            self = .latest
        } else if let quarter = Quarter(argument) {
            self = .quarter(quarter)
        } else {
            return nil
        }
    }

    var description: String {
        switch self {
        case .latest: "latest"
        case .quarter(let quarter): quarter.description
        }
    }
}
