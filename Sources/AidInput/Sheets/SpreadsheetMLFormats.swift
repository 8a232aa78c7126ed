/// What numbers of a sheet of SpreadsheetML are shown as: by the style of the cell, else of its row, its column, the
/// table, and else by the one that is called Default.
struct SpreadsheetMLFormats {
    private var styles: [String: NumberFormat] = [:]
    /// Those that they are made of, by their names.
    private var parents: [String: String] = [:]
    private var declared = ""
    private var ofTable = NumberFormat.number
    private var ofRow: NumberFormat?
    /// From the first column on.
    private var ofColumns: [NumberFormat?] = []

    // MARK: - Styles

    /// - Returns: whether there are not too many.
    mutating func beginStyle(_ tag: XMLStartTag) -> Bool {
        declared = tag.text("ID") ?? ""
        parents[declared] = tag.text("Parent") ?? (declared == "Default" ? nil : "Default")
        return parents.count <= SheetLimits.styleCount
    }

    /// - Parameter code: of the style that came last; nil: numbers as they are.
    mutating func declare(_ code: String?) {
        styles[declared] = code.map(NumberFormat.init(named:)) ?? .number
    }

    func format(style: String) -> NumberFormat {
        var style = style
        // A style has one parent, which has none itself but Default.
        for _ in 0..<4 {
            if let format = styles[style] { return format }
            guard let parent = parents[style] else { break }
            style = parent
        }
        return styles["Default"] ?? .number
    }

    // MARK: - Where they apply

    mutating func beginTable(style: String?) {
        ofTable = format(style: style ?? "Default")
        ofRow = nil
        ofColumns = []
    }

    mutating func declareColumns(_ tag: XMLStartTag) {
        func number(_ name: String) -> Int? { tag.text(name).flatMap { Int($0) } }
        let first = number("Index") ?? ofColumns.count + 1
        let (last, overflows) = first.addingReportingOverflow(max(0, number("Span") ?? 0))
        guard first > ofColumns.count, !overflows, last <= SheetLimits.columnCount else { return }
        ofColumns += Array(repeating: nil, count: first - 1 - ofColumns.count)
        ofColumns += Array(repeating: tag.text("StyleID").map { format(style: $0) }, count: last - first + 1)
    }

    mutating func beginRow(style: String? = nil) {
        ofRow = style.map { format(style: $0) }
    }

    /// - Parameter column: from 1; of a cell without a style.
    func format(column: Int) -> NumberFormat {
        if let ofRow { return ofRow }
        return (ofColumns.indices.contains(column - 1) ? ofColumns[column - 1] : nil) ?? ofTable
    }
}
