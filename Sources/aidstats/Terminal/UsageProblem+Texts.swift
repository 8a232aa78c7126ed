import AidModel

extension UsageProblem {
    var text: BilingualText {
        switch self {
        case .emptyPath(let option, let isFolder):
            BilingualText(
                zh: "\(option) 是空的；请给出一个\(isFolder ? "文件夹" : "文件")。",
                en: "\(option) is empty; give it a \(isFolder ? "folder" : "file").")
        case .jobsOutOfRange:
            BilingualText(zh: "--jobs 须为 1 至 1024 的数。", en: "--jobs takes a number from 1 to 1024.")
        case .partsOutOfRange(let limit):
            BilingualText(zh: "--parts 须为 1 至 \(limit) 的数。", en: "--parts takes a number from 1 to \(limit).")
        case .piecesOutOfRange(let limit):
            BilingualText(zh: "--pieces 须为 1 至 \(limit) 的数。", en: "--pieces takes a number from 1 to \(limit).")
        case .noSparkSetting:
            BilingualText(zh: "--spark-conf 须写作 key=value。", en: "--spark-conf takes key=value.")
        case .optionsBesideSpark:
            BilingualText(
                zh: "--engine spark 不能与 --from-counts 或 --no-digest 同用。",
                en: "--engine spark goes with neither --from-counts nor --no-digest.")
        case .sparkOptionsAlone:
            BilingualText(
                zh: "--spark-master、--spark-conf、--pieces 和 --parts 须与 --engine spark 同用。",
                en: "--spark-master, --spark-conf, --pieces and --parts go with --engine spark.")
        case .digestsOfCounts:
            BilingualText(
                zh: "--no-digest 不能与 --from-counts 同用：SHA-256 在读入时已经算好。",
                en: "--no-digest says nothing with --from-counts: digests were taken when the inputs were read.")
        case .spanBackwards:
            BilingualText(zh: "--through 不能早于 --from。", en: "--through cannot be before --from.")
        case .neitherFactsNorNone:
            BilingualText(
                zh: "请用 --pipeline FILE 给出事实，或用 --no-facts 表示没有。",
                en: "Give the facts with --pipeline FILE, or none with --no-facts.")
        case .oneFigure:
            BilingualText(
                zh: "请用 --fact ID、--measure NAME，或 --draft FILE --figure N 三者之一指明一个数字。",
                en: "Name one figure: by --fact ID, by --measure NAME, or by --draft FILE --figure N.")
        case .quarterOrImport:
            BilingualText(zh: "--quarter 与 --import 须给出其一，且只能给出其一。", en: "Give either --quarter or --import.")
        case .dayOfImport:
            BilingualText(
                zh: "用 --import 时，公布日期写在文件中；请去掉 --on。",
                en: "With --import the file says when its figures were published; leave out --on.")
        case .noteOfMoreLines:
            BilingualText(zh: "--note 只能是一行，最多 500 个字符。", en: "--note takes one line of at most 500 characters.")
        case .noteWithNumber:
            BilingualText(
                zh: "--note 中似乎有证件号码。台账会永久保存所写的内容；请不要写入个人信息。",
                en: "--note seems to hold an ID number. A ledger keeps what it is told for ever; leave persons out.")
        case .explanationIsText:
            BilingualText(
                zh: "--explain 只以文字说明；请去掉 --html，或改用 --format json，其中每个数字都有 readings。",
                en:
                    "--explain prints text alone; leave out --html, or take --format json, whose figures have their readings."
            )
        }
    }
}

/// What ArgumentParser says of a wrong command line, which it says in English alone.
enum ChineseUsage {
    /// - Parameter message: error, help and usage, as ArgumentParser prints them.
    static func text(_ message: String) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            if let error = line.wholeMatch(of: /Error: (.+)/) { return "错误：" + problem(error.1) }
            // What an option is for stands in the help.
            if line.hasPrefix("Help: ") { return nil }
            if let usage = line.wholeMatch(of: /Usage: (.+)/) { return "用法：" + usage.1 }
            if let more = line.wholeMatch(of: /\ \ See '(.+)' for more information\./) {
                return "  详见 \(more.1)"
            }
            if let other = line.wholeMatch(of: /\ \ \ or: (.+)/) { return "  或：" + problem(other.1) }
            return String(line)
        }.joined(separator: "\n")
    }

    private static func problem(_ text: Substring) -> String {
        if let match = text.wholeMatch(of: /Missing expected argument '(.+)'/) { return "缺少参数 \(match.1)" }
        if let match = text.wholeMatch(of: /Missing one of: '(.+)'/) {
            return "缺少下列参数之一：" + match.1.split(separator: "', '").joined(separator: "、")
        }
        if let match = text.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
            return "没有选项 \(match.1)" + (match.2.map { "；是否应为 \($0)？" } ?? "")
        }
        if let match = text.wholeMatch(of: /Missing value for '(.+?)'(?: in '(.+)')?/) { return "选项缺少值：\(match.1)" }
        if let match = text.wholeMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./) {
            return "选项 \(match.1) 不带值，却给出了“\(match.2)”"
        }
        if let match = text.wholeMatch(of: /Unexpected argument '(.*)'/) { return "多余的参数“\(match.1)”" }
        if let match = text.wholeMatch(of: /([0-9]+) unexpected arguments: '(.*)'/) {
            return "\(match.1) 个多余的参数：" + match.2.split(separator: "', '").joined(separator: "、")
        }
        if let match = text.wholeMatch(
            of: /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+)\.)?/)
        {
            let choices = match.3.map { "；可用：" + $0.matches(of: /'([^']*)'/).map(\.1).joined(separator: "、") } ?? ""
            return "“\(match.1)”不能用作 \(match.2) 的值\(choices)"
        }
        if let match = text.wholeMatch(
            of: /The value '(.*)' is invalid for '(.+?)'\. Please provide one of the following:/)
        {
            return "“\(match.1)”不能用作 \(match.2) 的值；可用："
        }
        if let match = text.wholeMatch(of: /Invalid option: (.+)/) { return "没有选项 \(match.1)" }
        if let match = text.wholeMatch(of: /Value to be set with (.+) had already been set with (.+)/) {
            return "\(match.1) 与 \(match.2) 不能同时给出"
        }
        return String(text)
    }
}
