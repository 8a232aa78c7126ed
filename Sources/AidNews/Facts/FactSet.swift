package import AidModel
package import AidText

/// All facts of one quarter's report, in an order that never changes, and what they stand on.
package struct FactSet: Sendable, Hashable {
    package let programme: Programme
    /// The quarter that the facts are about; some tell of earlier ones.
    package let quarter: Quarter
    package let isProvisional: Bool
    /// Whether the data hold quarters after it, of which no fact tells.
    package let hasLaterQuarters: Bool
    /// How figures were rounded for print.
    package let rounding: Rounding
    /// The sentences that define the figures, by key, in the order of the report.
    package let definitions: [Definition]
    package let sources: [FactSource]
    package let facts: [Fact]
    private let placeByID: [String: Int]

    package struct Definition: Sendable, Hashable {
        package let key: String
        package let text: BilingualText

        package init(key: String, text: BilingualText) {
            self.key = key
            self.text = text
        }
    }

    /// - Parameter facts: of facts with the same id the first counts.
    package init(
        programme: Programme, quarter: Quarter, isProvisional: Bool, hasLaterQuarters: Bool = false, rounding: Rounding,
        definitions: [Definition], sources: [FactSource], facts: consuming [Fact]
    ) {
        self.programme = programme
        self.quarter = quarter
        self.isProvisional = isProvisional
        self.hasLaterQuarters = hasLaterQuarters
        self.rounding = rounding
        self.definitions = definitions
        self.sources = sources
        var placeByID: [String: Int] = [:]
        placeByID.reserveCapacity(facts.count)
        // In place, since there may be a hundred thousand of them.
        facts.removeAll { fact in
            if placeByID[fact.id] != nil { return true }
            placeByID[fact.id] = placeByID.count
            return false
        }
        self.facts = facts
        self.placeByID = placeByID
    }

    /// The fact with an id; nil: there is none.
    package subscript(id: String) -> Fact? {
        placeByID[id].map { facts[$0] }
    }

    package subscript(id: FactID) -> Fact? { self[id.text] }

    /// The sentences that define a fact.
    package func definitions(of fact: Fact) -> [BilingualText] {
        fact.definitions.compactMap { key in definitions.first { $0.key == key }?.text }
    }

    /// The same with further facts and what they stand on, such as those of earlier vintages.
    package func adding(_ facts: [Fact], sources: [FactSource]) -> FactSet {
        FactSet(
            programme: programme, quarter: quarter, isProvisional: isProvisional, hasLaterQuarters: hasLaterQuarters,
            rounding: rounding,
            definitions: definitions, sources: self.sources + sources.filter { !self.sources.contains($0) },
            facts: self.facts + facts)
    }
}
