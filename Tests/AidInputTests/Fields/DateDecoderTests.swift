import AidModel
import Testing

@testable import AidInput

@Suite("Rule 2: dates") struct DateDecoderTests {
    private func decode(_ text: String, zone: ZoneOffsets = .shanghai) -> String? {
        text.utf8.withByteView { DateDecoder(zone: zone).decode($0) }?.description
    }

    @Test(
        "are read in every form",
        arguments: [
            "2023-04-05", "2023-4-5", "2023-04-5", "2023/4/5", "2023/04/05", "2023.4.5", "2023.04.05", "20230405",
            "2023年4月5日", "2023年04月05日",
        ])
    func forms(text: String) {
        #expect(decode(text) == "2023-04-05")
        let times = [
            "9:30", "09:30", "23:59", "00:00:00", "23:59:60", "15:04:05.123", "15:04:05.123456789", "15:04Z",
            "15:04:05+08:00",
            "15:04:05 +0800", "10:04:05-05", "15:04 Z", "0:00",
        ]
        for time in times {
            #expect(decode(text + " " + time) == "2023-04-05", "\(time)")
            #expect(decode(text + "  " + time) == "2023-04-05", "\(time)")
            #expect(decode(text + "T" + time) == "2023-04-05", "\(time)")
        }
    }

    @Test(arguments: ["20230405153000", "2023年4月5日15:30", "2023年4月5日 15:30:00"])
    func timesRightBehind(text: String) {
        #expect(decode(text) == "2023-04-05")
    }

    @Test(
        "that no calendar has, or that are none, are refused",
        arguments: [
            "", "2023", "2023-04", "2023-4-31", "2023-02-29", "20230229", "2023年2月29日", "2023-13-01", "2023-00-10",
            "2023-01-00", "0000-01-01", "2023-4/5", "2023/4-5", "2023.4/5", "23-04-05", "20230-4-5", "2023-04-005",
            "2023-004-05",
            "2023045", "202304", "2023040", "230405", "2023年4月5", "2023年4月", "2023年4-5", "4/5/2023", "05.04.2023",
            "45021",
            " 2023-04-05", "2023-04-05T", "2023-04-05 x", "2023-04-05 24:00", "2023-04-05 23:60",
            "2023-04-05 23:59:61",
            "2023-04-05 9:3", "2023-04-05 9", "2023-04-05 9:30:1", "2023-04-05 9:30:00.", "2023-04-05 9:30+25:00",
            "2023-04-05 9:30+08:60", "2023-04-05 9:30+8", "2023-04-05 9:30ZZ", "20230405240000", "20230405006000",
            "2023040515300",
            "202304051530001", "-2023-04-05", "2023-0a-05", "９９", "2023-04-05,", "0x230405",
        ])
    func refused(text: String) {
        #expect(decode(text) == nil)
    }

    @Test(
        "with an offset from UTC are the day that it was in the zone of the programme",
        arguments: [
            ("2023-06-30T16:30:00Z", "2023-07-01"), ("2023-06-30T15:59:59Z", "2023-06-30"),
            ("2023-06-30T16:00:00Z", "2023-07-01"), ("2023-06-30 16:30 Z", "2023-07-01"),
            ("2023-06-30T17:30:00+01:00", "2023-07-01"), ("2023-06-30T14:59:59-01:00", "2023-06-30"),
            ("2023-06-30T15:00:00-01:00", "2023-07-01"), ("2023-06-30T15:00-0100", "2023-07-01"),
            ("2023-06-30T15:00-01", "2023-07-01"), ("2023-07-01T00:00:00+08:00", "2023-07-01"),
            ("2023-06-30T23:59:60+08:00", "2023-06-30"), ("2023-06-30T15:59:60Z", "2023-06-30"),
            ("2023-06-30T16:00:60Z", "2023-07-01"), ("2023-07-01T05:59:59+14:00", "2023-06-30"),
            ("2023-07-01T06:00:00+14:00", "2023-07-01"), ("2023-06-30T04:00:00-12:00", "2023-07-01"),
            ("2022-12-31T16:00:00Z", "2023-01-01"), ("2023-01-01T00:00:00+09:00", "2022-12-31"),
            ("2024-02-28T16:00:00Z", "2024-02-29"), ("2023-02-28T20:00:00Z", "2023-03-01"),
            ("2023年6月30日16:30:00Z", "2023-07-01"), ("2023/6/30 16:30:00.5 Z", "2023-07-01"),
            ("20230630T16:30:00Z", "2023-07-01"), ("1969-12-31T16:00:00Z", "1970-01-01"),
            // Summer time in Shanghai.
            ("1988-07-01T15:00:00Z", "1988-07-02"), ("1988-12-01T15:59:59Z", "1988-12-01"),
            ("9999-12-31T15:59:59Z", "9999-12-31"),
        ])
    func offsets(text: String, day: String) {
        #expect(decode(text) == day)
        // In UTC itself.
        let utc = ZoneOffsets(name: "UTC", firstOffset: 0, changes: [])
        if text.hasSuffix("Z") { #expect(decode(text, zone: utc)?.prefix(4) == text.prefix(4)) }
    }

    @Test("without an offset are the day that is written, whatever the zone")
    func localTimes() {
        let far = ZoneOffsets(name: "Pacific/Kiritimati", firstOffset: 50_400, changes: [])
        for text in ["2023-06-30", "2023-06-30 23:59:60", "20230630235959", "2023年6月30日23:30"] {
            #expect(decode(text, zone: far) == "2023-06-30")
        }
    }

    @Test(
        "beyond the calendar, or with an offset that no clock has, are refused",
        arguments: [
            "9999-12-31T16:00:00Z", "2023-06-30T16:30:00+14:01", "2023-06-30T16:30:00-14:30", "2023-06-30T16:30:00+15",
            "2023-06-30T16:30:00+0860", "2023-06-30T16:30:00+", "2023-06-30T16:30:00+8:00", "2023-06-30T24:00:00Z",
            "2023-06-30Z", "2023-06-30+08:00", "2023-06-30T16:30:00Z+08:00", "2023-06-30T16:30:00--01:00",
        ])
    func wrongOffsets(text: String) {
        #expect(decode(text) == nil)
    }

    @Test func theYearBeforeTheFirstIsNone() {
        let behind = ZoneOffsets(name: "America/New_York", firstOffset: -18_000, changes: [])
        #expect(decode("0001-01-01T04:59:59Z", zone: behind) == nil)
        #expect(decode("0001-01-01T05:00:00Z", zone: behind) == "0001-01-01")
    }

    /// `2023-4-112:30` may be the 1st or the 11th: a guess would be a wrong date.
    @Test(
        "with a time of day that cannot be told from the day are refused",
        arguments: [
            "2023-4-112:30", "2023-04-0512:30", "2023/4/512:30", "2023.4.0512:30", "2023-04-05153000", "202304059:30",
        ])
    func ambiguous(text: String) {
        #expect(decode(text) == nil)
    }
}
