import AidModel
import AidStatistics
import AidText

extension DocumentShape<RuleReport> {
    static let rules = object(
        zh: "已付金额与按规则应付金额的比较。", en: "What was paid beside what the programme's rules say."
    ) {
        DocumentMember(
            "outcomes", \.lines, DocumentShape<RuleReport.Line>.line.list, zh: "本季度每笔赔付归入其中一项。",
            en: "Every claim of the quarter is in one of them.")
        DocumentMember(
            "belowDeductible", \.belowDeductible, .shown, zh: "本季度基数未超过起付线的赔付。",
            en: "Claims of the quarter of which the deductible left nothing.")
        DocumentMember(
            optional: "yearCapMinor", { $0.yearCapMinor.map { Int128($0) } }, .money,
            zh: "季末当日每人每个自然年的封顶线，各类合计；没有则无此项。",
            en: "The cap of a person and calendar year on the quarter's last day, all kinds of care together; left out "
                + "where there is none.")
        DocumentMember(
            optional: "bands", { $0.bands.isEmpty ? nil : $0.bands }, DocumentShape<RuleReport.Band>.band.list,
            zh: "今年以来每人已得金额占封顶线的比例；没有封顶线则无此项。",
            en:
                "How near people are to the cap by what they were paid in the year to date; left out where there is none."
        )
    }.named("rules")
}

extension DocumentShape<RuleReport.Line> {
    fileprivate static let line = object(zh: "一种结果。", en: "One outcome.") {
        DocumentMember(
            "outcome", \.outcome.word, .words(["agreeing", "over", "under", "unjudged"]),
            zh: "相符、多付、少付，或未复算。", en: "Paid as the rules say, more, less, or not held against them.")
        DocumentMember(
            optional: "cause", \.outcome.cause, .words(RuleOutcome.causes), zh: "原因；相符的没有。",
            en: "Why; left out of those that agree.")
        RuleTallyMembers.all.of(\.tally)
    }.named("ruleOutcome")
}

extension RuleOutcome {
    /// All words of causes, each once.
    fileprivate static let causes = RuleCause.allCases.map(\.rawValue) + Unjudged.allCases.map(\.rawValue)
}

extension DocumentShape<Shown<RuleTally>> {
    fileprivate static let shown = object { RuleTallyMembers.all }.named("ruleTally")
}

private enum RuleTallyMembers {
    static let all = DocumentMembers<Shown<RuleTally>> {
        DocumentMember(
            "figures", \.value, tally.orNull, zh: "人数、笔数和金额。", en: "People, claims and money.")
        DocumentMember(
            optional: "suppressed", { if case .suppressed(let why) = $0 { why } else { nil } }, .word,
            zh: "为何隐去：人数过少，或否则可推算出人数过少的一项。",
            en: "Why they are withheld: too few recipients, or because those of too few would follow.")
        DocumentRule.null([["figures"]], saidBy: [["suppressed"]])
    }

    private static let tally = DocumentShape<RuleTally>.object {
        DocumentMember(
            "recipients", \.recipientCount, .count, zh: "不同的人；各项不能相加。",
            en: "Different people; they do not add up over outcomes.")
        DocumentMember("claims", \.claimCount, .count, zh: "赔付笔数。", en: "Claims.")
        DocumentMember("paidMinor", \.paidMinor, .money, zh: "已付金额，扣除冲正。", en: "What was paid, net of reversals.")
        DocumentMember(
            "dueMinor", \.dueMinor, .money, zh: "按规则应付的金额；未复算的为 0。",
            en: "What the rules say; 0 of those not held against them.")
    }.named("ruleFigures")
}

extension DocumentShape<RuleReport.Band> {
    fileprivate static let band = object(zh: "一段比例。", en: "One band.") {
        DocumentMember(
            "fromPercent", \.band.fromPercent, .count, zh: "自封顶线的百分之几起。", en: "From this percent of the cap on.")
        DocumentMember(
            optional: "belowPercent", \.band.belowPercent, .count, zh: "不到百分之几。", en: "Below this percent.")
        DocumentMember(
            optional: "exceeds", { $0.band == .beyond ? true : nil }, .yes, zh: "超过封顶线。", en: "More than the cap.")
        DocumentMember(
            "recipients", \.recipientCount.value, DocumentShape<Int>.count.orNull, zh: "人数。", en: "How many people.")
        DocumentMember(
            optional: "suppressed", { if case .suppressed(let why) = $0.recipientCount { why } else { nil } }, .word,
            zh: "为何隐去。", en: "Why it is withheld.")
        DocumentRule.null([["recipients"]], saidBy: [["suppressed"]])
    }.named("capBand")
}
