/// From where to where a figure may lie.
///
/// - Units: hundred-millionths of a person, a person-time, a unit of money, a percent, or of one (倍).
struct DraftBounds: Sendable, Hashable {
    /// What one whole is in these units.
    static let one: Int128 = 100_000_000

    var lowest: Int128
    var highest: Int128
    /// Whether the end itself is out.
    var isLowestOut = false
    var isHighestOut = false

    init(lowest: Int128, highest: Int128, isLowestOut: Bool = false, isHighestOut: Bool = false) {
        self.lowest = lowest
        self.highest = highest
        self.isLowestOut = isLowestOut
        self.isHighestOut = isHighestOut
    }

    /// Whether a quotient, not in these units but in whole ones, lies between them.
    func contains(_ value: DraftRatio) -> Bool {
        meets(DraftRatioRange(lowest: value, highest: value))
    }

    /// Whether some value of a range lies between them.
    func meets(_ range: DraftRatioRange) -> Bool {
        let above = range.highest.compare(scaled: lowest)
        let below = range.lowest.compare(scaled: highest)
        return (isLowestOut ? above > 0 : above >= 0) && (isHighestOut ? below < 0 : below <= 0)
    }
}
