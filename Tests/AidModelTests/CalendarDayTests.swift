import AidModel
import Testing

struct CalendarDayTests {
    @Test("Every day from 1600 to 2400 against a loop that counts days one by one")
    func everyDay() throws {
        var number: Int32 = -135_140
        var wrongDays: [String] = []
        for year in 1600...2400 {
            let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for month in 1...12 {
                for day in 1...lengths[month - 1] {
                    let made = CalendarDay(year: year, month: month, day: day)
                    let civil = CalendarDay(daysSinceEpoch: number).civil
                    let quarter = CalendarDay(daysSinceEpoch: number).quarter
                    if made?.daysSinceEpoch != number || civil != (year, month, day)
                        || quarter.year != year || quarter.number != [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month - 1]
                    {
                        wrongDays.append("\(year)-\(month)-\(day)")
                    }
                    number += 1
                }
                for day in [-1, 0, lengths[month - 1] + 1, 32, 99] {
                    if CalendarDay(year: year, month: month, day: day) != nil {
                        wrongDays.append("\(year)-\(month)-\(day)")
                    }
                }
                if CalendarDay.dayCount(year: year, month: month) != lengths[month - 1] {
                    wrongDays.append("length of \(year)-\(month)")
                }
            }
        }
        #expect(wrongDays.isEmpty, "\(wrongDays.prefix(5))")
        let epoch = try #require(CalendarDay(year: 1970, month: 1, day: 1))
        #expect(epoch.daysSinceEpoch == 0)
        #expect(number == CalendarDay(year: 2401, month: 1, day: 1)?.daysSinceEpoch)
    }

    @Test(
        "No calendar has these",
        arguments: [
            (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2023, 0, 1), (2023, 13, 1), (2023, 4, 31),
            (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (2023, 1, 0),
        ] as [(Int, Int, Int)])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test func isWrittenWithFourTwoAndTwoDigits() throws {
        #expect(try #require(CalendarDay(year: 2023, month: 6, day: 30)).description == "2023-06-30")
        #expect(try #require(CalendarDay(year: 7, month: 1, day: 2)).description == "0007-01-02")
        #expect(try #require(CalendarDay(year: 9999, month: 12, day: 31)).description == "9999-12-31")
    }

    @Test func daysCompareAsTheyFollow() throws {
        let days = [(2022, 12, 31), (2023, 1, 1), (2023, 1, 31), (2023, 2, 1)].map {
            CalendarDay(year: $0.0, month: $0.1, day: $0.2)
        }.compactMap { $0 }
        #expect(days.count == 4)
        for (earlier, later) in zip(days, days.dropFirst()) { #expect(earlier < later && !(later < earlier)) }
    }
}
