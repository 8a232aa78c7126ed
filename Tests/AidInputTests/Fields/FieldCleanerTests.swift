import AidInput
import Testing

@Suite("Rule 1: clean") struct FieldCleanerTests {
    private func clean(_ text: String, as meaning: FieldCleaner.Meaning = .key) -> String {
        cleanAndNote(text, as: meaning).text
    }

    private func cleanAndNote(
        _ text: String, as meaning: FieldCleaner.Meaning = .key
    ) -> (text: String, isNoted: Bool) {
        var cleaner = FieldCleaner()
        let cleaned = text.utf8.withByteView {
            String(decoding: cleaner.clean($0, as: meaning), as: UTF8.self)
        }
        return (cleaned, cleaner.tookOutInvisible)
    }

    /// All that Unicode calls white space.
    private static let spaces = scalars.filter(\.properties.isWhitespace)
    private static let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
    private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint
    }

    @Test("White space goes at both ends, of every kind, full-width space included; within the text it stays")
    func whiteSpace() {
        #expect(Self.spaces.contains("\u{3000}") && Self.spaces.count == 25)
        for scalar in Self.spaces {
            let space = String(scalar)
            let comment: Comment = "U+\(String(scalar.value, radix: 16))"
            let inner = Self.isControl(scalar) ? "" : space
            #expect(clean(space) == "", comment)
            #expect(clean(space + space + "a" + space) == "a", comment)
            #expect(clean(space + "甲" + space + "乙" + space + space) == "甲" + inner + "乙", comment)
            #expect(clean("甲" + space + "乙" + space, as: .number) == "甲" + space + "乙", comment)
            #expect(!cleanAndNote(space + "'" + space + "1" + space).isNoted, comment)
            #expect(!cleanAndNote(space + "1" + space, as: .number).isNoted, comment)
            #expect(clean("=\"" + space + "1" + space + "\"" + space) == "1", comment)
            #expect(clean(space + "'" + space + "1") == "1", comment)
        }
    }

    @Test("What cannot be seen goes out of a key wherever it stands, and nothing else does")
    func invisible() {
        var count = 0
        for scalar in Self.scalars {
            let isInvisible = Self.isControl(scalar) || Self.isIgnorable(scalar)
            // Each has neighbours that are like it in their first bytes.
            guard isInvisible || scalar.value % 64 < 2 || scalar.value < 0x3400 || scalar.value >= 0xFD00 else {
                continue
            }
            let text = "é" + String(scalar) + "1"
            let isFullWidth = [0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A].contains { $0.contains(scalar.value) }
            if isFullWidth { continue }
            let cleaned = cleanAndNote(text)
            let isRight =
                Array(cleaned.text.unicodeScalars) == Array((isInvisible ? "é1" : text).unicodeScalars)
                && cleaned.isNoted == isInvisible
            if !isRight { Issue.record("U+\(String(scalar.value, radix: 16))") }
            if isInvisible { count += 1 }
        }
        // 65 control characters, and what Unicode says is to be ignored.
        #expect(count > 4000)
    }

    @Test("Between the digits of a date or an amount a control character stays, and at the ends it goes")
    func numbers() {
        for scalar in Self.scalars where Self.isControl(scalar) || Self.isIgnorable(scalar) {
            let character = String(scalar)
            let within = clean("1" + character + "2", as: .number).unicodeScalars
            let isRight =
                Array(within) == (Self.isControl(scalar) ? ["1", scalar, "2"] : ["1", "2"])
                && clean(character + " 12 " + character + character, as: .number) == "12"
                && clean(character + "=\"" + character + "12\"" + character, as: .number) == "12"
            if !isRight { Issue.record("U+\(String(scalar.value, radix: 16))") }
            let isNoted = cleanAndNote("12" + character, as: .number).isNoted
            if isNoted == Self.spaces.contains(scalar) { Issue.record("U+\(String(scalar.value, radix: 16))") }
        }
        let inner = cleanAndNote("1\n2", as: .number)
        #expect(inner.text == "1\n2" && !inner.isNoted)
        let both = cleanAndNote("\u{200B}1\n2\0", as: .number)
        #expect(both.text == "1\n2" && both.isNoted)
    }

    @Test(
        "What cannot be seen hides neither white space nor a guard, and what is left of nothing is nothing",
        arguments: [
            ("\u{200B} 1\u{3000}\u{200E}", "1"), ("\u{FEFF}'1", "1"), ("=\u{200B}\"1\"", "1"), ("=\"1\u{0}\"", "1"),
            ("'\u{200D}\u{A0}1", "1"), ("\u{200B}", ""), ("\u{0} \u{AD}\u{FEFF}", ""), ("\u{202D}Ａ\u{202C}１", "A1"),
            ("1\r\n2", "12"), ("1\t2\t", "12"), ("\u{1}'\u{1}'1", "'1"), ("张\u{E0100}三\u{FE00}", "张三"),
            ("a\u{2028}b", "a\u{2028}b"), ("\u{FFFD}", "\u{FFFD}"),
        ])
    func invisibleAndOthers(text: String, expected: String) {
        #expect(Array(clean(text).utf8) == Array(expected.utf8))
    }

    @Test("A long key loses what cannot be seen as a short one does")
    func longKeys() {
        for count in [1, 7, 8, 9, 255, 256, 257, 5000] {
            let long =
                String(repeating: "a", count: count) + "\u{200B}" + String(repeating: "１", count: count) + "\u{7F}"
            #expect(clean(long) == String(repeating: "a", count: count) + String(repeating: "1", count: count))
            for place in [0, count / 2, count] {
                var plain = Array(repeating: "x", count: count)
                plain.insert("\u{1F}", at: place)
                let cleaned = cleanAndNote(plain.joined())
                #expect(cleaned.text == String(repeating: "x", count: count) && cleaned.isNoted)
            }
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
        for scalar in (UInt32(0xFF00)...0xFFEF).compactMap(Unicode.Scalar.init) where !Self.isIgnorable(scalar) {
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
            let cleaned = text.utf8.withByteView {
                String(decoding: cleaner.clean($0), as: UTF8.self)
            }
            #expect(cleaned == expected)
        }
    }
}
