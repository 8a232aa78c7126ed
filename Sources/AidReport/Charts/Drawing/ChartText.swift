import AidText

/// How much room a text takes in a chart.
///
/// No font is at hand where a chart is drawn, so a text is taken to be as wide as in a wide
/// one: Chinese characters as wide as they are high, all others 3/5 of that.
enum ChartText {
    static func width(_ text: String, size: Int) -> Length {
        Length(tenths: text.unicodeScalars.reduce(0) { $0 + tenths($1, size: size) })
    }

    private static func tenths(_ scalar: Unicode.Scalar, size: Int) -> Int {
        switch displayWidth(String(scalar)) {
        case 0: 0
        case 1: isWideQuote(scalar) ? size * 10 : size * 6
        default: size * 10
        }
    }

    /// Quotes and dashes, which Chinese fonts make as wide as a character.
    private static func isWideQuote(_ scalar: Unicode.Scalar) -> Bool {
        (0x2014...0x2026).contains(scalar.value)
    }

    /// The text, cut off with `…` where it is wider than the room.
    static func cut(_ text: String, size: Int, to room: Length) -> String {
        let text = VisibleText.of(text)
        guard width(text, size: size) > room else { return text }
        var cut = ""
        for character in text {
            if width(cut + String(character) + "…", size: size) > room { break }
            cut.append(character)
        }
        return cut + "…"
    }

    /// The text in lines no wider than the room, broken at spaces or between Chinese characters.
    static func lines(_ text: String, size: Int, room: Length) -> [String] {
        var lines: [String] = []
        var line = ""
        var word = ""
        func fits(_ text: String) -> Bool { width(text, size: size) <= room }
        func endWord() {
            if !line.isEmpty, !fits(line + word) {
                lines.append(String(line.trimmingSpaces))
                line = String(word.drop { $0 == " " })
            } else {
                line += word
            }
            word = ""
        }
        let characters = Array(VisibleText.of(text))
        for (index, character) in characters.enumerated() {
            if character == " " { endWord() }
            word.append(character)
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if displayWidth(String(character)) == 2, !closing.contains(next), !opening.contains(character) { endWord() }
        }
        endWord()
        return lines + (line.isEmpty ? [] : [String(line.trimmingSpaces)])
    }

    /// Marks that belong to the character after them.
    private static let opening: Set<Character> = ["（", "“"]
    /// Marks that belong to the character before them.
    private static let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "”"]
}

extension String {
    fileprivate var trimmingSpaces: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text.drop { $0 == " " }
    }
}
