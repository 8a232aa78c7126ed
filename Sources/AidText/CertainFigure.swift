package import AidModel

/// What is certain of a figure, as text with not one digit more.
///
/// | known | statement | bounds |
/// | --- | --- | --- |
/// | 985,800 | `985,800` | – |
/// | 726,500 … 727,499 | `约72.7万`: both ends round to it | `72.65万～72.75万`, rounded outwards |
/// | 258,251 … 259,349 | `约26万`: to 25.9万 one end does not | `25.82万～25.94万` |
/// | −499 … 500 | – | `-499～+500` |
package struct CertainFigure: Sendable, Hashable {
    /// The figure itself; where it is rounded, the finest print to which all that it can be
    /// rounds; nil where no digit is certain.
    package let statement: String?
    /// Both ends, rounded outwards by less than a tenth of what lies between them; nil: it is exact.
    package let bounds: String?
    /// Whether the statement has one digit alone, and so says much less than the bounds: 约4000万 of
    /// 3600万～3800万.
    package let isCoarse: Bool

    /// - Parameters:
    ///   - decimals: digits after the point: those of the currency for money, else 0.
    ///   - isSigned: whether a rise has a plus sign.
    package init(_ range: FigureRange, decimals: Int, language: Language, isSigned: Bool = false) {
        let style: NumberStyle =
            switch language {
            case .zh: .chinese
            case .en: .english
            }
        self.init(range, FigureForm(style: style, decimals: decimals, suffix: "", isSigned: isSigned), language)
    }

    /// The value of one measure, in units of which a sentence has one.
    package init(
        _ range: FigureRange, _ measure: Measure, _ currency: Currency, language: Language, isSigned: Bool = false
    ) {
        self.init(range, decimals: measure.decimals(currency), language: language, isSigned: isSigned)
    }

    /// A change in percent.
    ///
    /// - Parameter percent: in hundredths of a percent.
    package init(percent: FigureRange, language: Language) {
        self.init(
            percent, FigureForm(style: NumberStyle(units: []), decimals: 2, suffix: "%", isSigned: true), language)
    }

    private init(_ range: FigureRange, _ form: FigureForm, _ language: Language) {
        guard range.exactly == nil else {
            statement = form.exact(range.lowest)
            bounds = nil
            isCoarse = false
            return
        }
        let (about, to) =
            switch language {
            case .zh: ("约", "～")
            case .en: ("about ", " to ")
            }
        let certain = CertainFigure.certain(range)
        statement = certain.map { about + form.rounded($0) }
        isCoarse = certain.map { $0.multiple.magnitude < 10 } ?? false
        let ends = CertainFigure.bounds(range)
        bounds = form.bound(ends.lowest) + to + form.bound(ends.highest)
    }

    /// The multiple of the smallest power of ten to which both ends round; nil: only to zero.
    private static func certain(_ range: FigureRange) -> Rounded? {
        for step in 0..<NumberStyle.digitLimit {
            let power = NumberStyle.power(step)
            let lowest = range.lowest.dividedHalfAway(by: power)
            let highest = range.highest.dividedHalfAway(by: power)
            if lowest == highest { return lowest == 0 ? nil : Rounded(multiple: lowest, step: step) }
        }
        return nil
    }

    /// Both ends in multiples of one power of ten, which goes ten times into the range.
    ///
    /// Zeros that both have at their end go. An end that would become zero has a power of its own.
    private static func bounds(_ range: FigureRange) -> (lowest: Rounded, highest: Rounded) {
        let width = range.highest - range.lowest + 1
        let step = (1..<NumberStyle.digitLimit).last { Int128(NumberStyle.power($0)) * 10 <= width } ?? 0
        var lowest = bound(range.lowest, step: step) { $0.dividedDown(by: $1) }
        var highest = bound(range.highest, step: step) { $0.dividedUp(by: $1) }
        if lowest.step != highest.step { return (lowest.trimmed, highest.trimmed) }
        while lowest.endsInZero, highest.endsInZero {
            lowest.coarsen()
            highest.coarsen()
        }
        return (lowest, highest)
    }

    private static func bound(_ end: Int128, step: Int, divide: (Int128, Int128) -> Int128) -> Rounded {
        var step = step
        while true {
            let multiple = divide(end, Int128(NumberStyle.power(step)))
            if multiple != 0 || end == 0 { return Rounded(multiple: multiple, step: step) }
            step -= 1
        }
    }
}

/// A multiple of a power of ten.
private struct Rounded {
    var multiple: Int128
    var step: Int

    var endsInZero: Bool { multiple.isMultiple(of: 10) }

    /// The same number in multiples of the next power.
    mutating func coarsen() {
        multiple /= 10
        step += 1
    }

    /// The number without zeros at its end.
    var trimmed: Rounded {
        var trimmed = self
        while trimmed.multiple != 0, trimmed.endsInZero { trimmed.coarsen() }
        return trimmed
    }
}

/// How one kind of figure is printed.
private struct FigureForm {
    var style: NumberStyle
    var decimals: Int
    var suffix: String
    var isSigned: Bool

    func exact(_ value: Int128) -> String {
        sign(value) + NumberStyle.exact(value, decimals: decimals) + suffix
    }

    func rounded(_ rounded: Rounded) -> String {
        sign(rounded.multiple) + style.rounded(rounded.multiple, step: rounded.step, decimals: decimals) + suffix
    }

    func bound(_ end: Rounded) -> String {
        end.multiple == 0 ? "0" + suffix : rounded(end)
    }

    private func sign(_ value: Int128) -> String {
        isSigned && value > 0 ? "+" : ""
    }
}

extension NumberStyle {
    /// Powers of ten below this fit with room to spare.
    fileprivate static let digitLimit = 37
}

extension Int128 {
    fileprivate func dividedHalfAway(by power: UInt128) -> Int128 {
        let (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: power)
        let rounded = Int128(quotient + (rest >= power - rest ? 1 : 0))
        return self < 0 ? -rounded : rounded
    }

    fileprivate func dividedDown(by power: Int128) -> Int128 {
        let (quotient, rest) = quotientAndRemainder(dividingBy: power)
        return rest < 0 ? quotient - 1 : quotient
    }

    fileprivate func dividedUp(by power: Int128) -> Int128 {
        let (quotient, rest) = quotientAndRemainder(dividingBy: power)
        return rest > 0 ? quotient + 1 : quotient
    }
}
