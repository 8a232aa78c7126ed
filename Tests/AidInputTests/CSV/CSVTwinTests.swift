import TestSupport
import AidInput
import Testing

/// The fast reader against the slow one, over random texts in pieces of every size. A failure
/// prints the seed, which alone makes the text again.
struct CSVTwinTests {
    private static let alphabet: [[UInt8]] =
        ["a", ",", "\"", " ", "\n", "\r", "=", ";", "é", "中", "\u{FEFF}"].map { Array($0.utf8) } + [[0xFF], [0xE4]]

    /// Every third text is made of whole fields, so that not all is broken.
    private static func text(_ seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed)
        let fields = [
            "a", "", "\"\"", "\"a,b\"", "\"\r\n\"", "\"\"\"\"", "=\"1\"", "中", "\"", "a\"", "\"中\n\"\"\"",
            "\u{FEFF}\"b\"",
        ].map { Array($0.utf8) }
        let ends = [",", ",", ",", "\n", "\r\n", "\r", "\n\n", ";", ""].map { Array($0.utf8) }
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            if seed % 3 == 0 {
                text += (fields.randomElement(using: &random) ?? []) + (ends.randomElement(using: &random) ?? [])
            } else {
                text += alphabet.randomElement(using: &random) ?? []
            }
        }
        return text
    }

    @Test("Records, problems, lines, numbers and offsets are the same")
    func agree() {
        for seed in SeededRandom.seeds(5000) {
            let text = Self.text(seed)
            let delimiter = UInt8(ascii: seed % 5 == 0 ? ";" : ",")
            let hasHeader = seed % 2 == 0
            let plain = CSVTwin.read(text, delimiter: delimiter, hasHeader: hasHeader)
            for pieceSize in pieceSizes {
                let reading = CSVReading(text, delimiter: delimiter, hasHeader: hasHeader, pieceSize: pieceSize)
                if reading != plain {
                    Issue.record("seed \(seed), pieces of \(pieceSize): \(text.debugDescription)\n\(reading)\n\(plain)")
                    return
                }
            }
        }
    }
}
