import AidModel

/// The names of the columns of a CSV file, and how they stand there.
struct CSVHeader: Sendable {
    /// Of all columns, cleaned; empty for one without a name. As many as a record has cells.
    private(set) var names: [String] = []
    /// The lines that they stand on, cell by cell, cleaned.
    private(set) var rows: [[String]] = []
    /// Lines above it that are no records.
    private(set) var titleCount = 0
    /// Those of them that say something, but for what the pipeline file passes over by its beginning.
    private(set) var titles: [TitleLine] = []
    /// The line on which it begins, from 1.
    private(set) var lineNumber = 1
    /// How many columns at the end the records have and the header has not; they are empty.
    private(set) var surplusCount = 0

    init() {}

    /// A header of one line or several; the names of a column are joined from top to bottom.
    ///
    /// A cell that spans several columns has its text in the first of them, as spreadsheets save it: the text is
    /// carried to the right, as far as the cells below have texts and those above belong together.
    init(rows: [[String]], lineNumber: Int = 1) {
        self.rows = rows
        self.lineNumber = lineNumber
        let count = rows.map(\.count).max() ?? 0
        var parts: [[String]] = Array(repeating: [], count: count)
        // Whether a column begins a new group in the rows above.
        var begins = [Bool](repeating: false, count: count)
        for (level, row) in rows.enumerated() {
            var carried = ""
            for column in 0..<count {
                let own = column < row.count ? row[column] : ""
                if !own.isEmpty {
                    carried = own
                    begins[column] = true
                } else if column >= row.count || begins[column] || !CSVHeader.hasText(below: level, column, rows) {
                    carried = ""
                }
                let text = own.isEmpty && level < rows.count - 1 ? carried : own
                if !text.isEmpty, parts[column].last != text { parts[column].append(text) }
            }
        }
        names = parts.map { $0.joined(separator: " ") }
    }

    private static func hasText(below level: Int, _ column: Int, _ rows: [[String]]) -> Bool {
        rows[(level + 1)...].contains { column < $0.count && !$0[column].isEmpty }
    }

    /// The same below more lines that are no records.
    func below(_ lines: [TitleLine]) -> CSVHeader {
        var header = self
        header.titleCount += lines.count
        header.titles = lines + header.titles
        return header
    }

    /// The same without titles that begin with one of some texts.
    func passing(over beginnings: [String]) -> CSVHeader {
        var header = self
        header.titles.removeAll { line in
            line.cells.first { !$0.isEmpty }.map { first in beginnings.contains { !$0.isEmpty && first.hasPrefix($0) } }
                ?? true
        }
        return header
    }

    /// Takes on as many columns as the records have.
    ///
    /// - Parameters:
    ///   - count: how many cells each of the first records has.
    ///   - filledCount: how many of them are not empty in all of them, from the left.
    mutating func fit(_ count: Int, filledCount: Int) {
        if count > names.count, filledCount <= names.count {
            surplusCount = count - names.count
            names += Array(repeating: "", count: surplusCount)
        } else if count < names.count, names[count...].allSatisfy(\.isEmpty) {
            names.removeLast(names.count - count)
        }
    }
}
