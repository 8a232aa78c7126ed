/// Lines of English, which a layout breaks between words or at hyphens.
enum EnglishLines {
    static func end(
        _ text: [Unicode.Scalar], _ line: TextLine, _ next: TextLine, _ setting: LineSetting
    ) -> LineEnd {
        if next.start == .listMark || next.start == .bullet || next.start == .pageMark { return .line }
        if next.indent >= line.indent + 2 { return line.ending == .sentence ? .paragraph : .line }
        let word = text[next.range].prefix { !$0.isBlank }.count
        // Its next word would have had room.
        let hasRoom = line.width + 1 + word < setting.columnWidth - 1
        if hasRoom, line.ending != .comma || line.width * 2 < setting.columnWidth {
            return line.ending == .sentence ? .paragraph : .line
        }
        return seam(text, line.range, next.range)
    }

    /// How two lines hang together.
    static func seam(_ text: [Unicode.Scalar], _ line: Range<Int>, _ next: Range<Int>) -> LineEnd {
        let last = text[line.upperBound - 1]
        guard last == "-", line.count > 1, text[line.upperBound - 2].isLatinLetter, text[next.lowerBound].isLatinLetter
        else { return .blank }
        var start = line.upperBound - 1
        while start > line.lowerBound, text[start - 1].isLatinLetter { start -= 1 }
        let stem = String(String.UnicodeScalarView(text[start..<line.upperBound - 1])).lowercased()
        let rest = text[next].prefix { !$0.isBlank }
        return hyphenated.contains(stem) || rest.contains("-") || !("a"..."z").contains(rest.first ?? "-")
            ? .joined : .hyphen
    }

    /// What keeps its hyphen: second-quarter, year-on-year.
    private static let hyphenated: Set<String> = [
        "first", "second", "third", "fourth", "year", "quarter", "month", "half", "person", "well", "non", "self",
        "out",
        "in", "on", "over", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "high", "low", "long", "short", "full", "part", "co",
    ]
}
