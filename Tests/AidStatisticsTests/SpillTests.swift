import TestSupport
import AidModel
import AidStatistics
import Testing

/// Rows that memory has no room for come back whole.
struct SpillTests {
    /// So many claims that the smallest memory does not hold them.
    private static func history(_ seed: UInt64) -> History {
        var random = SeededRandom(seed)
        var history = History()
        history.breakdowns = ["care"]
        let days = ["2022-05-01", "2023-01-01", "2023-04-01", "2023-06-30"]
        for number in 0..<250_000 {
            let day = days[Int(random.next() % 4)]
            let isLater = random.next() % 50 == 0
            history.paid(
                "C\(isLater ? number / 2 : number)", Int(random.next() % 20_000), day, Int64(random.next() % 1000),
                groups: [random.next() % 3 == 0 ? "住院" : "门诊"])
        }
        return history
    }

    @Test("Short memory gives the same report as long memory")
    func sameReport() async throws {
        let seed = SeededRandom.seeds(1)[0]
        let history = Self.history(seed)
        let report = try await history.report()
        for jobs in [1, 3] {
            let spill = MemorySpill()
            let pool = BlockPool(byteLimit: 1, spill: spill)
            #expect(try await history.report(order: 3, jobs: jobs, pool: pool) == report, "seed \(seed), jobs \(jobs)")
            #expect(spill.byteCount > 1 << 20)
        }
    }

    @Test("Rows that could not be spilled are not silently lost")
    func failure() async throws {
        let history = Self.history(1)
        let pool = BlockPool(byteLimit: 1, spill: MemorySpill(limit: 100_000))
        await #expect(throws: MemorySpill.Full.self) { try await history.report(pool: pool) }
    }
}
