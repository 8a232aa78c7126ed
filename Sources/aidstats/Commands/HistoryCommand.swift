import AidText
import AidModel
import AidPipeline
import AidReport
import ArgumentParser

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: Help.history.abstract,
        discussion: Help.history.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Flag(help: ArgumentHelp(Help.triangle))
    var triangle = false

    @Option(help: ArgumentHelp(Help.period, valueName: "quarter|yearToDate|cumulative"))
    var period = PublishedCell.Period.quarter

    @Option(
        help: ArgumentHelp(Help.group, valueName: "field=name"))
    var group: GroupChoice?

    @Option(help: ArgumentHelp(Help.format, valueName: "table|csv|json"))
    var format = TableFormat.table

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
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
