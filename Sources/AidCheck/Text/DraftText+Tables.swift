extension DraftText {
    /// One cell of a table.
    struct Cell: Sendable, Hashable {
        /// In the shown text.
        var range: Range<Int>
        /// Counted through the whole draft.
        var rowNumber: Int
        var tableNumber: Int
        var span = Span()
    }

    /// How many columns and rows a cell of HTML takes up.
    struct Span: Sendable, Hashable {
        var columns = 1
        var rows = 1

        /// More than the heads of any printed table; what takes up more is laid out as one.
        static let limit = 12

        var isOne: Bool { columns == 1 && rows == 1 }
    }

    /// The cells that were read, and the one that is being read.
    struct Cells: Sendable {
        var all: [Cell] = []
        var openedAt: Int?
        var span = Span()
        var rowNumber = 0
        var tableNumber = 0
    }

    mutating func startTable() {
        endCell()
        cells.tableNumber += 1
    }

    mutating func startRow() {
        endCell()
        cells.rowNumber += 1
    }

    mutating func startCell(_ span: Span = Span()) {
        endCell()
        cells.openedAt = shown.count
        cells.span = span
    }

    /// In characters: a cell that is longer and has sentences is prose.
    private static let longestCell = 60

    /// Keeps the cell that ends here, unless it is prose: pages of old are laid out in tables. It may be empty.
    mutating func endCell() {
        guard let start = cells.openedAt else { return }
        cells.openedAt = nil
        let isProse = shown.count - start > Self.longestCell && shown[start...].contains("。")
        guard !isProse else { return }
        cells.all.append(
            Cell(
                range: min(start, shown.count)..<shown.count, rowNumber: cells.rowNumber,
                tableNumber: cells.tableNumber, span: cells.span))
    }

    /// Ends a row, after whose last bar no cell begins.
    mutating func endBarredRow() {
        if cells.openedAt == shown.count { cells.openedAt = nil }
        endCell()
    }
}
