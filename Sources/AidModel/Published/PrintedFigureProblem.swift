/// Why a printed figure cannot be read, and what was expected in its place.
///
/// It does not hold the text: what was taken for a figure may be anything, an ID number too.
package struct PrintedFigureProblem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        case notUnderstood
        /// Thousands commas that do not stand before every three digits.
        case badGrouping
        /// The unit of another measure: 人 where person-times are asked for.
        case otherUnit
        /// Part of a person, or of the currency's minor unit.
        case tooFine
        case tooLarge
        /// A precision of which the figure is no multiple.
        case otherPrecision
    }

    package let kind: Kind
    package let measure: Measure

    package init(_ kind: Kind, _ measure: Measure) {
        self.kind = kind
        self.measure = measure
    }
}
