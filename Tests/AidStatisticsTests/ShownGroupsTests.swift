import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// The largest groups by name, and the rest in one line.
struct ShownGroupsTests {
    private static let days = ["2022-06-30", "2022-10-01", "2023-01-01", "2023-04-01", "2023-06-30"]

    private struct Told: Hashable {
        var group: String
        var person: Int
        var day: String
        var fen: Int64
    }

    /// A history of one breakdown, and the claims that it is made of.
    private static func random(_ seed: UInt64) -> (history: History, claims: [Told], minGroup: Int, limit: Int) {
        var random = SeededRandom(seed)
        func below(_ limit: UInt64) -> Int { Int(random.next() % limit) }
        var history = History()
        history.breakdowns = ["union"]
        let groupCount = 3 + below(20)
        let personCount = 2 + below(60)
        // Some groups had no claims before some day, or have none any more.
        let spans = (0..<groupCount).map { _ in below(3) > 0 ? 0...4 : below(5) > 1 ? 0...below(4) : (1 + below(4))...4
        }
        let claims = (0..<(10 + below(400))).map { _ -> Told in
            // Some groups have far more than others, and a few claims name none.
            let group = min(below(UInt64(groupCount)), below(UInt64(groupCount)))
            return Told(
                group: below(30) == 0 ? "" : "第\(group)工会", person: below(UInt64(personCount)),
                day: days[spans[group].lowerBound + below(UInt64(spans[group].count))], fen: Int64(1 + below(3)))
        }
        for (number, claim) in claims.enumerated() {
            history.paid("C\(number)", claim.person, claim.day, claim.fen, groups: [claim.group])
        }
        let minGroup = [0, 2, 3, 5][below(4)]
        let limit = 1 + below(UInt64(groupCount))
        history.limit = .largest(limit)
        return (history, claims, minGroup, limit)
    }

    /// The figures of the rest in each period, counted with sets.
    private static func slowly(_ claims: [Told], isListed: (String) -> Bool) -> [Figures] {
        let periods: [ClosedRange<String>] = [
            "2023-04"..."2023-07", "2022-04"..."2022-07", "2023-01"..."2023-04", "2023-01"..."2023-07",
            "2022-01"..."2022-07", "2000"..."2023-07",
        ]
        return periods.map { period in
            let rest = claims.filter { !$0.group.isEmpty && !isListed($0.group) && period.contains($0.day) }
            return Figures(Set(rest.map(\.person)).count, rest.count, rest.reduce(0) { $0 + Int128($1.fen) })
        }
    }

    private static func shown(_ line: GroupReport) -> [Shown<Figures>] { ReportPeriod.allCases.map { line[$0] } }

    private static func isSuppressed(_ shown: Shown<Figures>) -> Bool {
        if case .suppressed = shown { true } else { false }
    }

    @Test("The rest is what a slow count with sets makes of it, and is withheld where a listed group is")
    func slowTwin() async throws {
        // How often each thing came up.
        var (boundCount, withheldCount, smallCount) = (0, 0, 0)
        for seed in SeededRandom.seeds(150) {
            let (history, claims, minGroup, limit) = Self.random(seed)
            guard claims.contains(where: { $0.day >= "2023-04" }) else { continue }
            let report = try await history.report(minGroup: minGroup)
            let breakdown = report.breakdowns[0]
            let named = breakdown.groups.filter { $0.group != nil }
            guard let bound = breakdown.bound else {
                #expect(named.count <= limit + 1, "seed \(seed)")
                continue
            }
            boundCount += 1
            #expect(named.count > limit + 1, "seed \(seed)")
            let listed = bound.listed.map { breakdown.groups[$0] }
            let names = Set(listed.compactMap(\.group))
            #expect(names.count == bound.listed.count, "seed \(seed)")
            let withheldNames = breakdown.groups.reduce(0) { $0 + $1.withheldCount }
            #expect(bound.restCount == named.count - names.count + withheldNames, "seed \(seed)")
            #expect(listed.allSatisfy { $0.figures.value != nil }, "seed \(seed)")
            // No group of the rest has more than one that is listed, as far as both are shown.
            let least = listed.compactMap { $0.figures.value?.personTimeCount }.min() ?? .max
            let others = named.filter { !names.contains($0.group ?? "") }
            #expect(others.allSatisfy { ($0.figures.value?.personTimeCount ?? 0) <= least }, "seed \(seed)")

            let beside = listed + breakdown.groups.filter { $0.group == nil && $0.withheldCount == 0 }
            let counted = Self.slowly(claims) { names.contains($0) }
            for (period, figures) in counted.enumerated() {
                let cell = Self.shown(bound.rest)[period]
                if beside.contains(where: { Self.isSuppressed(Self.shown($0)[period]) }) {
                    #expect(cell == .suppressed(.complement), "seed \(seed), period \(period)")
                    withheldCount += 1
                } else if cell == .suppressed(.small) {
                    #expect(figures.recipientCount < minGroup, "seed \(seed), period \(period)")
                    // There was nothing to make it larger.
                    #expect(
                        listed.allSatisfy { Self.shown($0)[period].value?.personTimeCount == 0 },
                        "seed \(seed), period \(period)")
                    smallCount += 1
                } else if cell != .absent {
                    #expect(cell == .known(figures), "seed \(seed), period \(period)")
                    #expect(figures.personTimeCount == 0 || figures.recipientCount >= minGroup, "seed \(seed)")
                }
            }
            let listable = named.count { $0.figures.value != nil }
            if minGroup == 0 { #expect(names.count == min(limit, listable), "seed \(seed)") }
        }
        #expect(boundCount > 30 && withheldCount > 30, "\(boundCount) \(withheldCount) \(smallCount)")
    }

