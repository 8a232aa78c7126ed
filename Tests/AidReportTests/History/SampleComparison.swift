import AidModel

@testable import AidReport

/// Comparisons with every kind of line that can be in one.
enum SampleComparison {
    static let all: [(name: String, comparison: ComparisonReport)] = [
        ("compare-printed", printed), ("compare-exact", exact), ("compare-edges", edges), ("compare-spans", spans),
        ("compare-nothing", nothing),
    ]

    static func named(_ name: String) -> ComparisonReport {
        all.first { $0.name == name }!.comparison
    }

    private static func cells(_ index: Int) -> [PublishedCell] { SampleHistory.printedVintages[index].cells }

    /// What was printed in 2020 and 2023: what is certain of the change between them.
    private static let printed = ComparisonReport(
        base: ComparedSide(
            title: BilingualText(zh: "2020Q3（第1版，2020-10-20 发布）", en: "2020Q3 (v1, published 2020-10-20)"),
            cells: cells(0)),
        now: ComparedSide(
            title: BilingualText(zh: "2023Q2（第1版，2023-07-18 发布）", en: "2023Q2 (v1, published 2023-07-18)"),
            cells: cells(1), notes: [BilingualText(zh: "补录自报纸。", en: "Imported from print.")]),
        currency: .cny)

    private static func group(_ name: String?, _ field: String = "care") -> PublishedCell.Group {
        PublishedCell.Group(field: field, name: name)
    }

    private static let exact = ComparisonReport(
        base: ComparedSide(
            title: BilingualText(zh: "2022年第二季度", en: "Q2 2022"),
            cells: [
                SampleHistory.exact(.quarter, 833_600, 890_100, 109_000_000_00),
                SampleHistory.exact(.quarter, 700_000, 740_000, 9_000_000_00, group: group("门诊")),
                SampleHistory.exact(.quarter, 3, 4, 600_00, group: group("东城区", "district")),
                SampleHistory.exact(.yearToDate, 1_400_000, 1_700_000, 209_000_000_00),
            ]),
        now: ComparedSide(
            title: BilingualText(zh: "2023年第二季度", en: "Q2 2023"),
            cells: [
                SampleHistory.exact(.quarter, 985_800, 1_055_400, 135_000_000_00),
                SampleHistory.exact(.quarter, 700_000, 740_001, 8_999_999_99, group: group("门诊")),
                SampleHistory.exact(.quarter, 200_000, 240_000, 126_000_000_01, group: group("住院")),
                SampleHistory.exact(.quarter, 9, 12, 900_00, group: group("东城区", "district")),
                SampleHistory.exact(.yearToDate, 1_600_000, 1_900_000, 249_000_000_00),
            ]),
        currency: .cny)

    /// Withheld, missing and zero figures, changes of which little is certain, and hostile names.
    private static let edges = ComparisonReport(
        base: ComparedSide(
            title: BilingualText(zh: "甲\u{202E}\n乙", en: "a\u{202E}\nb"),
            cells: [
                SampleHistory.cell(.quarter, "98万", "105.5万", "1亿"),
                PublishedCell(period: .quarter, group: group("门诊"), content: .suppressed("small")),
                SampleHistory.exact(.quarter, 0, 0, 0, group: group(nil)),
                SampleHistory.cell(.yearToDate, "0万", "", "约1万", group: group("=1+1\u{1B}[31m")),
                SampleHistory.cell(.cumulative, "99万", "100.0万", "5万余元"),
            ]),
        now: ComparedSide(
            title: BilingualText(zh: "丙", en: "c"),
            cells: [
                SampleHistory.cell(.quarter, "98.2万", "105.6万", "1.02亿"),
                PublishedCell(period: .quarter, group: group("门诊"), content: .suppressed("complement")),
                SampleHistory.exact(.quarter, 1, 1, 100, group: group(nil)),
                SampleHistory.cell(.yearToDate, "3", "7", "1.35万", group: group("=1+1\u{1B}[31m")),
                SampleHistory.cell(.cumulative, "98万", "99.9万", "5万元"),
                SampleHistory.exact(.cumulative, 1, 1, 100, group: group("\"引\"号")),
            ],
            notes: [BilingualText(zh: "一", en: "one"), BilingualText(zh: "二", en: "two")]),
        currency: .cny)

    private static let spans = ComparisonReport(
        base: ComparedSide(
            title: BilingualText(zh: "2021Q1..2021Q4", en: "2021Q1..2021Q4"),
            cells: [SampleHistory.exact(.quarter, 2_000_000, 3_000_000, 300_000_000_00)]),
        now: ComparedSide(
            title: BilingualText(zh: "2022Q1..2022Q4", en: "2022Q1..2022Q4"),
            cells: [SampleHistory.exact(.quarter, 2_100_000, 3_300_000, 310_000_000_00)]),
        currency: .cny, isOfSpans: true)

    private static let nothing = ComparisonReport(
        base: ComparedSide(title: BilingualText(zh: "甲", en: "a"), cells: []),
        now: ComparedSide(title: BilingualText(zh: "乙", en: "b"), cells: []), currency: .cny)
}
