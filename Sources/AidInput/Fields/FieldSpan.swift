/// Where a field's text lies in a piece; empty for one that the record lacks.
package struct FieldSpan: Sendable, Hashable, BitwiseCopyable {
    package var start: UInt32
    package var end: UInt32

    package static let empty = FieldSpan(start: 0, end: 0)

    @inlinable
    package init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    @inlinable package var count: Int { Int(end &- start) }
}

extension FieldSpan {
    @inline(__always)
    init(_ range: Range<Int>) {
        self.init(
            start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound))
    }

    @inline(__always)
    package var range: Range<Int> { Int(start)..<Int(end) }
}
