import CScan
import Testing

/// The slow twin of the text check: table 3-7 of the Unicode standard, row by row.
func slowTextFindings(_ bytes: [UInt8]) -> UInt32 {
    let rows: [[ClosedRange<UInt8>]] = [
        [0x00...0x7F],
        [0xC2...0xDF, 0x80...0xBF],
        [0xE0...0xE0, 0xA0...0xBF, 0x80...0xBF],
        [0xE1...0xEC, 0x80...0xBF, 0x80...0xBF],
        [0xED...0xED, 0x80...0x9F, 0x80...0xBF],
        [0xEE...0xEF, 0x80...0xBF, 0x80...0xBF],
        [0xF0...0xF0, 0x90...0xBF, 0x80...0xBF, 0x80...0xBF],
        [0xF1...0xF3, 0x80...0xBF, 0x80...0xBF, 0x80...0xBF],
        [0xF4...0xF4, 0x80...0x8F, 0x80...0xBF, 0x80...0xBF],
    ]
    var findings: UInt32 = 0
    if bytes.contains(where: { $0 >= 0x80 }) { findings |= UInt32(AID_TEXT_NOT_ASCII) }
    if bytes.contains(0) { findings |= UInt32(AID_TEXT_ZERO) }
    var index = 0
    while index < bytes.count {
        let row = rows.first { row in
            row.count <= bytes.count - index && row.indices.allSatisfy { row[$0].contains(bytes[index + $0]) }
        }
        guard let row else { return findings | UInt32(AID_TEXT_NOT_UTF8) }
        index += row.count
    }
    return findings
}

@Suite(.serialized)
struct CheckTextTests {
    static func agrees(_ bytes: [UInt8], offset: Int = 0, padding: UInt8 = 0x80, _ variant: Variant) -> Bool {
        let found = Padded(bytes, offset: offset, padding: padding).withBytes { base, count in
            aid_check_text_with(variant.number, base, count)
        }
        return found == slowTextFindings(bytes)
    }

    @Test(arguments: Variant.supported)
    func handMade(_ variant: Variant) {
        func findings(_ bytes: [UInt8]) -> UInt32 {
            Padded(bytes, padding: 0x80).withBytes { aid_check_text_with(variant.number, $0, $1) }
        }
        #expect(findings([]) == 0)
        #expect(findings(Array("plain".utf8)) == 0)
        #expect(findings(Array("已打款".utf8)) == 1)
        #expect(findings([0x61, 0x00]) == 2)
        #expect(findings([0x80]) == 5)
        #expect(findings([0xE4, 0xB8]) == 5)
        #expect(findings([0xFF, 0x00]) == 7)
        #expect(findings([0xD2, 0xD1, 0xB4, 0xF2, 0xBF, 0xEE]) == 5)
        #expect(findings(Array(String(repeating: "暖·互助😀", count: 50).utf8)) == 1)
    }

    @Test
    func theDispatchedRoutine() {
        #expect(Padded([0xED, 0xA0, 0x80, 0x00]).withBytes { aid_check_text($0, $1) } == 7)
    }

    /// All pairs of bytes, and all sequences at the bounds of the table's rows, at each place around a block's edge.
    @Test(arguments: Variant.supported)
    func boundsOfTheTable(_ variant: Variant) {
        var sequences: [[UInt8]] = []
        let seconds: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        let others: [UInt8] = [0x61, 0x7F, 0x80, 0xBF, 0xC2]
        for lead in UInt8(0x7F)...0xFF {
            sequences.append([lead])
            for second in seconds {
                sequences.append([lead, second])
                guard lead >= 0xDF, second & 0xC0 == 0x80 else { continue }
                for third in others {
                    sequences.append([lead, second, third])
                    guard lead >= 0xEF, third & 0xC0 == 0x80 else { continue }
                    sequences += others.map { [lead, second, third, $0] }
                }
            }
        }
        for sequence in sequences {
            // At an end, alone, between ASCII and between others; the block's edge within or beside.
            #expect(Self.agrees(sequence, variant), "\(sequence)")
            for place in 60...65 {
                let ascii = [UInt8](repeating: 0x61, count: place)
                #expect(Self.agrees(ascii + sequence, variant), "\(sequence) at the end, at \(place)")
                #expect(Self.agrees(ascii + sequence + ascii, variant), "\(sequence) at \(place)")
            }
        }
        let wide = Array(String(repeating: "é已😀", count: 20).utf8)
        for sequence in sequences where sequence.count > 2 {
            let front = [UInt8](repeating: 0x61, count: sequence.count)
            #expect(Self.agrees(front + wide + sequence + wide, variant), "\(sequence) among others")
        }
    }

    /// A character of each length, whole and cut by the end, at each place of two blocks.
    @Test(arguments: Variant.supported)
    func everyPlace(_ variant: Variant) {
        for character in ["é", "\u{800}", "\u{D7FF}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}"].map({ Array($0.utf8) }) {
            for place in 0...130 {
                for kept in 1...character.count {
                    let bytes = [UInt8](repeating: 0x20, count: place) + character[..<kept]
                    #expect(Self.agrees(bytes, variant))
                    #expect(Self.agrees(bytes + [0x20], variant))
                    #expect(Self.agrees(bytes + [UInt8](repeating: 0x20, count: 64), offset: place % 64, variant))
                }
            }
        }
    }

    /// Texts of all lengths up to 400 at all alignments, whole and with one to three bytes changed.
    @Test(arguments: Variant.supported)
    func mutations(_ variant: Variant) {
        let characters = ["a", "1", ",", "\n", "é", "已", "打", "款", "。", "😀", "\u{10FFFF}"].map { Array($0.utf8) }
        for seed in SeededRandom.seeds(6) {
            var random = SeededRandom(seed)
            for length in 0...400 {
                var bytes: [UInt8] = []
                let ascii = Int.random(in: 0...40, using: &random)
                while bytes.count < length {
                    bytes += characters.randomElement(using: &random)!
                    bytes += [UInt8](repeating: 0x78, count: Int.random(in: 0...ascii, using: &random))
                }
                let padding = Padded.paddings.randomElement(using: &random)!
                let offset = length % 64
                #expect(Self.agrees(bytes, offset: offset, padding: padding, variant), "seed \(seed), \(length)")
                for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                    let place = Int.random(in: bytes.indices, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...0xFF, using: &random)
                    case 1: bytes[place] = [0x00, 0x80, 0xBF, 0xC0, 0xE0, 0xED, 0xF4].randomElement(using: &random)!
                    case 2: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    default: bytes.remove(at: place)
                    }
                }
                #expect(Self.agrees(bytes, offset: offset, padding: padding, variant), "seed \(seed), \(length)")
            }
        }
    }

    @Test(arguments: Variant.supported)
    func zerosAtEveryPlace(_ variant: Variant) {
        for place in 0..<200 {
            for other in [UInt8(0x61), 0x80, 0xFF] {
                var bytes = [UInt8](repeating: other, count: 200)
                bytes[place] = 0
                #expect(Self.agrees(bytes, variant))
            }
        }
    }
}
