/// What the words around a printed number make of it, and how far that may be from the exact figure.
///
/// The tolerance is written here once. `step` is what the last digit that is not a zero is worth, so
/// 98万 has a step of 1万 and 90万 one of 10万.
///
/// | words | exact figure |
/// | --- | --- |
/// | none | rounds to the number: at most half a step away |
/// | 余, 多 | above the number, by less than a step |
/// | 超, 逾, 以上, more than | above the number, by less than a step; by more, up to a tenth of the number, is loose |
/// | 近, nearly | below the number, by less than a step and no more than a tenth of the number |
/// | 不足, 以下, under | below the number, by less than a step |
/// | 约, 左右, about | at most a step, and no more than a tenth of the number, away |
enum DraftHedge: String, Sendable, Hashable {
    case none
    /// 余, 多: that much, and some more.
    case andMore
    /// 超, 逾, 以上.
    case above
    /// 近.
    case below
    /// 不足, 以下.
    case under
    /// 约, 左右.
    case around

    /// All exact figures of which a hedged number may be said.
    func accepted(_ value: Int128, step: Int128) -> DraftBounds {
        switch self {
        case .none: DraftBounds(lowest: value - step / 2, highest: value + step / 2)
        case .andMore, .above: DraftBounds(lowest: value, highest: value + step, isLowestOut: true, isHighestOut: true)
        case .below:
            DraftBounds(
                lowest: value - min(step, value / 10), highest: value, isLowestOut: step <= value / 10,
                isHighestOut: true)
        case .under: DraftBounds(lowest: value - step, highest: value, isLowestOut: true, isHighestOut: true)
        case .around: DraftBounds(lowest: value - min(step, value / 10), highest: value + min(step, value / 10))
        }
    }

    /// What is true to the letter, but says less than a reader would think; nil: nothing besides.
    func loose(_ value: Int128, step: Int128) -> DraftBounds? {
        self == .above ? DraftBounds(lowest: value, highest: value + max(step, value / 10), isLowestOut: true) : nil
    }

    // Longer words before those that they begin with.
    static let before: [(word: String, hedge: DraftHedge)] = [
        ("不少于", .above), ("不低于", .above), ("至少", .above), ("超过", .above), ("突破", .above), ("超出", .above),
        ("高达", .none), ("多达", .none), ("超", .above), ("逾", .above), ("不到", .under), ("不足", .under),
        ("将近", .below), ("接近", .below), ("近", .below), ("大约", .around), ("大概", .around), ("约为", .around),
        ("约合", .around), ("约", .around), ("上", .above),
    ]
    static let beforeInEnglish: [(word: String, hedge: DraftHedge)] = [
        ("more than", .above), ("at least", .above), ("in excess of", .above), ("over", .above), ("above", .above),
        ("exceeding", .above), ("exceeded", .above), ("passed", .above), ("topped", .above), ("less than", .under),
        ("fewer than", .under), ("close to", .below), ("under", .under),
        ("nearly", .below), ("almost", .below), ("below", .under), ("about", .around), ("around", .around),
        ("roughly", .around), ("approximately", .around), ("some", .around),
    ]
    static let after: [(word: String, hedge: DraftHedge)] = [
        ("左右", .around), ("上下", .around), ("以上", .above), ("以下", .under), ("有余", .andMore), ("余", .andMore),
        ("多", .andMore),
    ]
}

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
