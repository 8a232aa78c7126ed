import Foundation
import TestSupport
import Testing

/// Which element or array `init` takes for one record, and what it says of headers and files.
@Suite struct RecordChoiceTests {
    private static let claims: [(person: Int, number: String, day: String, amount: String)] = [
        (0, "A0001", "2023-04-05", "100.00"), (0, "A0002", "2023-04-06", "50.50"), (1, "A0003", "2023-05-16", "20.00"),
        (2, "A0004", "2023-05-26", "30.00"), (1, "A0005", "2023-06-26", "40.00"),
    ]

    /// What `init` writes is run as it is, and gives the right figures.
    private static func runs(_ place: Workplace, _ export: String, _ more: String...) throws -> String {
        let drafted = try Executable.run(
            ["init", export, "--name", "aid", "--output", "pipeline.yaml"] + more, in: place.path)
        #expect(drafted.exitCode == 0, "\(drafted.errorText)")
        let text = try place.text("pipeline.yaml")
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(run.exitCode == 0, "\(run.errorText)\n\(text)")
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(
            report.contains("\"recipients\": 3,\n    \"personTimes\": 5,\n    \"amountMinor\": 24050\n"), "\(text)")
        return text
    }

    private static func xml(_ open: (Int) -> String, close: String) -> String {
        var text = "<?xml version=\"1.0\"?>\n<export date=\"2023-10-08\"><batch>"
        for person in 0..<3 {
            text += open(person)
            for claim in claims where claim.person == person {
                text +=
                    "<claim claimNo=\"\(claim.number)\"><pay><paidDate>\(claim.day)</paidDate></pay>"
                    + "<amount>\(claim.amount)</amount></claim>\n"
            }
            text += close
        }
        return text + "</batch></export>\n"
    }

    @Test func claimsOfXMLInGroups() throws {
        let place = try Workplace()
        try place.write(
            "a.xml",
            Self.xml(
                { "<member id=\"\(Persons.all[$0].id)\"><district>\($0 < 2 ? "东" : "西")区</district>" },
                close: "</member>"))
        let text = try Self.runs(place, "a.xml")
        #expect(text.contains("record: claim\n") && text.contains("\"../@id\"") && text.contains("\"../district\""))
    }

    /// What comes several times in a claim and has no money of a claim is no record.
    @Test func partsOfAClaimAreNoRecords() throws {
        let place = try Workplace()
        let items = "<item><name>甲</name><day>2023-01-01</day></item><item><name>乙</name><day>2023-01-02</day></item>"
        let records = Self.claims.map { claim in
            "<c claimNo=\"\(claim.number)\"><idNo>\(Persons.all[claim.person].id)</idNo><paidDate>\(claim.day)</paidDate>"
                + "<amount>\(claim.amount)</amount>\(items)</c>"
        }
        try place.write("a.xml", "<cs>" + records.joined(separator: "\n") + "</cs>")
        #expect(try Self.runs(place, "a.xml").contains("record: c\n"))
    }

    private static func json(_ claims: (Int) -> String) -> String {
        let members = (0..<3).map { "{\"claims\":[\(claims($0))],\"idNo\":\"\(Persons.all[$0].id)\"}" }
        return "{\"members\":[\(members.joined(separator: ",\n"))]}"
    }

    private static func claimsOfJSON(_ person: Int) -> String {
        claims.filter { $0.person == person }.map {
            "{\"claimNo\":\"\($0.number)\",\"paidDate\":\"\($0.day)\",\"amount\":\($0.amount)}"
        }.joined(separator: ",")
    }

    @Test func claimsOfJSONWithinPersons() throws {
        let place = try Workplace()
        try place.write("a.json", Self.json(Self.claimsOfJSON))
        let text = try Self.runs(place, "a.json")
        #expect(text.contains("record: \"members/claims\"") && text.contains("\"../idNo\""), "\(text)")
        let inspected = try place.aidstats("inspect", "a.json", "--record", "members", "--lang", "en")
        #expect(inspected.outputText.contains("which are not read: members/claims"), "\(inspected.outputText)")
    }

