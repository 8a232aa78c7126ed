/// What the lines around a line tell of it.
struct LineSetting: Sendable {
    /// The width of the column: in characters, and in halves of one. Some layouts count the ones, some the others.
    var columnChars = 0
    var columnWidth = 0
    /// Some full line of the block ends within a sentence.
    var isWrapped = false
    /// A sentence ends between the last paragraph's beginning and the next one's.
    var hasSentenceEnd = false
    /// It stands like a headline: short, without a mark at its end, and a paragraph begins after it.
    var isHeadline = false

    static func all(_ lines: [TextLine]) -> [LineSetting] {
        var settings = [LineSetting](repeating: LineSetting(), count: lines.count)
        var start = 0
        while start < lines.count {
            guard isInBlock(lines[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < lines.count, isInBlock(lines[end]) { end += 1 }
            fill(&settings, lines, start..<end)
            start = end
        }
        spread(&settings)
        return settings
    }

    /// Blocks of a column's width are wrapped where others of that width are.
    private static func spread(_ settings: inout [LineSetting]) {
        let widths = Set(settings.filter { $0.isWrapped }.map(\.columnWidth))
        let near = Set(widths.flatMap { $0 - 2...$0 + 2 })
        for index in settings.indices where near.contains(settings[index].columnWidth) {
            settings[index].isWrapped = true
        }
    }

    private static func isInBlock(_ line: TextLine) -> Bool { !line.isEmpty && line.tableNumber == nil }

    private static func fill(_ settings: inout [LineSetting], _ lines: [TextLine], _ block: Range<Int>) {
        let chars = column(lines[block].map(\.charCount))
        let width = column(lines[block].map(\.width))
        for index in block.reversed() {
            let isAbove = index + 1 < block.upperBound && settings[index + 1].isHeadline
            settings[index].isHeadline = isHeadline(lines, index, isAboveHeadline: isAbove)
        }
        var runStart = block.lowerBound
        for index in block {
            settings[index].columnChars = chars
            settings[index].columnWidth = width
            if index > runStart, beginsRun(lines[index]) {
                fillRun(&settings, lines, runStart..<index)
                runStart = index
            }
        }
        fillRun(&settings, lines, runStart..<block.upperBound)
        let isWrapped = block.dropLast().contains { index in
            let line = lines[index]
            guard settings[index].hasSentenceEnd, !beginsRun(lines[index + 1]) else { return false }
            return line.ending == .open && settings[index].missing(line) <= 2 && settings[index].isColumn
        }
        for index in block { settings[index].isWrapped = isWrapped }
    }

    private static func fillRun(_ settings: inout [LineSetting], _ lines: [TextLine], _ run: Range<Int>) {
        let hasSentenceEnd = lines[run].contains(where: \.hasSentenceEnd)
        for index in run { settings[index].hasSentenceEnd = hasSentenceEnd }
    }

    private static func beginsRun(_ line: TextLine) -> Bool {
        line.isIndentedParagraph || line.indent >= 6 || line.start == .bullet || line.start == .dateline
    }

    /// The width that several lines have: one wider line is a headline.
    private static func column(_ widths: [Int]) -> Int {
        let sorted = widths.sorted(by: >)
        return sorted[sorted.count < 4 ? 0 : sorted.count < 10 ? 1 : 2]
    }

    private static func isHeadline(_ lines: [TextLine], _ index: Int, isAboveHeadline: Bool) -> Bool {
        let line = lines[index]
        // 高温津贴发了没有？
        let asks = line.ending == .sentence && line.charCount <= 24 && line.markCount == 1 && !line.hasStop
        guard line.charCount <= LineWeights.longestHeadline, line.ending == .open || asks, line.openCount <= 0 else {
            return false
        }
        guard let next = lines[(index + 1)...].prefix(2).first(where: { !$0.isEmpty }) else { return false }
        if isAboveHeadline { return asks || (line.markCount == 0 && line.charCount <= 24) }
        return lines[index + 1].isEmpty || next.isIndentedParagraph || next.start == .dateline
    }

    /// Whether newspapers set such columns.
    var isColumn: Bool {
        columnChars >= LineWeights.narrowestColumn && columnWidth <= LineWeights.widestColumn
    }

    /// How many characters more a line could have; by which count the layout breaks, no one tells.
    func missing(_ line: TextLine) -> Int { min(columnChars - line.charCount, (columnWidth - line.width) / 2) }

    /// How much the width of a line speaks for it that it was broken for its length.
    func fullness(_ text: [Unicode.Scalar], _ line: TextLine, _ next: TextLine) -> Int {
        if columnWidth > LineWeights.widestColumn { return LineWeights.short }
        guard isColumn else { return 0 }
        var missing = missing(line)
        // A number was not broken, and went down whole.
        let whole = text[next.range].prefix { $0.isASCIIInk }.count
        if whole > 1, (columnWidth - line.width) < whole { missing = 0 }
        switch missing {
        case ...1: return LineWeights.full
        case 2: return LineWeights.nearlyFull
        case 3: return 0
        case 4...5: return LineWeights.short
        default: return LineWeights.veryShort
        }
    }
}
