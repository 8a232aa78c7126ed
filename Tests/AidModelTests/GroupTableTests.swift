import AidModel
import Testing

/// Groups are in memory whole, so there is an end to them.
struct GroupTableTests {
    private static func code(_ table: GroupTable, _ values: String...) -> UInt32 {
        let text = values.flatMap { Array($0.utf8) + [GroupTable.separator] }
        return text.withUnsafeBufferPointer { table.code(of: $0) }
    }

    @Test("Past so many combinations nothing more is learnt, and what was known stays known")
    func combinations() {
        let table = GroupTable(codeLimit: 3)
        #expect((0..<3).map { Self.code(table, "a", "\($0)") } == [0, 1, 2])
        #expect(table.excess == nil)
        _ = Self.code(table, "a", "3")
        #expect(table.excess == .combinations)
        for number in 4..<100 { _ = Self.code(table, "a", "\(number)") }
        #expect(table.values() == [["a", "0"], ["a", "1"], ["a", "2"]])
        #expect(Self.code(table, "a", "2") == 2)
    }

    @Test("Past so many bytes of texts nothing more is learnt, and what was known stays known")
    func bytes() {
        let table = GroupTable(byteLimit: 10)
        #expect(Self.code(table, "abcd") == 0 && Self.code(table, "efgh") == 1)
        #expect(table.excess == nil)
        #expect(Self.code(table, "abcd") == 0 && table.excess == nil)
        _ = Self.code(table, "")
        #expect(table.excess == .bytes)
        #expect(Self.code(table, "efgh") == 1)
        #expect(table.values() == [["abcd"], ["efgh"]])
    }

    @Test("A field of more values than a report can tell is named")
    func values() {
        let table = GroupTable()
        for number in 0..<GroupTable.valueLimit { _ = Self.code(table, number % 2 == 0 ? "x" : "y", "\(number)") }
        #expect(table.excess == nil)
        _ = Self.code(table, "z", "7")
        #expect(table.excess == nil)
        for number in 0..<10 { _ = Self.code(table, "x", "more\(number)") }
        #expect(table.excess == .values(column: 1))
        #expect(table.values().count == GroupTable.valueLimit + 1)
    }
}
