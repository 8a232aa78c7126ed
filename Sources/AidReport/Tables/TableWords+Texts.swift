package import AidModel
import AidStatistics
import AidText

extension TableName {
    /// `各季度`: what a sheet of a workbook is called, so no longer than 20 characters.
    package var title: BilingualText {
        switch self {
        case .quarters: BilingualText(zh: "各季度", en: "Quarters")
        case .groups: BilingualText(zh: "分组", en: "Groups")
        case .comparisons: BilingualText(zh: "比较", en: "Comparisons")
        case .balance: BilingualText(zh: "平衡表", en: "Balance")
        case .vintages: BilingualText(zh: "已公布的版本", en: "Vintages")
        case .rules: BilingualText(zh: "按规则复算", en: "Rules")
        case .members: BilingualText(zh: "每千名会员", en: "Per thousand members")
        }
    }

    package var meaning: BilingualText {
        switch self {
        case .quarters:
            BilingualText(
                zh: "数据中截至报告季度的每个季度，均按本次输入重新计算。各季度的人数不能相加。",
                en: "Every quarter of the data up to the report's, counted anew from the present inputs. Recipients of "
                    + "quarters do not add up.")
        case .groups:
            BilingualText(
                zh: "总计和每个分组在报告所示各时期的数字。各组、各时期的人数不能相加。",
                en: "The total and every group in each period that the report shows. Recipients of groups and of "
                    + "periods do not add up.")
        case .comparisons:
            BilingualText(
                zh: "总计和每个分组与更早时期相比：现在、基期、增减、增减幅度，增减来自哪里，以及分组的拉动。",
                en:
                    "The total and every group against an earlier period: now, base, change and percent, what the change "
                    + "comes from, and what a group adds to the growth of the whole.")
        case .balance:
            BilingualText(
                zh: "每条记录去了哪里。有 reason 的行是 rejected 的组成部分，不要再与它相加。",
                en: "Where every record went. A line with a reason is a part of the line rejected; do not add both.")
        case .vintages:
            BilingualText(
                zh: "历次公布的总计，截至报告的季度。修约印发的数字给出上下限，精确的两者相同。",
                en: "The totals as they were published, up to the report's quarter. A figure that was printed rounded "
                    + "has bounds; of an exact one both are the same.")
        case .rules:
            BilingualText(
                zh: "本季度每笔赔付按流程文件中的规则复算的结果。各行的人数不能相加。",
                en:
                    "Every claim of the quarter held against the rules in the pipeline file. People of lines do not add up."
            )
        case .members:
            BilingualText(
                zh: "季末会员人数，以及每千名会员的受助职工、受助人次和受助金额，全部及各组，与上年同期相比。",
                en:
                    "Members at quarters' ends, and recipients, person-times and money for a thousand of them, of the "
                    + "whole and of groups, beside the year earlier.")
        }
    }
}

extension TableWord {
    init(_ period: ReportPeriod) { self.init("\(period)", period.title) }

    init(_ period: PublishedCell.Period) {
        switch period {
        case .quarter: self.init(ReportPeriod.quarter)
        case .yearToDate: self.init(ReportPeriod.yearToDate)
        case .cumulative: self.init(ReportPeriod.cumulative)
        }
    }

    /// `受助金额（元）`, `Amount (yuan)`.
    init(_ measure: Measure, _ currency: Currency) {
        let (zh, en) = (SpokenWords(.zh), SpokenWords(.en))
        self.init(
            measure.rawValue,
            measure == .amount
                ? BilingualText(
                    zh: "\(zh.name(measure))（\(zh.unit(of: currency))）",
                    en: "\(en.name(measure)) (\(en.unit(of: currency)))")
                : BilingualText(zh: zh.name(measure), en: en.name(measure)))
    }

    init(_ line: BalanceLine) {
        self.init(
            line.rawValue, BilingualText(zh: Wording(language: .zh).name(line), en: Wording(language: .en).name(line)))
    }

    init(_ reason: RejectReason) {
        self.init(
            reason.rawValue,
            BilingualText(zh: Wording(language: .zh).explain(reason), en: Wording(language: .en).explain(reason)))
    }

