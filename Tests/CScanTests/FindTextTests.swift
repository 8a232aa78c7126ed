import CScan
import TestSupport
import Testing

@Suite(.serialized)
struct FindTextTests {
    private static func slowLetter(_ bytes: [UInt8], from start: Int) -> Int {
        (start..<bytes.count).first { (0xC3...0xDF).contains(bytes[$0]) } ?? bytes.count
    }

    private static func slowHanzi(_ bytes: [UInt8], from start: Int) -> Int {
        func isContinuation(_ index: Int) -> Bool { index < bytes.count && (0x80...0xBF).contains(bytes[index]) }
        return (start..<bytes.count).first { place in
            (0xE2...0xEF).contains(bytes[place]) && (place == 0 || bytes[place - 1] < 0x80)
                && isContinuation(place + 1) && isContinuation(place + 2)
                && (place + 3 == bytes.count || bytes[place + 3] < 0x80 || bytes[place + 3] >= 0xC2)
        } ?? bytes.count
    }

    @Test
    func againstTheSlowTwins() {
        var disagreements = Disagreements()
        let alphabet: [UInt8] = [0x2C, 0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE2, 0xE4, 0xEF, 0xF0, 0xFF]
        for seed in SeededRandom.seeds(400) {
            var random = SeededRandom(seed)
            // Mostly what is passed over, so that all blocks are seen.
            let rarity = Int.random(in: 1...60, using: &random)
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                Int.random(in: 0..<rarity, using: &random) > 0 ? 0x2C : alphabet.randomElement(using: &random) ?? 0
            }
            let start = Int.random(in: 0...bytes.count, using: &random)
            let padded = Padded(bytes, offset: Int(seed % 7), padding: Padded.paddings[Int(seed % 5)])
            for variant in Variant.supported {
                let letter = padded.withBytes { aid_find_letter_with(variant.number, $0, start, $1) }
                let hanzi = padded.withBytes { aid_find_hanzi_with(variant.number, $0, start, $1) }
                if letter != Self.slowLetter(bytes, from: start) {
                    disagreements.note(variant, bytes, "letter \(seed)")
                }
                if hanzi != Self.slowHanzi(bytes, from: start) { disagreements.note(variant, bytes, "hanzi \(seed)") }
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.first)")
    }
}
