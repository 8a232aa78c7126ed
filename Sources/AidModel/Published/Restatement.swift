/// How the figures of a published quarter differ now from what was published, and why (修订).
package struct Restatement: Sendable, Hashable {
    /// One vintage, as far as a report says of it.
    package struct Published: Sendable, Hashable {
        package var number: Int
        package var publishedOn: CalendarDay
        package var reason: RestatementReason?
        package var figures: PublishedFigures

        package init(number: Int, publishedOn: CalendarDay, reason: RestatementReason?, figures: PublishedFigures) {
            self.number = number
            self.publishedOn = publishedOn
            self.reason = reason
            self.figures = figures
        }
    }

    /// Why the causes cannot be told.
    package enum WhyUnknown: Sendable, Hashable {
        /// What was last published was taken from print, without the records behind it.
        case importedAsPrinted
        /// Nothing was held against the inputs of then.
        case notCompared
        /// As the caller tells.
        case told(BilingualText)
    }

    package var first: Published
    /// The same as `first` where there is only one.
    package var last: Published
    package var now: Figures
    /// Why now differs from `last`; nil: that cannot be told, and `whyUnknown` says so.
    package var causes: RestatementCauses?
    package var whyUnknown: WhyUnknown?

    package init(
        first: Published, last: Published, now: Figures, causes: RestatementCauses?, whyUnknown: WhyUnknown?
    ) {
        self.first = first
        self.last = last
        self.now = now
        self.causes = causes
        self.whyUnknown = whyUnknown
    }

    /// Whether now differs from the last vintage, or surely does from rounded figures.
    package var differsFromLast: Bool { Restatement.differs(now, from: last.figures) }

    /// Now less what was last published; nil: that measure was not published.
    package func change(_ measure: Measure) -> FigureRange? {
        last.figures[measure].map { FigureRange(exactly: now[measure]) - $0 }
    }

    package static func differs(_ now: Figures, from published: PublishedFigures) -> Bool {
        Measure.allCases.contains { measure in
            guard let range = published[measure] else { return false }
            return now[measure] < range.lowest || now[measure] > range.highest
        }
    }
}

/// What has changed the figures of a quarter since its last vintage, by what came in later inputs.
///
/// The changes of all kinds add up to the whole change of person-times and amount; recipients do
/// not add up.
package struct RestatementCauses: Sendable, Hashable {
    /// One kind of cause.
    package struct Change: Sendable, Hashable {
        /// Claims that it concerns.
        package var claimCount = 0
        package var personTimes = 0
        package var amountMinor: Int128 = 0

        package static let none = Change()

        package init(claimCount: Int = 0, personTimes: Int = 0, amountMinor: Int128 = 0) {
            self.claimCount = claimCount
            self.personTimes = personTimes
            self.amountMinor = amountMinor
        }

        package static func += (lhs: inout Change, rhs: Change) {
            lhs.claimCount += rhs.claimCount
            lhs.personTimes += rhs.personTimes
            lhs.amountMinor += rhs.amountMinor
        }
    }

    /// Claims that were not there, or not yet paid.
    package var lateClaims = Change.none
    /// Claims of which a later version says something else.
    package var corrections = Change.none
    package var reversals = Change.none
    /// What inputs or rules that are no longer the same account for.
    package var other = Change.none

    package init() {}

    package static func += (lhs: inout RestatementCauses, rhs: RestatementCauses) {
        lhs.lateClaims += rhs.lateClaims
        lhs.corrections += rhs.corrections
        lhs.reversals += rhs.reversals
        lhs.other += rhs.other
    }
}
