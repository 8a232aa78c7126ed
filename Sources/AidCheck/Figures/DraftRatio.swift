/// An exact quotient of two integers.
struct DraftRatio: Sendable, Hashable {
    let numerator: Int128
    /// Above 0.
    let denominator: Int128

    init(_ numerator: Int128, over denominator: Int128 = 1) {
        self.numerator = numerator
        self.denominator = denominator
    }

    var negated: DraftRatio { DraftRatio(-numerator, over: denominator) }

    /// Below, at or above a number in the units of `DraftBounds`: −1, 0 or 1.
    func compare(scaled: Int128) -> Int {
        // One of the products may go beyond 128 bits, so both are taken in 256.
        DraftRatio.compare(
            numerator.multipliedFullWidth(by: DraftBounds.one), scaled.multipliedFullWidth(by: denominator))
    }

    func compare(_ other: DraftRatio) -> Int {
        DraftRatio.compare(
            numerator.multipliedFullWidth(by: other.denominator), other.numerator.multipliedFullWidth(by: denominator))
    }

    private static func compare(
        _ left: (high: Int128, low: UInt128), _ right: (high: Int128, low: UInt128)
    ) -> Int {
        if left.high != right.high { return left.high < right.high ? -1 : 1 }
        if left.low != right.low { return left.low < right.low ? -1 : 1 }
        return 0
    }
}

/// From one quotient to another, both included.
struct DraftRatioRange: Sendable, Hashable {
    var lowest: DraftRatio
    var highest: DraftRatio

    var exactly: DraftRatio? { lowest.compare(highest) == 0 ? lowest : nil }

    var negated: DraftRatioRange { DraftRatioRange(lowest: highest.negated, highest: lowest.negated) }
}
