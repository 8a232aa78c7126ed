extension DraftText {
    /// One cell of a table.
    struct Cell: Sendable, Hashable {
        /// In the shown text.
        var range: Range<Int>
        /// Counted through the whole draft.
        var rowNumber: Int
        var tableNumber: Int
    }

    /// The cells that were read, and the one that is being read.
    struct Cells: Sendable {
        var all: [Cell] = []
        var openedAt: Int?
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

    mutating func startCell() {
        endCell()
        cells.openedAt = shown.count
    }

    /// Keeps the cell that ends here, unless it is prose: pages of old are laid out in tables. It may be empty.
    mutating func endCell() {
        guard let start = cells.openedAt else { return }
        cells.openedAt = nil
        guard start >= shown.count || !shown[start...].contains("。") else { return }
        cells.all.append(
            Cell(
                range: min(start, shown.count)..<shown.count, rowNumber: cells.rowNumber,
                tableNumber: cells.tableNumber))
    }

    /// Ends a row, after whose last bar no cell begins.
    mutating func endBarredRow() {
        if cells.openedAt == shown.count { cells.openedAt = nil }
        endCell()
    }
}
