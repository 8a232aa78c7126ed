import TestSupport
import AidModel
import Testing

@testable import AidStatistics

struct SmallGroupsTests {
    /// Recipients and person-times of each group; `s`, `c` and `-` for small, complement and shown.
    @Test(
        "The smallest groups are hidden until nothing hidden is certain",
        arguments: [
            // No group is small: none is hidden.
            ([(5, 5), (9, 12)], 5, "--"), ([(5, 5), (0, 0)], 5, "--"), ([], 5, ""), ([(0, 0)], 5, "-"),
            // 0 shows all; nobody can be fewer.
            ([(1, 1), (2, 2), (3, 3)], 0, "---"), ([(1, 1), (2, 2)], 1, "--"),
            // One small group would follow by subtraction: the next smallest goes with it.
            ([(4, 6), (9, 12), (7, 20)], 5, "s-c"), ([(100, 100), (4, 6), (99, 100)], 5, "-sc"),
            // Equal ones: fewer person-times, then the first.
            ([(4, 6), (9, 12), (9, 11)], 5, "scc"), ([(4, 6), (9, 12), (9, 12)], 5, "scc"),
            // Two small ones protect each other, unless their sum leaves no choice.
            ([(3, 5), (3, 5), (9, 9)], 5, "ss-"), ([(1, 1), (1, 1), (9, 9)], 5, "ssc"),
            ([(4, 8), (4, 8), (9, 9)], 5, "ssc"),
            // All are hidden where fewer would not do.
            ([(1, 1)], 5, "s"), ([(1, 1), (0, 0)], 5, "s-"), ([(1, 1), (1, 1)], 5, "ss"), ([(1, 1), (9, 9)], 5, "sc"),
            // Money without a recipient is small too.
            ([(0, 3), (9, 9), (9, 10)], 5, "sc-"), ([(0, 1), (9, 9)], 1, "sc"),
        ] as [([(Int, Int)], Int, String)])
    func cases(groups: [(Int, Int)], minGroup: Int, expected: String) {
        let suppressions = SmallGroups.suppressions(of: groups.map { Figures($0.0, $0.1, 100) }, minGroup: minGroup)
        let shown = suppressions.map { $0 == .small ? "s" : $0 == .complement ? "c" : "-" }.joined()
        #expect(shown == expected)
    }

    /// What an outsider may think of one hidden number: every value from the lowest to the
    /// highest that adds up with the others to the sum, by trying all.
    private static func possibleValues(_ bounds: [ClosedRange<Int>], sum: Int) -> [Set<Int>] {
        bounds.indices.map { index in
            var reachable: Set<Int> = [0]
            for other in bounds.indices where other != index {
                reachable = Set(reachable.flatMap { start in bounds[other].map { start + $0 } }.filter { $0 <= sum })
            }
            return Set(bounds[index].filter { reachable.contains(sum - $0) })
        }
    }

    private static func isAnyCertain(_ groups: [Figures], _ hidden: [(index: Int, isSmall: Bool)], minGroup: Int)
        -> Bool
    {
        if hidden.count < 2 { return true }
        let top = 40
        let personTimes = hidden.map { ($0.isSmall ? 1 : minGroup)...top }
        // Complements are the smallest of the others, as everyone may know.
        let hiddenIndices = Set(hidden.map(\.index))
        let smallestShown =
            groups.indices.filter { !hiddenIndices.contains($0) && groups[$0].personTimeCount > 0 }
            .map { groups[$0].recipientCount }.min() ?? top
        let recipients = hidden.map { hidden in
            hidden.isSmall
                ? min(1, groups[hidden.index].recipientCount)...max(minGroup - 1, 0) : minGroup...smallestShown
        }
        func isCertain(_ bounds: [ClosedRange<Int>], _ value: (Figures) -> Int) -> Bool {
            // What the label alone tells, no further hidden group can take back.
            zip(bounds, possibleValues(bounds, sum: hidden.reduce(0) { $0 + value(groups[$1.index]) }))
                .contains { $0.count > 1 && $1.count < 2 }
        }
        return isCertain(personTimes) { $0.personTimeCount } || isCertain(recipients) { $0.recipientCount }
    }

