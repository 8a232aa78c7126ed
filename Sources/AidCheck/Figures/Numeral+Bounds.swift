extension Numeral {
    /// What the words around a number make of it.
    ///
    /// How far the exact value may be from the number `v` is written here once. A step `s` is what the last digit
    /// that is not a zero is worth: 98万 has one of 1万, 90万 one of 10万. Where a point is written, its zeros count.
    ///
    /// | hedge | words | exact value | reason |
    /// | --- | --- | --- | --- |
    /// | none | | `v - s/2 ... v + s/2` | it rounds to the number, and a half is rounded either way |
    /// | andMore | 余, 多, 强 | `v ..< v + s` | more than a step would have been the next number |
    /// | above | 超, 逾, 突破, 过, more than | `v` and anything above | it is true of all above; far above is a remark |
    /// | atLeast | 至少, 不少于, 以上, at least, + | `v` and anything above | the same, and the law counts 以上 in |
    /// | below | 近, 将近, nearly | down from `v` by less than a step, and than a tenth of `v` | 近100 of 51 is a step off, and no reader would take it so |
    /// | under | 不足, 不到, under | `v/2 ..< v` | true of anything below; but whoever tells a number tells one of the same size, so below half of it something else is meant; of 不足0.01% anything above zero |
    /// | upTo | 不超过, 以下, 以内, up to | `v/2 ... v` | the same; the law counts 以下 in |
    /// | around | 约, 左右, about | a step either way, at most a tenth | as for 近, either way |
    ///
    /// A value that rounds to the number never makes 近 or 余 wrong, so both take in the number itself.
    /// Of a range, 98万至99万 or 数千, all from end to end is accepted; around widens either end as above.
    enum Hedge: Sendable, Hashable {
        case none
        case andMore
        case above
        case atLeast
        case below
        case under
        case upTo
        case around

        /// What two words say together: 超300余人, 约300多人.
        ///
        /// The press writes both where one would do. The word before says from where the number is seen; 约 says
        /// less than 余 does, and words that contradict each other say no more than that the number is near.
        func combined(with after: Hedge) -> Hedge {
            if self == .none || self == after { return after }
            switch (self, after) {
            case (_, .none): return self
            case (.around, .andMore), (.around, .atLeast): return after
            case (.above, _), (.atLeast, _): return self
            case (.below, .andMore), (.below, .around), (.below, .atLeast): return .around
            default: return self
            }
        }
    }

    /// All exact values of which it may be said, without its sign.
    var accepted: DraftBounds {
        let near = min(step, value / 10)
        if let upper {
            switch hedge {
            case .around: return DraftBounds(lowest: value - near, highest: upper + min(step, upper / 10))
            case .above, .atLeast: return DraftBounds(lowest: value, highest: .endless)
            default: return DraftBounds(lowest: value, highest: upper)
            }
        }
        switch hedge {
        case .none: return DraftBounds(lowest: value - step / 2, highest: value + step / 2)
        case .andMore: return DraftBounds(lowest: value, highest: value + step, isHighestOut: true)
        case .above, .atLeast: return DraftBounds(lowest: value, highest: .endless)
        case .below: return DraftBounds(lowest: value - near, highest: value, isLowestOut: step <= value / 10)
        case .under:
            // 不足0.01%: below the last decimal no number of the same size can be printed.
            let isLeast = value == step && value < DraftBounds.one
            return DraftBounds(
                lowest: isLeast ? 0 : value / 2, highest: value, isLowestOut: isLeast, isHighestOut: true)
        case .upTo: return DraftBounds(lowest: value / 2, highest: value)
        case .around: return DraftBounds(lowest: value - near, highest: value + near)
        }
    }

    /// Whether an exact value is so far above what 超 or 以上 says that a reader would be misled: by more than a
    /// step and more than a tenth of the number.
    func isFarAbove(_ exact: DraftRatio) -> Bool {
        guard hedge == .above || hedge == .atLeast else { return false }
        let top = upper ?? value
        return exact.compare(scaled: top + max(step, top / 10)) > 0
    }
}

extension Int128 {
    /// Above every value that a text can name: those stay below 10^36.
    static let endless = Int128.max / 4
}
