import AidModel

/// A table for the terminal, whose columns line up with Chinese text too.
///
///     季度    版本  发布日期    受助职工（人）
///     ------  ----  ----------  --------------
///     2023Q2     1  2023-07-14         985,800
///
/// A cell cannot leave its place: characters that do not show, line ends among them, are named
/// (`[U+000A]`), so nothing from outside can steer the terminal. No line ends in blanks.
package struct TextTable: Sendable {
    package enum Alignment: Sendable {
        case left
        case right
    }

    private let alignments: [Alignment]
    private let head: [String]
    private var rows: [[String]] = []

    /// Blanks between two columns.
    private static let gap = "  "

    package init(_ columns: [(head: String, alignment: Alignment)]) {
        alignments = columns.map(\.alignment)
        head = columns.map { TextTable.shown($0.head) }
    }

    /// Adds a row; cells that it lacks at its end stay blank.
    ///
    /// - Parameter cells: no more than there are columns.
    package mutating func add(_ cells: [String]) {
        precondition(cells.count <= head.count, "a row has more cells than the table has columns")
        rows.append(cells.map(TextTable.shown))
    }

    /// The table, each of its lines with a line end.
    package var text: String {
        let widths = head.indices.map { column in
            ([head] + rows).map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return ([head, rule] + rows).map { line($0, widths) + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            let blanks = String(repeating: " ", count: widths[column] - displayWidth(cell))
            if column > 0 { line += TextTable.gap }
            line += alignments[column] == .left ? cell + blanks : blanks + cell
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// A text of one line in which every character shows.
    package static func shown(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            if scalar.isInvisible {
                shown += VisibleText.name(of: scalar)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
