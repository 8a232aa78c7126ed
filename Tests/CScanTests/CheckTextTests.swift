import TestSupport
import CScan
import Testing

@Suite(.serialized)
struct CheckTextTests {
    /// Compares all variants with the twin.
    static func compare(
        _ bytes: [UInt8], offset: Int = 0, padding: UInt8 = 0x80,
        _ disagreements: inout Disagreements, _ place: @autoclosure () -> String
    ) {
        let slow = slowTextFindings(bytes)
        let padded = Padded(bytes, offset: offset, padding: padding)
        for variant in Variant.supported
        where padded.withBytes({ aid_check_text_with(variant.number, $0, $1) }) != slow {
            disagreements.note(variant, bytes, place())
        }
    }

    @Test
    func handMade() {
        for variant in Variant.supported {
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
    }

    @Test
    func theDispatchedRoutine() {
        #expect(Padded([0xED, 0xA0, 0x80, 0x00]).withBytes { aid_check_text($0, $1) } == 7)
    }

    /// Every lead byte with what stands at the bounds of the table's rows behind it, around the edge of two blocks.
    @Test
    func boundsOfTheTable() {
        var disagreements = Disagreements()
        let seconds: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
        let others: [UInt8] = [0x7F, 0x80, 0xBF, 0xC2]
        var sequences: [[UInt8]] = []
        for lead in UInt8(0x7F)...0xFF {
            sequences.append([lead])
            for second in seconds {
                sequences.append([lead, second])
                guard [0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF].contains(lead) || lead >= 0xF0 else { continue }
                for third in others {
                    sequences.append([lead, second, third])
                    guard [0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5].contains(lead) else { continue }
                    sequences += others.map { [lead, second, third, $0] }
                }
            }
        }
        let ascii = [UInt8](repeating: 0x61, count: 70)
        let wide = Array(String(repeating: "已😀é", count: 8).utf8)
        for sequence in sequences {
            Self.compare(sequence, &disagreements, "alone")
            for place in 60...64 {
                Self.compare(Array(ascii[..<place]) + sequence, &disagreements, "\(sequence) at the end, at \(place)")
                Self.compare(Array(ascii[..<place]) + sequence + ascii[..<8], &disagreements, "\(sequence) at \(place)")
            }
            Self.compare(wide + sequence + wide, &disagreements, "\(sequence) among others")
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// A character of each length, whole and cut by the end, at each place of two blocks.
    @Test
    func everyPlace() {
        var disagreements = Disagreements()
        for character in ["é", "\u{800}", "\u{D7FF}", "\u{10000}", "\u{10FFFF}"].map({ Array($0.utf8) }) {
            for place in 0...130 {
                for kept in 1...character.count {
                    let bytes = [UInt8](repeating: 0x20, count: place) + character[..<kept]
                    Self.compare(bytes, &disagreements, "\(character) at the end, at \(place)")
                    Self.compare(bytes + [0x20], offset: place % 64, &disagreements, "\(character) at \(place)")
                }
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// Texts of all lengths up to 400 at all alignments, whole and with one to three bytes changed.
    @Test
    func mutations() {
        var disagreements = Disagreements()
        let characters = ["a", "1", ",", "\n", "é", "已", "打", "款", "。", "😀", "\u{10FFFF}"].map { Array($0.utf8) }
        for seed in SeededRandom.seeds(4) {
            var random = SeededRandom(seed)
            for length in 0...400 {
                var bytes: [UInt8] = []
                let ascii = Int.random(in: 0...40, using: &random)
                while bytes.count < length {
                    bytes += characters.randomElement(using: &random)!
                    bytes += [UInt8](repeating: 0x78, count: Int.random(in: 0...ascii, using: &random))
                }
                let padding = Padded.paddings.randomElement(using: &random)!
                let place = "seed \(seed), length \(length)"
                Self.compare(bytes, offset: length % 64, padding: padding, &disagreements, place)
                for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                    let index = Int.random(in: bytes.indices, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[index] = UInt8.random(in: 0...0xFF, using: &random)
                    case 1: bytes[index] = [0x00, 0x80, 0xBF, 0xC0, 0xE0, 0xED, 0xF4].randomElement(using: &random)!
                    case 2: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    default: bytes.remove(at: index)
                    }
                }
                Self.compare(bytes, offset: length % 64, padding: padding, &disagreements, place + ", changed")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    @Test
    func zerosAtEveryPlace() {
        var disagreements = Disagreements()
        for place in 0..<200 {
            for other in [UInt8(0x61), 0x80, 0xFF] {
                var bytes = [UInt8](repeating: other, count: 200)
                bytes[place] = 0
                Self.compare(bytes, &disagreements, "at \(place)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }
}
