extension Unicode.Scalar {
    /// Whether the character shows nothing by itself: a control, a line separator,
    /// a direction mark, a joiner. With these a text can seem to be another one.
    var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: properties.isNoncharacterCodePoint
        }
    }
}

/// A number in upper-case hexadecimal, with zeros in front up to a width.
func hexadecimal(_ number: UInt32, width: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
