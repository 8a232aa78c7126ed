import AidModel
import AidStatistics
import AidText

extension TableColumn {
    static let asOf = TableColumn(
        word: TableWord("asOf", BilingualText(zh: "会员人数截至", en: "Members as of")),
        meaning: BilingualText(
            zh: "季度的最后一天，会员人数按这一天计。", en: "The last day of the quarter, on which members are counted."),
        kind: .day, mayBeEmpty: false)
}

extension TableColumn.Values {
    /// Members, and each measure for a thousand of them with its change from the year earlier.
    ///
    /// - Parameter hasStandard: whether rates are standardised, too.
    static func members(_ currency: Currency, hasStandard: Bool) -> TableColumn.Values {
        let (zh, en) = (Wording(language: .zh), Wording(language: .en))
        let members = TableWord("members", BilingualText(zh: zh.labels.members, en: en.labels.members))
        let words = Measure.allCases.flatMap { measure in
            let (inChinese, inEnglish) = (
                zh.perThousandColumn(measure, currency), en.perThousandColumn(measure, currency)
            )
            return [
                TableWord(measure.rawValue + "PerThousand", BilingualText(zh: inChinese, en: inEnglish)),
                TableWord(
                    measure.rawValue + "PerThousandChange",
                    BilingualText(zh: inChinese + "：同比增减", en: inEnglish + ", change from the year earlier")),
                TableWord(
                    measure.rawValue + "PerThousandPercent",
                    BilingualText(zh: inChinese + "：同比（%）", en: inEnglish + ", year over year (%)")),
            ]
        }
        let standard =
            hasStandard
            ? [
                TableWord(
                    "recipientsPerThousandStandardised",
                    BilingualText(zh: "每千名会员受助职工（人），标准化", en: "Recipients per 1,000 members, standardised"))
            ] : []
        let all = [members] + words + standard
        let units =
            [.persons] + Measure.allCases.map { TableUnit(perThousand: $0, currency) } + [TableUnit.percent]
        return TableColumn.Values(
            name: TableColumn(
                word: TableWord("statistic", BilingualText(zh: "统计量", en: "Statistic")),
                meaning: BilingualText(
                    zh: "members 季末会员人数；…PerThousand 每千名会员的数字，四舍五入到两位小数（金额到最小货币单位）；…PerThousandChange "
                        + "与上年同期相比的增减，…PerThousandPercent 增减幅度，均由精确值算出。分组没有公布的数字，每千名会员的数字也不公布。",
                    en:
                        "Members at the quarter's end; a figure for a thousand members, rounded to two decimals (money to "
                        + "the minor unit); its change from the year earlier, and that in percent, both from exact values. "
                        + "What is withheld of a figure is withheld of its rate."),
                kind: .words(all), mayBeEmpty: false),
            words: all, units: units)
    }
}
