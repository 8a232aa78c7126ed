import AidInput
import AidModel

/// What is wrong with a line of any small table that a pipeline file names, behind the line's number in a message.
enum TableLine {
    static func fieldCount(_ count: Int, expected: Int) -> BilingualText {
        BilingualText(
            zh: "应有 \(expected) 列，这一行有 \(count) 列；请改正，含逗号的值请加引号",
            en: "takes \(expected) fields, but has \(count); mend it, and put a value with a comma in quotes")
    }

    static func broken(_ problem: RecordProblem) -> BilingualText {
        BilingualText(zh: "\(problem.message.zh)；请改正", en: "\(problem.message.en); mend it")
    }

    static let noFinalLineEnd = BilingualText(
        zh: "最后一行没有换行符，文件可能不完整；若确认完整，请在末尾加一个换行符",
        en: "has no line end, so the file may be cut off; if it is whole, add one")

    static let noLines = BilingualText(zh: "除表头外没有一行；请补上", en: "has no line below it; add them")
}
