import AidModel

/// Bands of a number: years of age, or an amount in minor units.
///
///     bounds    │ 18 │ 30 │           bands   <18 │ 18–29 │ ≥30
///
/// A band holds its lower bound, and not its upper one, which begins the next.
package struct GroupBands: Sendable, Hashable {
    /// Ascending, none below 0.
    package let bounds: [Int64]
    /// One more than there are bounds.
    let names: [[UInt8]]

    /// - Parameters:
    ///   - bounds: ascending, none below 0.
    ///   - decimals: how many digits of a number stand behind its point.
    package init(_ bounds: [Int64], decimals: Int = 0) {
        func text(_ number: Int64) -> String { GroupBands.text(number, decimals: decimals) }
        self.bounds = bounds
        var names = ["<" + (bounds.first.map(text) ?? "")]
        for (index, bound) in bounds.enumerated() {
            guard index + 1 < bounds.count else {
                names.append("≥" + text(bound))
                continue
            }
            let last = bounds[index + 1] - 1
            names.append(last == bound ? text(bound) : text(bound) + "–" + text(last))
        }
        self.names = names.map { Array($0.utf8) }
    }

    /// The place of the band that a number lies in.
    @inline(__always)
    func place(of number: Int64) -> Int {
        var place = 0
        while place < bounds.count, bounds[place] <= number { place &+= 1 }
        return place
    }

    /// A number with its decimals, or without them where they are nothing.
    private static func text(_ number: Int64, decimals: Int) -> String {
        let unit = (0..<decimals).reduce(Int64(1)) { unit, _ in unit * 10 }
        let (whole, rest) = number.quotientAndRemainder(dividingBy: unit)
        guard rest != 0 else { return String(whole) }
        let digits = String(rest)
        return "\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
    }
}

extension GroupBands {
    /// A bound as a pipeline file writes it (`100`, `99.5`), in units of so many decimals; nil where it has more, or
    /// is no number.
    package static func bound(_ text: String, decimals: Int) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = { (part: Substring) in part.utf8.allSatisfy { ($0 &- UInt8(ascii: "0")) < 10 } }
        guard let whole = parts.first, (1...12).contains(whole.utf8.count),
            parts.allSatisfy({ !$0.isEmpty && digits($0) })
        else { return nil }
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        while fraction.utf8.count > decimals, fraction.last == "0" { fraction.removeLast() }
        guard fraction.utf8.count <= decimals else { return nil }
        return Int64(whole + fraction + String(repeating: "0", count: decimals - fraction.utf8.count))
    }
}
