/// The lines of a draft as the layout has them, those that are rows of tables with their cells.
struct TextLines: Sendable {
    let all: [TextLine]
    /// The lines that a format says go on in the next.
    private(set) var softEnds: Set<Int> = []

    init(_ draft: DraftText, _ text: CleanText) {
        if draft.format == .text {
            var lines = TextLines.split(text.scalars, 0..<text.scalars.count)
            PlainTables.find(text.scalars, &lines)
            all = lines
            return
        }
        let rows = MarkedRows.rows(draft, text)
        var lines: [TextLine] = []
        var start = 0
        for row in rows {
            let from = row.cells.first?.lowerBound ?? start
            lines += TextLines.split(text.scalars, start..<max(start, from), isOpen: true)
            var line = TextLine(text.scalars, from..<from)
            line.range = from..<(row.cells.last?.upperBound ?? from)
            line.cells = row.cells
            line.spans = row.spans
            line.tableNumber = row.tableNumber
            lines.append(line)
            start = max(start, line.range.upperBound)
            // What ends the row is no empty line.
            if start < text.scalars.count, text.scalars[start] == "\n" { start += 1 }
        }
        lines += TextLines.split(text.scalars, start..<text.scalars.count)
        all = lines
        if !draft.marks.softLineEnds.isEmpty {
            for (index, line) in lines.enumerated() where line.range.upperBound < text.places.count {
                if draft.marks.softLineEnds.contains(text.places[line.range.upperBound]) { softEnds.insert(index) }
            }
        }
    }

    /// - Parameter isOpen: whether something follows, so that a last line without anything is none.
    private static func split(_ text: [Unicode.Scalar], _ range: Range<Int>, isOpen: Bool = false) -> [TextLine] {
        var lines: [TextLine] = []
        var start = range.lowerBound
        for index in range where text[index] == "\n" {
            lines.append(TextLine(text, start..<index))
            start = index + 1
        }
        if start < range.upperBound || !isOpen { lines.append(TextLine(text, start..<range.upperBound)) }
        return lines
    }
}

/// The rows of tables that Markdown or HTML has.
enum MarkedRows {
    struct Row {
        var cells: [Range<Int>]
        var spans: [DraftText.Span]
        var tableNumber: Int
    }

    /// Those of tables with several columns and some number: others are there for the layout.
    static func rows(_ draft: DraftText, _ text: CleanText) -> [Row] {
        var rows: [Row] = []
        var rowNumber = -1
        for cell in draft.cells.all {
            let range = TableCell.trimmed(
                text.scalars, text.index(cell.range.lowerBound)..<text.index(cell.range.upperBound))
            if let last = rows.last?.cells.last, last.upperBound > range.lowerBound { continue }
            if cell.rowNumber == rowNumber, rows.last?.tableNumber == cell.tableNumber {
                rows[rows.count - 1].cells.append(range)
                rows[rows.count - 1].spans.append(cell.span)
            } else {
                rows.append(Row(cells: [range], spans: [cell.span], tableNumber: cell.tableNumber))
                rowNumber = cell.rowNumber
            }
        }
        var sound: Set<Int> = []
        var wide: Set<Int> = []
        for row in rows {
            if row.cells.count > 1 { wide.insert(row.tableNumber) }
            if row.cells.contains(where: { TableCell.isNumber(text.scalars, $0) }) { sound.insert(row.tableNumber) }
        }
        return rows.filter { sound.contains($0.tableNumber) && wide.contains($0.tableNumber) }
    }
}

/// What a cell of a table holds.
enum TableCell {
    /// Whether it is a number with its unit, and neither a time nor a name with a number in it.
    static func isNumber(_ text: [Unicode.Scalar], _ cell: Range<Int>) -> Bool {
        guard cell.count <= 24 else { return false }
        var index = cell.lowerBound
        while index < cell.upperBound, signs.contains(text[index]) { index += 1 }
        let start = index
        while index < cell.upperBound, text[index].isDigit || ",. ".unicodeScalars.contains(text[index]) { index += 1 }
        guard index > start else { return false }
        let unit = text[index..<cell.upperBound]
        guard let first = unit.first else { return true }
        return unit.count <= 6 && !"年季月日号版期届第".unicodeScalars.contains(first)
            && !unit.contains { $0.isDigit || $0 == "—" || $0 == "-" || $0 == "：" }
    }
    private static let signs = Set("+-−±¥$↑↓约 ".unicodeScalars)

    /// 2022, 2023: a year alone, which is a number in a row and a time in a head.
    static func isYear(_ text: [Unicode.Scalar], _ cell: Range<Int>) -> Bool {
        cell.count == 4 && text[cell].allSatisfy(\.isDigit)
            && (text[cell.lowerBound] == "1" || text[cell.lowerBound] == "2")
            && (text[cell.lowerBound + 1] == "9" || text[cell.lowerBound + 1] == "0")
    }

    static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isBlank || text[start] == "\n" { start += 1 }
        while end > start, text[end - 1].isBlank || text[end - 1] == "\n" { end -= 1 }
        return start..<end
    }
}
