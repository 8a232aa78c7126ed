import AidModel

/// A time of which figures are known or stated: whole quarters, one after the other.
struct DraftSpan: Sendable, Hashable {
    /// Its first quarter by its ordinal; nil: from the programme's start.
    var first: Int?
    /// Its last quarter by its ordinal.
    var last: Int

    static func quarter(_ quarter: Quarter) -> DraftSpan {
        DraftSpan(first: quarter.ordinal, last: quarter.ordinal)
    }

    /// From 1 January to the end of a quarter; that of a first quarter is the quarter itself.
    static func yearToDate(_ quarter: Quarter) -> DraftSpan {
        DraftSpan(first: quarter.firstOfYear.ordinal, last: quarter.ordinal)
    }

    /// From the programme's start to the end of a quarter.
    static func cumulative(_ quarter: Quarter) -> DraftSpan { DraftSpan(first: nil, last: quarter.ordinal) }

    /// From one quarter to another, both included.
    static func quarters(_ first: Quarter, _ last: Quarter) -> DraftSpan {
        DraftSpan(first: first.ordinal, last: last.ordinal)
    }

    static func secondHalf(_ year: Int) -> DraftSpan {
        .quarters(Quarter(year: year, number: 3), Quarter(year: year, number: 4))
    }

    /// The span from the start of a year to its quarter with a number.
    static func toQuarter(_ number: Int, year: Int) -> DraftSpan { .yearToDate(Quarter(year: year, number: number)) }

    /// Its last quarter.
    var quarter: Quarter { Quarter(ordinal: last) }

    var isCumulative: Bool { first == nil }

    var isQuarter: Bool { first == last }

    /// Whether it goes from the start of a year to a quarter of it after the first.
    var isYearToDate: Bool { first.map { $0 % 4 == 0 && $0 < last && $0 / 4 == last / 4 } ?? false }

    /// How many quarters it has; nil: from the start.
    var quarterCount: Int? { first.map { last - $0 + 1 } }

    /// The same span some years later.
    func moved(years: Int) -> DraftSpan { DraftSpan(first: first.map { $0 + 4 * years }, last: last + 4 * years) }

    /// The span as long as this that ends right before it; nil: from the start.
    var before: DraftSpan? {
        first.map { DraftSpan(first: $0 - (last - $0 + 1), last: $0 - 1) }
    }

    /// Whether all of it lies in another that is longer.
    func isWithin(_ other: DraftSpan) -> Bool {
        guard self != other, last <= other.last else { return false }
        guard let outer = other.first else { return true }
        return first.map { $0 >= outer } ?? false
    }
}
