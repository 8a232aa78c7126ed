extension FieldSpan {
    @inline(__always)
    init(_ range: Range<Int>) {
        self.init(
            start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound))
    }

    @inline(__always)
    package var range: Range<Int> { Int(start)..<Int(end) }
}
