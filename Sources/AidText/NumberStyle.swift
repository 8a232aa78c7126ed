/// How numbers are printed: exactly with thousands commas, and short in the units of a language.
///
/// Every number is an integer with an implied point, `decimals` digits from the
/// right; nothing passes through floating point.
package struct NumberStyle: Sendable {
    /// Powers of ten with a name, ascending.
    package let units: [(exponent: Int, name: String)]

    package static let chinese = NumberStyle(units: [(4, "万"), (8, "亿"), (12, "万亿")])
    package static let english = NumberStyle(units: [(6, " million"), (9, " billion"), (12, " trillion")])

    /// The exact number: `135,000,000.00` for 13500000000 with two decimals.
    ///
    /// - Parameter hasCommas: whether commas part thousands.
    package static func exact(_ number: Int128, decimals: Int = 0, hasCommas: Bool = true) -> String {
        // From the last digit to the first; no number of 128 bits has more than 39 digits.
        var text: [UInt8] = []
        text.reserveCapacity(40 + 13 + max(decimals - 38, 0))
        var rest = number.magnitude
        var short = UInt64(truncatingIfNeeded: rest)
        func digit() -> UInt8 {
            // Nearly every number is short, and dividing long ones takes long.
            guard rest > UInt64.max else {
                defer { short /= 10 }
                return 0x30 + UInt8(short % 10)
            }
            defer {
                rest /= 10
                short = UInt64(truncatingIfNeeded: rest)
            }
            return 0x30 + UInt8(rest % 10)
        }
        if decimals > 0 {
            for _ in 0..<decimals { text.append(digit()) }
            text.append(UInt8(ascii: "."))
        }
        var wholeCount = 0
        repeat {
            if hasCommas, wholeCount > 0, wholeCount.isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
            text.append(digit())
            wholeCount += 1
        } while short > 0 || rest > UInt64.max
        if number < 0 { text.append(UInt8(ascii: "-")) }
        text.reverse()
        return String(decoding: text, as: UTF8.self)
    }

    /// The number in its unit with up to two decimals, rounded half up: `1.35亿`;
    /// nil where it is smaller than the first unit, and so best printed exactly.
    ///
    /// The unit is chosen after rounding: 9999.996万 is 1亿.
    package func short(_ number: Int128, decimals: Int = 0) -> String? {
        chosen(number.magnitude, decimals, .halfUp).map {
            (number < 0 ? "-" : "") + NumberStyle.trimmed(hundredths: $0.hundredths) + $0.unit.name
        }
    }

    /// The largest unit of which there is one after rounding, and how many hundredths of it there are.
    func chosen(
        _ magnitude: UInt128, _ decimals: Int, _ rounding: Rounding
    ) -> (hundredths: UInt128, unit: (exponent: Int, name: String))? {
        guard let first = units.first, magnitude >= NumberStyle.power(first.exponent + decimals) else { return nil }
        func rounded(to unit: (exponent: Int, name: String)) -> UInt128 {
            rounding.quotient(magnitude, by: NumberStyle.power(unit.exponent + decimals - 2))
        }
        var chosen = (hundredths: rounded(to: first), unit: first)
        for unit in units.dropFirst() {
            guard chosen.hundredths >= 100 * NumberStyle.power(unit.exponent - chosen.unit.exponent) else { break }
            chosen = (rounded(to: unit), unit)
        }
        return chosen
    }

    static func trimmed(hundredths: UInt128) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return String(whole) + "." + (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
    }
}
