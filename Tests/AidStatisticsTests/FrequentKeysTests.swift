import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// Claims and persons that have far more records than others.
struct FrequentKeysTests {
    private static func others(_ history: inout History) {
        for number in 0..<5_000 { history.paid("C\(number)", number, "2023-05-01", 100) }
    }

    @Test("A claim of more records than can be held is refused, among others and alone", arguments: [true, false])
    func ofOneClaim(isAlone: Bool) async throws {
        var history = History()
        if !isAlone { Self.others(&history) }
        for _ in 0..<Exchange<Claim>.rowsOfKey + 2_000 { history.paid("X", 1, "2023-05-01", 100) }
        await #expect(throws: SettlementRefusal.self) {
            try await history.report(pool: BlockPool(byteLimit: 1, spill: MemorySpill()))
        }
    }

    @Test func reversalsOfOneClaim() async throws {
        var history = History()
        history.paid("X", 1, "2023-05-01", 1_000_000)
        for number in 0..<Exchange<Claim>.rowsOfKey + 2_000 { history.reversal(of: "X", own: "R\(number)", 1) }
        await #expect(throws: SettlementRefusal.self) { try await history.report() }
    }

    @Test("Many claims in one partition are no reason, and neither are many records of a claim where all have many")
    func evenly() async throws {
        var history = History()
        for number in 0..<130_000 { history.paid("C\(number / 2)", number / 2, "2023-05-01", 100) }
        let report = try await history.report()
        #expect(report.figures.personTimeCount == 65_000)
    }

    @Test("A person with far more claims than others is counted once, and all claims are")
    func onePerson() async throws {
        var history = History()
        Self.others(&history)
        for number in 0..<Exchange<PersonTime>.rowsOfKey + 2_000 {
            history.paid("P\(number)", 1_000_000, number % 2 == 0 ? "2023-05-01" : "2023-02-01", 100)
        }
        let report = try await history.report(pool: BlockPool(byteLimit: 1, spill: MemorySpill()))
        #expect(report.figures.recipientCount == 5_001)
        #expect(report.figures.personTimeCount == 5_000 + 51_000)
    }
}
