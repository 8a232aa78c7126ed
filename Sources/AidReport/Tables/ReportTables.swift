package import AidModel
package import AidStatistics

/// The tables of a report.
///
/// They hold what report.json holds, and hide what it hides: the totals that were published before, which `history`
/// prints too, are all that they have besides.
package struct ReportTables: Sendable {
    let report: QuarterReport
    /// Of the quarters that the report shows, by quarter and number.
    let published: [Vintage]
    private let totals: [Quarter: QuarterTotal]
    let lastPublished: LastPublished

    /// - Parameter vintages: of any quarters.
    package init(_ report: QuarterReport, vintages: [Vintage]) {
        self.report = report
        published = vintages.filter { $0.quarter <= report.quarter }
            .sorted { ($0.quarter, $0.number) < ($1.quarter, $1.number) }
        totals = Dictionary(report.quarters.map { ($0.quarter, $0) }) { first, _ in first }
        lastPublished = LastPublished(published)
    }

    package var all: [ReportTable] {
        TableName.allCases.filter { name in
            switch name {
            case .rules: report.rules != nil
            case .members: report.members != nil
            case .quarters, .groups, .comparisons, .balance, .vintages: true
            }
        }.map(table)
    }

    package func table(_ name: TableName) -> ReportTable {
        switch name {
        case .quarters: quarters
        case .groups: groups
        case .comparisons: comparisons
        case .balance: balance
        case .vintages: vintages
        case .rules: rules
        case .members: members
        }
    }

    var currency: Currency { report.programme.currency }

    /// Whether the figures of a span that ends with a quarter may still change.
    func isProvisional(_ quarter: Quarter) -> Bool {
        quarter == report.quarter ? report.isProvisional : totals[quarter]?.isProvisional ?? false
    }

    private var quarters: ReportTable {
        let lines = report.quarters
        return ReportTable(
            name: .quarters, keys: [.quarter, .from, .through], values: .measures(currency), rowCount: lines.count
        ) { index in
            let line = lines[index]
            return TableRow(
                keys: [.quarter(line.quarter), .day(line.quarter.firstDay), .day(line.quarter.lastDay)],
                values: figures(
                    line.figures.map { .known($0) } ?? .absent,
                    TableStatus(
                        isRestated: lastPublished.isOther(line.figures, line.quarter),
                        isProvisional: line.isProvisional)))
        }
    }

    /// The three measures of a period and group.
    ///
    /// - Parameter status: of those that are known.
    func figures(_ shown: Shown<Figures>, _ status: TableStatus) -> [TableValue] {
        Measure.allCases.map { value(shown, $0, status) }
    }

    func value(_ shown: Shown<Figures>, _ measure: Measure, _ status: TableStatus) -> TableValue {
        TableValue(
            number: shown.value?[measure], unit: TableUnit(measure, currency), status: TableStatus(shown, known: status)
        )
    }

    private var balance: ReportTable {
        let inputs = report.publishedInputs
        let lines = BalanceRow.all(report.balance, inputs)
        return ReportTable(
            name: .balance, keys: [.file, .line, .reason], values: .balance(currency), rowCount: lines.count
        ) { index in
            let line = lines[index]
            return TableRow(
                keys: [
                    line.input.map { .text(inputs[$0].name) } ?? .empty(.allInputs), .word(TableWord(line.line)),
                    line.reason.map { .word(TableWord($0)) } ?? .empty(.nothing),
                ],
                values: [
                    TableValue(number: Int128(line.tally.recordCount), unit: .records, status: .normal),
                    TableValue(number: line.tally.amountMinor, unit: .money(currency), status: .normal),
                ])
        }
    }

    private var vintages: ReportTable {
        let lines = published.indices.flatMap { place in
            published[place].cells.filter { $0.group == nil && $0.figures != nil }.flatMap { cell in
                Measure.allCases.map { VintageRow(place: place, cell: cell, measure: $0) }
            }
        }
        return ReportTable(
            name: .vintages, keys: [.quarter, .vintage, .publishedOn, .publishedReason, .span, .measure(currency)],
            values: .bounds(currency), rowCount: lines.count
        ) { index in
            let line = lines[index]
            let vintage = published[line.place]
            let range = line.cell.figures?[line.measure]
            let unit = TableUnit(line.measure, currency)
            let status: TableStatus = range == nil ? .absent : vintage.isProvisional ? .provisional : .normal
            return TableRow(
                keys: [
                    .quarter(vintage.quarter), .number(vintage.number), .day(vintage.publishedOn),
                    vintage.reason.map { .word(TableWord($0)) } ?? .empty(.nothing),
                    .word(TableWord(line.cell.period)), .word(TableWord(line.measure, currency)),
                ],
                values: [
                    TableValue(number: range?.lowest, unit: unit, status: status),
                    TableValue(number: range?.highest, unit: unit, status: status),
                ])
        }
    }
}

extension TableStatus {
    init(isRestated: Bool, isProvisional: Bool) {
        self =
            isRestated ? (isProvisional ? .restatedProvisional : .restated) : isProvisional ? .provisional : .normal
    }

    /// - Parameter known: where the figures are known.
    init(_ shown: Shown<some Any>, known: TableStatus) {
        self =
            switch shown {
            case .known: known
            case .absent: .absent
            case .suppressed: .suppressed
            }
    }
}

/// One line of the balance of one input, or of all.
private struct BalanceRow {
    /// nil: all inputs together.
    let input: Int?
    let line: BalanceLine
    let reason: RejectReason?
    let tally: Tally

    static func all(_ balance: Balance, _ inputs: [PublishedInput]) -> [BalanceRow] {
        lines(balance, nil)
            + inputs.enumerated().flatMap { index, input in
                input.contents.map { lines($0.balance, index) } ?? []
            }
    }

    private static func lines(_ balance: Balance, _ input: Int?) -> [BalanceRow] {
        BalanceLine.allCases.map { BalanceRow(input: input, line: $0, reason: nil, tally: balance[$0]) }
            + balance.reasons.map { BalanceRow(input: input, line: .rejected, reason: $0.reason, tally: $0.tally) }
    }
}

/// One measure of one total that was published.
private struct VintageRow {
    let place: Int
    let cell: PublishedCell
    let measure: Measure
}
