import AidModel
import AidText

/// What stands below the news: each figure's exact value and base, notes, definitions and sources.
enum NewsNotes {
    /// For each fact that is stated: its printed form, exact value, base, and id.
    static func rows(_ news: News) -> [[String]] {
        let labels = NewsLabels(language: news.language)
        let wording = FactWording(news.facts, news.language)
        let told = FactPrinting(
            news.language, currency: news.facts.programme.currency, rounding: news.facts.rounding, isOfNews: true)
        return news.statedFacts.map { fact in
            let printed = told.printed(fact).text + (fact.isProvisional ? labels.provisional : "")
            return [printed, wording.exact(fact), wording.base(fact) ?? "", fact.id]
        }
    }

    /// What must stand beside the figures, each once.
    static func notes(_ news: News) -> [String] {
        var seen: Set<String> = []
        let ofFacts = news.statedFacts.compactMap { $0.note?(news.language) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
        let labels = NewsLabels(language: news.language)
        let ofStatements = news.toldStatements.filter { $0.isOld(on: news.facts.quarter.lastDay) }.map(labels.isOld)
        return ofFacts + ofStatements
    }

    /// The sentences that define the figures, each once.
    static func definitions(_ news: News) -> [String] {
        let stated = Set(news.statedFacts.flatMap(\.definitions))
        return news.facts.definitions.filter { stated.contains($0.key) }.map { $0.text(news.language) }
    }

    static func sources(_ news: News) -> [String] {
        let stated = Set(news.statedFacts.flatMap(\.sources))
        let labels = NewsLabels(language: news.language)
        return news.facts.sources.filter { stated.contains($0.key) }.flatMap(labels.lines)
            + news.toldStatements.map(labels.line)
    }
}
