import AidModel
import Yams

/// Says what Yams throws in the words of someone who writes a pipeline file.
enum YAMLSyntax {
    static func finding(_ error: any Error, in text: String) -> PipelineFinding {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            finding(problem, context: context, at: Place(mark))
        case YamlError.reader(let problem, _, _, _):
            finding(problem, context: nil, at: placeOfControlCharacter(in: text))
        default:
            finding("the parser gave up", context: nil, at: .start)
        }
    }

    private static func finding(_ problem: String, context: YamlError.Context?, at place: Place) -> PipelineFinding {
        let hint = hints.first { problem.contains($0.problem) }
        let contextLine = context.map { $0.mark.line }.flatMap { $0 > 0 && $0 < place.line ? $0 : nil }
        let zhContext = contextLine.map { "（从第 \($0) 行开始的部分）" } ?? ""
        let enContext = contextLine.map { " (in what begins on line \($0))" } ?? ""
        return PipelineFinding(
            place, "yaml-syntax",
            BilingualText(
                zh: "YAML 语法错误\(zhContext)：\(hint?.message.zh ?? problem)",
                en:
                    "not valid YAML\(enContext): \(problem); \(hint?.message.en ?? "check this line and the one before")"
            ))
    }

    /// Parts of libyaml's messages, the more particular first.
    private static let hints: [(problem: String, message: BilingualText)] = [
        (
            "cannot start any token",
            BilingualText(
                zh: "不能以此字符开头；缩进请用空格而不用制表符，以 @ 或 ` 开头的文字请加引号",
                en: "indent with spaces, not tabs, and put texts that begin with @ or ` in quotes")
        ),
        (
            "expected alphabetic or numeric character",
            BilingualText(
                zh: "以 * 或 & 开头的文字（如 *.csv）请加引号",
                en: "put texts that begin with * or &, like *.csv, in quotes")
        ),
        (
            "undefined alias",
            BilingualText(
                zh: "没有这个别名；以 * 开头的文字请加引号",
                en: "no such anchor above; put texts that begin with * in quotes")
        ),
        (
            "mapping values are not allowed",
            BilingualText(
                zh: "此处不能再有“键: 值”；请检查缩进，含有冒号的文字请加引号",
                en: "check the indentation, and put texts with a colon in quotes")
        ),
        (
            "block sequence entries are not allowed",
            BilingualText(
                zh: "此处不能有“-”列表项；请另起一行并检查缩进",
                en: "begin the list on a line of its own and check the indentation")
        ),
        (
            "expected ',' or",
            BilingualText(
                zh: "缺少逗号或右括号；请检查 [ ] { } 是否成对",
                en: "a comma or a closing bracket is missing; check that [ ] and { } come in pairs")
        ),
        (
            "unexpected end of stream",
            BilingualText(zh: "引号没有闭合", en: "a quotation mark is never closed")
        ),
        (
            "document separator",
            BilingualText(zh: "引号没有闭合", en: "a quotation mark is never closed")
        ),
        (
            "could not find expected ':'",
            BilingualText(zh: "键之后缺少冒号和空格", en: "a key needs a colon and a space after it")
        ),
        (
            "did not find expected key",
            BilingualText(
                zh: "此处应为一个键；请检查与上一行的缩进是否对齐",
                en: "check that the line is indented like the ones before it")
        ),
        (
            "expected '-' indicator",
            BilingualText(
                zh: "此处应为“-”列表项；请检查缩进是否对齐",
                en: "check that the line is indented like the items before it")
        ),
        (
            "unknown escape character",
            BilingualText(
                zh: "双引号中的 \\ 是转义符；请改用单引号",
                en: "a backslash in double quotes begins an escape; use single quotes")
        ),
        (
            "control characters",
            BilingualText(zh: "含有控制字符；请删去", en: "remove the control character")
        ),
        (
            "not allowed in this context",
            BilingualText(zh: "此处不应出现；请检查缩进和标点", en: "check the indentation and punctuation")
        ),
    ]

    /// The first character that YAML does not allow; libyaml says no line of it.
    private static func placeOfControlCharacter(in text: String) -> Place {
        var place = Place.start
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: place = Place(line: place.line + 1, column: 1)
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F..<0x85, 0x86..<0xA0, 0xFFFE, 0xFFFF: return place
            default: place = place.next
            }
        }
        return .start
    }
}
