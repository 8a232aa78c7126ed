/// Another table: how much more or less some groups have over each span of time.
///
/// Several moves make one such table if each gets along with what those before it have changed.
struct Shift<Number: SignedInteger & FixedWidthInteger> {
    /// How much more or less there is of what is wanted.
    private(set) var size: Number = 0
    /// Of each group that is changed, and they are few, how much more it has before each end.
    private var changes: [(place: Int, heights: [Number])] = []

    /// No bound; sums of some thousand of them fit.
    static var far: Number { Number.max >> 16 }

    var isEmpty: Bool { changes.isEmpty }

    init() {}

    /// One that nobody adds to: how its groups are changed is not told.
    init(size: Number) { self.size = size }

    /// - Parameter span: of ends.
    func change(of place: Int, in span: Range<Int>) -> Number {
        for change in changes where change.place == place {
            return change.heights[span.upperBound] - change.heights[span.lowerBound]
        }
        return 0
    }

    /// - Parameter heights: how much more a group of the move has before each end.
    mutating func add(_ size: Number, _ move: [Concealment.Part], _ heights: [Number]) {
        self.size += size
        for part in move {
            let signed = heights.map { part.sign > 0 ? $0 : -$0 }
            if let known = changes.firstIndex(where: { $0.place == part.place }) {
                changes[known].heights = zip(changes[known].heights, signed).map { $0 + $1 }
            } else {
                changes.append((part.place, signed))
            }
        }
    }
}