    init(_ reason: RestatementReason) {
        self.init(
            reason.rawValue,
            BilingualText(zh: Wording(language: .zh).explain(reason), en: Wording(language: .en).explain(reason)))
    }

    package init(_ status: TableStatus) { self.init(status.rawValue, status.title) }
}

extension ReportPeriod {
    fileprivate var title: BilingualText {
        switch self {
        case .quarter: BilingualText(zh: "本季度", en: "The quarter")
        case .yearEarlier: BilingualText(zh: "上年同期", en: "Year earlier")
        case .quarterEarlier: BilingualText(zh: "上季度", en: "Quarter earlier")
        case .yearToDate: BilingualText(zh: "今年以来", en: "Year to date")
        case .yearToDateYearEarlier: BilingualText(zh: "今年以来的上年同期", en: "Year to date, year earlier")
        case .cumulative: BilingualText(zh: "累计", en: "Cumulative")
        }
    }
}

extension TableStatus {
    fileprivate var title: BilingualText {
        switch self {
        case .normal: BilingualText(zh: "正常", en: "normal")
        case .provisional: BilingualText(zh: "初步", en: "provisional")
        case .restated: BilingualText(zh: "与最近公布的不同", en: "restated")
        case .restatedProvisional: BilingualText(zh: "与最近公布的不同，初步", en: "restated, provisional")
        case .suppressed: BilingualText(zh: "不公布", en: "suppressed")
        case .absent: BilingualText(zh: "无数据", en: "no data")
        case .zeroBase: BilingualText(zh: "基数为0", en: "base is 0")
        }
    }
}

extension BilingualText {
    static let nothing = BilingualText(zh: "", en: "")
    static let allInputs = BilingualText(zh: "全部输入", en: "All inputs")
    static let total = BilingualText(zh: "全部", en: "All")
    static let emptyGroup = BilingualText(
        zh: ReportLabels(language: .zh).emptyGroup, en: ReportLabels(language: .en).emptyGroup)

    static func withheldGroups(_ count: Int) -> BilingualText {
        BilingualText(zh: "（隐去名称的\(count)个组）", en: "(\(count) groups whose names are withheld)")
    }
}

extension TableColumn {
    private init(
        _ code: String, _ title: BilingualText, _ kind: Kind, mayBeEmpty: Bool = false, zh: String, en: String
    ) {
        word = TableWord(code, title)
        meaning = BilingualText(zh: zh, en: en)
        self.kind = kind
        self.mayBeEmpty = mayBeEmpty
    }

