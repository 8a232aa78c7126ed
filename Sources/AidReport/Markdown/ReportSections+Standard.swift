import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// Recipients for a thousand members of a standard population, beside those of the members as they are.
    func standard(_ standard: StandardRates) -> [ReportBlock] {
        let fields = standard.population.fields.map { $0.title(language) }
        var blocks: [ReportBlock] = [
            subheading(words.standardHeading(fields)),
            .paragraph(words.standardNote(standard.population.text(language))),
        ]
        var tables: [MarkdownTable] = []
        var whole = standardTable(labels.allGroups)
        for line in standard.lines where line.field == nil { whole.add(cells(line, .strong(labels.allGroups))) }
        tables.append(whole)
        for breakdown in report.breakdowns {
            let listed = Set(breakdown.listed.map { $0.group.map { Array($0.utf8) } })
            var table = standardTable(breakdown.title(language))
            for line in standard.lines
            where line.field == breakdown.field && listed.contains(line.group.map { Array($0.utf8) }) {
                table.add(cells(line, line.group.map { .value($0) } ?? .words(labels.emptyGroup)))
            }
            if !table.rows.isEmpty { tables.append(table) }
        }
        blocks += self.blocks(tables)
        return blocks
    }

    private func standardTable(_ name: String) -> MarkdownTable {
        MarkdownTable(
            name,
            numbers: [
                words.perThousandColumn(.recipients, currency),
                words.standardColumn(words.quarter(report.quarter)),
                words.standardColumn(words.quarter(report.quarter.yearEarlier)),
            ])
    }

    private func cells(_ line: StandardRates.Line, _ name: InlineText) -> [InlineText] {
        let crude: InlineText =
            switch line.crude {
            case .known(let value): .words(rate(value, .recipients))
            case .absent: Mark.absent
            case .suppressed(let why): Mark.of(why)
            }
        return [name, crude, cell(line.now), cell(line.yearEarlier)]
    }

    private func cell(_ rate: StandardRates.Rate) -> InlineText {
        switch rate {
        case .hundredths(let value): .words(self.rate(value, .recipients))
        case .noMembers(let cells): .words(words.cellsWithoutMembers(cells))
        case .withheld: .words(chartLabels.withheld)
        case .absent: Mark.absent
        }
    }
}
