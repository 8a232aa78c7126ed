/// A table as GitHub-flavoured Markdown; its cells are Markdown already.
package struct MarkdownTable {
    package enum Alignment: String {
        case left = "---"
        case right = "---:"
    }

    private var lines: [String]
    private var cells: Set<String> = []

    package init(_ columns: [(head: String, alignment: Alignment)]) {
        lines = [
            MarkdownTable.line(columns.map(\.head)),
            MarkdownTable.line(columns.map(\.alignment.rawValue)),
        ]
    }

    /// A table with names on the left and numbers to the right of them.
    package init(_ name: String, numbers: [String]) {
        self.init([(name, .left)] + numbers.map { ($0, .right) })
    }

    package mutating func add(_ cells: [String]) {
        lines.append(MarkdownTable.line(cells))
        self.cells.formUnion(cells.dropFirst())
    }

    /// Whether a cell right of the first column is just this text.
    package func contains(_ cell: String) -> Bool {
        cells.contains(cell)
    }

    package var text: String {
        lines.joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
