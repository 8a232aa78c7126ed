import AidText
import AidModel
import AidPipeline
import AidReport
import ArgumentParser

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show every published vintage of every quarter.",
        discussion: """
            Each vintage with the day and the reason of its publication, its figures, and how they differ from the \
            vintage before; and, where the last run counts otherwise, how the quarter stands now.

            Examples:
              aidstats history pipelines/second-reimbursement.yaml
              aidstats history aid.yaml --triangle
              aidstats history aid.yaml --group care=门诊 --format csv
            """
    )

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Flag(help: "Show how each quarter's figures were revised, vintage by vintage.")
    var triangle = false

    @Option(help: ArgumentHelp("The period that ends with each quarter.", valueName: "quarter|yearToDate|cumulative"))
    var period = PublishedCell.Period.quarter

    @Option(
        help: ArgumentHelp("A group instead of the totals; 未填 is the group of empty fields.", valueName: "field=name"))
    var group: GroupChoice?

    @Option(help: ArgumentHelp("How to write it.", valueName: "table|csv|json"))
    var format = TableFormat.table

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
    }

    func run() throws {
        var request = HistoryRequest(pipelinePath: pipeline)
        request.output = output
        request.period = period
        request.group = group?.group
        let asked = request
        try common.reporting {
            let (report, language) = try asked.report()
            let spoken = common.lang == nil ? language : common.language
            let text =
                switch (format, triangle) {
                case (.table, false): report.text(spoken)
                case (.csv, false): report.csv()
                case (.json, false): HistoryDocument.document.text(report)
                case (.table, true): RevisionTriangle(report).text(spoken)
                case (.csv, true): RevisionTriangle(report).csv()
                case (.json, true): TriangleDocument.document.text(report)
                }
            try StandardOutput.write(text)
        }
    }
}

/// How a table goes to standard output.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
}

/// A group as users write it: `care=门诊`.
struct GroupChoice: ExpressibleByArgument {
    let group: PublishedCell.Group

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        group = PublishedCell.Group(field: parts[0], name: parts[1].isEmpty ? nil : EmptyGroup.group(named: parts[1]))
    }
}

extension PublishedCell.Period: ExpressibleByArgument {}
