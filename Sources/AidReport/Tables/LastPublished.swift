import AidModel
import AidStatistics

/// What was last published of each span of time, of the total and of groups.
struct LastPublished: Sendable {
    /// A span by its last quarter and kind, and whose figures they are.
    private struct Place: Hashable {
        let quarter: Quarter
        let period: PublishedCell.Period
        let group: PublishedCell.Group?
    }

    private let figures: [Place: PublishedFigures]

    /// - Parameter vintages: by quarter and number.
    init(_ vintages: [Vintage]) {
        var figures: [Place: PublishedFigures] = [:]
        for vintage in vintages {
            for cell in vintage.cells where cell.figures != nil {
                figures[Place(quarter: vintage.quarter, period: cell.period, group: cell.group)] = cell.figures
            }
        }
        self.figures = figures
    }

    /// Whether the figures of a span that ends with a quarter are not what was last published of it.
    func isOther(
        _ now: Figures?, _ quarter: Quarter, _ period: PublishedCell.Period = .quarter,
        of group: PublishedCell.Group? = nil
    ) -> Bool {
        guard !figures.isEmpty, let now, let last = figures[Place(quarter: quarter, period: period, group: group)]
        else { return false }
        return Restatement.differs(now, from: last)
    }
}
