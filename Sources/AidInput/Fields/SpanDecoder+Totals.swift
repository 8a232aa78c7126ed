// Lines that are no records.
extension SpanDecoder {
    /// Whether a record without a usual ID is to be looked at as a line of totals.
    mutating func mayBeTotals(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ line: LineCells
    ) -> Bool {
        if let index = fields.claim, mayHoldWord(bytes.part(spans[index])) { return true }
        // The first cell that is not blank.
        for index in 0..<line.count {
            var cell = line[index]
            if cell.count > 1, bytes[Int(cell.start)] == UInt8(ascii: "\"") {
                cell = FieldSpan(start: cell.start + 1, end: cell.end - 1)
                if cell.range.contains(where: { bytes[$0] == UInt8(ascii: "\"") }) { return true }
            }
            if mayHoldWord(bytes.part(cell)) { return true }
            if cell.range.contains(where: { bytes[$0] > 0x20 }) { return !hasText(bytes.part(cell)) }
        }
        return false
    }

    private mutating func mayHoldWord(_ value: PaddedBytes) -> Bool {
        let first = value[0]
        guard value.count >= 3 || value.count > 0 && first >= 0x80 else { return false }
        let isLetter = (first | 0x20) &- UInt8(ascii: "a") < 26
        let mayBegin =
            (first | 0x20) == UInt8(ascii: "t") || (first | 0x20) == UInt8(ascii: "s")
            || (first | 0x20) == UInt8(ascii: "g")
        if first &- UInt8(ascii: "0") < 10 || isLetter && !mayBegin { return false }
        return cleanText(value).map { LineWord.find($0) != nil } ?? true
    }

    /// Whether something is left of a cell when it is cleaned; blanks of other widths are not.
    private mutating func hasText(_ value: PaddedBytes) -> Bool {
        let first = value[0]
        return first > 0x20 && first < 0x7F && first != UInt8(ascii: "'") && first != UInt8(ascii: "=")
            || cleanText(value).map { !$0.isEmpty } ?? false
    }
}
