import CScan
import Testing

/// The slow twin of counting lead bytes.
func slowLeads(_ bytes: [UInt8]) -> (followed: Int, broken: Int) {
    var followed = 0
    var broken = 0
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
        let isContinuation = (0x80...0xBF).contains(next)
        if (0xC2...0xF4).contains(byte), isContinuation { followed += 1 }
        if byte >= 0xC0, !isContinuation { broken += 1 }
    }
    return (followed, broken)
}

@Suite(.serialized)
struct CountLeadsTests {
    static func agrees(_ bytes: [UInt8], offset: Int = 0, padding: UInt8 = 0x80, _ variant: Variant) -> Bool {
        // They are added to what was counted before.
        var followed = 1000
        var broken = 2000
        Padded(bytes, offset: offset, padding: padding).withBytes { base, count in
            aid_count_leads_with(variant.number, base, count, &followed, &broken)
        }
        return (followed - 1000, broken - 2000) == slowLeads(bytes)
    }

    @Test(arguments: Variant.supported)
    func allPairsOfBytes(_ variant: Variant) {
        for byte in UInt8.min...UInt8.max {
            for next in UInt8.min...UInt8.max {
                #expect(Self.agrees([byte, next], variant))
            }
            for place in [0, 61, 62, 63, 64, 65] {
                let ascii = [UInt8](repeating: 0x61, count: place)
                #expect(Self.agrees(ascii + [byte], padding: 0x80, variant))
                #expect(Self.agrees(ascii + [byte, 0x80], padding: 0x61, variant))
                #expect(Self.agrees(ascii + [byte, 0xC5] + ascii, padding: 0x61, variant))
            }
        }
    }

    @Test(arguments: Variant.supported)
    func randomTexts(_ variant: Variant) {
        for seed in SeededRandom.seeds(4) {
            var random = SeededRandom(seed)
            for length in 0...400 {
                let lowest = [UInt8(0), 0x60, 0x80, 0xB0].randomElement(using: &random)!
                let bytes = (0..<length).map { _ in UInt8.random(in: lowest...0xFF, using: &random) }
                let padding = Padded.paddings.randomElement(using: &random)!
                #expect(Self.agrees(bytes, offset: length % 64, padding: padding, variant), "seed \(seed), \(length)")
            }
        }
    }

    @Test
    func theDispatchedRoutine() {
        var followed = 0
        var broken = 0
        Padded(Array("已打款é".utf8) + [0xD2, 0xD1, 0x61]).withBytes { aid_count_leads($0, $1, &followed, &broken) }
        #expect((followed, broken) == (4, 2))
    }
}
