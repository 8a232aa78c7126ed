import AidInput
import Testing

@Suite("Rule 1: clean") struct FieldCleanerTests {
    private func clean(_ text: String) -> String {
        var cleaner = FieldCleaner()
        return Array(text.utf8).withUnsafeBufferPointer { String(decoding: cleaner.clean($0), as: UTF8.self) }
    }

    /// All that Unicode calls white space, and the mark that spreadsheets leave behind.
    private static let spaces =
        (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.properties.isWhitespace) + ["\u{FEFF}"]

    @Test("White space goes at both ends, of every kind, full-width space included; within the text it stays")
    func whiteSpace() {
        #expect(Self.spaces.contains("\u{3000}") && Self.spaces.count == 26)
        for scalar in Self.spaces {
            let space = String(scalar)
            let comment: Comment = "U+\(String(scalar.value, radix: 16))"
            #expect(clean(space) == "", comment)
            #expect(clean(space + space + "a" + space) == "a", comment)
            #expect(clean(space + "甲" + space + "乙" + space + space) == "甲" + space + "乙", comment)
            #expect(clean("=\"" + space + "1" + space + "\"" + space) == "1", comment)
            #expect(clean(space + "'" + space + "1") == "1", comment)
        }
    }

    @Test("What is no white space stays, its neighbours by their bytes too")
    func noWhiteSpace() {
        for scalar
            in "\u{200B}\u{180E}\u{84}\u{86}\u{9F}\u{A1}\u{2007}x\u{200C}\u{2027}\u{202E}\u{2030}\u{205E}\u{2060}\u{2FFF}\u{3001}\u{FEFE}\u{1F}\u{08}\u{0E}中𠂇😀"
            .unicodeScalars where !Self.spaces.contains(scalar)
        {
            let text = String(scalar)
            #expect(Array(clean(text).unicodeScalars) == [scalar], "U+\(String(scalar.value, radix: 16))")
            #expect(clean(" " + text + "\u{3000}") == text)
        }
    }

    @Test(
        "A spreadsheet's text guards go",
        arguments: [
            ("=\"0012\"", "0012"), ("=\"\"", ""), ("'0012", "0012"), ("'", ""), ("''1", "'1"), ("=\"'1\"", "1"),
            ("=\"a\"b\"", "a\"b"),
            (" =\" 12 \" ", "12"), ("=12", "=12"), ("=\"12", "=\"12"), ("=12\"", "=12\""), ("\"12\"", "\"12\""),
            ("12'", "12'"),
            ("=\"", "=\""), ("==\"1\"", "==\"1\""), ("=\"=\"1\"\"", "=\"1\""),
        ])
    func guards(text: String, expected: String) {
        #expect(clean(text) == expected)
    }

    @Test("Full-width digits and letters become half-width, and nothing else does")
    func halfWidth() {
        for scalar in (UInt32(0xFF00)...0xFFEF).compactMap(Unicode.Scalar.init) {
            let isLetter =
                (0xFF10...0xFF19).contains(scalar.value) || (0xFF21...0xFF3A).contains(scalar.value)
                || (0xFF41...0xFF5A).contains(scalar.value)
            let half = isLetter ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            #expect(
                clean("甲" + String(scalar) + "1") == "甲" + String(half) + "1", "U+\(String(scalar.value, radix: 16))")
        }
        #expect(clean("９９０１０１ｘ") == "990101x")
        #expect(clean("ＨＺ００１中、2") == "HZ001中、2")
        #expect(clean("=\"１２\"") == "12")
        #expect(clean(String(repeating: "１", count: 5000)) == String(repeating: "1", count: 5000))
    }

    @Test func emptyStaysEmpty() {
        #expect(clean("") == "")
    }

    @Test("One cleaner cleans a long field after a short one, and a short one after it")
    func isUsedAgain() {
        var cleaner = FieldCleaner()
        for text in ["１", String(repeating: "２甲", count: 700), "３", "", "4"] {
            let expected = text.map { String($0.wholeNumberValue.map(String.init) ?? String($0)) }.joined()
            let cleaned = Array(text.utf8).withUnsafeBufferPointer {
                String(decoding: cleaner.clean($0), as: UTF8.self)
            }
            #expect(cleaned == expected)
        }
    }
}
