/// The first rows of a sheet, held until it is known how many cells the widest of them has.
struct FirstRows {
    /// Rows with a cell; the header is among them.
    private static let rowCount = 32
    /// So much text is handed out, whatever comes.
    private static let byteCount = 1 << 20

    private(set) var areSettled = false
    /// Cells of the widest row.
    private(set) var width = 0
    /// Where each row ends in the text, and how many cells it has.
    private var rows: [(end: Int, cellCount: Int)] = []

    /// Takes a row that was written.
    ///
    /// - Returns: whether these are all that are waited for.
    mutating func takes(cellCount: Int, endingAt end: Int) -> Bool {
        rows.append((end, cellCount))
        width = max(width, cellCount)
        return rows.count == FirstRows.rowCount || end >= FirstRows.byteCount
    }

    /// Gives every row as many cells as the widest one has.
    ///
    /// - Parameter text: of these rows alone.
    /// - Returns: how many bytes longer it has become.
    mutating func settle(_ text: inout GrowingText) -> Int {
        areSettled = true
        let before = text.count
        guard rows.contains(where: { $0.cellCount < width }) else { return 0 }
        var even = GrowingText(capacity: before + rows.reduce(1) { $0 + width - $1.cellCount })
        var start = 0
        for row in rows {
            even.append(text.view.part(start..<row.end - 1))
            even.append(UInt8(ascii: ","), times: width - row.cellCount)
            even.append(0x0A)
            start = row.end
        }
        even.append(text.view.from(start))
        text = even
        return text.count - before
    }
}
