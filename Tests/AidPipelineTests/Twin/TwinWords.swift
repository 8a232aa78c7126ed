/// Takes a text apart from its start.
struct TwinWords {
    private let scalars: [Unicode.Scalar]
    private var next = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var isAtEnd: Bool { next == scalars.count }

    mutating func take(_ word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard scalars.count - next >= wanted.count, Array(scalars[next..<next + wanted.count]) == wanted else {
            return false
        }
        next += wanted.count
        return true
    }

    mutating func takeAll(_ word: String) -> Int {
        var count = 0
        while take(word) { count += 1 }
        return count
    }

    /// As many digits as come, or nil where there are more or fewer than wanted.
    mutating func digits(_ count: ClosedRange<Int>) -> String? {
        let start = next
        while next < scalars.count, ("0"..."9").contains(scalars[next]) { next += 1 }
        guard count.contains(next - start) else {
            next = start
            return nil
        }
        return String(String.UnicodeScalarView(scalars[start..<next]))
    }
}

/// Rule 2 for days.
extension TwinReader {
    func day(_ text: String) -> TwinDay? {
        var words = TwinWords(text)
        var minutes: Int?
        if let year = words.digits(4...4) {
            let ends = [["-", "-", ""], ["/", "/", ""], [".", ".", ""], ["年", "月", "日"]].first { words.take($0[0]) }
            guard let ends, let month = words.digits(1...2), words.take(ends[1]), let day = words.digits(1...2),
                words.take(ends[2])
            else { return nil }
            guard words.isAtEnd || TwinReader.isTime(&words, &minutes) else { return nil }
            return TwinDay(Int(year)!, Int(month)!, Int(day)!).flatMap { there($0, minutes) }
        }
        guard let number = words.digits(8...8) ?? words.digits(14...14).flatMap(TwinReader.dayOfLong),
            words.isAtEnd || TwinReader.isTime(&words, &minutes)
        else { return nil }
        let plain = Int(number)!
        return TwinDay(plain / 10_000, plain / 100 % 100, plain % 100).flatMap { there($0, minutes) }
    }

    /// The day in the programme's zone.
    ///
    /// - Parameter minutes: of the day in UTC, below 0 on the day before; nil: the time is local.
    private func there(_ day: TwinDay, _ minutes: Int?) -> TwinDay? {
        guard var minutes else { return day }
        switch plan.timeZone {
        case "UTC": break
        case "Asia/Kolkata": minutes += 330
        case "America/New_York": minutes -= TwinReader.isSummer(day, minutes) ? 240 : 300
        default: minutes += 480
        }
        let there = minutes < 0 ? day.dayBefore : minutes >= 1440 ? day.dayAfter : day
        return (1...9999).contains(there.year) ? there : nil
    }

    /// Whether New York has summer time: from two o'clock on the second Sunday of March to that of summer time
    /// on the first of November.
    private static func isSummer(_ day: TwinDay, _ minutes: Int) -> Bool {
        let utc = minutes < 0 ? day.dayBefore : minutes >= 1440 ? day.dayAfter : day
        let minute = (minutes + 1440) % 1440
        func sunday(_ month: Int, _ count: Int) -> TwinDay {
            // Zeller's congruence for the first of the month; 1 is Sunday.
            let (year, shifted) = month < 3 ? (utc.year - 1, month + 12) : (utc.year, month)
            let weekday = (1 + 13 * (shifted + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
            return TwinDay(utc.year, month, 1 + (8 - weekday) % 7 + 7 * (count - 1))!
        }
        guard utc.year >= 2007 else { return false }
        let (start, end) = (sunday(3, 2), sunday(11, 1))
        if utc == start { return minute >= 7 * 60 }
        if utc == end { return minute < 6 * 60 }
        return utc.number > start.number && utc.number < end.number
    }

    /// The first eight of the digits YYYYMMDDHHMMSS.
    private static func dayOfLong(_ digits: String) -> String? {
        let time = Int(digits.suffix(6))!
        guard time / 10_000 < 24, time / 100 % 100 < 60, time % 100 < 60 else { return nil }
        return String(digits.prefix(8))
    }

    /// - Parameter minutes: of the day in UTC, where an offset is told.
    private static func isTime(_ words: inout TwinWords, _ minutes: inout Int?) -> Bool {
        guard words.takeAll(" ") > 0 || words.take("T") else { return false }
        guard let hour = words.digits(1...2), Int(hour)! < 24, words.take(":"), let minute = words.digits(2...2),
            Int(minute)! < 60
        else { return false }
        if words.take(":") {
            guard let second = words.digits(2...2), Int(second)! < 60 else { return false }
            if words.take("."), words.digits(1...99) == nil { return false }
        }
        let local = Int(hour)! * 60 + Int(minute)!
        if words.take("Z") {
            minutes = local
        } else {
            let isAhead = words.take("+")
            if isAhead || words.take("-") {
                guard let offset = words.digits(2...2) else { return false }
                var past = "0"
                if words.take(":") {
                    guard let digits = words.digits(2...2) else { return false }
                    past = digits
                }
                let ahead = Int(offset)! * 60 + Int(past)!
                minutes = isAhead ? local - ahead : local + ahead
            }
        }
        return words.isAtEnd
    }
}

/// Rule 2 for amounts.
extension TwinReader {
    static func amount(_ text: String, minorDigits: Int) -> (isNegative: Bool, magnitude: Int)? {
        var words = TwinWords(text)
        var isNegative = words.take("-")
        let hasMark = words.take("¥") || words.take("￥")
        if hasMark {
            _ = words.takeAll(" ")
            isNegative = isNegative || words.take("-")
        }
        var whole = words.digits(1...9_999) ?? ""
        if words.take(",") {
            guard (1...3).contains(whole.count) else { return nil }
            repeat {
                guard let group = words.digits(3...3) else { return nil }
                whole += group
            } while words.take(",")
        }
        var fraction = ""
        if words.take(".") {
            guard let digits = words.digits(1...9_999) else { return nil }
            fraction = digits
        }
        if !hasMark, !words.isAtEnd {
            _ = words.takeAll(" ")
            guard words.take("元") else { return nil }
        }
        guard words.isAtEnd, !(whole.isEmpty && fraction.isEmpty) else { return nil }
        guard fraction.dropFirst(minorDigits).allSatisfy({ $0 == "0" }) else { return nil }
        let digits = (whole + (fraction + "0000").prefix(minorDigits)).drop { $0 == "0" }
        guard let magnitude = digits.isEmpty ? 0 : Int(digits) else { return nil }
        return (isNegative && magnitude > 0, magnitude)
    }
}
