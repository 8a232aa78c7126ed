import AidModel
import AidReport
import AidStatistics
import Testing

@Suite("Rules 7 and 8: what the data cover") struct CoverageTests {
    private func history(_ days: [String]) -> History {
        var history = History()
        for (index, day) in days.enumerated() { history.paid("C\(index)", index % 3, day, 100) }
        return history
    }

    @Test(
        "Rule 8: a quarter whose exports stop before its last seven days is provisional",
        arguments: [
            ("2023-06-23", true), ("2023-06-24", false), ("2023-06-30", false), ("2023-04-01", true),
            ("2023-07-01", false),
        ])
    func provisional(last: String, isProvisional: Bool) async throws {
        let report = try await history(["2023-03-31", "2023-04-01", last]).report()
        #expect(report.isProvisional == isProvisional)
        #expect(report.observations.contains { $0.code == "provisional" } == isProvisional)
        #expect(report.quarters.first { $0.quarter == report.quarter }?.isProvisional == isProvisional)
        #expect(report.quarters.first?.isProvisional == false)
    }

    @Test(
        "The last whole quarter is the last that is not provisional, or the last of all",
        arguments: [
            (["2023-03-31", "2023-06-23"], "2023Q1"), (["2023-03-31", "2023-06-24"], "2023Q2"),
            (["2023-02-01"], "2023Q1"),
            (["2022-02-01", "2023-02-01"], "2022Q1"),
        ])
    func lastWhole(days: [String], quarter: String) async throws {
        #expect(try await history(days).report(nil).quarter.description == quarter)
    }

    @Test("A reversed claim still shows that the exports reach its day")
    func reversedClaimsCover() async throws {
        var history = history(["2023-04-01", "2023-06-30"])
        history.reversal(of: "C1", 100)
        let report = try await history.report()
        #expect(!report.isProvisional)
        #expect(report.figures == Figures(1, 1, 100))
    }

    @Test("Rule 7: no base gives no percent: absent without data, zero where all was reversed")
    func noPercent() async throws {
        var history = history(["2022-04-01", "2023-04-01", "2023-06-30"])
        history.reversal(of: "C0", 100)
        let report = try await history.report()
        #expect(report.yearEarlier.base == .known(.zero))
        #expect(report.quarterEarlier.base == .absent)
        #expect(report.quarterEarlier.change == .absent)
        for measure in Measure.allCases {
            #expect(report.yearEarlier.percent(measure) == .noneZero)
            #expect(report.quarterEarlier.percent(measure) == .noneAbsent)
        }
        #expect(report.yearEarlier.quarter.description == "2022Q2")
        #expect(report.quarterEarlier.quarter.description == "2023Q1")
    }

    @Test("Rule 7: change and percent")
    func change() async throws {
        var history = History()
        for claim in 0..<4 { history.paid("A\(claim)", claim, "2022-04-01", 200) }
        for claim in 0..<5 { history.paid("B\(claim)", claim % 3, "2023-06-30", 100) }
        let report = try await history.report()
        guard case .known(let change) = report.yearEarlier.change else {
            Issue.record("no change")
            return
        }
        #expect([change.recipients, change.personTimes] == [-1, 1] && change.amountMinor == -300)
        #expect(report.yearEarlier.percent(.recipients) == .hundredths(-2500))
        #expect(report.yearEarlier.percent(.personTimes) == .hundredths(2500))
        #expect(report.yearEarlier.percent(.amount) == .hundredths(-3750))
    }

    @Test(
        "Rule 7: a year to date is a base only if it covers the same quarters",
        arguments: [
            (["2022-01-01", "2022-04-01", "2023-01-01", "2023-06-30"], true),
            (["2022-04-01", "2023-01-01", "2023-06-30"], false),
            (["2022-01-01", "2023-01-01", "2023-06-30"], false), (["2022-04-01", "2023-06-30"], true),
            (["2023-06-30"], false),
            (["2022-01-01", "2022-04-01", "2023-06-30"], false),
        ])
    func yearToDate(days: [String], isBase: Bool) async throws {
        let report = try await history(days).report()
        let earlier = days.filter { $0.hasPrefix("2022") }.count
        #expect((report.yearToDate.yearEarlier.base != .absent) == isBase)
        if isBase { #expect(report.yearToDate.yearEarlier.base.value?.personTimeCount == earlier) }
        #expect(report.yearToDate.figures.value?.personTimeCount == days.count - earlier)
        #expect(report.yearToDate.yearEarlier.quarter.description == "2022Q2")
        let lacksFirst = !days.contains("2023-01-01")
        #expect(report.observations.contains { $0.code == "year-to-date-incomplete" } == (lacksFirst && days.count > 1))
    }

    @Test(
        "What a reader must know of the data",
        arguments: [
            (["2023-04-01", "2023-06-30"], "2023-04-01", []),
            (["2023-04-01", "2023-06-30"], "2023-01-01", ["year-to-date-incomplete", "cumulative-incomplete"]),
            (["2023-01-01", "2023-06-30"], "2020-05-01", ["cumulative-incomplete", "quarter-incomplete"]),
            (
                ["2022-06-30", "2023-01-01", "2023-06-30"], nil,
                ["quarters-without-claims", "quarter-incomplete", "quarter-incomplete"]
            ),
            (["2023-03-31", "2023-06-30"], "2023-04-02", ["claims-before-start", "quarter-incomplete"]),
            (["2023-01-31", "2023-06-01"], nil, ["provisional"]),
            (["2023-01-01", "2023-04-01", "2023-07-01"], nil, ["quarter-incomplete", "later-quarters"]),
            (
                ["2023-04-01", "2023-06-30", "2033-01-01"], nil,
                ["far-off-dates"]
            ),
        ] as [([String], String?, [String])])
    func findings(days: [String], since: String?, codes: [String]) async throws {
        let report = try await history(days).report(since: since)
        #expect(report.observations.map(\.code) == codes)
        let incomplete = report.quarters.filter { $0.isIncomplete }.map(\.quarter)
        let asked = [report.quarter, report.quarter.yearEarlier].filter(incomplete.contains)
        #expect(asked.count == codes.filter { $0 == "quarter-incomplete" }.count)
        for finding in report.observations.map(Finding.init) {
            #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
        }
    }

    @Test("Gaps of quarters are shown, but not the centuries before a wrong date")
    func gaps() async throws {
        let report = try await history(["0202-04-01", "2022-04-01", "2023-06-30"]).report()
        #expect(report.quarters.map(\.quarter.description) == ["2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"])
        #expect(report.quarters.map { $0.figures != nil } == [true, false, false, false, true])
        #expect(report.farOffClaimCount == 1)
    }
}
