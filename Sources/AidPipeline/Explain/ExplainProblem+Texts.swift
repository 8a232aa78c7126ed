import AidModel

extension ExplainProblem {
    var texts: ProblemTexts {
        switch self {
        case .noFigure:
            ProblemTexts(
                .dataRefused, "no-figure", zh: "没有这个数字：没有数据，或者为保护个人信息不公布，因此不作说明",
                en:
                    "there is no such figure: there are no data of it, or it is withheld to protect people, so that nothing "
                    + "is told of it",
                mend: BilingualText(
                    zh: "aidstats facts --all-groups 列出所有可以陈述的数字及其编号",
                    en: "aidstats facts --all-groups lists every figure that may be stated, with its id"))
        case .noFactOfFigure(let number):
            ProblemTexts(
                .dataRefused, "no-figure", zh: "第 \(number) 个数字没有对应的事实",
                en: "figure \(number) stands on no fact",
                mend: BilingualText(
                    zh: "aidstats check --explain \(number) 说明它是怎样理解的",
                    en: "aidstats check --explain \(number) tells how it was understood"))
        }
    }
}
