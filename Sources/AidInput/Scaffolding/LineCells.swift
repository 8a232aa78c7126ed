/// Where the cells of a line of CSV lie, between the marks that the line has.
struct LineCells {
    /// Of a record that stands on no line.
    static var none: LineCells { LineCells(ends: nil) }

    /// The place before the line, then where each of them ends.
    private let ends: Room<UInt32>?

    @inline(__always)
    init(ends: Room<UInt32>?) {
        self.ends = ends
    }

    @inline(__always)
    var count: Int { ends.map { $0.count &- 1 } ?? 0 }

    /// A cell with the quotes around it.
    @inline(__always)
    subscript(index: Int) -> FieldSpan {
        // There is room wherever the count is above 0.
        let ends = ends.unsafelyUnwrapped
        return FieldSpan(start: ends[index] &+ 1, end: ends[index &+ 1])
    }
}
