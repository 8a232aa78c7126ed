import AidText

/// How much room a text takes in a chart.
///
/// No font is at hand where a chart is drawn, so a text is taken to be as wide as it is in a wide
/// one, DejaVu Sans: Chinese characters are as wide as they are high, digits and most letters less
/// than 2/3 of that.
enum ChartText {
    static func width(_ text: String, _ look: ChartLook.Text) -> Length {
        let thousandths = text.unicodeScalars.reduce(0) { $0 + width($1, isBold: look.isBold) }
        return Length(tenths: (thousandths * look.size + 99) / 100)
    }

    /// In thousandths of the height.
    private static func width(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
        switch displayWidth(scalar) {
        case 0: return 0
        case 2: return 1000
        default: break
        }
        // Quotes and dashes, which Chinese fonts make as wide as a character.
        if (0x2014...0x2026).contains(scalar.value) { return 1000 }
        let usual =
            switch scalar {
            case "%", "m", "w", "M", "W", "@": 1000
            case "+", "=", "<", ">", "~": 840
            case "A"..."Z": 790
            case " ", ",", ".", "-", ":", ";", "(", ")", "i", "j", "l", "t", "f": 420
            default: scalar.isASCII ? 640 : 900
            }
        return isBold ? usual * 11 / 10 : usual
    }

    /// The text, cut off with `…` where it is wider than the room.
    static func cut(_ text: String, _ look: ChartLook.Text, to room: Length) -> String {
        let text = VisibleText.of(text)
        guard width(text, look) > room else { return text }
        var cut = ""
        for character in text {
            if width(cut + String(character) + "…", look) > room { break }
            cut.append(character)
        }
        return cut + "…"
    }

    /// The text in lines no wider than the room, broken at spaces or between Chinese characters.
    static func lines(_ text: String, _ look: ChartLook.Text, room: Length) -> [String] {
        var lines: [String] = []
        var line = ""
        var word = ""
        func fits(_ text: String) -> Bool { width(text, look) <= room }
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
