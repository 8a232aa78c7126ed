import AidModel
import TestSupport
import Testing

@testable import AidStatistics

struct DisclosureTests {
    /// Which quarters of the data each period of a report on a quarter has; the data begin anywhere.
    private static func masks(_ quarter: Quarter, first: Int) -> [UInt64] {
        (first...quarter.ordinal).map { ordinal in
            ReportPeriod.allCases.reduce(0) { mask, period in
                period.quarters(of: quarter).contains(Quarter(ordinal: ordinal)) ? mask | 1 << period.rawValue : mask
            }
        }
    }

    /// Tries every way to add, subtract or leave out each period.
    private static func follows(_ hidden: ReportPeriod, from seen: [ReportPeriod], _ masks: [UInt64], _ sum: [Int])
        -> Bool
    {
        func contains(_ period: ReportPeriod, _ mask: UInt64) -> Int { Int(mask >> period.rawValue & 1) }
        guard let next = seen.first else { return zip(masks, sum).allSatisfy { contains(hidden, $0) == $1 } }
        return [0, 1, -1].contains { factor in
            follows(
                hidden, from: Array(seen.dropFirst()), masks,
                zip(masks, sum).map { $1 + factor * contains(next, $0) })
        }
    }

    @Test("Nothing hidden follows from other periods, and little is hidden for that")
    func property() {
        var askedFor = 0
        for seed in SeededRandom.seeds(900) {
            var random = SeededRandom(seed)
            let quarter = Quarter(year: 2023, number: Int.random(in: 1...4, using: &random))
            let all = Self.masks(quarter, first: quarter.ordinal - Int.random(in: 0...9, using: &random))
            let minGroup = Int.random(in: 2...5, using: &random)
            let groups = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                var figures = PeriodFigures()
                for mask in all {
                    let people = Int.random(in: 0...9, using: &random)
                    for period in ReportPeriod.allCases where mask >> period.rawValue & 1 == 1 {
                        figures[period] += Figures(people, people, Int128(people) * 100)
                    }
                }
                return figures
            }
            let shown = ReportPeriod.allCases.filter { period in all.contains { $0 >> period.rawValue & 1 == 1 } }
            let result = Disclosure(shown: shown, masks: Set(all).sorted(), minGroup: minGroup)
                .suppressions(of: groups)
            for period in ReportPeriod.allCases {
                let alone = SmallGroups.suppressions(of: groups.map { $0[period] }, minGroup: minGroup)
                for index in groups.indices where alone[index] == .small {
                    #expect(result[period.rawValue][index] == .small, "seed \(seed)")
                }
                if result[period.rawValue] != alone { askedFor += 1 }
                // A group without a claim tells nothing of anyone.
                for (index, group) in groups.enumerated() where group[period].personTimeCount == 0 {
                    #expect(result[period.rawValue][index] == nil, "seed \(seed)")
                }
            }
            for index in groups.indices {
                let seen = shown.filter { result[$0.rawValue][index] == nil }
                for hidden in shown where result[hidden.rawValue][index] != nil {
                    // A figure of nothing cannot be hidden, so what follows from such ones alone cannot be kept.
                    let isHopeless = seen.allSatisfy { groups[index][$0].personTimeCount == 0 }
                    #expect(
                        isHopeless || !Self.follows(hidden, from: seen, all, all.map { _ in 0 }),
                        "seed \(seed), group \(index), \(hidden)")
                }
            }
        }
        #expect(askedFor > 100)
    }

    @Test("In a second quarter the year to date less the quarter before is the quarter")
    func secondQuarter() {
        let quarter = Quarter(year: 2023, number: 2)
        func group(_ before: Int, _ now: Int) -> PeriodFigures {
            var figures = PeriodFigures()
            for (people, periods) in [
                (before, [ReportPeriod.quarterEarlier, .yearToDate, .cumulative]),
                (now, [.quarter, .yearToDate, .cumulative]), (50, [.yearEarlier, .yearToDateYearEarlier, .cumulative]),
                (70, [.cumulative]),
            ] {
                for period in periods { figures[period] += Figures(people, people, 0) }
            }
            return figures
        }
        let result = Disclosure(
            shown: ReportPeriod.allCases, masks: Set(Self.masks(quarter, first: quarter.ordinal - 8)).sorted(),
            minGroup: 5
        ).suppressions(of: [group(50, 50), group(40, 3), group(30, 30), group(6, 6)])
        #expect(result[ReportPeriod.quarter.rawValue] == [nil, .small, nil, .complement])
        #expect(result[ReportPeriod.yearToDate.rawValue] == [nil, .complement, nil, .complement])
        for period in [ReportPeriod.quarterEarlier, .yearEarlier, .yearToDateYearEarlier, .cumulative] {
            #expect(result[period.rawValue] == [nil, nil, nil, nil])
        }
    }
}
