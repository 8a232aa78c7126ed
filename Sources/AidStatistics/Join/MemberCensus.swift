package import AidModel

/// How many people a table of memberships has at the ends of quarters, each once, by what the tables say of them on that
/// day.
///
/// A person holds at most one of its spells on a day, by the rule of the join; so people need not be told apart again,
/// and what is counted adds up over partitions.
///
/// - Units: persons.
package struct MemberCensus: Sendable, Hashable {
    /// People of whom the tables say the same.
    package struct Line: Sendable, Hashable {
        package let quarter: Quarter
        /// By the place of a field among the groups of claims; "" where the field is not of `places`.
        package let values: [String]
        /// Whether the memberships are retained (会籍保留).
        package let isRetained: Bool
        package let count: Int
    }

    /// The fields that are known of members: those of the table, and of tables whose keys it gives.
    package let places: Set<Int>
    /// The quarters at whose ends people were counted, oldest first.
    package let quarters: [Quarter]
    /// By quarter, then by the bytes of the values.
    package let lines: [Line]
}

/// What of a join is to be counted besides.
struct CensusPlan: Sendable {
    /// So many quarters members are counted of; of more, the last ones.
    static let quarterLimit = 400

    /// The step whose table has the members.
    let step: Int
    let quarters: [Quarter]
    /// The last day of each, ascending.
    let days: [Int32]

    /// - Parameter settled: members are counted in the quarters in which claims stand.
    init(step: Int, _ settled: SettledClaims) {
        self.step = step
        quarters = settled.daysByQuarter.keys.sorted().suffix(CensusPlan.quarterLimit).map { Quarter(ordinal: $0) }
        days = quarters.map { Int32(truncatingIfNeeded: $0.lastDay.daysSinceEpoch) }
    }

    /// Room for the people of each rank of values and each day, as differences: one more place than days a rank.
    func differences(_ values: SpellValues) -> [Int] {
        [Int](repeating: 0, count: values.values.count * (days.count + 1))
    }
}

extension ClaimJoin {
    /// What the tables say of those who were counted.
    ///
    /// - Parameter differences: of all threads, each as `CensusPlan.differences`.
    func census(_ plan: CensusPlan, _ differences: [[Int]]) throws -> MemberCensus {
        let member = steps[plan.step]
        let width = plan.days.count + 1
        let (chain, places) = chain(behind: plan.step)
        let first = chain.first?.input ?? GroupTable()
        let fieldCount = (steps.flatMap { $0.table.columns.map(\.place) } + steps.compactMap(\.keyPlace)).max() ?? -1
        var rows: [(quarter: Int, rank: Int, count: Int)] = []
        var claims: [DatedPersonTime] = []
        var codes: [UInt32] = []
        for rank in member.values.values.indices {
            var texts = [String](repeating: "", count: fieldCount + 1)
            for column in member.table.columns { texts[column.place] = member.values.values[rank][column.source] }
            let text = texts.flatMap { Array($0.utf8) + [GroupTable.separator] }
            let code = text.withUnsafeBufferPointer { first.code(of: $0) }
            var count = 0
            for place in plan.days.indices {
                for share in differences { count += share[rank * width + place] }
                guard count > 0 else { continue }
                rows.append((place, rank, count))
                claims.append(DatedPersonTime(memberOn: plan.days[place]))
                codes.append(code)
            }
        }
        for step in chain {
            var joiner = StepJoin(step, keys: keys)
            try joiner.begin(counts: false)
            claims.withUnsafeBufferPointer { claims in
                codes.withUnsafeMutableBufferPointer { codes in
                    if let start = codes.baseAddress { joiner.join(claims, codes: start) }
                }
            }
        }
        let last = chain.last?.output ?? first
        return MemberCensus(
            places: places, quarters: plan.quarters,
            lines: lines(rows, codes: codes, of: last, member.values, plan.quarters))
    }

