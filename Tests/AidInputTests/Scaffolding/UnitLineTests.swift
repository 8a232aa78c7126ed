import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Lines that say what amounts are in, above the header and among the records.
@Suite("Rule 2: lines of units") struct UnitLineTests {
    private static let header = "编号,身份证号,打款日期,金额"

    private static func layout(unit: MoneyUnit? = nil, amount: [String] = ["金额"]) -> RecordLayout {
        var layout = RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["身份证号"]),
            personRule: .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: amount), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [], currency: .cny)
        layout.amountUnit = unit
        return layout
    }

    private static func file(_ titles: [String], header: String = header) -> String {
        (titles + [header]).map { $0 + "\n" }.joined()
            + (1...3).map { "C\($0),\(MadeUpID.id(number: $0)),2023-05-10,0.25\n" }.joined()
    }

    @Test(
        "What a cell above the header says",
        arguments: [
            ("单位：万元", "万元"), ("单位:万元", "万元"), ("单位： 万 元", "万元"), ("（单位：万元）", "万元"), ("金额单位：元", "元"),
            ("赔付明细表（单位：万元）", "万元"), ("赔付明细表（万元）", "万元"), ("2023年二季度赔付明细 单位：千元 制表：财务部", "千元"),
            ("单位：万元、人", "万元"), ("单位：万元，人次", "万元"), ("单位：元/人次", "元"), ("计量单位：人民币万元", "万元"), ("单位为万元", "万元"),
            ("注：以上金额以万元为单位", "万元"), ("本表按千元计", "千元"), ("金额：万元", "万元"), ("单位：10,000元", "万元"), ("单位（万元）", "万元"),
            ("万元", "万元"), ("人民币元", "元"), ("Unit: 10,000 yuan", "万元"), ("Unit: RMB 10,000", "万元"),
            ("Claims paid (in 10,000 yuan)", "万元"), ("Amounts in thousand yuan", "千元"), ("單位：萬元", "万元"),
            ("单位：元 单位：万元", "万元、元"),
            ("单位：美元", "美元"), ("币种：港币", "港币"), ("币种：人民币", ""), ("填报单位：市互助中心", ""), ("工作单位：万元", ""), ("单位：某某公司", ""),
            ("单位：元谋县总工会", ""), ("合计金额：1000元", ""), ("1000元", ""), ("赔付明细（每人100元）", ""), ("赔付明细（分）", ""),
            ("赔付明细（万达广场）", ""),
            ("二次报销明细", ""), ("Paid in 2023", ""), ("单位：人", ""), ("万元户救助明细", ""), ("2023年", ""), ("", ""),
        ])
    func above(cell: String, said: String) {
        #expect(UnitLine.said(above: cell, .cny).shown == said)
    }

    @Test(
        "A line above the header says the unit, wherever on it",
        arguments: [
            ["单位：万元"], ["单位：万元,,,"], [",,单位：万元,"], ["赔付明细表（单位：万元）"], ["赔付明细", ",,,单位：万元"], ["填报单位：市互助中心,,,金额单位：万元"],
            ["单位：万元", "单位：万元"], ["sep=,", "单位：万元"],
        ])
    func decides(titles: [String]) throws {
        let read = try BothWays.read(Self.file(titles), Self.layout())
        #expect(read.amounts == [250_000, 250_000, 250_000] && read.rejects.isEmpty)
        #expect(read.findings.contains { $0.contains("says that amounts are in 万元") })
        #expect(read.scaffolding.recordCount == titles.count)
        let agreed = try BothWays.read(Self.file(titles), Self.layout(unit: .tenThousandYuan))
        #expect(agreed.amounts == [250_000, 250_000, 250_000])
        #expect(!agreed.findings.contains { $0.contains("says that amounts are in") })
        let contradicted = try BothWays.read(Self.file(titles), Self.layout(unit: .yuan))
        #expect(contradicted.error?.kind == .refused)
        #expect(contradicted.error?.what.en.contains("amounts are in 万元, the pipeline file says 元") == true)
    }

    @Test(
        "So does a line that is broken, wherever its quotes stand",
        arguments: [
            "\"单位：万元", "赔付明细\"单位：万元\"", "\"赔付\"明细（万元）", ",,\"单位：\"万元,", "明细,,\"\"单位：万元\"\"x,",
        ])
    func broken(title: String) throws {
        let read = try BothWays.read(Self.file([title]), Self.layout())
        #expect(read.amounts == [250_000, 250_000, 250_000] && read.rejects.isEmpty, "\(title)")
        #expect(read.scaffolding.recordCount == 1)
        let contradicted = try BothWays.read(Self.file([title]), Self.layout(unit: .yuan))
        #expect(contradicted.error?.what.en.contains("amounts are in 万元, the pipeline file says 元") == true)
        var shape = CSVShape()
        shape.skippedCount = 1
        #expect(try BothWays.read(Self.file([title]), Self.layout(), shape: shape).amounts == read.amounts)
        shape.skippedCount = 0
        shape.headerLine = 2
        #expect(try BothWays.read(Self.file([title]), Self.layout(), shape: shape).amounts == read.amounts)
    }

    @Test("It is held against the column's name, and against units among the records")
    func others() throws {
        let header = "编号,身份证号,打款日期,金额（万元）"
        let same = try BothWays.read(Self.file(["单位：万元"], header: header), Self.layout())
        #expect(same.amounts == [250_000, 250_000, 250_000])
        let other = try BothWays.read(Self.file(["单位：元"], header: header), Self.layout())
        #expect(other.error?.what.en.contains("in 元, the column “金额（万元）” says 万元") == true)
        let below = try BothWays.read(Self.file(["单位：万元"]) + "单位：万元,,,\n" + "单位：元,,,\n", Self.layout())
        #expect(below.findings.contains { $0.hasPrefix("export: 1 lines (") && $0.contains("say a unit") })
        let title = try BothWays.read(Self.file([]) + "赔付明细表（单位：万元）,,,\n", Self.layout())
        #expect(title.findings.contains { $0.hasPrefix("export: 1 lines (") && $0.contains("say a unit") })
    }

    @Test("What is unclear is refused, unless the pipeline file says the unit")
    func unclear() throws {
        for titles in [["单位：元", "单位：万元"], ["单位：元,,,单位：万元"]] {
            let unclear = try BothWays.read(Self.file(titles), Self.layout())
            #expect(unclear.error?.what.en.contains("say 万元、元 of the amounts") == true, "\(titles)")
            #expect(try BothWays.read(Self.file(titles), Self.layout(unit: .yuan)).amounts == [25, 25, 25])
        }
        let dollars = try BothWays.read(Self.file(["单位：美元"]), Self.layout())
        #expect(dollars.error?.kind == .refused)
    }

    @Test("A line that the pipeline file passes over by its beginning says nothing; one above its header does")
    func told() throws {
        var shape = CSVShape()
        shape.skippedBeginnings = ["单位"]
        #expect(try BothWays.read(Self.file(["单位：万元,,,"]), Self.layout(), shape: shape).amounts == [25, 25, 25])
        shape.skippedBeginnings = []
        shape.headerLine = 3
        let told = try BothWays.read(Self.file(["明细,明细,明细,明细", "单位：万元"]), Self.layout(), shape: shape)
        #expect(told.amounts == [250_000, 250_000, 250_000])
        shape.headerLine = nil
        shape.skippedCount = 2
        #expect(
            try BothWays.read(Self.file(["明细", "单位：万元"]), Self.layout(), shape: shape).amounts
                == [250_000, 250_000, 250_000])
    }

    @Test(
        "A note below the records that says a unit counts as a line of units",
        arguments: [
            ("注：本表金额单位为万元", "万元"), ("备注：1.以上金额以万元为单位；2.数据截至6月30日。", "万元"), ("注：金额单位：万元", "万元"),
            ("以上金额以万元为单位", "万元"), ("说明：单位：千元，共3条", "千元"), ("1、本表以万元为单位", "万元"), ("注：单位：元", "元"),
            ("注：工作单位：某某公司", ""), ("注：单位：某某公司", ""), ("备注：起付线（万元）见文件", ""), ("说明：超过1万元的单独审批", ""),
        ])
    func notes(line: String, unit: String) throws {
        for text in [line + "\n", line + ",,,\n"] {
            let read = try BothWays.read(Self.file([]) + text, Self.layout())
            let isTold = read.findings.contains { $0.contains("say a unit of the amounts that they are not read in") }
            #expect(isTold == !["", "元"].contains(unit), "\(line): \(read.findings)")
            guard let said = MoneyUnit(rawValue: unit) else { continue }
            let same = try BothWays.read(Self.file([]) + text, Self.layout(unit: said))
            #expect(!same.findings.contains { $0.contains("say a unit") }, "\(line)")
        }
        let column = Self.file([], header: "编号,身份证号,打款日期,金额（元）") + "注：本表金额单位为万元\n"
        #expect(try BothWays.read(column, Self.layout()).findings.contains { $0.contains("say a unit") })
    }

    @Test("The name of a file says a unit; the column, or the pipeline file, may contradict it")
    func names() throws {
        let file = try TemporaryFile(Array(Self.file([]).utf8))
        let other = try TemporaryFile(Array(Self.file([], header: "编号,身份证号,打款日期,金额（元）").utf8))
        for isSlow in [false, true] {
            func read(_ name: String, _ file: TemporaryFile, _ layout: RecordLayout = Self.layout()) throws -> BothWays
            {
                try BothWays(file.path, layout, .csv(delimiter: nil), name: name, isSlow: isSlow)
            }
            let named = try read("in/赔付明细（万元）.csv", file)
            #expect(named.amounts == [250_000, 250_000, 250_000])
            #expect(named.findings.contains { $0.contains("says that amounts are in 万元") })
            for name in ["万元/赔付明细.csv", "赔付（部分）.csv", "（元）.csv", "万元以上（含）.csv"] {
                #expect(try read(name, file).amounts == [25, 25, 25], "\(name)")
            }
            #expect(try read("赔付（万元）.csv", file, Self.layout(unit: .yuan)).amounts == [25, 25, 25])
            #expect(
                try read("赔付（万元）.csv", other).error?.what.en.contains("says that amounts are in 万元, the column") == true
            )
        }
    }

    @Test("What stands around the records of JSON says a unit")
    func aroundJSON() throws {
        let records = (1...3).map {
            #"{"编号":"C\#($0)","身份证号":"\#(MadeUpID.id(number: $0))","打款日期":"2023-05-10","金额":25}"#
        }.joined(separator: ",")
        func read(_ json: String, _ layout: RecordLayout = Self.layout()) throws -> BothWays {
            try BothWays.read(Array(json.utf8), layout, sizes: [64, 4096])
        }
        #expect(try read(#"{"unit":"分","data":[\#(records)]}"#).amounts == [25, 25, 25])
        #expect(
            try read(#"{"meta":{"金额单位":"万元"},"data":[\#(records)]}"#).amounts == [25_000_000, 25_000_000, 25_000_000])
        #expect(try read(#"{"data":[\#(records)],"单位":"某某公司"}"#).amounts == [2500, 2500, 2500])
        #expect(try read(#"{"currency":"USD","data":[\#(records)]}"#).error?.kind == .refused)
        #expect(try read(#"{"unit":"分","data":[\#(records)]}"#, Self.layout(unit: .yuan)).error?.kind == .refused)
    }
}
