/// Cells of a table that are one cell over several rows: the value stands in the first, and the others are empty.
struct MergedCells: Sendable, Hashable {
    /// From 1.
    var columns: ClosedRange<Int>
    /// From 1; lines of the table's text.
    var rows: ClosedRange<Int>

    init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.columns = columns
        self.rows = rows
    }

    /// As a workbook says it: `B3:C7`; nil: it is something else.
    init?(reference: String) {
        let ends = reference.split(separator: ":").map(MergedCells.cell)
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.column <= last.column,
            first.row <= last.row
        else { return nil }
        self.init(columns: first.column...last.column, rows: first.row...last.row)
    }

    private static func cell(_ text: Substring) -> (column: Int, row: Int)? {
        let text = text.filter { $0 != "$" }
        let letters = text.prefix { ("A"..."Z").contains($0) }
        guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)),
            (1...SheetLimits.rowCount).contains(row)
        else { return nil }
        let column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
        return (column, row)
    }
}

/// The text of a table that knows, when all of it was read, which of its cells are merged.
protocol MergingSource: AnyObject {
    var mergedCells: [MergedCells] { get }
}
