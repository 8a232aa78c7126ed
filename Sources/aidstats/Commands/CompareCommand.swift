import AidText
import AidModel
import AidPipeline
import AidReport
import ArgumentParser

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Put two quarters, spans, published vintages or reports side by side.",
        discussion: """
            The change is counted from A to B. Each is one of:

              2023Q2             the quarter as it stands now
              2023Q2@first       as it was first published; @2, @latest
              2023Q2@2023-10-16  as it was published on that day
              2022Q1..2022Q4     several quarters as one
              reports/aid/2023Q2/report.json

            Of figures that are known only rounded, what is certain of the change is told, and no more.

            Examples:
              aidstats compare 2022Q2 2023Q2 pipelines/second-reimbursement.yaml
              aidstats compare 2023Q2@first 2023Q2@latest aid.yaml
              aidstats compare old/report.json new/report.json --format csv
            """
    )

    @Argument(help: ArgumentHelp("What the change is counted from.", valueName: "a"))
    var base: ComparedOperand

    @Argument(help: ArgumentHelp("What it is counted to.", valueName: "b"))
    var now: ComparedOperand

    @Argument(
        help: "The pipeline file; not needed between two reports.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String?

    @Option(help: ArgumentHelp("How to write it.", valueName: "table|csv|json"))
    var format = TableFormat.table

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
    }

    func run() throws {
        var request = ComparisonRequest(base: base, now: now, pipelinePath: pipeline)
        request.output = output
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
