import AidModel
import AidStatistics
import AidText

/// A breakdown by two fields, as a table of the one by the other.
extension ReportSections {
    /// The columns that fit a page; a breakdown with more is a list.
    private static let columnLimit = 12

    func isCrossTable(_ breakdown: BreakdownReport) -> Bool {
        breakdown.axes.count == 2 && shownGroups(breakdown.axes[1]).count <= ReportSections.columnLimit
    }

    /// The groups of a field that its own table shows, if it has one; else all.
    func shownGroups(_ axis: BreakdownReport.Axis) -> [String?] {
        guard let table = table(axis), table.bound != nil else { return axis.groups }
        let listed = Set(table.listed.map { GroupKey($0.group) })
        return axis.groups.filter { listed.contains(GroupKey($0)) }
    }

    /// Whether a line of a breakdown by two fields has groups that the tables of both fields show.
    func isShown(_ group: GroupReport, _ breakdown: BreakdownReport) -> Bool {
        zip(breakdown.axes, group.names).allSatisfy { axis, name in
            guard let table = table(axis), table.bound != nil else { return true }
            return table.listed.contains { GroupKey($0.group) == GroupKey(name) }
        }
    }

    /// A name of a group as the bytes that it is: strings that are equal in Swift may be different texts.
    private struct GroupKey: Hashable {
        let bytes: [UInt8]?

        init(_ name: String?) { bytes = name.map { Array($0.utf8) } }
    }

    func crossTable(_ breakdown: BreakdownReport, at index: Int) -> [ReportBlock] {
        let withheld = breakdown.groups.reduce(0) { $0 + $1.withheldCount }
        return [
            .heading(words.breakdownHeading(breakdown.title(language)), anchor: "groups-\(index + 1)"),
            paragraph(labels.groupsNote),
        ] + boundNotes(breakdown) + (withheld > 0 ? [paragraph(words.crossWithheld(withheld))] : [])
            + [subheading(words.quarter(report.quarter))] + tables(breakdown, .known(report.figures)) { $0.figures }
            + [subheading(words.span(through: report.quarter))]
            + tables(breakdown, report.yearToDate.figures) { $0.yearToDate.figures }
            + [subheading(labels.groupCumulativeHeading)]
            + tables(breakdown, .known(report.cumulative.figures)) { $0.cumulative }
    }

    /// A table for each measure of one period.
    ///
    /// - Parameter total: of the programme.
    private func tables(
        _ breakdown: BreakdownReport, _ total: Shown<Figures>, period: @escaping (GroupReport) -> Shown<Figures>
    ) -> [ReportBlock] {
        let (rows, columns) = (breakdown.axes[0], breakdown.axes[1])
        let (rowNames, columnNames) = (shownGroups(rows), shownGroups(columns))
        var cells: [[String?]: GroupReport] = [:]
        for group in breakdown.groups where !group.names.isEmpty { cells[group.names] = group }
        let rowTotals = alone(rows)
        let columnTotals = alone(columns)
        func name(_ group: String?) -> InlineText { group.map { .value($0) } ?? .words(labels.emptyGroup) }
        let tables = Measure.allCases.map { measure in
            func shown(_ group: GroupReport?) -> InlineText { group.map { cell(period($0), measure) } ?? Mark.absent }
            var table = MarkdownTable(
                [(.words(words.column(measure, currency)), .left)] + columnNames.map { (name($0), .right) }
                    + (rowTotals == nil ? [] : [(.strong(labels.allGroups), .right)]))
            for row in rowNames {
                table.add(
                    [name(row)] + columnNames.map { shown(cells[[row, $0]]) }
                        + (rowTotals.map { [shown($0[row])] } ?? []))
            }
            if let columnTotals {
                table.add(
                    [.strong(labels.allGroups)] + columnNames.map { shown(columnTotals[$0]) }
                        + (rowTotals == nil ? [] : [cell(total, measure)]))
            }
            return table
        }
        return blocks(tables)
    }

    /// The groups of a field in the breakdown by it alone; nil: there is none.
    private func alone(_ axis: BreakdownReport.Axis) -> [String?: GroupReport]? {
        guard let breakdown = table(axis) else { return nil }
        return Dictionary(
            breakdown.groups.filter { $0.withheldCount == 0 }.map { ($0.group, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The breakdown by one field of a pair alone.
    private func table(_ axis: BreakdownReport.Axis) -> BreakdownReport? {
        report.breakdowns.first { $0.axes.isEmpty && $0.field == axis.field }
    }
}
