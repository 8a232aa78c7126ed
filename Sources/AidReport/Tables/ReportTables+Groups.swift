import AidModel
import AidStatistics

/// The total, or one group.
private struct TableScope {
    /// nil: the total.
    let breakdown: BreakdownReport?
    let line: GroupReport?

    static func all(_ report: QuarterReport) -> [(breakdown: Int, group: Int)?] {
        [nil]
            + report.breakdowns.indices.flatMap { breakdown in
                report.breakdowns[breakdown].groups.indices.map { (breakdown, $0) }
            }
    }

    /// The breakdown, the group, and the groups of both fields of a pair.
    var keys: [TableKey] {
        guard let breakdown, let line else {
            return [.empty(.total), .empty(.total), .empty(.nothing), .empty(.nothing)]
        }
        let field = TableKey.titled(breakdown.field, breakdown.title)
        if line.withheldCount > 0 {
            return [field, .empty(.withheldGroups(line.withheldCount)), .empty(.nothing), .empty(.nothing)]
        }
        let isPair = line.names.count == 2
        return [
            field, isPair ? .text(EmptyGroup.name(of: line.group)) : TableScope.key(line.group),
            isPair ? TableScope.key(line.names[0]) : .empty(.nothing),
            isPair ? TableScope.key(line.names[1]) : .empty(.nothing),
        ]
    }

    /// As it was published; nil: the total.
    var published: PublishedCell.Group? {
        guard let breakdown, let line else { return nil }
        return line.withheldCount > 0
            ? .withheld(field: breakdown.field) : PublishedCell.Group(field: breakdown.field, name: line.group)
    }

    private static func key(_ group: String?) -> TableKey {
        group.map { .text($0) } ?? .titled(EmptyGroup.name, .emptyGroup)
    }
}

extension ReportTables {
    private func scope(_ place: (breakdown: Int, group: Int)?) -> TableScope {
        TableScope(
            breakdown: place.map { report.breakdowns[$0.breakdown] },
            line: place.map { report.breakdowns[$0.breakdown].groups[$0.group] })
    }

    /// The first and the last day of a span, and its last quarter.
    private func span(_ period: ReportPeriod) -> (from: CalendarDay, through: CalendarDay, last: Quarter) {
        if period == .cumulative { return (report.cumulative.since, report.cumulative.through, report.quarter) }
        let quarters = period.quarters(of: report.quarter)
        return (quarters.lowerBound.firstDay, quarters.upperBound.lastDay, quarters.upperBound)
    }

    private func figures(_ line: GroupReport?, _ period: ReportPeriod) -> Shown<Figures> {
        line.map { $0[period] } ?? report[period]
    }

    /// The status of what is known of some periods together.
    private func status(_ scope: TableScope, _ periods: ReportPeriod...) -> TableStatus {
        TableStatus(
            isRestated: periods.contains { isRestated(scope, $0) },
            isProvisional: periods.contains { isProvisional(span($0).last) })
    }

    private func isRestated(_ scope: TableScope, _ period: ReportPeriod) -> Bool {
        let published: PublishedCell.Period =
            switch period {
            case .quarter, .yearEarlier, .quarterEarlier: .quarter
            case .yearToDate, .yearToDateYearEarlier: .yearToDate
            case .cumulative: .cumulative
            }
        // What has been forgotten since is in the published total.
        if published == .cumulative, report.cumulative.sinceStart != nil { return false }
        return lastPublished.isOther(
            figures(scope.line, period).value, span(period).last, published, of: scope.published)
    }

    /// What tells the total and the groups apart.
    private var scopeKeys: [TableColumn] {
        let hasPairs = report.breakdowns.contains { !$0.axes.isEmpty }
        let parts = [TableColumn.firstGroup, .secondGroup].map { column in
            var column = column
            column.isForPrograms = !hasPairs
            return column
        }
        return [.breakdown, .group] + parts
    }

    /// The total and every group, for each span of time that the report has.
    var groups: ReportTable {
        let scopes = TableScope.all(report)
        let periods = ReportPeriod.allCases.map { (period: $0, span: span($0)) }
        return ReportTable(
            name: .groups,
            keys: [.period, .from, .through] + scopeKeys, values: .measures(currency),
            rowCount: scopes.count * periods.count
        ) { index in
            let scope = scope(scopes[index / periods.count])
            let (period, span) = periods[index % periods.count]
            return TableRow(
                keys: [.word(TableWord(period)), .day(span.from), .day(span.through)] + scope.keys,
                values: figures(figures(scope.line, period), status(scope, period)))
        }
    }

