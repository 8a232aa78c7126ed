import AidModel
import TestSupport
import Testing

@testable import AidInput

struct SerialDateTests {
    private func text(_ number: String, _ format: NumberFormat = .date, is1904: Bool = false) -> String? {
        let room = OwnedRoom<UInt8>(count: SerialDate.byteCount)
        let count = Array(number.utf8).withByteView { SerialDate.write($0, format, is1904: is1904, to: room.room) }
        return count.map { String(decoding: room.view(0..<$0), as: UTF8.self) }
    }

    @Test func days() {
        #expect(text("1") == "1900-01-01")
        #expect(text("59") == "1900-02-28")
        #expect(text("60") == "1900-02-29")
        #expect(text("61") == "1900-03-01")
        #expect(text("25569") == "1970-01-01")
        #expect(text("2958465") == "9999-12-31")
        #expect(text("2958466") == nil)
        #expect(text("0") == nil)
        #expect(text("-1") == nil)
        #expect(text("0", is1904: true) == "1904-01-01")
        #expect(text("2957003", is1904: true) == "9999-12-31")
        #expect(text("2957004", is1904: true) == nil)
        // Every day of the two systems against the calendar.
        for day in stride(from: 61, through: 2_958_465, by: 97) {
            #expect(text("\(day)") == CalendarDay(daysSinceEpoch: Int32(day - 25569)).description)
        }
    }

    @Test func times() {
        #expect(text("0.5", .time) == "12:00:00")
        #expect(text("0", .time) == "00:00:00")
        #expect(text("0.5", .date) == "12:00:00")
        #expect(text("0.5", .date, is1904: true) == "1904-01-01 12:00:00")
        #expect(text("45056.000001") == "2023-05-10")
        #expect(text("45056.99999999999") == "2023-05-11")
        #expect(text("45056.9999999999") == "2023-05-11")
        // 23:59:59.999 and .9996: half a millisecond decides.
        #expect(text("45056.999999988426") == "2023-05-10 23:59:59")
        #expect(text("45056.99999999537") == "2023-05-11")
        // What databases write for the end of a day: 23:59:59.997.
        #expect(text("44652.99999996528") == "2022-04-01 23:59:59")
        #expect(text("44652.99999537037") == "2022-04-01 23:59:59")
        #expect(text("0.99999999999", .time) == "1900-01-01")
        #expect(text("45056.5", .time) == "2023-05-10 12:00:00")
    }

    @Test func notations() {
        #expect(text("4.5056E4") == "2023-05-10")
        #expect(text("4.50565E+4") == "2023-05-10 12:00:00")
        #expect(text("450565E-1") == "2023-05-10 12:00:00")
        #expect(text("1.1574074074074073E-5", .time) == "00:00:01")
        #expect(text("5E-1", .time) == "12:00:00")
        #expect(text("45056.") == "2023-05-10")
        #expect(text(".5", .time) == "12:00:00")
        #expect(text("1E-30", .time) == "00:00:00")
        for odd in [
            "", ".", "E4", "1E", "1E+", "1E99", "1E1000", "1.2.3", "12a", " 45056", "+45056",
            String(repeating: "1", count: 60),
        ] {
            #expect(text(odd) == nil, "\(odd)")
        }
    }

    /// Each second of a day, as the nearest fraction that a computer has.
    @Test func everySecond() {
        for second in stride(from: 0, to: 86_400, by: 7) {
            let expected = second == 0 ? "2023-05-10" : "2023-05-10 " + clock(second)
            #expect(text("\(45056 + Double(second) / 86_400)") == expected)
        }
    }

