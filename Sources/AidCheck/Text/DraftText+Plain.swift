extension DraftText {
    /// Shows a file of plain text.
    ///
    /// A line with Chinese in it is a line of its own, as newsrooms write; other lines are taken to be
    /// broken for their length, and run on. An empty line ends a paragraph.
    mutating func readPlain() {
        var hasHan = false
        var isEmpty = true
        var (isRow, wasRow) = (false, false)
        for offset in source.indices {
            switch source[offset] {
            case "\n":
                endCell()
                if isEmpty {
                    endLine(at: offset, isParagraph: true)
                } else if hasHan || isRow {
                    endLine(at: offset, isParagraph: false)
                } else {
                    showSpace(at: offset)
                }
                (hasHan, isEmpty, isRow, wasRow) = (false, true, false, isRow)
            case "\r": continue
            case let scalar where scalar.properties.isWhitespace: showSpace(at: offset)
            // A table as Markdown has it, pasted into plain text.
            case "|" where isEmpty || isRow:
                if isEmpty { startTableRow(at: offset) }
                endLine(at: offset, isParagraph: false)
                startCell()
                (isEmpty, isRow) = (false, true)
            default:
                if isEmpty, wasRow { endLine(at: offset, isParagraph: true) }
                if source[offset].isHan { hasHan = true }
                isEmpty = false
                show(at: offset)
            }
        }
    }
}