    /// Rare by chance: a rest of few people in a period in which no listed group has any.
    @Test func restThatNothingMakesLarger() async throws {
        var history = History()
        history.breakdowns = ["union"]
        history.limit = .largest(1)
        for (group, people) in [("甲", 1...10), ("乙", 1...9), ("丙", 1...8), ("丁", 1...7)] {
            for person in people { history.paid("\(group)\(person)", person, "2023-06-30", 1, groups: [group]) }
        }
        for person in 1...3 { history.paid("then\(person)", person, "2022-06-30", 1, groups: ["丁"]) }
        let bound = try #require(try await history.report(minGroup: 5).breakdowns[0].bound)
        #expect(bound.rest.figures == .known(Figures(9, 24, 24)))
        #expect(bound.rest.yearEarlier.base == .suppressed(.small))
    }

    @Test("Threads, order and short memory change nothing")
    func invariance() async throws {
        for seed in SeededRandom.seeds(20) {
            let (history, claims, minGroup, _) = Self.random(seed)
            guard claims.contains(where: { $0.day >= "2023-04" }) else { continue }
            let plain = try await history.report(minGroup: minGroup)
            for jobs in [1, 2, 7] {
                let again = try await history.report(minGroup: minGroup, order: seed, jobs: jobs)
                #expect(again == plain, "seed \(seed), \(jobs) jobs")
            }
        }
        var history = History()
        history.breakdowns = ["union"]
        history.limit = .largest(3)
        var random = SeededRandom(1)
        for number in 0..<200_000 {
            history.paid(
                "C\(number)", Int(random.next() % 20_000), Self.days[number % 5], 1,
                groups: ["\(min(random.next() % 30, random.next() % 30))"])
        }
        let plain = try await history.report(minGroup: 5)
        #expect(plain.breakdowns[0].bound?.listed.count == 3)
        let spill = MemorySpill()
        let short = try await history.report(minGroup: 5, jobs: 2, pool: BlockPool(byteLimit: 1, spill: spill))
        #expect(short == plain)
        #expect(spill.byteCount > 1 << 20)
    }

    @Test("One person with so many claims that they are told apart otherwise is one of the rest")
    func swollen() async throws {
        var history = History()
        history.breakdowns = ["union"]
        history.limit = .largest(1)
        for number in 0..<120_000 { history.paid("A\(number)", 1, "2023-06-30", 1, groups: ["\(number % 3 + 1)"]) }
        history.paid("B", 2, "2023-06-30", 1, groups: ["1"])
        history.paid("C", 3, "2023-06-30", 1, groups: ["2"])
        let bound = try #require(try await history.report().breakdowns[0].bound)
        #expect(bound.rest.figures == .known(Figures(2, 80_001, 80_001)))
    }