    private func clock(_ second: Int) -> String {
        [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

struct NumberFormatTests {
    @Test(arguments: [
        "yyyy-mm-dd", "m/d/yy h:mm", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\";@", "[DBNum1][$-804]m\"月\"d\"日\"",
        "dd\\-mmm\\-yy", "mmm-yy", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "aaaa", "yyyy/m/d;@", "YYYY-MM-DD", "mm",
        "e\"年\"m\"月\"", "yyyy-mm-dd hh:mm:ss",
    ])
    func dates(_ code: String) {
        #expect(NumberFormat(code: code) == .date)
    }

    @Test(arguments: ["h:mm", "hh:mm:ss", "mm:ss", "上午/下午h\"时\"mm\"分\"", "h:mm AM/PM", "mm:ss.0"])
    func times(_ code: String) {
        #expect(NumberFormat(code: code) == .time)
    }

    @Test(arguments: [
        "General", "0", "0.00", "#,##0.00", "0%", "0.00E+00", "##0.0E+0", "@", "#,##0.00_);[Red]\\(#,##0.00\\)",
        "¥#,##0.00",
        "[$¥-804]#,##0.00", "#,##0.00\" days\"", "[h]:mm:ss", "[mm]:ss", "[s]", "# ?/?", "\"date: \"0", "",
        "G/通用格式", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0.00\\d", "\"",
        "\\", "[",
        "0.0\"m\";[Blue]\"yyyy\"", "General\" m\"",
    ])
    func numbers(_ code: String) {
        #expect(NumberFormat(code: code) == .number)
    }

    @Test(
        "A unit beside the number counts as if it stood in the cell",
        arguments: [
            ("0\"元\"", "元"), ("0.00\"万元\"", "万元"), ("#,##0\"万\"", "万元"), ("0.00\\万\\元", "万元"), ("0.00万元", "万元"),
            ("¥#,##0.00\"万元\"", "万元"), ("0.00\" 万元\"", "万元"), ("#,##0.00_ \"千元\"", "千元"), ("0\"分\"", "分"),
            ("General\"万元\"", "万元"), ("0.00\"万元\";[Red]-0.00\"万元\"", "万元"), ("0.0000\"亿元\"", "亿元"),
            // Shown divided by what the unit says: the cell is in yuan.
            ("0!.0,\"万\"", "元"), ("0\\.0,\"万元\"", "元"), ("[>=10000]0!.0,\"万\";0", "元"), ("0\".\"0000\"万元\"", "元"),
            ("0.00,\"千元\"", "元"), ("#,##0,\"K\"", "元"), ("0.00,,\"百万\"", "元"), ("0!.00,,\"亿\"", "元"),
            // Nobody can know.
            ("0.00,", "?"), ("#,##0,", "?"), ("#,##0,.00", "?"), ("0.00,\"万元\"", "?"), ("0.0,,", "?"), ("0\"K\"", "?"),
            ("0.00\"约万元\"", "?"), ("0.00\"w\"", "?"),
            ("#,##0", ""), ("#,##0.00", ""), ("0\"人\"", ""), ("0\"号\"", ""), ("0%", ""), ("0\"年\"", ""),
            ("#,###,##0.00_);(#,##0.00)", ""),
        ])
    func units(_ code: String, _ unit: String) {
        let format = NumberFormat(code: code)
        let suffix = format.suffix.map { String(describing: $0) } ?? ""
        #expect(format == .scaled ? unit == "?" : suffix == unit, "\(format)")
    }

    @Test("A format with the sign of another currency says so; one of yuan does not")
    func otherCurrencies() {
        for code in [
            "[$$-409]#,##0.00", "\"HK$\"#,##0.00", "[$€-2] #,##0.00", "[$US$-409]0.00", "$#,##0.00", "\"$\"#,##0.00",
            "\\$0.00", "0.00\"美元\"", "[$USD] 0.00", "[$¥-411]#,##0", "\"USD\"0", "#,##0.00 [$€-407]",
            "_(\"$\"* #,##0.00_)", "[$HK$-C04]0.00", "0\"万美元\"",
        ] {
            #expect(NumberFormat(code: code) == .foreign, "\(code)")
        }
        for code in [
            "[$¥-804]#,##0.00", "[$￥-804]0.00", "\"¥\"#,##0.00", "[$-409]0.00", "[$CNY] 0.00", "[$RMB]0.00",
            "0.00_);[Red](0.00)",
            "[Red]0.00", "[>=100]0.0", "\"RMB\"0.00",
        ] {
            #expect(NumberFormat(code: code) == .number, "\(code)")
        }
        #expect(NumberFormat(code: "[$-804]yyyy\"年\"") == .date)
        #expect(NumberFormat(code: "[$¥-804]0.00\"万元\"") == .tenThousandYuan)
        #expect("12.50（外币格式）".utf8.withByteView { AmountDecoder(currency: .cny).decode($0) } == nil)
        let dollars = AmountDecoder(currency: Currency("USD")!)
        #expect("12.50（外币格式）".utf8.withByteView { dollars.decode($0) } == 1250)
    }
}
