/// Another table: how much more or less some groups have over each span of time.
///
/// Several moves make one such table if each gets along with what those before it have changed.
struct Shift<Number: SignedInteger & FixedWidthInteger> {
    /// How much more or less there is of what is wanted.
    private(set) var size: Number = 0
    /// Of each group that is changed how much more it has before each knot.
    private var changes: [Int: [Number]] = [:]

    /// No bound; sums of some thousand of them fit.
    static var far: Number { Number.max >> 16 }

    var isEmpty: Bool { changes.isEmpty }

    func change(of place: Int, in span: Range<Int>) -> Number {
        changes[place].map { $0[span.upperBound] - $0[span.lowerBound] } ?? 0
    }

    /// - Parameter heights: how much more a group of the move has before each knot; nil: nobody asks for it.
    mutating func add(_ size: Number, _ move: [Concealment.Part], _ heights: [Number]?) {
        self.size += size
        guard let heights, size > 0 else { return }
        for part in move {
            let signed = heights.map { part.sign > 0 ? $0 : -$0 }
            changes[part.place] = changes[part.place].map { zip($0, signed).map { $0 + $1 } } ?? signed
        }
    }
}

/// How far a move can go, all bounds kept.
struct Reach<Number: SignedInteger & FixedWidthInteger> {
    struct Bound {
        var part: Concealment.Part
        var span: Range<Int>
        /// How much less and more the group can have in the span.
        var down: Number
        var up: Number
    }

    private struct Step {
        var from: Int
        var to: Int
        /// The height at `to` is at most so much more than that at `from`.
        var most: Number
    }

    private let move: [Concealment.Part]
    private let components: [Int]
    private let bounds: [Bound]
    private let free: [Step]

    init(_ move: [Concealment.Part], _ components: [Int], _ bounds: [Bound]) {
        self.move = move
        self.components = components
        self.bounds = bounds
        free = Reach.steps(bounds, components, Shift())
    }

    /// Adds to a shift what the move can, at most so much in all.
    func extend(_ shift: inout Shift<Number>, from: Int, to: Int, _ limit: Number, _ isTaken: Bool) {
        let steps = shift.isEmpty ? free : Reach.steps(bounds, components, shift)
        let distances = Reach.distances(from: components[from], steps, components.count)
        let size = min(distances[components[to]], limit - shift.size)
        guard size > 0 else { return }
        shift.add(size, move, isTaken ? components.map { min(distances[$0], size) } : nil)
    }

    private static func steps(_ bounds: [Bound], _ components: [Int], _ shift: Shift<Number>) -> [Step] {
        bounds.flatMap { bound in
            let (start, end) = (components[bound.span.lowerBound], components[bound.span.upperBound])
            let change = shift.change(of: bound.part.place, in: bound.span)
            let (down, up) = (max(0, bound.down + change), max(0, bound.up - change))
            let isMore = bound.part.sign > 0
            return [
                Step(from: start, to: end, most: isMore ? up : down),
                Step(from: end, to: start, most: isMore ? down : up),
            ].filter { $0.most < Shift<Number>.far }
        }
    }

    /// How much higher each knot can be than one of them: shortest paths, by Bellman and Ford.
    private static func distances(from: Int, _ steps: [Step], _ count: Int) -> [Number] {
        var distances = [Number](repeating: Shift<Number>.far, count: count)
        distances[from] = 0
        var isDone = false
        while !isDone {
            isDone = true
            for step in steps where distances[step.from] < Shift<Number>.far {
                let next = distances[step.from] + step.most
                if next < distances[step.to] {
                    distances[step.to] = next
                    isDone = false
                }
            }
        }
        return distances
    }
}
