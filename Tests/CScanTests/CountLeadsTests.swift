import TestSupport
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
    /// Compares all variants with the twin.
    static func compare(
        _ bytes: [UInt8], offset: Int = 0, padding: UInt8 = 0x80,
        _ disagreements: inout Disagreements, _ place: @autoclosure () -> String
    ) {
        let slow = slowLeads(bytes)
        let padded = Padded(bytes, offset: offset, padding: padding)
        for variant in Variant.supported {
            // They are added to what was counted before.
            var followed = 1000
            var broken = 2000
            padded.withBytes { aid_count_leads_with(variant.number, $0, $1, &followed, &broken) }
            if (followed - 1000, broken - 2000) != slow { disagreements.note(variant, bytes, place()) }
        }
    }

    @Test
    func allPairsOfBytes() {
        var disagreements = Disagreements()
        Self.compare([], &disagreements, "nothing")
        // Each byte before all bytes, in one text each.
        for byte in UInt8.min...UInt8.max {
            let text = (UInt8.min...UInt8.max).flatMap { [byte, $0] }
            Self.compare(text, &disagreements, "\(byte)")
            for place in [0, 62, 63, 64] {
                let ascii = [UInt8](repeating: 0x61, count: place)
                Self.compare(ascii + [byte], padding: 0x80, &disagreements, "\(byte) at the end, at \(place)")
                Self.compare(ascii + [byte, 0x80], padding: 0x61, &disagreements, "\(byte), followed, at \(place)")
                Self.compare(ascii + [byte, 0xC5, 0x61], padding: 0x80, &disagreements, "\(byte) at \(place)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    @Test
    func randomTexts() {
        var disagreements = Disagreements()
        for seed in SeededRandom.seeds(4) {
            var random = SeededRandom(seed)
            for length in 0...400 {
                let lowest = [UInt8(0), 0x60, 0x80, 0xB0].randomElement(using: &random)!
                let bytes = (0..<length).map { _ in UInt8.random(in: lowest...0xFF, using: &random) }
                let padding = Padded.paddings.randomElement(using: &random)!
                Self.compare(
                    bytes, offset: length % 64, padding: padding, &disagreements, "seed \(seed), length \(length)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    @Test
    func theDispatchedRoutine() {
        var followed = 0
        var broken = 0
        Padded(Array("已打款é".utf8) + [0xD2, 0xD1, 0x61]).withBytes { aid_count_leads($0, $1, &followed, &broken) }
        #expect((followed, broken) == (4, 2))
    }
}
