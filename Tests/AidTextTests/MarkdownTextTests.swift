import TestSupport
import Testing

@testable import AidText

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("门诊", "门诊"), ("claims-2023.csv", "claims-2023.csv"), ("1.0.0", "1.0.0"), ("第2. 组", "第2. 组"),
        ("a|b", #"a\|b"#), ("\\|", #"\\\|"#), ("<b>&", #"\<b\>\&"#), ("![a](b)", #"\!\[a\](b)"#),
        ("*_~`", #"\*\_\~\`"#),
        ("# a #", ##"\# a \#"##), ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("=", #"\="#), ("1. a", #"1\. a"#),
        ("12)", #"12\)"#),
        ("> a", #"\> a"#), ("http://a", #"http\://a"#), ("WWW.a", #"WWW\.a"#), ("a@b", #"a\@b"#), ("$a$", #"\$a\$"#),
        ("a\nb", #"a\[U+000A\]b"#), ("a\r\nb", #"a\[U+000D\]\[U+000A\]b"#), ("\u{202E}a", #"\[U+202E\]a"#),
        ("a\u{200B}", #"a\[U+200B\]"#), ("a\u{A0}b\u{3000}", #"a\[U+00A0\]b\[U+3000\]"#),
    ])
    func textShowsAsItIs(text: String, markdown: String) {
        #expect(MarkdownText.escaped(text) == markdown)
    }

    /// Nothing special stands without its backslash, and nothing is lost.
    @Test(arguments: [7, 2_023])
    func everyTextIsEscapedAndReadsBack(seed: UInt64) {
        print("seed \(seed)")
        var generator = SeededRandom(seed)
        let alphabet = Array("\\`*_[]<>&#!~|-+=.:@$(){}1a w组\n\r\u{202E}\u{0}".unicodeScalars)
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0..<(generator.next() % 9) {
                text.unicodeScalars.append(alphabet.randomElement(using: &generator)!)
            }
            let escaped = MarkdownText.escaped(text)
            var plain = ""
            var bare = ""
            var scalars = escaped.unicodeScalars.makeIterator()
            while let scalar = scalars.next() {
                if scalar == "\\", let next = scalars.next() {
                    plain.unicodeScalars.append(next)
                } else {
                    plain.unicodeScalars.append(scalar)
                    bare.unicodeScalars.append(scalar)
                }
            }
            #expect(
                !bare.unicodeScalars.contains { "\\`*_[]{}<>|&#!~$^@:\n\r\u{202E}\u{0}".unicodeScalars.contains($0) })
            for (name, character) in [
                ("[U+000A]", "\n"), ("[U+000D]", "\r"), ("[U+202E]", "\u{202E}"), ("[U+0000]", "\u{0}"),
            ] {
                plain = plain.replacing(name, with: character)
            }
            #expect(Array(plain.unicodeScalars) == Array(text.unicodeScalars), "seed \(seed)")
        }
    }
}
