import CScan
import TestSupport
import Testing

@Suite(.serialized)
struct FindTextTests {
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
                if letter != slowLetter(bytes, from: start) {
                    disagreements.note(variant, bytes, "letter \(seed)")
                }
                if hanzi != slowHanzi(bytes, from: start) { disagreements.note(variant, bytes, "hanzi \(seed)") }
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count): \(disagreements.first)")
    }
}
