import AidModel

extension RulesProblem {
    var texts: ProblemTexts {
        switch self {
        case .ofFew(let minGroup):
            ProblemTexts(
                .dataRefused, "too-few-people",
                zh: "时段内的人，或金额会变动的人，不足 \(minGroup) 人，不能公布",
                en: "fewer than \(minGroup) people are in the span, or would get other money, and are not told of",
                mend: BilingualText(zh: "请给出更长的时段", en: "name a longer span"))
        }
    }
}
