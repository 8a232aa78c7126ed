/// Hides personal data in what is shown of a field.
///
/// A first and a last character are enough for a person to find the line; more would
/// narrow an ID down to a few thousand dates of birth.
package enum Mask {
    /// The longest text shown; a longer one is cut in its middle.
    private static let lengthLimit = 24

    /// A text of which only the first and the last character are shown, if it has three or more.
    package static func text(_ bytes: ByteView) -> String {
        if bytes.count >= 3, bytes.allSatisfy({ $0 < 0x80 }) {
            // Nearly all are, and there may be many.
            var shown = [UInt8](repeating: UInt8(ascii: "*"), count: min(bytes.count, lengthLimit))
            shown[0] = bytes[0]
            shown[shown.count - 1] = bytes[bytes.count - 1]
            return String(decoding: shown, as: UTF8.self)
        }
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        guard scalars.count >= 3, let first = scalars.first, let last = scalars.last else {
            return String(repeating: "*", count: scalars.count)
        }
        let stars = String(repeating: "*", count: min(scalars.count, lengthLimit) - 2)
        return String(Character(first)) + stars + String(Character(last))
    }

    /// A date or an amount as it stands, if it looks like one: it has eight digits at most, or
    /// is a year, a month, a day and a time of fourteen, and all the rest are the signs of
    /// dates and amounts. A document or a telephone number has more digits. Else masked as
    /// any text.
    package static func number(_ bytes: ByteView) -> String {
        // A spreadsheet's number of a day, with the time behind its point, is nobody's.
        if let date = SerialDay(bytes), date.isUsual { return String(decoding: bytes, as: UTF8.self) }
        let string = String(decoding: bytes, as: UTF8.self)
        let scalars = Array(string.unicodeScalars)
        let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
        let digitCount = scalars.count(where: isDigit)
        let signs = "-/.:, ¥￥元年月日+TZ".unicodeScalars
        guard scalars.count <= lengthLimit, scalars.allSatisfy({ isDigit($0) || signs.contains($0) }) else {
            return text(bytes)
        }
        let isMoment =
            digitCount <= 14 && scalars.count > 4 && scalars[..<4].allSatisfy(isDigit)
            && "-/.年".unicodeScalars.contains(scalars[4]) && scalars.contains(":")
        return digitCount <= 8 || isMoment ? string : text(bytes)
    }
}