    /// What is held against what: the figures of now, those of an earlier span, and the change from them.
    static let compared: [(now: ReportPeriod, base: ReportPeriod)] = [
        (.quarter, .yearEarlier), (.quarter, .quarterEarlier), (.yearToDate, .yearToDateYearEarlier),
    ]

    /// The total and every group, each measure held against what it was.
    var comparisons: ReportTable {
        let scopes = TableScope.all(report)
        let measures = Measure.allCases
        let compared = ReportTables.compared.map {
            (now: $0.now, base: $0.base, span: span($0.now), past: span($0.base))
        }
        let perScope = compared.count * measures.count
        return ReportTable(
            name: .comparisons,
            keys: [.comparison, .from, .through, .baseFrom, .baseThrough] + scopeKeys + [.measure(currency)],
            values: .comparison(currency), rowCount: scopes.count * perScope
        ) { index in
            let scope = scope(scopes[index / perScope])
            let (now, base, span, past) = compared[index % perScope / measures.count]
            let measure = measures[index % measures.count]
            return TableRow(
                keys: [
                    .word(TableWord(base)), .day(span.from), .day(span.through), .day(past.from), .day(past.through),
                ] + scope.keys + [.word(TableWord(measure, currency))],
                values: [
                    value(figures(scope.line, now), measure, status(scope, now)),
                    value(figures(scope.line, base), measure, status(scope, base)),
                ] + change(comparison(scope.line, base), measure, status(scope, now, base))
                    + factors(comparison(scope.line, base), measure, status(scope, now, base)) + [
                        contribution(
                            scope.line.map { _ in comparison(scope.line, base) }, measure, base,
                            status(scope, now, base))
                    ])
        }
    }

    private func comparison(_ line: GroupReport?, _ base: ReportPeriod) -> Comparison {
        switch base {
        case .yearEarlier: line?.yearEarlier ?? report.yearEarlier
        case .quarterEarlier: line?.quarterEarlier ?? report.quarterEarlier
        default: (line?.yearToDate ?? report.yearToDate).yearEarlier
        }
    }

    /// What the change of a measure comes from.
    private func factors(_ comparison: Comparison, _ measure: Measure, _ status: TableStatus) -> [TableValue] {
        let factors = comparison.factors(measure)
        return ChangeFactor.allCases.map { factor in
            let part = ChangeFactor.all(of: measure).contains(factor) ? factors?[factor] : nil
            return TableValue(
                number: part, unit: TableUnit(measure, currency),
                status: part == nil ? without(comparison) : status)
        }
    }

    /// What a group adds to the growth of the whole.
    ///
    /// - Parameter comparison: nil: the whole itself.
    private func contribution(
        _ comparison: Comparison?, _ measure: Measure, _ base: ReportPeriod, _ status: TableStatus
    ) -> TableValue {
        guard let comparison else { return TableValue(number: nil, unit: .percentagePoints, status: .absent) }
        switch comparison.contribution(measure, to: self.comparison(nil, base)) {
        case .hundredths(let points)?: return TableValue(number: points, unit: .percentagePoints, status: status)
        default: return TableValue(number: nil, unit: .percentagePoints, status: without(comparison))
        }
    }

    /// Why nothing is made of a change.
    private func without(_ comparison: Comparison) -> TableStatus {
        if case .suppressed = comparison.change { .suppressed } else { .absent }
    }

    /// The change of a measure, and that in percent.
    private func change(_ comparison: Comparison, _ measure: Measure, _ status: TableStatus) -> [TableValue] {
        let percent: (number: Int128?, status: TableStatus) =
            switch comparison.percent(measure) {
            case .hundredths(let hundredths): (hundredths, status)
            case .noneZero: (nil, .zeroBase)
            case .noneSuppressed: (nil, .suppressed)
            case .noneAbsent, .noneRounded: (nil, .absent)
            }
        return [
            TableValue(
                number: comparison.change.value?[measure], unit: TableUnit(measure, currency),
                status: TableStatus(comparison.change, known: status)),
            TableValue(number: percent.number, unit: .percent, status: percent.status),
        ]
    }
}
