/// What becomes of the end of a line.
enum LineEnd: Sendable, Hashable {
    /// The layout made it: what follows goes on at once.
    case joined
    /// The layout made it where a blank stood.
    case blank
    /// The layout parted a word with a hyphen.
    case hyphen
    case line
    case paragraph
}

/// Decides for each line of a draft whether it goes on in the next.
///
/// A column breaks its lines anywhere, within a figure too. What stands at both sides of the end of a line, how
/// full the line is, and whether a sentence is open there speak for or against; ``LineWeights`` has the weights.
struct LineEnds: Sendable {
    private(set) var all: [LineEnd] = []
    private let text: [Unicode.Scalar]
    private let lines: [TextLine]
    private let settings: [LineSetting]
    /// What was joined so far of the paragraph.
    private var paragraph = Paragraph()

    private struct Paragraph {
        var lineCount = 0
        var isIndented = false
        var hasSentenceEnd = false
        var openCount = 0
    }

    init(_ text: CleanText, _ lines: TextLines, isLaidOut: Bool) {
        self.text = text.scalars
        self.lines = lines.all
        guard isLaidOut else {
            settings = []
            all = lines.all.indices.map { index in
                guard index + 1 < lines.all.count, !lines.all[index + 1].isEmpty, !lines.all[index].isEmpty else {
                    return .paragraph
                }
                return lines.softEnds.contains(index) ? seam(index) : .line
            }
            return
        }
        settings = LineSetting.all(lines.all)
        all.reserveCapacity(self.lines.count)
        for index in self.lines.indices {
            take(self.lines[index])
            let end = decide(index)
            if end == .line || end == .paragraph { paragraph = Paragraph() }
            all.append(end)
        }
    }

    private mutating func take(_ line: TextLine) {
        if paragraph.lineCount == 0 { paragraph.isIndented = line.isIndentedParagraph }
        paragraph.lineCount += 1
        paragraph.hasSentenceEnd = paragraph.hasSentenceEnd || line.hasSentenceEnd
        paragraph.openCount = max(0, paragraph.openCount + line.openCount)
    }

    private func decide(_ index: Int) -> LineEnd {
        let line = lines[index]
        guard index + 1 < lines.count, !lines[index + 1].isEmpty, !line.isEmpty else { return .paragraph }
        let next = lines[index + 1]
        guard line.tableNumber == nil, next.tableNumber == nil else { return .line }
        if line.start == .rule || next.start == .rule { return .line }
        if next.start == .closing, !next.isIndentedParagraph { return seam(index) }
        // Where all lines are indented, it says nothing.
        let goesOn = line.ending == .comma && line.indent == next.indent && next.start == .text
        if !goesOn, next.isIndentedParagraph || next.indent >= 6 || next.start == .dateline {
            return line.ending == .sentence || next.start == .dateline ? .paragraph : .line
        }
        if next.start == .bullet || next.start == .aside { return .line }
        if !line.hasHan, !next.hasHan, line.hasLatin || next.hasLatin {
            return EnglishLines.end(text, line, next, settings[index])
        }
        if line.isNumber, next.isNumber { return .line }
        if score(index) > 0 { return seam(index) }
        return line.ending == .sentence && next.start != .listMark && !settings[index].isHeadline ? .paragraph : .line
    }

    /// How much speaks for it that the layout made the end of a line; above 0: it did.
    private func score(_ index: Int) -> Int {
        let (line, next, setting) = (lines[index], lines[index + 1], settings[index])
        var score = LineWeights.ending(line.ending)
        score += Seam.weight(text, line, next)
        if paragraph.openCount > 0 { score += LineWeights.openQuote }
        let isProse =
            paragraph.lineCount > 1 || paragraph.isIndented || line.hasSentenceEnd
            || (line.hasMark && line.charCount >= LineWeights.longestHeadline)
        if isProse, line.ending == .open { score += LineWeights.openProse }
        if paragraph.isIndented { score += LineWeights.goesOn }
        if line.ending == .open || line.ending == .comma || setting.isWrapped {
            score += setting.fullness(text, line, next)
        }
        if !setting.hasSentenceEnd { score += LineWeights.headlines }
        if settings[index + 1].isHeadline { score += LineWeights.beforeHeadline }
        if next.start == .listMark {
            let isList = line.start == .listMark || line.ending != .open && line.ending != .comma
            score += isList ? LineWeights.listItem * 2 : LineWeights.listItem
        }
        if isLabelled(line), isLabelled(next) {
            let isList =
                index > 0 && !lines[index - 1].isEmpty && isLabelled(lines[index - 1])
                || index + 2 < lines.count && !lines[index + 2].isEmpty && isLabelled(lines[index + 2])
            score += isList ? LineWeights.labels * 2 : LineWeights.labels
        }
        let isFirst = index == 0 || lines[index - 1].isEmpty
        if isFirst, line.indent == 0, !line.hasMark, line.charCount >= 10 { score += LineWeights.bareFirst }
        if line.start == .bullet, !line.hasMark { score += LineWeights.bareItem }
        if text[line.range.upperBound - 1] == "摄" { score += LineWeights.captionEnd }
        if next.start == .pageMark || line.start == .pageMark { score += LineWeights.pageMark }
        return score
    }

    /// 受助职工：15005人
    private func isLabelled(_ line: TextLine) -> Bool {
        line.ending != .sentence && text[line.range.prefix(9)].contains { $0 == "：" || $0 == ":" }
    }

    /// How two parts of what was one line hang together.
    private func seam(_ index: Int) -> LineEnd {
        Seam.end(text, lines[index].range, lines[index + 1].range)
    }
}
