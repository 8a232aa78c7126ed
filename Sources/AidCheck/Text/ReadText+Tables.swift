extension ReadText {
    /// The tables among the lines that were read.
    static func tables(_ text: [Unicode.Scalar], _ lines: [ReadWriter.Line], _ marks: ArticleMarks) -> [Table] {
        var tables: [Table] = []
        var heading: Range<Int>?
        var index = 0
        while index < lines.count {
            guard let number = lines[index].first.tableNumber else {
                if marks.levels[index] != nil { heading = lines[index].range }
                index += 1
                continue
            }
            let start = index
            while index < lines.count, lines[index].first.tableNumber == number { index += 1 }
            let rows = laidOut(lines[start..<index])
            tables.append(
                Table(
                    caption: caption(text, lines, before: start), heading: heading, rows: rows,
                    headCount: headCount(text, rows)))
        }
        return tables
    }

    /// The rows with each cell in all columns and rows that it takes up.
    private static func laidOut(_ lines: ArraySlice<ReadWriter.Line>) -> [[Range<Int>]] {
        guard lines.contains(where: { line in line.first.spans.contains { !$0.isOne } }) else {
            return lines.map(\.cells)
        }
        // By the column, what an earlier row still takes up of the next ones.
        var taken: [Int: (cell: Range<Int>, rows: Int)] = [:]
        return lines.map { line in
            var row: [Range<Int>] = []
            func takeUp() {
                while let above = taken[row.count] {
                    taken[row.count] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
                    row.append(above.cell)
                }
            }
            for (place, cell) in line.cells.enumerated() {
                takeUp()
                let span = line.first.spans.indices.contains(place) ? line.first.spans[place] : DraftText.Span()
                for _ in 0..<span.columns {
                    if span.rows > 1 { taken[row.count] = (cell, span.rows - 1) }
                    row.append(cell)
                }
            }
            takeUp()
            return row
        }
    }

    /// In characters: what is longer is prose that does not speak of the table alone.
    private static let longestCaption = 60

    /// The line above a table; with the one above that, where it gives nothing but the units.
    private static func caption(
        _ text: [Unicode.Scalar], _ lines: [ReadWriter.Line], before row: Int
    ) -> Range<Int>? {
        guard row > 0, isCaption(lines[row - 1]) else { return nil }
        let last = lines[row - 1].range
        guard isUnits(text, last), row > 1, isCaption(lines[row - 2]) else { return last }
        return lines[row - 2].range.lowerBound..<last.upperBound
    }

    private static func isCaption(_ line: ReadWriter.Line) -> Bool {
        line.first.tableNumber == nil && line.range.count <= longestCaption && line.first.start != .rule
    }

    /// 单位：万元
    private static func isUnits(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let open = range.first.map { "（([".unicodeScalars.contains(text[$0]) } ?? false
        return LineStart.has(unitWords, text, at: range.lowerBound + (open ? 1 : 0)) != nil
    }
    private static let unitWords = LineStart.words("单位 计量单位 金额单位")

    /// 798人（同比↑7.7%）: a number with its unit, and more; not: 2021年第四季度.
    private static func tellsFigure(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let cell = text[range]
        return cell.first?.isDigit == true && cell.contains { "人元笔次%".unicodeScalars.contains($0) }
            && !cell.contains { "年月".unicodeScalars.contains($0) }
    }

    /// How many rows at the top have no number, or no others than years that stand above the columns.
    private static func headCount(_ text: [Unicode.Scalar], _ rows: [[Range<Int>]]) -> Int {
        let count = rows.prefix { row in
            !row.contains { TableCell.isNumber(text, $0) }
                && !row.dropFirst().contains { tellsFigure(text, $0) }
        }.count
        guard count + 1 < rows.count, areYears(text, rows[count]), !areYears(text, rows[count + 1]) else {
            return count
        }
        return count + 1
    }

    private static func areYears(_ text: [Unicode.Scalar], _ row: [Range<Int>]) -> Bool {
        row.contains { TableCell.isYear(text, $0) }
            && row.dropFirst().allSatisfy { TableCell.isYear(text, $0) || !TableCell.isNumber(text, $0) }
            && !(row.first.map { TableCell.isNumber(text, $0) } ?? false)
    }
}
