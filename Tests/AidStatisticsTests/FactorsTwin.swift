import AidModel

@testable import AidStatistics

/// What a change comes from in the plainest way: every order of the factors, each moved after the other.
enum FactorsTwin {
    struct Fraction: Comparable {
        var numerator: Int128
        /// Above 0.
        var denominator: Int128

        init(_ numerator: Int128, _ denominator: Int128 = 1) {
            var (a, b) = (numerator.magnitude, denominator.magnitude)
            while b != 0 { (a, b) = (b, a % b) }
            let common = Int128(max(a, 1))
            (self.numerator, self.denominator) = (numerator / common, denominator / common)
        }

        static func + (lhs: Fraction, rhs: Fraction) -> Fraction {
            Fraction(
                lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator, lhs.denominator * rhs.denominator)
        }
        static func - (lhs: Fraction, rhs: Fraction) -> Fraction { lhs + Fraction(-rhs.numerator, rhs.denominator) }
        static func * (lhs: Fraction, rhs: Fraction) -> Fraction {
            Fraction(lhs.numerator * rhs.numerator, lhs.denominator * rhs.denominator)
        }
        static func < (lhs: Fraction, rhs: Fraction) -> Bool { (lhs - rhs).numerator < 0 }

        var floor: Int128 {
            let quotient = numerator / denominator
            return numerator % denominator < 0 ? quotient - 1 : quotient
        }
    }

    static func parts(of measure: Measure, from base: Figures, to now: Figures) -> [Fraction] {
        guard base.recipientCount > 0, now.recipientCount > 0 else {
            return [Fraction(now[measure] - base[measure]), Fraction(0), Fraction(0)]
        }
        func factors(_ figures: Figures) -> [Fraction] {
            let (people, claims) = (Int128(figures.recipientCount), Int128(figures.personTimeCount))
            return [Fraction(people), Fraction(claims, people), Fraction(figures[measure], claims)]
        }
        let (then, after) = (factors(base), factors(now))
        var parts = [Fraction](repeating: Fraction(0), count: 3)
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            var moved = then
            for factor in order {
                let before = moved[0] * moved[1] * moved[2]
                moved[factor] = after[factor]
                parts[factor] = parts[factor] + (moved[0] * moved[1] * moved[2] - before) * Fraction(1, 6)
            }
        }
        return parts
    }

    /// Down, then one more wherever most was cut off, until they add up.
    static func rounded(_ parts: [Fraction]) -> [Int128] {
        var rounded = parts.map(\.floor)
        let whole = parts.reduce(Fraction(0), +).floor
        var rests = zip(parts, rounded).map { $0 - Fraction($1) }
        while rounded.reduce(0, +) < whole {
            var place = 0
            for other in 1..<3 where rests[place] < rests[other] { place = other }
            rounded[place] += 1
            rests[place] = Fraction(-1)
        }
        return rounded
    }
}
