import Foundation
import TestSupport
import Testing

/// `inspect` and `init` as people start them.
@Suite struct InspectTests {
    private static let samples = ["claims-2023Q2.csv", "claims-2023Q1.csv", "claims-2022Q2.xml"].map {
        "sample-input/" + $0
    }

    private func sampled(_ command: String, _ more: String...) throws -> String {
        let ending = try Executable.run([command] + Self.samples + more, in: Readme.root.path)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        // No value that may be a person's.
        #expect(!ending.outputText.contains(/[0-9]{15}/))
        return ending.outputText
    }

    @Test(arguments: ["zh", "en"])
    func theSampleIsSeenAsRecorded(language: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")
        try GoldenFile.compare(
            try sampled("inspect", "--lang", language), with: folder.appending(path: "inspect.\(language).txt"))
        try GoldenFile.compare(
            try sampled("init", "--lang", language), with: folder.appending(path: "pipeline.\(language).yaml"))
        if language == "en" {
            try GoldenFile.compare(
                try sampled("inspect", "--format", "json"), with: folder.appending(path: "inspect.json"))
        }
    }

    private static let people = Persons.all

    /// Six claims of three people in two quarters; one is pending.
    private static func lines(_ header: String, separator: String = ",", paid: String = "已打款", pending: String = "待审核")
        -> String
    {
        let rows = [
            ("A0001", 0, "2023-04-05", "100.00", paid, "门诊"), ("A0002", 1, "2023-04-06", "50.50", paid, "住院"),
            ("A0003", 0, "2023-05-16", "20.00", paid, "门诊"), ("A0004", 2, "2023-05-26", "30.00", paid, "门诊"),
            ("A0005", 1, "2023-06-26", "40.00", pending, "住院"), ("A0006", 2, "2023-06-29", "9.50", paid, "住院"),
        ]
        let body = rows.map { claim, person, day, amount, state, care in
            [claim, people[person].id, people[person].name, day, amount, state, care].joined(separator: separator)
        }
        return ([header.replacing(",", with: separator)] + body).joined(separator: "\r\n") + "\r\n"
    }

    /// What `init` writes is run as it is, and gives the right figures.
    @Test(arguments: [
        ("赔付编号,身份证号,姓名,打款日期,互助金额,状态,就诊类型", ","), ("ClaimNo,IdNo,Name,PaidDate,AidAmount,Status,CareType", ","),
        ("BH,SFZH,XM,DKRQ,JE,ZT,LB", "\t"), ("单号（必填）,证件号码,职工姓名,支付时间,金额（元）,审核状态,类别", ";"),
        (" 报销编号 ,公民身份号码,姓 名,到账日期,报销金额(元),当前状态,就诊 类型", "|"),
    ])
    func whatInitWritesRunsAsItIs(header: String, separator: String) throws {
        let place = try Workplace()
        try place.write("export.csv", Self.lines(header, separator: separator))
        let drafted = try place.aidstats("init", "export.csv", "--name", "aid")
        #expect(drafted.exitCode == 0, "\(drafted.errorText)")
        for person in Self.people {
            #expect(!drafted.outputText.contains(person.id) && !drafted.outputText.contains(person.name))
        }
        try place.write("pipeline.yaml", drafted.outputText)
        let lint = try place.aidstats("lint", "pipeline.yaml")
        #expect(lint.exitCode == 0, "\(lint.outputText)\n\(drafted.outputText)")
        let run = try place.aidstats("run", "pipeline.yaml")
        #expect(run.exitCode == 0, "\(run.errorText)\n\(drafted.outputText)")
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(
            report.contains("\"recipients\": 3,\n    \"personTimes\": 5,\n    \"amountMinor\": 21000\n"),
            "\(drafted.outputText)")
    }

    @Test func aStateThatNothingTellsIsLeftToAPerson() throws {
        let place = try Workplace()
        try place.write("export.csv", Self.lines("编号,身份证号,姓名,打款日期,金额,状态,类型", paid: "3", pending: "1"))
        let drafted = try place.aidstats("init", "export.csv", "--name", "aid").outputText
        #expect(drafted.contains("undecided: [\"3\", \"1\"]"), "\(drafted)")
        try place.write("pipeline.yaml", drafted)
        let lint = try place.aidstats("lint", "pipeline.yaml")
        #expect(lint.exitCode == 78 && lint.outputText.components(separatedBy: "[undecided-state]").count == 3)
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 78)
        try place.write(
            "pipeline.yaml",
            drafted.replacing("paid: []", with: "paid: [\"3\"]").replacing(
                "undecided: [\"3\", \"1\"]", with: "unpaid: [\"1\"]"))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
    }

    @Test func aFileWithoutPeopleSaysSo() throws {
        let place = try Workplace()
        try place.write("export.csv", "a,b\n1,x\n2,y\n")
        let drafted = try place.aidstats("init", "export.csv").outputText
        #expect(drafted.contains("person: { from: [], type: resident-id }"), "\(drafted)")
        try place.write("pipeline.yaml", drafted)
        #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == 78)
    }
}
