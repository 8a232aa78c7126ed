package import AidModel
import AidText

/// What is said of a fact outside of sentences: what it is of, its exact value, and what it is held against.
package struct FactWording: Sendable {
    let set: FactSet
    let language: Language
    let printing: FactPrinting
    let labels: NewsLabels

    package init(_ set: FactSet, _ language: Language) {
        self.set = set
        self.language = language
        printing = FactPrinting(language, currency: set.programme.currency, rounding: set.rounding)
        labels = NewsLabels(language: language)
    }

    /// Every digit of its value: `985,800人`, `152,200 ÷ 833,600 × 100%`.
    package func exact(_ fact: Fact) -> String { printing.exact(fact) }

    /// `2022年第二季度：833,600人`; nil: it is held against nothing.
    package func base(_ fact: Fact) -> String? {
        fact.base.map { base in
            var shown = fact
            shown.value = base.value
            // A base is a level, whatever was made of it; that of a difference of shares is a share.
            shown.kind =
                fact.kind == .shareChange ? .share : fact.measure.perThousand == nil ? .level : .average
            return labels.base(base, exact: printing.exact(shown), isHighest: fact.kind == .highest)
        }
    }

    /// What it stands on, a line each.
    package func sources(_ fact: Fact) -> [String] {
        set.sources.filter { fact.sources.contains($0.key) }.flatMap(labels.lines)
    }
}
