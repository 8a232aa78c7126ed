import AidModel
import AidStatistics
import AidText

extension ReportSections {
    var breakdowns: [ReportBlock] {
        report.breakdowns.enumerated().flatMap { index, breakdown in
            isCrossTable(breakdown) ? crossTable(breakdown, at: index) : blocks(breakdown, at: index)
        }
    }

    private func blocks(_ breakdown: BreakdownReport, at index: Int) -> [ReportBlock] {
        let all = GroupReport(
            group: labels.allGroups, figures: .known(report.figures), yearEarlier: report.yearEarlier,
            quarterEarlier: report.quarterEarlier, yearToDate: report.yearToDate,
            cumulative: .known(report.cumulative.figures))
        let rows: [Row] = [(.strong(labels.allGroups), all)] + lines(breakdown)
        return [
            .heading(words.breakdownHeading(breakdown.title(language)), anchor: "groups-\(index + 1)"),
            paragraph(labels.groupsNote),
        ]
            + boundNotes(breakdown)
            + (breakdown.axes.isEmpty ? shown(groupCharts(breakdown, at: index)) : []) + [
                subheading(labels.groupQuarterHeading)
            ]
            + compared(rows, name: words.quarter) { ($0.figures, $0.yearEarlier) }
            + [subheading(labels.groupYearToDateHeading)]
            + compared(rows, name: words.span) { ($0.yearToDate.figures, $0.yearToDate.yearEarlier) }
            + factors(rows)
            + [subheading(labels.groupCumulativeHeading)]
            + cumulative(rows)
    }

    /// The groups that are shown, with what they are called; of many the largest, then the rest, then 未填.
    private func lines(_ breakdown: BreakdownReport) -> [Row] {
        let groups = breakdown.axes.isEmpty ? breakdown.listed : breakdown.groups.filter { isShown($0, breakdown) }
        var lines: [Row] = groups.map { ($0.group.map { .value($0) } ?? .words(nameless($0)), $0) }
        if let bound = breakdown.bound {
            lines.insert((.words(words.restGroups(bound.restCount)), bound.rest), at: bound.listed.count)
        }
        return lines
    }

    /// Which groups are shown, where not all are.
    func boundNotes(_ breakdown: BreakdownReport) -> [ReportBlock] {
        if let bound = breakdown.bound {
            let withheld = breakdown.groups.reduce(0) { $0 + $1.withheldCount }
            return [
                paragraph(
                    words.boundNote(
                        listed: bound.listed.count, rest: bound.restCount, withheld: withheld,
                        allGroups: groupsFile))
            ]
        }
        let isWhole = breakdown.axes.allSatisfy { shownGroups($0).count == $0.groups.count }
        return isWhole ? [] : [paragraph(words.boundCrossNote(allGroups: groupsFile))]
    }

    /// What a line is called that has no value of the exports.
    func nameless(_ group: GroupReport) -> String {
        group.withheldCount > 0 ? words.withheldGroups(group.withheldCount) : labels.emptyGroup
    }

    private typealias Row = (name: InlineText, group: GroupReport)

    /// A table for each measure: the groups of one period, held against the year earlier.
    private func compared(
        _ rows: [Row], name: (Quarter) -> String, period: (GroupReport) -> (now: Shown<Figures>, base: Comparison)
    ) -> [ReportBlock] {
        let tables = Measure.allCases.map { measure in
            var table = MarkdownTable(
                words.column(measure, currency),
                numbers: [
                    name(report.quarter), name(report.quarter.yearEarlier), labels.change, labels.percent,
                ])
            for row in rows {
                let (now, base) = period(row.group)
                table.add([
                    row.name, cell(now, measure), cell(base.base, measure), changeCell(base, measure),
                    percentCell(base, measure),
                ])
            }
            return table
        }
        return blocks(tables)
    }

    private func cumulative(_ rows: [Row]) -> [ReportBlock] {
        var table = MarkdownTable(labels.group, numbers: Measure.allCases.map { words.column($0, currency) })
        for row in rows {
            table.add([row.name] + Measure.allCases.map { cell(row.group.cumulative, $0) })
        }
        return blocks([table])
    }
}
