import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterRoundTripTests {
    @Test(arguments: SeededRandom.seeds(40))
    func whatDeliveriesBringIsThere(seed: UInt64) throws {
        let place = try RegisterPlace()
        var register = try place.make()
        var source = RandomDelivery(seed: seed)
        var content = RegisterContent.empty
        for _ in 0..<Int.random(in: 1...4, using: &source.random) {
            register = try source.add(
                to: register, expecting: &content, inputCount: Int.random(in: 0...3, using: &source.random),
                rowCount: [0, 1, 2, 7, 63, 64, 300].randomElement(using: &source.random)!)
            #expect(try RegisterContent(register) == content, "seed \(seed)")
        }
        let reopened = try place.open()
        #expect(try RegisterContent(reopened) == content, "seed \(seed)")
        #expect(reopened.list == register.list)
        #expect(reopened.verify() == [], "seed \(seed)")
        for (number, input) in content.inputs.enumerated() {
            #expect(reopened.inputNumber(sha256: input.sha256) == number)
        }
        #expect(reopened.inputNumber(sha256: "none") == nil)
    }

    @Test func aQuarterOfManyBlocks() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 1)
        var content = RegisterContent.empty
        let register = try source.add(to: try place.make(), expecting: &content, inputCount: 1, rowCount: 100_000)
        #expect(register.claimSegments.contains { $0.blockCount > 3 })
        #expect(try RegisterContent(register) == content)
        #expect(register.verify() == [])
    }

    @Test func nothingAtAll() throws {
        let place = try RegisterPlace()
        let register = try place.make()
        #expect(try RegisterContent(register) == .empty)
        #expect(register.verify() == [])
        #expect(try place.names() == ["register.json"])
        #expect(register.quarters.isEmpty && register.claimCount == 0)
    }

    @Test func claimsWithoutNumbersTakeNoTags() throws {
        func byteCount(_ key: ExactKey) throws -> Int {
            let place = try RegisterPlace()
            let register = try place.make()
            let delivery = RegisterDelivery(register, newInputCount: 1)
            let writer = RegisterRowWriter(delivery)
            for record in 0..<1000 {
                writer.add(
                    Claim(
                        key: key, person: .none, position: SourcePosition(fileIndex: 0, textOffset: record * 90),
                        amountMinor: 100, dayNumber: 19_448, groupsCode: 0, claimClass: .paid, hasAmount: true))
            }
            writer.finish()
            let input = RegisterInput(
                name: "a", byteCount: 1, sha256: "b", format: "csv", encoding: "utf-8",
                records: Tally(recordCount: 1000), rejectedByReason: [:], findings: [])
            let added = try register.add(
                delivery, inputs: [input], groups: [["", ""]], people: RegisterPeople(register))
            #expect(added.quarters == [Quarter("2023Q2")!])
            return added.claimSegments[0].byteCount
        }
        #expect(try byteCount(RegisterTag(high: 1, low: 2).claimKey) - byteCount(.none) == 16 * 1000 - 8)
    }

    @Test func positionsAreThoseOfTheRun() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 3)
        var content = RegisterContent.empty
        let register = try source.add(to: try place.make(), expecting: &content, inputCount: 3, rowCount: 200)
        let places = [7, 2, 5]
        let moved = try RegisterContent(register, places: places)
        func move(_ claim: Claim) -> Claim {
            var claim = claim
            claim.position = SourcePosition(
                fileIndex: places[claim.position.fileIndex], textOffset: claim.position.textOffset)
            return claim
        }
        #expect(moved.claims == content.claims.map(move).sorted { $0.position < $1.position })
        #expect(Set(moved.reversals.map(\.claim)) == Set(content.reversals.map { move($0.claim) }))
        #expect(
            Set(moved.rejects.map(\.position.fileIndex)) == Set(content.rejects.map { places[$0.position.fileIndex] }))
        #expect(moved.rejects.map(\.position) == moved.rejects.map(\.position).sorted())
    }

    /// A register of the first version had neither rejects nor what else is kept with them.
    @Test(arguments: SeededRandom.seeds(10))
    func anEarlierVersionIsRead(seed: UInt64) throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: seed)
        var content = RegisterContent.empty
        let list = try source.add(to: place.make(), expecting: &content, inputCount: 4, rowCount: 20).list
        let earlier = try list.asWrittenByVersion1(key: place.key)
        try place.write(Data(earlier), to: RegisterList.fileName)
        let register = try place.open()
        #expect(register.verify() == [])
        #expect(try register.rejects().isEmpty)
        #expect(register.inputs.allSatisfy { !$0.keepsRejects })
        #expect(register.inputs.map(\.rejectedByReason) == content.inputs.map(\.rejectedByReason))
        // What comes now is kept; of what was there it stays unknown.
        content.rejects = []
        let known = register.inputs
        _ = try source.add(to: place.open(.writing), expecting: &content, inputCount: 3, rowCount: 20)
        let reopened = try place.open()
        #expect(reopened.verify() == [])
        #expect(try reopened.rejects() == content.rejects)
        #expect(Array(reopened.inputs.prefix(4)) == known && reopened.inputs.suffix(3).allSatisfy(\.keepsRejects))
    }

    /// What the key has sealed and this version does not know comes from a later one.
    @Test func unknownReasonsComeFromALaterVersion() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 8)
        var content = RegisterContent.empty
        let list = try source.add(to: place.make(), expecting: &content, inputCount: 4, rowCount: 20).list
        var stored = StoredList(list)
        stored.inputs[0].rejected["bad-luck"] = StoredList.StoredTally(Tally(recordCount: 1))
        try place.write(
            Data(SealedList.bytes(stored, key: place.key, path: "register.json")), to: RegisterList.fileName)
        let error = #expect(throws: RegisterError.self) { try place.open() }
        #expect(error?.kind == .newer)
    }

    @Test func rowsOfADeliveryMayBeCalledByThePlacesOfTheRun() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 4)
        var content = RegisterContent.empty
        let register = try source.add(to: try place.make(), expecting: &content, inputCount: 2, rowCount: 20)
        // The run has listed the new export between the two that are known.
        let delivery = RegisterDelivery(register, newInputCount: 1, places: [0, 2, 1])
        let claim = Claim(
            key: RegisterTag(high: 5, low: 6).claimKey, person: .none,
            position: SourcePosition(fileIndex: 1, textOffset: 3), amountMinor: 5, dayNumber: 19_448, groupsCode: 0,
            claimClass: .paid, hasAmount: true)
        let writer = RegisterRowWriter(delivery)
        writer.add(claim)
        writer.finish()
        let input = RegisterInput(
            name: "new", byteCount: 1, sha256: "c", format: "csv", encoding: "utf-8", records: Tally(recordCount: 1),
            rejectedByReason: [:], findings: [])
        let added = try register.add(
            delivery, inputs: [input], groups: source.groups, people: RegisterPeople(register))
        #expect(try RegisterContent(added, places: [0, 2, 1]).claims.contains(claim))
        #expect(added.inputNumber(sha256: "c") == 2)
    }
}
