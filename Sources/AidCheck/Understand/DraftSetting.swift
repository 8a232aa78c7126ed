import AidModel

/// What the words of a draft are counted from: which quarter it is about, and which year is this one.
struct DraftSetting: Sendable, Hashable {
    /// The year of a draft that names none, which no text shows.
    static let unknownYear = 60
    /// Every year that a draft can name is later.
    static let firstYear = 1900

    /// What tells the quarter that a draft is about.
    enum Source: Sendable, Hashable {
        /// Who asks for the check.
        case option
        /// The first quarter that the draft names.
        case named
        /// The last quarter before the day of the draft.
        case date
        /// The latest quarter that facts are of.
        case facts
        case nothing
    }

    var quarter: Quarter
    var thisYear: Int
    /// The quarter in which the draft is printed; nil: not known.
    var printedIn: Quarter?
    /// The days from which the programme is counted; none: not known.
    var starts: [CalendarDay] = []
    var source = Source.option

    /// The year of a quarter that is named without one: in January the fourth quarter is the last one.
    func year(ofQuarter number: Int) -> Int {
        guard let printedIn, Quarter(year: thisYear, number: number) > printedIn else { return thisYear }
        return thisYear - 1
    }
}
