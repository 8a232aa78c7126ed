@testable import AidCheck

/// A text as it is read, for the tests of numerals: half-width, without the layout's blanks.
///
/// ⏎ is a line that the layout broke, ␣ a gap that parts columns.
struct NumeralSample {
    let reader: NumeralReader

    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        var gaps: [ReadText.Gap] = []
        var gap = ReadText.Gap.none
        let plain = CleanText(Array(text.unicodeScalars)).scalars
        for (index, scalar) in plain.enumerated() {
            switch scalar {
            case "⏎": gap = .line
            case "␣": gap = .wide
            case " ":
                if gap == .none { gap = .blank }
                // A blank between two ASCII characters stays.
                guard let before = scalars.last, before.isASCII, index + 1 < plain.count, plain[index + 1].isASCII,
                    plain[index + 1] != "\n"
                else { continue }
                scalars.append(" ")
                gaps.append(gap)
                gap = .none
            default:
                scalars.append(scalar)
                gaps.append(gap)
                gap = .none
            }
        }
        reader = NumeralReader(scalars: scalars, gaps: gaps)
    }

    var numerals: [Numeral] { reader.numerals(in: 0..<reader.scalars.count) }

    /// Each numeral as `text|unit|value|step`, and what else there is to say of it, joined by ` ; `.
    var shown: String { numerals.map(shown).joined(separator: " ; ") }

    private func shown(_ numeral: Numeral) -> String {
        var text = "\(NumeralSample.text(reader.scalars[numeral.range]))|\(numeral.unit)"
        text += "|\(NumeralSample.plain(numeral.value))|\(NumeralSample.plain(numeral.step))"
        if numeral.hedge != .none { text += "|\(numeral.hedge)" }
        if let upper = numeral.upper { text += "|to \(NumeralSample.plain(upper))" }
        if numeral.sign != 0 { text += "|sign \(numeral.sign)" }
        if numeral.isOrdinal { text += "|ordinal" }
        return text
    }

    static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// In whole units, decimals as far as there are any.
    static func plain(_ value: Int128) -> String {
        let (whole, rest) = value.quotientAndRemainder(dividingBy: DraftBounds.one)
        if rest == 0 { return String(whole) }
        var digits = String(String(DraftBounds.one + rest).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
