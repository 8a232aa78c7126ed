import AidModel

extension ExplanationProblem {
    var texts: ProblemTexts {
        switch self {
        case .noFigure(let number, let count):
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "没有第 \(number) 个数字：稿中共有 \(count) 个数字",
                en: "there is no figure \(number): the draft has \(count) figure\(count == 1 ? "" : "s")",
                mend: BilingualText(
                    zh: "编号写在核对结果中每个数字前面的方括号里", en: "the number stands in brackets before each figure of the check"))
        }
    }
}
