import AidModel
import Testing

/// Rule 6: records = paid + unpaid + reversals + duplicates + superseded + rejected + scaffolding.
@Suite("Rule 6: the balance") struct BalanceTests {
    /// A balance that closes: ten records of different money.
    private var closed: Balance {
        var balance = Balance()
        balance.paid = Tally(recordCount: 1, amountMinor: 1)
        balance.unpaid = Tally(recordCount: 2, amountMinor: 20)
        balance.reversals = Tally(recordCount: 1, amountMinor: 300)
        balance.duplicates = Tally(recordCount: 1, amountMinor: 4000)
        balance.superseded = Tally(recordCount: 2, amountMinor: 50_000)
        balance.rejectedByReason = [
            .badDate: Tally(recordCount: 2, amountMinor: 600_000),
            .malformedRecord: Tally(recordCount: 1, amountMinor: 0),
        ]
        balance.scaffolding = Tally(recordCount: 2, amountMinor: 7_000_000)
        balance.fullyReversed = Tally(recordCount: 1, amountMinor: 1)
        balance.records = Tally(recordCount: 12, amountMinor: 7_654_321)
        return balance
    }

    @Test func closes() {
        #expect(closed.closes)
        #expect(closed.rejected == Tally(recordCount: 3, amountMinor: 600_000))
        #expect(Balance().closes)
    }

    @Test("does not close when any line is off by a record or by a fen")
    func doesNotClose() {
        let lines: [WritableKeyPath<Balance, Tally>] = [
            \.records, \.paid, \.unpaid, \.reversals, \.duplicates, \.superseded, \.scaffolding,
        ]
        for line in lines {
            var records = closed
            records[keyPath: line].recordCount += 1
            #expect(!records.closes)
            var money = closed
            money[keyPath: line].amountMinor -= 1
            #expect(!money.closes)
        }
        var rejected = closed
        rejected.rejectedByReason[.badPerson] = Tally(recordCount: 1)
        #expect(!rejected.closes)
    }

    @Test("of all files is the sum of each line and of each reason")
    func adds() {
        var sum = closed
        var other = Balance()
        other.rejectedByReason = [.badDate: Tally(recordCount: 1, amountMinor: 5)]
        other.records = Tally(recordCount: 1, amountMinor: 5)
        other.unidentified = Tally(recordCount: 3, amountMinor: 9)
        sum += other
        sum += closed
        #expect(sum.closes)
        #expect(sum.rejectedByReason[.badDate] == Tally(recordCount: 5, amountMinor: 1_200_005))
        #expect(sum.rejectedByReason[.malformedRecord] == Tally(recordCount: 2))
        #expect(sum.unidentified == Tally(recordCount: 3, amountMinor: 9))
        #expect(sum.fullyReversed == Tally(recordCount: 2, amountMinor: 2))
        #expect(sum.scaffolding == Tally(recordCount: 4, amountMinor: 14_000_000))
        #expect(sum.records == Tally(recordCount: 25, amountMinor: 15_308_647))
    }

    @Test("Rule 2: reasons in the order in which they are tried")
    func reasonsInOrder() {
        #expect(
            RejectReason.allCases.map(\.rawValue) == [
                "malformed-record", "missing-claim", "damaged-claim", "unknown-status", "bad-date", "forgotten-quarter",
                "bad-amount", "zero-amount", "missing-person", "damaged-person", "bad-person", "reversal-without-claim",
                "reversal-exceeds-claim",
            ])
        #expect(RejectReason.allCases.shuffled().sorted() == RejectReason.allCases)
    }
}
