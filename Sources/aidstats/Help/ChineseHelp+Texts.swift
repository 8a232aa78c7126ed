import AidText

/// What ArgumentParser itself puts into a help screen, which it says in English alone.
enum ChineseHelp {
    /// Columns of a terminal.
    private static let width = 80
    /// Where the explanations of options begin.
    private static let column = 26

    /// - Parameter screen: as ArgumentParser prints it, with texts in Chinese.
    static func text(_ screen: String) -> String {
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let translated = words.reduce(String(line)) { line, word in
                word.isWhole
                    ? (line == word.english ? word.chinese : line) : line.replacing(word.english, with: word.chinese)
            }
            return wrapped(translated)
        }
        return lines.joined(separator: "\n")
    }

    /// Whether a text is a help screen.
    static func isScreen(_ text: String) -> Bool { text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") }

    private static let words: [(english: String, chinese: String, isWhole: Bool)] = [
        ("ARGUMENTS:", "参数：", true), ("OPTIONS:", "选项：", true), ("SUBCOMMANDS:", "命令：", true),
        ("OVERVIEW: ", "概述：", false), ("USAGE: ", "用法：", false), ("<subcommand>", "<命令>", false),
        ("Show help information.", "显示帮助。", false), ("Show the version.", "显示版本。", false),
        ("Show subcommand help information.", "显示命令的帮助。", false), ("(values: ", "(可用：", false),
        ("(values:", "(可用：", false),
        ("default: ", "默认：", false), ("default:", "默认：", false), ("' for detailed help.", "'", false),
        ("  See '", "  详见 '", false),
    ]

    /// Chinese has no blanks at which the library could break a line.
    private static func wrapped(_ line: String) -> String {
        guard displayWidth(line) > width, !line.hasPrefix("用法：") else { return line }
        // What is explained stands before the column.
        let isExplained = line.hasPrefix("  ") && line.dropFirst(column - 2).hasPrefix("  ")
        let indent = isExplained ? column : line.prefix { $0 == " " }.count
        var rows: [String] = []
        var row = ""
        for unit in units(of: line) {
            if displayWidth(row + unit) > width, row.contains(where: { $0 != " " }) {
                rows.append(row)
                row = spaces(indent)
                if unit == " " { continue }
            }
            row += unit
        }
        return (rows + [row]).joined(separator: "\n")
    }

    /// What a line may be broken between: words of ASCII, and characters with the punctuation that belongs to them.
    private static func units(of line: String) -> [String] {
        var units: [String] = []
        for character in line {
            let last = units.last?.last
            let isWord = character.isASCII && character != " " && (last.map { $0.isASCII && $0 != " " } ?? false)
            if last != nil, isWord || "，。、；：）)”".contains(character) || last.map("（(“".contains) ?? false {
                units[units.count - 1].append(character)
            } else {
                units.append(String(character))
            }
        }
        return units
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
