import AidModel
import AidStatistics
import AidText

extension Definition {
    /// Those of what a report has.
    static func needed(by report: QuarterReport) -> [Definition] {
        let speaksOfPublished = report.restatement != nil || report.yearEarlier.asPublished != nil
        return always + (speaksOfPublished ? ofPublished : [])
            + (report.cumulative.sinceStart == nil ? [] : [.forgotten])
            + (report.tellsFactors ? [.factors] : []) + (report.tellsContributions ? [.contribution] : [])
            + (report.measures.isEmpty ? [] : [.quartiles])
            + (report.measures.contains { $0.measure == .daysToPayment } ? [.daysToPayment] : [])
            + (report.rules == nil ? [] : [.due])
    }
}
