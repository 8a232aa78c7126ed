import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// What is hidden of groups through time, held against a search through all tables that agree with what is shown.
struct ConcealmentTests {
    /// Groups of a few quarters; everybody has one claim.
    private struct Groups {
        let quarter: Quarter
        let minGroup: Int
        /// By group and quarter, the last one being the report's.
        var counts: [[Int]]
        var known: [Set<Range<Int>>]

        init(_ random: inout SeededRandom) {
            let quarterCount = Int.random(in: 1...3, using: &random)
            quarter = Quarter(year: 2023, number: Int.random(in: 1...4, using: &random))
            minGroup = Int.random(in: 3...4, using: &random)
            counts = (0..<Int.random(in: 2...3, using: &random)).map { _ in
                (0..<quarterCount).map { _ in Int.random(in: 0...6, using: &random) }
            }
            known = counts.map { _ in [] }
        }

        init(_ quarter: Quarter, minGroup: Int, _ counts: [[Int]]) {
            self.quarter = quarter
            self.minGroup = minGroup
            self.counts = counts
            known = counts.map { _ in [] }
        }

        private var atoms: AtomsOfTime {
            let count = counts[0].count
            return AtomsOfTime(
                (0..<count).map {
                    TimeCells.Cell(quarter: Quarter(ordinal: quarter.ordinal - count + 1 + $0), isBeforeStart: false)
                }, quarter: quarter)
        }

        var spans: [Range<Int>?] { ReportPeriod.allCases.map { atoms.span($0) } }

        var series: [GroupSeries] {
            zip(counts, known).map { counts, known in
                var figures = PeriodFigures()
                for (period, span) in zip(ReportPeriod.allCases, spans) {
                    let people = span.map { counts[$0].reduce(0, +) } ?? 0
                    figures[period] = Figures(people, people, Int128(people) * 100)
                }
                var series = GroupSeries(figures: figures, atoms: counts.map { (times: $0, money: Int128($0) * 100) })
                series.known = known
                return series
            }
        }

        var concealed: Concealment {
            var groups = SingleGroups(Concealment(series, spans: spans, minGroup: minGroup))
            groups.protect()
            return groups.concealment
        }
    }

    /// All tables that agree with what is shown, with the labels of what is hidden, and with the totals.
    private struct AllTables {
        let groups: Groups
        let suppressions: [[Suppression?]]
        private(set) var tables: [[[Int]]] = []

        init(_ groups: Groups, _ suppressions: [[Suppression?]]) {
            self.groups = groups
            self.suppressions = suppressions
            var table = groups.counts
            fill(0, &table)
        }

        private mutating func fill(_ quarter: Int, _ table: inout [[Int]]) {
            let counts = groups.counts
            guard quarter < counts[0].count else {
                if agrees(table) { tables.append(table) }
                return
            }
            let total = counts.reduce(0) { $0 + $1[quarter] }
            func share(_ group: Int, _ left: Int, _ table: inout [[Int]]) {
                guard group < counts.count - 1 else {
                    table[group][quarter] = left
                    if isOpen(table, group, quarter) { fill(quarter + 1, &table) }
                    return
                }
                for value in 0...left {
                    table[group][quarter] = value
                    if isOpen(table, group, quarter) { share(group + 1, left - value, &table) }
                }
            }
            share(0, total, &table)
        }

        /// Everybody knows in which quarters a group has no claims.
        private func isOpen(_ table: [[Int]], _ group: Int, _ quarter: Int) -> Bool {
            (table[group][quarter] == 0) == (groups.counts[group][quarter] == 0)
        }

        private func agrees(_ table: [[Int]]) -> Bool {
            for (period, span) in zip(ReportPeriod.allCases, groups.spans) {
                guard let span else { continue }
                for group in table.indices {
                    let value = table[group][span].reduce(0, +)
                    switch suppressions[period.rawValue][group] {
                    case nil: if value != groups.counts[group][span].reduce(0, +) { return false }
                    case .small?: if !(1..<groups.minGroup).contains(value) { return false }
                    case .complement?: if value < groups.minGroup { return false }
                    }
                }
            }
            return groups.known.enumerated().allSatisfy { group, spans in
                spans.allSatisfy { table[group][$0].reduce(0, +) == groups.counts[group][$0].reduce(0, +) }
            }
        }

        /// Small figures that are not all they could be.
        var narrow: [String] {
            zip(ReportPeriod.allCases, groups.spans).flatMap { period, span -> [String] in
                guard let span else { return [] }
                return groups.counts.indices.compactMap { group in
                    guard suppressions[period.rawValue][group] == .small else { return nil }
                    let values = Set(tables.map { $0[group][span].reduce(0, +) })
                    return values == Set(1..<groups.minGroup) ? nil : "\(period) of group \(group)"
                }
            }
        }
    }

