import AidModel
import AidStatistics

extension ReportTables {
    /// The claims of the quarter held against the rules, outcome by outcome.
    var rules: ReportTable {
        let lines = report.rules?.lines ?? []
        return ReportTable(
            name: .rules, keys: [.outcome, .cause], values: .rules(currency), rowCount: lines.count
        ) { index in
            let line = lines[index]
            let tally = line.tally.value
            let status = TableStatus(
                line.tally, known: TableStatus(isRestated: false, isProvisional: isProvisional(report.quarter)))
            func value(_ number: Int128?, _ unit: TableUnit) -> TableValue {
                TableValue(number: number, unit: unit, status: status)
            }
            return TableRow(
                keys: [
                    .word(TableWord(outcome: line.outcome.word)),
                    line.outcome.cause == nil ? .empty(.nothing) : .word(TableWord(cause: line.outcome)),
                ],
                values: [
                    value(tally.map { Int128($0.recipientCount) }, .persons),
                    value(tally.map { Int128($0.claimCount) }, .personTimes),
                    value(tally?.paidMinor, .money(currency)), value(tally?.dueMinor, .money(currency)),
                ])
        }
    }
}
