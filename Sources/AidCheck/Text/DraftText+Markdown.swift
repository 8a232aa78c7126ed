import AidNews

extension DraftText {
    /// Shows a file of Markdown: the text without its marks, addresses, code blocks and front matter.
    mutating func readMarkdown() throws(DraftProblem) {
        var line = Line(start: 0)
        if let end = frontMatterEnd() { line.start = end }
        var fence: Unicode.Scalar?
        while line.start < source.count {
            line.end = next("\n", from: line.start) ?? source.count
            let start = firstInk(line)
            // What news.md adds for the editor is no part of the story.
            if fence == nil, Self.appendices.contains(where: { has($0, at: start) }) { return }
            if let mark = fenceMark(at: start, line) {
                if fence == nil { fence = mark } else if fence == mark { fence = nil }
                endLine(at: line.start, isParagraph: true)
            } else if fence == nil {
                line = Line(start: line.start, end: try readMarkdownLine(line, from: start))
            }
            line.start = line.end + 1
        }
    }

    /// The headings under which `NewsMarkdown` lists facts and sources.
    private static let appendices = ["## 数字出处", "## Where the figures come from"]
    private struct Line {
        var start: Int
        /// The offset of its line end.
        var end = 0
    }

    private func firstInk(_ line: Line) -> Int {
        (line.start..<line.end).first { !source[$0].properties.isWhitespace } ?? line.end
    }

    /// `---` in the first line, and all to the next.
    private func frontMatterEnd() -> Int? {
        guard has("---\n", at: 0) || has("---\r\n", at: 0) else { return nil }
        return next("\n---", from: 3).map { next("\n", from: $0 + 1) ?? source.count }
    }

    private func fenceMark(at start: Int, _ line: Line) -> Unicode.Scalar? {
        has("```", at: start) ? "`" : has("~~~", at: start) ? "~" : nil
    }

    /// - Returns: the offset of the line end up to which the file was read: a comment may go over lines.
    private mutating func readMarkdownLine(_ line: Line, from start: Int) throws(DraftProblem) -> Int {
        guard start < line.end else {
            endLine(at: line.start, isParagraph: true)
            return line.end
        }
        var offset = start
        var isBlock = false
        while let after = blockMark(at: offset, line) {
            isBlock = true
            offset = after
        }
        if isBlock {
            endLine(at: line.start, isParagraph: has("#", at: start))
            marks.softLineEnds.remove(shown.count - 1)
        }
        if isRule(offset..<line.end) || isReference(offset..<line.end) {
            noteRule(line, from: offset)
            endLine(at: line.start, isParagraph: true)
            return line.end
        }
        let isRow = has("|", at: offset)
        if isRow { startTableRow(at: offset) }
        let first = shown.count
        if has("#", at: start) { noteHeading(at: start, place: first) }
        var end = line.end
        while offset < end {
            offset = try readInline(at: offset, lineEnd: end, isInTable: isRow)
            // What began in this line may end in a later one.
            if offset > end { end = next("\n", from: offset) ?? source.count }
        }
        if isRow { endBarredRow() } else { endCell() }
        let isHan = isRow || shown[min(first, shown.count)...].contains { $0.isHan }
        if has("#", at: start) {
            endLine(at: end, isParagraph: true)
        } else if isRow || (isHan && isBroken(before: end)) {
            endLine(at: end, isParagraph: false)
        } else if isHan {
            endSoftLine(at: end)
        } else {
            showSpace(at: end)
        }
        return end
    }

    private mutating func noteHeading(at start: Int, place: Int) {
        let level = source[start...].prefix { $0 == "#" }.count
        marks.headings.append(Marks.Heading(place: place, level: min(level, 6)))
    }

    /// Notes a rule, or that the line above, which it underlines, is a heading.
    private mutating func noteRule(_ line: Line, from offset: Int) {
        guard !source[offset..<line.end].contains("|"), source[offset] != "[" else { return }
        guard source[offset] == "=" || source[offset] == "-", line.start > 1, source[line.start - 2] != "\n",
            let end = shown.lastIndex(where: { $0 != "\n" && $0 != " " })
        else {
            marks.rules.append(shown.count)
            return
        }
        let place = shown[..<end].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        marks.headings.append(Marks.Heading(place: place, level: source[offset] == "=" ? 1 : 2))
    }

    /// Whether two blanks at the end of a line say that the next begins anew.
    private func isBroken(before end: Int) -> Bool {
        end >= 2 && source[end - 1] == " " && source[end - 2] == " "
    }

