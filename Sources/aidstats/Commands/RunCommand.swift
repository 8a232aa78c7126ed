import AidModel
import AidPipeline
import AidStatistics
import ArgumentParser
import Glibc

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

    @Option(help: ArgumentHelp(Help.jobs, valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            Help.memory, valueName: "size"))
    var memory: MemoryChoice?

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
        if let jobs, !(1...1024).contains(jobs) { throw UsageProblem.jobsOutOfRange.error(common.language) }
    }

    func run() async throws {
        var options = RunOptions(pipelinePath: pipeline)
        if case .quarter(let quarter) = quarter { options.quarter = quarter }
        options.inputs = input
        options.output = output
        options.rejectsPath = rejects
        options.metricsPath = metrics
        options.waits = wait
        options.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        if let memory { options.memory = MemoryBudget(byteCount: memory.byteCount) }
        options.takesDigests = !leavesOutDigests
        let progress = RunProgress()
        let request = options
        let outcome = try await common.reportingShared {
            let bar = ProgressBar(progress, isShown: !common.quiet && common.logFormat == .text)
            defer { bar.end() }
            return try await Run(request, progress: progress).run()
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

/// A size such as `512MB` or `4GB`; powers of 1024.
struct MemoryChoice: ExpressibleByArgument, CustomStringConvertible {
    let byteCount: Int

    init?(argument: String) {
        let units = [("KB", 10), ("MB", 20), ("GB", 30), ("K", 10), ("M", 20), ("G", 30)]
        let text = argument.uppercased()
        guard let (unit, shift) = units.first(where: { text.hasSuffix($0.0) }),
            let number = Int(text.dropLast(unit.count)), (1...1 << 20).contains(number)
        else { return nil }
        byteCount = number << shift
        guard byteCount >= MemoryBudget.least else { return nil }
    }

    var description: String { "\(byteCount >> 20)MB" }
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