    static let quarter = TableColumn(
        "quarter", BilingualText(zh: "季度", en: "Quarter"), .quarter, zh: "公历季度，如 2023Q2。",
        en: "The civil quarter, such as 2023Q2.")
    static let from = TableColumn(
        "from", BilingualText(zh: "起", en: "From"), .day, zh: "时期的第一天。", en: "The first day of the period.")
    static let through = TableColumn(
        "through", BilingualText(zh: "止", en: "Through"), .day, zh: "时期的最后一天。", en: "The last day of the period.")
    static let baseFrom = TableColumn(
        "baseFrom", BilingualText(zh: "基期起", en: "Base from"), .day, zh: "基期的第一天。",
        en: "The first day of the period of the base.")
    static let baseThrough = TableColumn(
        "baseThrough", BilingualText(zh: "基期止", en: "Base through"), .day, zh: "基期的最后一天。",
        en: "The last day of the period of the base.")
    static let period = TableColumn(
        "period", BilingualText(zh: "时期", en: "Period"), .words(ReportPeriod.allCases.map { TableWord($0) }),
        zh: "时期，日期见 from 和 through。", en: "The period; from and through are its days.")
    static let span = TableColumn(
        "period", BilingualText(zh: "时期", en: "Period"), .words(PublishedCell.Period.allCases.map { TableWord($0) }),
        zh: "时期，止于该季度末。", en: "The period, which ends with the quarter.")
    static let comparison = TableColumn(
        "comparison", BilingualText(zh: "与何时相比", en: "Against"),
        .words(ReportTables.compared.map { TableWord($0.base) }), zh: "与哪个时期相比；其日期见 baseFrom 和 baseThrough。",
        en: "The period of the base; baseFrom and baseThrough are its days.")
    static let breakdown = TableColumn(
        "breakdown", BilingualText(zh: "分组方式", en: "Breakdown"), .text, mayBeEmpty: true,
        zh: "流程文件中的字段名；总计为空。", en: "The field's name in the pipeline file; empty for the total.")
    static let group = TableColumn(
        "group", BilingualText(zh: "分组", en: "Group"), .text, mayBeEmpty: true,
        zh: "导出数据中的值，为空的是未填；总计为空。有 breakdown 而 group 为空的一行，是人数过少、隐去名称的各组的合计。",
        en:
            "The value in the exports, 未填 where it was empty; empty for the total. Empty beside a breakdown: all groups "
            + "together whose names are withheld, as they have too few recipients.")
    static let firstGroup = TableColumn(
        "firstGroup", BilingualText(zh: "其中第一字段", en: "Of the first field"), .text, mayBeEmpty: true,
        zh: "两个字段交叉分组时，第一个字段的组；其余为空。", en: "Of a breakdown by two fields the group of the first; else empty.")
    static let secondGroup = TableColumn(
        "secondGroup", BilingualText(zh: "其中第二字段", en: "Of the second field"), .text, mayBeEmpty: true,
        zh: "两个字段交叉分组时，第二个字段的组；其余为空。", en: "Of a breakdown by two fields the group of the second; else empty.")
    static let file = TableColumn(
        "file", BilingualText(zh: "文件", en: "File"), .text, mayBeEmpty: true, zh: "输入文件；全部输入的合计为空。",
        en: "The input; empty for all inputs together.")
    static let line = TableColumn(
        "line", BilingualText(zh: "去向", en: "Where it went"), .words(BalanceLine.allCases.map { TableWord($0) }),
        zh: "平衡表的行：records = paid + unpaid + reversals + duplicates + superseded + rejected + scaffolding；"
            + "fullyReversed 和 unidentified 含在 paid 中。",
        en: "The line of the balance: records = paid + unpaid + reversals + duplicates + superseded + rejected + "
            + "scaffolding; fullyReversed and unidentified are among paid.")
    static let reason = TableColumn(
        "reason", BilingualText(zh: "原因", en: "Reason"), .words(RejectReason.allCases.map { TableWord($0) }),
        mayBeEmpty: true, zh: "被拒的原因；行的合计为空。", en: "Why records were rejected; empty for a line as a whole.")
    static let vintage = TableColumn(
        "vintage", BilingualText(zh: "版次", en: "Vintage"), .number, zh: "该季度的第几版，从 1 起。",
        en: "The vintage's number among those of its quarter, from 1.")
    static let publishedOn = TableColumn(
        "publishedOn", BilingualText(zh: "公布日期", en: "Published on"), .day, zh: "公布之日。",
        en: "The day on which it was published.")
    static let publishedReason = TableColumn(
        "reason", BilingualText(zh: "修订原因", en: "Reason"), .words(RestatementReason.allCases.map { TableWord($0) }),
        mayBeEmpty: true, zh: "为何修订上一版；第一版为空。", en: "Why it restates the vintage before; empty for the first.")

    static func measure(_ currency: Currency) -> TableColumn {
        TableColumn(
            "measure", BilingualText(zh: "指标", en: "Measure"),
            .words(Measure.allCases.map { TableWord($0, currency) }), zh: "受助职工、受助人次或受助金额。",
            en: "Recipients, person-times or amount.")
    }

