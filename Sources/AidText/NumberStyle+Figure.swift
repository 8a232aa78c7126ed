/// A number as it stands in a sentence, and what was lost.
package struct PrintedNumber: Sendable, Hashable {
    /// `98.58万`, without a unit of measure.
    package let text: String
    /// The number that is printed, in the smallest unit.
    package let value: Int128
    /// What the last printed digit is worth, in the number's smallest unit.
    package let step: Int128
}

/// A word that says that a printed number is not quite the figure.
///
/// N is the number that is printed, and the step is what the last digit of N is worth. A word is
/// right where the exact figure lies within the tolerance; a reader who takes it at the word, as
/// `PrintedFigure` does, gets a range with the figure in it.
///
/// | word | place | the exact figure is |
/// | --- | --- | --- |
/// | 余, 多 | 98万余, 98万多 | above N by a tenth of a step or more, below N + 1 step |
/// | 超, 逾 | 超98万, 逾98万 | above N, below N + 1 step |
/// | 近 | 近99万 | below N, by no more than half a step |
/// | 约 | 约99万 | not N, and no further from it than half a step |
///
/// N has no more digits than a person remembers: whole 万 or 亿 where there are ten of them or
/// more, else tenths; below 1万 the first two digits. A figure that is N needs no word and gets
/// none, and no figure gets two.
package enum Hedge: String, Sendable, Hashable, CaseIterable {
    case over = "余"
    case more = "多"
    case above = "超"
    case beyond = "逾"
    case nearly = "近"
    case about = "约"
}

extension NumberStyle {
    /// The number for a sentence: in its unit with up to two decimals and no zeros at their end; exact,
    /// where it is smaller than the first unit. Money that is exact has all its decimals or none: 134.80, 150.
    ///
    /// The unit is chosen after rounding: 9999.996万 is 1亿.
    ///
    /// - Parameters:
    ///   - number: in the smallest unit.
    ///   - decimals: digits of the smallest unit after the point.
    package func figure(_ number: Int128, decimals: Int, rounding: Rounding) -> PrintedNumber {
        let sign = number < 0 ? "-" : ""
        guard let chosen = chosen(number.magnitude, decimals, rounding) else {
            return PrintedNumber(text: sign + whole(number.magnitude, decimals: decimals), value: number, step: 1)
        }
        let step = Int128(NumberStyle.power(chosen.unit.exponent + decimals - 2))
        let value = Int128(chosen.hundredths) * step
        return PrintedNumber(
            text: sign + NumberStyle.trimmed(hundredths: chosen.hundredths) + chosen.unit.name,
            value: number < 0 ? -value : value, step: step)
    }

    /// Money without cents, as English papers print it from a thousand on; nil: it is less.
    package func withoutCents(_ number: Int128, decimals: Int, rounding: Rounding) -> PrintedNumber? {
        let one = Int128(NumberStyle.power(decimals))
        guard number.magnitude >= 1000 * one.magnitude else { return nil }
        let rounded = rounding.quotient(number, by: one) * one
        let printed = figure(rounded, decimals: decimals, rounding: rounding)
        return PrintedNumber(text: printed.text, value: rounded, step: max(printed.step, one))
    }

    /// The number in a unit that is not its own, such as that of the number beside it: `0.5 million`, `1,055,400`.
    ///
    /// - Parameter exponent: of one of `units`; 0: no unit, every digit.
    package func figure(_ number: Int128, decimals: Int, rounding: Rounding, in exponent: Int) -> String {
        let sign = number < 0 ? "-" : ""
        guard let unit = units.first(where: { $0.exponent == exponent }) else {
            return sign + whole(number.magnitude, decimals: decimals)
        }
        let hundredths = rounding.quotient(number.magnitude, by: NumberStyle.power(exponent + decimals - 2))
        return sign + written(hundredths, decimals: 2) + unit.name
    }

    /// The exponent of the unit in which `figure` prints a number; 0: it has none.
    package func exponent(of number: Int128, decimals: Int, rounding: Rounding) -> Int {
        chosen(number.magnitude, decimals, rounding)?.unit.exponent ?? 0
    }

    /// The number in tenths or whole ones of its unit with a word that is true of it; nil: the word would
    /// not be, or there is nothing to leave out.
    ///
    /// - Parameter number: not below 0.
    package func hedged(_ number: Int128, decimals: Int, _ hedge: Hedge) -> PrintedNumber? {
        guard let step = hedgeStep(number.magnitude, decimals) else { return nil }
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: step)
        guard rest != 0 else { return nil }
        let lower = whole * step
        let upper = lower + step
        let chosen: UInt128
        switch hedge {
        case .over, .more:
            guard rest >= step / 10 else { return nil }
            chosen = lower
        case .above, .beyond: chosen = lower
        case .nearly:
            guard upper - number.magnitude <= step / 2 else { return nil }
            chosen = upper
        case .about: chosen = number.magnitude - lower < upper - number.magnitude ? lower : upper
        }
        let text = plain(chosen, decimals)
        return PrintedNumber(text: placed(hedge, text), value: Int128(chosen), step: Int128(step))
    }

    /// What the last digit beside a word is worth; nil: every digit is shown anyway.
    private func hedgeStep(_ magnitude: UInt128, _ decimals: Int) -> UInt128? {
        if let unit = units.last(where: { magnitude >= NumberStyle.power($0.exponent + decimals) }) {
            let one = NumberStyle.power(unit.exponent + decimals)
            return magnitude >= one * 10 ? one : one / 10
        }
        let one = NumberStyle.power(decimals)
        guard magnitude >= one * 100 else { return nil }
        var step = one
        while magnitude >= step * 100 { step *= 10 }
        return step
    }

    /// A number that is exact in tenths of its unit.
    private func plain(_ magnitude: UInt128, _ decimals: Int) -> String {
        figure(Int128(magnitude), decimals: decimals, rounding: .halfUp).text
    }

    private func placed(_ hedge: Hedge, _ text: String) -> String {
        let isChinese = isChinese
        switch hedge {
        case .over, .more: return isChinese ? text + hedge.rawValue : "more than " + text
        case .above, .beyond: return (isChinese ? hedge.rawValue : "more than ") + text
        case .nearly: return (isChinese ? hedge.rawValue : "nearly ") + text
        case .about: return (isChinese ? hedge.rawValue : "about ") + text
        }
    }

    private var isChinese: Bool { units.first?.exponent == 4 }

    /// A number with decimals of which the zeros at the end go: `18.5`, `1.07`.
    package func decimal(_ number: Int128, decimals: Int) -> String {
        (number < 0 ? "-" : "") + written(number.magnitude, decimals: decimals)
    }

    /// The number with all its decimals, or with none where all are zero.
    private func whole(_ magnitude: UInt128, decimals: Int) -> String {
        let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: NumberStyle.power(decimals))
        return rest == 0
            ? NumberStyle.exact(Int128(whole), hasCommas: !isChinese)
            : NumberStyle.exact(Int128(magnitude), decimals: decimals, hasCommas: !isChinese)
    }

    /// The whole number, or with its decimals but for zeros at their end; English numbers have commas.
    private func written(_ magnitude: UInt128, decimals: Int) -> String {
        var (magnitude, decimals) = (magnitude, decimals)
        while decimals > 0, magnitude.isMultiple(of: 10) {
            magnitude /= 10
            decimals -= 1
        }
        return NumberStyle.exact(Int128(magnitude), decimals: decimals, hasCommas: !isChinese)
    }
}
