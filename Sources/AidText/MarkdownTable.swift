/// A table of inline texts, as GitHub-flavoured Markdown.
package struct MarkdownTable: Sendable {
    package enum Alignment: String, Sendable {
        case left = "---"
        case right = "---:"
    }

    package let columns: [(head: InlineText, alignment: Alignment)]
    package private(set) var rows: [[InlineText]] = []

    package init(_ columns: [(head: InlineText, alignment: Alignment)]) {
        self.columns = columns
    }

    /// A table with names on the left and numbers to the right of them; the heads are the program's own words.
    package init(_ name: String, numbers: [String]) {
        self.init([(.words(name), .left)] + numbers.map { (.words($0), .right) })
    }

    package mutating func add(_ cells: [InlineText]) {
        rows.append(cells)
    }

    /// Whether a cell right of the first column is just this text.
    package func contains(_ cell: InlineText) -> Bool {
        rows.contains { $0.dropFirst().contains(cell) }
    }

    package var text: String {
        ([columns.map(\.head.markdown), columns.map(\.alignment.rawValue)] + rows.map { $0.map(\.markdown) })
            .map(MarkdownTable.line).joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
