/// One figure in the units in which it may be told, so that a paragraph has one unit for figures of a kind.
///
/// A reader who meets 985,800 people and 1.06 million payments in a sentence has to reckon. Chinese, where 万 and 亿 stand
/// side by side in print, has no need of this.
struct FigureForms: Sendable {
    enum Kind: Sendable, CaseIterable {
        /// People and payments.
        case count
        case money
    }

    let kind: Kind
    /// Without a sign, in the smallest unit.
    let magnitude: Int128
    /// Digits of the smallest unit after the point.
    let decimals: Int
    /// The exponent of the unit in which it is told by itself.
    let own: Int
    /// The text by the exponent of its unit; 0: every digit.
    let texts: [Int: String]

    /// The unit for all figures of a kind in a paragraph; nil: each has its own, which is the same.
    ///
    /// Counts lose no digits, so the smallest unit among them is that of all. Money is told in the largest of which
    /// even the smallest sum is a tenth: 135 million and 0.5 million yuan.
    static func unit(_ figures: [FigureForms]) -> Int? {
        let figures = figures.filter { $0.magnitude != 0 }
        let units = Set(figures.map(\.own)).sorted()
        guard units.count > 1, let first = figures.first, let smallest = figures.map(\.magnitude).min() else {
            return nil
        }
        guard first.kind == .money else { return units[0] }
        func tenth(_ exponent: Int) -> Int128 {
            (0..<max(exponent + first.decimals - 1, 0)).reduce(Int128(1)) { power, _ in power * 10 }
        }
        let candidates = first.texts.keys.filter { $0 <= units[units.count - 1] }
        return candidates.filter { smallest >= tenth($0) }.max() ?? units[0]
    }
}
