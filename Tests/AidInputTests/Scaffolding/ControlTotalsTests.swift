import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Totals that a file states, held against its records, in both ways of reading and at any size of pieces.
@Suite("Control totals") struct ControlTotalsTests {
    private static let header = "编号,身份证号,打款日期,金额,状态\n"

    private static func layout(unit: MoneyUnit? = nil) -> RecordLayout {
        var layout = RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["身份证号"]),
            personRule: .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: ["金额"]),
            status: .init(name: "status", from: ["状态"]),
            statusClasses: ["已打款": .paid, "审核": .unpaid, "冲正": .reversed],
            reverses: nil, breakdowns: [], currency: .cny)
        layout.amountUnit = unit
        return layout
    }

    /// Claims of 100 yuan.
    private static func records(_ numbers: ClosedRange<Int>, amount: String = "100.00", state: String = "已打款") -> String
    {
        numbers.map { "C\($0),\(MadeUpID.id(number: $0)),2023-05-10,\(amount),\(state)\n" }.joined()
    }

    private static func told(_ text: String, _ layout: RecordLayout = layout()) throws -> [String] {
        try BothWays.read(header + text, layout).findings.filter {
            $0.contains("totals do not agree") || $0.contains("the total on")
        }
    }

    @Test(
        "A total that agrees with a sensible sum is no matter",
        arguments: [
            records(1...20) + "合计,共20条,,2000.00,\n",
            records(1...20) + "合计,,,\"2,000.00\",\n合计：20笔\n",
            records(1...20) + records(21...25, state: "审核") + "合计,25条,,2500.00,\n",
            records(1...20) + records(21...25, state: "审核") + "合计,20条,,2000.00,\n",
            records(1...20) + records(21...25, amount: "-100.00", state: "冲正") + "合计,25条,,1500.00,\n",
            records(1...20) + records(21...25, amount: "100.00", state: "冲正") + "合计,20条,,1500.00,\n",
            records(1...20) + records(21...22, state: "别的") + "合计,22条,,2200.00,\n",
            records(1...20) + records(21...22, state: "别的") + "合计,20条,,2000.00,\n",
            records(1...10) + "本页小计,,,1000.00,\n" + records(11...15) + "本页小计,5条,,500.00,\n总计,15条,,1500.00,\n",
            records(1...10) + "小计,,,1000.00,\n" + records(11...15) + "小计,5条,,1500.00,\n",
            "合计,15条,,1500.00,\n" + records(1...15),
            records(1...10) + "东区小计,,,300.00,\n西区小计,,,700.00,\n合计,,,1000.00,\n",
            records(1...10) + "本年累计,99条,,9900.00,\n",
            records(1...10) + "合计,,,0.1万元,\n", records(1...10) + "合计,,,1000,\n", records(1...10) + "合计人数,10人,,,\n",
            records(1...10) + "合计金额：1000.00元\n", records(1...10) + "(10 rows)\n", records(1...10) + "以上共10条记录\n",
            records(1...10) + records(11...11, amount: "x") + "合计,,,1100.00,\n", records(1...3) + "第1页 共3页\n",
            records(1...10, amount: "33.336") + "合计,0条,,\n",
        ])
    func agrees(text: String) throws {
        #expect(try Self.told(text) == [])
    }

    @Test(
        "A total that agrees with none is told, with its line",
        arguments: [
            (
                records(1...20) + "合计,共22条,,2200.00,\n",
                "line 22 states 22 records and an amount of 2,200.00, counted: 20 records and an amount of 2,000.00"
            ),
            (
                records(1...20) + "合计,20条,,2200.00,\n",
                "line 22 states an amount of 2,200.00, counted: an amount of 2,000.00"
            ),
            (records(1...20) + "共22条\n", "line 22 states 22 records, counted: 20 records"),
            (records(1...20) + "(22 rows)\n", "line 22 states 22 records"),
            (records(1...20) + "以上共22条记录\n", "line 22 states 22 records"),
            (records(1...20) + "总笔数：22,,,,\n", "line 22 states 22 records"),
            (records(1...20) + "合计金额：2200.00元\n", "line 22 states an amount of 2,200.00"),
            (records(1...20) + "合计,0.22万元\n", "line 22 states an amount of 2,200.00"),
            (records(1...20) + "合计,2200.00\n", "line 22 states an amount of 2,200.00"),
            (records(1...20) + "7,合计,,2200.00,\n", "line 22 states an amount of 2,200.00"),
            (
                records(1...10) + "本页小计,,,1000.00,\n" + records(11...25) + "本页小计,19条,,1900.00,\n总计,29条,,2900.00,\n",
                "line 28 states 19 records and an amount of 1,900.00, counted: 15 records and an amount of 1,500.00; line 29 states 29"
            ),
            (
                records(1...5) + "合计,7条,,777.00,\n",
                "line 7 states 7 records and an amount, counted: 5 records and another amount, of too few records to be told"
            ),
            ("合计,17条,,1700.00,\n" + records(1...15), "line 2 states 17 records"),
            (records(1...20) + records(21...25, state: "审核") + "合计,,,2499.00,\n", "counted: an amount of 2,500.00"),
        ])
    func disagrees(text: String, told: String) throws {
        let found = try Self.told(text)
        #expect(found.count == 1 && found.first?.contains(told) == true, "\(found)")
    }

    @Test("A total in 万元 over bare amounts that are in it is refused")
    func unit() throws {
        let text = Self.records(1...20, amount: "0.57") + "合计,,,11.4万元,\n"
        #expect(try Self.told(text).first?.contains("the total on line 22 is in 万元") == true)
        #expect(try Self.told(text, Self.layout(unit: .tenThousandYuan)) == [])
    }

    @Test("Of a great many lines of totals, the first and the last are looked at")
    func manyLines() throws {
        let text = (1...600).map { Self.records($0...$0) + "小计,1条,,\($0 == 300 || $0 == 599 ? "1" : "100.00"),\n" }
            .joined()
        let found = try Self.told(text + "总计,600条,,59999.00,\n")
        #expect(found.first?.contains("line 1199 states an amount, counted: another amount") == true, "\(found)")
        #expect(found.first?.contains("line 1202 states an amount of 59,999.00") == true, "\(found)")
        #expect(found.first?.contains("line 601 ") == false)
    }
}
