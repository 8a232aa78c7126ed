import AidModel

/// Tables of which some groups add up to groups of others, and the moves that leave all such sums as they are.
///
/// Claims that go from one combination of groups to another change a group of each table, at most, by as much; of
/// tables in which both belong to what hangs together no group need change, since others make up for it.
struct LinkedTables {
    /// The places of each table's groups.
    let ranges: [Range<Int>]
    private let links: TableLinks
    /// Of each place some codes of its claims, the most frequent first.
    private let codesOfPlace: [[Int]]
    let tableOfPlace: [Int]
    /// Of each place a number: groups of one kind hang together with the same in all other tables, and may change
    /// places as they are.
    let kinds: [Int]
    let placesOfKind: [[Int]]
    /// Of each place those of other tables that take all of it in.
    let outer: [[Int]]

    /// How many combinations of each group are tried.
    private static let tried = 4

    /// - Parameter ranges: one after the other.
    init(_ links: TableLinks, ranges: [Range<Int>]) {
        self.links = links
        self.ranges = ranges
        tableOfPlace = ranges.enumerated().flatMap { table, range in range.map { _ in table } }
        var codesOfPlace = [[Int]](repeating: [], count: tableOfPlace.count)
        for code in links.codes {
            for (table, range) in ranges.enumerated() where !range.isEmpty {
                let place = range.lowerBound + links.group(table, code)
                if codesOfPlace[place].count < LinkedTables.tried { codesOfPlace[place].append(code) }
            }
        }
        self.codesOfPlace = codesOfPlace
        var numbers: [[Int]: Int] = [:]
        kinds = ranges.enumerated().flatMap { table, range in
            range.map { place in
                let kind =
                    [table] + ranges.indices.map { links.component(table, $0, place - range.lowerBound) }
                return numbers[kind]
                    ?? {
                        numbers[kind] = numbers.count
                        return numbers.count - 1
                    }()
            }
        }
        var placesOfKind = [[Int]](repeating: [], count: numbers.count)
        for (place, kind) in kinds.enumerated() { placesOfKind[kind].append(place) }
        self.placesOfKind = placesOfKind
        outer = LinkedTables.outer(links, ranges)
    }

    private static func outer(_ links: TableLinks, _ ranges: [Range<Int>]) -> [[Int]] {
        var outer = [[Int]](repeating: [], count: ranges.last?.upperBound ?? 0)
        for (one, own) in ranges.enumerated() {
            for (other, range) in ranges.enumerated() where one != other && links.areLinked(one, other) {
                var taking = [Int?](repeating: nil, count: own.count)
                var isWhole = own.map { _ in true }
                for code in links.weights.indices where links.weights[code] > 0 {
                    let (group, next) = (links.group(one, code), links.group(other, code))
                    if let known = taking[group], known != next { isWhole[group] = false }
                    taking[group] = next
                }
                for (group, next) in taking.enumerated() where isWhole[group] {
                    if let next { outer[own.lowerBound + group].append(range.lowerBound + next) }
                }
            }
        }
        return outer
    }

    /// The move that gives one group what another of its table has, with as few others as will do; nil: none is known.
    func swap(_ place: Int, _ other: Int) -> [Concealment.Part]? {
        if kinds[place] == kinds[other] { return [(place, 1), (other, -1)] }
        let table = tableOfPlace[place]
        var best: [Concealment.Part]?
        for from in codesOfPlace[other] {
            for to in codesOfPlace[place] {
                let move = move(table, from: from, to: to)
                if move.count < best?.count ?? .max { best = move }
            }
        }
        return best
    }

    /// A move with what it needs of further tables, so that all sums stay; nil: that is not to be had.
    ///
    /// - Parameters:
    ///   - further: the tables of which it has no group yet.
    ///   - cells: the table whose groups tell those of the others.
    func completed(_ move: [Concealment.Part], cells: Int, further: Range<Int>) -> [Concealment.Part]? {
        var changes: [(place: Int, change: Int)] = move.map { ($0.place, $0.sign) }
        let own = move.filter { tableOfPlace[$0.place] == cells }
        for table in further where links.areLinked(cells, table) {
            var sums: [Int: Int] = [:]
            for part in own { sums[component(part.place, table), default: 0] += part.sign }
            guard sums.values.contains(where: { $0 != 0 }) else { continue }
            for part in own {
                guard let code = codesOfPlace[part.place].first else { return nil }
                let place = ranges[table].lowerBound + links.group(table, code)
                if let known = changes.firstIndex(where: { $0.place == place }) {
                    changes[known].change += part.sign
                } else {
                    changes.append((place, part.sign))
                }
            }
        }
        // A move has the same of all its groups.
        guard changes.allSatisfy({ abs($0.change) <= 1 }) else { return nil }
        let all: [Concealment.Part] = changes.filter { $0.change != 0 }.map { ($0.place, $0.change) }
        return leavesSums(all) ? all : nil
    }

    private func component(_ place: Int, _ other: Int) -> Int {
        let table = tableOfPlace[place]
        return table == other ? 0 : links.component(table, other, place - ranges[table].lowerBound)
    }

    private func move(_ table: Int, from: Int, to: Int) -> [Concealment.Part] {
        var isIn = ranges.map { _ in false }
        isIn[table] = true
        var open = [table]
        while let next = open.popLast() {
            for other in ranges.indices where !isIn[other] && links.areLinked(next, other) {
                let (start, end) = (links.group(next, from), links.group(next, to))
                if links.component(next, other, start) != links.component(next, other, end) {
                    isIn[other] = true
                    open.append(other)
                }
            }
        }
        return ranges.indices.filter { isIn[$0] }.flatMap { table -> [Concealment.Part] in
            let first = ranges[table].lowerBound
            return [(first + links.group(table, to), 1), (first + links.group(table, from), -1)]
        }
    }

    /// Whether every sum that two tables have in common stays the same in both.
    private func leavesSums(_ move: [Concealment.Part]) -> Bool {
        for one in ranges.indices {
            for other in ranges.indices where one < other && links.areLinked(one, other) {
                var sums: [Int: Int] = [:]
                for part in move {
                    switch tableOfPlace[part.place] {
                    case one: sums[component(part.place, other), default: 0] += part.sign
                    case other: sums[component(part.place, one), default: 0] -= part.sign
                    default: continue
                    }
                }
                if sums.values.contains(where: { $0 != 0 }) { return false }
            }
        }
        return true
    }
}
