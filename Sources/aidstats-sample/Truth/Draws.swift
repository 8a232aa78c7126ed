/// Numbers that look random, each a function of the seed, of what it is for, and of an index.
///
/// Nothing is drawn in sequence, so that any claim can be worked out by itself,
/// at any time, and nothing needs to be kept.
///
/// - Source: the output function of SplitMix64 by S. Vigna, twice.
struct Draws {
    enum Purpose: UInt64 {
        case amount = 1
        case care, district, basis
        case name, employer, hospital, identity
        case window, order, slot, edit
        case personForm, claimForm, dateForm, amountForm, otherForm
        case benchPerson, benchAmount
        case stayPerson, stayDay, stayNights, stayRate, stayCause, stayTrouble
        case membershipDay, membershipUnion, membershipKind
    }

    let seed: UInt64

    func number(_ purpose: Purpose, _ index: Int) -> UInt64 {
        let stream = Draws.finalised(seed &+ purpose.rawValue &* 0xD1B5_4A32_D192_ED03)
        return Draws.finalised(stream &+ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A number from 0 up to, but not including, `limit`.
    func below(_ limit: Int, _ purpose: Purpose, _ index: Int) -> Int {
        Int(number(purpose, index).multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// Whether something that happens once in `frequency` times happens here.
    func once(in frequency: Int, _ purpose: Purpose, _ index: Int) -> Bool {
        below(frequency, purpose, index) == 0
    }

    private static func finalised(_ value: UInt64) -> UInt64 {
        // The products are meant to wrap: only their bits matter.
        var bits = value &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// A rearrangement of the numbers from 0 up to `count`, without a table.
struct Shuffle {
    let count: Int
    private let multiplier: Int
    private let offset: Int

    /// - Parameter count: from 1 to 2^31, so that the product fits.
    init(count: Int, draws: Draws, index: Int) {
        self.count = count
        offset = draws.below(count, .order, index)
        var candidate = count / 3 + draws.below(count / 3 + 1, .window, index) + 1
        while Shuffle.greatestCommonDivisor(candidate, count) != 1 { candidate += 1 }
        multiplier = candidate
    }

    func callAsFunction(_ index: Int) -> Int {
        (index * multiplier + offset) % count
    }

    private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
