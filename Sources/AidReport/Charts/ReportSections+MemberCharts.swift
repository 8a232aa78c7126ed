import AidModel
import AidStatistics
import AidText

/// How many of a thousand members were aided.
extension ReportSections {
    /// Over the quarters whose members are known; nil: fewer than two of them.
    func memberTrendChart(_ members: MemberRates) -> Chart? {
        let totals = Dictionary(report.quarters.map { ($0.quarter, $0) }) { first, _ in first }
        let points = members.quarters.map { line -> LineChart.Point in
            let value = line.rate.perThousand(.recipients).value
            let isProvisional = totals[line.quarter]?.isProvisional ?? false
            let name = words.quarter(line.quarter)
            return LineChart.Point(
                quarter: line.quarter, value: value, isProvisional: isProvisional,
                words: (isProvisional ? words.provisional(name) : name) + labels.colon
                    + (value.map(ratePhrase) ?? chartLabels.noFigures))
        }
        guard points.count > 1, let first = points.first, let last = points.last else { return nil }
        let title = words.perThousandColumn(.recipients, currency)
        let hasGap = zip(points, points.dropFirst()).contains { $1.quarter.ordinal != $0.quarter.ordinal + 1 }
        let line = LineChart(
            measure: .recipients, title: title,
            subtitle: words.range(words.quarter(first.quarter), words.quarter(last.quarter)), points: points,
            labelled: points.first { $0.quarter == report.quarter }.flatMap { point in
                point.value.map { (report.quarter, ratePhrase($0)) }
            },
            tickText: ReportSections.tickText(words.numbers, decimals: 2), yearText: { [words] in words.year($0) },
            note: ((points.contains(where: \.isProvisional) ? [chartLabels.hollowLine] : [])
                + (hasGap ? [chartLabels.gap] : [])).joined(separator: labels.legendSeparator))
        let told = [first, last].map(\.words)
        return chart(Chart.memberTrendName, title, told, line.drawn())
    }

    /// The groups of a breakdown, the largest first, beside the year earlier; nil: none is shown.
    ///
    /// - Parameter index: of the breakdown among those of the report.
    func memberGroupChart(
        _ breakdown: MemberRates.Breakdown, _ lines: [MemberRates.GroupLine], at index: Int
    ) -> Chart? {
        let known = lines.enumerated().compactMap { place, line in
            line.now?.perThousand(.recipients).value.map { (place, line, $0) }
        }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
        guard !known.isEmpty else { return nil }
        let rows = known.prefix(ReportSections.drawnGroups).map { _, line, value in
            let base = line.yearEarlier?.perThousand(.recipients).value
            let change: String =
                if let now = line.now, let earlier = line.yearEarlier,
                    case .hundredths(let percent) = now.percent(from: earlier, .recipients), percent < 1_000_000
                {
                    " " + signed(percent: percent)
                } else { "" }
            let name = line.group.map(VisibleText.of) ?? labels.emptyGroup
            let earlier = base.map { words.comma + chartLabels.yearEarlier + " " + ratePhrase($0) } ?? ""
            return BarChart.Row(
                name: name, value: value, text: rate(value, .recipients) + change, base: base,
                isProvisional: report.isProvisional, isMarked: false,
                words: name + labels.colon + ratePhrase(value) + earlier)
        }
        let title = words.perThousandTitle(breakdown.title(language))
        let bars = BarChart(
            name: Chart.memberGroupsName(index), measure: .recipients, title: title,
            subtitle: marked(words.quarter(report.quarter)), rows: rows,
            tickText: ReportSections.tickText(words.numbers, decimals: 2),
            note: ((rows.contains { $0.base != nil } ? [words.baseNote(words.quarter(report.quarter.yearEarlier))] : [])
                + (report.isProvisional ? [chartLabels.hollowBar] : [])
                + (rows.count < known.count ? [words.largestNote(rows.count, of: known.count)] : []))
                .joined(separator: labels.legendSeparator))
        return chart(Chart.memberGroupsName(index), VisibleText.of(title), rows.map(\.words), bars.drawn())
    }

    private func ratePhrase(_ value: Int128) -> String {
        words.quantity(rate(value, .recipients), .recipients, currency)
    }
}
