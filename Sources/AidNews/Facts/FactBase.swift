package import AidModel

/// What a fact is held against, and what that was itself.
package struct FactBase: Sendable, Hashable {
    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        /// The same period one year before (同比).
        case yearEarlier
        /// The quarter before (环比).
        case quarterEarlier
        /// The same quarter as it was last published (修订).
        case published
        /// The whole, of which the fact is a share.
        case whole
        /// The other groups of the breakdown, or the other quarters since the start.
        case others
        /// What the figure was before, for a round number that it passes.
        case before
    }

    package var comparison: Comparison
    /// The time of the base; of other quarters, the one that comes nearest to the record.
    package var period: FactPeriod
    /// The base's own figure, exactly or as far as it is known.
    package var value: FactValue
    /// How many groups are compared, or quarters a run has, the fact's own included; nil: it is a single base,
    /// or one of `others`.
    package var count: Int?
    /// Whether a run goes back to where the data begin, so that it may be longer than `count`.
    package var isAtLeast = false
    /// The quarters of which a record is above or below every one; nil: it is no record.
    package var others: Others?
    /// The vintage whose figure the base is, where it is one that was published; nil: the base is
    /// counted from the present exports.
    package var vintage: FactVintage?

    /// All quarters that a record is held against.
    package struct Others: Sendable, Hashable {
        /// The first of them.
        package var since: Quarter
        /// How many they are, without the record's own.
        package var count: Int

        package init(since: Quarter, count: Int) {
            self.since = since
            self.count = count
        }
    }

    package init(
        _ comparison: Comparison, period: FactPeriod, value: FactValue, count: Int? = nil, isAtLeast: Bool = false,
        others: Others? = nil, vintage: FactVintage? = nil
    ) {
        self.comparison = comparison
        self.period = period
        self.value = value
        self.count = count
        self.isAtLeast = isAtLeast
        self.others = others
        self.vintage = vintage
    }
}

/// A vintage, as far as facts name it.
package struct FactVintage: Sendable, Hashable {
    package var quarter: Quarter
    /// From 1.
    package var number: Int
    package var publishedOn: CalendarDay

    package init(quarter: Quarter, number: Int, publishedOn: CalendarDay) {
        self.quarter = quarter
        self.number = number
        self.publishedOn = publishedOn
    }
}
