import TestSupport
import AidModel
import Testing

@testable import AidInput

/// The decoders that take eight characters at a time, held against those that take one.
struct PlainDecodingTests {
    /// Some text with 64 bytes behind it that must not matter.
    private static func padded<Result>(
        _ text: [UInt8], _ random: inout SeededRandom, _ body: (PaddedBytes) -> Result
    ) -> Result {
        let bytes = text + (0..<PaddedBytes.padding).map { _ in UInt8.random(in: 0...255, using: &random) }
        return bytes.withByteView { body(PaddedBytes(start: $0.start, count: text.count)) }
    }

    @Test("A claim number of usual letters has the key that any text has; no other has one here")
    func claimNumbers() {
        let usual = Array("0123456789ABCXYZabcxyz-".utf8)
        for seed in SeededRandom.seeds(40) {
            var random = SeededRandom(seed)
            for _ in 0..<500 {
                var text = (0..<Int.random(in: 1...24, using: &random)).map { _ in usual.randomElement(using: &random)!
                }
                if Bool.random(using: &random) {
                    text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                let isUsual = text.count <= 20 && text.allSatisfy { SixBit.code(of: $0) != nil }
                let key = Self.padded(text, &random) { ExactKey(plain: $0) }
                let expected = text.withByteView { ExactKey(packing: $0.buffer) }
                #expect(key == (isUsual ? expected : nil), "seed \(seed), \(text.count) characters")
                if takesSixteenCharacters {
                    let other = Self.padded(text, &random) { ExactKey(plainBySixteens: $0) }
                    #expect(other == key, "seed \(seed), \(text.count) characters")
                }
            }
        }
    }

    @Test("A resident ID is taken whole if it is sound, as it is digit by digit")
    func residentIDs() {
        for seed in SeededRandom.seeds(40) {
            var random = SeededRandom(seed)
            var taken = 0
            for _ in 0..<500 {
                let year = Bool.random(using: &random) ? Int.random(in: 1900...2023, using: &random) : 2000
                let date = [
                    Int.random(in: 0...13, using: &random) * 100 + Int.random(in: 0...32, using: &random), 229, 230,
                    1130,
                ].randomElement(using: &random)!
                let number =
                    99 * 1_000_000_000_000_000 + UInt64(year * 10_000 + date) * 1000
                    + UInt64(Int.random(in: 0...999, using: &random))
                var text = Array(String(number).utf8)
                let sum = text.indices.reduce(0) { $0 + Int(text[$1] - 48) * ResidentID.weight(at: $1) }
                text.append(ResidentID.checkCharacter(weightedSum: sum))
                if text[17] == UInt8(ascii: "X"), Bool.random(using: &random) { text[17] = UInt8(ascii: "x") }
                if Int.random(in: 0..<4, using: &random) == 0 {
                    text[Int.random(in: 0..<18, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                let id = Self.padded(text, &random) { ResidentID(plain: $0) }
                let expected = text.withByteView { ResidentIDDecoder.decode($0) }
                if takesSixteenCharacters {
                    #expect(Self.padded(text, &random) { ResidentID(plainBySixteens: $0) } == id, "seed \(seed)")
                }
                if let id {
                    taken += 1
                    #expect(expected == .id(id), "seed \(seed)")
                } else if case .id = expected {
                    Issue.record("a sound ID was not taken, seed \(seed)")
                }
            }
            #expect(taken > 50, "seed \(seed)")
        }
    }

    @Test("Eight digits are a number, and nothing else is")
    func digits() {
        for seed in SeededRandom.seeds(10) {
            var random = SeededRandom(seed)
            for _ in 0..<1000 {
                let number = UInt64.random(in: 0...99_999_999, using: &random)
                var text = Array(String(number).utf8)
                text = [UInt8](repeating: 48, count: 8 - text.count) + text
                #expect(Self.padded(text, &random) { EightBytes.number($0.word(at: 0)) } == number, "seed \(seed)")
                text[Int.random(in: 0..<8, using: &random)] = UInt8.random(in: 0...255, using: &random)
                let areDigits = text.allSatisfy { (48...57).contains($0) }
                #expect(
                    Self.padded(text, &random) { EightBytes.areDigits($0.word(at: 0)) } == areDigits,
                    "seed \(seed)")
            }
        }
    }

    @Test("A cache knows every value that it learnt last, and no other")
    func cache() {
        for seed in SeededRandom.seeds(10) {
            var random = SeededRandom(seed)
            var cache = ValueCache(fieldCount: 2)
            var learnt: [[UInt8]: Int] = [:]
            for meaning in 0..<3000 {
                let text = (0..<Int.random(in: 0...36, using: &random)).map { _ in
                    [0, 1, 0x30, 0xFF].randomElement(using: &random)! as UInt8
                }
                let field = text.count % 2
                let known = Self.padded(text, &random) { cache.meaning(field: field, $0) }
                // What was learnt long ago may be forgotten, but never taken for something else.
                if known >= 0 { #expect(known == learnt[text], "seed \(seed)") }
                if known < 0 {
                    Self.padded(text, &random) { cache.learn(field: field, $0, meaning: meaning) }
                    learnt[text] = meaning
                    let again = Self.padded(text, &random) { cache.meaning(field: field, $0) }
                    #expect(again == (text.count <= ValueCache.valueLimit ? meaning : -1), "seed \(seed)")
                }
            }
        }
    }

    @Test("Values that differ in one byte are told apart", arguments: [10, 16, 20, 28, 32])
    func nearValues(length: Int) {
        var random = SeededRandom(1)
        var cache = ValueCache(fieldCount: 1)
        var meanings: [[UInt8]: Int] = [:]
        for meaning in 0..<600 {
            let text =
                Array("2023-04-05T12:30:00+08:00, a long text".utf8.prefix(length - 3))
                + Array(String(100 + meaning % 900).utf8)
            let known = Self.padded(text, &random) { cache.meaning(field: 0, $0) }
            #expect(known == -1 || known == meanings[text])
            meanings[text] = meaning
            Self.padded(text, &random) { cache.learn(field: 0, $0, meaning: meaning) }
        }
    }

    @Test("Whatever time of day is behind a date, the day is the same")
    func timesOfDay() {
        let decoder = DateDecoder(
            zone: ZoneOffsets(name: "Asia/Shanghai", firstOffset: 28_800, changes: []), forms: DateForm.allCases)
        let dates = [
            "2023-04-05", "2023/4/5", "2023.12.31", "2023-4-31", "2023-13-01", "2023-4/5", "20230405", "23/4/5",
            "5/4/2023",
            "2023年4月5日", "2023-04-05 上午", "2023-4-5 下", "2023-4-5 P", "45021.5", "2023-4-5Z", "2023-4-", "2023- 4-5",
        ]
        var found = 0
        for seed in 0..<8000 as Range<UInt64> {
            var random = SeededRandom(seed)
            let date = dates.randomElement(using: &random)!
            func time() -> String {
                let parts = [
                    Int.random(in: 0...26, using: &random), Int.random(in: 0...63, using: &random),
                    Int.random(in: 0...63, using: &random),
                ].prefix(Int.random(in: 2...3, using: &random))
                return parts.map { $0 < 10 && Int.random(in: 0..<9, using: &random) > 0 ? "0\($0)" : "\($0)" }.joined(
                    separator: ":")
            }
            let separator = [" ", "T", "  ", ""].randomElement(using: &random)!
            let end = ["", "", "", "", " ", "Z", "+08:00", "-08:00"].randomElement(using: &random)!
            let text = Array((date + separator + time() + end).utf8)
            guard let count = Self.padded(text, &random, TimeOfDayBytes.dateCount) else { continue }
            found += 1
            let other = Array(text.prefix(count)) + Array(" 00:00:00".utf8)
            #expect(text.withByteView(decoder.decode) == other.withByteView(decoder.decode), "seed \(seed)")
        }
        #expect(found > 300)
    }

    @Test("A groups code is that of the values that were learnt, or not known")
    func groupCodes() {
        var random = SeededRandom(5)
        var codes = GroupCodes(fieldCount: 2, valueFieldCount: 2, otherBits: 0)
        var learnt: [UInt64: UInt32] = [:]
        var known = 0
        for code in 0..<60_000 as Range<UInt32> {
            let texts = [Int.random(in: 0..<40, using: &random), Int.random(in: 0..<900, using: &random)].map {
                "值\($0)"
            }
            var combined: UInt64 = 0
            for (field, text) in texts.enumerated() {
                let number = Array(text.utf8).withByteView { codes.number(field: field, $0) }
                #expect(number == Array(text.utf8).withByteView { codes.known(field: field, $0) })
                combined = combined << codes.bitCount | UInt64(number ?? 0)
            }
            let found = codes.code(of: combined)
            if found >= 0 {
                known += 1
                #expect(UInt32(found) == learnt[combined])
            } else {
                codes.learn(combined, code: code)
                learnt[combined] = code
            }
        }
        #expect(known > 15_000)
    }

    @Test("Values have numbers of their own up to what there is room for")
    func valueNumbers() {
        var codes = GroupCodes(fieldCount: 8, valueFieldCount: 8, otherBits: 0)
        let numbers = (0..<300).map { number in Array("\(number)".utf8).withByteView { codes.number(field: 3, $0) } }
        #expect(Set(numbers.compactMap { $0 }) == Set(0..<256) && numbers.suffix(44).allSatisfy { $0 == nil })
        #expect(Array("7".utf8).withByteView { codes.known(field: 2, $0) } == -1)
    }
}
