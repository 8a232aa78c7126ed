/// The total of one quarter of the data.
package struct QuarterTotal: Sendable, Hashable {
    package var quarter: Quarter
    package var isProvisional: Bool
    /// nil: no claim of the data is dated in this quarter.
    package var figures: Figures?

    package init(quarter: Quarter, isProvisional: Bool, figures: Figures?) {
        self.quarter = quarter
        self.isProvisional = isProvisional
        self.figures = figures
    }
}