    /// The tables behind one of members whose keys are known of these, with groups of their own; and all places that are
    /// known behind them.
    private func chain(behind step: Int) -> (steps: [Step], places: Set<Int>) {
        var places = Set(steps[step].table.columns.map(\.place))
        var chain: [Step] = []
        var input = GroupTable()
        for later in steps[(step + 1)...] {
            guard let place = later.keyPlace, places.contains(place) else { continue }
            let output = GroupTable()
            chain.append(
                Step(
                    table: later.table, spells: later.spells, values: later.values, input: input, output: output,
                    absentKey: later.absentKey))
            places.formUnion(later.table.columns.map(\.place))
            input = output
        }
        return (chain, places)
    }

    private struct LineKey: Hashable {
        let quarter: Int
        let code: UInt32
        let isRetained: Bool
    }

    private func lines(
        _ rows: [(quarter: Int, rank: Int, count: Int)], codes: [UInt32], of groups: GroupTable,
        _ values: SpellValues, _ quarters: [Quarter]
    ) -> [MemberCensus.Line] {
        var counts: [LineKey: Int] = [:]
        for (row, code) in zip(rows, codes) {
            let key = LineKey(quarter: row.quarter, code: code, isRetained: values.areRetained[row.rank])
            counts[key, default: 0] += row.count
        }
        let names = groups.values()
        // Codes are numbered as they come; so nothing may be in their order.
        let sorted = counts.sorted { one, other in
            if one.key.quarter != other.key.quarter { return one.key.quarter < other.key.quarter }
            let (left, right) = (names[Int(one.key.code)], names[Int(other.key.code)])
            for (first, second) in zip(left, right) where !first.utf8.elementsEqual(second.utf8) {
                return first.utf8.lexicographicallyPrecedes(second.utf8)
            }
            return !one.key.isRetained && other.key.isRetained
        }
        return sorted.map { key, count in
            MemberCensus.Line(
                quarter: quarters[key.quarter], values: names[Int(key.code)], isRetained: key.isRetained, count: count)
        }
    }
}

extension ClaimJoin.Step {
    /// The field that is its key; nil: the person is.
    fileprivate var keyPlace: Int? { if case .field(let place) = table.key { place } else { nil } }
}

extension SpellIndex {
    /// Counts, for each of some days, the keys of which a spell holds it, by the rank of its values.
    ///
    /// - Parameters:
    ///   - days: ascending.
    ///   - differences: of each rank one place more than days; what is added at a place holds from that day on.
    func count(on days: [Int32], into differences: inout [Int]) {
        let width = days.count + 1
        let spells = self.spells.rows
        var start = 0
        for end in ends {
            let count = Int(spells[start].keyCount)
            let range = start..<(start + count)
            start = Int(end)
            func add(_ spell: RankedSpell, through last: Int32) {
                guard spell.first <= last else { return }
                let from = SpellIndex.firstPlace(of: days, notBefore: spell.first)
                let to = SpellIndex.firstPlace(of: days, after: last)
                guard from < to else { return }
                differences[Int(spell.rank) * width + from] += 1
                differences[Int(spell.rank) * width + to] -= 1
            }
            if count == 1 {
                add(spells[range.lowerBound], through: spells[range.lowerBound].last)
            } else if areApart(range) {
                for place in range { add(spells[place], through: spells[place].last) }
            } else {
                // Which one holds a day is asked day by day.
                for (place, day) in days.enumerated() {
                    let rank = self.rank(from: range.lowerBound, on: day)
                    guard rank != SpellIndex.gap else { continue }
                    differences[Int(rank) * width + place] += 1
                    differences[Int(rank) * width + place + 1] -= 1
                }
            }
        }
    }

    /// Whether no day is held by two spells.
    private func areApart(_ range: Range<Int>) -> Bool {
        let spells = self.spells.rows
        return range.dropFirst().allSatisfy { spells[$0 - 1].last < spells[$0].first }
    }

    /// The place of the first day that is not before another; of no such day, their count.
    private static func firstPlace(of days: [Int32], notBefore day: Int32) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func firstPlace(of days: [Int32], after day: Int32) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
