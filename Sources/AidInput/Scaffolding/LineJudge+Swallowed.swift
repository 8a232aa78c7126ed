extension LineJudge {
    /// What is wrong with a record in whose quotes other records lie: one quote too many opens a field, and the next one
    /// closes it lines later. nil: nothing speaks for that.
    ///
    /// A line within a field that has as many delimiters as a record is one. Where one line end alone was swallowed, the
    /// field holds the rest of one record and the beginning of the next.
    ///
    /// - Complexity: O(length of the record); to be asked of records with line ends within fields alone.
    func swallowed(_ bytes: ByteView, _ cells: Cells, delimiter: UInt8) -> RecordProblem? {
        guard recordCellCount >= 3 else { return nil }
        var lineCount = 1
        var isOdd = false
        for (index, cell) in cells.enumerated() {
            // Delimiters of the lines of the field.
            var counts = [0]
            for place in cell.start..<cell.end {
                switch bytes[place] {
                case delimiter: counts[counts.count - 1] += 1
                case UInt8(ascii: "\n"): counts.append(0)
                case UInt8(ascii: "\r") where !(place + 1 < cell.end && bytes[place + 1] == UInt8(ascii: "\n")):
                    counts.append(0)
                default: break
                }
            }
            guard counts.count > 1 else { continue }
            lineCount += counts.count - 1
            let most = recordCellCount - 1
            if counts.dropFirst().dropLast().contains(most) { isOdd = true }
            if index + (counts.first ?? 0) == most, (counts.last ?? 0) + cells.count - 1 - index == most {
                isOdd = true
            }
        }
        return isOdd ? .swallowedLines(count: lineCount) : nil
    }
}
