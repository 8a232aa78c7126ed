/// What is left of quarters whose records a register has forgotten: their figures, and nobody in them.
///
/// - Units: persons; person-times; the currency's minor unit.
package struct ForgottenQuarters: Sendable, Hashable {
    /// The first quarter whose claims are all there: people are told apart from it on.
    package var exactFrom: Quarter
    /// The figures of the quarters before, as they stood.
    package var figuresByQuarter: [Quarter: Figures]
    /// Person-times from the programme's start up to `exactFrom`, and their money. Whom they helped is no
    /// longer known.
    package var sinceStart: Tally

    package init(exactFrom: Quarter, figuresByQuarter: [Quarter: Figures], sinceStart: Tally) {
        self.exactFrom = exactFrom
        self.figuresByQuarter = figuresByQuarter
        self.sinceStart = sinceStart
    }

    /// The quarters and their figures, oldest first.
    package var quarters: [(quarter: Quarter, figures: Figures)] {
        figuresByQuarter.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The figures of one quarter; nil: it was not forgotten, or no claim of it stood.
    package func figures(of quarter: Quarter) -> Figures? {
        figuresByQuarter[quarter]
    }
}
