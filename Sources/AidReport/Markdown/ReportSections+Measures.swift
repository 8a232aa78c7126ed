import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// The quartiles that were asked for; none of a group's.
    var measures: [ReportBlock] {
        guard !report.measures.isEmpty else { return [] }
        let shown = report.measures.flatMap { [$0.distribution, $0.yearEarlier] }
        let legend = [
            shown.contains(.suppressed(.small))
                ? words.quartilesWithheld(recipientCount: report.minGroup * MeasureReport.recipientsOfMinGroup) : nil,
            shown.contains(.absent) ? .words(labels.absentLegend) : nil,
        ].compactMap { $0 }
        return [heading(labels.measuresHeading, "measures")] + report.measures.map { .table(table($0)) }
            + (legend.isEmpty ? [] : [.paragraph(legend.joined(separator: labels.legendSeparator))])
    }

    private func table(_ measure: MeasureReport) -> MarkdownTable {
        var table = MarkdownTable(
            words.column(measure.measure, currency),
            numbers: [words.quarter(report.quarter), words.quarter(report.quarter.yearEarlier)])
        func add(_ label: String, _ value: (ClaimDistribution) -> String) {
            table.add(
                [.words(label)]
                    + [measure.distribution, measure.yearEarlier].map { distribution in
                        switch distribution {
                        case .known(let distribution): .words(value(distribution))
                        case .absent: Mark.absent
                        case .suppressed(let why): Mark.of(why)
                        }
                    })
        }
        func number(_ value: Int64) -> String {
            measure.measure == .medianAmount ? amount(Int128(value)) : NumberStyle.exact(Int128(value))
        }
        add(labels.lowerQuartile) { number($0.quartiles.lower) }
        add(labels.median) { number($0.quartiles.median) }
        add(labels.upperQuartile) { number($0.quartiles.upper) }
        add(labels.measuredClaims) { count($0.claimCount) }
        if measure.measure == .daysToPayment {
            add(labels.withoutDay) { count($0.withoutDayCount) }
            add(labels.paidBeforeTreatment) { count($0.paidBeforeTreatmentCount) }
        }
        return table
    }
}
