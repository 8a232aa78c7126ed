import AidModel

/// Which groups of two tables have the same claims, taken together: what the data show of how fields hang together.
///
/// Where each city is in one province, those of a province add up to it; so do the bands of ages between two bounds that
/// both tables have. In general, the groups of two tables are joined where they have claims in common; what hangs
/// together then adds up to the same in both.
struct TableLinks {
    /// A few records of the wrong city join nothing: of what everybody adds up, little is off then.
    private static let strayPart = 100
    /// Tables with more different pairs of groups than this for each group are no trees with a few strays.
    private static let mostEdges = 4

    /// For each groups code its claims.
    let weights: [Int]
    /// Of each table the places of its groups, for each groups code.
    private let places: [[Int]]
    private let counts: [Int]
    /// Of each table and another one, for each group what it hangs together with; nil: all hangs together.
    private let components: [[[Int]?]]

    /// - Parameters:
    ///   - places: of each table, for each groups code, the place of its group in the table.
    ///   - counts: of each table how many groups it has.
    init(places: [[Int]], counts: [Int], weights: [Int]) {
        self.weights = weights
        self.places = places
        self.counts = counts
        var components = places.map { _ in places.map { _ in [Int]?.none } }
        for one in places.indices {
            for other in places.indices where one < other && counts[one] > 1 && counts[other] > 1 {
                let joined = TableLinks.joined(
                    places[one], places[other], counts[one], counts[other], weights: weights)
                guard let joined else { continue }
                components[one][other] = Array(joined[..<counts[one]])
                components[other][one] = Array(joined[counts[one]...])
            }
        }
        self.components = components
    }

    /// Whether more than the totals of two tables must be equal.
    func areLinked(_ one: Int, _ other: Int) -> Bool { components[one][other] != nil }

    /// What a group hangs together with in another table; 0 if everything does.
    func component(_ table: Int, _ other: Int, _ group: Int) -> Int { components[table][other]?[group] ?? 0 }

    func group(_ table: Int, _ code: Int) -> Int { places[table][code] }

    /// The codes that have claims, and no strays among them, the most frequent first; of those that are as frequent, the
    /// ones whose groups come first: codes are numbered by who read first.
    var codes: [Int] {
        weights.indices.filter { code in
            weights[code] > 0
                && places.indices.allSatisfy { one in
                    places.indices.allSatisfy { other in
                        component(one, other, group(one, code)) == component(other, one, group(other, code))
                    }
                }
        }.sorted { one, other in
            if weights[one] != weights[other] { return weights[one] > weights[other] }
            return places.lazy.map { $0[one] }.lexicographicallyPrecedes(places.lazy.map { $0[other] })
        }
    }

    /// For each group of one table, and then of another, one that it hangs together with; nil: all do.
    private static func joined(
        _ one: [Int], _ other: [Int], _ oneCount: Int, _ otherCount: Int, weights: [Int]
    ) -> [Int]? {
        let most = mostEdges * (oneCount + otherCount)
        var edges: [Edge: Int] = [:]
        for code in weights.indices where weights[code] > 0 {
            edges[Edge(one: one[code], other: oneCount + other[code]), default: 0] += weights[code]
            if edges.count > most { break }
        }
        var knots = Knots(oneCount + otherCount)
        if edges.count > most {
            for code in weights.indices where weights[code] > 0 { knots.join(one[code], oneCount + other[code]) }
        } else {
            for edge in strong(edges, oneCount + otherCount) { knots.join(edge.one, edge.other) }
        }
        let roots = knots.roots
        // Groups without claims hang together with nothing.
        guard let first = weights.indices.first(where: { weights[$0] > 0 }) else { return nil }
        let isOne = weights.indices.allSatisfy { code in
            weights[code] == 0
                || roots[one[code]] == roots[one[first]] && roots[oneCount + other[code]] == roots[one[first]]
        }
        return isOne ? nil : roots
    }

    private struct Edge: Hashable {
        var one: Int
        var other: Int
    }

    /// Those that join what has the most claims in common; all, where the others are no few strays.
    private static func strong(_ edges: [Edge: Int], _ count: Int) -> [Edge] {
        var heaviest = [Int](repeating: 0, count: count)
        for (edge, weight) in edges {
            heaviest[edge.one] = max(heaviest[edge.one], weight)
            heaviest[edge.other] = max(heaviest[edge.other], weight)
        }
        let strong = edges.filter { $1 == heaviest[$0.one] || $1 == heaviest[$0.other] }
        let all = edges.values.reduce(0, +)
        let isStray = (all - strong.values.reduce(0, +)) * strayPart <= all
        return Array((isStray ? strong : edges).keys)
    }
}