    /// Begins a row of a table, and the table with its first row.
    mutating func startTableRow(at offset: Int) {
        var before = offset - 1
        while before >= 0, source[before] != "\n" { before -= 1 }
        var start = before - 1
        while start >= 0, source[start] != "\n" { start -= 1 }
        let previous = before > 0 ? source[(start + 1)..<before] : []
        let isFirst = previous.first { !$0.properties.isWhitespace && $0 != ">" } != "|"
        if isFirst {
            endLine(at: offset, isParagraph: true)
            startTable()
        }
        startRow()
    }

    /// `> `, `## `, `- `, `12. ` at the start of a line.
    private func blockMark(at offset: Int, _ line: Line) -> Int? {
        var index = offset
        func isBlank(_ index: Int) -> Bool { index >= line.end || source[index].properties.isWhitespace }
        func afterBlanks(_ index: Int) -> Int {
            (index..<max(index, line.end)).first { !source[$0].properties.isWhitespace } ?? line.end
        }
        guard index < line.end else { return nil }
        switch source[index] {
        case ">": return afterBlanks(index + 1)
        case "#":
            while index < line.end, source[index] == "#" { index += 1 }
            return isBlank(index) ? afterBlanks(index) : nil
        case "-", "*", "+": return isBlank(index + 1) && index + 1 < line.end ? afterBlanks(index + 1) : nil
        case "0"..."9":
            while index < line.end, source[index].isDigit { index += 1 }
            guard index - offset <= 9, index < line.end, source[index] == "." || source[index] == ")",
                isBlank(index + 1), index + 1 < line.end
            else { return nil }
            return afterBlanks(index + 1)
        default: return nil
        }
    }

    /// `---`, `***`, `|---|:--|`: a rule, the underline of a heading or of a table's head.
    private func isRule(_ range: Range<Int>) -> Bool {
        let marks = source[range].filter { !$0.properties.isWhitespace }
        return marks.count >= 3 && marks.allSatisfy { "-*_=|:".unicodeScalars.contains($0) }
    }

    /// `[name]: address`
    private func isReference(_ range: Range<Int>) -> Bool {
        guard let first = range.first, source[first] == "[", let close = range.first(where: { source[$0] == "]" }),
            close + 1 < range.upperBound, source[close + 1] == ":"
        else { return false }
        return !has("[^", at: first)
    }

    /// - Returns: the offset after what was read.
    private mutating func readInline(
        at offset: Int, lineEnd: Int, isInTable: Bool = false
    ) throws(DraftProblem) -> Int {
        switch source[offset] {
        case "\\" where offset + 1 < source.count && isMark(source[offset + 1]):
            show(source[offset + 1], from: offset, to: offset + 2)
            return offset + 2
        case "*", "`": return offset + 1
        case "~" where has("~~", at: offset):
            // What is struck out is no part of the story.
            return (offset + 2..<max(offset + 2, lineEnd)).first { has("~~", at: $0) }.map { $0 + 2 } ?? offset + 2
        case "_":
            if offset > 0, offset + 1 < source.count, source[offset - 1].isLatinLetter || source[offset - 1].isDigit,
                source[offset + 1].isLatinLetter || source[offset + 1].isDigit
            {
                show(at: offset)
            }
            return offset + 1
        case "|":
            endLine(at: offset, isParagraph: false)
            if isInTable { startCell() }
            return offset + 1
        case "!" where has("![", at: offset):
            // What describes a picture is not shown, as it is not in HTML.
            return altEnd(from: offset, lineEnd: lineEnd) ?? offset + 1
        case "[":
            // A note's mark is no figure.
            if has("[^", at: offset), let close = nextMark("]", from: offset, lineEnd: lineEnd) { return close + 1 }
            return offset + 1
        case "]":
            if has("](", at: offset), let close = nextMark(")", from: offset, lineEnd: lineEnd) { return close + 1 }
            if has("][", at: offset), let close = nextMark("]", from: offset + 2, lineEnd: lineEnd) {
                return close + 1
            }
            return offset + 1
        case "<": return try readMarkup(at: offset)
        case "&":
            if let end = showEntity(at: offset) { return end }
            show(at: offset)
            return offset + 1
        case let scalar where scalar.properties.isWhitespace:
            showSpace(at: offset)
            return offset + 1
        default:
            show(at: offset)
            return offset + 1
        }
    }

    /// The end of what describes a picture, past brackets that are escaped.
    private mutating func altEnd(from offset: Int, lineEnd: Int) -> Int? {
        var place = offset
        while let end = nextMark("]", from: place, lineEnd: lineEnd) {
            if source[end - 1] != "\\" { return end }
            place = end + 1
        }
        return nil
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && !scalar.isDigit && !scalar.isLatinLetter && !scalar.properties.isWhitespace
    }
}