    @Test("A small figure can be all that few people can be, unless there is nothing to hide it behind")
    func property() {
        var (safe, unsafe, small) = (0, 0, 0)
        for seed in SeededRandom.seeds(400) {
            var random = SeededRandom(seed)
            let groups = Groups(&random)
            let concealed = groups.concealed
            let suppressions = concealed.suppressions
            for (period, span) in zip(ReportPeriod.allCases, groups.spans) {
                for (group, counts) in groups.counts.enumerated() {
                    let people = span.map { counts[$0].reduce(0, +) } ?? 0
                    let isSmall = people > 0 && people < groups.minGroup
                    #expect((suppressions[period.rawValue][group] == .small) == isSmall, "seed \(seed)")
                    if people == 0 { #expect(suppressions[period.rawValue][group] == nil, "seed \(seed)") }
                    if isSmall { small += 1 }
                }
            }
            if concealed.unprotected.figureCount > 0 {
                unsafe += 1
                continue
            }
            safe += 1
            #expect(AllTables(groups, suppressions).narrow == [], "seed \(seed)")
        }
        #expect(safe > 50 && unsafe > 0 && small > 200)
    }

    @Test("In a second quarter the year to date less the quarter before is the quarter")
    func secondQuarter() {
        let groups = Groups(
            Quarter(year: 2023, number: 2), minGroup: 5, [[20, 50, 50], [20, 40, 3], [20, 30, 30], [20, 6, 6]])
        let result = groups.concealed.suppressions
        #expect(result[ReportPeriod.quarter.rawValue] == [nil, .small, nil, .complement])
        #expect(result[ReportPeriod.yearToDate.rawValue] == [nil, .complement, nil, .complement])
        #expect(result[ReportPeriod.cumulative.rawValue] == [nil, nil, nil, nil])
    }

    @Test("A sum that leaves no choice hides more: one person and five are six")
    func noChoice() {
        let groups = Groups(Quarter(year: 2023, number: 1), minGroup: 5, [[1], [5], [9], [40]])
        let result = groups.concealed.suppressions[ReportPeriod.quarter.rawValue]
        #expect(result == [.small, nil, .complement, nil])
    }

    @Test("Where all that is left is hidden, it is said")
    func nothingToHideBehind() {
        #expect(Groups(Quarter(year: 2023, number: 1), minGroup: 5, [[1], [5]]).concealed.unprotected.figureCount == 1)
        #expect(Groups(Quarter(year: 2023, number: 1), minGroup: 5, [[2]]).concealed.unprotected.figureCount == 1)
        #expect(
            Groups(Quarter(year: 2023, number: 1), minGroup: 5, [[20], [30]]).concealed.unprotected.figureCount == 0)
    }

    @Test("What an earlier report has shown is known: all since the start is hidden until nothing follows")
    func earlier() {
        var groups = Groups(Quarter(year: 2023, number: 1), minGroup: 5, [[30, 3], [30, 30], [40, 40]])
        let free = groups.concealed.suppressions[ReportPeriod.cumulative.rawValue]
        #expect(free == [.complement, .complement, nil] || free == [nil, nil, nil])
        // The first quarter, as it was printed: all since the start is the quarter more.
        groups.known = groups.counts.map { _ in [0..<1] }
        let result = groups.concealed.suppressions
        #expect(result[ReportPeriod.quarter.rawValue] == [.small, .complement, nil])
        #expect(result[ReportPeriod.cumulative.rawValue] == [.complement, .complement, nil])
    }

    @Test("A category that holds months is known to have none in other quarters")
    func months() {
        let groups = Groups(Quarter(year: 2023, number: 2), minGroup: 5, [[0, 3], [0, 30], [30, 0], [30, 0]])
        let result = groups.concealed.suppressions
        for period in [ReportPeriod.quarter, .yearToDate, .cumulative] {
            #expect(result[period.rawValue].prefix(2) == [.small, .complement])
        }
    }

    @Test("Many groups take no time to speak of")
    func large() {
        var random = SeededRandom(7)
        let counts = (0..<2000).map { _ in (0..<8).map { _ in Int.random(in: 0...30, using: &random) } }
        let groups = Groups(Quarter(year: 2023, number: 4), minGroup: 5, counts)
        let clock = ContinuousClock()
        // Two groups have so few in all the year that, with somebody in each quarter, hardly anything is left to guess.
        let time = clock.measure { #expect(groups.concealed.unprotected.figureCount == 8) }
        #expect(time < .seconds(60))
    }
}
