import TestSupport
import AidModel
import Testing

struct InternTableTests {
    @Test("Against a dictionary, with texts that repeat, the empty one and prefixes among them")
    func againstADictionary() {
        for seed in SeededRandom.seeds(6) {
            var random = SeededRandom(seed)
            var table = InternTable()
            var numbers: [[UInt8]: Int] = [:]
            for _ in 0..<4000 {
                let length = Int.random(in: 0...6, using: &random)
                let text = (0..<length).map { _ in UInt8.random(in: 0...4, using: &random) }
                text.withUnsafeBufferPointer { bytes in
                    #expect(table.known(bytes) == numbers[text], "seed \(seed)")
                    let number = table.number(of: bytes)
                    #expect(number == numbers[text] ?? numbers.count, "seed \(seed)")
                    numbers[text] = number
                }
            }
            #expect(table.count == numbers.count)
            for (text, number) in numbers { #expect(Array(table.bytes(of: number)) == text, "seed \(seed)") }
        }
    }

    @Test("Rule 5: groups of all breakdowns as one code")
    func groupTable() {
        let table = GroupTable()
        func code(_ values: [String]) -> UInt32 {
            let text = values.flatMap { Array($0.utf8) + [GroupTable.separator] }
            return text.withUnsafeBufferPointer { table.code(of: $0) }
        }
        let rows = [["门诊", "东区"], ["门诊", ""], ["", "门诊"], ["", ""], ["门诊东区", ""]]
        #expect(rows.map(code) == [0, 1, 2, 3, 4])
        #expect(rows.reversed().map(code) == [4, 3, 2, 1, 0])
        #expect(table.values() == rows)
    }

    @Test func withoutBreakdownsThereIsOneCode() {
        let table = GroupTable()
        #expect([UInt8]().withUnsafeBufferPointer { table.code(of: $0) } == 0)
        #expect(table.values() == [[]])
    }
}
