import AidModel
import AidStatistics
import AidText

extension TableWord {
    /// - Parameter outcome: a word of `RuleOutcome`.
    init(outcome: String) {
        self.init(
            outcome,
            BilingualText(
                zh: Wording(language: .zh).ruleOutcome(outcome), en: Wording(language: .en).ruleOutcome(outcome)))
    }

    /// - Parameter outcome: one that has a cause.
    init(cause outcome: RuleOutcome) {
        self.init(
            outcome.cause ?? "",
            BilingualText(
                zh: Wording(language: .zh).ruleCause(outcome), en: Wording(language: .en).ruleCause(outcome)))
    }
}

extension TableColumn {
    static let outcome = TableColumn(
        word: TableWord("outcome", BilingualText(zh: "结果", en: "Outcome")),
        meaning: BilingualText(
            zh: "已付与按规则应付相比：相符、多付、少付，或未复算。", en: "What was paid beside what the rules say."),
        kind: .words(["agreeing", "over", "under", "unjudged"].map { TableWord(outcome: $0) }), mayBeEmpty: false)
    static let cause = TableColumn(
        word: TableWord("cause", BilingualText(zh: "原因", en: "Cause")),
        meaning: BilingualText(zh: "按次序第一个说得通的原因；相符的为空。", en: "The first cause that fits; empty of those that agree."),
        kind: .words(
            RuleCause.allCases.map { TableWord(cause: .over($0)) }
                + RuleOutcome.Unjudged.allCases.map { TableWord(cause: .unjudged($0)) }), mayBeEmpty: true)
}

extension TableColumn.Values {
    static func rules(_ currency: Currency) -> TableColumn.Values {
        let (zh, en) = (Wording(language: .zh), Wording(language: .en))
        return TableColumn.Values(
            name: TableColumn(
                word: TableWord("statistic", BilingualText(zh: "统计量", en: "Statistic")),
                meaning: BilingualText(
                    zh: "人数、笔数、已付金额（扣除冲正），或按规则应付的金额（未复算的为 0）。",
                    en:
                        "People, claims, what was paid net of reversals, or what the rules say (0 of those not held against them)."
                ),
                kind: .words([]), mayBeEmpty: false),
            words: [
                TableWord("recipients", BilingualText(zh: zh.recipientsColumn, en: en.recipientsColumn)),
                TableWord("claims", BilingualText(zh: zh.labels.ruleClaims, en: en.labels.ruleClaims)),
                TableWord("paid", BilingualText(zh: zh.paidColumn(currency), en: en.paidColumn(currency))),
                TableWord("due", BilingualText(zh: zh.dueColumn(currency), en: en.dueColumn(currency))),
            ], units: [.persons, .personTimes, .money(currency)])
    }
}
