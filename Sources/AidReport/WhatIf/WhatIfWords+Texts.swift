import AidModel
import AidStatistics
import AidText

/// The words of `rules`.
struct WhatIfWords: Bilingual {
    let language: Language
    let currency: Currency

    private var wording: Wording { Wording(language: language) }

    func heading(_ title: String, from: CalendarDay, through: CalendarDay) -> String {
        text(
            zh: "\(title)　另一种规则的测算，\(from) 至 \(through)",
            en: "\(title): what other rules would have cost, \(from) to \(through)")
    }

    func files(_ pipeline: String, _ other: String) -> String {
        text(
            zh: "现行规则：\(pipeline)。另一种规则：\(other)。两者都按同样的赔付依次计算；不预测人们会怎样改变。",
            en:
                "Present rules: \(pipeline). Other rules: \(other). Both are worked out on the same claims; how people would "
                + "have acted otherwise is not guessed.")
    }

    var all: String { wording.labels.allGroups }

    func name(_ line: WhatIfReport.Line) -> String {
        line.withheldCount > 0
            ? wording.withheldGroups(line.withheldCount) : line.group.map(TextTable.shown) ?? wording.labels.emptyGroup
    }

    /// - Parameter title: of the first column.
    func columns(_ title: String) -> [(head: String, alignment: TextTable.Alignment)] {
        let unit = wording.unit(of: currency)
        return [(title, .left)]
            + [
                text(zh: "人数", en: "people"), text(zh: "笔数", en: "claims"),
                text(zh: "已付（\(unit)）", en: "paid (\(unit))"),
                text(zh: "现行规则应付", en: "due"), text(zh: "另一种应付", en: "other due"), text(zh: "差额", en: "difference"),
                text(zh: "多得", en: "more"), text(zh: "少得", en: "less"), text(zh: "不变", en: "same"),
                text(zh: "新受助", en: "newly helped"), text(zh: "不再受助", en: "no longer"),
            ].map { ($0, .right) }
    }

    func costs(_ line: RuleWhatIf.Line) -> [String] {
        func money(_ minor: Int128) -> String { NumberStyle.exact(minor, decimals: currency.minorDigits) }
        let difference = line.otherDueMinor - line.dueMinor
        return [
            count(line.recipientCount), count(line.claimCount), money(line.paidMinor), money(line.dueMinor),
            money(line.otherDueMinor), (difference > 0 ? "+" : "") + money(difference),
        ]
    }

    func costs(_ shown: Shown<RuleWhatIf.Line>) -> [String] {
        switch shown {
        case .known(let line): costs(line)
        case .suppressed(let why): Array(repeating: Mark.of(why).plain, count: 6)
        case .absent: []
        }
    }

    func split(_ shown: Shown<RuleWhatIf.Line>) -> [String] {
        switch shown {
        case .known(let line):
            [line.moreCount, line.lessCount, line.sameCount, line.newlyHelpedCount, line.noLongerHelpedCount].map(count)
        case .suppressed(let why): Array(repeating: Mark.of(why).plain, count: 5)
        case .absent: []
        }
    }

    private func count(_ number: Int) -> String { NumberStyle.exact(Int128(number)) }

    func withoutBasis(_ count: Int) -> String {
        let number = NumberStyle.exact(Int128(count))
        return text(zh: "另有\(number)笔没有基数，不在其内。", en: "\(number) claims without a basis are left out.")
    }

    func withoutPerson(_ count: Int) -> String {
        let number = NumberStyle.exact(Int128(count))
        return text(zh: "另有\(number)笔无法识别人员，不在其内。", en: "\(number) claims of nobody who is known are left out.")
    }

    func smallNote(minGroup: Int) -> String {
        text(
            zh: "* 人数，或多得、少得、不变、新受助、不再受助之一少于\(minGroup)人，不公布",
            en:
                "* withheld: fewer than \(minGroup) people, or fewer who would get more, less, as much, or lose or gain all"
        )
    }

    var complementNote: String {
        text(zh: "** 为防止由其他数字推算，一并不公布", en: "** withheld, as those of small groups would follow")
    }
}
