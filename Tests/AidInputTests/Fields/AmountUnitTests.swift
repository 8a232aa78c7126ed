import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidInput

/// Units of money: of a file, of its column, of an amount.
@Suite("Rule 2: units of amounts") struct AmountUnitTests {
    private func read(_ text: String, _ unit: MoneyUnit? = nil, _ currency: Currency = .cny) -> AmountDecoder.Amount? {
        let decoder = AmountDecoder(currency: currency, unit: unit)
        return text.utf8.withByteView { decoder.read($0) }
    }

    @Test(
        "A number is in the file's unit, to the fen",
        arguments: [
            ("0.05", .tenThousandYuan, 50_000), ("1.234567", .tenThousandYuan, 1_234_567),
            ("1.2345670", .tenThousandYuan, 1_234_567),
            ("1.2345678", .tenThousandYuan, nil), ("1,234.5", .tenThousandYuan, 1_234_500_000),
            ("¥5", .tenThousandYuan, 5_000_000),
            ("-0.5", .tenThousandYuan, -500_000), ("12.34", .thousandYuan, 1_234_000), ("123", .fen, 123),
            ("123.0", .fen, 123), ("1.5", .fen, nil),
            ("1.5", .jiao, 15), ("1.55", .jiao, nil), ("0.0000000001", .hundredMillionYuan, 1),
            ("0.00000000001", .hundredMillionYuan, nil),
            ("922337203.6854775807", .hundredMillionYuan, .max), ("922337203.6854775808", .hundredMillionYuan, nil),
            ("9223372036854.775807", .tenThousandYuan, .max),
            ("9223372036854.775808", .tenThousandYuan, nil), ("9223372036854775807", .fen, .max),
            ("9223372036854775808", .fen, nil),
        ] as [(String, MoneyUnit, Int64?)])
    func ofTheFile(text: String, unit: MoneyUnit, fen: Int64?) {
        #expect(read(text, unit)?.minor == fen)
        #expect(read(text, unit)?.hasOwnUnit != true)
    }

    @Test(
        "An amount that says its own unit is in it, where the file says none",
        arguments: [
            ("0.05万元", 50_000), ("5万", 5_000_000), ("5 万元", 5_000_000), ("1.234567万元", 1_234_567), ("1.2345678万元", nil),
            ("1,000千元", 100_000_000),
            ("2百元", 20_000), ("3百万", 300_000_000), ("1亿元", 10_000_000_000), ("15角", 150), ("150分", 150), ("1.5分", nil),
            ("-2万元", -2_000_000),
            ("5万萬", nil), ("5万元元", nil), ("¥5万元", 5_000_000), ("万元", nil), ("5.万元", nil), ("1.2.3万元", nil), ("5百", nil),
            ("123元4角5分", nil), ("5万1", nil),
            ("壹万元", nil), ("92233720368547.75808万元", nil), ("9223372036854.775808万元", nil),
            ("9223372036854.775807万元", .max),
        ] as [(String, Int64?)])
    func ofItsOwn(text: String, fen: Int64?) {
        #expect(read(text)?.minor == fen)
        if fen != nil { #expect(read(text)?.hasOwnUnit == true) }
    }

    @Test("Where a file says its unit, an amount may say the same and no other")
    func agreement() {
        #expect(read("0.05万元", .tenThousandYuan) == .init(minor: 50_000))
        #expect(read("5万", .tenThousandYuan) == .init(minor: 5_000_000))
        #expect(read("100元", .yuan) == .init(minor: 10_000) && read("100元") == .init(minor: 10_000))
        #expect(
            read("100元", .tenThousandYuan) == nil && read("0.05万元", .yuan) == nil
                && read("5千元", .tenThousandYuan) == nil)
    }

    @Test("In other currencies a unit is of the major one, and too small a one is none")
    func otherCurrencies() throws {
        let yen = try #require(Currency("JPY"))
        let dinar = try #require(Currency("KWD"))
        #expect(read("0.5万元", nil, yen)?.minor == 5000 && read("5分", nil, yen) == nil)
        #expect(read("1.2345万元", nil, dinar)?.minor == 12_345_000 && read("12.34", nil, dinar)?.minor == 12_340)
    }

