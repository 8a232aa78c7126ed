import AidModel
import AidStatistics
import TestSupport
import Testing

@Suite("What late inputs have changed") struct CausesTests {
    private typealias Change = RestatementCauses.Change
    private let quarter = Quarter(year: 2023, number: 2)

    /// One claim of 100 fen that was known, in file 0; the file after it is late.
    private func causes(_ change: (inout History) -> Void) async throws -> RestatementCauses {
        var history = History()
        history.paid("A", 1, "2023-04-01", 100, groups: ["门诊"])
        history.unpaid("U", 1, "2023-04-01", 7)
        history.reversal(of: "later", own: "R", 5)
        history.nextFile()
        change(&history)
        return try #require(try await history.settle(watches: [history.watch("2023Q2", late: [1])]).causes(in: quarter))
    }

    private func expect(
        _ causes: RestatementCauses, late: (Int, Int, Int128) = (0, 0, 0), corrected: (Int, Int, Int128) = (0, 0, 0),
        reversed: (Int, Int, Int128) = (0, 0, 0), sourceLocation: SourceLocation = #_sourceLocation
    ) {
        func change(_ change: (Int, Int, Int128)) -> Change {
            Change(claimCount: change.0, personTimes: change.1, amountMinor: change.2)
        }
        #expect(causes.lateClaims == change(late), sourceLocation: sourceLocation)
        #expect(causes.corrections == change(corrected), sourceLocation: sourceLocation)
        #expect(causes.reversals == change(reversed), sourceLocation: sourceLocation)
        #expect(causes.other == .none, sourceLocation: sourceLocation)
    }

    @Test("A claim that was not there, or not paid, is late; one of another quarter is not told")
    func lateClaims() async throws {
        expect(try await causes { $0.paid("B", 2, "2023-06-30", 30) }, late: (1, 1, 30))
        expect(try await causes { $0.paid("U", 1, "2023-04-01", 7) }, late: (1, 1, 7))
        expect(try await causes { $0.paid("B", nil, "2023-06-30", 30) }, late: (1, 1, 30))
        expect(try await causes { $0.paid("B", 2, "2023-07-01", 30) })
        expect(try await causes { $0.unpaid("B", 2, "2023-06-30", 30) })
        expect(
            try await causes {
                $0.paid("B", 2, "2023-06-30", 30)
                $0.paid("B", 2, "2023-06-30", 40)
            }, late: (1, 1, 40))
    }

    @Test("A paid version replaced by one that says something else is a correction, also of no money")
    func corrections() async throws {
        expect(try await causes { $0.paid("A", 1, "2023-04-01", 80, groups: ["门诊"]) }, corrected: (1, 0, -20))
        expect(try await causes { $0.paid("A", 1, "2023-04-01", 100, groups: ["住院"]) }, corrected: (1, 0, 0))
        expect(try await causes { $0.paid("A", 2, "2023-04-01", 100, groups: ["门诊"]) }, corrected: (1, 0, 0))
        expect(try await causes { $0.paid("A", 1, "2023-07-01", 100, groups: ["门诊"]) }, corrected: (1, -1, -100))
        expect(try await causes { $0.unpaid("A", 1, "2023-04-01", 100, groups: ["门诊"]) }, corrected: (1, -1, -100))
        expect(try await causes { $0.paid("A", 1, "2023-04-01", 100, groups: ["门诊"]) })
        expect(
            try await causes {
                $0.paid("A", 1, "2023-04-01", 80, groups: ["门诊"])
                $0.paid("A", 1, "2023-04-01", 100, groups: ["门诊"])
            })
    }

    @Test("A reversal of a known claim, and one that was known before its claim")
    func reversals() async throws {
        expect(try await causes { $0.reversal(of: "A", own: "R", 30) }, reversed: (1, 0, -30))
        expect(
            try await causes {
                $0.reversal(of: "A", own: "R", 30)
                $0.reversal(of: "A", own: "R", 30)
                $0.reversal(of: "A", own: "Q", 70)
                $0.reversal(of: "A", own: "P", 70)
            }, reversed: (1, -1, -100))
        expect(try await causes { $0.paid("later", 1, "2023-05-01", 50) }, late: (1, 1, 50), reversed: (1, 0, -5))
        expect(
            try await causes {
                $0.paid("A", 1, "2023-04-01", 60, groups: ["门诊"])
                $0.reversal(of: "A", own: "R", 60)
            }, corrected: (1, 0, -40), reversed: (1, -1, -60))
        expect(
            try await causes {
                $0.reversal(of: "A", own: "R", 101)
                $0.reversal(of: "nowhere", own: "R", 1)
                $0.reversal(of: "A", own: "R", 0)
            })
    }

