package import AidModel
package import AidStatistics
import AidText

/// The figures of a report in a few lines, for the terminal.
package enum ReportSummary {
    /// - Returns: the sentences of the report's head, then one line a measure.
    package static func text(_ report: QuarterReport, language: Language) -> String {
        let words: Wording = Wording(language: language)
        let currency = report.programme.currency
        let quarter = words.quarter(report.quarter)
        let title = TextTable.shown(report.programme.title(language).filter { !$0.isNewline })
        let figures = Measure.allCases.map { measure in
            words.name(measure) + words.labels.colon + words.headline(report.figures[measure], measure, currency)
        }
        let head = title + " " + (report.isProvisional ? words.provisional(quarter) : quarter)
        return ([head] + figures).joined(separator: "\n") + "\n"
    }
}
