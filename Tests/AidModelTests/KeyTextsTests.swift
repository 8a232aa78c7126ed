import TestSupport
import Testing

@testable import AidModel

@Suite struct KeyTextsTests {
    @Test(arguments: SeededRandom.seeds(300))
    func everyKeyHasItsText(seed: UInt64) {
        var random = SeededRandom(seed)
        let table = KeyTable()
        for _ in 0..<20 {
            let isPlain = Bool.random(using: &random)
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                isPlain
                    ? Array("0123456789ABCXYZabcxyz-".utf8).randomElement(using: &random)!
                    : UInt8.random(in: 0...255, using: &random)
            }
            var claim: [UInt8] = [1, 2]
            table.appendText(of: text.withUnsafeBufferPointer { table.key(of: $0) }, to: &claim)
            #expect(claim == [1, 2] + text, "seed \(seed)")
            var person: [UInt8] = [3]
            table.appendText(of: text.withUnsafeBufferPointer { table.personKey(of: $0) }, to: &person)
            #expect(person == [3, UInt8(ascii: "T")] + text, "seed \(seed)")
        }
    }

    @Test func aResidentIDIsItsDigits() {
        var text: [UInt8] = []
        KeyTable().appendText(of: PersonKey(bits: 990_101 * 100_000_000_000 + 19_000_101_007), to: &text)
        #expect(String(decoding: text, as: UTF8.self) == "R99010119000101007")
    }
}