    @Test("Largest by person-times, then money; a rest of one is none; 未填 and withheld names")
    func byHand() async throws {
        var history = History()
        history.breakdowns = ["union"]
        func paid(_ group: String, _ people: ClosedRange<Int>, fen: Int64 = 1, day: String = "2023-06-30") {
            for person in people { history.paid("\(group)\(person)\(day)", person, day, fen, groups: [group]) }
        }
        paid("甲", 1...9)
        paid("乙", 10...19)
        paid("丙", 1...9, fen: 2)
        paid("丁", 5...12)
        paid("戊", 8...14)
        paid("", 1...6)
        // Not in the quarter, but in the year.
        paid("己", 1...30, day: "2023-01-31")
        func listed(_ limit: Int) async throws -> (names: [String?], rest: Shown<Figures>?, count: Int?) {
            history.limit = .largest(limit)
            let breakdown = try await history.report(minGroup: 5).breakdowns[0]
            let bound = breakdown.bound
            return (bound?.listed.map { breakdown.groups[$0].group } ?? [], bound?.rest.figures, bound?.restCount)
        }
        let three = try await listed(3)
        #expect(three.names == ["乙", "丙", "甲"])
        #expect(three.count == 3)
        #expect(three.rest == .known(Figures(10, 15, 15)))
        #expect(try await listed(1).rest == .known(Figures(14, 33, 42)))
        // 5 and the rest of 1 would be as many lines as 6.
        #expect(try await listed(5).names == [])
        #expect(try await listed(4).names == ["乙", "丙", "甲", "丁"])
        // Nobody but those of 戊 is in the rest, which has enough; with two of them less it would not.
        #expect(try await listed(4).rest == .known(Figures(7, 7, 7)))
        // One who is alone in a group of her own is not named, and hidden behind 丁; both are counted with the rest,
        // whose figures stay shown.
        paid("庚", 40...40)
        let four = try await listed(4)
        #expect(four.names == ["乙", "丙", "甲", "戊"])
        #expect(four.count == 3)
        #expect(four.rest == .known(Figures(9, 9, 9)))
    }

    @Test("A rest with too few people takes in the last that are listed, as far as they help")
    func enlarging() throws {
        let quarter = Quarter(year: 2023, number: 2)
        /// - Parameter people: in the quarter, and a year earlier; each person once.
        func groups(_ people: [(String, Int, Int)], limit: Int) -> ShownGroups? {
            let figures = people.map { _, now, earlier in
                var figures = PeriodFigures()
                figures[.quarter] = Figures(now, now, 1)
                figures[.yearEarlier] = Figures(earlier, earlier, 1)
                return figures
            }
            let lines = zip(people, figures).map { group, figures in
                GroupReport(
                    group.0, ReportPeriod.allCases.map { .known(figures[$0]) }, of: quarter)
            }
            let title = BilingualText(zh: "工会", en: "union")
            return ShownGroups(
                BreakdownReport(field: "union", title: title, groups: lines), limit: .largest(limit),
                figures: figures, names: people.map(\.0), quarter: quarter, minGroup: 5)
        }
        /// - Parameter recipients: of the rest in the quarter, and a year earlier.
        func names(_ groups: ShownGroups?, _ recipients: (Int, Int)) throws -> (listed: [Int], isEnlarged: Bool) {
            var groups = try #require(groups)
            var all = ReportPeriod.allCases.map { _ in 0 }
            all[ReportPeriod.quarter.rawValue] = recipients.0
            all[ReportPeriod.yearEarlier.rawValue] = recipients.1
            let isEnlarged = groups.enlargeRest(RestCount(recipients: all))
            return (groups.listed, isEnlarged)
        }
        let people = [("甲", 30, 30), ("乙", 20, 2), ("丙", 10, 0), ("丁", 4, 3), ("戊", 3, 1)]
        #expect(groups(people, limit: 4) == nil && groups(people, limit: 5) == nil)
        // Enough in both.
        var told = try names(groups(people, limit: 3), (7, 5))
        #expect(told.listed == [0, 1, 2] && !told.isEnlarged)
        // Too few in the quarter: 丙 alone is enough.
        told = try names(groups(people, limit: 3), (4, 5))
        #expect(told.listed == [0, 1] && told.isEnlarged)
        // Too few a year earlier: neither 丙 nor 乙 is enough.
        told = try names(groups(people, limit: 3), (5, 4))
        #expect(told.listed == [] && told.isEnlarged)
        // A year earlier there is nobody else, so that nothing helps.
        let late = people.map { ($0.0, $0.1, $0.1 < 5 ? 1 : 0) }
        told = try names(groups(late, limit: 3), (7, 2))
        #expect(told.listed == [0, 1, 2] && !told.isEnlarged)
        let rest = try #require(groups(late, limit: 3)).bound(RestCount(recipients: [7, 2, 0, 0, 0, 0])).rest
        #expect(rest.figures == .known(Figures(7, 7, 2)) && rest.yearEarlier.base == .suppressed(.small))
    }
}
