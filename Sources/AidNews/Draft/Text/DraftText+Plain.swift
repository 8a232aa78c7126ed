extension DraftText {
    /// Shows a file of plain text.
    ///
    /// A line with Chinese in it is a line of its own, as newsrooms write; other lines are taken to be
    /// broken for their length, and run on. An empty line ends a paragraph.
    mutating func readPlain() {
        var hasHan = false
        var isEmpty = true
        for offset in source.indices {
            switch source[offset] {
            case "\n":
                if isEmpty {
                    endLine(at: offset, isParagraph: true)
                } else if hasHan {
                    endLine(at: offset, isParagraph: false)
                } else {
                    showSpace(at: offset)
                }
                (hasHan, isEmpty) = (false, true)
            case "\r": continue
            case let scalar where scalar.properties.isWhitespace: showSpace(at: offset)
            default:
                if source[offset].isHan { hasHan = true }
                isEmpty = false
                show(at: offset)
            }
        }
    }
}
