package import AidModel

/// The time that a fact speaks of.
package enum FactPeriod: Sendable, Hashable {
    case quarter(Quarter)
    /// From 1 January to the end of a quarter (今年以来).
    case yearToDate(through: Quarter)
    /// From the programme's start to the end of a quarter (累计).
    case cumulative(since: CalendarDay, through: Quarter)

    /// The quarter, or the last one of the span.
    package var quarter: Quarter {
        switch self {
        case .quarter(let quarter), .yearToDate(let quarter), .cumulative(_, let quarter): quarter
        }
    }

    package var firstDay: CalendarDay {
        switch self {
        case .quarter(let quarter): quarter.firstDay
        case .yearToDate(let quarter): quarter.firstOfYear.firstDay
        case .cumulative(let since, _): since
        }
    }

    package var lastDay: CalendarDay { quarter.lastDay }
}
