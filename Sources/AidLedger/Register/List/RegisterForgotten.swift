package import AidModel

/// What is left of the quarters whose claims a register has forgotten.
package struct RegisterForgotten: Sendable, Hashable {
    /// The first quarter whose claims are all there: people are told apart from it on.
    package var exactFrom: Quarter
    /// The figures of every quarter before, oldest first, as they stood.
    package var quarters: [(Quarter, Figures)] {
        figuresByQuarter.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    package var figuresByQuarter: [Quarter: Figures]

    package init(exactFrom: Quarter, figuresByQuarter: [Quarter: Figures]) {
        self.exactFrom = exactFrom
        self.figuresByQuarter = figuresByQuarter
    }
}
