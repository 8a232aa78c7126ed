import AidModel
import Testing

struct QuarterTests {
    @Test(
        arguments: [
            ("2023Q2", 2023, 2), ("2023q4", 2023, 4), ("0001Q1", 1, 1), ("9999Q3", 9999, 3), ("2020Q1", 2020, 1),
        ])
    func isRead(text: String, year: Int, number: Int) throws {
        let quarter = try #require(Quarter(text))
        #expect(quarter.year == year)
        #expect(quarter.number == number)
        #expect(quarter == Quarter(year: year, number: number))
        #expect(quarter.description == text.uppercased())
    }

    @Test(
        arguments: [
            "", "2023", "2023Q", "2023Q0", "2023Q5", "2023Q22", "20230Q2", "023Q2", "+023Q2", "-023Q2", " 023Q2",
            "0000Q1",
            "2023-Q2", "Q22023", "2023Ｑ2", "202３Q2", "2023R2", "2023Q２", "latest",
        ])
    func isRefused(text: String) {
        #expect(Quarter(text) == nil)
    }

    @Test(
        arguments: [
            (1, "2023-01-01", "2023-03-31"), (2, "2023-04-01", "2023-06-30"), (3, "2023-07-01", "2023-09-30"),
            (4, "2023-10-01", "2023-12-31"),
        ])
    func firstAndLastDay(number: Int, first: String, last: String) {
        let quarter = Quarter(year: 2023, number: number)
        #expect(quarter.firstDay.description == first)
        #expect(quarter.lastDay.description == last)
        #expect(quarter.firstDay.quarter == quarter)
        #expect(quarter.lastDay.quarter == quarter)
        let after = CalendarDay(daysSinceEpoch: quarter.lastDay.daysSinceEpoch + 1)
        #expect(after == Quarter(ordinal: quarter.ordinal + 1).firstDay)
    }

    @Test(
        "Rule 7: the year earlier, the quarter earlier and the first of the year",
        arguments: [
            ("2023Q2", "2022Q2", "2023Q1", "2023Q1"), ("2023Q1", "2022Q1", "2022Q4", "2023Q1"),
            ("2020Q4", "2019Q4", "2020Q3", "2020Q1"),
        ])
    func neighbours(text: String, yearEarlier: String, quarterEarlier: String, first: String) throws {
        let quarter = try #require(Quarter(text))
        #expect(quarter.yearEarlier.description == yearEarlier)
        #expect(quarter.quarterEarlier.description == quarterEarlier)
        #expect(quarter.firstOfYear.description == first)
        #expect(quarter.quarterEarlier < quarter && quarter.yearEarlier < quarter.quarterEarlier)
    }
}
