import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// How many quarters' changes are drawn: three years of them.
    private static let comparedQuarters = 12
    /// How many groups are drawn; a chart with more is longer than a screen.
    static let drawnGroups = 24

    /// The change of the last quarters against the year earlier, in percent, one chart a measure.
    var yearOverYearCharts: [Chart] {
        let figures = Dictionary(report.quarters.map { ($0.quarter, $0.figures) }) { first, _ in first }
        guard let first = report.quarters.first?.quarter else { return [] }
        let totals = report.quarters
            .filter { $0.quarter <= report.quarter && $0.quarter.yearEarlier >= first }
            .suffix(ReportSections.comparedQuarters)
        return Measure.allCases.compactMap { measure in
            let rows = totals.reversed().map { total in
                row(total, base: figures[total.quarter.yearEarlier] ?? nil, measure)
            }
            guard rows.contains(where: { $0.value != nil }) else { return nil }
            let name = "year-over-year-" + Chart.slug(measure)
            let title = words.yearOverYearTitle(measure)
            let bars = BarChart(
                name: name, measure: measure, title: title, subtitle: range(Array(totals)), rows: rows,
                tickText: {
                    ($0.isMultiple(of: 100) ? NumberStyle.exact($0 / 100) : NumberStyle.exact($0, decimals: 2)) + "%"
                },
                note: ((rows.contains { ($0.value ?? 0) < 0 } ? [chartLabels.hatched] : [])
                    + (totals.contains { $0.isProvisional } ? [chartLabels.hollowBar] : []))
                    .joined(separator: labels.legendSeparator))
            return chart(name, title, rows.map(\.words), bars.drawn())
        }
    }

    private func row(_ total: QuarterTotal, base: Figures?, _ measure: Measure) -> BarChart.Row {
        let percent: Percent =
            if let now = total.figures, let base {
                Percent(change: now[measure] - base[measure], base: base[measure])
            } else { .noneAbsent }
        let (value, text): (Int128?, String) =
            switch percent {
            case .hundredths(let percent): (percent, signed(percent: percent))
            case .noneZero: (nil, labels.zeroBase)
            case .noneAbsent, .noneSuppressed, .noneRounded: (nil, chartLabels.noFigures)
            }
        return BarChart.Row(
            name: words.quarter(total.quarter), value: value, text: text, base: nil,
            isProvisional: total.isProvisional, isMarked: total.quarter == report.quarter,
            words: named(total) + labels.colon + text)
    }

    /// The groups of a breakdown in the quarter, the largest first, beside the year earlier.
    ///
    /// - Parameter index: of the breakdown, as its field's name need not be fit for a file's.
    func groupCharts(_ breakdown: BreakdownReport, at index: Int) -> [Chart] {
        Measure.allCases.compactMap { measure in
            let listed = breakdown.listed
            let values = listed.map { $0.figures.value?[measure] }
            guard values.contains(where: { $0 != nil }) else { return nil }
            // Those without a figure stay in the order of their names, so that this order tells nothing of them.
            let sorted = values.indices.sorted {
                switch (values[$0], values[$1]) {
                case (let left?, let right?) where left != right: left > right
                case (_?, nil): true
                case (nil, _?): false
                default: $0 < $1
                }
            }
            var shown = sorted.prefix(ReportSections.drawnGroups).map { place in
                let group = listed[place]
                return row(group, named: group.group.map(VisibleText.of) ?? nameless(group), measure)
            }
            // Beside a part of the groups the rest would be taken for all others.
            let rest = sorted.count > shown.count ? nil : breakdown.bound
            if let rest {
                var row = row(rest.rest, named: words.restGroups(rest.restCount), measure)
                let largest = shown.flatMap { [$0.value ?? 0, $0.base ?? 0] }.max() ?? 0
                row.isCut = largest > 0 && (row.value ?? 0) > largest
                shown.append(row)
            }
            let name = "groups-\(index + 1)-" + Chart.slug(measure)
            let title = words.groupTitle(breakdown.title(language), measure, currency)
            let bars = BarChart(
                name: name, measure: measure, title: title, subtitle: marked(words.quarter(report.quarter)),
                rows: shown,
                tickText: ReportSections.tickText(words.numbers, decimals: measure.decimals(currency)),
                note: groupNotes(shown, of: rest == nil ? breakdown.groups.count : shown.count, breakdown)
                    .joined(separator: labels.legendSeparator))
            return chart(name, VisibleText.of(title), shown.map(\.words), bars.drawn())
        }
    }

    private func row(_ group: GroupReport, named name: String, _ measure: Measure) -> BarChart.Row {
        let value = group.figures.value?[measure]
        let base = group.yearEarlier.base.value?[measure]
        let change =
            // A group that has grown a hundredfold was hardly there; the table has its percent.
            if case .hundredths(let percent) = group.yearEarlier.percent(measure), percent < 1_000_000 {
                " " + signed(percent: percent)
            } else { "" }
        let text =
            switch group.figures {
            case .known(let figures): number(figures[measure], measure) + change
            case .absent: Mark.absent.plain
            case .suppressed(let why): Mark.of(why).plain
            }
        let exactly =
            switch group.figures {
            case .known(let figures): quantity(figures[measure], measure)
            case .absent: chartLabels.noFigures
            case .suppressed: chartLabels.withheld
            }
        let earlier = base.map { words.comma + chartLabels.yearEarlier + " " + quantity($0, measure) } ?? ""
        return BarChart.Row(
            name: name, value: value, text: text, base: base, isProvisional: report.isProvisional, isMarked: false,
            words: name + labels.colon + exactly + earlier + (change.isEmpty ? "" : words.comma + change.dropFirst()))
    }

    private func groupNotes(_ shown: [BarChart.Row], of count: Int, _ breakdown: BreakdownReport) -> [String] {
        let groups = breakdown.listed.map(\.figures) + (breakdown.bound.map { [$0.rest.figures] } ?? [])
        return (shown.contains { $0.base != nil } ? [words.baseNote(words.quarter(report.quarter.yearEarlier))] : [])
            + (report.isProvisional ? [chartLabels.hollowBar] : [])
            + (groups.contains(.suppressed(.small))
                ? [words.smallLegend(minGroup: report.minGroup).plain] : [])
            + (groups.contains(.suppressed(.complement))
                ? [labels.complementLegend(hasPPercent: report.pPercent != nil).plain] : [])
            + (groups.contains(.absent) ? [labels.absentLegend] : [])
            + (shown.contains(where: \.isCut) ? [chartLabels.cutBar] : [])
            + (shown.count < count ? [words.largestNote(shown.count, of: count)] : [])
    }
}
