import AidModel
import AidReport
import AidStatistics
import Testing

@Suite("Dates far from all others, and quarters after the report's") struct FarOffTests {
    /// Claims of a programme: so many in each of so many quarters up to 2023Q2.
    private func history(quarters: Int = 4, claims: Int = 10, through last: String = "2023Q2") -> History {
        var history = History()
        for back in 0..<quarters {
            let quarter = Quarter(ordinal: Quarter(last)!.ordinal - back)
            for claim in 0..<claims {
                let day = claim % 2 == 0 ? quarter.firstDay : quarter.lastDay
                history.paid("\(quarter)-\(claim)", claim, day.description, 100)
            }
        }
        return history
    }

    private static let sentinels = [
        "0001-01-01", "0202-06-30", "1899-12-30", "1900-01-01", "1970-01-01", "2033-04-01", "2203-06-30", "9999-12-31",
    ]

    @Test("move neither the start, nor the quarters shown, nor the default quarter", arguments: sentinels)
    func sentinel(day: String) async throws {
        let plain = try await history().report(nil)
        for count in [1, 60] {
            // Wrong years that no programme has may be many; others few.
            if count > 1, day == "2033-04-01" { continue }
            var history = history()
            for claim in 0..<count { history.paid("X\(claim)", 100 + claim, day, 7) }
            let report = try await history.report(nil)
            #expect(report.quarter == plain.quarter && report.cumulative == plain.cumulative)
            #expect(report.quarters == plain.quarters && report.laterQuarters.isEmpty)
            #expect(report.firstTimeCount == plain.firstTimeCount && report.firstTimeCount == 0)
            #expect(report.farOffClaimCount == count)
            #expect(report.observations.map(\.code) == ["far-off-dates"])
            #expect(Finding(report.observations[0]).message.en.hasPrefix("\(count) claims"))
            #expect(report.balance.paid.recordCount == 40 + count && report.balance.closes)
        }
    }

    @Test("make nobody return who came to be aided in the quarter itself")
    func peopleOfFarOffQuarters() async throws {
        var history = history()
        history.paid("X", 77, "1900-01-01", 7)
        history.paid("Y", 77, "2023-06-01", 7)
        #expect(try await history.report().firstTimeCount == 1)
        #expect(try await history.report().cumulative.figures == Figures(11, 41, 4007))
    }

    @Test("are never a quarter that is asked for, unless a programme could have it: then it is warned of")
    func askedFor() async throws {
        var history = history()
        for (index, day) in Self.sentinels.enumerated() { history.paid("X\(index)", 50, day, 7) }
        for quarter in ["0001Q1", "0202Q2", "1899Q4", "1900Q1", "1970Q1", "2203Q2", "9999Q4"] {
            await #expect(
                throws: ReportRefusal.farOffQuarter(
                    Quarter(quarter)!, first: Quarter("2022Q3")!, last: Quarter("2023Q2")!)
            ) { _ = try await history.report(quarter) }
        }
        let report = try await history.report("2033Q2")
        #expect(report.figures == Figures(1, 1, 7) && report.firstTimeCount == nil)
        #expect(report.observations.map(\.code).contains("far-off-quarter"))
        #expect(report.observations.map(\.code).contains("quarters-without-claims"))
    }

    @Test("A programme with few claims has far-off dates too")
    func smallProgramme() async throws {
        var history = History()
        for (index, day) in ["2023-04-01", "2023-05-02", "2023-06-30"].enumerated() {
            history.paid("\(index)", index, day, 1)
        }
        history.paid("X", 9, "2003-05-02", 1)
        history.paid("Y", 9, "2033-05-02", 1)
        let report = try await history.report(nil)
        #expect(report.quarter.description == "2023Q2" && report.quarters.count == 1 && report.farOffClaimCount == 2)
        #expect(report.cumulative.since.description == "2023-04-01" && report.firstTimeCount == 3)
    }

    @Test("Where most of the data lie behind a gap, they are what is usual")
    func mostBehind() async throws {
        var history = history()
        for claim in 0..<3 { history.paid("X\(claim)", claim, "2013-04-01", 7) }
        let report = try await history.report(nil)
        #expect(report.quarter.description == "2023Q2" && report.farOffClaimCount == 3)
        #expect(report.cumulative.since.description == "2022-07-01")
    }

    @Test("As much before a gap as behind it is a hole, not a slip: all of it is counted, and the hole is told")
    func hole() async throws {
        var history = history(quarters: 6)
        for claim in 0..<30 { history.paid("X\(claim)", 200 + claim, "2016-04-01", 7) }
        for claim in 0..<30 { history.paid("Y\(claim)", 200 + claim, "2016-09-30", 7) }
        let report = try await history.report(nil)
        #expect(report.farOffClaimCount == 0 && report.quarters.first?.quarter.description == "2016Q2")
        #expect(report.cumulative.figures.personTimeCount == 120)
        #expect(report.firstTimeCount == nil)
        #expect(report.observations.contains { $0.code == "quarters-without-claims" })
    }

    @Test("Nothing since the start that the pipeline file names is far off before the others")
    func sinceNamesThem() async throws {
        var history = history()
        history.paid("X", 1, "2012-05-02", 7)
        let report = try await history.report(nil, since: "2012-05-01")
        #expect(report.farOffClaimCount == 0 && report.firstTimeCount == nil)
        #expect(report.cumulative.figures.personTimeCount == 41)
        #expect(report.quarters.first?.quarter.description == "2012Q2")
        // Before the start it is.
        let later = try await history.report(nil, since: "2022-07-01")
        #expect(later.farOffClaimCount == 1 && later.firstTimeCount == 0)
        #expect(!later.observations.contains { $0.code == "claims-before-start" })
    }

    @Test("A sheet that was filled down with a year to come is dense, and far off all the same")
    func filledDown() async throws {
        var history = history(quarters: 8)
        for claim in 0..<10 { history.paid("X\(claim)", claim, "2032-06-30", 7) }
        let report = try await history.report(nil)
        #expect(report.quarter.description == "2023Q2" && report.farOffClaimCount == 10)
    }

    @Test("A report shows nothing after its quarter, but what is later stays known")
    func later() async throws {
        let whole = try await history(quarters: 6).report(nil)
        let report = try await history(quarters: 6).report("2022Q4")
        #expect(report.quarters == whole.quarters.filter { $0.quarter <= report.quarter })
        #expect(report.quarters + report.laterQuarters == whole.quarters)
        #expect(report.laterQuarters.map(\.quarter.description) == ["2023Q1", "2023Q2"])
        #expect(report.observations.map(\.code) == ["later-quarters"])
        // A hole after the quarter is none of its business.
        var history = history(quarters: 2)
        history.paid("X", 1, "2022-01-01", 1)
        history.paid("Y", 2, "2022-03-31", 1)
        let early = try await history.report("2022Q1")
        #expect(early.observations.map(\.code) == ["later-quarters"] && early.firstTimeCount == 2)
    }
}
