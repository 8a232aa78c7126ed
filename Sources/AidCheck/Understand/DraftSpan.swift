import AidModel

/// A time of which figures are known or stated.
enum DraftSpan: Sendable, Hashable {
    case quarter(Quarter)
    /// From 1 January to the end of a quarter; that of a first quarter is the quarter itself.
    case yearToDate(Quarter)
    /// From the programme's start to the end of a quarter.
    case cumulative(Quarter)
    /// The third and the fourth quarter of a year.
    case secondHalf(Int)

    /// The span from the start of a year to its quarter with a number.
    static func toQuarter(_ number: Int, year: Int) -> DraftSpan {
        let quarter = Quarter(year: year, number: number)
        return number == 1 ? .quarter(quarter) : .yearToDate(quarter)
    }

    /// Its last quarter.
    var quarter: Quarter {
        switch self {
        case .quarter(let quarter), .yearToDate(let quarter), .cumulative(let quarter): quarter
        case .secondHalf(let year): Quarter(year: year, number: 4)
        }
    }

    /// The same span some years later.
    func moved(years: Int) -> DraftSpan {
        let moved = Quarter(ordinal: quarter.ordinal + 4 * years)
        return switch self {
        case .quarter: .quarter(moved)
        case .yearToDate: .yearToDate(moved)
        case .cumulative: .cumulative(moved)
        case .secondHalf(let year): .secondHalf(year + years)
        }
    }

    var isCumulative: Bool {
        if case .cumulative = self { true } else { false }
    }
}

/// What the words of a draft are counted from: which quarter it is about, and which year is this one.
struct DraftSetting: Sendable, Hashable {
    /// The year of a draft that names none, which no text shows.
    static let unknownYear = 60
    /// Every year that a draft can name is later.
    static let firstYear = 1900

    var quarter: Quarter
    var thisYear: Int
    /// The quarter in which the draft is printed; nil: not known.
    var printedIn: Quarter?
    /// The days from which the programme is counted; none: not known.
    var starts: [CalendarDay] = []

    /// The year of a quarter that is named without one: in January the fourth quarter is the last one.
    func year(ofQuarter number: Int) -> Int {
        guard let printedIn, Quarter(year: thisYear, number: number) > printedIn else { return thisYear }
        return thisYear - 1
    }
}
