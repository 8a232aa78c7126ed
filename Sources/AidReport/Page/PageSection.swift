import AidText

/// A section of the page: its heading, and blocks as the template names them.
struct PageSection {
    let anchor: String
    let heading: InlineText
    private(set) var blocks: [TemplateValue] = []
    /// Tables that follow one another, which wide screens show side by side.
    private var tables: [TemplateValue] = []

    private init(anchor: String, heading: InlineText) {
        self.anchor = anchor
        self.heading = heading
    }

    /// Blocks before the first heading are none of a section's, and left out.
    static func sections(of blocks: [ReportBlock]) -> [PageSection] {
        var sections: [PageSection] = []
        for block in blocks {
            if case .heading(let text, let anchor) = block {
                sections.append(PageSection(anchor: anchor, heading: text))
            } else if !sections.isEmpty {
                sections[sections.count - 1].add(block)
            }
        }
        for index in sections.indices { sections[index].endTables() }
        return sections
    }

    var values: TemplateValue {
        ["anchor": .text(anchor), "heading": ReportText.html(heading), "blocks": .list(blocks)]
    }

    private mutating func add(_ block: ReportBlock) {
        if case .table(let table) = block {
            tables.append(values(table))
            return
        }
        endTables()
        switch block {
        case .title, .heading, .table: break
        case .subheading(let text): blocks.append(["subheading": ReportText.html(text)])
        case .paragraph(let text): blocks.append(["paragraph": ReportText.html(text)])
        case .note(let text): blocks.append(["note": ReportText.html(text)])
        case .list(let items): blocks.append(["list": ["items": .list(items.map(ReportText.html))]])
        case .charts(let charts):
            blocks.append(["charts": ["items": .list(charts.map { .text($0.element) })]])
        }
    }

    private mutating func endTables() {
        if !tables.isEmpty { blocks.append(["tables": ["items": .list(tables)]]) }
        tables = []
    }

    private func values(_ table: MarkdownTable) -> TemplateValue {
        let areNumbers = table.columns.map { $0.alignment == .right }
        let label = [heading, table.columns.first?.head ?? ""].map(\.plain).joined(separator: " – ")
        return [
            "label": .text(VisibleText.of(label)),
            "heads": .text(
                zip(table.columns, areNumbers).map { column, isNumber in
                    "<th scope=\"col\"\(PageSection.look(isNumber))>\(column.head.html)</th>"
                }.joined()),
            "rows": .text(rows(table, areNumbers)),
        ]
    }

    /// The rows of a table. A template that is filled cell by cell takes long for thousands of groups.
    private func rows(_ table: MarkdownTable, _ areNumbers: [Bool]) -> String {
        var html = ""
        for row in table.rows {
            html += "<tr>"
            for (index, cell) in row.enumerated() {
                if index == 0 {
                    html += "<th scope=\"row\">"
                    html += cell.html
                    html += "</th>"
                } else {
                    html += "<td"
                    html += PageSection.look(index < areNumbers.count && areNumbers[index])
                    html += ">"
                    html += cell.html
                    html += "</td>"
                }
            }
            html += "</tr>\n"
        }
        return html
    }

    /// What a cell of numbers looks like.
    private static func look(_ isNumber: Bool) -> String {
        isNumber ? " class=\"number\"" : ""
    }
}
