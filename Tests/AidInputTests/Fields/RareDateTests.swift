import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Dates as spreadsheets, databases and people write them besides the usual forms.
@Suite("Rule 2: rarer dates") struct RareDateTests {
    private static func decode(_ text: String, _ forms: [DateForm] = [], zone: ZoneOffsets = .shanghai) -> String? {
        var cleaner = FieldCleaner()
        return text.utf8.withByteView {
            DateDecoder(zone: zone, forms: forms).decode(cleaner.clean($0, as: .number))
        }?.description
    }

    @Test(
        "that have one reading alone are read",
        arguments: [
            "2023年05月10日 09时05分", "2023年5月10日9时5分30秒", "2023年5月10日 9时", "2023年5月10日9点05分", "2023年5月10号",
            "2023 年 5 月 10 日", "2023年 5月10日", "２０２３年５月１０日", "2023\u{3000}年5月10日", "2023-05-10 上午 9:30",
            "2023-05-10 下午 9:30", "2023-05-10下午3:00", "2023/5/10 上午 12:30", "2023/5/10 下午 15:30", "2023/5/10 上午",
            "2023-5-10 9:30 AM", "2023-5-10 9:30PM", "2023-5-10 09:30:00 pm", "2023-05-10 9:30 下午",
            "2023-5-10 12:00 a.m.",
            "2023-05-10 星期三", "2023/05/10周三", "2023/5/10（星期三）", "2023/5/10 (周三) 9:30", "2023-05-10 礼拜三 09:30:00",
            "2023年5月10日星期三上午9时30分", "2023-05-10 Wed", "2023-05-10 wednesday 9:30", "2023-05-10 9:30 周三",
            "星期三 2023-05-10",
            "2023－05－10", "2023／5／10", "2023．5．10", "2023。5。10", "2023–05–10", "2023—5—10", "2023‐05‐10", "2023−05−10",
            "２０２３－０５－１０　０９：３０", "2023-05-10　9:30", "2023-05-10\u{A0}9:30", "2023- 5-10", "2023 - 05 - 10",
            "20230510 093000",
            "20230510T093000", "20230510 0930", "20230510T093000+0800", "10-May-2023", "10 May 2023",
            "10-MAY-2023 09:30:00",
            "May 10, 2023", "May 10 2023", "May 10,2023", "Wednesday, May 10, 2023", "2023-May-10", "10/May/2023",
            "10-5月-2023",
            "10-5月 -2023",
        ])
    func read(text: String) {
        #expect(Self.decode(text) == "2023-05-10")
    }

    @Test(
        "that have two, contradict themselves, or are none, are not",
        arguments: [
            "23/4/5", "23年4月5日", "05/10/2023", "5/10/23", "10-May-23", "2023-05-10 24:00:00", "2023-05-10Z",
            "2023-05-10+08:00", "45056", "45056.5", "2023-05-10 星期二", "2023/05/10周四", "Mon, May 10, 2023",
            "2023-05-10 星期八",
            "2023/5/10（星期三", "2023-05-10 上午 13:30", "2023-05-10 上午 9:30 PM", "2023-05-10 9:30 上午 下午", "2023年5月10",
            "2023 5 10", "2023-05/10", "2023－05／10", "2023年5月10日 9分", "2023-05-10 0930", "20230510 09300",
            "2023-05-10 9时5",
            "10-Mai-2023", "31-Apr-2023", "Feb 29, 2023", "10-May-023", "2023年二月三日", "2023-05-10 9:30 x", "May 2023",
            "10-May",
            "2023年5月10日 星期三 星期三", "10/5月-2023", "2023-13月-10",
        ])
    func refused(text: String) {
        #expect(Self.decode(text) == nil)
    }

    @Test(
        "that a pipeline file allows are read",
        arguments: [
            ("23/4/5", .yearFirst, "2023-04-05"), ("23-04-05", .yearFirst, "2023-04-05"),
            ("23.4.5", .yearFirst, "2023-04-05"),
            ("23年4月5日", .yearFirst, "2023-04-05"), ("23/4/5 9:30", .yearFirst, "2023-04-05"),
            ("69/1/1", .yearFirst, "2069-01-01"),
            ("70/1/1", .yearFirst, "1970-01-01"), ("3/4/5", .yearFirst, nil), ("05/10/2023", .dayFirst, "2023-10-05"),
            ("05/10/2023", .monthFirst, "2023-05-10"), ("5.10.2023 09:30:00", .dayFirst, "2023-10-05"),
            ("5/13/2023", .dayFirst, nil), ("13/5/2023", .monthFirst, nil), ("5/10/23", .dayFirstShort, "2023-10-05"),
            ("5/10/23", .monthFirstShort, "2023-05-10"), ("5/10/2023", .monthFirstShort, nil),
            ("5/10/3", .dayFirstShort, nil),
            ("10-May-23", .monthName, "2023-05-10"), ("10-5月 -23", .monthName, "2023-05-10"),
            ("10-May-3", .monthName, nil),
            ("2023-05-10Z", .dayWithOffset, "2023-05-10"), ("2023-05-10+08:00", .dayWithOffset, "2023-05-10"),
            ("2023-05-10-05:00", .dayWithOffset, "2023-05-10"), ("2023-05-10+25:00", .dayWithOffset, nil),
            ("2023-05-10 24:00:00", .endOfDay, "2023-05-10"), ("2023-05-10 24:00", .endOfDay, "2023-05-10"),
            ("2023-05-10 24:00:01", .endOfDay, nil), ("2023-05-10T24:00:00Z", .endOfDay, "2023-05-11"),
        ] as [(String, DateForm, String?)])
    func allowed(text: String, form: DateForm, day: String?) {
        #expect(Self.decode(text, [form]) == day)
        // What has one reading alone is read as ever.
        for (plain, day) in [("2023-04-05", "2023-04-05"), ("10-May-2023", "2023-05-10"), ("20230405", "2023-04-05")] {
            #expect(Self.decode(plain, [form]) == day)
        }
    }

