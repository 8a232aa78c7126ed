/// Figures of small groups that may follow although they are hidden: how many, and where they are printed.
package struct Unprotected: Sendable, Hashable {
    package var figureCount = 0
    /// The periods of the report in which they are; none: they follow from several.
    package var periods: PeriodSet = []
    package var measures: MeasureSet = []

    package init(figureCount: Int = 0, periods: PeriodSet = [], measures: MeasureSet = []) {
        self.figureCount = figureCount
        self.periods = periods
        self.measures = measures
    }

    /// What of a figure may follow, a bit each.
    package struct MeasureSet: OptionSet, Hashable, Sendable {
        package var rawValue: UInt8

        /// People and person-times.
        package static let people = MeasureSet(rawValue: 1)
        package static let money = MeasureSet(rawValue: 2)

        package init(rawValue: UInt8) { self.rawValue = rawValue }
    }
}
