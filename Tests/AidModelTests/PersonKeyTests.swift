import AidModel
import Testing

struct PersonKeyTests {
    private static func key(_ text: String, _ table: KeyTable) -> PersonKey {
        Array(text.utf8).withUnsafeBufferPointer { table.personKey(of: $0) }
    }

    @Test("Equal texts have equal keys, other texts other keys, and nobody has that of none")
    func exact() {
        let table = KeyTable()
        let letters = ["", "0", "1", "A", "a", "-", "Z", "~", "é", "十"]
        var texts: Set<String> = []
        for one in letters {
            for two in letters {
                for rest in ["", "00000000", "123456789", "G12345678", "a text that is too long for a key"] {
                    texts.insert(one + two + rest)
                }
            }
        }
        texts.remove("")
        var textOfKey: [PersonKey: String] = [:]
        for text in texts {
            let key = Self.key(text, table)
            #expect(!key.isNone)
            #expect(textOfKey.updateValue(text, forKey: key) == nil)
        }
        for text in texts { #expect(textOfKey[Self.key(text, table)] == text) }
    }

    @Test("Resident IDs, short documents and long ones never meet")
    func kindsDiffer() {
        let table = KeyTable()
        var keys: Set<PersonKey> = [.none]
        for number in 1...2000 {
            keys.insert(PersonKey(ResidentID(number: UInt64(number))))
            keys.insert(Self.key(String(number), table))
            keys.insert(Self.key("a document of some length \(number)", table))
        }
        keys.insert(PersonKey(ResidentID(number: 99_999_999_999_999_999)))
        #expect(keys.count == 6002)
    }
}
