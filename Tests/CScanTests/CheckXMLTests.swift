import TestSupport
import CScan
import Testing

@Suite(.serialized)
struct CheckXMLTests {
    /// Compares all variants with the twin.
    static func compare(
        _ bytes: [UInt8], offset: Int = 0, padding: UInt8 = UInt8(ascii: ">"),
        _ disagreements: inout Disagreements, _ place: @autoclosure () -> String
    ) {
        let slow = slowXMLFindings(bytes)
        let padded = Padded(bytes, offset: offset, padding: padding)
        for variant in Variant.supported
        where padded.withBytes({ aid_check_xml_with(variant.number, $0, $1) }) != slow {
            disagreements.note(variant, bytes, place())
        }
    }

    @Test
    func handMade() {
        for variant in Variant.supported {
            func findings(_ text: String) -> UInt32 {
                Padded(Array(text.utf8)).withBytes { aid_check_xml_with(variant.number, $0, $1) }
            }
            #expect(findings("") == 0)
            #expect(findings("<r x='1'>\n\t已打款，￥1]]</r> ]>\u{7F}\u{FFFD}\u{85}") == 0)
            #expect(findings("\u{1F}") == 1)
            #expect(findings("a&b") == 1)
            #expect(findings("\u{0}") == 1)
            #expect(findings("\u{FFFE}") == 1)
            #expect(findings("\u{FFFF}") == 1)
            #expect(findings("]]]>") == 2)
            #expect(findings("\r\n") == 4)
            #expect(findings("\r]]>\u{1}") == 7)
        }
    }

    /// What is found stands at every place of a block and across its edge, at every end.
    @Test
    func everyPlace() {
        var disagreements = Disagreements()
        let parts: [[UInt8]] =
            ["]]>", "]]", "&", "\r", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "￥", "\u{0}", "\u{1F}", " "].map {
                Array($0.utf8)
            }
            + [[0xEF, 0xBF], [0xEF], [0xBF, 0xBE]]
        for part in parts {
            for place in 0..<140 {
                for rest in [0, 1, 2, 3, 63, 64, 65] {
                    let bytes = [UInt8](repeating: 0x61, count: place) + part + [UInt8](repeating: 0x61, count: rest)
                    Self.compare(bytes, offset: place % 5, &disagreements, "\(part) at \(place), \(rest) behind")
                    Self.compare(bytes, padding: 0xBF, &disagreements, "\(part) at \(place), \(rest) behind")
                }
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first: \(disagreements.first)")
    }

    @Test
    func chanceTexts() {
        var disagreements = Disagreements()
        for seed in UInt64(0)..<4000 {
            var random = SeededRandom(seed)
            let alphabet: [UInt8] =
                seed % 2 == 0 ? [0x5D, 0x5D, 0x3E, 0x61] : [0xEF, 0xBF, 0xBE, 0xBF, 0xA5, 0x61, 0x0A]
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                seed % 5 == 0 ? UInt8.random(in: 0x20...255, using: &random) : alphabet.randomElement(using: &random)!
            }
            Self.compare(bytes, offset: Int(seed % 64), &disagreements, "seed \(seed)")
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first: \(disagreements.first)")
    }

    /// The steps that Swift takes in, against what they say that they are.
    @Test
    func steps() {
        for seed in UInt64(0)..<500 {
            var random = SeededRandom(seed)
            let bytes = (0..<32).map { _ in
                [0x3C, 0x22, 0x27, 0x1F, 0x20, 0x80, 0xBC, 0x00].randomElement(using: &random)! as UInt8
            }
            let other = bytes.map { Bool.random(using: &random) ? $0 : $0 ^ 0x80 }
            func bits(_ isSet: (Int) -> Bool) -> UInt32 {
                (0..<32).reduce(0) { $0 | (isSet($1) ? 1 << UInt32($1) : 0) }
            }
            #expect(aid_xml_same(bytes, other) == bits { bytes[$0] == other[$0] })
            #expect(aid_xml_tags(bytes) == bits { bytes[$0] == 0x3C })
            #expect(
                aid_xml_value_ends(bytes, 0x22) == bits { bytes[$0] == 0x22 || bytes[$0] == 0x3C || bytes[$0] < 0x20 })
        }
    }
}
