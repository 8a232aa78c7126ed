import AidModel

@testable import AidReport

/// Histories with every kind of line that can be in one.
enum SampleHistory {
    static let programme = Programme(
        name: "second-reimbursement", title: BilingualText(zh: "暖·互助“二次报销”", en: "Second reimbursement"),
        since: CalendarDay(year: 2012, month: 5, day: 1), currency: .cny)

    static let all: [(name: String, history: HistoryReport)] = [
        ("history-printed", printed), ("history-cumulative", cumulative), ("history-restated", restated),
        ("history-empty", empty),
    ]

    static func named(_ name: String) -> HistoryReport {
        all.first { $0.name == name }!.history
    }

    /// What was printed in 2020 and 2023, and what the exports of 2023 say today.
    private static let printed = HistoryReport(
        programme: programme, vintages: printedVintages,
        now: [total("2023Q2", 985_812, 1_055_431, 135_021_300_00), total("2023Q3", 12, 13, 2_000_00)])

    private static let cumulative = HistoryReport(
        programme: programme, vintages: printedVintages, period: .cumulative)

    static let printedVintages = [
        Vintage(
            quarter: Quarter("2020Q3")!, number: 1, publishedOn: CalendarDay(year: 2020, month: 10, day: 20)!,
            reason: nil, note: nil, isProvisional: false, origin: .imported(sha256: sha256),
            cells: [
                cell(.quarter, "72.7万", "77.2万", "9800万元"), cell(.cumulative, "243.8万", "1924.7万", "24.05亿元"),
            ]),
        Vintage(
            quarter: Quarter("2023Q2")!, number: 1, publishedOn: CalendarDay(year: 2023, month: 7, day: 18)!,
            reason: nil, note: "报纸所载", isProvisional: false, origin: .imported(sha256: sha256),
            cells: [
                cell(.quarter, "98.58万", "105.54万", "1.35亿元"),
                cell(.cumulative, "317.35万", "3035.15万", "36.92亿元"),
            ]),
        Vintage(
            quarter: Quarter("2023Q2")!, number: 2, publishedOn: CalendarDay(year: 2023, month: 10, day: 16)!,
            reason: .betterData, note: nil, isProvisional: false, origin: .run(7),
            cells: [exact(.quarter, 985_812, 1_055_431, 135_021_300_00)]),
    ]

    /// Five vintages of three quarters, one provisional; what is published and what is counted differ.
    private static let restated = HistoryReport(
        programme: programme,
        vintages: [
            vintage("2022Q1", 2, "2022-07-20", .betterData, [exact(.quarter, 833_912, 890_411, 109_123_456_78)]),
            vintage("2022Q1", 1, "2022-04-18", nil, [exact(.quarter, 833_600, 890_100, 109_000_000_00)]),
            vintage(
                "2022Q1", 3, "2022-10-19", .correction, [exact(.quarter, 833_911, 890_410, 109_122_956_78)],
                note: "=HYPERLINK(\"x\")\n冲正一笔"),
            vintage("2022Q2", 1, "2022-07-20", nil, [exact(.quarter, 0, 0, 0)], isProvisional: true),
            vintage("2022Q2", 2, "2022-10-19", .routine, [exact(.quarter, 12, 15, 3_000_00)]),
            vintage(
                "2022Q3", 1, "2022-10-19", nil,
                [PublishedCell(period: .quarter, group: nil, content: .suppressed("small"))]),
            vintage("2022Q3", 2, "2023-01-19", .changedMethod, [exact(.quarter, 7, 7, 700_00)]),
            vintage("2022Q4", 1, "2023-01-19", nil, [exact(.cumulative, 7, 7, 700_00)]),
            vintage("2023Q1", 1, "2023-04-19", nil, [exact(.quarter, 5, 6, 700_00)]),
        ],
        now: [
            total("2022Q1", 833_911, 890_410, 109_122_956_78), total("2022Q2", 11, 15, 2_999_99, isProvisional: true),
            QuarterTotal(quarter: Quarter("2023Q1")!, isProvisional: false, figures: nil),
            total("2023Q2", 1, 1, 1), total("2023Q3", 1, 1, 1, isProvisional: true),
        ])

    private static let empty = HistoryReport(programme: programme, vintages: [], now: [total("2023Q2", 1, 1, 1)])

    static let sha256 = String(repeating: "0a1b2c3d", count: 8)

    static func cell(
        _ period: PublishedCell.Period, _ recipients: String, _ personTimes: String, _ amount: String,
        group: PublishedCell.Group? = nil
    ) -> PublishedCell {
        func range(_ text: String, _ measure: Measure) -> FigureRange? {
            text.isEmpty ? nil : try! PrintedFigure(text, measure: measure, currency: .cny).range
        }
        let figures = PublishedFigures(
            recipients: range(recipients, .recipients), personTimes: range(personTimes, .personTimes),
            amountMinor: range(amount, .amount))
        return PublishedCell(period: period, group: group, content: .figures(figures))
    }

    static func exact(
        _ period: PublishedCell.Period, _ recipients: Int, _ personTimes: Int, _ amountMinor: Int128,
        group: PublishedCell.Group? = nil
    ) -> PublishedCell {
        let figures = Figures(recipientCount: recipients, personTimeCount: personTimes, amountMinor: amountMinor)
        return PublishedCell(period: period, group: group, content: .figures(PublishedFigures(figures)))
    }

    private static func vintage(
        _ quarter: String, _ number: Int, _ day: String, _ reason: RestatementReason?, _ cells: [PublishedCell],
        isProvisional: Bool = false, note: String? = nil
    ) -> Vintage {
        let parts = day.split(separator: "-").map { Int($0)! }
        return Vintage(
            quarter: Quarter(quarter)!, number: number,
            publishedOn: CalendarDay(year: parts[0], month: parts[1], day: parts[2])!, reason: reason, note: note,
            isProvisional: isProvisional, origin: .run(Int64(number)), cells: cells)
    }

    private static func total(
        _ quarter: String, _ recipients: Int, _ personTimes: Int, _ amountMinor: Int128, isProvisional: Bool = false
    ) -> QuarterTotal {
        QuarterTotal(
            quarter: Quarter(quarter)!, isProvisional: isProvisional,
            figures: Figures(recipientCount: recipients, personTimeCount: personTimes, amountMinor: amountMinor))
    }
}
