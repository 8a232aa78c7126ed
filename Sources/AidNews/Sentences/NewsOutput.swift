import AidModel
import AidText

/// Facts and sentences for the terminal and for programs.
package enum NewsOutput {
    /// The sentences, and a table of all facts of the quarter itself.
    package static func text(_ news: News) -> String {
        let labels = NewsLabels(language: news.language)
        let sentences = news.texts.map { $0.plain + "\n" }.joined(separator: "\n")
        var table = TextTable([(labels.fact, .left), (labels.figure, .right), (labels.exactValue, .right)])
        let printing = FactPrinting(
            news.language, currency: news.facts.programme.currency, rounding: news.facts.rounding)
        for fact in news.facts.facts {
            // Of figures that are none, the printed form says why.
            let isNone = if case .none = fact.value { true } else { false }
            table.add([fact.id, fact.printed(news.language), isNone ? "" : printing.exact(fact)])
        }
        let notes = NewsNotes.notes(news).map { labels.note + $0 + "\n" }.joined()
        return sentences + "\n" + notes + (notes.isEmpty ? "" : "\n") + table.text
    }
}