    /// Digits as they stand, moved by zeros, in a number of any length.
    private static func slowFen(_ whole: String, _ decimals: String, zeros: Int) -> Int64? {
        var digits = Array(decimals)
        while digits.last == "0" { digits.removeLast() }
        guard digits.count <= zeros else { return nil }
        let all = whole + String(digits) + String(repeating: "0", count: zeros - digits.count)
        let stripped = all.drop { $0 == "0" }
        let limit = "9223372036854775807"
        guard stripped.count < limit.count || stripped.count == limit.count && String(stripped) <= limit else {
            return nil
        }
        return Int64(stripped.isEmpty ? "0" : String(stripped))
    }

    @Test("Fen are exact, and nothing wraps: against digits moved by hand")
    func exact() {
        let zeros: [MoneyUnit: Int] = [
            .fen: 0, .jiao: 1, .yuan: 2, .tenYuan: 3, .hundredYuan: 4, .thousandYuan: 5, .tenThousandYuan: 6,
            .hundredThousandYuan: 7,
            .millionYuan: 8, .tenMillionYuan: 9, .hundredMillionYuan: 10,
        ]
        #expect(zeros.count == MoneyUnit.allCases.count)
        for seed in SeededRandom.seeds(30) {
            var random = SeededRandom(seed)
            for _ in 0..<300 {
                let unit = MoneyUnit.allCases.randomElement(using: &random)!
                func digits(_ count: ClosedRange<Int>) -> String {
                    String(
                        (0..<Int.random(in: count, using: &random)).map { _ in
                            "0000123456789".randomElement(using: &random)!
                        })
                }
                let whole = digits(1...22)
                let decimals = digits(0...13)
                let text = whole + (decimals.isEmpty ? "" : "." + decimals)
                // What may be the noise of arithmetic is told apart elsewhere.
                let rest = decimals.dropFirst(zeros[unit]!)
                let isNoise = rest.hasPrefix("000000") || rest.hasPrefix("999999")
                if isNoise, rest.contains(where: { $0 != "0" }) { continue }
                let fen = Self.slowFen(whole, decimals, zeros: zeros[unit]!)
                #expect(read(text, unit)?.minor == fen, "seed \(seed): \(text) \(unit)")
                let said = unit == .tenYuan ? nil : text + unit.rawValue
                if let said { #expect(read(said)?.minor == fen, "seed \(seed): \(said)") }
            }
        }
    }

    // MARK: Files

    private static func layout(_ from: [String] = ["金额（万元）", "金额"], unit: MoneyUnit? = nil) -> RecordLayout {
        var layout = RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["身份证号"]), personRule: .text,
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: from), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [], currency: .cny)
        layout.amountUnit = unit
        return layout
    }

    private static func csv(_ column: String, _ amounts: [String]) -> String {
        "编号,身份证号,打款日期,\(column)\n" + amounts.enumerated().map { "C\($0),P\($0),2023-05-10,\"\($1)\"\n" }.joined()
    }

    @Test("The column's name decides for its file; without one the pipeline file, or the amount itself")
    func columns() throws {
        let ofHeader = try BothWays.read(
            Self.csv("金额（万元）", ["0.05", "12.34", "0.05万元", "100元", "12345678.90"]), Self.layout())
        #expect(
            ofHeader.amounts == [50_000, 12_340_000, 50_000, 12_345_678_900_000] && ofHeader.reasons == ["bad-amount"])
        let plain = try BothWays.read(Self.csv("金额", ["0.05", "12.34", "0.05万元", "100元"]), Self.layout())
        #expect(plain.amounts == [5, 1234, 50_000, 10_000])
        #expect(plain.findings.count == 1 && plain.findings[0].contains("1 amounts say a unit"))
        let ofKey = try BothWays.read(Self.csv("金额", ["0.05", "100元", "5万"]), Self.layout(unit: .tenThousandYuan))
        #expect(ofKey.amounts == [50_000, 5_000_000] && ofKey.reasons == ["bad-amount"] && ofKey.findings.isEmpty)
        let fen = try BothWays.read(Self.csv("金额_分", ["12345.00", "123", "1.50"]), Self.layout(["金额_分"]))
        #expect(fen.amounts == [12_345, 123] && fen.reasons == ["bad-amount"])
        for name in ["分公司金额", "万达金额", "部分金额"] {
            #expect(try BothWays.read(Self.csv(name, ["12.34"]), Self.layout([name])).amounts == [1234])
        }
    }

    @Test("A column that contradicts the pipeline file, or says another currency, is refused")
    func refused() throws {
        let unit = try BothWays.read(Self.csv("金额（万元）", ["1"]), Self.layout(unit: .yuan))
        #expect(unit.error?.kind == .refused && unit.error?.what.en.contains("says 万元, the pipeline file 元") == true)
        let same = try BothWays.read(Self.csv("金额（万元）", ["1"]), Self.layout(unit: .tenThousandYuan))
        #expect(same.amounts == [1_000_000])
        let dollars = try BothWays.read(Self.csv("金额（美元）", ["1"]), Self.layout(["金额（美元）"]))
        #expect(dollars.error?.kind == .refused)
        let both = try BothWays.read(Self.csv("金额（元/万元）", ["1", "2万元"]), Self.layout(["金额（元/万元）"]))
        #expect(both.error?.kind == .refused)
    }

    @Test("XML: the element that holds the first amount decides for its file")
    func xml() throws {
        let record = try #require(ElementName("r"))
        func xml(_ amounts: [(String, String)]) -> String {
            "<s>"
                + amounts.enumerated().map { index, amount in
                    "<r><编号>C\(index)</编号><身份证号>P\(index)</身份证号><打款日期>2023-05-10</打款日期><\(amount.0)>\(amount.1)</\(amount.0)></r>\n"
                }.joined() + "</s>"
        }
        let layout = Self.layout(["金额万元", "金额"])
        let wan = try BothWays.read(xml([("金额万元", "0.05"), ("金额万元", "2")]), layout, .xml(record: record))
        #expect(wan.amounts == [50_000, 2_000_000])
        let yuan = try BothWays.read(xml([("金额", "0.05"), ("金额", "2"), ("金额", "2万元")]), layout, .xml(record: record))
        #expect(yuan.amounts == [5, 200, 2_000_000])
        // What the other element says is read as nothing, and so told.
        let mixed = try BothWays.read(xml([("金额", ""), ("金额", "2"), ("金额万元", "2")]), layout, .xml(record: record))
        #expect(mixed.amounts == [200] && mixed.reasons == ["bad-amount", "bad-amount"])
        let contradicted = try BothWays.read(
            xml([("金额万元", "2")]), Self.layout(["金额万元", "金额"], unit: .yuan), .xml(record: record))
        #expect(contradicted.error?.kind == .refused)
        let agreed = try BothWays.read(
            xml([("金额", "2")]), Self.layout(["金额万元", "金额"], unit: .yuan), .xml(record: record))
        #expect(agreed.amounts == [200])
        let attribute = try BothWays.read(
            "<s><r AmountFen=\"250\"><编号>C</编号><身份证号>P</身份证号><打款日期>2023-05-10</打款日期></r></s>",
            Self.layout(["@AmountFen"]),
            .xml(record: record))
        #expect(attribute.amounts == [250])
    }

    // MARK: Zero

    @Test("Paid records of no money: counted and told, rejected, or taken for unpaid")
    func zero() throws {
        let text = Self.csv("金额", ["0", "0.00", "1.00", "-0", "0万元"]) + "C9,,2023-05-10,0\n"
        var layout = Self.layout()
        let counted = try BothWays.read(text, layout)
        #expect(counted.amounts == [0, 0, 100, 0, 0] && counted.claims.allSatisfy { $0.isPaid })
        #expect(counted.reasons == ["missing-person"])
        #expect(counted.findings.contains { $0.contains("4 paid records are of no money") })
        layout.zeroAmounts = .reject
        let rejected = try BothWays.read(text, layout)
        #expect(rejected.amounts == [100] && Set(rejected.reasons) == ["zero-amount"] && rejected.rejects.count == 5)
        #expect(rejected.findings.isEmpty)
        layout.zeroAmounts = .ignore
        let ignored = try BothWays.read(text, layout)
        #expect(ignored.claims.map(\.claimClass) == [.unpaid, .unpaid, .paid, .unpaid, .unpaid, .unpaid])
        #expect(ignored.rejects.isEmpty && ignored.findings.contains { $0.contains("5 paid records are of no money") })
    }
}
