import AidModel
import AidPipeline
import AidReport
import AidText
import ArgumentParser
import Glibc

struct RulesCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: Help.rules.abstract,
        discussion: Help.rules.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp(Help.otherRules, valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
    var with: String

    @Option(help: ArgumentHelp(Help.fromDay, valueName: "2023-01-01"))
    var from: DayChoice?

    @Option(help: ArgumentHelp(Help.throughDay, valueName: "2023-12-31"))
    var through: DayChoice?

    @Option(help: ArgumentHelp(Help.input, valueName: "path"), completion: .file())
    var input: [String] = []

    @Option(help: ArgumentHelp(Help.format, valueName: "table|csv|json"))
    var format = TableFormat.table

    @Option(help: ArgumentHelp(Help.jobs, valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp(Help.memory, valueName: "size"))
    var memory: MemoryChoice?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw UsageProblem.jobsOutOfRange.error(common.language) }
        if let from, let through, through.day < from.day { throw UsageProblem.spanBackwards.error(common.language) }
    }

    func run() async throws {
        var request = RulesRequest(pipelinePath: pipeline, otherPath: with)
        request.from = from?.day
        request.through = through?.day
        request.inputs = input
        request.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        if let memory { request.memory = MemoryBudget(byteCount: memory.byteCount) }
        let progress = RunProgress()
        let asked = request
        let (report, language) = try await common.reportingShared {
            let bar = ProgressBar(progress, isShown: !common.quiet && common.logFormat == .text)
            defer { bar.end() }
            return try await asked.report(progress: progress)
        }
        try common.reporting {
            switch format {
            case .table: try StandardOutput.write(report.text(common.lang == nil ? language : common.language))
            case .csv: try StandardOutput.write(report.csv())
            case .json: try StandardOutput.write(WhatIfDocument.document.text(report))
            }
        }
    }
}
