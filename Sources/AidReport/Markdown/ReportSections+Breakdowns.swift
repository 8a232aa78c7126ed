import AidModel
import AidStatistics

extension ReportSections {
    var breakdowns: [String] {
        report.breakdowns.flatMap(blocks)
    }

    private func blocks(_ breakdown: BreakdownReport) -> [String] {
        var blocks = [
            heading(words.breakdownHeading(field: MarkdownText.escaped(breakdown.field))),
            labels.groupsNote,
            heading(labels.groupQuarterHeading, level: 3),
        ]
        blocks += table(of: breakdown, all: (.known(report.figures), report.yearEarlier)) { group in
            (group.figures, group.yearEarlier)
        }
        blocks.append(heading(labels.groupYearToDateHeading, level: 3))
        blocks += table(of: breakdown, all: (report.yearToDate.figures, report.yearToDate.yearEarlier)) { group in
            (group.yearToDate.figures, group.yearToDate.yearEarlier)
        }
        blocks.append(heading(labels.groupCumulativeHeading, level: 3))
        blocks += table(of: breakdown, all: (.known(report.cumulative.figures), nil)) { ($0.cumulative, nil) }
        return blocks
    }

    private typealias Row = (figures: Shown<Figures>, yearEarlier: Comparison?)

    /// A row for all, then one a group: each measure and, where compared, its change year over year.
    private func table(
        of breakdown: BreakdownReport, all: Row, row: (GroupReport) -> Row
    ) -> [String] {
        let isCompared = all.yearEarlier != nil
        var table = MarkdownTable(
            labels.group,
            numbers: Measure.allCases.flatMap { measure in
                [words.column(measure, currency)] + (isCompared ? [labels.changeYearOverYear] : [])
            })
        table.add(["**\(labels.allGroups)**"] + cells(all))
        for group in breakdown.groups {
            table.add([group.group.map(MarkdownText.escaped) ?? labels.emptyGroup] + cells(row(group)))
        }
        return blocks(table)
    }

    private func cells(_ row: Row) -> [String] {
        Measure.allCases.flatMap { measure in
            [cell(row.figures, measure)]
                + (row.yearEarlier.map { [changeAndPercentCell($0, measure)] } ?? [])
        }
    }
}
