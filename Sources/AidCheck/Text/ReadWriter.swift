/// Writes out what is read, line after line.
struct ReadWriter: Sendable {
    /// A line as it is read: one of the layout, or several that it broke.
    struct Line: Sendable {
        /// Without what ends it.
        var range: Range<Int>
        /// The first of its lines in the layout.
        var first: TextLine
        var last: TextLine
        /// An empty line, or the beginning of the text, stands before it.
        var isAfterEmpty: Bool
        /// The cells of a table's row.
        var cells: [Range<Int>] = []
    }

    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var gaps: [ReadText.Gap] = []
    /// In the clean text.
    private(set) var indexes: [Int] = []
    private(set) var lines: [Line] = []
    private let text: [Unicode.Scalar]
    /// What stood before the next character and is not read.
    private var gap = ReadText.Gap.none

    init(_ text: CleanText, _ lines: TextLines, _ ends: LineEnds) {
        self.text = text.scalars
        scalars.reserveCapacity(text.scalars.count)
        gaps.reserveCapacity(text.scalars.count)
        indexes.reserveCapacity(text.scalars.count)
        var isAfterEmpty = true
        var index = 0
        while index < lines.all.count {
            let line = lines.all[index]
            if line.isEmpty || (line.tableNumber != nil && line.cells.isEmpty) {
                isAfterEmpty = isAfterEmpty || line.isEmpty
                index += 1
                continue
            }
            if line.tableNumber != nil {
                writeRow(line, isAfterEmpty)
                index += 1
            } else {
                index = writeLine(lines.all, ends.all, from: index, isAfterEmpty)
            }
            isAfterEmpty = false
        }
        trimEnd()
    }

    // MARK: Lines

    /// - Returns: the index of the line after it.
    private mutating func writeLine(
        _ lines: [TextLine], _ ends: [LineEnd], from first: Int, _ isAfterEmpty: Bool
    ) -> Int {
        let start = scalars.count
        var index = first
        while true {
            let end = ends[index]
            var range = lines[index].range
            if end == .hyphen { range = range.lowerBound..<range.upperBound - 1 }
            write(range)
            guard end == .joined || end == .blank || end == .hyphen, index + 1 < lines.count else { break }
            if end == .blank {
                append(" ", at: lines[index].range.upperBound, .line)
            } else {
                gap = .line
            }
            index += 1
        }
        self.lines.append(
            Line(range: start..<scalars.count, first: lines[first], last: lines[index], isAfterEmpty: isAfterEmpty))
        endLine(lines[index].range.upperBound, isParagraph: ends[index] == .paragraph)
        return index + 1
    }

    private mutating func endLine(_ index: Int, isParagraph: Bool) {
        gap = .none
        append("\n", at: index, .none)
        if isParagraph {
            let second = index + 1 < text.count && text[index + 1] == "\n" ? index + 1 : index
            append("\n", at: second, .none)
        }
    }

    /// A line end after the last line ends nothing.
    private mutating func trimEnd() {
        guard let line = lines.last, line.cells.isEmpty else { return }
        let count = scalars.count - line.range.upperBound
        scalars.removeLast(count)
        gaps.removeLast(count)
        indexes.removeLast(count)
    }

    // MARK: Rows

    private mutating func writeRow(_ line: TextLine, _ isAfterEmpty: Bool) {
        let start = scalars.count
        var cells: [Range<Int>] = []
        for cell in line.cells {
            let from = scalars.count
            write(cell)
            cells.append(from..<scalars.count)
            gap = .none
            append("\t", at: max(cell.upperBound, indexes.last ?? 0), .none)
        }
        lines.append(
            Line(range: start..<scalars.count, first: line, last: line, isAfterEmpty: isAfterEmpty, cells: cells))
        append("\n", at: max(line.range.upperBound, indexes.last ?? 0), .none)
    }

    // MARK: Characters

    private mutating func append(_ scalar: Unicode.Scalar, at index: Int, _ gap: ReadText.Gap) {
        scalars.append(scalar)
        gaps.append(gap)
        indexes.append(min(index, max(0, text.count - 1)))
    }

    /// Writes a part of the text; what it has of blanks and line ends stays only between two characters of ASCII.
    private mutating func write(_ range: Range<Int>) {
        var index = range.lowerBound
        var previous: Unicode.Scalar?
        while index < range.upperBound {
            let scalar = text[index]
            guard scalar.isBlank || scalar == "\n" else {
                append(scalar, at: index, gap)
                gap = .none
                previous = scalar
                index += 1
                continue
            }
            var end = index
            var isWide = false
            var hasLineEnd = false
            while end < range.upperBound, text[end].isBlank || text[end] == "\n" {
                if text[end] == "\n" { hasLineEnd = true } else if text[end] != " " || end > index { isWide = true }
                end += 1
            }
            let kind: ReadText.Gap = hasLineEnd ? .line : isWide ? .wide : .blank
            if let previous, end < range.upperBound, previous.isASCIIInk, text[end].isASCIIInk,
                isWide || !isSpaced(index)
            {
                append(" ", at: index, kind == .blank ? .none : kind)
            } else {
                gap = kind
            }
            index = end
        }
    }

    /// Whether a blank is one of several that a scanner saw between single digits: 1 6 1 4 7, 98 . 58.
    private func isSpaced(_ index: Int) -> Bool {
        func at(_ place: Int) -> Unicode.Scalar { text.indices.contains(place) ? text[place] : "\n" }
        let (last, next) = (at(index - 1), at(index + 1))
        if next == ".", last.isDigit { return at(index + 2) == " " && at(index + 3).isDigit }
        if last == ".", next.isDigit { return at(index - 2) == " " && at(index - 3).isDigit }
        guard last.isDigit, next.isDigit, !at(index - 2).isDigit, !at(index + 2).isDigit else { return false }
        func isPart(_ place: Int) -> Bool { at(place).isDigit || at(place) == "." }
        return (at(index - 2) == " " && isPart(index - 3)) || (at(index + 2) == " " && isPart(index + 3))
    }
}
