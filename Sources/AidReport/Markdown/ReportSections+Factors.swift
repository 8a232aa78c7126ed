import AidModel
import AidStatistics
import AidText

/// What the changes against the year earlier come from, and what groups add to them.
extension ReportSections {
    var factors: [ReportBlock] {
        let spans = [
            (words.quarter(report.quarter), report.yearEarlier),
            (words.span(through: report.quarter), report.yearToDate.yearEarlier),
        ]
        let isFirst = report.quarter.number == 1
        let tables = (isFirst ? [spans[0]] : spans).compactMap { factorTable($0.0, $0.1) }
        guard !tables.isEmpty else { return [] }
        return [heading(labels.factorsHeading, "factors"), paragraph(labels.factorsNote)] + blocks(tables)
    }

    /// The changes of a whole, and the parts of them; nil: there are none.
    private func factorTable(_ name: String, _ comparison: Comparison) -> MarkdownTable? {
        let measures = [Measure.personTimes, .amount]
        guard measures.allSatisfy({ comparison.factors($0) != nil }) else { return nil }
        var table = MarkdownTable(name, numbers: measures.map { words.column($0, currency) })
        table.add([.strong(labels.changeToYearEarlier)] + measures.map { changeCell(comparison, $0) })
        for factor in ChangeFactor.allCases {
            table.add([.words(words.from(factor))] + measures.map { factorCell(comparison, $0, factor) })
        }
        return table
    }

    /// What the change of each group's money comes from, and what it adds to the growth of the whole.
    func factors(_ rows: [(name: InlineText, group: GroupReport)]) -> [ReportBlock] {
        func table(_ name: String, _ comparison: (GroupReport) -> Comparison, _ whole: Comparison) -> MarkdownTable? {
            guard rows.contains(where: { comparison($0.group).factors(.amount) != nil }) else { return nil }
            var table = MarkdownTable(
                name, numbers: [labels.change] + ChangeFactor.allCases.map(words.from) + [labels.contribution])
            for row in rows {
                let own = comparison(row.group)
                table.add(
                    [row.name, changeCell(own, .amount)]
                        + ChangeFactor.allCases.map { factorCell(own, .amount, $0) }
                        + [contributionCell(own, .amount, to: whole)])
            }
            return table
        }
        let amount = words.column(.amount, currency)
        let tables = [
            table(words.inBrackets(amount, words.quarter(report.quarter)), { $0.yearEarlier }, report.yearEarlier),
            report.quarter.number == 1
                ? nil
                : table(
                    words.inBrackets(amount, words.span(through: report.quarter)), { $0.yearToDate.yearEarlier },
                    report.yearToDate.yearEarlier),
        ].compactMap { $0 }
        return tables.isEmpty ? [] : [subheading(labels.groupFactorsHeading)] + blocks(tables)
    }

    private func factorCell(_ comparison: Comparison, _ measure: Measure, _ factor: ChangeFactor) -> InlineText {
        if case .suppressed(let why) = comparison.change { return Mark.of(why) }
        guard ChangeFactor.all(of: measure).contains(factor) else { return "" }
        guard let factors = comparison.factors(measure) else { return Mark.absent }
        return .words(signed(factors[factor], measure))
    }

    private func contributionCell(_ comparison: Comparison, _ measure: Measure, to whole: Comparison) -> InlineText {
        switch comparison.contribution(measure, to: whole) {
        case .hundredths(let points)?:
            return .words((points > 0 ? "+" : "") + NumberStyle.exact(points, decimals: 2))
        default:
            if case .suppressed(let why) = comparison.change { return Mark.of(why) }
            return Mark.absent
        }
    }
}
