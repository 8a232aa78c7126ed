package import AidModel
import AidText

/// What a newsroom can print of a quarter, each figure with its fact.
package struct News: Sendable, Hashable {
    package let facts: FactSet
    package let language: Language
    private let statements: [NewsStatement]
    package let headline: NewsText
    package let deck: NewsText
    package let lead: NewsText
    package let body: [NewsText]

    /// - Throws: where a template is none, or says what it may not.
    package init(_ facts: FactSet, _ templates: NewsTemplates) throws(NewsProblem) {
        self.facts = facts
        language = templates.language
        statements = templates.statements
        for part in NewsTemplates.Part.allCases {
            let findings = templates.findings(part)
            if !findings.isEmpty { throw NewsProblem(part: part, findings: findings) }
        }
        var values = NewsValues(facts, templates)
        let root = values.root()
        let spans = values.spans
        func paragraphs(_ part: NewsTemplates.Part) throws(NewsProblem) -> [NewsText] {
            guard let template = try? Template(NewsSpans.marked(templates[part]), escaping: .none) else {
                throw NewsProblem(part: part, findings: [])
            }
            return spans.paragraphs(template.filled(with: root), language: templates.language)
        }
        func one(_ part: NewsTemplates.Part) throws(NewsProblem) -> NewsText {
            let space = SpokenWords(templates.language).sentenceSpace
            let paragraphs = try paragraphs(part)
            return NewsText(
                spans: Array(paragraphs.map(\.spans).joined(separator: space.isEmpty ? [] : [.words(space)])))
        }
        headline = try one(.headline)
        deck = try one(.deck)
        lead = try one(.lead)
        body = try paragraphs(.body)
    }

    /// All texts, in the order in which they are read.
    package var texts: [NewsText] { [headline, deck, lead] + body }

    /// The facts that the texts state, each once, in the order in which they are read.
    package var statedFacts: [Fact] {
        var seen: Set<String> = []
        return texts.flatMap(\.factIDs).filter { seen.insert($0).inserted }.compactMap { facts[$0] }
    }

    /// The statements of the pipeline file that the texts tell, each once, in the order in which they are read.
    package var toldStatements: [NewsStatement] {
        var seen: Set<String> = []
        return texts.flatMap(\.statementIDs).filter { seen.insert($0).inserted }
            .compactMap { id in statements.first { $0.id == id } }
    }
}

/// A template that cannot be used.
package struct NewsProblem: Error, Sendable, Hashable {
    package let part: NewsTemplates.Part
    package let findings: [TemplateFinding]
}