    @Test("No hidden figure is certain unless all are hidden, and no more is hidden than that takes")
    func property() {
        for seed in SeededRandom.seeds(1500) {
            var random = SeededRandom(seed)
            let minGroup = Int.random(in: 0...4, using: &random)
            let groups = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                let recipients = Int.random(in: 0...5, using: &random)
                return Figures(recipients, recipients + Int.random(in: 0...2, using: &random), 100)
            }
            let result = SmallGroups.suppressions(of: groups, minGroup: minGroup)
            for (group, suppression) in zip(groups, result) {
                let isSmall = group.personTimeCount > 0 && group.recipientCount < minGroup
                #expect((suppression == .small) == isSmall, "seed \(seed)")
                if group.personTimeCount == 0 { #expect(suppression == nil, "seed \(seed)") }
            }
            let hidden = groups.indices.filter { result[$0] != nil }.map { (index: $0, isSmall: result[$0] == .small) }
            guard !hidden.isEmpty else { continue }
            #expect(result.contains(.small), "seed \(seed)")
            let shown = groups.indices.filter { result[$0] == nil && groups[$0].personTimeCount > 0 }
            if !shown.isEmpty { #expect(!Self.isAnyCertain(groups, hidden, minGroup: minGroup), "seed \(seed)") }
            // Without the largest complement something would be certain.
            if let last = hidden.filter({ !$0.isSmall }).max(by: { precedes($0.index, $1.index, groups) }) {
                for index in shown { #expect(precedes(last.index, index, groups), "seed \(seed)") }
                let fewer = hidden.filter { $0.index != last.index }
                #expect(Self.isAnyCertain(groups, fewer, minGroup: minGroup), "seed \(seed)")
            }
        }
    }

    private func precedes(_ lhs: Int, _ rhs: Int, _ groups: [Figures]) -> Bool {
        (groups[lhs].recipientCount, groups[lhs].personTimeCount, lhs)
            < (groups[rhs].recipientCount, groups[rhs].personTimeCount, rhs)
    }

    @Test("In the report: changes with their figures, totals never, and what would follow from other periods")
    func inTheReport() async throws {
        var history = History()
        history.breakdowns = ["care"]
        for person in 0..<6 {
            history.paid("A\(person)", person, "2022-06-30", 100, groups: ["门诊"])
            history.paid("B\(person)", person, "2022-06-30", 100, groups: ["住院"])
            history.paid("C\(person)", person, "2023-06-30", 100, groups: ["门诊"])
            history.paid("D\(person)", person, "2023-06-30", 100, groups: ["体检"])
        }
        history.paid("E", 7, "2023-06-30", 100, groups: ["住院"])
        let report = try await history.report(minGroup: 5)
        #expect(report.figures == Figures(7, 13, 1300))
        #expect(report.minGroup == 5)
        let groups = report.breakdowns[0].groups
        #expect(groups.map(\.group) == ["住院", "体检", "门诊"])
        #expect(groups.map(\.figures) == [.suppressed(.small), .suppressed(.complement), .known(Figures(6, 6, 600))])
        #expect(
            groups.map(\.yearEarlier.base) == [.known(Figures(6, 6, 600)), .known(.zero), .known(Figures(6, 6, 600))])
        // The year to date is the quarter, and all since the start is the quarter and that a year before.
        #expect(groups.map(\.yearToDate.figures) == groups.map(\.figures))
        #expect(
            groups.map(\.cumulative) == [
                .suppressed(.complement), .suppressed(.complement), .known(Figures(6, 12, 1200)),
            ])
        #expect(groups.map(\.yearEarlier.change).prefix(2) == [.suppressed(.small), .suppressed(.complement)])
        #expect(groups[0].yearEarlier.percent(.amount) == .noneSuppressed)
        #expect(groups.map(\.quarterEarlier.base) == [.absent, .absent, .absent])
        let open = try await history.report(minGroup: 0)
        #expect(
            open.breakdowns[0].groups.map(\.figures.value) == [
                Figures(1, 1, 100), Figures(6, 6, 600), Figures(6, 6, 600),
            ])
    }

    @Test("A group that is small in every period has no name; one that is large in any has")
    func names() async throws {
        var history = History()
        history.breakdowns = ["illness"]
        for person in 0..<9 {
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
