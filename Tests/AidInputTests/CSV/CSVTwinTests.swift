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

    /// Lines of three columns, with quotes that open in one field and close in another, lines later.
    private static func swallowing(_ seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed)
        var text = "a,b,c\n"
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            var cells = (0..<Int.random(in: 2...4, using: &random)).map { _ in
                ["1", "", "é", "x y"].randomElement(using: &random) ?? ""
            }
            let place = Int.random(in: cells.indices, using: &random)
            switch Int.random(in: 0...3, using: &random) {
            case 0: cells[place] = "\"" + cells[place]
            case 1: cells[place] += "\""
            default: break
            }
            text += cells.joined(separator: ",") + (["\n", "\r\n", "\r", "\n\n"].randomElement(using: &random) ?? "\n")
        }
        return Array(text.utf8)
    }

    @Test("Quotes that swallow records are found by both")
    func swallowed() {
        var foundCount = 0
        for seed in SeededRandom.seeds(2000) {
            let text = Self.swallowing(seed)
            let plain = CSVTwin.read(text, hasHeader: true)
            let hasSwallowed = plain.entries.contains { entry in
                if case .malformed(.swallowedLines, _, _) = entry { true } else { false }
            }
            if hasSwallowed { foundCount += 1 }
            for pieceSize in pieceSizes {
                let reading = CSVReading(text, hasHeader: true, pieceSize: pieceSize)
                if reading != plain {
                    Issue.record("seed \(seed), pieces of \(pieceSize): \(text.debugDescription)\n\(reading)\n\(plain)")
                    return
                }
            }
        }
        #expect(foundCount > 50)
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
