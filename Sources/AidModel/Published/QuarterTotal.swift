/// The total of one quarter of the data.
package struct QuarterTotal: Sendable, Hashable {
    package var quarter: Quarter
    package var isProvisional: Bool
    /// Whether its own claims leave out its first or last fortnight (the finding `quarter-incomplete`).
    package var isIncomplete: Bool
    /// nil: no claim of the data is dated in this quarter.
    package var figures: Figures?

    package init(quarter: Quarter, isProvisional: Bool, isIncomplete: Bool = false, figures: Figures?) {
        self.quarter = quarter
        self.isProvisional = isProvisional
        self.isIncomplete = isIncomplete
        self.figures = figures
    }
}
