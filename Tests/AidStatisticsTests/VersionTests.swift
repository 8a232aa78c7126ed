import AidModel
import AidStatistics
import TestSupport
import Testing

@Suite("Rule 3: one claim, once") struct VersionTests {
    @Test("A record that says the same is a duplicate")
    func duplicates() async throws {
        var history = History()
        for _ in 0..<3 { history.paid("A", 1, "2023-04-05", 100) }
        let balance = try await history.balance()
        #expect(balance.closes)
        #expect(balance.paid == Tally(1, 100) && balance.duplicates == Tally(2, 200) && balance.superseded == .zero)
        #expect(try await history.report().figures == Figures(1, 1, 100))
    }

    @Test("A later version stands, the one before is superseded; a version that comes again is a version again")
    func versions() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-05", 100)
        history.paid("A", 1, "2023-04-05", 100)
        history.paid("A", 1, "2023-04-05", 80)
        history.paid("A", 1, "2023-04-05", 80)
        history.paid("A", 1, "2023-04-05", 100)
        let balance = try await history.balance()
        #expect(balance.closes)
        #expect(balance.paid == Tally(1, 100))
        #expect(balance.duplicates == Tally(2, 180))
        #expect(balance.superseded == Tally(2, 180))
        #expect(try await history.report().figures == Figures(1, 1, 100))
    }

    @Test("Whatever differs makes a version: person, date, amount, class, groups", arguments: 0..<6)
    func whatDiffers(field: Int) async throws {
        var history = History()
        history.breakdowns = ["care"]
        history.paid("A", 1, "2023-04-05", 100, groups: ["门诊"])
        switch field {
        case 0: history.paid("A", 2, "2023-04-05", 100, groups: ["门诊"])
        case 1: history.paid("A", 1, "2023-04-06", 100, groups: ["门诊"])
        case 2: history.paid("A", 1, "2023-04-05", 101, groups: ["门诊"])
        case 3: history.unpaid("A", 1, "2023-04-05", 100, groups: ["门诊"])
        case 4: history.paid("A", 1, "2023-04-05", 100, groups: ["住院"])
        default: history.paid("A", nil, "2023-04-05", 100, groups: ["门诊"])
        }
        let balance = try await history.balance()
        #expect(balance.superseded == Tally(1, 100) && balance.duplicates == .zero && balance.closes)
    }

    @Test("An unpaid claim whose amount is not known is not one of nothing")
    func unknownAmount() async throws {
        var history = History()
        history.unpaid("A")
        history.unpaid("A")
        history.unpaid("A", nil, "2023-01-01", 0)
        let balance = try await history.balance()
        #expect(balance.duplicates == Tally(1, 0) && balance.superseded == Tally(1, 0) && balance.unpaid == Tally(1, 0))
    }

    @Test("Paid, then refused; refused, then paid")
    func classes() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-05", 100)
        history.unpaid("A", 1, "2023-04-05", 100)
        history.unpaid("B", 2, "2023-04-05", 70)
        history.paid("B", 2, "2023-04-05", 70)
        let balance = try await history.balance()
        #expect(balance.superseded == Tally(2, 170) && balance.unpaid == Tally(1, 100) && balance.paid == Tally(1, 70))
        #expect(try await history.report().figures == Figures(1, 1, 70))
    }

    @Test("Input order: files as listed, then position; each file's balance counts its own records")
    func acrossFiles() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-05", 100)
        history.paid("B", 2, "2023-04-05", 7)
        history.nextFile()
        history.paid("A", 1, "2023-04-05", 90)
        history.paid("B", 2, "2023-04-05", 7)
        let balances = try await history.settle().balances
        #expect(balances[0].superseded == Tally(1, 100) && balances[0].paid == Tally(1, 7))
        #expect(balances[1].duplicates == Tally(1, 7) && balances[1].paid == Tally(1, 90))
        for order in 0..<5 as Range<UInt64> { #expect(try await history.settle(order: order).balances == balances) }
    }

    @Test("Without a claim field every record is a claim of its own")
    func withoutNumbers() async throws {
        var history = History()
        for _ in 0..<3 { history.paidWithoutNumber(1, "2023-04-05", 100) }
        #expect(try await history.report().figures == Figures(1, 3, 300))
    }

    @Test("A version that names somebody else than the one before is counted, in its own file")
    func otherPersons() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-05", 100)
        history.paid("A", 1, "2023-04-05", 90)
        history.paid("B", 2, "2023-04-05", 7)
        history.paid("C", nil, "2023-04-05", 7)
        history.nextFile()
        history.paid("A", 3, "2023-04-05", 90)
        history.paid("A", 3, "2023-04-05", 90)
        history.paid("A", 1, "2023-04-05", 90)
        history.paid("C", 4, "2023-04-05", 7)
        // Who it is about is not lost by a version that does not say.
        history.unpaid("B")
        history.paid("B", 5, "2023-04-05", 7)
        // A reversal is no version.
        history.reversal(of: "C", 1, person: 9)
        #expect(try await history.settle().otherPersons == [0, 3])
        for order in 0..<5 as Range<UInt64> {
            for jobs in [1, 3] { #expect(try await history.settle(order: order, jobs: jobs).otherPersons == [0, 3]) }
        }
        for known in [Set([0]), [1], [0, 1]] {
            #expect(try await history.settleAgain(known: known, jobs: 2).otherPersons == [0, 3])
        }
    }

    @Test("As many of them as one finds who goes through the records one by one")
    func otherPersonsOneByOne() async throws {
        for seed in SeededRandom.seeds(30) {
            var random = SeededRandom(seed)
            var history = History()
            var last: [Int: Int] = [:]
            var expected = [0]
            for _ in 0..<Int.random(in: 1...200, using: &random) {
                if Int.random(in: 0..<20, using: &random) == 0 {
                    history.nextFile()
                    expected.append(0)
                }
                let claim = Int.random(in: 0..<40, using: &random)
                let person = Int.random(in: 0..<5, using: &random)
                history.paid("C\(claim)", person == 0 ? nil : person, "2023-04-05", 100)
                guard person > 0 else { continue }
                if let before = last.updateValue(person, forKey: claim), before != person {
                    expected[expected.count - 1] += 1
                }
            }
            #expect(try await history.settle().otherPersons == expected, "seed \(seed)")
            #expect(try await history.settle(order: seed, jobs: 3).otherPersons == expected, "seed \(seed)")
            let known = Set(expected.indices.filter { $0 % 2 == 0 })
            #expect(try await history.settleAgain(known: known, jobs: 2).otherPersons == expected, "seed \(seed)")
        }
    }
}
