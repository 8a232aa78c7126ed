/// Days since 1970-01-01 and the civil quarters that they lie in.
enum Calendar {
    /// - Source: the civil-date algorithm by H. Hinnant, “chrono-compatible low-level date algorithms”.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// A day as `2023-06-30`.
    static func text(_ dayNumber: Int) -> String {
        let (year, month, day) = civil(dayNumber)
        var text: [UInt8] = []
        text.append(decimal: year, width: 4)
        text.append("-")
        text.append(decimal: month, width: 2)
        text.append("-")
        text.append(decimal: day, width: 2)
        return String(decoding: text, as: UTF8.self)
    }
}

/// A civil quarter, counted from the first one of year 0.
struct Quarter: Equatable {
    let ordinal: Int

    init(ordinal: Int) {
        self.ordinal = ordinal
    }

    init(_ year: Int, _ number: Int) {
        ordinal = year * 4 + number - 1
    }

    var year: Int { ordinal / 4 }
    var number: Int { ordinal % 4 + 1 }
    var name: String { "\(year)Q\(number)" }
    var firstDay: Int { Calendar.dayNumber(year: year, month: number * 3 - 2, day: 1) }
    var dayCount: Int { Quarter(ordinal: ordinal + 1).firstDay - firstDay }
    var lastDay: Int { firstDay + dayCount - 1 }
}
