/// A sum of fractions of any width, so that it can be rounded once from its exact value.
///
/// Rates of age bands have the members of each band for a denominator; their sum has the product of all.
struct WideFraction: Equatable {
    private var numerator = WholeNumber(0)
    private var denominator = WholeNumber(1)

    init() {}

    /// Adds the product of some factors ÷ a divisor.
    ///
    /// - Parameter divisor: above 0.
    mutating func add(_ factors: [UInt64], over divisor: UInt64) {
        var product = denominator
        for factor in factors { product.multiply(by: factor) }
        guard product != WholeNumber(0) else { return }
        numerator.multiply(by: divisor)
        numerator.add(product)
        denominator.multiply(by: divisor)
    }

    /// The whole ÷ a further divisor, rounded half up; nil: it does not fit.
    func rounded(over divisor: UInt64) -> Int128? {
        var whole = denominator
        whole.multiply(by: divisor)
        guard let (quotient, rest) = numerator.divided(by: whole), quotient < UInt128(Int128.max) else { return nil }
        var doubled = rest
        doubled.multiply(by: 2)
        return Int128(quotient) + (doubled < whole ? 0 : 1)
    }
}

/// A whole number from 0 of any width.
struct WholeNumber: Comparable {
    /// The lowest first; none of the highest is 0.
    private var limbs: [UInt64]

    init(_ value: UInt64) {
        limbs = value == 0 ? [] : [value]
    }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for place in limbs.indices {
            let product = UInt128(limbs[place]) * UInt128(factor) + UInt128(carry)
            limbs[place] = UInt64(truncatingIfNeeded: product)
            carry = UInt64(product >> 64)
        }
        if carry > 0 { limbs.append(carry) }
        if factor == 0 { limbs = [] }
    }

    mutating func add(_ other: WholeNumber) {
        var carry: UInt64 = 0
        for place in 0..<max(limbs.count, other.limbs.count) {
            if place == limbs.count { limbs.append(0) }
            let sum =
                UInt128(limbs[place]) + UInt128(place < other.limbs.count ? other.limbs[place] : 0) + UInt128(carry)
            limbs[place] = UInt64(truncatingIfNeeded: sum)
            carry = UInt64(sum >> 64)
        }
        if carry > 0 { limbs.append(carry) }
    }

    /// - Parameter other: no more than this.
    private mutating func subtract(_ other: WholeNumber) {
        var isBorrowed = false
        for place in limbs.indices {
            let part = place < other.limbs.count ? other.limbs[place] : 0
            let (one, isBelow) = limbs[place].subtractingReportingOverflow(part)
            let (two, isFarBelow) = one.subtractingReportingOverflow(isBorrowed ? 1 : 0)
            limbs[place] = two
            isBorrowed = isBelow || isFarBelow
        }
        precondition(!isBorrowed)
        while limbs.last == 0 { limbs.removeLast() }
    }

    /// The quotient rounded down, and the rest, bit by bit; nil: the quotient has more than 128 bits.
    ///
    /// - Parameter divisor: above 0.
    func divided(by divisor: WholeNumber) -> (quotient: UInt128, rest: WholeNumber)? {
        var multiples = [divisor]
        while multiples[multiples.count - 1] <= self {
            guard multiples.count <= 128 else { return nil }
            var next = multiples[multiples.count - 1]
            next.multiply(by: 2)
            multiples.append(next)
        }
        var rest = self
        var quotient: UInt128 = 0
        for multiple in multiples.reversed() {
            quotient <<= 1
            guard multiple <= rest else { continue }
            rest.subtract(multiple)
            quotient |= 1
        }
        return (quotient, rest)
    }

    static func < (lhs: WholeNumber, rhs: WholeNumber) -> Bool {
        if lhs.limbs.count != rhs.limbs.count { return lhs.limbs.count < rhs.limbs.count }
        for place in lhs.limbs.indices.reversed() where lhs.limbs[place] != rhs.limbs[place] {
            return lhs.limbs[place] < rhs.limbs[place]
        }
        return false
    }
}
