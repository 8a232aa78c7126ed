import AidModel
import AidStatistics

/// One quarter and group whose members are known.
private struct MemberRow {
    let quarter: Quarter
    /// nil: the whole.
    let breakdown: MemberRates.Breakdown?
    let group: String?
    let rate: MemberRates.Rate
    let yearEarlier: MemberRates.Rate?

    /// The whole, quarter by quarter, then the groups of the report's quarter and the year earlier.
    static func all(_ members: MemberRates, _ quarter: Quarter) -> [MemberRow] {
        let wholes = [members.yearEarlier].compactMap { $0 }.filter { $0.rate.figures.value == nil } + members.quarters
        let byQuarter = Dictionary(wholes.map { ($0.quarter, $0.rate) }) { first, _ in first }
        return wholes.map { line in
            MemberRow(
                quarter: line.quarter, breakdown: nil, group: nil, rate: line.rate,
                yearEarlier: byQuarter[line.quarter.yearEarlier])
        }
            + members.breakdowns.flatMap { breakdown in
                breakdown.groups.flatMap { line in
                    [(quarter.yearEarlier, line.yearEarlier, nil), (quarter, line.now, line.yearEarlier)].compactMap {
                        quarter, rate, earlier in
                        rate.map {
                            MemberRow(
                                quarter: quarter, breakdown: breakdown, group: line.group, rate: $0,
                                yearEarlier: earlier)
                        }
                    }
                }
            }
    }
}

extension ReportTables {
    /// Members, and figures for a thousand of them beside those of the year earlier.
    var members: ReportTable {
        let lines = report.members.map { MemberRow.all($0, report.quarter) } ?? []
        return ReportTable(
            name: .members, keys: [.quarter, .asOf, .breakdown, .group],
            values: .members(currency, hasStandard: report.members?.standard != nil), rowCount: lines.count
        ) { index in
            let line = lines[index]
            return TableRow(
                keys: [
                    .quarter(line.quarter), .day(line.quarter.lastDay),
                    line.breakdown.map { .titled($0.field, $0.title) } ?? .empty(.total),
                    line.breakdown == nil
                        ? .empty(.total)
                        : line.group.map { .text($0) } ?? .titled(EmptyGroup.name, .emptyGroup),
                ],
                values: [
                    TableValue(number: Int128(line.rate.memberCount), unit: .persons, status: .normal)
                ] + Measure.allCases.flatMap { rates(line, $0) } + standardised(line))
        }
    }

    /// The standardised rate, where a standard population is named.
    private func standardised(_ line: MemberRow) -> [TableValue] {
        guard let standard = report.members?.standard else { return [] }
        let found = standard.lines.first {
            $0.field == line.breakdown?.field && $0.group.map { Array($0.utf8) } == line.group.map { Array($0.utf8) }
        }
        let rate: StandardRates.Rate =
            line.quarter == report.quarter
            ? found?.now ?? .absent
            : line.quarter == report.quarter.yearEarlier ? found?.yearEarlier ?? .absent : .absent
        let status: TableStatus =
            switch rate {
            case .hundredths: TableStatus(isRestated: false, isProvisional: isProvisional(line.quarter))
            case .withheld: .suppressed
            case .noMembers, .absent: .absent
            }
        return [TableValue(number: rate.hundredths, unit: .personsPerThousand, status: status)]
    }

    /// A measure for a thousand members, its change from the year earlier, and that in percent.
    private func rates(_ line: MemberRow, _ measure: Measure) -> [TableValue] {
        let known = TableStatus(isRestated: false, isProvisional: isProvisional(line.quarter))
        let unit = TableUnit(perThousand: measure, currency)
        func value(_ shown: Shown<Int128>) -> TableValue {
            TableValue(number: shown.value, unit: unit, status: TableStatus(shown, known: known))
        }
        let percent: (Int128?, TableStatus) =
            switch line.yearEarlier.map({ line.rate.percent(from: $0, measure) }) ?? .noneAbsent {
            case .hundredths(let hundredths): (hundredths, known)
            case .noneZero: (nil, .zeroBase)
            case .noneSuppressed: (nil, .suppressed)
            case .noneAbsent, .noneRounded: (nil, .absent)
            }
        return [
            value(line.rate.perThousand(measure)),
            value(line.yearEarlier.map { line.rate.change(from: $0, measure) } ?? .absent),
            TableValue(number: percent.0, unit: .percent, status: percent.1),
        ]
    }
}
