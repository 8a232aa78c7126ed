import AidModel
import AidStatistics
import AidText

/// How the headline figures came about, and those of the year earlier.
extension ReportSections {
    static let trailAnchor = "how"

    var trail: [ReportBlock] {
        let trail = FigureTrail(report, language: language)
        let labels = TrailLabels(language: language)
        let now = trail.steps(to: Measure.allCases, .quarter)
        guard !now.isEmpty else { return [] }
        let earlier = trail.steps(to: Measure.allCases, .yearEarlier)
        let isCompared = now.count == earlier.count
        var table = MarkdownTable(
            labels.step,
            numbers: [report.quarter, report.quarter.yearEarlier].prefix(isCompared ? 2 : 1).map(words.quarter))
        for (place, step) in now.enumerated() {
            // The days are in the head.
            let label = isCompared && step.label != earlier[place].label ? labels.ofPeriod : step.label
            table.add([.words(label), .words(step.figure)] + (isCompared ? [.words(earlier[place].figure)] : []))
        }
        return [heading(labels.heading, ReportSections.trailAnchor), paragraph(labels.note), .table(table)]
    }
}
