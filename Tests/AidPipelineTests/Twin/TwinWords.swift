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
        var words = TwinWords(TwinReader.plainSigns(text))
        var minutes: Int?
        let day: TwinDay?
        if let year = words.digits(4...4) {
            _ = words.takeAll(" ")
            let ends = [["-", "-", ""], ["/", "/", ""], [".", ".", ""], ["年", "月", "日"]].first { words.take($0[0]) }
            guard let ends else { return nil }
            _ = words.takeAll(" ")
            guard let month = words.digits(1...2) else { return nil }
            _ = words.takeAll(" ")
            guard words.take(ends[1]) else { return nil }
            _ = words.takeAll(" ")
            guard let number = words.digits(1...2) else { return nil }
            if ends[2] == "日" { _ = words.takeAll(" ") }
            guard words.take(ends[2]) else { return nil }
            day = TwinDay(Int(year)!, Int(month)!, Int(number)!)
        } else {
            guard let number = words.digits(8...8) ?? words.digits(14...14).flatMap(TwinReader.dayOfLong) else {
                return nil
            }
            let plain = Int(number)!
            day = TwinDay(plain / 10_000, plain / 100 % 100, plain % 100)
        }
        guard let day, words.isAtEnd || TwinReader.isRest(&words, day, &minutes) else { return nil }
        return there(day, minutes)
    }

    /// Signs and blanks of full width, and dashes, as those of ASCII.
    static func plainSigns(_ text: String) -> String {
        let signs: [Character: Character] = [
            "－": "-", "−": "-", "–": "-", "／": "/", "．": ".", "：": ":", "，": ",", "（": "(", "）": ")", "＋": "+",
            "\u{3000}": " ",
            "\u{A0}": " ",
        ]
        return String(text.map { signs[$0] ?? $0 })
    }

    /// Whether what follows a date is the right day of the week, a time, or both.
    private static func isRest(_ words: inout TwinWords, _ day: TwinDay, _ minutes: inout Int?) -> Bool {
        let start = words
        _ = words.takeAll(" ")
        guard words.take("星期") || words.take("周") else {
            words = start
            return isTime(&words, &minutes)
        }
        guard words.take(day.weekday) else { return false }
        return words.isAtEnd || isTime(&words, &minutes)
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
    /// on the first of November; before 2007, from the first Sunday of April to the last of October.
    private static func isSummer(_ day: TwinDay, _ minutes: Int) -> Bool {
        let utc = minutes < 0 ? day.dayBefore : minutes >= 1440 ? day.dayAfter : day
        let minute = (minutes + 1440) % 1440
        func sunday(_ month: Int, _ count: Int) -> TwinDay {
            // Zeller's congruence for the first of the month; 1 is Sunday.
            let (year, shifted) = month < 3 ? (utc.year - 1, month + 12) : (utc.year, month)
            let weekday = (1 + 13 * (shifted + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
            return TwinDay(utc.year, month, 1 + (8 - weekday) % 7 + 7 * (count - 1))!
        }
        guard utc.year >= 1987 else { return false }
        let lastOfOctober = (0..<7).reduce(sunday(11, 1)) { day, _ in day.dayBefore }
        let (start, end) = utc.year < 2007 ? (sunday(4, 1), lastOfOctober) : (sunday(3, 2), sunday(11, 1))
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
        let isMorning = words.take("上午")
        let isAfternoon = words.take("下午")
        _ = words.takeAll(" ")
        guard let digits = words.digits(1...2), var hour = Int(digits), hour < 24, words.take(":"),
            let minute = words.digits(2...2),
            Int(minute)! < 60
        else { return false }
        if words.take(":") {
            guard let second = words.digits(2...2), Int(second)! < 60 else { return false }
            if words.take("."), words.digits(1...99) == nil { return false }
        }
        if isMorning, hour > 12 { return false }
        if isMorning, hour == 12 { hour = 0 }
        if isAfternoon, hour < 12 { hour += 12 }
        let local = hour * 60 + Int(minute)!
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
        var words = TwinWords(plainSigns(text))
        var signs: [Bool] = []
        func takeSign() {
            if words.take("-") { signs.append(true) } else if words.take("+") { signs.append(false) }
        }
        takeSign()
        var hasMark = words.take("¥") || words.take("￥")
        if hasMark { _ = words.takeAll(" ") }
        takeSign()
        let isBracketed = words.take("(")
        if isBracketed, !hasMark { hasMark = words.take("¥") || words.take("￥") }
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
        if isBracketed {
            guard words.take(")"), signs.isEmpty else { return nil }
            signs = [true]
        } else if words.take("-") {
            signs.append(true)
        }
        if !words.isAtEnd {
            _ = words.takeAll(" ")
            guard words.take("元") else { return nil }
            _ = words.take("整")
        }
        guard signs.count <= 1 else { return nil }
        let isNegative = signs == [true]
        guard words.isAtEnd, !(whole.isEmpty && fraction.isEmpty) else { return nil }
        guard fraction.dropFirst(minorDigits).allSatisfy({ $0 == "0" }) else { return nil }
        let digits = (whole + (fraction + "0000").prefix(minorDigits)).drop { $0 == "0" }
        guard let magnitude = digits.isEmpty ? 0 : Int(digits) else { return nil }
        return (isNegative && magnitude > 0, magnitude)
    }
}
