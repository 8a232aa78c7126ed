/// The p% rule: a sum of money is hidden where whoever has the second most of it could tell, to within p percent, how
/// much the one has who has the most.
///
/// Source: the prior-posterior ambiguity rule of official statistics with no prior knowledge (Hundepool et al.,
/// *Statistical Disclosure Control*, 2012, chapter 4): what all others have must come to p percent of the largest.
package struct PPercentRule: Sendable, Hashable {
    /// p percent as a fraction, above 0 and no more than 1.
    package let numerator: Int
    package let denominator: Int
    /// The same as it is written: `10%`.
    package let text: String

    package init(numerator: Int, denominator: Int, text: String) {
        precondition(numerator > 0 && numerator <= denominator, "no share")
        self.numerator = numerator
        self.denominator = denominator
        self.text = text
    }

    /// - Parameters:
    ///   - total: minor units, not below the sum of the other two.
    ///   - largest: what the one has who has the most; 0: nobody has anything.
    ///   - second: what the next one has.
    func isDominated(total: Int128, _ largest: Int128, _ second: Int128) -> Bool {
        let others = (total - largest - second).multipliedFullWidth(by: Int128(denominator))
        let needed = largest.multipliedFullWidth(by: Int128(numerator))
        return (others.high, others.low) < (needed.high, needed.low)
    }

    /// p percent of an amount that is not below 0, rounded down.
    func part(of amount: Int128) -> Int128 {
        let product = amount.multipliedFullWidth(by: Int128(numerator))
        return Int128(denominator).dividingFullWidth((product.high, product.low)).quotient
    }
}
