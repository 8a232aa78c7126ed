/// A civil quarter, written `2023Q2`.
package struct Quarter: Sendable, Hashable, Comparable {
    /// Quarters since the first one of year 0: year × 4 + number − 1.
    package let ordinal: Int

    package init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// A quarter by its year and its number from 1 to 4.
    package init(year: Int, number: Int) {
        precondition((1...4).contains(number), "a year has the quarters 1 to 4")
        ordinal = year * 4 + number - 1
    }

    /// Reads `2023Q2` (`q` too).
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[4] == UInt8(ascii: "Q") || bytes[4] == UInt8(ascii: "q"),
            let year = Int(text.prefix(4)), year >= 1, bytes[0] != UInt8(ascii: "+"),
            (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[5])
        else { return nil }
        self.init(year: year, number: Int(bytes[5] - UInt8(ascii: "0")))
    }

    package var year: Int { ordinal / 4 }

    /// From 1 to 4.
    package var number: Int { ordinal % 4 + 1 }

    package var firstDay: CalendarDay {
        CalendarDay(year: year, month: number * 3 - 2, day: 1)!
    }

    package var lastDay: CalendarDay {
        CalendarDay(year: year, month: number * 3, day: number == 1 || number == 4 ? 31 : 30)!
    }

    /// The same quarter one year before (上年同期), the base of 同比.
    package var yearEarlier: Quarter { Quarter(ordinal: ordinal - 4) }

    /// The quarter before (上季度), the base of 环比.
    package var quarterEarlier: Quarter { Quarter(ordinal: ordinal - 1) }

    /// The first quarter of the same year, where “year to date” begins.
    package var firstOfYear: Quarter { Quarter(ordinal: ordinal - ordinal % 4) }

    package static func < (lhs: Quarter, rhs: Quarter) -> Bool {
        lhs.ordinal < rhs.ordinal
    }
}

extension Quarter: CustomStringConvertible {
    package var description: String {
        let year = String(self.year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + "Q" + String(number)
    }
}
