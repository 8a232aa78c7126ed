import TestSupport
import AidModel
import Testing

/// Keys are equal exactly when what they stand for is: else two claims, or two people, were one.
struct ExactKeyTests {
    private static func key(_ text: [UInt8], _ table: KeyTable) -> ExactKey {
        text.withUnsafeBufferPointer { table.key(of: $0) }
    }

    /// Texts of every length from 1 to 40, most of them near each other: prefixes, one byte
    /// changed, digits only, six-bit letters only, any bytes.
    private static func texts(_ seed: UInt64) -> [[UInt8]] {
        var random = SeededRandom(seed)
        let sixBit = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-".utf8)
        let alphabets = [Array("01".utf8), sixBit, Array("0123456789".utf8), Array(UInt8.min...UInt8.max), [0, 1, 63]]
        var texts: [[UInt8]] = []
        for alphabet in alphabets {
            let whole = (0..<40).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            for length in 1...40 {
                texts.append(Array(whole.prefix(length)))
                texts.append(Array(whole.suffix(length)))
                var changed = Array(whole.prefix(length))
                changed[Int.random(in: 0..<length, using: &random)] &+= 1
                texts.append(changed)
                texts.append([0] + whole.prefix(length))
                texts.append(whole.prefix(length) + [0])
            }
        }
        return texts.shuffled(using: &random)
    }

    @Test("Keys of texts are equal exactly when the texts are")
    func keysAreExact() {
        for seed in SeededRandom.seeds(20) {
            let table = KeyTable()
            var keyOfText: [[UInt8]: ExactKey] = [:]
            var textOfKey: [ExactKey: [UInt8]] = [:]
            for text in Self.texts(seed) {
                let key = Self.key(text, table)
                #expect(keyOfText.updateValue(key, forKey: text) ?? key == key, "seed \(seed): two keys of one text")
                #expect(textOfKey.updateValue(text, forKey: key) ?? text == text, "seed \(seed): one key of two texts")
                #expect(!key.isNone)
            }
        }
    }

    @Test("Every letter at every place of a text makes another key", arguments: 1...20)
    func everyLetterCounts(length: Int) {
        let sixBit = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-".utf8)
        let alphabet = length <= 15 ? Array(UInt8.min...UInt8.max) : sixBit
        let table = KeyTable()
        for base in [sixBit[0], sixBit[62]] {
            var keys: Set<ExactKey> = []
            for place in 0..<length {
                for letter in alphabet where letter != base {
                    var text = [UInt8](repeating: base, count: length)
                    text[place] = letter
                    keys.insert(Self.key(text, table))
                }
            }
            #expect(keys.count == length * (alphabet.count - 1))
        }
    }

    @Test("Up to 15 bytes, and 20 of the letters of claim numbers, lie in the key itself")
    func shortTextsNeedNoTable() {
        func packs(_ text: String) -> Bool {
            Array(text.utf8).withUnsafeBufferPointer { ExactKey(packing: $0) != nil }
        }
        #expect(packs("一二三四五"))
        #expect(packs(String(repeating: "~", count: 15)))
        #expect(!packs(String(repeating: "~", count: 16)))
        #expect(packs("0123456789AZaz-09-Zz"))
        #expect(!packs("0123456789AZaz-09-Zz1"))
        for stranger in "/:@[`{_ é" {
            #expect(!packs("0123456789abcdef" + String(stranger)))
        }
    }

    @Test("Kinds of keys never meet")
    func kindsDiffer() {
        let table = KeyTable()
        var keys: Set<ExactKey> = [.none]
        var count = 1
        func add(_ key: ExactKey) {
            count += 1
            keys.insert(key)
        }
        for number in 0..<300 {
            add(ExactKey(SourcePosition(fileIndex: 0, textOffset: number)))
            // A long text gets the number of the table: 0, 1, 2 …
            add(Self.key(Array("a text that is too long for a key \(number)".utf8), table))
        }
        for byte in UInt8.min...UInt8.max {
            add(Self.key([byte], table))
            add(Self.key([0, byte], table))
        }
        for letter in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-".utf8 {
            add(Self.key([UInt8](repeating: UInt8(ascii: "0"), count: 15) + [letter], table))
        }
        add(
            ExactKey(
                SourcePosition(fileIndex: SourcePosition.fileLimit - 1, textOffset: SourcePosition.offsetLimit - 1)))
        #expect(keys.count == count)
    }

    @Test func equalKeysMixEquallyAndAllPartitionsAreUsed() {
        let table = KeyTable()
        var partitions: [UInt64: Int] = [:]
        for number in 0..<6400 {
            let key = Self.key(Array("HZ2023\(number)".utf8), table)
            #expect(key.mixed == Self.key(Array("HZ2023\(number)".utf8), table).mixed)
            partitions[key.mixed & 63, default: 0] += 1
        }
        #expect(partitions.count == 64)
        #expect(partitions.values.allSatisfy { (50...150).contains($0) })
    }

    @Test func theOrderIsTotal() {
        var random = SeededRandom(1)
        let table = KeyTable()
        let keys = Self.texts(3).shuffled(using: &random).prefix(60).map { Self.key($0, table) }
        for one in keys {
            for other in keys {
                let relations = [ExactKey.precedes(one, other), ExactKey.precedes(other, one), one == other]
                #expect(relations.count(where: \.self) == 1)
            }
        }
    }
}
