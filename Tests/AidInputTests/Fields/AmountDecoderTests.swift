import AidModel
import Testing

@testable import AidInput

@Suite("Rule 2: amounts") struct AmountDecoderTests {
    private func decode(_ text: String, _ currency: String = "CNY") throws -> Int64? {
        let decoder = AmountDecoder(currency: try #require(Currency(currency)))
        return text.utf8.withByteView { decoder.decode($0) }
    }

    @Test(
        "in yuan are read to the fen",
        arguments: [
            ("0", 0), ("0.00", 0), ("-0", 0), ("12", 1200), ("12.3", 1230), ("12.34", 1234), ("12.340000", 1234),
            (".5", 50),
            ("007.10", 710), ("1,234.56", 123_456), ("12,345", 1_234_500), ("123,456,789.01", 12_345_678_901),
            ("¥12.34", 1234),
            ("￥12.34", 1234), ("¥ 12.34", 1234), ("12.34元", 1234), ("12.34 元", 1234), ("-12.34", -1234),
            ("-¥12.34", -1234),
            ("¥-12.34", -1234), ("￥ -1,000", -100_000), ("-12.34元", -1234), ("92233720368547758.07", .max),
            ("-92233720368547758.07", -.max), ("92,233,720,368,547,758.07", .max), ("92233720368547758.0700", .max),
            ("00000000000000000000000000001", 100), ("1.000000000000000000000000000", 100),
        ] as [(String, Int64)])
    func yuan(text: String, fen: Int64) throws {
        #expect(try decode(text) == fen)
    }

    @Test(
        "that are none, or beyond what fits, are refused, never wrapped",
        arguments: [
            "", "-", "¥", "元", ".", "1.", "-.", "1.234", "0.001", "1.2.3", "1,23", "1,2345", "1234,567", ",123",
            "1,,234",
            "1,234,5", "12,34.5", "1.2,345", "1 234", "--5", "-¥-5", "¥¥5", "5元元", "元5",
            "1e5", "1E+05",
            "NaN", "五", "5块", "0x10", "$5", "92233720368547758.08", "-92233720368547758.08",
            "92233720368547759",
            "922337203685477580.7", "99999999999999999999", "18446744073709551616", "184467440737095516.16", "１",
        ])
    func refused(text: String) throws {
        #expect(try decode(text) == nil)
    }

    @Test(
        "have as many decimals as their currency",
        arguments: [
            ("JPY", "1234", 1234), ("JPY", "1,234.00", 1234), ("JPY", "1.5", nil), ("KWD", "1.234", 1234),
            ("KWD", "1", 1000),
            ("KWD", "1.2340", 1234), ("KWD", "1.2345", nil), ("UYW", "1.2345", 12_345),
            ("JPY", "9223372036854775807", .max),
            ("JPY", "9223372036854775808", nil), ("KWD", "9223372036854775.807", .max),
            ("KWD", "9223372036854775.808", nil),
        ] as [(String, String, Int64?)])
    func decimals(currency: String, text: String, minor: Int64?) throws {
        #expect(try decode(text, currency) == minor)
    }
}
