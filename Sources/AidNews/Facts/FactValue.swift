package import AidModel

/// What is known of a fact's figure, before any rounding.
package enum FactValue: Sendable, Hashable {
    /// In the fact's unit.
    case exactly(Int128)
    /// A figure that is known as it was printed, rounded, alone; in the fact's unit.
    case between(FigureRange)
    /// An exact quotient: a percent of 152,200 ÷ 833,600, an average of fen ÷ persons.
    case ratio(ExactRatio)
    case none(WhyNone)

    /// Why there is no figure.
    package enum WhyNone: String, Sendable, Hashable, CaseIterable {
        /// One of the two periods has no data.
        case absent
        /// The base is 0.
        case zero
        /// The base is withheld to protect people.
        case suppressed
        /// The base is known only as it was rounded for print.
        case rounded
    }

    /// A range, which is a single figure where both ends are the same.
    package init(_ range: FigureRange) {
        self = range.exactly.map { .exactly($0) } ?? .between(range)
    }

    /// All that it can be, where it counts in whole units.
    package var range: FigureRange? {
        switch self {
        case .exactly(let value): FigureRange(exactly: value)
        case .between(let range): range
        case .ratio, .none: nil
        }
    }
}

/// A quotient of two integers, not reduced, so that both can be told.
package struct ExactRatio: Sendable, Hashable {
    package let numerator: Int128
    /// Above 0.
    package let denominator: Int128

    /// Both are below 10^37, so that nothing that is computed for print overflows.
    private static let limit: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000_000

    /// nil where the denominator is not above 0, or where either is beyond what fits.
    package init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator > 0, max(numerator.magnitude, denominator.magnitude) < ExactRatio.limit else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Without its sign.
    var magnitude: ExactRatio { numerator < 0 ? ExactRatio(-numerator, over: denominator) ?? self : self }

    /// The same quotient in lowest terms.
    var reduced: (numerator: Int128, denominator: Int128) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return (numerator / Int128(a), denominator / Int128(a))
    }
}
