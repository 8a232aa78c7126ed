/// One line of a draft, as the layout has it.
struct TextLine: Sendable {
    enum Ending: Sendable, Hashable {
        case open
        case comma
        case semicolon
        case colon
        /// 。！？ and what closes after it.
        case sentence
        /// “（《
        case opening
    }

    enum Start: Sendable, Hashable {
        case text
        /// What never begins a line: ，。）％
        case closing
        /// ■●▲①
        case bullet
        /// 一、 （二） 3.
        case listMark
        /// 本报讯, 暖州7月16日电
        case dateline
        /// 相关链接, 图为
        case aside
        /// 第2版 责编 校对
        case pageMark
        /// ----
        case rule
    }

    /// Without the blanks at both ends; empty: the line is.
    var range: Range<Int>
    /// Its cells, if it is the row of a table.
    var cells: [Range<Int>] = []
    /// How many columns and rows each of them takes up; none: one of each.
    var spans: [DraftText.Span] = []
    var tableNumber: Int?
    /// In halves of a Chinese character.
    var indent = 0
    /// Characters with those of the indentation.
    var charCount = 0
    /// In halves of a Chinese character, with the indentation.
    var width = 0
    var hasHan = false
    var hasLatin = false
    /// A number alone.
    var isNumber = false
    /// A mark that ends a sentence stands somewhere in it.
    var hasSentenceEnd = false
    /// Marks that part clauses or sentences.
    var markCount = 0
    /// 。 stands somewhere in it.
    var hasStop = false
    /// Quotes and brackets that it opens, less those that it closes.
    var openCount = 0
    var ending = Ending.open
    var start = Start.text

    var hasMark: Bool { markCount > 0 }
    var isEmpty: Bool { range.isEmpty && tableNumber == nil }
    /// Two Chinese characters of indentation, with which paragraphs begin.
    var isIndentedParagraph: Bool { (3...5).contains(indent) }

    /// - Parameters:
    ///   - whole: the line with the blanks at its ends.
    init(_ text: [Unicode.Scalar], _ whole: Range<Int>) {
        var (start, end) = (whole.lowerBound, whole.upperBound)
        while start < end, text[start].isBlank {
            indent += text[start] == "\t" ? 4 : text[start].halves
            start += 1
        }
        while end > start, text[end - 1].isBlank { end -= 1 }
        range = start..<end
        guard start < end else { return }
        charCount = end - whole.lowerBound
        width = indent
        isNumber = true
        for scalar in text[range] {
            width += scalar.halves
            take(scalar)
        }
        ending = TextLine.ending(text, range)
        self.start = LineStart.kind(text, range, hasSentenceEnd: hasSentenceEnd)
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if !scalar.isDigit, !",.%+- ".unicodeScalars.contains(scalar) { isNumber = false }
        switch scalar {
        case "。": (hasSentenceEnd, hasStop, markCount) = (true, true, markCount + 1)
        case "！", "？": (hasSentenceEnd, markCount) = (true, markCount + 1)
        case "，", "、", "；", "：", ";", ":": markCount += 1
        case "“", "‘", "（", "(", "《", "【": openCount += 1
        case "”", "’", "）", ")", "》", "】": openCount -= 1
        default:
            if scalar.isHan { hasHan = true } else if scalar.isLatinLetter { hasLatin = true }
        }
    }

    private static func ending(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Ending {
        var end = range.upperBound
        while end - 1 > range.lowerBound, "”’）)》】」\"'".unicodeScalars.contains(text[end - 1]) { end -= 1 }
        let last = text[range.upperBound - 1]
        switch text[end - 1] {
        case "。", "！", "？", "!", "?", "…": return .sentence
        // A point between digits is none that ends a sentence.
        case "." where end - 2 >= range.lowerBound && !text[end - 2].isDigit: return .sentence
        default: break
        }
        switch last {
        case "，", "、": return .comma
        case ",": return .comma
        case "；", ";": return .semicolon
        case "：", ":": return .colon
        case "“", "‘", "（", "(", "《", "【": return .opening
        default: return .open
        }
    }
}
