import AidModel
import AidStatistics

extension ReportSections {
    /// Every quarter of the data, one chart a measure.
    var trendCharts: [Chart] {
        guard report.quarters.contains(where: { $0.figures != nil }) else { return [] }
        return Measure.allCases.map { measure in
            let title = words.column(measure, currency)
            let line = line(
                measure, title: title, subtitle: range(report.quarters),
                values: report.quarters.map { ($0, $0.figures?[measure]) })
            return chart(
                "trend-" + Chart.slug(measure), title, statements(on: measure), line.drawn())
        }
    }

    /// The cumulative curve of what adds up over quarters: person-times and money.
    ///
    /// It is reckoned back from the cumulative figures of the quarter: those leave out claims of the
    /// first quarter that are dated before the programme's start, which that quarter's own figures hold.
    /// Where a register has forgotten people, what adds up is still known from the start.
    var cumulativeCharts: [Chart] {
        let cumulative = report.cumulative
        let since = cumulative.sinceStart?.since ?? cumulative.since
        let totals = report.quarters.filter { $0.quarter <= report.quarter && $0.quarter >= since.quarter }
        guard totals.contains(where: { $0.figures != nil }) else { return [] }
        return [Measure.personTimes, .amount].map { measure in
            var values: [(QuarterTotal, Int128?)] = []
            var sum =
                switch (measure, cumulative.sinceStart) {
                case (.personTimes, let all?): Int128(all.personTimeCount)
                case (.amount, let all?): all.amountMinor
                default: cumulative.figures[measure]
                }
            for total in totals.reversed() {
                values.append((total, total.figures == nil ? nil : sum))
                sum -= total.figures?[measure] ?? 0
            }
            values.reverse()
            let title = words.cumulativeTitle(measure, currency)
            let line = line(measure, title: title, subtitle: range(totals), values: values)
            let ends = [values.first { $0.1 != nil }, values.last { $0.1 != nil }].compactMap(\.self)
            let statements = ends.map { total, value in
                named(total) + labels.colon + quantity(value ?? 0, measure)
            }
            return chart(
                "cumulative-" + Chart.slug(measure), title,
                (values.count == 1 ? Array(statements.prefix(1)) : statements) + absent(totals), line.drawn())
        }
    }

    private func line(
        _ measure: Measure, title: String, subtitle: String, values: [(total: QuarterTotal, value: Int128?)]
    ) -> LineChart {
        LineChart(
            measure: measure, title: title, subtitle: subtitle,
            points: values.map { total, value in
                LineChart.Point(
                    quarter: total.quarter, value: value, isProvisional: total.isProvisional,
                    words: named(total) + labels.colon
                        + (value.map { quantity($0, measure) } ?? chartLabels.noFigures))
            },
            labelled: values.first { $0.total.quarter == report.quarter }?.value.map {
                (report.quarter, words.spoken($0, measure, currency))
            },
            tickText: ReportSections.tickText(words.numbers, decimals: measure.decimals(currency)),
            yearText: { [words] in words.year($0) },
            note: lineNotes(values.map(\.total)).joined(separator: labels.legendSeparator))
    }

    /// What the trend of a measure says: its span, the figure of the quarter, the ends of its range, gaps.
    private func statements(on measure: Measure) -> [String] {
        let known = report.quarters.compactMap { total in total.figures.map { (total, $0[measure]) } }
        var statements = [range(report.quarters) + words.comma + words.quarterCount(report.quarters.count)]
        if let now = known.first(where: { $0.0.quarter == report.quarter }) {
            var statement = named(now.0) + labels.colon + words.headline(now.1, measure, currency)
            if case .hundredths(let percent) = report.yearEarlier.percent(measure) {
                statement += words.comma + chartLabels.yearOverYear + " " + signed(percent: percent)
            }
            statements.append(statement)
        }
        // Of equal quarters the first is named.
        if known.count > 1, let highest = known.max(by: { $0.1 < $1.1 }), let lowest = known.min(by: { $0.1 < $1.1 }) {
            for (name, end) in [(chartLabels.highest, highest), (chartLabels.lowest, lowest)] {
                statements.append(name + labels.colon + named(end.0) + words.comma + quantity(end.1, measure))
            }
        }
        return statements + absent(report.quarters)
    }
}
