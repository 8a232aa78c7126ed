package import AidModel
import AidText

/// `news.zh.md` and `news.en.md`: what can be printed, and below it where each figure comes from.
package enum NewsMarkdown {
    package static func fileName(_ language: Language) -> String { "news.\(language.rawValue).md" }

    package static func text(_ news: News) -> String {
        var blocks = ["# " + news.headline.markdown, "**" + news.deck.markdown + "**", news.lead.markdown]
        blocks += news.body.map(\.markdown)
        blocks += ["---", "## " + words(news, "数字出处", "Where the figures come from"), table(news)]
        let notes = NewsNotes.notes(news)
        if !notes.isEmpty { blocks.append(list(notes)) }
        blocks += ["### " + words(news, "指标说明", "Definitions"), list(NewsNotes.definitions(news))]
        blocks += ["### " + words(news, "依据", "Sources"), list(NewsNotes.sources(news).map(MarkdownText.escaped))]
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func table(_ news: News) -> String {
        let heads =
            news.language == .zh
            ? ["数字", "精确值", "比较基数", "事实"] : ["Figure", "Exact value", "Base of comparison", "Fact"]
        var table = MarkdownTable([
            (.words(heads[0]), .left), (.words(heads[1]), .right), (.words(heads[2]), .left), (.words(heads[3]), .left),
        ])
        for row in NewsNotes.rows(news) { table.add(row.map { .value($0) }) }
        return table.text
    }

    private static func list(_ items: [String]) -> String {
        items.map { "- " + $0 }.joined(separator: "\n")
    }

    private static func words(_ news: News, _ zh: String, _ en: String) -> String {
        news.language == .zh ? zh : en
    }
}

/// What stands below the news: each figure's exact value and base, notes, definitions and sources.
enum NewsNotes {
    /// For each fact that is stated: its printed form, exact value, base, and id.
    static func rows(_ news: News) -> [[String]] {
        let printing = FactPrinting(
            news.language, currency: news.facts.programme.currency, rounding: news.facts.rounding)
        return news.statedFacts.map { fact in
            [marked(fact, news.language), printing.exact(fact), base(fact, printing), fact.id]
        }
    }

    private static func marked(_ fact: Fact, _ language: Language) -> String {
        let provisional = language == .zh ? "（初步）" : " (provisional)"
        return fact.printed(language) + (fact.isProvisional ? provisional : "")
    }

    /// What the fact is held against, with its own exact value.
    private static func base(_ fact: Fact, _ printing: FactPrinting) -> String {
        guard let base = fact.base else { return "" }
        let words = printing.words
        let isChinese = words.language == .zh
        let period =
            switch base.period {
            case .quarter(let quarter): words.quarter(quarter)
            case .yearToDate(let quarter): words.span(through: quarter)
            case .cumulative(_, let quarter): (isChinese ? "至" : "to ") + words.day(quarter.lastDay)
            }
        let vintage = base.vintage.map { isChinese ? "第\($0.number)版，" : "version \($0.number), " } ?? ""
        var shown = fact
        shown.value = base.value
        // A base is a level, whatever was made of it; that of a difference of shares is a share.
        shown.kind = fact.kind == .shareChange ? .share : .level
        let value = printing.exact(shown)
        let count = base.count.map { isChinese ? "，比较\($0)个" : ", of \($0)" } ?? ""
        return period + (isChinese ? "：" : ": ") + vintage + value + count + others(fact, words)
    }

    /// Among which quarters the base of a record is the highest or lowest.
    private static func others(_ fact: Fact, _ words: SpokenWords) -> String {
        guard let others = fact.base?.others else { return "" }
        let since = words.quarter(others.since)
        let isHighest = fact.kind == .highest
        return words.language == .zh
            ? "，是自\(since)起其他\(others.count)个季度中\(isHighest ? "最高" : "最低")的"
            : ", the \(isHighest ? "highest" : "lowest") of the \(others.count) other quarters since \(since)"
    }

    /// What must stand beside the figures, each once.
    static func notes(_ news: News) -> [String] {
        var seen: Set<String> = []
        return news.statedFacts.compactMap { $0.note?(news.language) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The sentences that define the figures, each once.
    static func definitions(_ news: News) -> [String] {
        let stated = Set(news.statedFacts.flatMap(\.definitions))
        return news.facts.definitions.filter { stated.contains($0.key) }.map { $0.text(news.language) }
    }

    static func sources(_ news: News) -> [String] {
        let isChinese = news.language == .zh
        let stated = Set(news.statedFacts.flatMap(\.sources))
        return news.facts.sources.filter { stated.contains($0.key) }.flatMap { source -> [String] in
            switch source {
            case .run(let run):
                let inputs = run.inputs.map { input in
                    (isChinese ? "输入文件 " : "Input ") + input.name
                        + (input.sha256.map { (isChinese ? "，SHA-256：" : ", SHA-256 ") + $0 } ?? "")
                }
                let pipeline =
                    isChinese
                    ? "流程文件 \(run.pipelineFile.name)，SHA-256：\(run.pipelineFile.sha256)；程序 aidstats \(run.version)"
                    : "Pipeline file \(run.pipelineFile.name), SHA-256 \(run.pipelineFile.sha256); program aidstats "
                        + run.version
                return inputs + [pipeline]
            case .vintage(let vintage, let origin):
                let words = SpokenWords(news.language)
                let day = words.day(vintage.publishedOn)
                let from: String =
                    if case .imported(let sha256) = origin {
                        isChinese ? "，录自印出的数字，文件 SHA-256：\(sha256)" : ", from printed figures, SHA-256 \(sha256)"
                    } else { "" }
                return [
                    isChinese
                        ? "\(words.quarter(vintage.quarter))第\(vintage.number)版，\(day)公布\(from)"
                        : "\(words.quarter(vintage.quarter)), version \(vintage.number), published on \(day)\(from)"
                ]
            }
        }
    }
}
