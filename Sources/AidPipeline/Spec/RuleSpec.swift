import AidModel
import AidStatistics

extension PipelineSpec {
    /// The field that the aid is worked out from.
    static let basis = "basis"

    /// What the programme's rules say that a claim is paid.
    static let rules = MappingSpec([
        KeySpec(
            "care", .text(.fieldName), .optional,
            zh: "区分就诊类型的 category 字段，其值取自列；省略时各类规则相同，kinds 只有一项。",
            en:
                "The category that tells kinds of care apart, which comes from a column; left out, one kind is all there is."
        ),
        KeySpec(
            "yearCap", .list(ListSpec(of: .mapping(yearCap), count: 1...100)), .optional,
            zh: "每人每个自然年的封顶线，各类合计；自哪一天起是多少。",
            en: "What a person may get in a calendar year, of all kinds of care together, from a day on."),
        KeySpec(
            "kinds", .list(ListSpec(of: .mapping(kind), count: 1...100)), .required,
            zh: "各类就诊的规则。", en: "The rules of each kind of care."),
    ])

    private static let yearCap = MappingSpec([
        from,
        KeySpec("amount", .text(.money), .required, zh: "金额，以元等主单位计。", en: "How much, in the major unit."),
    ])

    private static let from = KeySpec(
        "from", .text(.day), .required, zh: "自哪一天起，以 count.period 所指的日期计。",
        en: "The first day, of those that count.period names.")

    private static let kind = MappingSpec([
        KeySpec(
            "care", .list(ListSpec(of: .text(.state), count: 1...1000, allowsSingle: true)), .optional,
            zh: "care 字段的哪些组；省略时为其他各项没有列出的所有组。",
            en: "Groups of the field care; left out, all that no other kind names."),
        KeySpec(
            "terms", .list(ListSpec(of: .mapping(terms), count: 1...100)), .required,
            zh: "各个时期的规则，按首日先后。", en: "What holds from which day on, by those days."),
    ])

    private static let terms = MappingSpec([
        from,
        KeySpec(
            "deductible", .mapping(deductible), .optional,
            zh: "起付线，先从基数中减去；省略时没有。", en: "What goes off the basis first; left out, nothing does."),
        KeySpec(
            "brackets", .list(ListSpec(of: .mapping(bracket), count: 1...20)), .required,
            zh: "扣除起付线后，每笔赔付分段支付的比例。",
            en: "The share that is paid of what remains of a claim, bracket by bracket."),
        KeySpec(
            "rounding", .mapping(rounding), .defaulted(.mapping),
            zh: "各段合计后舍入一次。", en: "How the sum of the brackets is rounded, once."),
        KeySpec(
            "claimCap", .text(.money), .optional,
            zh: "每笔赔付的封顶线，以元等主单位计；省略时没有。", en: "The most that a claim is paid; left out, there is none."),
        KeySpec(
            "yearCap", .text(.money), .optional,
            zh: "这类就诊每人每个自然年的封顶线；省略时没有。",
            en: "The most that a person is paid for this kind of care in a calendar year; left out, there is none."),
    ])

    private static let deductible = MappingSpec([
        KeySpec("amount", .text(.money), .required, zh: "金额，以元等主单位计。", en: "How much, in the major unit."),
        KeySpec(
            "per", .word(WordSpec(["claim", "year"])), .required,
            zh: "claim 每笔都减，year 这类就诊每个自然年合计减一次。",
            en: "Off every claim, or once in a calendar year off the claims of this kind of care."),
    ])

    private static let bracket = MappingSpec([
        KeySpec(
            "upTo", .text(.money), .optional,
            zh: "本段的上限，以元等主单位计；只有最后一段可省略，即无上限。",
            en: "Where it ends, in the major unit; of the last alone it may be left out, which then has no end."),
        KeySpec(
            "share", .text(.share), .required, zh: "支付比例，须带百分号，最多两位小数。",
            en: "The share, with its percent sign and at most two decimals."),
    ])

    private static let rounding = MappingSpec([
        KeySpec(
            "to", .text(.money), .optional,
            zh: "舍入到多少元等主单位的整数倍，如 0.01、0.1、1；省略时为最小货币单位（分）。",
            en: "To multiples of it, in the major unit, such as 0.01, 0.1 or 1; left out, the minor unit (fen)."),
        KeySpec(
            "mode", .word(WordSpec(RuleTerms.RoundingMode.allCases.map(\.rawValue))), .defaulted(.text("half-up")),
            zh: "half-up 四舍五入，down 舍去，up 进位。", en: "Half up, down, or up."),
    ])
}
