import AidText

/// One block of a report, whose texts are lines of Markdown.
///
/// `report.md` and the page are written from the same blocks, so that neither says what the other
/// does not.
enum ReportBlock: Sendable {
    /// The report's title.
    case title(String)
    /// Where a section begins, and the name by which a link finds it.
    case heading(String, anchor: String)
    case subheading(String)
    case paragraph(String)
    /// What a reader must not miss.
    case note(String)
    case list([String])
    case table(MarkdownTable)
    case charts([Chart])

    var charts: [Chart] {
        if case .charts(let charts) = self { charts } else { [] }
    }

    var markdown: String {
        switch self {
        case .title(let text): "# " + text
        case .heading(let text, _): "## " + text
        case .subheading(let text): "### " + text
        case .paragraph(let text): text
        case .note(let text): "> " + text
        case .list(let items): items.map { "- " + $0 }.joined(separator: "\n")
        case .table(let table): table.text
        case .charts(let charts):
            charts.map { "![\(MarkdownText.escaped($0.alternative))](\($0.fileName))" }.joined(separator: "\n")
        }
    }
}
