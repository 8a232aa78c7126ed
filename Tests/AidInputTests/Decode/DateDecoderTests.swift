import AidModel
import Testing

@testable import AidInput

@Suite("Rule 2: dates") struct DateDecoderTests {
    private func decode(_ text: String) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { DateDecoder.decode($0) }?.description
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
            "15:04:05 +0800", "15:04:05-05", "15:04 Z", "0:00",
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
            "2023-04-05 ", " 2023-04-05", "2023-04-05T", "2023-04-05 x", "2023-04-05 24:00", "2023-04-05 23:60",
            "2023-04-05 23:59:61",
            "2023-04-05 9:3", "2023-04-05 9", "2023-04-05 9:30:1", "2023-04-05 9:30:00.", "2023-04-05 9:30+25:00",
            "2023-04-05 9:30+08:60", "2023-04-05 9:30+8", "2023-04-05 9:30ZZ", "20230405240000", "20230405006000",
            "2023040515300",
            "202304051530001", "-2023-04-05", "2023-0a-05", "９９", "2023-04-05,", "2023-04-05 9:30 下午", "0x230405",
        ])
    func refused(text: String) {
        #expect(decode(text) == nil)
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