    @Test func twoArraysOfJSON() throws {
        let place = try Workplace()
        let records = Self.claims.map {
            "{\"claimNo\":\"\($0.number)\",\"idNo\":\"\(Persons.all[$0.person].id)\",\"paidDate\":\"\($0.day)\","
                + "\"amount\":\($0.amount)}"
        }
        try place.write(
            "a.json", "{\"data\":{\"list\":[\(records.joined(separator: ","))],\"dicts\":[{\"code\":\"1\"}]}}")
        let refused = try place.aidstats("init", "a.json", "--lang", "en")
        #expect(refused.exitCode == 65)
        #expect(
            refused.errorText.contains("`record: data/list`") && refused.errorText.contains("--record"),
            "\(refused.errorText)")
        #expect(try Self.runs(place, "a.json", "--record", "data/list").contains("record: \"data/list\""))
    }

    @Test(arguments: [
        ["互助发放明细,,,,,", "编号,基本信息,,申请,,支付,", ",姓名,身份证号,日期,金额,日期,金额"],
        ["编号,姓名,身份证号,申请,,支付,", ",,,日期,金额,日期,金额"],
    ])
    func aHeaderOfTwoLines(header: [String]) throws {
        let place = try Workplace()
        let records = Self.claims.map {
            "\($0.number),\(Persons.all[$0.person].name),\(Persons.all[$0.person].id),2023-03-01,999.00,\($0.day),"
                + $0.amount
        }
        try place.write("a.csv", (header + records).joined(separator: "\r\n") + "\r\n")
        let drafted = try place.aidstats("init", "a.csv", "--name", "aid").outputText
        #expect(drafted.contains("header: { row: \(header.count - 1), rows: 2 }"), "\(drafted)")
        #expect(drafted.contains("申请 金额") && drafted.contains("支付 日期"), "\(drafted)")
        try place.write(
            "pipeline.yaml",
            drafted.replacing(
                /amount: \{ from: \[[^\]]*\]/, with: "amount: { from: [\"支付 金额\"]"))
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(run.exitCode == 0, "\(run.errorText)\n\(drafted)")
        #expect(try place.text("reports/aid/2023Q2/report.json").contains("\"amountMinor\": 24050\n"))
    }

    // MARK: Files

    @Test func whatProgramsLeaveBehindIsPassedOver() throws {
        let place = try Workplace()
        let export = Exports.csv.joined(separator: "\n") + "\n"
        try place.write("exports/a.csv", export)
        try place.write("exports/~$a.csv", "x")
        try place.write("exports/.DS_Store", "x")
        try place.write("exports/more/b.csv", export)
        let all = ["exports/.DS_Store", "exports/a.csv", "exports/more", "exports/~$a.csv"]
        let drafted = try Executable.run(["init", "--lang", "en"] + all, in: place.path)
        #expect(drafted.exitCode == 0, "\(drafted.errorText)")
        #expect(drafted.errorText.contains("passed over") && drafted.errorText.contains("exports/~$a.csv"))
        #expect(drafted.outputText.contains("files: [\"exports/a.csv\"]") && !drafted.outputText.contains("~$"))
        #expect(try place.aidstats("init", "exports/~$a.csv", "exports/more").exitCode != 0)
    }

    @Test func theFileIsWrittenFromItsOwnFolderAndNeverOverAnother() throws {
        let place = try Workplace()
        try place.write("exports/a.csv", Exports.csv.joined(separator: "\n") + "\n")
        try place.write("pipelines/x", "")
        for path in ["pipeline.yaml", "exports/pipeline.yaml", "pipelines/pipeline.yaml"] {
            let drafted = try place.aidstats("init", "exports/a.csv", "--output", path)
            #expect(drafted.exitCode == 0 && drafted.outputText.isEmpty, "\(drafted.errorText)")
            let run = try place.aidstats("run", path, "--output", "out")
            #expect(run.exitCode == 0, "\(path) \(run.errorText)")
        }
        #expect(try place.text("exports/pipeline.yaml").contains("files: [\"a.csv\"]"))
        #expect(try place.aidstats("init", "exports/a.csv", "--output", "pipeline.yaml").exitCode == 73)
        #expect(try place.aidstats("init", "exports/none.csv", "--output", "new.yaml").exitCode != 0)
        #expect(!FileManager.default.fileExists(atPath: place.path + "/new.yaml"))
    }

    // MARK: What cannot be known

    @Test func numbersOfLinesAndWorkersAreNoClaimNumbersAndNoIDs() throws {
        let place = try Workplace()
        let records = Self.claims.enumerated().map { "\($0 + 1),G\(100 + $1.person),\($1.day),\($1.amount)" }
        try place.write("a.csv", (["序号,工号,打款日期,互助金额"] + records).joined(separator: "\n") + "\n")
        let drafted = try place.aidstats("init", "a.csv", "--lang", "en", "--name", "aid").outputText
        #expect(!drafted.contains("\n  claim:") && drafted.contains("序号 numbers the lines"), "\(drafted)")
        #expect(
            drafted.contains("person: { from: [], type: text }") && drafted.contains("choose from: 工号"), "\(drafted)")
        try place.write("pipeline.yaml", drafted)
        let lint = try place.aidstats("lint", "pipeline.yaml", "--lang", "en")
        #expect(lint.exitCode == 78)
        #expect(
            lint.outputText.contains("“fields.person.from” names no column yet")
                && lint.outputText.contains("choose from: 工号"), "\(lint.outputText)")
    }

    @Test func aFootNoteIsNoRecordAndNoState() throws {
        let place = try Workplace()
        let lines = Exports.csv + ["注：本表含补发,,,,,,", "备注：2 条更正,,,,,,", "说明,,,,,,"]
        try place.write("a.csv", lines.joined(separator: "\n") + "\n")
        let inspected = try place.aidstats("inspect", "a.csv", "--lang", "en").outputText
        let last = lines.count
        #expect(inspected.contains("2 foot notes (line \(last - 2), \(last - 1))"), "\(inspected)")
        let drafted = try place.aidstats("init", "a.csv", "--lang", "en", "--name", "aid").outputText
        #expect(!drafted.contains("undecided"), "\(drafted)")
    }
}
