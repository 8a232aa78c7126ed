import AidModel
import Testing

@testable import AidInput

/// Amounts as accounts, spreadsheets and people write them besides the usual forms.
@Suite("Rule 2: rarer amounts") struct RareAmountTests {
    private static func decode(_ text: String, _ currency: Currency = .cny, unit: MoneyUnit? = nil) -> Int64? {
        let decoder = AmountDecoder(currency: currency, unit: unit)
        var cleaner = FieldCleaner()
        return text.utf8.withByteView { decoder.decode(cleaner.clean($0, as: .number)) }
    }

    @Test(
        "are read to the fen",
        arguments: [
            ("１００．００", 10_000), ("1，234．56", 123_456), ("１，２３４", 123_400), ("．50", 50), ("￥100元", 10_000),
            ("￥ 1,234.50 元", 123_450), ("人民币100元", 10_000), ("人民币 100.5", 10_050), ("RMB100.00", 10_000),
            ("rmb 5", 500),
            ("CNY 100", 10_000), ("100 CNY", 10_000), ("5.00CNY", 500), ("100元人民币", 10_000), ("100元整", 10_000),
            ("人民币100元整", 10_000), ("100元正", 10_000), ("100圆整", 10_000), ("5万元整", 5_000_000), ("￥5万", 5_000_000),
            ("+100.00", 10_000),
            ("＋5", 500), ("(10.00)", -1000), ("（10.00）", -1000), ("(¥10.00)", -1000), ("¥(10.00)", -1000),
            ("( 10.00 )", -1000),
            ("（￥1，234．50）", -123_450), ("(10.00)元", -1000), ("10.00-", -1000), ("10.00 -", -1000), ("−10.00", -1000),
            ("－10.00", -1000), ("–10.00", -1000), ("—10.00", -1000), ("‐10", -1000), ("¥−10.00", -1000),
            ("−¥10.00", -1000),
            ("10.00－", -1000), ("3640.5100000000000000000000000000元整", 364_051), ("(0)", 0), ("−10.00元", -1000),
        ] as [(String, Int64)])
    func read(text: String, fen: Int64) {
        #expect(Self.decode(text) == fen)
    }

    @Test(
        "with the noise of floating-point arithmetic are what they were",
        arguments: [
            ("100.10000000000001", 10_010), ("99.999999999999986", 10_000), ("1234.5600000000002", 123_456),
            ("0.30000000000000004", 30), ("0.10000000000000001", 10), ("-99.999999999999986", -10_000),
            ("￥100.10000000000001", 10_010),
            ("1,234.5600000000002", 123_456), ("0.99999999999999989", 100),
        ] as [(String, Int64)])
    func noise(text: String, fen: Int64) {
        #expect(Self.decode(text) == fen)
    }

    @Test(
        "that say more than fen, or nothing sure, are refused",
        arguments: [
            "100.101", "100.1000001", "100.10000000001", "100.12300000000001", "100.10400000000001",
            "0.0000000000000012345",
            "12345678.90499999", "12345678901.230001", "100.1000000000000014", "12345678901.2345", "1.00500000000000",
            "0.004999999999999999", "12,50", "12,34",
            "1234,56",
            "1.234,56", "1,23,456.00", "12,3456.00", "1，23", "-1,0.00", "1 234.56", "1\u{A0}234.56", "1'234.56", "100.",
            "1E+3",
            "1.0E2", "壹佰元整", "123元4角5分", "- 5", "¥- 5", "-(5)", "(-5)", "(5", "5)", "((5))", "-5-", "+-5", "(5-)", "-",
            "—", "()", "（）",
            "RMB", "人民币元", "元整", "10整", "USD 5", "5 USD", "¥5¥x", "10-20", "5元-元", "5%", "１００。００", "1．2．3", "RMBCNY5",
            "92233720368547758.08元整", "99999999999999999999999999999999999999999元整",
        ])
    func refused(text: String) {
        #expect(Self.decode(text) == nil)
    }

    @Test("A unit in a cell still has to be that of its file")
    func units() {
        #expect(Self.decode("￥5万", unit: .tenThousandYuan) == 5_000_000)
        #expect(Self.decode("￥5", unit: .tenThousandYuan) == 5_000_000)
        #expect(Self.decode("￥5元", unit: .tenThousandYuan) == nil)
        #expect(Self.decode("(0.05)", unit: .tenThousandYuan) == -50_000)
        #expect(Self.decode("5.1234560000000001", unit: .tenThousandYuan) == 5_123_456)
    }

    @Test("Another currency is read by its own code")
    func currencies() throws {
        let yen = try #require(Currency("JPY"))
        #expect(Self.decode("JPY 1,234", yen) == 1234)
        #expect(Self.decode("(1234)", yen) == -1234)
        #expect(Self.decode("RMB 5", yen) == nil)
        #expect(Self.decode("99.999999999999986", yen) == 100)
    }

    /// Every amount of fen comes back from what a spreadsheet makes of it in binary.
    @Test func everyFenSurvivesArithmetic() {
        for fen in stride(from: Int64(1), to: 3_000_000, by: 997) {
            let value = Double(fen) / 100
            for noisy in [value, value.nextUp, value.nextDown, value.nextUp.nextUp] {
                #expect(Self.decode(String(noisy)) == fen, "\(noisy)")
            }
        }
    }
}
