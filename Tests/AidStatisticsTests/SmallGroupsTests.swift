import TestSupport
import AidModel
import Testing

@testable import AidStatistics

struct SmallGroupsTests {
    @Test("In the report: changes with their figures, totals never, and what would follow from other periods")
    func inTheReport() async throws {
        var history = History()
        history.breakdowns = ["care"]
        for person in 0..<6 {
            history.paid("A\(person)", person, "2022-06-30", 100, groups: ["门诊"])
            history.paid("B\(person)", person, "2022-06-30", 100, groups: ["住院"])
            history.paid("C\(person)", person, "2023-06-30", 100, groups: ["体检"])
        }
        // Large enough that there may be three fewer.
        for person in 0..<8 { history.paid("D\(person)", person, "2023-06-30", 100, groups: ["门诊"]) }
        history.paid("E", 7, "2023-06-30", 100, groups: ["住院"])
        let report = try await history.report(minGroup: 5)
        #expect(report.figures == Figures(8, 15, 1500))
        #expect(report.minGroup == 5)
        let groups = report.breakdowns[0].groups
        #expect(groups.map(\.group) == ["住院", "体检", "门诊"])
        #expect(groups.map(\.figures) == [.suppressed(.small), .known(Figures(6, 6, 600)), .suppressed(.complement)])
        #expect(
            groups.map(\.yearEarlier.base) == [.known(Figures(6, 6, 600)), .known(.zero), .known(Figures(6, 6, 600))])
        // The year to date is the quarter, and all since the start is the quarter and that a year before.
        #expect(groups.map(\.yearToDate.figures) == groups.map(\.figures))
        #expect(
            groups.map(\.cumulative) == [
                .suppressed(.complement), .known(Figures(6, 6, 600)), .suppressed(.complement),
            ])
        #expect(groups[0].yearEarlier.change == .suppressed(.small))
        #expect(groups[2].yearEarlier.change == .suppressed(.complement))
        #expect(!report.observations.contains { $0.code == "unprotected" })
        #expect(groups[0].yearEarlier.percent(.amount) == .noneSuppressed)
        #expect(groups.map(\.quarterEarlier.base) == [.absent, .absent, .absent])
        let open = try await history.report(minGroup: 0)
        #expect(
            open.breakdowns[0].groups.map(\.figures.value) == [
                Figures(1, 1, 100), Figures(6, 6, 600), Figures(8, 8, 800),
            ])
    }

    @Test("Where there is too little to hide a small group behind, the report says so")
    func unprotected() async throws {
        var history = History()
        history.breakdowns = ["care"]
        for person in 0..<6 { history.paid("A\(person)", person, "2023-06-30", 100, groups: ["门诊"]) }
        history.paid("B", 7, "2023-06-30", 100, groups: ["住院"])
        let report = try await history.report(minGroup: 5)
        #expect(report.breakdowns[0].groups.allSatisfy { $0.figures.value == nil })
        let periods = [ReportPeriod.quarter, .yearToDate, .cumulative].map(PeriodSet.init)
        let figures = Unprotected(figureCount: 1, periods: PeriodSet(periods), measures: .people)
        #expect(report.observations.contains(.unprotected(field: "care", figures)))
        #expect(!(try await history.report(minGroup: 0)).observations.contains { $0.code == "unprotected" })
    }

    @Test("A group that is small in every period has no name; one that is large by far in any has")
    func names() async throws {
        var history = History()
        history.breakdowns = ["illness"]
        for person in 0..<10 {
            history.paid("A\(person)", person, "2022-06-30", 100, groups: ["甲"])
            history.paid("B\(person)", person, "2023-06-30", 100, groups: ["乙"])
            history.paid("C\(person)", person, "2023-06-30", 100, groups: ["丙"])
        }
        history.paid("D", 1, "2023-06-30", 100, groups: ["甲"])
        history.paid("E", 2, "2023-06-30", 100, groups: ["罕见一"])
        history.paid("F", 3, "2023-05-30", 100, groups: ["罕见二"])
        history.paid("G", 3, "2022-05-30", 100, groups: ["罕见三"])
        history.paid("H", nil, "2023-05-30", 100, groups: ["罕见四"])
        history.paid("I", 4, "2023-05-30", 100, groups: [""])
        let groups = try await history.report(minGroup: 5).breakdowns[0].groups
        #expect(groups.map(\.group) == ["丙", "乙", "甲", nil, nil])
        #expect(groups.map(\.withheldCount) == [0, 0, 0, 4, 0])
        let hidden = groups[3]
        #expect(hidden.figures == .suppressed(.small) && hidden.yearEarlier.base == .suppressed(.small))
        #expect(hidden.cumulative == .suppressed(.small) && hidden.yearToDate.figures == .suppressed(.small))
        #expect(hidden.quarterEarlier.base == .absent && hidden.yearEarlier.change == .suppressed(.small))
        // 甲 is small now, and has its name from the year before.
        #expect(groups[2].figures == .suppressed(.small) && groups[2].yearEarlier.base == .suppressed(.complement))

        let open = try await history.report(minGroup: 0).breakdowns[0].groups
        #expect(open.map(\.group) == ["丙", "乙", "甲", "罕见一", "罕见三", "罕见二", "罕见四", nil])
        #expect(open.allSatisfy { $0.withheldCount == 0 })
    }

    @Test("A group of which nothing is shown has no name below twice the smallest group, though its year is large")
    func smallInEveryQuarter() async throws {
        var history = History()
        history.breakdowns = ["illness"]
        for day in ["2023-02-10", "2023-05-10"] {
            for person in 0..<30 { history.paid("A\(person)\(day)", person, day, 100, groups: ["甲"]) }
            for person in 30..<60 { history.paid("B\(person)\(day)", person, day, 100, groups: ["乙"]) }
        }
        for (person, day) in ["2023-02-11", "2023-02-12", "2023-02-13"].enumerated() {
            history.paid("C\(person)", 70 + person, day, 100, groups: ["罕见"])
        }
        for (person, day) in ["2023-05-11", "2023-05-12", "2023-05-13"].enumerated() {
            history.paid("D\(person)", 80 + person, day, 100, groups: ["罕见"])
        }
        let groups = try await history.report(minGroup: 5).breakdowns[0].groups
        #expect(groups.map(\.group) == ["乙", "甲", nil])
        #expect(groups[2].withheldCount == 1 && groups[2].figures == .suppressed(.small))
        #expect(groups[2].cumulative == .suppressed(.complement))
        // With four more it has as many as ten in the year.
        for person in 90..<94 { history.paid("E\(person)", person, "2023-02-14", 100, groups: ["罕见"]) }
        let named = try await history.report(minGroup: 5).breakdowns[0].groups
        #expect(named.map(\.group) == ["乙", "甲", "罕见"])
    }

    @Test("Of periods without claims of hidden groups the line says so")
    func nothingHidden() async throws {
        var history = History()
        history.breakdowns = ["illness"]
        for person in 0..<9 { history.paid("A\(person)", person, "2023-06-30", 100, groups: ["甲"]) }
        history.paid("G", 3, "2022-05-30", 100, groups: ["罕见"])
        let groups = try await history.report(minGroup: 5).breakdowns[0].groups
        #expect(groups.map(\.group) == ["甲", nil] && groups[1].withheldCount == 1)
        #expect(groups[1].figures == .known(.zero) && groups[1].yearEarlier.base == .suppressed(.small))
    }
}
