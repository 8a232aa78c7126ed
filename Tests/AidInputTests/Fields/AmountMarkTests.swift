import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Units and currencies that stand beside amounts, in both ways of reading and at any size of pieces.
@Suite("Rule 2: what stands beside an amount") struct AmountMarkTests {
    private static func layout(_ amount: [String] = ["金额"], unit: MoneyUnit? = nil) -> RecordLayout {
        var layout = RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["人员"]), personRule: .text,
            day: .init(name: "paidOn", from: ["日期"]), amount: .init(name: "amount", from: amount), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [], currency: .cny)
        layout.amountUnit = unit
        return layout
    }

    private static func xml(root: String = "<d>", before: String = "", _ amounts: [String], after: String = "")
        -> String
    {
        let records = amounts.enumerated().map {
            "<r><编号>C\($0)</编号><人员>P\($0)</人员><日期>2023-05-10</日期>\($1)</r>\n"
        }
        return root + before + records.joined() + "</d>"
    }

    private func read(
        _ text: String, _ layout: RecordLayout = layout(), sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> BothWays {
        try BothWays.read(
            text, layout, .xml(record: ElementName("r")), sourceLocation: sourceLocation)
    }

    @Test(
        "An attribute of the amount says its unit, in any of the usual names",
        arguments: [
            "unit=\"万元\"", "unit='10k yuan'", "单位=\"万元\"", "unit=\"万元\" currency=\"CNY\"", "uom=\"万\" Ccy=\"RMB\"",
        ])
    func attributes(attribute: String) throws {
        let amounts = ["<金额 \(attribute)>0.01</金额>", "<金额 \(attribute)>1.5</金额>", "<金额 \(attribute)>2.00</金额>"]
        let found = try read(Self.xml(amounts))
        #expect(found.error == nil && found.amounts == [10_000, 1_500_000, 2_000_000] && found.rejects.isEmpty)
        #expect(found.findings.contains { $0.contains("3 amounts say a unit of their own") })
        // The pipeline file says the same, or another.
        #expect(try read(Self.xml(amounts), Self.layout(unit: .tenThousandYuan)).findings == [])
        #expect(
            try read(Self.xml(amounts), Self.layout(unit: .fen)).reasons == ["bad-amount", "bad-amount", "bad-amount"])
    }

    @Test("Each record may say another unit; another currency is rejected and named")
    func mixed() throws {
        let found = try read(
            Self.xml([
                "<金额 unit=\"元\">5.00</金额>", "<金额 unit=\"万元\">5</金额>", "<金额>7.00</金额>", "<金额 unit=\"fen\">5</金额>",
                "<金额 currency=\"USD\">5.00</金额>", "<金额>8.00</金额><币种>美元</币种>", "<金额>9.00</金额><币种>人民币</币种>",
                "<金额 unit=\"某某公司\">3.00</金额>", "<金额 unit=\"元\">2万元</金额>", "<金额 unit=\"元\">-2.00</金额>",
            ]))
        #expect(found.amounts == [500, 5_000_000, 700, 5, 900, 300])
        #expect(found.rejects.map(\.field) == ["amount.currency", "amount.currency", "amount.unit", "amount"])
        #expect(found.reasons == ["bad-amount", "bad-amount", "bad-amount", "bad-amount"])
    }

    @Test("What says a unit twice, or holds elements, makes no record wrong; what contradicts itself does")
    func several() throws {
        let found = try read(
            Self.xml([
                "<金额 currency=\"CNY\">5.00</金额><currency>CNY</currency><currency>CNY</currency>",
                "<金额>6.00</金额><币种><代码>156</代码>人民币</币种>", "<金额 unit=\"元\" currency=\"HKD\">7.00</金额>",
            ]))
        #expect(found.amounts == [500, 600] && found.reasons == ["bad-amount"])
    }

    @Test(
        "What stands before the records counts for all of them",
        arguments: [
            "<d unit=\"万元\">", "<d><head><金额单位>万元</金额单位></head>", "<d><单位>万元</单位>", "<d><list 单位='万元'/>",
            "<d>\n<meta unit='万元'><x/></meta>",
        ])
    func before(root: String) throws {
        let text = Self.xml(root: root, ["<金额>0.01</金额>", "<金额>2</金额>"])
        #expect(try read(text).amounts == [10_000, 2_000_000])
        #expect(try read(text, Self.layout(unit: .yuan)).error?.kind == .refused)
        #expect(try read(text, Self.layout(unit: .tenThousandYuan)).amounts == [10_000, 2_000_000])
    }

    @Test(
        "A unit that only a part of the file says refuses it",
        arguments: [
            "<d><b unit='元'>@</b><b unit='万元'>@</b></d>", "<d>@<end><Unit>万元</Unit></end></d>",
            "<d><b>@</b><b currency='usd'>@</b></d>",
            "<d>@<x 单位='千元'/>@</d>",
        ])
    func parts(text: String) throws {
        let record = "<r><编号>C1</编号><人员>P1</人员><日期>2023-05-10</日期><金额>1.00</金额></r>\n"
        let found = try read(text.replacing("@", with: record))
        #expect(found.findings.contains { $0.contains("outside of the records") } || found.error?.kind == .refused)
        // Whatever else stands in such places.
        let employers = (0..<40).map { "<b 单位='第\($0)公司'>\(record)</b>" }.joined()
        let many = try read("<d>\(employers)<b 单位='万元'>\(record)</b></d>")
        #expect(many.findings.contains { $0.contains("outside of the records (万元)") } || many.error?.kind == .refused)
        let agreeing = try read(
            "<d><b unit='元' currency='CNY'>\(record)</b><b unit='元' currency='RMB'>\(record)</b></d>")
        #expect(agreeing.findings.isEmpty && agreeing.amounts == [100, 100])
    }

    @Test("Thousands without quotes spill into a column without a name, and are no amounts")
    func rest() throws {
        let text = "编号,人员,日期,金额,\nC1,P1,2023-05-10,1,104.00\nC2,P2,2023-05-10,5.00,\nC3,P3,2023-05-10,6.00,好\n"
        let found = try BothWays.read(text, Self.layout())
        #expect(found.amounts == [500, 600] && found.reasons == ["bad-amount"])
    }

    @Test(
        "Another currency, or two units, before the records is refused",
        arguments: ["<d currency='USD'>", "<d unit='元'><h unit='万元'/>", "<d><货币>港币</货币>"])
    func refused(root: String) throws {
        #expect(try read(Self.xml(root: root, ["<金额>0.01</金额>"])).error?.kind == .refused)
    }

    @Test(
        "An employer or a remark in such a place says nothing",
        arguments: ["<d 单位='某某市总工会'>", "<d unit='department of aid of the city'>"])
    func nothing(root: String) throws {
        #expect(try read(Self.xml(root: root, ["<金额>0.01</金额>"])).amounts == [1])
    }

    @Test("An attribute that holds the amount has its unit beside it; an element deeper down, too")
    func paths() throws {
        let beside = try read(Self.xml(["<金额 v='0.5' unit='万元'/>"]), Self.layout(["金额/@v"]))
        #expect(beside.amounts == [500_000])
        let deeper = try read(Self.xml(["<a><金额>0.5</金额><金额单位>万元</金额单位></a>"]), Self.layout(["a/金额"]))
        #expect(deeper.amounts == [500_000])
    }

    @Test("Columns of units and currencies decide or contradict")
    func columns() throws {
        func read(_ header: String, _ rows: [String], unit: MoneyUnit? = nil) throws -> BothWays {
            let lines = rows.enumerated().map { "C\($0),P\($0),2023-05-10,\($1)\n" }
            return try BothWays.read("编号,人员,日期,金额,\(header)\n" + lines.joined(), Self.layout(unit: unit))
        }
        let units = try read("金额单位", ["1.00,元", "1.00,万元", "1.00,", "1.00,某单位"])
        #expect(units.amounts == [100, 1_000_000, 100, 100])
        let currencies = try read("币种,币种代码", ["1.00,人民币,CNY", "1.00,美元,USD", "1.00,156,156"])
        #expect(currencies.amounts == [100, 100] && currencies.rejects.map(\.field) == ["amount.currency"])
        #expect(try read("金额单位", ["1.00,元"], unit: .tenThousandYuan).reasons == ["bad-amount"])
        // 单位 is mostly where somebody works.
        #expect(try read("单位", ["1.00,万元", "1.00,某公司", "1.00,某某市某某区某某有限责任公司"]).amounts == [1_000_000, 100, 100])
        let padded = "1.00,万元" + String(repeating: " ", count: 30)
        #expect(try read("单位", [padded, padded]).amounts == [1_000_000, 1_000_000])
        for word in ["usd", "US$", "$", "€", "840", "US Dollar", "卢布", "外币", "非人民币", "Hkd"] {
            #expect(try read("币种", ["1.00,\(word)"]).reasons == ["bad-amount"], "\(word)")
        }
        for word in ["rmb", "人民币元", "156", "01", "￥", "cny"] {
            let read = try read("支付币种", ["1.00,\(word)"])
            #expect(read.amounts == [100] && read.findings.isEmpty, "\(word)")
        }
        let unknown = try read("币种", ["1.00,其他", "1.00,CNY"])
        #expect(unknown.amounts == [100, 100])
        #expect(unknown.findings.contains { $0.contains("1 records name a currency that is not known") })
    }

    @Test(
        "A short unit in the name of a column",
        arguments: [
            ("金额（W）", 1_000_000), ("金额(w元)", 1_000_000), ("金额(K)", 100_000), ("Show", 100), ("万元金额", 1_000_000),
            ("金额W", 1_000_000), ("金额（万圆）", 1_000_000), ("金额（十万元）", 10_000_000), ("金额（單位：萬元）", 1_000_000),
            ("金额（×10000元）", 1_000_000), ("Amount (tens of thousands)", 1_000_000), ("万元以下金额", 100),
        ])
    func short(name: String, fen: Int64) throws {
        let text = "编号,人员,日期,\(name)\nC1,P1,2023-05-10,1.00\n"
        #expect(try BothWays.read(text, Self.layout([name])).amounts == [fen])
    }
}
