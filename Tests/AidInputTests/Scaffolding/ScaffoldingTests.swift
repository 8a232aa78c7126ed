import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Lines that are no records, in both ways of reading and at any size of pieces.
@Suite("Rule 6: lines that are no records") struct ScaffoldingTests {
    private static func id(_ number: Int) -> String { MadeUpID.id(number: number) }

    private static func layout(
        isText: Bool = false, hasClaim: Bool = true, acceptsOthers: Bool = false, hasStatus: Bool = false
    ) -> RecordLayout {
        RecordLayout(
            claim: hasClaim ? .init(name: "claim", from: ["编号"]) : nil, person: .init(name: "person", from: ["身份证号"]),
            personRule: isText
                ? .text : .residentID(acceptsOtherDocuments: acceptsOthers, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: ["金额"]),
            status: hasStatus ? .init(name: "status", from: ["状态"]) : nil,
            statusClasses: ["已打款": .paid, "审核": .unpaid], reverses: nil,
            breakdowns: [.init(name: "district", from: ["区"], isOptional: true)], currency: .cny)
    }

    private static func bytes(_ text: String, isGB: Bool) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard isGB else { return bytes }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        return Array(
            SystemConverter(from: "UTF-8", to: "GB18030").lines(lines).map { $0 ?? [] }.joined(separator: [0x0A]))
    }

    private static let header = "编号,身份证号,打款日期,金额\n"

    private static func records(_ count: Int) -> String {
        (1...count).map { "C000\($0),\(id($0)),2023-05-10,100.00\n" }.joined()
    }

    @Test("A repeated header, with its byte-order mark or quotes, is none; six claims stay")
    func repeatedHeader() throws {
        for header in ["\u{FEFF}" + Self.header, Self.header, "\"编号\",\"身份证号\",'打款日期, 金额 \n"] {
            let read = try BothWays.read(Self.header + Self.records(3) + header + Self.records(3), Self.layout())
            #expect(read.claims.count == 6 && read.rejects.isEmpty && read.error == nil)
            #expect(read.records == Tally(recordCount: 7, amountMinor: 60_000))
            #expect(read.scaffolding == Tally(recordCount: 1, amountMinor: 0))
        }
    }

    @Test("A header with its columns in another order is no repeated one")
    func otherHeader() throws {
        let read = try BothWays.read(
            Self.header + Self.records(2) + "编号,打款日期,身份证号,金额\n" + Self.records(1), Self.layout())
        #expect(read.reasons == ["bad-date"] && read.scaffolding == .zero)
    }

    @Test(
        "A line that says the unit of the amounts is none; where the file is read in another, it is told",
        arguments: [
            ("单位：元", nil, true), ("单位：万元", nil, false), ("（金额单位:万元）,,,", nil, false),
            (",,,单位：万元", .tenThousandYuan, true),
            ("单位：元,,,", .tenThousandYuan, false), ("单位：美元", nil, false), ("\"单位： 元\",,,", .yuan, true),
            ("币种：人民币", nil, true),
        ] as [(String, MoneyUnit?, Bool)])
    func unitLines(line: String, unit: MoneyUnit?, agrees: Bool) throws {
        var layout = Self.layout()
        layout.amountUnit = unit
        for text in [line + "\n" + Self.records(3), Self.records(3) + line + "\n"] {
            let read = try BothWays.read(Self.header + text, layout)
            // A currency that is the file's says no unit.
            let isReject = line == "币种：人民币"
            #expect(read.claims.count == 3 && read.rejects.isEmpty != isReject, "\(line)")
            #expect(read.scaffolding.recordCount == (isReject ? 0 : 1))
            #expect(read.findings.contains { $0.contains("say a unit of the amounts") } != agrees)
        }
    }

    @Test("Totals and signatures below the records, also with too few or too many cells")
    func totals() throws {
        let below = [
            "合计,,,500.00", "制表人：甲,,,审核人：乙", "合计", "制表人：甲", "合计,,500.00", "合计,5人,,500.00,,", "　小计 ,5人,2023-06-30,500.00",
            "\"合\u{3000}计\",5人,2023-06-30,500.00", "Total,5,2023-06-30,500.00", "=\"总计\",,,", ",合计,,500.00",
            ",,合计,500.00",
            ",\u{3000},,合计", "打印日期：2023-06-30,,,", "审核,乙", "'合计,,,1", "\"合计\"\"\",,,", "合计,\"a,b\",,5.00",
        ]
        for line in below {
            let read = try BothWays.read(Self.header + Self.records(5) + line + "\n", Self.layout())
            let isDoubled = line.hasPrefix("\"合计\"\"")
            #expect(read.claims.count == 5 && read.scaffolding.recordCount == (isDoubled ? 0 : 1), "\(line)")
            #expect(read.rejects.isEmpty == !isDoubled && read.records.recordCount == 6, "\(line)")
        }
        let money = try BothWays.read(Self.header + Self.records(1) + "合计,5人,,1.50\n合计,,1.50\n", Self.layout())
        #expect(money.scaffolding == Tally(recordCount: 2, amountMinor: 150))
        #expect(money.records == Tally(recordCount: 3, amountMinor: 10_150))
    }

    @Test("Where any text is a person, a row of totals is one no more")
    func textPersons() throws {
        let below = [
            "小计,5人,2023-06-30,500.00", "合计,5人,2023-06-30,500.00", "Total,5,2023-06-30,500.00", "6,合计,2023-06-30,500.00",
        ]
        for line in below {
            let read = try BothWays.read(
                Self.header + Self.records(2) + line + "\n" + Self.records(2), Self.layout(isText: true))
            #expect(read.claims.count == 4 && read.rejects.isEmpty, "\(line)")
            #expect(read.scaffolding == Tally(recordCount: 1, amountMinor: 50_000), "\(line)")
            let others = try BothWays.read(
                Self.header + Self.records(2) + line + "\n" + Self.records(2), Self.layout(acceptsOthers: true))
            #expect(others.claims.count == 4 && others.scaffolding == read.scaffolding, "\(line)")
        }
    }

    @Test("The first cell counts although its column is no field; in every encoding", arguments: [false, true])
    func unmappedFirstColumn(isGB: Bool) throws {
        let text =
            "序号,编号,身份证号,打款日期,金额\n1,C1,张三,2023-05-10,1.00\n合计,C9,5人,2023-06-30,500.00\n张三,C2,李四,2023-05-10,2.00\n"
            + "\"小计\",C8,5人,2023-06-30,500.00\n,C3,王五,2023-05-10,3.00\n　,C4,赵六,2023-05-10,4.00\n　合　计　,C7,5,2023-06-30,7\n"
            + "Sum,C6,5,2023-06-30,7\nSumatra,C5,孙七,2023-05-10,5.00\n审核,C10,周八,2023-05-10,6.00\n"
        let bytes = Self.bytes(text, isGB: isGB)
        let read = try BothWays.read(bytes, Self.layout(isText: true), encoding: isGB ? .gb18030 : .auto)
        #expect(read.amounts == [100, 200, 300, 400, 500, 600] && read.rejects.isEmpty)
        #expect(read.scaffolding == Tally(recordCount: 4, amountMinor: 101_400))
    }

    @Test("Lines of delimiters and blanks alone are none, whatever their number of cells")
    func blankLines() throws {
        for line in [",,,", ",,,,,", "   ", ",", "\t, ,　,", "\"\",,,", "\"\"", "'"] {
            let read = try BothWays.read(Self.header + Self.records(2) + line + "\n" + line + "\n", Self.layout())
            #expect(read.claims.count == 2 && read.rejects.isEmpty, "\(line)")
            #expect(read.scaffolding == Tally(recordCount: 2, amountMinor: 0), "\(line)")
        }
    }

    @Test("A claim with a sound ID stays one, and so does a whole one with a word among its groups")
    func claimsStay() throws {
        let text =
            "区,编号,身份证号,打款日期,金额\n合计,C1,\(Self.id(1)),2023-05-10,1.00\n东,合计,\(Self.id(2)),2023-05-10,2.00\n"
            + "审核,C3,\(Self.id(3)),2023-05-10,3.00\n"
        let read = try BothWays.read(text, Self.layout())
        #expect(read.amounts == [100, 200, 300] && read.scaffolding == .zero)
        let whole = try BothWays.read(
            "编号,身份证号,打款日期,金额,区\nC1,甲,2023-05-10,1.00,合计\nC2,甲,2023-05-10,x,合计\nC3,甲,,2.00,合计\n,,,500.00,合计\n",
            Self.layout(isText: true))
        #expect(whole.amounts == [100] && whole.reasons == ["bad-amount"])
        #expect(whole.scaffolding == Tally(recordCount: 2, amountMinor: 50_200))
    }

    @Test("A state that is a word of signatures loses no claim")
    func states() throws {
        let text =
            "状态,编号,身份证号,打款日期,金额\n审核,C1,,,\n审核,C2,甲,2023-05-10,1.00\n已打款,C3,甲,2023-05-10,2.00\n复核,C4,甲,2023-05-10,3.00\n"
        let read = try BothWays.read(text, Self.layout(isText: true, hasStatus: true))
        #expect(read.claims.map(\.claimClass) == [.unpaid, .unpaid, .paid] && read.reasons == ["unknown-status"])
        #expect(read.scaffolding == .zero)
    }

    @Test("XML: a record of totals is none; an empty one is a reject as before")
    func xml() throws {
        let record = try #require(ElementName("r"))
        func row(_ values: [String]) -> String {
            let names = ["编号", "身份证号", "打款日期", "金额"]
            return "<r>" + zip(names, values).map { "<\($0)>\($1)</\($0)>" }.joined() + "</r>"
        }
        let rows =
            [
                ["C1", "甲", "2023-05-10", "1.00"], ["合计", "5人", "2023-06-30", "500.00"],
                ["C2", "合 计", "2023-06-30", "5.00"],
            ]
            + [
                ["", "", "合计", "7.00"], ["Total", "x", "2023-06-30", "1.00"], ["C3", "乙", "2023-05-10", "2.00"],
                ["", "", "", ""],
            ]
        let read = try BothWays.read(
            "<s>" + rows.map(row).joined(separator: "\n") + "</s>", Self.layout(isText: true), .xml(record: record))
        #expect(read.amounts == [100, 200] && read.reasons == ["missing-claim"])
        #expect(read.scaffolding == Tally(recordCount: 4, amountMinor: 51_300))
    }

    @Test("A file of nothing but such lines holds no record")
    func nothingElse() throws {
        let read = try BothWays.read(Self.header + "合计,,,0.00\n,,,\n", Self.layout())
        #expect(read.findings.count == 2 && read.findings[0].contains("holds no record"))
    }

    @Test("Both ways agree on random lines")
    func random() throws {
        let cells = [
            "", " ", "　", "合计", "小计：5", "\"合计\"", "制表人：甲", "审核", "Total", "Sum", "S1", "T2", "G3", "C4", "5人", "张三",
            "'合计",
            "=\"合计\"", "2023-05-10", "2023-06-30", "100.00", "0.00", "1", "编号", "身份证号", "打款日期", "金额", "序号", "\"a,b\"",
            "\"x\"\"y\"",
            Self.id(1), Self.id(2), "\"\(Self.id(3))\"", " \(Self.id(4))", "0.05万元", "东",
        ]
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            // A stray quote sends all of its piece the slow way.
            let cells = seed % 4 == 0 ? cells + ["x\"y"] : cells
            let header = ["序号,编号,身份证号,打款日期,金额", "编号,身份证号,打款日期,金额,区", "区,金额,打款日期,身份证号,编号"].randomElement(using: &random)!
            var text = header + "\n"
            for number in 0..<60 {
                switch Int.random(in: 0..<8, using: &random) {
                case 0: text += header
                case 1:
                    let whole = ["序号": "\(number)", "编号": "C\(number)", "身份证号": Self.id(number), "打款日期": "2023-05-10"]
                    text += header.split(separator: ",").map {
                        Int.random(in: 0..<9, using: &random) == 0
                            ? cells.randomElement(using: &random)! : whole[String($0)] ?? "3.50"
                    }.joined(separator: ",")
                default:
                    let count = Int.random(in: 0..<6, using: &random) == 0 ? Int.random(in: 1...7, using: &random) : 5
                    text += (0..<count).map { _ in cells.randomElement(using: &random)! }.joined(separator: ",")
                }
                text += ["\n", "\r\n", "\r"].randomElement(using: &random)!
            }
            let layout = Self.layout(
                isText: Bool.random(using: &random), hasClaim: Bool.random(using: &random),
                acceptsOthers: Bool.random(using: &random))
            let isGB = Bool.random(using: &random)
            let bytes = Self.bytes(text, isGB: isGB)
            let read = try BothWays.read(bytes, layout, encoding: isGB ? .gb18030 : .utf8)
            #expect(read.error == nil && read.scaffolding.recordCount > 0, "seed \(seed) \(read.error?.what.en ?? "")")
            #expect(
                read.records.recordCount
                    == read.claims.count + read.reversals.count + read.rejects.count + read.scaffolding.recordCount,
                "seed \(seed)")
        }
    }

    @Test(
        "Quotes lines apart that swallow claims: a reject that says how many lines; a remark of several lines is none")
    func swallowed() throws {
        let header = "编号,身份证号,打款日期,金额,备注\n"
        func line(_ number: Int, _ remark: String = "") -> String {
            "C\(number),\(Self.id(number)),2023-05-10,100.00,\(remark)\n"
        }
        let lines = (2...6).map { line($0) }.joined()
        // The quote opens before a field of one line, and closes in another line, in every column.
        for (start, end) in [(line(1), line(7))] {
            for column in 0..<5 {
                var first = start.dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                var last = end.dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                first[column] = "\"" + first[column]
                last[column] += "\""
                for inner in [lines, "", line(2)] {
                    let text =
                        header + first.joined(separator: ",") + "\n" + inner + last.joined(separator: ",") + "\n"
                        + line(8)
                    let read = try BothWays.read(text, Self.layout())
                    let count = inner.filter(\.isNewline).count + 2
                    #expect(read.claims.count == 1 && read.reasons == ["malformed-record"], "column \(column)")
                    #expect(
                        read.rejects.first?.maskedValue == RecordProblem.swallowedLines(count: count).message.en,
                        "column \(column)")
                }
            }
        }
        for remark in ["\"a\nb\"", "\"a,b\nc,d\ne,f\ng,h\n\"", "\"\n\n\n\"", "\"一、x,y\r\n二、z\r\n三\""] {
            let read = try BothWays.read(header + line(1, remark) + line(2), Self.layout())
            #expect(read.claims.count == 2 && read.rejects.isEmpty, "\(remark)")
        }
        let told = RecordProblem.swallowedLines(count: 14)
        #expect(RecordProblem.message(inEnglish: told.message.en) == told.message)
    }
}
