import AidModel
import AidText

extension FactWording {
    private var words: SpokenWords { SpokenWords(language) }

    private func text(zh: String, en: String) -> String { language == .zh ? zh : en }

    /// `2023年第二季度 就诊类型为门诊的 受助金额，与上年同期相比的增减量`
    package func subject(_ fact: Fact) -> String {
        let period =
            switch fact.period {
            case .quarter(let quarter): words.quarter(quarter)
            case .yearToDate(let quarter): words.span(through: quarter)
            case .cumulative(let since, let quarter):
                text(
                    zh: "\(words.day(since))至\(words.day(quarter.lastDay))",
                    en: "\(words.day(since)) to \(words.day(quarter.lastDay))")
            }
        let group = fact.group.map { group in
            if let count = group.restCount.map({ NumberStyle.exact(Int128($0)) }) {
                return text(
                    zh: "\(group.title.zh)中未列出的其余\(count)个组的",
                    en: " with any of the other \(count) groups of \(group.title.en)")
            }
            return text(
                zh: "\(group.title.zh)为\(EmptyGroup.name(of: group.name))的",
                en: " with \(group.title.en) \(EmptyGroup.name(of: group.name))")
        }
        let kind = self.kind(fact.kind)
        let other = fact.base.flatMap { against($0.comparison) }
        let comparison = other.map { text(zh: "与\($0)相比的", en: " against \($0)") } ?? ""
        guard language == .zh else {
            let head = measure(fact.measure) + (group ?? "") + ", " + period
            return kind.isEmpty ? head : kind + " of " + head + comparison
        }
        return period + (group ?? "") + measure(fact.measure) + (kind.isEmpty ? "" : "：" + comparison + kind)
    }

    private func against(_ comparison: FactBase.Comparison) -> String? {
        switch comparison {
        case .yearEarlier: text(zh: "上年同期", en: "the year earlier")
        case .quarterEarlier: text(zh: "上季度", en: "the quarter earlier")
        case .published: text(zh: "最近公布的", en: "what was last published")
        case .whole, .others, .before: nil
        }
    }

    private func measure(_ measure: FactMeasure) -> String {
        switch measure {
        case .recipients: text(zh: "受助职工", en: "recipients")
        case .personTimes: text(zh: "受助人次", en: "person-times")
        case .amount: text(zh: "受助金额", en: "amount")
        case .firstTime: text(zh: "首次受助职工", en: "first-time recipients")
        case .returning: text(zh: "再次受助职工", en: "returning recipients")
        case .personTimesPerRecipient: text(zh: "人均受助人次", en: "person-times per recipient")
        case .amountPerRecipient: text(zh: "人均受助金额", en: "amount per recipient")
        case .amountPerPersonTime: text(zh: "次均受助金额", en: "amount per person-time")
        case .members: text(zh: "季末会员", en: "members at the quarter's end")
        case .recipientsPerThousand: text(zh: "每千名会员受助职工", en: "recipients per thousand members")
        case .personTimesPerThousand: text(zh: "每千名会员受助人次", en: "person-times per thousand members")
        case .amountPerThousand: text(zh: "每千名会员受助金额", en: "amount per thousand members")
        }
    }

    private func kind(_ kind: FactKind) -> String {
        switch kind {
        case .level, .average: ""
        case .change: text(zh: "增减量", en: "change")
        case .percent: text(zh: "增减幅度", en: "change in percent")
        case .share: text(zh: "占全部的比重", en: "share in the whole")
        case .shareChange: text(zh: "占比的变化", en: "change of the share")
        case .rank: text(zh: "在各组中的位次", en: "place among the groups")
        case .highest: text(zh: "为各季度最高", en: "highest of all quarters")
        case .lowest: text(zh: "为各季度最低", en: "lowest of all quarters")
        case .rises: text(zh: "连续增长的季度数", en: "quarters in a row of growth")
        case .falls: text(zh: "连续下降的季度数", en: "quarters in a row of decline")
        case .milestone: text(zh: "突破的整数", en: "round number passed")
        case .fromRecipients: text(zh: "增减量中来自受助职工人数的部分", en: "part that comes from recipients, of the change")
        case .fromPersonTimesPerRecipient:
            text(zh: "增减量中来自人均受助人次的部分", en: "part that comes from person-times a recipient, of the change")
        case .fromAmountPerPersonTime:
            text(zh: "增减量中来自次均受助金额的部分", en: "part that comes from amount a person-time, of the change")
        case .contribution: text(zh: "对全部增减幅度的拉动", en: "contribution to the growth of the whole")
        }
    }
}
