import AidText
import AidModel
import AidPipeline
import AidReport
import ArgumentParser

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: Help.compare.abstract,
        discussion: Help.compare.discussion
    )

    @Argument(help: ArgumentHelp(Help.comparedBase, valueName: "a"))
    var base: ComparedOperand

    @Argument(help: ArgumentHelp(Help.comparedNow, valueName: "b"))
    var now: ComparedOperand

    @Argument(
        help: ArgumentHelp(Help.pipelineFileOfQuarters), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String?

    @Option(help: ArgumentHelp(Help.format, valueName: "table|csv|json"))
    var format = TableFormat.table

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @Flag(name: .customLong("all-groups"), help: ArgumentHelp(Help.allGroupsCompared))
    var allGroups = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
    }

    func run() throws {
        var request = ComparisonRequest(base: base, now: now, pipelinePath: pipeline)
        request.output = output
        request.showsAllGroups = allGroups
        let asked = request
        try common.reporting {
            let (report, language) = try asked.report()
            switch format {
            case .table:
                try StandardOutput.write(
                    report.text(common.lang == nil ? language ?? common.language : common.language))
            case .csv: try StandardOutput.write(report.csv())
            case .json: try StandardOutput.write(ComparisonDocument.document.text(report))
            }
        }
    }
}

extension ComparedOperand: ExpressibleByArgument {
    init?(argument: String) {
        self.init(argument)
    }
}
