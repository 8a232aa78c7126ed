/// Walks over a short text of digits and separators.
struct DigitReader {
    private let text: ByteView
    private(set) var position = 0

    init(_ text: ByteView) {
        self.text = text
    }

    var isAtEnd: Bool { position == text.count }

    /// The next byte, 0 at the end.
    var peek: UInt8 { position < text.count ? text[position] : 0 }

    mutating func skip(_ count: Int) {
        position += count
    }

    /// Skips a text if it stands here.
    mutating func skip(_ expected: StaticString) -> Bool {
        guard text.begins(with: expected, at: position) else { return false }
        position += expected.utf8CodeUnitCount
        return true
    }

    /// Reads a number that has so many digits; all of them if they are fewer than the
    /// most allowed. Nothing is read where there are too few.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, position + count < text.count {
            let digit = text[position + count] &- UInt8(ascii: "0")
            if digit > 9 { break }
            value = value * 10 + Int(digit)
            count += 1
        }
        guard count >= digits.lowerBound else { return nil }
        position += count
        return value
    }

    /// Reads all digits that stand here, nine at most; nil: there are none, or more.
    mutating func digits() -> (value: Int, count: Int)? {
        var end = self
        guard let value = end.number(digits: 1...9), end.peek &- UInt8(ascii: "0") > 9 else { return nil }
        let count = end.position - position
        self = end
        return (value, count)
    }

    /// Skips blanks of any width, no-break ones too.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    mutating func skipBlanks() -> Bool {
        let start = position
        while skip(" ") || skip("\u{A0}") || skip("\u{3000}") || skip("\u{2009}") || skip("\u{202F}") {}
        return position > start
    }

    /// Skips a sign of ASCII, or the same one at full width.
    mutating func skipMark(_ mark: UInt8) -> Bool {
        if peek == mark {
            skip(1)
            return true
        }
        // U+FF01 … U+FF5E, in the order of ASCII.
        guard mark > 0x20, position + 2 < text.count, text[position] == 0xEF else { return false }
        let code = Int(mark) - 0x20
        guard text[position + 1] == 0xBC + UInt8(code / 64), text[position + 2] == 0x80 + UInt8(code % 64) else {
            return false
        }
        skip(3)
        return true
    }

    /// Skips a hyphen, a minus sign or a dash of any kind.
    mutating func skipDash() -> Bool {
        if skipMark(UInt8(ascii: "-")) || skip("\u{2212}") || skip("\u{FE63}") || skip("\u{FE58}") { return true }
        // U+2010 … U+2015
        guard position + 2 < text.count, text[position] == 0xE2, text[position + 1] == 0x80,
            (0x90...0x95).contains(text[position + 2])
        else { return false }
        skip(3)
        return true
    }

    /// Skips a word of ASCII, whatever the case of its letters.
    ///
    /// - Parameter word: in small letters.
    mutating func skipWord(_ word: StaticString) -> Bool {
        guard text.count - position >= word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = text[position + offset]
            let lowered = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
            if lowered != word.utf8Start[offset] { return false }
        }
        skip(word.utf8CodeUnitCount)
        return true
    }
}
