/// What is left of quarters whose records a register has forgotten: their figures, and nobody in them.
///
/// - Units: persons; person-times; the currency's minor unit.
package struct ForgottenQuarters: Sendable, Hashable {
    /// The first quarter whose claims are all there: people are told apart from it on.
    package var exactFrom: Quarter
    /// The figures of the quarters before, as they stood.
    package var figuresByQuarter: [Quarter: Figures]
    /// Those of the years to date that end with one of the quarters.
    package var yearsToDate: [Quarter: Figures]
    /// The programme's first day.
    package var since: CalendarDay
    /// Person-times from the programme's start up to `exactFrom`, and their money. Whom they helped is no
    /// longer known.
    package var sinceStart: Tally

    package init(
        exactFrom: Quarter, figuresByQuarter: [Quarter: Figures], yearsToDate: [Quarter: Figures], since: CalendarDay,
        sinceStart: Tally
    ) {
        self.exactFrom = exactFrom
        self.figuresByQuarter = figuresByQuarter
        self.yearsToDate = yearsToDate
        self.since = since
        self.sinceStart = sinceStart
    }

    /// Whether people have been forgotten whom the programme has helped since its start.
    package var lacksPeople: Bool { since < exactFrom.firstDay }

    /// The quarters and their figures, oldest first.
    package var quarters: [(quarter: Quarter, figures: Figures)] {
        figuresByQuarter.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The figures of one quarter; nil: it was not forgotten, or no claim of it stood.
    package func figures(of quarter: Quarter) -> Figures? {
        figuresByQuarter[quarter]
    }
}
