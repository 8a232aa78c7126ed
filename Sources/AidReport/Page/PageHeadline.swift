import AidModel
import AidStatistics
import AidText

/// The three figures that a reader sees first, each with its changes.
struct PageHeadline {
    let sections: ReportSections

    private var report: QuarterReport { sections.report }
    private var labels: ChartLabels { sections.chartLabels }

    func card(_ measure: Measure) -> TemplateValue {
        let value = report.figures[measure]
        let short = sections.words.spoken(value, measure, sections.currency)
        let exact = sections.quantity(value, measure)
        return [
            "name": .text(sections.words.name(measure)),
            "figure": .text(short),
            "trail": sections.trail.isEmpty ? false : .text(ReportSections.trailAnchor),
            "exact": .text(short == exact ? "" : exact),
            "changes": [
                change(report.yearEarlier, labels.yearOverYear, measure),
                change(report.quarterEarlier, labels.quarterOverQuarter, measure),
            ],
        ]
    }

    private func change(_ comparison: Comparison, _ base: String, _ measure: Measure) -> TemplateValue {
        guard case .known(let change) = comparison.change else {
            guard let published = comparison.asPublished else { return line(base, labels.noFigures) }
            return line(
                sections.words.asPublished(base), sections.changeCell(published.change(measure), measure).plain)
        }
        if change[measure] == 0 { return line(base, labels.unchanged) }
        let size = sections.words.spoken(Int128(change[measure].magnitude), measure, sections.currency)
        let isRise = change[measure] > 0
        let percent = sections.percentCell(comparison, measure).plain
        return line(
            base, sections.words.both(short: (isRise ? "+" : "-") + size, exact: percent),
            way: isRise ? "rise" : "fall")
    }

    private func line(_ base: String, _ text: String, way: String = "still") -> TemplateValue {
        ["base": .text(base), "text": .text(text), "way": .text(way)]
    }
}
