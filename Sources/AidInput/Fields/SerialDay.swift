import AidModel

/// A day as a spreadsheet counts it, with the time of day as a fraction: `45056`, `45056.7291666667`.
struct SerialDay: Equatable {
    /// Whole days.
    let number: Int

    /// nil: a text has not the shape of one; five digits, which in either way of counting go beyond 2170.
    ///
    /// - Parameter text: cleaned.
    init?(_ text: ByteView) {
        var reader = DigitReader(text)
        guard let number = reader.number(digits: 1...5) else { return nil }
        if reader.skip(".") {
            guard text.count <= 24, !reader.isAtEnd else { return nil }
            while !reader.isAtEnd {
                guard reader.number(digits: 1...9) != nil else { return nil }
            }
        }
        guard reader.isAtEnd else { return nil }
        self.number = number
    }

    /// Whether it is from 1990 to 2049 where days are counted from 1900: a column of such numbers is one of dates.
    var isUsual: Bool { (32_874...54_788).contains(number) }

    /// nil: there is no such day.
    func day(_ form: DateForm) -> CalendarDay? {
        switch form {
        case .serial1900:
            // Day 60 is 29 February 1900, which spreadsheets have and no calendar has.
            guard number >= 1, number != 60 else { return nil }
            return CalendarDay(daysSinceEpoch: Int32(number - (number < 60 ? 25_568 : 25_569)))
        case .serial1904: return CalendarDay(daysSinceEpoch: Int32(number - 24_107))
        default: return nil
        }
    }
}

/// What the dates of a file's records look like, from which it follows whether a spreadsheet has made numbers of them.
///
/// Counts of pieces add up, and so tell the same whatever the pieces are.
struct DayCounts: Sendable, Hashable {
    /// Values that are dates.
    var dateCount = 0
    /// Values that are no dates, but look like the numbers of days.
    var serialCount = 0
    /// Values that are neither, and not empty.
    var otherCount = 0
    /// Records that were taken by all rules, and not as most are.
    var takenCount = 0

    /// So few may be anything.
    private static let least = 3

    /// How many dates a column of nothing but numbers of days holds; 0: it is none.
    var columnCount: Int {
        dateCount == 0 && serialCount >= DayCounts.least && otherCount < serialCount ? serialCount : 0
    }

    static func += (lhs: inout DayCounts, rhs: DayCounts) {
        lhs.dateCount += rhs.dateCount
        lhs.serialCount += rhs.serialCount
        lhs.otherCount += rhs.otherCount
        lhs.takenCount += rhs.takenCount
    }
}
