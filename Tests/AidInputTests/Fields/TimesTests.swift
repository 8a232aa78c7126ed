import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Amounts that are so much a day.
struct TimesTests {
    private static var layout: RecordLayout {
        var layout = ClaimsExport.layout()
        layout.times = .init(name: "times", from: ["天数"])
        return layout
    }

    private static func row(_ number: Int, _ amount: String, _ times: String, status: String = "已打款") -> [String] {
        ["C\(number)", MadeUpID.id(number: number % 1000), "2023-04-05", amount, status, "", times, "门诊"]
    }

    @Test(
        "The money is so many times the amount, or the record is rejected",
        arguments: [
            ("80.00", "7", 560_00), ("80", "1", 80_00), ("1,234.50", "2", 2469_00), ("￥60", "10", 600_00),
            ("80.00", "007", 560_00), ("80.00", "7.00", 560_00), ("80.00", "\u{FF17}", 560_00), ("80.00", "0", 0),
            ("92233720368547758.07", "1", .max), ("92233720368547758.07", "2", nil), ("80.00", "", nil),
            ("80.00", "七", nil), ("80.00", "7.5", nil), ("80.00", "-7", nil), ("80.00", "7天", nil), ("80.00", ".", nil),
            ("80.00", "1234567", nil), ("x", "7", nil), ("", "7", nil), ("-80.00", "7", nil),
        ] as [(String, String, Int64?)])
    func product(amount: String, times: String, expected: Int64?) {
        let outcome = ClaimsExport.decode([Self.row(1, amount, times)], Self.layout)
        #expect(outcome.claims.first?.amountMinor == expected)
        #expect(outcome.reasons == (expected == nil ? ["bad-amount"] : []))
        let isOfAmount = ["x", "", "-80.00"].contains(amount)
        if expected == nil { #expect(outcome.rejects.first?.field == (isOfAmount ? "amount" : "times")) }
    }

    @Test("Both decoders say the same of every record")
    func fastAndSlow() throws {
        for seed in SeededRandom.seeds(40) {
            var random = SeededRandom(seed)
            let rows = (1...200).map { number in
                Self.row(
                    number,
                    ["80.00", "60.5", "100", "1,000.00", "0.01", "0.00", "-5.00", "x"].randomElement(using: &random)!,
                    ["1", "7", "30", "0", " 4 ", "5.0", "七", "", "999999"].randomElement(using: &random)!,
                    status: ["已打款", "已打款", "待审核", "冲正"].randomElement(using: &random)!)
            }
            let header = "赔付编号,身份证号,打款日期,互助金额,状态,原赔付编号,天数,就诊类型"
            let lines = rows.map { $0.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
            let text = ([header] + lines).joined(separator: "\n") + "\n"
            let slow = ClaimsExport.decode(rows, Self.layout)
            let (reading, fast) = try ClaimsExport.read(
                TemporaryFile(text).export(.csv(delimiter: nil)), Self.layout)
            let areSame = fast.claims.map(\.amountMinor) == slow.claims.map(\.amountMinor)
            #expect(areSame, "claims, seed \(seed)")
            let rejects = reading.rejects.listed.map(\.field)
            #expect(rejects.elementsEqual(slow.rejects.map(\.field)), "seed \(seed)")
            let reversals = fast.reversals.map(\.claim.amountMinor)
            #expect(reversals.elementsEqual(slow.reversals.map(\.claim.amountMinor)), "seed \(seed)")
        }
    }
}
