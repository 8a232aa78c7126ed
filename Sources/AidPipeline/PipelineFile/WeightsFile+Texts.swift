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
        case .fieldCount(let count, let expected): TableLine.fieldCount(count, expected: expected)
        case .broken(let problem): TableLine.broken(problem)
        case .badWeight(let text):
            BilingualText(
                zh: "\(text.quoted)不是人数；应为大于 0 的整数，请改正，没有人的格请删去",
                en:
                    "\(text.quoted) is no number of people; it is a whole number above 0; change it, or remove a cell of nobody"
            )
        case .twice(let line):
            BilingualText(
                zh: "与第 \(line) 行是同一格；请删去其一", en: "is of the same cell as line \(line); remove one of the two")
        case .noFinalLineEnd: TableLine.noFinalLineEnd
        case .noLines: TableLine.noLines
        }
    }
}
