import AidModel
import AidPipeline
import AidReport
import AidText
import ArgumentParser

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

    @OptionGroup var work: WorkOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        try work.check(common)
        if let from, let through, through.day < from.day { throw UsageProblem.spanBackwards.error(common.language) }
    }

    func run() async throws {
        var request = RulesRequest(pipelinePath: pipeline, otherPath: with)
        request.from = from?.day
        request.through = through?.day
        request.inputs = input
        request.jobs = work.threads
        if let budget = work.budget { request.memory = budget }
        let asked = request
        let (report, language) = try await work.reporting(common) { progress in
            try await asked.report(progress: progress)
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
