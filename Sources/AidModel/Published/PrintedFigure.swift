/// A figure as it was printed (`72.7万`, `9800万元`, `98万余人`), and what it says of the exact one.
///
/// Figures from before there were exports are known from print alone, and print rounds. What is
/// compared with them can be no more certain than they are, so each becomes the range of exact
/// figures that would have been printed like it.
///
/// | printed | precision | exact figure |
/// | --- | --- | --- |
/// | 72.7万 | the last digit written: 0.1万 | 726,500 … 727,499, rounding half away from zero |
/// | 9800万元 | 100万: without a point, zeros before 万 or 亿 may come of rounding | 97,500,000.00 … 98,499,999.99 |
/// | 985,800人 | one person: what is written out is taken at its word | 985,800 |
/// | 135,000,000元 | one yuan, the last digit written | 134,999,999.50 … 135,000,000.49 |
/// | 135,000,000.00元 | one fen | 135,000,000.00 |
/// | 98万余, 98余万, 超98万 | 1万 | from 980,000, below 990,000 |
/// | 近98万 | 1万 | above 970,000, to 980,000 |
/// | 约98万 | 1万 | 970,000 … 990,000, both included |
///
/// With such a word zeros at the end of a number written out do not count as precise either:
/// 3000余人 are 3,000 to 3,999. No figure is below zero.
package struct PrintedFigure: Sendable, Hashable {
    /// The number that was printed.
    ///
    /// - Units: persons; person-times; the currency's minor unit.
    package let value: Int128
    /// Everything that the exact figure can have been, in the same unit.
    package let range: FigureRange

    /// Figures are below this, so that what is computed from two of them fits.
    private static let limit: UInt128 = 1_000_000_000_000_000_000_000_000_000_000

    /// - Parameter precision: to how many of the measure's smallest unit the figure was rounded,
    ///   where that is known; nil: it is told from the print, as above.
    package init(
        _ text: String, measure: Measure, currency: Currency, precision: Int128? = nil
    ) throws(PrintedFigureProblem) {
        let printed = try PrintedText(text, measure: measure, currency: currency)
        let (magnitude, lastPlace) = try PrintedFigure.scale(
            printed, measure, minorDigits: measure == .amount ? currency.minorDigits : 0)
        var step = lastPlace
        if let precision {
            guard precision > 0, magnitude.isMultiple(of: precision.magnitude) else {
                throw PrintedFigureProblem(.otherPrecision, measure)
            }
            step = precision.magnitude
        } else if printed.fractionCount == nil, printed.exponent != nil || printed.hedge != .none {
            var digits = printed.digits
            while digits != 0, digits.isMultiple(of: 10) {
                digits /= 10
                step *= 10
            }
        }
        guard step < PrintedFigure.limit else { throw PrintedFigureProblem(.tooLarge, measure) }
        value = Int128(magnitude)
        range = PrintedFigure.range(value, step: Int128(step), printed.hedge)
    }

    /// The number in the measure's smallest unit, and what its last digit is worth.
    private static func scale(
        _ printed: PrintedText, _ measure: Measure, minorDigits: Int
    ) throws(PrintedFigureProblem) -> (magnitude: UInt128, lastPlace: UInt128) {
        let shift = (printed.exponent ?? 0) + minorDigits - (printed.fractionCount ?? 0)
        var magnitude = printed.digits
        guard shift < 0 else {
            // At most 12 + 4 digits.
            let lastPlace = power(shift)
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: lastPlace)
            guard !overflow, product < limit else { throw PrintedFigureProblem(.tooLarge, measure) }
            return (product, lastPlace)
        }
        // Decimals beyond the smallest unit say nothing if they are zeros, else something impossible.
        for _ in shift..<0 {
            guard magnitude.isMultiple(of: 10) else { throw PrintedFigureProblem(.tooFine, measure) }
            magnitude /= 10
        }
        guard magnitude < limit else { throw PrintedFigureProblem(.tooLarge, measure) }
        return (magnitude, 1)
    }

    private static func range(_ value: Int128, step: Int128, _ hedge: PrintedText.Hedge) -> FigureRange {
        let (lowest, highest) =
            switch hedge {
            // Half a step below still rounds up; half a step above no longer rounds down.
            case .none: (value - step / 2, value + (step - 1) / 2)
            case .above: (value, value + step - 1)
            case .below: (value - step + 1, value)
            case .around: (value - step, value + step)
            }
        return FigureRange(lowest: max(0, lowest), highest: highest)
    }

    private static func power(_ exponent: Int) -> UInt128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