    @Test("A late file that sorts before the known ones: what it says is no later version")
    func lateFilesBefore() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-01", 80)
        history.paid("B", 1, "2023-04-01", 5)
        history.reversal(of: "A", own: "R", 30)
        history.nextFile()
        history.paid("A", 1, "2023-04-01", 100)
        let watch = history.watch("2023Q2", late: [0])
        let causes = try #require(try await history.settle(watches: [watch]).causes(in: quarter))
        expect(causes, late: (1, 1, 5), reversed: (1, 0, -30))
    }

    @Test("Where no number names a claim, records were counted as they came, and nothing is told")
    func withoutNumbers() async throws {
        var history = History()
        history.paidWithoutNumber(1, "2023-04-05", 100)
        history.nextFile()
        history.paidWithoutNumber(1, "2023-04-05", 100)
        let settled = try await history.settle(
            hasClaimNumbers: false, watches: [history.watch("2023Q2", late: [1])])
        #expect(settled.causes(in: quarter) == nil)
    }

    @Test("Nothing is told where nothing is watched, and nothing else changes by watching")
    func unwatched() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-01", 80)
        history.paid("A", 1, "2023-04-01", 90)
        history.reversal(of: "A", own: "R", 30)
        #expect(try await history.settle().causes(in: quarter) == nil)
        let watched = try await history.settle(watches: [history.watch("2023Q2", late: [0])])
        #expect(watched.causes(in: Quarter(year: 2023, number: 1)) == nil)
        let settled = try await history.settle()
        #expect(watched.balances == settled.balances && watched.daysByQuarter == settled.daysByQuarter)
    }

    @Test("Settling twice with dictionaries tells the same, and the kinds add up to the whole change")
    func slowTwin() async throws {
        var seen = RestatementCauses()
        for seed in SeededRandom.seeds(400) {
            var random = SeededRandom(seed)
            let records = TwinRecord.random(&random)
            let files = (records.map(\.file).max() ?? 0) + 1
            let late = Set((0..<files).filter { _ in Bool.random(using: &random) })
            var history = History()
            for (index, record) in records.enumerated() {
                if index > 0 { for _ in records[index - 1].file..<record.file { history.nextFile() } }
                record.write(to: &history)
            }
            // The first file may have been empty.
            let first = records.first?.file ?? 0
            // Each quarter has late files of its own.
            let others = Set((0..<files).filter { _ in Bool.random(using: &random) })
            let slow = CausesTwin(records, late: late, from: "2023-04-01", through: "2023-06-30")
            let slowOther = CausesTwin(records, late: others, from: "2023-01-01", through: "2023-03-31")
            let watches = [
                history.watch("2023Q2", late: Set(late.map { $0 - first })),
                history.watch("2023Q1", late: Set(others.map { $0 - first })),
                history.watch("2020Q1", late: []),
            ]
            for (order, jobs) in [(nil, 1), (seed, 3)] as [(UInt64?, Int)] {
                let settled = try await history.settle(order: order, jobs: jobs, watches: watches)
                #expect(settled.causes(in: quarter) == slow.causes, "seed \(seed), jobs \(jobs)")
                #expect(
                    settled.causes(in: quarter.quarterEarlier) == slowOther.causes, "seed \(seed), jobs \(jobs)")
                #expect(settled.causes(in: Quarter(year: 2020, number: 1)) == RestatementCauses())
            }
            for slow in [slow, slowOther] {
                let kinds = [slow.causes.lateClaims, slow.causes.corrections, slow.causes.reversals]
                #expect(kinds.reduce(0) { $0 + $1.personTimes } == slow.after[0] - slow.before[0], "seed \(seed)")
                #expect(
                    kinds.reduce(0) { $0 + $1.amountMinor } == Int128(slow.after[1] - slow.before[1]), "seed \(seed)")
            }
            if slow.after[0] > 0 {
                let figures = try await history.report().figures
                #expect(
                    figures.personTimeCount == slow.after[0] && figures.amountMinor == Int128(slow.after[1]),
                    "seed \(seed)")
            }
            seen += slow.causes
        }
        for change in [seen.lateClaims, seen.corrections, seen.reversals] { #expect(change.claimCount > 0) }
    }
}
