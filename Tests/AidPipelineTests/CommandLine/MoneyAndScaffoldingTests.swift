import Foundation
import Testing
import TestSupport

/// Lines that are no records, units of money and amounts of nothing: from an export to the report.
struct MoneyAndScaffoldingTests {
    private static let pipeline = """
        name: money
        inputs: [{ files: ["exports/*.csv"] }]
        fields:
          claim: { from: 编号 }
          person: { from: 身份证号, type: text }
          paidOn: { from: 打款日期, type: date }
          amount: { from: ["金额", "金额（万元）"] }
        quality: { minGroup: 0 }

        """

    private struct Report: Decodable {
        struct Figures: Decodable { let recipients, personTimes, amountMinor: Int }
        struct Money: Decodable { let records, scaffolding, unpaid: Int }
        struct Balance: Decodable {
            let records, paid, unpaid, rejected, scaffolding: Int
            let amountMinor: Money
        }
        struct Input: Decodable { let balance: Balance }
        struct Finding: Decodable {
            let level, code: String
            let message: [String: String]
        }

        let figures: Figures
        let balance: Balance
        let inputs: [Input]
        let findings: [Finding]

        var codes: [String] { findings.map(\.code) }
    }

    private static func place(_ files: [String: String], pipeline: String = pipeline) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline)
        for (name, text) in files { try place.write("exports/\(name)", text) }
        return place
    }

    private static func report(_ place: Workplace, _ arguments: String...) throws -> Report {
        let ending = try Executable.run(
            ["run", "pipeline.yaml", "--quarter", "2023Q2"] + arguments, in: place.path)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(
            Report.self, from: Data(try place.bytes("reports/money/2023Q2/report.json")))
    }

    private static func csv(_ amounts: [String], column: String = "金额", first: Int = 0, day: String = "2023-05-10")
        -> String
    {
        var lines = ["编号,身份证号,打款日期,\(column)"]
        for (index, amount) in amounts.enumerated() {
            lines.append("C\(first + index),P\(first + index),\(day),\(amount)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("Five people, five person-times, 500.00 yuan: whatever stands below them")
    func noRecords() throws {
        let amounts = Array(repeating: "100.00", count: 5)
        let below = "小计,5人,2023-06-30,500.00\n合计,5人,2023-06-30,500.00\n编号,身份证号,打款日期,金额\n,,,\n,,,,,\n制表人：甲,,,审核人：乙\n"
        let place = try Self.place(["a.csv": Self.csv(amounts) + below, "b.csv": Self.csv([])])
        let report = try Self.report(place)
        #expect(report.figures.recipients == 5 && report.figures.personTimes == 5)
        #expect(report.figures.amountMinor == 50_000)
        let balance = report.balance
        #expect(balance.records == 11 && balance.paid == 5 && balance.rejected == 0 && balance.scaffolding == 6)
        #expect(balance.amountMinor.scaffolding == 100_000 && balance.amountMinor.records == 150_000)
        #expect(report.inputs.map(\.balance.scaffolding) == [6, 0])
        #expect(report.codes.contains("no-records-lines"))
        #expect(report.findings.first { $0.code == "no-records-lines" }?.level == "note")
        #expect(try place.text("reports/money/2023Q2/rejects.csv").split(separator: "\n").count == 1)
        let markdown = try place.text("reports/money/2023Q2/report.md")
        #expect(markdown.contains("| 非记录行 | 6 | 1,000.00 |") && markdown.contains("+ 非记录行"))
        #expect(try place.text("reports/money/2023Q2/manifest.json").contains("\"scaffolding\": 6"))
    }

    @Test("A register keeps what it knows of such lines, and closes its balance")
    func inARegister() throws {
        let place = try Self.place(
            ["a.csv": Self.csv(["1.00", "2.00"]) + "合计,,,3.00\n"],
            pipeline: Self.pipeline + "register: register\nkeyFile: key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        for _ in 0..<2 {
            let report = try Self.report(place)
            #expect(report.balance.scaffolding == 1 && report.balance.amountMinor.scaffolding == 300)
            #expect(report.figures.amountMinor == 300)
        }
        #expect(try place.aidstats("register", "verify", "pipeline.yaml").exitCode == 0)
    }

    @Test("Lines that are no records do not thin out the share of rejects")
    func shareOfRejects() throws {
        let place = try Self.place(
            ["a.csv": Self.csv(["1.00", "x"]) + String(repeating: ",,,\n", count: 998)],
            pipeline: Self.pipeline.replacing("minGroup: 0", with: "minGroup: 0, maxRejected: 10%"))
        let ending = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(ending.exitCode == 65 && ending.errorText.contains("1 of 2 records (50.00%)"))
    }

    /// Two exports put one behind the other, or two tables on one sheet.
    @Test(
        "A header with other columns within a file is refused: what follows would be read by the wrong ones",
        arguments: [
            "编号,身份证号,打款日期,申请金额,金额", "身份证号,编号,打款日期,金额,申请金额", "编号,身份证号,打款日期,金额（万元）,备注",
            "编号,身份证号,退回日期,金额,申请金额",
        ])
    func otherHeader(line: String) throws {
        let header = "编号,身份证号,打款日期,金额,申请金额"
        func table(_ header: String, _ first: Int) -> String {
            header + "\n" + (0..<2000).map { "C\(first + $0),P\($0),2023-05-10,1.00,9.00\n" }.joined()
        }
        let place = try Self.place(["a.csv": table(header, 0) + table(line, 5000)])
        let ending = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[other-header]"), "\(ending.errorText)")
        #expect(ending.errorText.contains("exports/a.csv: 1 lines within the file (line 2002) are headers with other"))
        try place.write("exports/a.csv", table(header, 0) + table(header, 5000))
        #expect(try Self.report(place).figures.amountMinor == 400_000)
    }

    /// Somebody may have listed the header's own word among the states.
    @Test("It is refused whatever the states are called, and `init` offers no header and no title as one")
    func otherHeaderAmongStates() throws {
        func table(_ columns: [Int], _ first: Int) -> String {
            let names = ["编号", "身份证号", "打款日期", "金额", "状态"]
            func line(_ cells: [String]) -> String { columns.map { cells[$0] }.joined(separator: ",") + "\n" }
            return line(names)
                + (0..<300).map {
                    line(["C\(first + $0)", "P\($0)", "2023-05-10", "1.00", $0 % 9 == 0 ? "待审核" : "已打款"])
                }.joined()
        }
        let states = "paid: [已打款], unpaid: [待审核, 状态, \"\"]"
        let pipeline =
            Self.pipeline.replacing("quality:", with: "  status: { from: 状态 }\nquality:")
            + "count: { status: { \(states) } }\n"
        let file = table([0, 1, 2, 3, 4], 0) + "第二部分,,,,\n" + table([1, 0, 3, 2, 4], 900)
        let place = try Self.place(["a.csv": file], pipeline: pipeline)
        let ending = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[other-header]"), "\(ending.errorText)\(pipeline)")
        let drafted = try place.aidstats("init", "exports/a.csv")
        #expect(drafted.outputText.contains("unpaid: [待审核]") && !drafted.outputText.contains("undecided"))
    }

    @Test("Numbers that many claims of one person share are told")
    func manySuperseded() throws {
        let lines = (0..<20).flatMap { person in
            (1...3).map { "M\(person),P\(person),2023-0\($0 + 3)-10,\($0).00" }
        }
        let place = try Self.place(["a.csv": "编号,身份证号,打款日期,金额\n" + lines.joined(separator: "\n") + "\n"])
        #expect(try Self.report(place).codes.contains("many-superseded"))
    }

    /// Names that no element can have are for the CSV files of the same programme.
    @Test(
        "An element's name says the unit, whatever other names are listed with it",
        arguments: ["互助金额_分", "互助金额(元), 互助金额_分", "互助金额(万元), 互助金额(元), 互助金额_分, 互助金额"])
    func unitsOfElements(names: String) throws {
        let place = try Workplace()
        let input = "inputs: [{ files: [\"exports/*.xml\"], format: xml, record: Claim }]"
        let quoted = names.split(separator: ", ").map { "\"\($0)\"" }.joined(separator: ", ")
        try place.write(
            "pipeline.yaml",
            Self.pipeline.replacing("inputs: [{ files: [\"exports/*.csv\"] }]", with: input)
                .replacing("\"金额\", \"金额（万元）\"", with: quoted))
        let records = (1...3).map {
            "<Claim><编号>C\($0)</编号><身份证号>P\($0)</身份证号><打款日期>2023-05-10</打款日期><互助金额_分>1169</互助金额_分></Claim>"
        }
        try place.write("exports/a.xml", "<Claims>\n" + records.joined(separator: "\n") + "\n</Claims>\n")
        #expect(try Self.report(place).figures.amountMinor == 3507)
    }

    @Test("Files in 元 and in 万元 go together; a unit that is said wrongly is refused")
    func units() throws {
        let files = [
            "a.csv": Self.csv(["100.00", "0.05万元"]),
            "b.csv": Self.csv(["0.01", "1.234567"], column: "金额（万元）", first: 5),
        ]
        let place = try Self.place(files)
        let report = try Self.report(place)
        #expect(report.figures.amountMinor == 10_000 + 50_000 + 10_000 + 1_234_567)
        #expect(report.codes.contains("amount-units") && !report.codes.contains("amount-scale"))
        let wrong = Self.pipeline.replacing("\"金额（万元）\"]", with: "\"金额（万元）\"], unit: 元")
        let refused = try Self.place(files, pipeline: wrong).aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(refused.exitCode == 65 && refused.errorText.contains("exports/b.csv:1"))
        #expect(refused.errorText.contains("says 万元, the pipeline file 元"))
        let lint = try Self.place(files, pipeline: wrong + "currency: USD\n").aidstats("lint", "pipeline.yaml")
        #expect(lint.exitCode == 78 && lint.outputText.contains("key-not-possible"))
        let unknown = try Self.place(files, pipeline: wrong.replacing("unit: 元", with: "unit: 圆"))
        #expect(try unknown.aidstats("lint", "pipeline.yaml").exitCode == 78)
        let english = try Self.place(
            ["a.csv": Self.csv(["0.01"])], pipeline: wrong.replacing("unit: 元", with: "unit: ten-thousand-yuan"))
        #expect(try Self.report(english).figures.amountMinor == 10_000)
    }

    @Test("A file or a quarter that is a thousand times off all others is told, with 20 claims on both sides")
    func scale() throws {
        let yuan = (0..<20).map { "\(1000 + $0 * 10).00" }
        let wan = (0..<20).map { "0.1\($0 % 10)" }
        func files(_ count: Int) -> [String: String] {
            [
                "a.csv": Self.csv(yuan), "b.csv": Self.csv(Array(wan.prefix(count)), first: 50),
                "c.csv": Self.csv(yuan, first: 100),
            ]
        }
        let finding = try Self.report(try Self.place(files(20))).findings.first { $0.code == "amount-scale" }
        #expect(finding?.message["en"]?.contains("exports/b.csv (about 1/8,000 times)") == true)
        #expect(try !Self.report(try Self.place(files(19))).codes.contains("amount-scale"))
        let quarters = ["a.csv": Self.csv(yuan) + Self.csv(wan, first: 50, day: "2023-02-10")]
        let ofQuarters = try Self.report(try Self.place(quarters)).findings.first { $0.code == "amount-scale" }
        #expect(ofQuarters?.message["en"]?.contains("2023Q1 (about 1/8,000 times)") == true)
    }

    @Test(
        "Paid records of no money count, are rejected, or are taken for unpaid",
        arguments: ["count", "reject", "ignore"])
    func zeroAmounts(rule: String) throws {
        let place = try Self.place(
            ["a.csv": Self.csv(["0.00", "5.00", "0"])],
            pipeline: Self.pipeline.replacing("minGroup: 0", with: "minGroup: 0, maxRejected: 90%")
                + "count: { zeroAmount: \(rule) }\n")
        let report = try Self.report(place)
        #expect(report.figures.personTimes == (rule == "count" ? 3 : 1) && report.figures.amountMinor == 500)
        #expect(report.balance.unpaid == (rule == "ignore" ? 2 : 0))
        #expect(report.balance.rejected == (rule == "reject" ? 2 : 0))
        #expect(report.codes.contains("zero-amounts") == (rule != "reject"))
        let rejects = try place.text("reports/money/2023Q2/rejects.csv")
        #expect(rejects.contains("zero-amount") == (rule == "reject"))
    }
}
