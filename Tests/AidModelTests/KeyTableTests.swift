import TestSupport
import Testing

@testable import AidModel

/// Keys of texts that the table has no room for.
struct KeyTableTests {
    private static func claim(_ index: Int) -> [UInt8] { Array("赔付二〇二三第\(index)号".utf8) }

    private static func person(_ index: Int) -> [UInt8] { Array("护照与姓名\(index)号".utf8) }

    @Test(
        "Digests are those of the method's authors",
        arguments: [
            (0, 0xE6A8_25BA_047F_81A3, 0x9302_55C7_1472_F66D), (1, 0x44AF_996B_D8C1_87DA, 0x45FC_229B_1159_7634),
            (8, 0x61F5_5862_BAA9_623B, 0xB497_14F3_64E2_830F), (15, 0x11A8_B033_99E9_9354, 0xD9C3_CF97_0FEC_087E),
            (16, 0xBB54_B067_CAA4_E26E, 0x7705_2385_BF15_33FD),
        ] as [(Int, UInt64, UInt64)])
    func knownDigests(count: Int, low: UInt64, high: UInt64) {
        let digest = TextDigest(key: (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908))
        let found = (0..<UInt8(count)).map { $0 }.withUnsafeBufferPointer { digest($0) }
        #expect(found.low == low && found.high == high)
    }

    @Test("A table of all texts that has no room for all says so, and keeps no more")
    func full() {
        let table = KeyTable(textsWithin: 1 << 20)
        _ = Self.claim(0).withUnsafeBufferPointer { table.key(of: $0) }
        #expect(!table.isFull)
        let long = [UInt8](repeating: 7, count: 1 << 20)
        _ = long.withUnsafeBufferPointer { table.key(of: $0) }
        #expect(table.isFull)
        let unbounded = KeyTable()
        for index in 0..<60_000 { _ = Self.person(index).withUnsafeBufferPointer { unbounded.personKey(of: $0) } }
        _ = long.withUnsafeBufferPointer { unbounded.key(of: $0) }
        #expect(!unbounded.isFull)
    }

    @Test("Equal texts have equal keys and others other keys, before the table is full and behind")
    func exact() throws {
        let table = KeyTable(byteLimit: 1 << 20, spill: MemorySpill())
        // Every third text comes again, early or late.
        let indices = (0..<60_000).map { $0 % 3 == 2 ? $0 / 3 : $0 }
        var claims: [ExactKey: Int] = [:]
        var persons: [PersonKey: Int] = [:]
        for index in indices {
            let claim = Self.claim(index).withUnsafeBufferPointer { table.key(of: $0) }
            #expect(claims.updateValue(index, forKey: claim) ?? index == index)
            let person = Self.person(index).withUnsafeBufferPointer { table.personKey(of: $0) }
            #expect(persons.updateValue(index, forKey: person) ?? index == index)
            #expect(person.isOtherDocument && person.registerIndex == nil)
        }
        #expect(claims.count == Set(indices).count && persons.count == claims.count)
        let digests = claims.keys.count { $0.high >> 56 == ExactKey.digestKind }
        #expect(digests > 0 && digests < claims.count)
        #expect(try table.tellPersonsApart())
    }

    @Test("Two persons under one key are found out, wherever their digests lie", arguments: [10, 30_000])
    func collisions(count: Int) throws {
        // So few bits that some persons of many share them.
        let spill = MemorySpill()
        let table = KeyTable(byteLimit: 0, spill: spill, personDigestBits: count == 10 ? 2 : 24)
        var keys: Set<PersonKey> = []
        // Each comes ten times, so that of many persons some are in memory and some are not.
        for index in 0..<count * 10 {
            keys.insert(Self.person(index % count).withUnsafeBufferPointer { table.personKey(of: $0) })
        }
        #expect((spill.byteCount > 0) == (count > 10))
        #expect(keys.count < count)
        #expect(try !table.tellPersonsApart())
    }

    @Test("Digests that could not be spilled are not silently lost")
    func failure() {
        let table = KeyTable(byteLimit: 0, spill: MemorySpill(limit: 100_000))
        for index in 0..<300_000 {
            _ = Self.person(index % 1000).withUnsafeBufferPointer { table.personKey(of: $0) }
        }
        #expect(throws: MemorySpill.Full.self) { try table.tellPersonsApart() }
    }

    @Test("A table without a limit keeps every text")
    func unlimited() throws {
        let table = KeyTable()
        for index in 0..<10_000 {
            let key = Self.claim(index).withUnsafeBufferPointer { table.key(of: $0) }
            var text: [UInt8] = []
            table.appendText(of: key, to: &text)
            #expect(text == Self.claim(index))
        }
    }
}
