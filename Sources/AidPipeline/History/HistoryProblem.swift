import AidModel

/// Why figures of before cannot be published, found or compared.
enum HistoryProblem: CommandProblem {
    // MARK: Publishing

    case noRunOnQuarter
    /// The report of the last run is in another folder than this one.
    case reportElsewhere(folder: String)
    /// Before the quarter began, or in the future.
    case impossibleDay(Quarter, CalendarDay)
    case todayUnknown
    case nothingToRestate(Quarter)
    case reasonMissing(Quarter, last: Vintage)
    case publishedBefore(CalendarDay, last: CalendarDay)
    case methodChanged(RestatementReason, last: Int)
    case methodUnchanged(last: Int)
    /// What was written last may be in the ledger, or not.
    case publicationUncertain

    // MARK: Finding and comparing

    case pipelineMissing
    case noLedger
    case ledgerNotMade
    case noVintage(Quarter, known: [Vintage])
    case noGroup(PublishedCell.Group)
    /// - Parameter of: a quarter, or several.
    case noFigures(of: String)
    /// - Parameter ends: of the data.
    case quarterBeyondData(Quarter, ends: (first: Quarter?, last: Quarter?))
    case otherCurrency(base: String, now: String)
    case noReportFile
}
