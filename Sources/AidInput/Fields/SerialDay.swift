import AidModel

/// A day as a spreadsheet counts it, with the time of day as a fraction: `45056`, `45056.7291666667`.
struct SerialDay: Equatable {
    /// Whole days; one more where less than half a millisecond lacks to it, which is a computer's noise.
    let number: Int

    /// 1 less half a millisecond, in 10^-18 of a day.
    private static let almostADay = 999_999_994_212_962_963

    /// nil: a text has not the shape of one; five digits, which in either way of counting go beyond 2170.
    ///
    /// - Parameter text: cleaned.
    init?(_ text: ByteView) {
        var reader = DigitReader(text)
        guard var number = reader.number(digits: 1...5) else { return nil }
        if reader.skip(".") {
            guard text.count <= 24, !reader.isAtEnd else { return nil }
            var fraction = 0
            for _ in 0..<18 {
                guard reader.isAtEnd || reader.peek &- UInt8(ascii: "0") <= 9 else { return nil }
                fraction = fraction * 10 + (reader.isAtEnd ? 0 : reader.number(digits: 1...1) ?? 0)
            }
            while !reader.isAtEnd {
                guard reader.number(digits: 1...9) != nil else { return nil }
            }
            if fraction >= SerialDay.almostADay { number += 1 }
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
struct DayCounts: Sendable, Hashable, Codable {
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
