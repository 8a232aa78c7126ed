import AidModel
import AidStatistics

extension RecordedRun {
    /// The cells of periods of which the data lack no quarter: what lacks one is shown with a caveat in a report, and
    /// must not be published without it.
    ///
    /// - Parameter since: where the pipeline file says that the programme began.
    func wholeCells(since: CalendarDay?) -> [PublishedCell] {
        let known = quarters.filter { $0.figures != nil }.map(\.quarter)
        let isWhole = MissingQuarters(known: known, since: since?.quarter, through: quarter).isEmpty
        let start = max(since?.quarter ?? known.first ?? quarter, quarter.firstOfYear)
        let isYearWhole = MissingQuarters(known: known, since: start, through: quarter).isEmpty
        return cells.filter { cell in
            switch cell.period {
            case .quarter: true
            case .yearToDate: isYearWhole
            case .cumulative: isWhole
            }
        }
    }
}
