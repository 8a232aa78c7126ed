import AidModel
import AidStatistics
import Testing

@Suite("Rule 4: reversals") struct ReversalTests {
    /// One claim of 100 fen, paid in the second quarter, and what is done to it.
    private func history(_ change: (inout History) -> Void) -> History {
        var history = History()
        history.paid("X", 9, "2023-04-01", 1)
        history.paid("A", 1, "2023-06-30", 100)
        change(&history)
        return history
    }

    private func rejects(_ history: History) async throws -> [RejectReason] {
        try await history.settle().rejects.map(\.reason)
    }

    @Test("A claim reduced to zero stands for no person-time and no recipient")
    func whole() async throws {
        let history = history { $0.reversal(of: "A", 100) }
        let balance = try await history.balance()
        #expect(balance.closes)
        #expect(
            balance.paid == Tally(2, 101) && balance.reversals == Tally(1, 100)
                && balance.fullyReversed == Tally(1, 100))
        #expect(try await history.report().figures == Figures(1, 1, 1))
    }

    @Test("One reduced in part keeps both")
    func inPart() async throws {
        let history = history {
            $0.reversal(of: "A", own: "R1", 30)
            $0.reversal(of: "A", own: "R2", 30)
        }
        let balance = try await history.balance()
        #expect(balance.closes && balance.reversals == Tally(2, 60) && balance.fullyReversed == .zero)
        #expect(try await history.report().figures == Figures(2, 2, 41))
    }

    @Test("Parts that add up to the whole take it back")
    func partsOfTheWhole() async throws {
        let history = history {
            $0.reversal(of: "A", own: "R1", 30)
            $0.reversal(of: "A", own: "R2", 70)
        }
        #expect(try await history.balance().fullyReversed == Tally(1, 100))
        #expect(try await history.report().figures == Figures(1, 1, 1))
    }

    @Test("In that claim's quarter, wherever the two stand, in another file and before it too")
    func anywhere() async throws {
        var before = History()
        before.reversal(of: "A", 40, day: "2023-09-30")
        before.nextFile()
        before.paid("A", 1, "2023-06-30", 100)
        before.paid("B", 1, "2023-07-01", 5)
        #expect(try await before.report().figures == Figures(1, 1, 60))
        #expect(try await before.report("2023Q3").figures == Figures(1, 1, 5))
        #expect(try await before.settle().balances[0].reversals == Tally(1, 40))
    }

    @Test("Reversals that agree in everything are duplicates; in all but one thing they are two")
    func duplicates() async throws {
        let same = history {
            $0.reversal(of: "A", own: "R1", 30)
            $0.reversal(of: "A", own: "R1", 30)
        }
        let balance = try await same.balance()
        #expect(balance.closes && balance.reversals == Tally(1, 30) && balance.duplicates == Tally(1, 30))
        let different: [(inout History) -> Void] = [
            { $0.reversal(of: "A", own: "R2", 30) }, { $0.reversal(of: "A", own: "R1", 31) },
            { $0.reversal(of: "A", own: "R1", 30, person: 2) },
            { $0.reversal(of: "A", own: "R1", 30, day: "2023-12-30") },
            { $0.reversal(of: "A", own: "R1", 30, groups: ["住院"]) },
        ]
        for change in different {
            let two = history {
                $0.reversal(of: "A", own: "R1", 30)
                change(&$0)
            }
            #expect(try await two.balance().reversals.recordCount == 2)
        }
    }

    @Test("More than is left is rejected, and leaves what is left")
    func tooMuch() async throws {
        let history = history {
            $0.reversal(of: "A", own: "R1", 60)
            $0.reversal(of: "A", own: "R2", 41)
            $0.reversal(of: "A", own: "R3", 40)
            $0.reversal(of: "A", own: "R4", 1)
        }
        #expect(try await rejects(history) == [.reversalExceedsClaim, .reversalExceedsClaim])
        let balance = try await history.balance()
        #expect(balance.closes)
        #expect(balance.rejectedByReason == [.reversalExceedsClaim: Tally(2, 42)])
        #expect(balance.reversals == Tally(2, 100) && balance.fullyReversed == Tally(1, 100))
    }

    @Test("One that finds no standing paid claim is rejected")
    func withoutClaim() async throws {
        var history = History()
        history.paid("X", 9, "2023-04-01", 1)
        history.reversal(of: "nowhere", 5)
        history.unpaid("U", 1, "2023-04-01", 5)
        history.reversal(of: "U", 5)
        history.paid("V", 1, "2023-04-01", 5)
        history.unpaid("V", 1, "2023-04-01", 5)
        history.reversal(of: "V", 5)
        history.reversal(of: "nowhere", 5)
        #expect(try await rejects(history) == [.reversalWithoutClaim, .reversalWithoutClaim, .reversalWithoutClaim])
        let settled = try await history.settle()
        #expect(settled.rejects.map(\.place.recordNumber) == [2, 4, 7])
        #expect(settled.rejects.allSatisfy { $0.field == "reverses" && $0.maskedValue == "H*1" && $0.amountMinor == 5 })
        let balance = try await history.balance()
        // The last agrees in everything with the first.
        #expect(balance.closes && balance.duplicates == Tally(1, 5))
        #expect(balance.rejectedByReason == [.reversalWithoutClaim: Tally(3, 15)])
    }

    @Test("What stands is reversed, not the version before")
    func ofASupersededVersion() async throws {
        let lower = history {
            $0.reversal(of: "A", 100)
            $0.paid("A", 1, "2023-06-30", 80)
        }
        #expect(try await rejects(lower) == [.reversalExceedsClaim])
        #expect(try await lower.report().figures == Figures(2, 2, 81))
        let higher = history {
            $0.reversal(of: "A", 100)
            $0.paid("A", 1, "2023-06-30", 120)
        }
        #expect(try await higher.balance().closes)
        #expect(try await higher.report().figures == Figures(2, 2, 21))
    }

    @Test("A claim of nothing stands until a reversal of nothing takes it back")
    func zero() async throws {
        var history = History()
        history.paid("A", 1, "2023-04-01", 0)
        history.paid("B", 2, "2023-04-01", 100)
        history.reversal(of: "B", 0)
        #expect(try await history.report().figures == Figures(2, 2, 100))
        #expect(try await history.balance().fullyReversed == .zero)
        history.reversal(of: "A", 0)
        #expect(try await history.report().figures == Figures(1, 1, 100))
        #expect(try await history.balance().fullyReversed == Tally(1, 0))
        #expect(try await history.balance().reversals == Tally(2, 0))
    }
}
