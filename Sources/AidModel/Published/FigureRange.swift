/// What is known of a figure: itself, or the smallest and the largest value that it can have.
///
/// A figure that was printed as 72.7万 was between 726,500 and 727,499. Whatever is computed from
/// it can be no more certain than that.
///
/// - Shape: `lowest <= highest`; both belong to the range.
package struct FigureRange: Sendable, Hashable {
    package let lowest: Int128
    package let highest: Int128

    package init(exactly value: Int128) {
        lowest = value
        highest = value
    }

    /// - Parameter highest: no less than `lowest`.
    package init(lowest: Int128, highest: Int128) {
        precondition(lowest <= highest, "a range of figures is empty")
        self.lowest = lowest
        self.highest = highest
    }

    /// The figure itself, where it is known.
    package var exactly: Int128? { lowest == highest ? lowest : nil }

    /// Everything that the difference of two figures can be.
    package static func - (now: FigureRange, base: FigureRange) -> FigureRange {
        FigureRange(lowest: now.lowest - base.highest, highest: now.highest - base.lowest)
    }
}
