import TestSupport
import AidModel
import AidStatistics
import Testing

/// The outcome depends on where records stand, not on who reads what when.
struct OrderTests {
    /// Some hundred records about a few claims of a few people, with every kind of trouble.
    private static func history(_ seed: UInt64) -> History {
        var random = SeededRandom(seed)
        var history = History()
        history.breakdowns = ["care"]
        let days = ["2022-04-01", "2022-06-30", "2023-01-01", "2023-04-01", "2023-05-05", "2023-06-30"]
        for _ in 0..<Int.random(in: 5...150, using: &random) {
            let claim = "C\(Int.random(in: 0...20, using: &random))"
            let person = Int.random(in: 0...6, using: &random)
            let day = days.randomElement(using: &random) ?? ""
            let fen = Int64.random(in: 0...3, using: &random) * 50
            let care = ["门诊", "住院", ""].randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<10, using: &random) {
            case 0: history.unpaid(claim, person, day, fen, groups: [care])
            case 1: history.nextFile()
            case 2, 3: history.reversal(of: claim, own: "R\(person % 2)", fen, person: person % 2, groups: [care])
            default: history.paid(claim, person == 0 ? nil : person, day, fen, groups: [care])
            }
        }
        history.paid("last", 1, "2023-06-30", 1, groups: [""])
        return history
    }

    @Test("Every order of dealing and any number of jobs give the same report")
    func sameReport() async throws {
        for seed in SeededRandom.seeds(40) {
            let history = Self.history(seed)
            let report = try await history.report(minGroup: 2)
            #expect(report.balance.closes, "seed \(seed)")
            let rejects = try await history.settle().rejects
            #expect(rejects.map(\.position) == rejects.map(\.position).sorted())
            for (order, jobs) in [(1, 1), (2, 2), (3, 7)] as [(UInt64, Int)] {
                #expect(
                    try await history.report(minGroup: 2, order: order, jobs: jobs) == report,
                    "seed \(seed), jobs \(jobs)")
                #expect(
                    try await history.settle(order: order, jobs: jobs).rejects == rejects, "seed \(seed), jobs \(jobs)")
            }
        }
    }

    @Test("Claims that an earlier run has settled, and nothing is about since, need not be settled again")
    func settledEarlier() async throws {
        for seed in SeededRandom.seeds(120) {
            var random = SeededRandom(seed)
            let records = TwinRecord.random(&random)
            var history = History()
            history.breakdowns = ["care"]
            let fileCount = (records.map(\.file).max() ?? 0) + 1
            for file in 0..<fileCount {
                for record in records where record.file == file { record.write(to: &history) }
                history.paid("alone\(file)", 3, "2023-05-0\(file + 1)", 7, groups: ["门诊"])
                if file + 1 < fileCount { history.nextFile() }
            }
            let known = Set((0..<fileCount).filter { _ in Bool.random(using: &random) })
            let watches = [
                history.watch("2023Q2", late: Set((0..<fileCount).filter { _ in Bool.random(using: &random) }))
            ]
            let quarter = Quarter(year: 2023, number: 2)
            let once = try await history.settle(watches: watches)
            let expected = try await history.report(once)
            for jobs in [1, 3] {
                let again = try await history.settleAgain(known: known, jobs: jobs, watches: watches)
                #expect(again.causes(in: quarter) == once.causes(in: quarter), "seed \(seed), jobs \(jobs)")
                #expect(again.rejects == once.rejects, "seed \(seed), jobs \(jobs)")
                #expect(try await history.report(again) == expected, "seed \(seed), jobs \(jobs)")
            }
        }
    }

    @Test("A filter of keys says no to hardly a key that it does not hold, and to none that it does")
    func keyFilter() {
        var random = SeededRandom(5)
        func keys(_ count: Int) -> [ExactKey] {
            (0..<count).map { _ in ExactKey(high: random.next(), low: random.next()) }
        }
        for count in [0, 1, 100, 5_000, 70_000] {
            let held = keys(count)
            let filter = KeyFilter(held)
            #expect(held.allSatisfy(filter.mayHold))
            let wrong = keys(50_000).count { filter.mayHold($0) }
            #expect(wrong < 50_000 / 40, "\(count) keys: \(wrong) of 50,000 others")
        }
    }

    @Test("Results come in the order of their indices, and of several errors the first", arguments: [1, 2, 7, 100])
    func concurrently(jobs: Int) async throws {
        struct Failure: Error, Equatable { var index: Int }
        #expect(try await AidStatistics.concurrently(50, jobs: jobs) { $0 * $0 } == (0..<50).map { $0 * $0 })
        #expect(try await AidStatistics.concurrently(0, jobs: jobs) { $0 } == [])
        await #expect(throws: Failure(index: 3)) {
            _ = try await AidStatistics.concurrently(50, jobs: jobs) { index in
                if index % 10 == 3 { throw Failure(index: index) }
                return index
            }
        }
    }
}
