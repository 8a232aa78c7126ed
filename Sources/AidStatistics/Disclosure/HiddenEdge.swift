import AidModel

/// A figure of which everybody knows bounds.
struct HiddenEdge {
    enum Kind {
        case small
        case complement
        /// Hidden by an earlier report because of few people.
        case remembered
        case unprinted
    }

    var kind: Kind
    var people: Int
    var times: Int
    var money: Int128
    /// What the people cannot be more than.
    var mostPeople = Int.max

    /// The most people of a small group; with a smallest group of 2 the label tells them, and what is uncertain are
    /// their person-times.
    static func highestSmall(_ minGroup: Int) -> Int { max(minGroup - 1, 2) }

    /// By how much people and person-times together can be less and more.
    func people(_ minGroup: Int) -> (down: Int, up: Int) {
        switch kind {
        case .small:
            (people - min(1, people), max(0, min(HiddenEdge.highestSmall(minGroup), mostPeople) - people))
        case .complement: (people - minGroup, mostPeople == .max ? Differences<Int>.far : mostPeople - people)
        // How many people they were is not known any more; no more than person-times.
        case .remembered: (max(0, times - 1), max(0, minGroup - 1 - times))
        case .unprinted: (times, Differences<Int>.far)
        }
    }

    /// By how much the money can be less and more.
    var moneyRoom: (down: Int128, up: Int128) { (money, Differences<Int128>.far) }
}

/// Which knots of time hang together.
struct Knots {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    /// - Parameter roots: for each knot one that it hangs together with.
    init(_ roots: [Int]) { parents = roots }

    private mutating func root(_ knot: Int) -> Int {
        var knot = knot
        while parents[knot] != knot {
            parents[knot] = parents[parents[knot]]
            knot = parents[knot]
        }
        return knot
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        // The lowest, so that nothing depends on an order.
        if first != second { parents[max(first, second)] = min(first, second) }
    }

    /// For each knot the lowest that it hangs together with.
    var roots: [Int] {
        var knots = self
        return parents.indices.map { knots.root($0) }
    }
}

/// Bounds of the differences between numbers, of which only the differences count.
struct Differences<Number: SignedInteger & FixedWidthInteger> {
    private struct Bound {
        var from: Int
        var to: Int
        var most: Number
    }

    /// No bound; sums of some thousand of them fit.
    static var far: Number { Number.max >> 16 }

    private let count: Int
    private var bounds: [Bound] = []

    init(count: Int) { self.count = count }

    /// The number at `to` is at most so much more than that at `from`.
    mutating func add(from: Int, to: Int, most: Number) {
        if most < Self.far { bounds.append(Bound(from: from, to: to, most: most)) }
    }

    /// How much more the number at `to` can be than that at `from`, all bounds kept; at most `limit`.
    ///
    /// The shortest path, by Bellman and Ford: bounds are never negative, since what is agrees with all of them.
    func furthest(from: Int, to: Int, _ limit: Number) -> Number {
        var reach = [Number](repeating: Self.far, count: count)
        reach[from] = 0
        var isDone = false
        while !isDone {
            isDone = true
            for bound in bounds where reach[bound.from] < Self.far {
                let next = reach[bound.from] + max(0, bound.most)
                if next < reach[bound.to] {
                    reach[bound.to] = next
                    isDone = false
                }
            }
        }
        return min(reach[to], limit)
    }
}
