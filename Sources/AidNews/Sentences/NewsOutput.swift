import AidModel
import AidText

/// Facts and sentences for the terminal and for programs.
package enum NewsOutput {
    /// The sentences, and a table of all facts of the quarter itself.
    package static func text(_ news: News) -> String {
        let isChinese = news.language == .zh
        let sentences = news.texts.map { $0.plain + "\n" }.joined(separator: "\n")
        let heads =
            isChinese ? ["事实", "数字", "精确值"] : ["Fact", "Figure", "Exact value"]
        var table = TextTable([(heads[0], .left), (heads[1], .right), (heads[2], .right)])
        let printing = FactPrinting(
            news.language, currency: news.facts.programme.currency, rounding: news.facts.rounding)
        for fact in news.facts.facts {
            // Of figures that are none, the printed form says why.
            let isNone = if case .none = fact.value { true } else { false }
            table.add([fact.id, fact.printed(news.language), isNone ? "" : printing.exact(fact)])
        }
        let notes = NewsNotes.notes(news).map { (isChinese ? "注：" : "Note: ") + $0 + "\n" }.joined()
        return sentences + "\n" + notes + (notes.isEmpty ? "" : "\n") + table.text
    }

    /// The sentences with the ids of their facts, and those facts.
    package static func json(_ news: News) -> String {
        func sentence(_ text: NewsText) -> JSONText {
            ["text": .string(text.plain), "facts": .array(text.factIDs.map { .string($0) })]
        }
        let value: JSONText = [
            "schema": "aidstats.news/1",
            "language": .string(news.language.rawValue),
            "quarter": .string(news.facts.quarter.description),
            "headline": sentence(news.headline), "deck": sentence(news.deck), "lead": sentence(news.lead),
            "body": .array(news.body.map(sentence)),
            "facts": .array(news.facts.facts.map(FactJSON.fact)),
        ]
        return value.pretty()
    }
}
