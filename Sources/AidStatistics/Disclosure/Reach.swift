/// How far a move can go, all bounds kept.
struct Reach<Number: SignedInteger & FixedWidthInteger> {
    /// What bounds a move over a span: how much more the groups of the move can differ at its end than at its start.
    struct Bound {
        /// The group of the move whose figure it is.
        var place: Int
        var span: Range<Int>
        /// What the two ends of the span hang together with.
        var start: Int
        var end: Int
        /// How much higher the end can be than the start, and the start than the end.
        var forward: Number
        var backward: Number
        /// Whether the group has more where the move is higher.
        var isMore: Bool

        /// - Parameter room: how much less and more the group can have in the span.
        init(
            _ part: Concealment.Part, _ span: Range<Int>, _ start: Int, _ end: Int, _ room: (down: Number, up: Number)
        ) {
            place = part.place
            self.span = span
            self.start = start
            self.end = end
            isMore = part.sign > 0
            forward = isMore ? room.up : room.down
            backward = isMore ? room.down : room.up
        }

        /// How much higher one end can be than the other, after a shift.
        func step(_ isForward: Bool, _ shift: Shift<Number>) -> Number {
            let step = isForward ? forward : backward
            if shift.isEmpty { return max(0, step) }
            // What the group has more already is taken from what it can have more.
            let change = shift.change(of: place, in: span)
            return max(0, isForward == isMore ? step - change : step + change)
        }
    }

    private let move: [Concealment.Part]
    private let components: [Int]
    private let bounds: [Bound]
    /// Of each end where in here its own begin, and after the last where all end; then the bounds that begin or end there,
    /// one end after the other.
    private let atEnds: [Int32]
    /// Of each end how much higher it can be than the one that is asked for; nothing between two questions.
    private var distances: [Number]
    /// Those of which it is not certain yet.
    private var open: [Int] = []

    /// - Parameters:
    ///   - components: of each end one that it hangs together with.
    ///   - bounds: all that can stand in the way, of two different components each.
    init(_ move: [Concealment.Part], _ components: [Int], _ bounds: [Bound]) {
        self.move = move
        self.components = components
        self.bounds = bounds
        let count = components.count
        var atEnds = [Int32](repeating: 0, count: count + 1 + bounds.count * 2)
        for bound in bounds {
            atEnds[bound.start] += 1
            atEnds[bound.end] += 1
        }
        var place = Int32(count + 1)
        for end in 0...count {
            place += atEnds[end]
            atEnds[end] = place
        }
        // From behind, so that in the end each tells where its own begin.
        func enter(_ index: Int, at end: Int) {
            atEnds[end] -= 1
            atEnds[Int(atEnds[end])] = Int32(index)
        }
        for (index, bound) in bounds.enumerated() {
            enter(index, at: bound.start)
            enter(index, at: bound.end)
        }
        self.atEnds = atEnds
        distances = Array(repeating: Shift<Number>.far, count: count)
        open.reserveCapacity(count)
    }

    /// How much the move can add to a shift, at most so much in all.
    mutating func size(_ shift: Shift<Number>, from: Int, to: Int, _ most: Number) -> Number {
        let limit = most - shift.size
        guard limit > 0 else { return 0 }
        let (from, to) = (components[from], components[to])
        guard isBound(from), isBound(to) else { return limit }
        measure(from: from, to: to, limit, shift)
        let size = min(limit, distances[to])
        forget()
        return size
    }

    /// Adds to a shift what the move can, at most so much in all.
    mutating func extend(_ shift: inout Shift<Number>, from: Int, to: Int, _ most: Number) {
        let limit = most - shift.size
        guard limit > 0 else { return }
        measure(from: components[from], to: nil, limit, shift)
        let size = min(limit, distances[components[to]])
        if size > 0 { shift.add(size, move, components.map { min(distances[$0], size) }) }
        forget()
    }

    private func isBound(_ end: Int) -> Bool { atEnds[end] < atEnds[end + 1] }

    /// Finds how much higher each end can be than one of them, as far as it is less than a limit: shortest paths, by
    /// Dijkstra.
    ///
    /// - Parameter to: the one that is asked for; nil: all.
    private mutating func measure(from: Int, to: Int?, _ limit: Number, _ shift: Shift<Number>) {
        distances[from] = 0
        open.append(from)
        // A few at a time: most bounds are wider than any limit.
        while !open.isEmpty {
            var nearest = 0
            for place in open.indices where distances[open[place]] < distances[open[nearest]] { nearest = place }
            open.swapAt(nearest, open.count - 1)
            let knot = open.removeLast()
            if knot == to { return }
            for place in atEnds[knot]..<atEnds[knot + 1] {
                let bound = bounds[Int(atEnds[Int(place)])]
                let isForward = bound.start == knot
                let other = isForward ? bound.end : bound.start
                let next = distances[knot] + bound.step(isForward, shift)
                guard next < limit, next < distances[other] else { continue }
                if distances[other] == Shift<Number>.far { open.append(other) }
                distances[other] = next
            }
        }
    }

    private mutating func forget() {
        for end in distances.indices { distances[end] = Shift<Number>.far }
        open.removeAll(keepingCapacity: true)
    }
}
