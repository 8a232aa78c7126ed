/// Where the cells of a line of CSV lie, between the marks that the line has.
struct LineCells {
    /// Of a record that stands on no line.
    static var none: LineCells { LineCells(ends: nil, count: 0) }

    /// Where each of them ends; the one before the first is the place before the line.
    private let ends: UnsafePointer<UInt32>?
    let count: Int

    @inline(__always)
    init(ends: UnsafePointer<UInt32>?, count: Int) {
        self.ends = ends
        self.count = count
    }

    /// A cell with the quotes around it.
    @inline(__always)
    subscript(index: Int) -> FieldSpan {
        // There is an array wherever the count is above 0.
        let ends = ends.unsafelyUnwrapped
        return FieldSpan(start: ends[index &- 1] &+ 1, end: ends[index])
    }
}
