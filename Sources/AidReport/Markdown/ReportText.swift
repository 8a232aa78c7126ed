package import AidModel
package import AidStatistics
import AidText

/// The report for people, in the order in which they ask, from which `report.md` and `report.html` are written.
///
/// The statistician and the journalist read the headline and the comparisons;
/// whoever doubts a figure reads on to the balance, the inputs and the definitions.
package struct ReportText {
    let sections: ReportSections
    /// Everything after the headline, put into words once.
    let body: [ReportBlock]

    /// - Parameter groupsFile: the file that has every group, where the text has the largest alone.
    package init(
        _ report: QuarterReport, sources: ReportSources, language: Language, groupsFile: String = "report.json"
    ) {
        sections = ReportSections(report, sources: sources, language: language, groupsFile: groupsFile)
        body = sections.body
    }

    /// `report.md`.
    package var markdown: String {
        (sections.headline + body).map(\.markdown).joined(separator: "\n\n") + "\n"
    }

    /// The charts that the text shows, which stand beside it.
    package var charts: [Chart] { body.flatMap(\.charts) }
}

/// The sections of a report, each a list of blocks.
struct ReportSections {
    let report: QuarterReport
    let sources: ReportSources
    let language: Language
    let words: Wording
    /// The file that has every group.
    let groupsFile: String

    init(
        _ report: QuarterReport, sources: ReportSources, language: Language, groupsFile: String = "report.json"
    ) {
        self.groupsFile = groupsFile
        self.report = report
        self.sources = sources
        self.language = language
        words = Wording(language: language)
    }

    /// Everything after the headline, in order.
    var body: [ReportBlock] {
        findings + restatement + trend + comparisons + yearToDate + factors + cumulative + members + measures + rules
            + breakdowns
            + unidentified + quarters + trail + balance + inputs + referenceTables + definitions
    }

    var labels: ReportLabels { words.labels }
    var currency: Currency { report.programme.currency }

    func heading(_ words: String, _ anchor: String) -> ReportBlock {
        .heading(.words(words), anchor: anchor)
    }

    func subheading(_ words: String) -> ReportBlock { .subheading(.words(words)) }

    func paragraph(_ words: String) -> ReportBlock { .paragraph(.words(words)) }

    func note(_ words: String) -> ReportBlock { .note(.words(words)) }

    /// Tables and, below them, what their marks mean.
    func blocks(_ tables: [MarkdownTable]) -> [ReportBlock] {
        let marks = [
            (Mark.small, words.smallLegend(minGroup: report.minGroup)),
            (Mark.complement, labels.complementLegend(hasPPercent: report.pPercent != nil)),
            (Mark.absent, .words(labels.absentLegend)),
        ]
        let legend = marks.filter { mark, _ in tables.contains { $0.contains(mark) } }.map { $0.1 }
        return tables.map { .table($0) }
            + (legend.isEmpty ? [] : [.paragraph(legend.joined(separator: labels.legendSeparator))])
    }
}

/// What stands in a cell without a figure.
enum Mark {
    static let small = InlineText.value("*")
    static let complement = InlineText.value("**")
    static let absent: InlineText = "–"

    static func of(_ suppression: Suppression) -> InlineText {
        switch suppression {
        case .small: small
        case .complement: complement
        }
    }
}