    @Test(
        "counted by spreadsheets, with the day that 1900 did not have",
        arguments: [
            ("45056", "2023-05-10", "2027-05-11"), ("45056.7291666667", "2023-05-10", "2027-05-11"),
            ("45056.0", "2023-05-10", "2027-05-11"), ("４５０５６", "2023-05-10", "2027-05-11"),
            ("1", "1900-01-01", "1904-01-02"),
            ("59", "1900-02-28", "1904-02-29"), ("60", nil, "1904-03-01"), ("61", "1900-03-01", "1904-03-02"),
            ("0", nil, "1904-01-01"), ("43594", "2019-05-09", "2023-05-10"), ("99999", "2173-10-13", "2177-10-14"),
            ("100000", nil, nil), ("-1", nil, nil), ("45056.", nil, nil), ("45,056", nil, nil), ("45056.5.5", nil, nil),
            ("45056.x", nil, nil), ("202305", nil, nil),
        ] as [(String, String?, String?)])
    func serials(text: String, from1900: String?, from1904: String?) {
        #expect(Self.decode(text, [.serial1900]) == from1900)
        #expect(Self.decode(text, [.serial1904]) == from1904)
        #expect(Self.decode(text) == nil)
    }

    /// The two ways of counting are four years and a day apart; both count every day once.
    @Test func serialsCountEveryDay() {
        var day = Self.decode("61", [.serial1900])
        for number in 62...20_000 {
            let next = Self.decode("\(number)", [.serial1900])
            #expect(
                next.flatMap { CalendarDay(iso: $0) }?.daysSinceEpoch
                    == day.flatMap { CalendarDay(iso: $0) }.map { $0.daysSinceEpoch + 1 })
            day = next
            if number > 1462 { #expect(Self.decode("\(number - 1462)", [.serial1904]) == next) }
        }
    }

    @Test("with half of the day and an offset are moments")
    func moments() {
        #expect(Self.decode("2023-06-30 11:30 PM Z") == "2023-07-01")
        #expect(Self.decode("2023-06-30 3:59 PM Z") == "2023-06-30")
        #expect(Self.decode("2023-06-30 12:30 AM+08:00") == "2023-06-30")
        #expect(Self.decode("2023-06-30 下午4:00Z") == "2023-07-01")
    }

    @Test("Of forms that look alike each contradicts the others, and no more")
    func contradictions() {
        let pairs = DateForm.allCases.flatMap { one in
            DateForm.allCases.filter { one.contradicts($0) }.map { "\(one.rawValue) \($0.rawValue)" }
        }
        #expect(
            Set(pairs) == [
                "serial-1900 serial-1904", "serial-1904 serial-1900", "d/m/yyyy m/d/yyyy", "m/d/yyyy d/m/yyyy",
                "yy/m/d d/m/yy", "yy/m/d m/d/yy", "d/m/yy yy/m/d", "d/m/yy m/d/yy", "m/d/yy yy/m/d", "m/d/yy d/m/yy",
            ])
    }

    /// The fast way and the slow one find out that a column is one of numbers of days, whatever the pieces.
    @Test(
        arguments: [
            (["45056", "45057.5", "45058", "45059"], ["2023-05-10", "2023-05-11", "2023-05-12", "2023-05-13"], []),
            // One date among them, and nobody knows.
            (["45056", "45057", "45058", "2023-05-13"], ["2023-05-13"], ["bad-date", "bad-date", "bad-date"]),
            // Two may be anything.
            (["45056", "45057"], [], ["bad-date", "bad-date"]),
            (
                ["45056", "45057", "45058", "", "x"], ["2023-05-10", "2023-05-11", "2023-05-12"],
                ["bad-date", "bad-date"]
            ),
            (["45056", "45057", "45058", "x", "y", "z"], [], Array(repeating: "bad-date", count: 6)),
        ] as [([String], [String], [String])])
    func columns(values: [String], days: [String], reasons: [String]) throws {
        let layout = RecordLayout(
            claim: nil, person: .init(name: "person", from: ["id"]), personRule: .text,
            day: .init(name: "paidOn", from: ["day"]), amount: .init(name: "amount", from: ["amount"]), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [], currency: .cny)
        let text = "id,day,amount\n" + values.enumerated().map { "p\($0),\($1),1.00\n" }.joined()
        let read = try BothWays.read(text, layout)
        #expect(read.claims.map { CalendarDay(daysSinceEpoch: $0.dayNumber).description } == days)
        #expect(read.reasons == reasons)
        let isTold = read.findings.contains { $0.contains("numbers of days of a spreadsheet") }
        #expect(isTold)
        for form in [DateForm.serial1900, .serial1904] {
            var told = layout
            told.dateForms = [form]
            let said = try BothWays.read(text, told)
            #expect(!said.findings.contains { $0.contains("numbers of days of a spreadsheet") })
            #expect(said.claims.count == values.count { $0.contains("2023") || SerialDay($0) != nil })
        }
    }
}

extension SerialDay {
    fileprivate init?(_ text: String) {
        guard let date = text.utf8.withByteView({ SerialDay($0) }) else { return nil }
        self = date
    }
}
