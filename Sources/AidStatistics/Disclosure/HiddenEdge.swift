import AidModel

/// A figure of which everybody knows bounds.
struct HiddenEdge {
    enum Kind {
        case small
        case complement
        /// Hidden by an earlier report because of few people.
        case remembered
        /// Hidden by an earlier report to hide another one behind it.
        case kept
        case unprinted
        /// Not even whether there is anything.
        case unknown
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
        case .complement: (people - minGroup, mostPeople == .max ? Shift<Int>.far : mostPeople - people)
        // How many people they were is not known any more; no more than person-times.
        case .remembered: (max(0, times - 1), max(0, minGroup - 1 - times))
        // It had at least so many people, and so as many person-times.
        case .kept: (max(0, times - minGroup), Shift<Int>.far)
        // Everybody knows that there were claims.
        case .unprinted: (max(0, times - 1), Shift<Int>.far)
        case .unknown: (times, Shift<Int>.far)
        }
    }

    /// By how much the money can be less and more.
    var moneyRoom: (down: Int128, up: Int128) { (money, Shift<Int128>.far) }
}

/// Which knots of time hang together.
struct Knots {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

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
        var roots = parents
        // No knot's parent comes after it.
        for knot in roots.indices { roots[knot] = roots[roots[knot]] }
        return roots
    }
}
