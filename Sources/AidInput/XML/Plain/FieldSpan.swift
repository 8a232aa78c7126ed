/// Where a field's text lies in a piece.
///
/// Spans instead of bytes, so that a record that is read twice, or thrown away because its
/// piece began elsewhere, costs no copy.
///
/// - Units: bytes from the start of the piece. An absent field is empty.
package struct FieldSpan: BitwiseCopyable, Sendable, Hashable {
    package var start: UInt32
    package var end: UInt32

    package static let empty = FieldSpan(start: 0, end: 0)

    @inlinable
    package init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    @inlinable
    package init(_ range: Range<Int>) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
}
