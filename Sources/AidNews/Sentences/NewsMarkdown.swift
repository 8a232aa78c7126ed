package import AidModel
import AidText

/// `news.zh.md` and `news.en.md`: what can be printed, and below it where each figure comes from.
package enum NewsMarkdown {
    package static func fileName(_ language: Language) -> String { "news.\(language.rawValue).md" }

    package static func text(_ news: News) -> String {
        let labels = NewsLabels(language: news.language)
        var blocks = ["# " + news.headline.markdown, "**" + news.deck.markdown + "**", news.lead.markdown]
        blocks += news.body.map(\.markdown)
        blocks += ["---", "## " + labels.figuresHeading, table(news, labels)]
        let notes = NewsNotes.notes(news)
        if !notes.isEmpty { blocks.append(list(notes.map(MarkdownText.escaped))) }
        blocks += ["### " + labels.definitionsHeading, list(NewsNotes.definitions(news))]
        blocks += ["### " + labels.sourcesHeading, list(NewsNotes.sources(news).map(MarkdownText.escaped))]
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func table(_ news: News, _ labels: NewsLabels) -> String {
        var table = MarkdownTable([
            (.words(labels.figure), .left), (.words(labels.exactValue), .right), (.words(labels.base), .left),
            (.words(labels.fact), .left),
        ])
        for row in NewsNotes.rows(news) { table.add(row.map { .value($0) }) }
        return table.text
    }

    private static func list(_ items: [String]) -> String {
        items.map { "- " + $0 }.joined(separator: "\n")
    }
}
