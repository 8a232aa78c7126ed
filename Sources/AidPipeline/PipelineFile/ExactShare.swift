/// A part of a whole, from 0 to 1, as an exact fraction in lowest terms.
///
/// It is read from the digits as written, never through floating point, so that
/// `0.1%` of 1,000 records is one record and not nearly one.
package struct ExactShare: Sendable, Hashable {
    package let numerator: Int
    package let denominator: Int

    /// Why a text is no share.
    enum Problem: Error {
        case notANumber
        case aboveOne
    }

    /// Reads `0.1%`, `0.001`, `1` or `100%`, with at most nine digits on either side of the point.
    init(_ text: String) throws(Problem) {
        var digits = text[...]
        var denominator = 1
        if let last = digits.last, last == "%" || last == "％" {
            digits.removeLast()
            while digits.last == " " { digits.removeLast() }
            denominator = 100
        }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Self.number(parts[0]) else { throw .notANumber }
        var numerator = whole
        if parts.count == 2 {
            guard let fraction = Self.number(parts[1]) else { throw .notANumber }
            for _ in parts[1] {
                numerator *= 10
                denominator *= 10
            }
            numerator += fraction
        }
        guard numerator <= denominator else { throw .aboveOne }
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Whether `part` of `whole` is more than this share.
    package func isExceeded(by part: Int, of whole: Int) -> Bool {
        isExceeded(by: UInt128(part), of: UInt128(whole))
    }

    /// The same of numbers of any size.
    package func isExceeded(by part: UInt128, of whole: UInt128) -> Bool {
        let (partHigh, partLow) = part.multipliedFullWidth(by: UInt128(denominator))
        let (wholeHigh, wholeLow) = whole.multipliedFullWidth(by: UInt128(numerator))
        return (partHigh, partLow) > (wholeHigh, wholeLow)
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...9).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return Int(digits)
    }

    private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        second == 0 ? first : greatestCommonDivisor(second, first % second)
    }
}
