import AidText

/// One block of a report.
///
/// `report.md` and the page are written from the same blocks, so that neither says what the other
/// does not.
enum ReportBlock: Sendable {
    /// The report's title.
    case title(InlineText)
    /// Where a section begins, and the name by which a link finds it.
    case heading(InlineText, anchor: String)
    case subheading(InlineText)
    case paragraph(InlineText)
    /// What a reader must not miss.
    case note(InlineText)
    case list([InlineText])
    case table(MarkdownTable)
    case charts([Chart])

    var charts: [Chart] {
        if case .charts(let charts) = self { charts } else { [] }
    }

    var markdown: String {
        switch self {
        case .title(let text): "# " + text.markdown
        case .heading(let text, _): "## " + text.markdown
        case .subheading(let text): "### " + text.markdown
        case .paragraph(let text): text.markdown
        case .note(let text): "> " + text.markdown
        case .list(let items): items.map { "- " + $0.markdown }.joined(separator: "\n")
        case .table(let table): table.text
        case .charts(let charts):
            charts.map { "![\(MarkdownText.escaped($0.alternative))](\($0.fileName))" }.joined(separator: "\n")
        }
    }
}