    /// The columns of programs alone.
    package static let value = TableColumn(
        "value", BilingualText(zh: "数值", en: "Value"), .decimal, mayBeEmpty: true,
        zh: "精确的数字，单位见 unit；没有或不公布的为空，原因见 status。金额以元计，带两位小数（其他货币用其最小单位的位数）。",
        en:
            "The exact figure in the unit of the row; empty where there is none or it is withheld, and status says why. "
            + "Money is in yuan with two decimals (another currency has as many as its minor unit).")
    package static func unit(_ units: [TableUnit]) -> TableColumn {
        let isOfMembers = units.contains(.personsPerThousand)
        return TableColumn(
            "unit", BilingualText(zh: "单位", en: "Unit"),
            .words(units.map { TableWord($0.code, BilingualText(zh: $0.code, en: $0.code)) }),
            zh: "人、人次、记录、百分之一、百分点，或货币代码。" + (isOfMembers ? "…PerThousand：每千名会员。" : ""),
            en: "Persons, person-times, records, percent, percentage points, or the code of a currency."
                + (isOfMembers ? " PerThousand: of each thousand members." : ""))
    }
    package static let status = TableColumn(
        "status", BilingualText(zh: "状态", en: "Status"), .words(TableStatus.allCases.map { TableWord($0) }),
        zh: "数字的状态，或为何为空："
            + TableStatus.allCases.map { "\($0.rawValue) \(TableWord($0).title.zh)" }
            .joined(separator: "，") + "。",
        en: "How far the figure can be relied on, or why it is empty: "
            + TableStatus.allCases.map { "\($0.rawValue) (\(TableWord($0).title.en))" }.joined(separator: ", ") + ".")
}

extension TableColumn.Values {
    static func measures(_ currency: Currency) -> TableColumn.Values {
        TableColumn.Values(
            name: .measure(currency), words: Measure.allCases.map { TableWord($0, currency) }, units: units(currency))
    }

    private static func units(_ currency: Currency) -> [TableUnit] { Measure.allCases.map { TableUnit($0, currency) } }

    static func comparison(_ currency: Currency) -> TableColumn.Values {
        TableColumn.Values(
            "now 现在，base 基期，change 增减，percent 增减幅度（占基期的百分之几）；fromRecipients、fromPersonTimesPerRecipient 和 "
                + "fromAmountPerPersonTime 为增减来自受助职工人数、人均受助人次和次均受助金额的部分，其和为增减；contribution 为分组拉动全部增长的百分点。",
            "Now, the base, the change from it, and that in percent of the base; the parts of the change that come from "
                + "recipients, from person-times a recipient and from money a person-time, which add up to it; and what a "
                + "group adds to the growth of the whole, in percentage points.",
            [
                TableWord("now", BilingualText(zh: "现在", en: "Now")),
                TableWord("base", BilingualText(zh: "基期", en: "Base")),
                TableWord("change", BilingualText(zh: "增减", en: "Change")),
                TableWord("percent", BilingualText(zh: "增减幅度（%）", en: "Percent")),
            ]
                + ChangeFactor.allCases.map { factor in
                    TableWord(
                        "from" + factor.rawValue.prefix(1).uppercased() + factor.rawValue.dropFirst(),
                        BilingualText(
                            zh: Wording(language: .zh).from(factor), en: Wording(language: .en).from(factor)))
                } + [
                    TableWord(
                        "contribution",
                        BilingualText(
                            zh: ReportLabels(language: .zh).contribution, en: ReportLabels(language: .en).contribution))
                ], units(currency) + [.percent, .percentagePoints])
    }

    static func bounds(_ currency: Currency) -> TableColumn.Values {
        TableColumn.Values(
            "lowest 最小值，highest 最大值；精确的数字两者相同。", "The smallest and the largest value; the same of an exact figure.",
            [
                TableWord("lowest", BilingualText(zh: "最小值", en: "Lowest")),
                TableWord("highest", BilingualText(zh: "最大值", en: "Highest")),
            ], units(currency))
    }

    static func balance(_ currency: Currency) -> TableColumn.Values {
        let (zh, en) = (SpokenWords(.zh).unit(of: currency), SpokenWords(.en).unit(of: currency))
        let words = [
            TableWord("records", BilingualText(zh: "记录数", en: "Records")),
            TableWord("amount", BilingualText(zh: "金额（\(zh)）", en: "Amount (\(en))")),
        ]
        return TableColumn.Values(
            name: TableColumn(
                "measure", BilingualText(zh: "指标", en: "Measure"), .words(words), zh: "记录数，或其金额。",
                en: "The number of records, or their money."), words: words, units: [.records, .money(currency)])
    }

    private init(_ zh: String, _ en: String, _ words: [TableWord], _ units: [TableUnit]) {
        self.init(
            name: TableColumn(
                "statistic", BilingualText(zh: "统计量", en: "Statistic"), .words(words), zh: zh, en: en), words: words,
            units: units)
    }
}
