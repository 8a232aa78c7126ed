/// A table as GitHub-flavoured Markdown; its cells are Markdown already.
package struct MarkdownTable: Sendable {
    package enum Alignment: String, Sendable {
        case left = "---"
        case right = "---:"
    }

    package let columns: [(head: String, alignment: Alignment)]
    package private(set) var rows: [[String]] = []

    package init(_ columns: [(head: String, alignment: Alignment)]) {
        self.columns = columns
    }

    /// A table with names on the left and numbers to the right of them.
    package init(_ name: String, numbers: [String]) {
        self.init([(name, .left)] + numbers.map { ($0, .right) })
    }

    package mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// Whether a cell right of the first column is just this text.
    package func contains(_ cell: String) -> Bool {
        rows.contains { $0.dropFirst().contains(cell) }
    }

    package var text: String {
        ([columns.map(\.head), columns.map(\.alignment.rawValue)] + rows)
            .map(MarkdownTable.line).joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
