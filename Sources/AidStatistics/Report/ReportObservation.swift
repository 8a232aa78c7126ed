package import AidModel

/// What a reader of the figures must know of the data behind them, in no language.
package enum ReportObservation: Sendable, Hashable {
    /// The exports stop on a day before the last ones of the quarter.
    case provisional(Quarter, lastDay: CalendarDay)
    /// No claim is dated in these quarters of the year.
    case yearToDateIncomplete([Quarter])
    /// The register has forgotten all records before a quarter, and with them perhaps who was aided.
    case quartersForgotten(exactFrom: Quarter, lacksPeople: Bool)
    case cumulativeIncomplete(since: CalendarDay, first: Quarter)
    /// Quarters within the data that have no claim, and whether any of them is of the programme.
    case quartersWithoutClaims([Quarter], areOfProgramme: Bool)
    case claimsBeforeStart(since: CalendarDay, firstDay: CalendarDay)
    /// The claims of the quarter, or of that a year earlier, leave out its first or last fortnight.
    case quarterIncomplete(Quarter, days: ClosedRange<CalendarDay>, isYearEarlier: Bool)
    case farOffDates([Quarter], claimCount: Int)
    /// The report is itself about a quarter that is far from all other data.
    case farOffQuarter(Quarter)
    case laterQuarters(after: Quarter, last: Quarter)
    /// The figures of a quarter are no longer those last published.
    case restated(Quarter, Restatement, Currency)
    /// Claims of the quarter, or of that a year earlier, were paid before the treatment.
    case paidBeforeTreatment(Quarter, claimCount: Int)
    /// No claim of the quarter says when the treatment was, or none that can be.
    case noDaysToPayment(Quarter)
    /// Figures of small groups of a breakdown that follow although they are hidden, or that earlier reports have told.
    case unprotected(field: String, Unprotected)

    /// Stable across versions.
    package var code: String {
        switch self {
        case .provisional: "provisional"
        case .yearToDateIncomplete: "year-to-date-incomplete"
        case .quartersForgotten: "quarters-forgotten"
        case .cumulativeIncomplete: "cumulative-incomplete"
        case .quartersWithoutClaims: "quarters-without-claims"
        case .claimsBeforeStart: "claims-before-start"
        case .quarterIncomplete: "quarter-incomplete"
        case .farOffDates: "far-off-dates"
        case .farOffQuarter: "far-off-quarter"
        case .laterQuarters: "later-quarters"
        case .restated: "restated"
        case .paidBeforeTreatment: "paid-before-treatment"
        case .noDaysToPayment: "no-days-to-payment"
        case .unprotected: "unprotected"
        }
    }
}
