package import AidModel
package import AidStatistics
import AidText

/// `report.md`: the report for people, in the order in which they ask.
///
/// The statistician and the journalist read the headline and the comparisons;
/// whoever doubts a figure reads on to the balance, the inputs and the definitions.
package enum ReportMarkdown {
    package static func text(_ report: QuarterReport, sources: ReportSources, language: Language) -> String {
        let words: any Wording =
            switch language {
            case .zh: ChineseWording()
            case .en: EnglishWording()
            }
        let sections = ReportSections(report: report, sources: sources, language: language, words: words)
        let blocks =
            sections.headline + sections.findings + sections.restatement + sections.comparisons
            + sections.yearToDate + sections.cumulative + sections.breakdowns + sections.unidentified
            + sections.quarters + sections.balance + sections.inputs + sections.definitions
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

/// The sections of a report, each a list of Markdown blocks.
struct ReportSections {
    let report: QuarterReport
    let sources: ReportSources
    let language: Language
    let words: any Wording

    var labels: ReportLabels { words.labels }
    var currency: Currency { report.programme.currency }

    func heading(_ text: String, level: Int = 2) -> String {
        String(repeating: "#", count: level) + " " + text
    }

    func list(_ items: [String]) -> String {
        items.map { "- " + $0 }.joined(separator: "\n")
    }

    /// Tables and, below them, what their marks mean.
    func blocks(_ tables: [MarkdownTable]) -> [String] {
        let marks = [
            (Mark.small, words.smallLegend(minGroup: report.minGroup)),
            (Mark.complement, labels.complementLegend),
            (Mark.absent, labels.absentLegend),
        ]
        let legend = marks.filter { mark, _ in tables.contains { $0.contains(mark) } }.map { $0.1 }
        return tables.map(\.text) + (legend.isEmpty ? [] : [legend.joined(separator: labels.legendSeparator)])
    }
}

/// What stands in a cell without a figure.
enum Mark {
    static let small = "\\*"
    static let complement = "\\*\\*"
    static let absent = "–"

    static func of(_ suppression: Suppression) -> String {
        switch suppression {
        case .small: small
        case .complement: complement
        }
    }
}
