import AidInput
import AidModel

extension WeightsFile.LineProblem {
    /// What follows the line's number in a message.
    var message: BilingualText {
        switch self {
        case .wrongHeader(let expected):
            BilingualText(
                zh: "第一行应为列名 \(expected.joined(separator: ","))；请改正",
                en: "the first line must name the columns \(expected.joined(separator: ",")); change it")
        case .fieldCount(let count, let expected):
            BilingualText(
                zh: "应有 \(expected) 列，这一行有 \(count) 列；请改正，含逗号的值请加引号",
                en: "takes \(expected) fields, but has \(count); mend it, and put a value with a comma in quotes")
        case .broken(let problem):
            BilingualText(zh: "\(problem.message.zh)；请改正", en: "\(problem.message.en); mend it")
        case .badWeight(let text):
            BilingualText(
                zh: "\(text.quoted)不是人数；应为大于 0 的整数，请改正，没有人的格请删去",
                en:
                    "\(text.quoted) is no number of people; it is a whole number above 0; change it, or remove a cell of nobody"
            )
        case .twice(let line):
            BilingualText(
                zh: "与第 \(line) 行是同一格；请删去其一", en: "is of the same cell as line \(line); remove one of the two")
        case .noFinalLineEnd:
            BilingualText(
                zh: "最后一行没有换行符，文件可能不完整；若确认完整，请在末尾加一个换行符",
                en: "has no line end, so the file may be cut off; if it is whole, add one")
        case .noLines: BilingualText(zh: "除表头外没有一行；请补上", en: "has no line below it; add them")
        }
    }
}
