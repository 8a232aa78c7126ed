/// Finds texts that go out as they are, before anyone looks at their characters one by one.
///
/// Nearly all text is ASCII without marks, or Chinese. What is found here to be plain is so by the exact rules of
/// every writer; what is not, those rules decide.
struct PlainText: Sendable {
    /// Plain is what shows something or is a blank.
    static let ascii = PlainText(except: "")

    /// A bit for each byte below 64, and for each up to 127, that is plain.
    private let low: UInt64
    private let high: UInt64

    /// - Parameter marks: characters of ASCII that a writer must look at.
    init(except marks: String) {
        var (low, high) = (UInt64.max << 0x20, UInt64.max >> 1)
        for mark in marks.utf8 {
            if mark < 64 { low &= ~(1 << UInt64(mark)) } else { high &= ~(1 << UInt64(mark & 63)) }
        }
        self.low = low
        self.high = high
    }

    /// Whether a text is plain from its first byte to its last.
    func holds(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let byte = bytes[index]
                if byte < 0x80 {
                    guard (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 == 1 else { return false }
                    index += 1
                } else {
                    // Strings of Swift are valid UTF-8, so a character never ends beyond the text.
                    guard byte >= 0xE2, byte < 0xF0,
                        PlainText.isPlain(byte, bytes[index + 1], bytes[index + 2])
                    else { return false }
                    index += 3
                }
            }
            return true
        } ?? false
    }

    /// Whether a character of three bytes is of those of which all are seen (`isSeen`): U+2010 to U+2027, Chinese from
    /// U+3001 on but for the filler U+3164, and full-width forms.
    private static func isPlain(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        case 0xE4...0xED: true
        case 0xE3: !(second == 0x80 && third == 0x80) && !(second == 0x85 && third == 0xA4)
        case 0xE2: second == 0x80 && (0x90...0xA7).contains(third)
        case 0xEF: second == 0xBC && third > 0x80 || second == 0xBD || second == 0xBE && third < 0xA0
        default: false
        }
    }
}
