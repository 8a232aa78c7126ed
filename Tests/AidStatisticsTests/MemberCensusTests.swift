import AidModel
import AidStatistics
import TestSupport
import Testing

/// Members counted in a table of memberships at quarters' ends, held against a slow count.
struct MemberCensusTests {
    private static let source = MemberSource(
        BilingualText(zh: "会籍表", en: "the memberships"), origin: .table("members"))

    /// By quarter: union, membership and district, and how many people have them.
    private static func counted(_ census: MemberCensus) -> [Quarter: [[String]: Int]] {
        var counted: [Quarter: [[String]: Int]] = [:]
        for line in census.lines {
            // care, union, membership, district, ward
            let values = [1, 2, 3].map { line.values[$0] }
            counted[line.quarter, default: [:]][values, default: 0] += line.count
            #expect(line.isRetained == (line.values[2] == "会籍保留"))
            #expect(line.count > 0 && line.values[0].isEmpty && line.values[4].isEmpty)
        }
        return counted
    }

    @Test("Moves, gaps, overlaps, retained memberships: as the slow count has it, each person once")
    func twin() async throws {
        var (lineCount, overlapCount) = (0, 0)
        for seed in SeededRandom.seeds(400) {
            let twin = JoinTwin(seed)
            let joined = try await JoinTests.joined(twin)
            let census = try #require(joined.census)
            // Care is of claims alone, and so is the ward that it gives.
            #expect(census.places == [1, 2, 3])
            #expect(census.quarters == census.quarters.sorted(), "seed \(seed)")
            let counted = Self.counted(census)
            for quarter in census.quarters {
                let expected = twin.members(on: Int32(quarter.lastDay.daysSinceEpoch))
                #expect(counted[quarter] ?? [:] == expected, "seed \(seed): \(quarter)")
                lineCount += expected.count
            }
            overlapCount += joined.counts[0].overlaps
        }
        #expect(lineCount > 1000 && overlapCount > 50)
    }

    @Test("Of a breakdown the whole and all groups are told, and those of two fields together")
    func series() async throws {
        for seed in SeededRandom.seeds(100) {
            let twin = JoinTwin(seed)
            let census = try #require(try await JoinTests.joined(twin).census)
            func column(_ place: Int) -> ReportBreakdown.Column {
                ReportBreakdown.Column(
                    field: JoinTwin.fields[place], title: BilingualText(zh: "", en: ""), place: place)
            }
            let breakdowns = [[1], [2], [3], [0], [3, 2]].map { ReportBreakdown($0.map(column)) }
            let series = MemberSeries(census, source: Self.source, breakdowns: breakdowns, minGroup: 0)
            for quarter in census.quarters {
                let expected = twin.members(on: Int32(quarter.lastDay.daysSinceEpoch))
                let whole = expected.values.reduce(0, +)
                #expect(series[.init(quarter)] == (whole == 0 ? nil : whole), "seed \(seed): \(quarter)")
                let retained = expected.filter { $0.key[1] == "会籍保留" }.values.reduce(0, +)
                #expect(series.retainedCount(quarter) == (retained == 0 ? nil : retained))
                for (field, place) in [("union", 0), ("membership", 1), ("district", 2)] {
                    for (name, lines) in Dictionary(grouping: expected, by: { $0.key[place] }) {
                        let group = PublishedCell.Group(field: field, name: name.isEmpty ? nil : name)
                        #expect(
                            series[.init(quarter, group: group)] == lines.reduce(0) { $0 + $1.value }, "seed \(seed)")
                    }
                }
                for (names, lines) in Dictionary(grouping: expected, by: { [$0.key[2], $0.key[1]] }) {
                    let name = GroupPair.name(names.map { $0.isEmpty ? nil : $0 })
                    let group = PublishedCell.Group(field: "district × membership", name: name)
                    #expect(series[.init(quarter, group: group)] == lines.reduce(0) { $0 + $1.value }, "seed \(seed)")
                }
                // Nobody is a member of a kind of care.
                #expect(series[.init(quarter, group: .init(field: "care", name: "门诊"))] == nil)
            }
        }
    }

    @Test("Groups of few members are not told, nor does what is left of the whole tell them")
    func fewMembers() async throws {
        var hiddenCount = 0
        for seed in SeededRandom.seeds(200) {
            let twin = JoinTwin(seed, people: 60)
            let census = try #require(try await JoinTests.joined(twin).census)
            let breakdown = ReportBreakdown(field: "union", title: BilingualText(zh: "", en: ""), column: 1)
            let series = MemberSeries(census, source: Self.source, breakdowns: [breakdown], minGroup: 5)
            for quarter in census.quarters {
                let expected = twin.members(on: Int32(quarter.lastDay.daysSinceEpoch))
                let groups = Dictionary(grouping: expected, by: { $0.key[0] }).mapValues {
                    $0.reduce(0) { $0 + $1.value }
                }
                let told = groups.filter { name, _ in
                    series[.init(quarter, group: .init(field: "union", name: name.isEmpty ? nil : name))] != nil
                }
                let hidden = groups.filter { told[$0.key] == nil }
                #expect(told.allSatisfy { $0.value >= 5 }, "seed \(seed)")
                if groups.contains(where: { $0.value < 5 }), series[.init(quarter)] != nil {
                    hiddenCount += 1
                    // One that is large stands behind the small ones, unless none is.
                    #expect(hidden.contains { $0.value >= 5 } || told.isEmpty, "seed \(seed): \(groups)")
                } else if series[.init(quarter)] != nil {
                    #expect(hidden.isEmpty, "seed \(seed)")
                }
            }
        }
        #expect(hiddenCount > 50)
    }
}
