import AidModel
import AidPipeline
import AidStatistics
import ArgumentParser
import Glibc

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Count a quarter from its exports and publish the reports.",
        discussion: """
            Writes OUTPUT/NAME/QUARTER/ with report.json, report.md, rejects.csv and manifest.json: either the whole \
            new folder is there, or the old one still is.

            Examples:
              aidstats run pipelines/second-reimbursement.yaml
              aidstats run aid.yaml --quarter 2023Q2 --output /srv/reports
              aidstats run aid.yaml --input 'exports/2023Q2-*.csv' --input late.xml
            """
    )

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp("The quarter to report; by default the last complete one.", valueName: "2023Q2|latest"))
    var quarter = QuarterChoice.latest

    @Option(
        help: ArgumentHelp(
            "A file or glob to read instead of the pipeline file's inputs, - for standard input; may be repeated.",
            valueName: "path"), completion: .file())
    var input: [String] = []

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @Option(
        help: ArgumentHelp("Write every reject here, also if the run is refused.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var rejects: String?

    @Option(help: ArgumentHelp("How many threads; by default one a processor.", valueName: "n"))
    var jobs: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output is empty; give it a folder.") }
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
    }

    func run() async throws {
        var options = RunOptions(pipelinePath: pipeline)
        if case .quarter(let quarter) = quarter { options.quarter = quarter }
        options.inputs = input
        options.output = output
        options.rejectsPath = rejects
        options.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let progress = RunProgress()
        let request = options
        let outcome = try await common.reporting {
            let bar = ProgressBar(progress, isShown: !common.quiet && common.logFormat == .text)
            defer { bar.end() }
            return try await Run(request, progress: progress).run()
        }
        let messages = common.messages
        for warning in outcome.warnings { messages.log(warning, level: .warning) }
        for finding in outcome.report.findings { messages.log(finding) }
        // Without --lang in the language of the reports, as it stands in them.
        let language = common.lang == nil ? outcome.language : common.language
        try await common.reporting { try StandardOutput.write(outcome.summary(language)) }
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
