/// A part of a whole, from 0 to 1, as an exact fraction in lowest terms.
///
/// It is read from the digits as written, never through floating point, so that
/// `0.1%` of 1,000 records is one record and not nearly one.
package struct ExactShare: Sendable, Hashable {
    package let numerator: Int
    package let denominator: Int

    /// Why a text is no share.
    enum Problem: Error, Equatable {
        case notANumber
        case aboveOne
        /// A number alone: `0.1` may mean 0.1%, or the tenth part.
        ///
        /// - Parameters:
        ///   - percent: what it is if the sign was forgotten.
        ///   - fraction: what it is as it stands, in percent; nil: more than all.
        case withoutSign(percent: String, fraction: String?)
    }

    /// Reads `0.1%`, `100%` or `0`, with at most nine digits on either side of the point.
    init(_ text: String) throws(Problem) {
        var digits = text[...]
        guard let last = digits.last, last == "%" || last == "％" else {
            let percent = try ExactShare(digits, of: 100)
            let fraction = try? ExactShare(digits, of: 1)
            guard percent.numerator == 0 else {
                throw .withoutSign(percent: percent.percentText, fraction: fraction?.percentText)
            }
            self = percent
            return
        }
        digits.removeLast()
        while digits.last == " " { digits.removeLast() }
        try self.init(digits, of: 100)
    }

    /// - Parameter whole: what all is.
    private init(_ digits: Substring, of whole: Int) throws(Problem) {
        var denominator = whole
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

    /// Parts of 10,000; nil: it has more than two decimals of a percent.
    var tenThousandths: Int? {
        let parts = Int128(numerator) * 10_000
        return parts % Int128(denominator) == 0 ? Int(parts / Int128(denominator)) : nil
    }

    /// The share as people write it, to its last digit: `0.1%`.
    package var percentText: String {
        var (whole, rest) = (Int128(numerator) * 100).quotientAndRemainder(dividingBy: Int128(denominator))
        var text = "\(whole)"
        if rest > 0 { text += "." }
        // The denominator divides a power of ten.
        while rest > 0 {
            (whole, rest) = (rest * 10).quotientAndRemainder(dividingBy: Int128(denominator))
            text += "\(whole)"
        }
        return text + "%"
    }

    /// The largest part of a whole that is not more than this share.
    package func largestPart(of whole: Int) -> Int {
        Int(Int128(whole) * Int128(numerator) / Int128(denominator))
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
