package import AidModel

/// Which quarters since the programme's start the data lack.
///
/// Where there is one, neither is it known who was aided before (first-time and returning recipients), nor do
/// cumulative figures tell of all the time since the start.
package struct MissingQuarters: Sendable, Hashable {
    /// The first quarter of the data, where the programme began in one before it.
    package let lateStart: Quarter?
    /// Those without a claim since the data began, or the programme if that was later, oldest first.
    package let within: [Quarter]

    package var isEmpty: Bool { lateStart == nil && within.isEmpty }

    /// - Parameters:
    ///   - known: the quarters that have figures.
    ///   - since: the programme's first; nil: that of the data.
    ///   - last: the one up to which it is asked.
    package init(known: some Sequence<Quarter>, since: Quarter?, through last: Quarter) {
        let ordinals = Set(known.map(\.ordinal))
        guard let first = ordinals.min() else {
            lateStart = nil
            within = []
            return
        }
        let start = since?.ordinal ?? first
        lateStart = first > start ? Quarter(ordinal: first) : nil
        within =
            max(first, start) > last.ordinal
            ? []
            : (max(first, start)...last.ordinal).filter { !ordinals.contains($0) }.map { Quarter(ordinal: $0) }
    }
}

extension QuarterReport {
    /// What the data lack from a day on, up to the quarter of the report.
    package func missingQuarters(since: CalendarDay) -> MissingQuarters {
        MissingQuarters(
            known: quarters.filter { $0.figures != nil }.map(\.quarter), since: since.quarter, through: quarter)
    }
}
