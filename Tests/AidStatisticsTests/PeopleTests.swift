import AidModel
import AidReport
import AidStatistics
import TestSupport
import Testing

@Suite("First-time and returning recipients, and averages") struct PeopleTests {
    @Test("First-time are those without a standing person-time in a quarter before")
    func firstTime() async throws {
        var history = History()
        history.paid("A", 1, "2022-05-01", 1)
        for (index, day) in ["2022-07-01", "2022-10-01"].enumerated() { history.paid("D\(index)", 9, day, 1) }
        history.paid("B", 2, "2023-03-31", 1)
        history.paid("C", 3, "2023-07-01", 1)
        history.reversal(of: "B", 1)
        for (index, person) in [1, 1, 2, 3, 4].enumerated() { history.paid("Q\(index)", person, "2023-06-30", 1) }
        let report = try await history.report()
        // Person 2 was taken back, person 3 comes again later.
        #expect(report.firstTimeCount == 3)
        #expect(report.people.firstTimeCount == 3 && report.people.returningCount == 1)
        #expect(try await history.report("2022Q2").people.firstTimeCount == 1)
        #expect(try await history.report("2023Q3").people.returningCount == 1)
    }

    @Test("What lies before the programme's start makes nobody return")
    func start() async throws {
        var history = History()
        history.paid("A", 1, "2022-05-01", 1)
        for (index, day) in ["2022-07-01", "2022-10-01"].enumerated() { history.paid("D\(index)", 9, day, 1) }
        history.paid("B", 2, "2023-03-01", 1)
        history.paid("C", 3, "2023-04-01", 1)
        for person in 1...4 { history.paid("Q\(person)", person, "2023-06-30", 1) }
        #expect(try await history.report().people.firstTimeCount == 2)
        #expect(try await history.report(since: "2023-03-01").people.firstTimeCount == 3)
        #expect(try await history.report(since: "2023-03-02").people.firstTimeCount == 4)
        // Aided in the quarter before the start alone: a recipient of it, and in none before it.
        var before = History()
        before.paid("A", 1, "2023-04-01", 1)
        #expect(try await before.report(since: "2023-06-01").people.firstTimeCount == 1)
    }

    @Test("Who is new cannot be told where the data begin later than the programme")
    func lateData() async throws {
        var history = History()
        history.paid("A", 1, "2023-01-01", 1)
        history.paid("B", 2, "2023-06-30", 3)
        let report = try await history.report(since: "2022-12-31")
        #expect(report.firstTimeCount == nil && report.people.returningCount == nil)
        #expect(report.people.amountPerRecipientMinor == 3)
        #expect(report.observations.contains { $0.code == "cumulative-incomplete" })
        #expect(try await history.report(since: "2023-01-01").people.firstTimeCount == 1)
    }

    @Test("Who is new cannot be told over a hole in the data, as where they begin late")
    func holes() async throws {
        var history = History()
        history.paid("A", 1, "2022-04-01", 1)
        history.paid("B", 1, "2022-12-31", 1)
        history.paid("C", 2, "2023-01-01", 1)
        for person in 1...4 { history.paid("Q\(person)", person, "2023-06-30", 1) }
        let report = try await history.report()
        #expect(report.firstTimeCount == nil && report.people.returningCount == nil)
        #expect(report.missingQuarters(since: report.cumulative.since).within.map(\.description) == ["2022Q3"])
        #expect(
            report.observations.map(Finding.init).first { $0.code == "quarters-without-claims" }?.message.en.contains(
                "cannot be told")
                == true)
        // After the hole the programme has begun, or before it the report ends: then it is of no consequence.
        #expect(try await history.report(since: "2022-10-01").people.firstTimeCount == 2)
        #expect(try await history.report(since: "2022-09-30").people.firstTimeCount == nil)
        #expect(try await history.report("2022Q2").people.firstTimeCount == 1)
        #expect(try await history.report("2022Q4").people.firstTimeCount == nil)
        // Filled by a claim that was taken back, there is none.
        history.paid("D", 5, "2022-09-30", 7)
        history.reversal(of: "D", 7)
        #expect(try await history.report().people.firstTimeCount == 2)
    }

    @Test("Averages leave out what names no recipient, and are rounded half away from zero")
    func averages() async throws {
        var history = History()
        for (index, fen) in [100, 100, 101, 1].enumerated() {
            history.paid("\(index)", [1, 2, 2, 2][index], "2023-06-30", Int64(fen))
        }
        history.paid("nobody", nil, "2023-06-30", 1_000)
        #expect(try await history.report().people.personTimesPerRecipientHundredths == 200)
        #expect(try await history.report().people.amountPerRecipientMinor == 151)
        history.paid("third", 3, "2023-06-30", 1)
        // 5 ÷ 3 and 303 ÷ 3.
        #expect(try await history.report().people.personTimesPerRecipientHundredths == 167)
        #expect(try await history.report().people.amountPerRecipientMinor == 101)
        var nobody = History()
        nobody.paid("A", nil, "2023-06-30", 5)
        #expect(try await nobody.report().people.personTimesPerRecipientHundredths == nil)
        #expect(try await nobody.report().people.amountPerRecipientMinor == nil)
        #expect(try await nobody.report().people.firstTimeCount == 0)
    }

    @Test("Counting with sets gives the same")
    func slowTwin() async throws {
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            var history = History()
            let days = [
                "2022-04-01", "2022-07-01", "2022-12-31", "2023-01-01", "2023-03-31", "2023-04-01", "2023-06-30",
                "2023-07-01",
            ]
            let since = Bool.random(using: &random) ? days.randomElement(using: &random) : nil
            var rows: [(person: Int, day: String)] = []
            for _ in 0..<Int.random(in: 1...120, using: &random) {
                rows.append((Int.random(in: 0...40, using: &random), days.randomElement(using: &random)!))
            }
            rows.append((99, "2023-06-30"))
            for (index, row) in rows.enumerated() { history.paid("\(index)", row.person, row.day, 1) }
            let report = try await history.report(since: since, order: seed, jobs: 2)
            let first = rows.map(\.day).min()!
            let inQuarter = Set(rows.filter { ("2023-04-01"..."2023-06-30").contains($0.day) }.map(\.person))
            let earlier = Set(rows.filter { $0.day < "2023-04-01" && $0.day >= since ?? "" }.map(\.person))
            let start = max(since ?? first, first)
            let lacking = Set(["2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"])
                .subtracting(rows.map { History.day($0.day).quarter.description })
                .filter { $0 >= History.day(start).quarter.description }
            let isKnown =
                lacking.isEmpty && since.map { History.day($0).quarter >= History.day(first).quarter } ?? true
            #expect(
                report.people.firstTimeCount == (isKnown ? inQuarter.subtracting(earlier).count : nil), "seed \(seed)")
            #expect(
                report.people.returningCount == (isKnown ? inQuarter.intersection(earlier).count : nil), "seed \(seed)")
        }
    }
}
