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
    package static func exact(_ number: Int128, decimals: Int = 0) -> String {
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = padded.dropLast(decimals)
        var text = number < 0 ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return decimals == 0 ? text : text + "." + padded.suffix(decimals)
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
