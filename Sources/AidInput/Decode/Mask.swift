/// Hides personal data in what is shown of a field.
///
/// A first and a last character are enough for a person to find the line; more would
/// narrow an ID down to a few thousand dates of birth.
package enum Mask {
    /// The longest text shown; a longer one is cut in its middle.
    private static let lengthLimit = 24

    /// A text of which only the first and the last character are shown, if it has three or more.
    package static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let characters = Array(String(decoding: bytes, as: UTF8.self))
        guard characters.count >= 3, let first = characters.first, let last = characters.last else {
            return String(repeating: "*", count: characters.count)
        }
        let stars = String(repeating: "*", count: min(characters.count, lengthLimit) - 2)
        return String(first) + stars + String(last)
    }

    /// A date or an amount as it stands, if it looks like one: its digits come in runs of
    /// eight at most, and ten where only `-`, `/`, `.` or a blank divide them, so that it is
    /// no document and no telephone number, and all the rest are the signs of dates and
    /// amounts. Else masked as any text.
    package static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let dividers: Set<Character> = ["-", "/", ".", " "]
        let signs: Set<Character> = [":", ",", "¥", "￥", "元", "年", "月", "日", "+", "T", "Z"]
        let characters = Array(String(decoding: bytes, as: UTF8.self))
        var run = 0
        var dividedRun = 0
        for character in characters {
            if character.isASCII, character.isNumber {
                run += 1
                dividedRun += 1
            } else if dividers.contains(character) {
                run = 0
            } else if signs.contains(character) {
                run = 0
                dividedRun = 0
            } else {
                return text(bytes)
            }
            if run > 8 || dividedRun > 10 { return text(bytes) }
        }
        return characters.count <= lengthLimit ? String(characters) : text(bytes)
    }
}
