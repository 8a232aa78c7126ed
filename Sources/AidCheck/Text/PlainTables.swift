/// Finds the tables of plain text: lines parted by bars, by tabs, or by blanks of columns.
enum PlainTables {
    /// How a line is parted into cells.
    private enum Parting {
        case bars
        /// Each tab parts two cells, of which some may be empty.
        case tabs
        case blanks
        /// Single blanks, where all but the first cell are numbers, or none is.
        case words
        /// |---|---|, ├──┼──┤: no row, but within a table.
        case rule
    }

    private struct Candidate {
        var line: Int
        var parting: Parting
        var cells: [Range<Int>]
    }

    /// Gives the lines that are rows their cells and the number of their table.
    static func find(_ text: [Unicode.Scalar], _ lines: inout [TextLine]) {
        var tableNumber = 0
        var run: [Candidate] = []
        for index in lines.indices {
            if let candidate = candidate(text, lines[index], index), fits(candidate, run) {
                run.append(candidate)
                continue
            }
            close(text, &run, &lines, &tableNumber)
            if let candidate = candidate(text, lines[index], index) { run.append(candidate) }
        }
        close(text, &run, &lines, &tableNumber)
    }

    private static func fits(_ candidate: Candidate, _ run: [Candidate]) -> Bool {
        guard let last = run.last else { return true }
        if candidate.parting == .rule || last.parting == .rule { return true }
        if candidate.parting == .words || last.parting == .words {
            return candidate.parting == last.parting && candidate.cells.count == last.cells.count
        }
        return (candidate.parting == .bars) == (last.parting == .bars)
    }

    private static func close(
        _ text: [Unicode.Scalar], _ run: inout [Candidate], _ lines: inout [TextLine], _ tableNumber: inout Int
    ) {
        defer { run = [] }
        let rows = run.filter { $0.parting != .rule }
        guard isTable(text, rows) else { return }
        tableNumber += 1
        // Tabs that were set until columns stood below each other leave no cells between them.
        let isEven = Set(rows.map(\.cells.count)).count == 1
        let isFilled = !isEven && Set(rows.map { $0.cells.count { !$0.isEmpty } }).count == 1
        for row in rows {
            lines[row.line].cells = isFilled && row.parting == .tabs ? row.cells.filter { !$0.isEmpty } : row.cells
            lines[row.line].tableNumber = tableNumber
        }
        for candidate in run where candidate.parting == .rule {
            lines[candidate.line].cells = []
            lines[candidate.line].tableNumber = tableNumber
        }
    }

    /// At least two rows of two columns, of which a third has a number in a cell of its own.
    private static func isTable(_ text: [Unicode.Scalar], _ rows: [Candidate]) -> Bool {
        guard rows.count >= 2 else { return false }
        let numbered = rows.count { row in row.cells.contains { TableCell.isNumber(text, $0) } }
        return numbered > 0 && numbered * 3 >= rows.count - 1
    }

    private static func candidate(_ text: [Unicode.Scalar], _ line: TextLine, _ index: Int) -> Candidate? {
        guard !line.isEmpty, line.range.count <= 400 else { return nil }
        var bars = 0
        var hasTab = false
        var hasWide = false
        var hasOther = false
        var previous: Unicode.Scalar = "\n"
        for scalar in text[line.range] {
            if isBar(scalar) { bars += 1 } else if !isRuleMark(scalar), !scalar.isBlank { hasOther = true }
            if scalar == "\t" { hasTab = true }
            if scalar == "\u{3000}" || (scalar == " " && previous == " ") { hasWide = true }
            previous = scalar
        }
        if bars >= 1, !hasOther { return Candidate(line: index, parting: .rule, cells: []) }
        if bars >= 2 || (bars == 1 && !line.hasSentenceEnd && line.charCount <= 60) {
            return Candidate(line: index, parting: .bars, cells: barred(text, line.range))
        }
        guard !line.hasSentenceEnd else { return nil }
        if !hasTab, !hasWide { return worded(text, line).map { Candidate(line: index, parting: .words, cells: $0) } }
        let cells = hasTab ? tabbed(text, line) : spaced(text, line.range)
        guard cells.count(where: { !$0.isEmpty }) >= 2, cells.allSatisfy({ $0.count <= 24 }) else { return nil }
        return Candidate(line: index, parting: hasTab ? .tabs : .blanks, cells: cells)
    }

    private static func isBar(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "|" || ("│"..."┃").contains(scalar) || ("├"..."╋").contains(scalar) || scalar == "║" || scalar == "丨"
    }

    private static func isRuleMark(_ scalar: Unicode.Scalar) -> Bool {
        "-:=+".unicodeScalars.contains(scalar) || (0x2500...0x257F).contains(scalar.value)
    }

    private static func barred(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var cells = parted(text, range) { isBar($0) }
        if isBar(text[range.lowerBound]) { cells.removeFirst() }
        if isBar(text[range.upperBound - 1]), !cells.isEmpty { cells.removeLast() }
        return cells
    }

    /// A line that begins or ends with a tab has an empty cell there.
    private static func tabbed(_ text: [Unicode.Scalar], _ line: TextLine) -> [Range<Int>] {
        let start = line.range.lowerBound
        let isEmpty = start > 0 && text[start - 1] == "\t"
        var end = line.range.upperBound
        while end < text.count, text[end] == "\t" { end += 1 }
        return (isEmpty ? [start..<start] : []) + parted(text, start..<end) { $0 == "\t" }
    }

    /// 门诊 11593 126.36, or a head above such lines. A number whose digits are grouped by blanks is one cell, so that
    /// no line of it is taken apart.
    private static func worded(_ text: [Unicode.Scalar], _ line: TextLine) -> [Range<Int>]? {
        guard line.charCount <= 80, line.indent == 0, !line.hasMark else { return nil }
        let cells = parted(text, line.range) { $0 == " " }
        guard cells.count >= 3, cells.allSatisfy({ $0.count <= 16 }) else { return nil }
        let areNumbers = cells.dropFirst().map { TableCell.isNumber(text, $0) }
        guard !TableCell.isNumber(text, cells[0]), Set(areNumbers).count == 1 else { return nil }
        if !areNumbers[0] { return cells.contains { $0.count == 1 } ? nil : cells }
        let digitCounts = cells.dropFirst().map { text[$0].prefix { $0.isDigit }.count }
        let isGrouped = digitCounts[0] <= 3 && digitCounts.dropFirst().allSatisfy { $0 == 3 }
        return isGrouped ? nil : cells
    }

    /// Parts at two blanks and more, and at full-width ones.
    private static func spaced(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            var end = index
            while end < range.upperBound, text[end].isBlank { end += 1 }
            let isWide = end - index >= 2 || (end > index && text[index] == "\u{3000}")
            if isWide {
                cells.append(start..<index)
                start = end
            }
            index = max(end, index + 1)
        }
        cells.append(start..<range.upperBound)
        return cells
    }

    private static func parted(
        _ text: [Unicode.Scalar], _ range: Range<Int>, at isMark: (Unicode.Scalar) -> Bool
    ) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where isMark(text[index]) {
            cells.append(TableCell.trimmed(text, start..<index))
            start = index + 1
        }
        cells.append(TableCell.trimmed(text, start..<range.upperBound))
        return cells
    }
}
