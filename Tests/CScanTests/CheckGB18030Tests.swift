import CScan
import TestSupport
import Testing

@Suite(.serialized)
struct CheckGB18030Tests {
    /// Compares all variants with the twin.
    static func compare(
        _ bytes: [UInt8], offset: Int = 0, padding: UInt8 = 0x80,
        _ disagreements: inout Disagreements, _ place: @autoclosure () -> String
    ) {
        let slow = slowGB18030(bytes)
        let padded = Padded(bytes, offset: offset, padding: padding)
        for variant in Variant.supported {
            // The numbers are added to what was counted before.
            var found = aid_gb18030_findings(followed: 1000, broken: 2000, has_zeros: 0)
            let end = padded.withBytes { aid_check_gb18030_with(variant.number, $0, $1, &found) }
            let hasZeros = found.has_zeros != 0
            // Zeros behind the end may be seen or not.
            let zerosAgree = hasZeros ? bytes.contains(0) : !bytes[..<slow.end].contains(0)
            if (end, found.followed - 1000, found.broken - 2000) != slow || !zerosAgree {
                disagreements.note(variant, bytes, place())
            }
        }
    }

    @Test
    func handMade() {
        for variant in Variant.supported {
            func end(_ bytes: [UInt8]) -> Int {
                var found = aid_gb18030_findings()
                return Padded(bytes).withBytes { aid_check_gb18030_with(variant.number, $0, $1, &found) }
            }
            #expect(end([]) == 0)
            #expect(end(Array("plain\n".utf8)) == 6)
            // 已打款 in GB2312, and 镕, whose second byte is ASCII.
            #expect(end([0xD2, 0xD1, 0xB4, 0xF2, 0xBF, 0xEE]) == 6)
            #expect(end([0xE9, 0x46, 0x2C]) == 3)
            // A code of four bytes, a pair that the end cuts, and bytes that begin or end no pair.
            #expect(end([0xD2, 0xD1, 0x81, 0x30, 0x81, 0x30]) == 2)
            #expect(end([0x61, 0xD2]) == 1)
            #expect(end([0xD2, 0x0A]) == 0)
            #expect(end([0xD2, 0x7F]) == 0)
            #expect(end([0x80, 0xD2]) == 0)
            #expect(end([0xD2, 0xFF]) == 0)
        }
    }

    /// Every first byte with every second one that bounds a range, in a block and across its edge.
    @Test
    func pairsOfBytes() {
        let bounds: [UInt8] = [
            0, 0x0A, 0x2C, 0x2F, 0x30, 0x39, 0x3A, 0x3F, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0xBF, 0xC0, 0xFE, 0xFF,
        ]
        var disagreements = Disagreements()
        for first in UInt8.min...UInt8.max {
            for second in bounds {
                for place in [0, 1, 62, 63, 64] {
                    // Characters before, so that rows of bytes begin at even and at odd places.
                    let before = [[UInt8](repeating: 0x61, count: place), [UInt8](repeating: 0xB5, count: place)]
                    for text in before {
                        Self.compare(text + [first, second], &disagreements, "\(first) \(second) at \(place)")
                    }
                }
            }
            Self.compare([first], &disagreements, "\(first) alone")
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// Rows of bytes of all lengths, mostly pairs, in blocks and across them.
    @Test
    func randomTexts() {
        var disagreements = Disagreements()
        for seed in SeededRandom.seeds(4) {
            var random = SeededRandom(seed)
            for length in 0...600 {
                var bytes: [UInt8] = []
                let rarity = [2, 20, 1000].randomElement(using: &random)!
                while bytes.count < length {
                    switch Int.random(in: 0..<rarity, using: &random) {
                    case 0: bytes.append(UInt8.random(in: 0...0xFF, using: &random))
                    case 1...2: bytes += [0xE9, UInt8.random(in: 0x40...0x7E, using: &random)]
                    case 3...6: bytes.append(UInt8.random(in: 0x20...0x7E, using: &random))
                    default:
                        bytes += [
                            UInt8.random(in: 0x81...0xFE, using: &random),
                            UInt8.random(in: 0x80...0xFE, using: &random),
                        ]
                    }
                }
                let padding = Padded.paddings.randomElement(using: &random)!
                Self.compare(
                    bytes, offset: length % 64, padding: padding, &disagreements, "seed \(seed), length \(length)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    @Test
    func theDispatchedRoutine() {
        var found = aid_gb18030_findings()
        let end = Padded(Array("已打款é".utf8) + [0xD2, 0xD1, 0x61, 0, 0xFF]).withBytes {
            aid_check_gb18030($0, $1, &found)
        }
        // é makes an odd number of bytes before 0xD2: its last byte and that one are a pair.
        #expect(end == 15)
        #expect((found.followed, found.broken, found.has_zeros) == (4, 2, 1))
    }
}
