import AidModel
import AidStatistics
import Testing

@Suite("Rule 5: count") struct CountTests {
    /// People 1 to 4 over a year and a half; every figure below is added up by hand.
    private var history: History {
        var history = History()
        history.breakdowns = ["care", "district"]
        history.paid("A", 1, "2022-05-01", 1000, groups: ["门诊", "东"])
        history.paid("B", 2, "2022-12-31", 2000, groups: ["住院", ""])
        history.paid("C", 1, "2023-01-01", 10, groups: ["门诊", "东"])
        history.paid("D", 3, "2023-03-31", 20, groups: ["住院", "东"])
        history.paid("E", 1, "2023-04-01", 1, groups: ["门诊", "西"])
        history.paid("F", 1, "2023-05-01", 2, groups: ["住院", "西"])
        history.paid("G", 2, "2023-06-30", 4, groups: ["门诊", "未填"])
        history.paid("H", nil, "2023-06-30", 8, groups: ["门诊", "东"])
        history.paid("I", 4, "2023-07-01", 30_000, groups: ["门诊", "东"])
        history.paid("J", nil, "2023-07-01", 500, groups: ["门诊", "东"])
        return history
    }

    private func base(_ comparison: Comparison) -> Figures? { comparison.base.value }

    @Test("Recipients of each period are counted anew, never added")
    func periods() async throws {
        let report = try await history.report()
        #expect(report.figures == Figures(2, 4, 15))
        #expect(report.unidentified == Tally(1, 8))
        #expect(report.balance.unidentified == Tally(2, 508))
        #expect(base(report.yearEarlier) == Figures(1, 1, 1000))
        #expect(base(report.quarterEarlier) == Figures(2, 2, 30))
        #expect(report.yearToDate.figures.value == Figures(3, 6, 45))
        #expect(report.cumulative.figures == Figures(3, 8, 3045))
        #expect(report.cumulative.since == History.day("2022-05-01"))
        #expect(report.cumulative.through == History.day("2023-06-30"))
        #expect(
            (report.quarters + report.laterQuarters).map {
                "\($0.quarter) \($0.figures.map { "\($0.recipientCount) \($0.personTimeCount) \($0.amountMinor)" } ?? "-")"
            }
                == [
                    "2022Q2 1 1 1000", "2022Q3 -", "2022Q4 1 1 2000", "2023Q1 2 2 30", "2023Q2 2 4 15",
                    "2023Q3 1 2 30500",
                ])
        #expect(report.balance.closes)
        let total = (report.quarters + report.laterQuarters).compactMap(\.figures)
            .reduce(0) { $0 + $1.personTimeCount }
        #expect(total == report.balance.paid.recordCount - report.balance.fullyReversed.recordCount)
    }

    @Test("Groups by the bytes of their names, 未填 last and empty values with it")
    func groups() async throws {
        let report = try await history.report()
        let care = try #require(report.breakdowns.first)
        #expect(care.field == "care")
        #expect(care.groups.map(\.group) == ["住院", "门诊"])
        #expect(care.groups.map(\.figures.value) == [Figures(1, 1, 2), Figures(2, 3, 13)])
        #expect(care.groups.map(\.yearToDate.figures.value) == [Figures(2, 2, 22), Figures(2, 4, 23)])
        #expect(care.groups.map(\.cumulative.value) == [Figures(3, 3, 2022), Figures(2, 5, 1023)])
        #expect(care.groups.map { base($0.yearEarlier) } == [.zero, Figures(1, 1, 1000)])
        #expect(care.groups.map { base($0.quarterEarlier) } == [Figures(1, 1, 20), Figures(1, 1, 10)])
        let district = try #require(report.breakdowns.last)
        #expect(district.groups.map(\.group) == ["东", "西", nil])
        #expect(district.groups.map(\.figures.value) == [Figures(0, 1, 8), Figures(1, 2, 3), Figures(1, 1, 4)])
        #expect(
            district.groups.map(\.cumulative.value) == [Figures(2, 4, 1038), Figures(1, 2, 3), Figures(1, 2, 2004)])
    }

    @Test("Groups that occur in no period of the report are left out")
    func groupsOfOtherPeriods() async throws {
        var history = history
        history.paid("K", 4, "2023-09-01", 1, groups: ["体检", "北"])
        #expect(try await history.report().breakdowns[0].groups.map(\.group) == ["住院", "门诊"])
        #expect(try await history.report("2023Q3").breakdowns[0].groups.map(\.group) == ["住院", "体检", "门诊"])
    }

    @Test("Cumulative from a day within a quarter; the quarter itself stays whole")
    func since() async throws {
        let report = try await history.report(since: "2023-05-01")
        #expect(report.cumulative.figures == Figures(2, 3, 14))
        #expect(report.figures == Figures(2, 4, 15))
        #expect(report.breakdowns[0].groups.map(\.cumulative.value) == [Figures(1, 1, 2), Figures(1, 2, 12)])
        #expect(
            report.observations.map(\.code) == [
                "quarters-without-claims", "claims-before-start", "quarter-incomplete", "later-quarters",
            ])
        #expect(try await history.report(since: "2023-04-30").cumulative.figures == Figures(2, 3, 14))
        #expect(try await history.report(since: "2023-04-01").cumulative.figures == Figures(2, 4, 15))
    }

    @Test("Money is exact beyond 64 bits")
    func largeSums() async throws {
        var history = History()
        for claim in 0..<4 { history.paid("\(claim)", claim, "2023-04-01", .max) }
        let report = try await history.report()
        #expect(report.figures == Figures(4, 4, Int128(Int64.max) * 4))
        #expect(report.balance.closes)
    }

    @Test("The last whole quarter is reported where none is named")
    func latest() async throws {
        #expect(try await history.report(nil).quarter.description == "2023Q2")
    }

    @Test("A quarter without claims is refused, and so is an export without any")
    func refusals() async throws {
        await #expect(
            throws: ReportRefusal.noClaimsInQuarter(
                Quarter(year: 2022, number: 3), first: Quarter(year: 2022, number: 2),
                last: Quarter(year: 2023, number: 3))
        ) {
            _ = try await history.report("2022Q3")
        }
        var unpaid = History()
        unpaid.unpaid("A", 1, "2023-04-01", 5)
        await #expect(throws: ReportRefusal.noClaims) { _ = try await unpaid.report(nil) }
        await #expect(throws: ReportRefusal.noClaims) { _ = try await History().report(nil) }
    }

    @Test("Rule 6: figures that contradict the balance are our own fault", arguments: 0..<3)
    func contradiction(line: Int) async throws {
        let history = history
        let settled = try await history.settle()
        var inputs = history.inputs(settled)
        switch line {
        case 0: inputs[0].balance.paid.recordCount += 1
        case 1: inputs[0].balance.reversals.amountMinor += 1
        default: inputs[0].balance.fullyReversed.recordCount += 1
        }
        let programme = Programme(name: "t", title: BilingualText(zh: "", en: ""), since: nil, currency: .cny)
        await #expect(throws: ReportRefusal.figuresContradictBalance) {
            _ = try await ReportBuilder.report(
                ReportRequest(programme: programme, quarter: nil, breakdowns: [], minGroup: 0), claims: settled,
                groups: [[], [], [], [], [], [], []], inputs: inputs, jobs: 1)
        }
    }
}
