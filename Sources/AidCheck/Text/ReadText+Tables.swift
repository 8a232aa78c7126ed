extension ReadText {
    /// The tables among the lines that were read.
    static func tables(_ text: [Unicode.Scalar], _ lines: [ReadWriter.Line]) -> [Table] {
        var tables: [Table] = []
        var index = 0
        while index < lines.count {
            guard let number = lines[index].first.tableNumber else {
                index += 1
                continue
            }
            let start = index
            while index < lines.count, lines[index].first.tableNumber == number { index += 1 }
            let rows = lines[start..<index].map(\.cells)
            tables.append(
                Table(caption: caption(text, lines, before: start), rows: rows, headCount: headCount(text, rows)))
        }
        return tables
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
        guard count == 0, rows.count > 1 else { return count }
        func areYears(_ row: [Range<Int>]) -> Bool {
            row.dropFirst().allSatisfy { TableCell.isYear(text, $0) || !TableCell.isNumber(text, $0) }
                && !(row.first.map { TableCell.isNumber(text, $0) } ?? false)
        }
        return areYears(rows[0]) && !areYears(rows[1]) ? 1 : 0
    }
}
