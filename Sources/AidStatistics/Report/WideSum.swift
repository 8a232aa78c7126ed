/// A sum of products that may be wider than 128 bits, so that fractions can be compared exactly.
///
/// Money has at most 127 bits and each of five factors at most 64, so that no sum of a dozen products overflows.
struct WideSum {
    private var above = WideMagnitude(0)
    private var below = WideMagnitude(0)

    /// Adds money × all factors.
    mutating func add(_ money: Int128, _ factors: [UInt64]) {
        var product = WideMagnitude(money.magnitude)
        for factor in factors { product.multiply(by: factor) }
        if money < 0 { below.add(product) } else { above.add(product) }
    }

    /// The quotient rounded down, and the rest, from 0 and less than the divisor; nil: the quotient does not fit.
    ///
    /// - Parameter divisors: whose product divides; none is 0.
    func divided(by divisors: [UInt64]) -> (quotient: Int128, rest: WideMagnitude)? {
        let isBelow = above < below
        var rest = isBelow ? below : above
        rest.subtract(isBelow ? above : below)
        // Rounded down by one after the other is rounded down by all.
        var magnitude = rest
        for divisor in divisors { magnitude.divide(by: divisor) }
        guard let narrow = magnitude.narrow, let quotient = Int128(exactly: narrow), quotient < Int128.max else {
            return nil
        }
        var product = WideMagnitude(narrow)
        var divisor = WideMagnitude(1)
        for factor in divisors {
            product.multiply(by: factor)
            divisor.multiply(by: factor)
        }
        rest.subtract(product)
        guard isBelow else { return (quotient, rest) }
        guard rest != WideMagnitude(0) else { return (-quotient, rest) }
        divisor.subtract(rest)
        return (-quotient - 1, divisor)
    }
}

/// A whole number from 0 of up to 512 bits.
struct WideMagnitude: Comparable {
    /// The lowest first.
    private var limbs = [UInt64](repeating: 0, count: 8)

    init(_ value: UInt128) {
        limbs[0] = UInt64(truncatingIfNeeded: value)
        limbs[1] = UInt64(truncatingIfNeeded: value >> 64)
    }

    /// nil: it has more than 128 bits.
    var narrow: UInt128? {
        limbs[2...].allSatisfy { $0 == 0 } ? UInt128(limbs[1]) << 64 | UInt128(limbs[0]) : nil
    }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for place in limbs.indices {
            let product = UInt128(limbs[place]) * UInt128(factor) + UInt128(carry)
            limbs[place] = UInt64(truncatingIfNeeded: product)
            carry = UInt64(product >> 64)
        }
        precondition(carry == 0)
    }

    /// Rounds down.
    mutating func divide(by divisor: UInt64) {
        var rest: UInt64 = 0
        for place in limbs.indices.reversed() {
            (limbs[place], rest) = divisor.dividingFullWidth((rest, limbs[place]))
        }
    }

    mutating func add(_ other: WideMagnitude) {
        var carry: UInt64 = 0
        for place in limbs.indices {
            let sum = UInt128(limbs[place]) + UInt128(other.limbs[place]) + UInt128(carry)
            limbs[place] = UInt64(truncatingIfNeeded: sum)
            carry = UInt64(sum >> 64)
        }
        precondition(carry == 0)
    }

    /// - Parameter other: no more than this.
    mutating func subtract(_ other: WideMagnitude) {
        var isBorrowed = false
        for place in limbs.indices {
            let (one, isBelow) = limbs[place].subtractingReportingOverflow(other.limbs[place])
            let (two, isFarBelow) = one.subtractingReportingOverflow(isBorrowed ? 1 : 0)
            limbs[place] = two
            isBorrowed = isBelow || isFarBelow
        }
        precondition(!isBorrowed)
    }

    static func < (lhs: WideMagnitude, rhs: WideMagnitude) -> Bool {
        for place in lhs.limbs.indices.reversed() where lhs.limbs[place] != rhs.limbs[place] {
            return lhs.limbs[place] < rhs.limbs[place]
        }
        return false
    }
}
