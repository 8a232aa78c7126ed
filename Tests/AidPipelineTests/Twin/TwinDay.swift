/// A day as the number yyyymmdd.
struct TwinDay: Hashable {
    var number: Int

    init(number: Int) { self.number = number }

    /// nil where the calendar has no such day.
    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...12).contains(month), day >= 1, day <= TwinDay.days(in: month, of: year) else { return nil }
        number = year * 10_000 + month * 100 + day
    }

    var year: Int { number / 10_000 }
    var month: Int { number / 100 % 100 }
    var day: Int { number % 100 }

    /// Year × 4 + number − 1.
    var quarter: Int { year * 4 + (month - 1) / 3 }

    var iso: String { "\(year)-\(two(month))-\(two(day))" }

    /// The last character of 星期一.
    var weekday: String {
        // Zeller's congruence; 1 is Sunday.
        let (year, month) = month < 3 ? (year - 1, month + 12) : (year, month)
        let number = (day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
        return ["六", "日", "一", "二", "三", "四", "五"][number]
    }

    /// Days since the first of the year 1, which is 0; slowly.
    var ordinal: Int {
        var count = day - 1
        for month in 1..<month { count += TwinDay.days(in: month, of: year) }
        for year in 1..<year { count += TwinDay.days(in: 2, of: year) + 337 }
        return count
    }

    var dayAfter: TwinDay {
        TwinDay(year, month, day + 1) ?? TwinDay(year, month + 1, 1) ?? TwinDay(year + 1, 1, 1)!
    }

    var dayBefore: TwinDay {
        if day > 1 { return TwinDay(year, month, day - 1)! }
        return month > 1
            ? TwinDay(year, month - 1, TwinDay.days(in: month - 1, of: year))! : TwinDay(year - 1, 12, 31)!
    }

    static func days(in month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    static func last(of quarter: Int) -> TwinDay {
        let month = quarter % 4 * 3 + 3
        return TwinDay(quarter / 4, month, days(in: month, of: quarter / 4))!
    }

    static func random(in quarter: Int, _ random: inout TwinRandom) -> TwinDay {
        let month = quarter % 4 * 3 + random.number(1...3)
        return TwinDay(quarter / 4, month, random.number(1...days(in: month, of: quarter / 4)))!
    }
}

func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func quarterName(_ quarter: Int) -> String { "\(quarter / 4)Q\(quarter % 4 + 1)" }
