/// A length or a place in a chart, in tenths of a unit of its `viewBox`.
///
/// Charts are laid out in whole numbers, so that their bytes are the same on every machine.
struct Length: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral {
    var tenths: Int

    init(tenths: Int) {
        self.tenths = tenths
    }

    init(integerLiteral units: Int) {
        tenths = units * 10
    }

    init(_ units: Int) {
        tenths = units * 10
    }

    static func + (lhs: Length, rhs: Length) -> Length { Length(tenths: lhs.tenths + rhs.tenths) }
    static func - (lhs: Length, rhs: Length) -> Length { Length(tenths: lhs.tenths - rhs.tenths) }
    static prefix func - (length: Length) -> Length { Length(tenths: -length.tenths) }
    static func * (lhs: Length, factor: Int) -> Length { Length(tenths: lhs.tenths * factor) }
    /// Cut off to a whole tenth.
    static func / (lhs: Length, divisor: Int) -> Length { Length(tenths: lhs.tenths / divisor) }
    static func < (lhs: Length, rhs: Length) -> Bool { lhs.tenths < rhs.tenths }
}

extension Length: CustomStringConvertible {
    /// `12`, `12.5`, `-0.5`.
    var description: String {
        let (units, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + String(units) + (rest == 0 ? "" : "." + String(rest))
    }
}
