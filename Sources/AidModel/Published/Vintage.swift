/// The figures of a quarter as they were published at one time (版本).
package struct Vintage: Sendable, Hashable {
    package var quarter: Quarter
    /// From 1, in the order of publication.
    package var number: Int
    package var publishedOn: CalendarDay
    /// nil: the first of its quarter, which restates nothing.
    package var reason: RestatementReason?
    package var note: String?
    package var isProvisional: Bool
    package var origin: Origin
    /// The total of the quarter first, then whatever else was published.
    package var cells: [PublishedCell]

    package enum Origin: Sendable, Hashable {
        /// The ledger's number of the run whose figures they are.
        case run(Int64)
        /// Printed figures from a file with this SHA-256.
        case imported(sha256: String)
    }

    package init(
        quarter: Quarter, number: Int, publishedOn: CalendarDay, reason: RestatementReason?, note: String?,
        isProvisional: Bool, origin: Origin, cells: [PublishedCell]
    ) {
        self.quarter = quarter
        self.number = number
        self.publishedOn = publishedOn
        self.reason = reason
        self.note = note
        self.isProvisional = isProvisional
        self.origin = origin
        self.cells = cells
    }

    /// The figures of one period and group; nil: not published, or kept back.
    package func figures(_ period: PublishedCell.Period, group: PublishedCell.Group? = nil) -> PublishedFigures? {
        cells.first { $0.period == period && $0.group == group }?.figures
    }
}

/// Why a later vintage of a quarter differs from the one before.
package enum RestatementReason: String, Sendable, Hashable, CaseIterable {
    /// Better source data: late claims, corrected exports.
    case betterData = "R1"
    /// Routine recalculation.
    case routine = "R2"
    /// The rules of counting have changed.
    case changedMethod = "R3"
    /// A mistake is set right.
    case correction = "C"
}
