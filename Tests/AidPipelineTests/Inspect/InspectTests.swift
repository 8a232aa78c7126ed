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

    private static func lines(dates form: (_ year: Int, _ month: Int, _ day: Int) -> String) -> String {
        lines("赔付编号,身份证号,姓名,打款日期,互助金额,状态,就诊类型").replacing(/(\d{4})-(\d\d)-(\d\d)/) {
            form(Int($0.1) ?? 0, Int($0.2) ?? 0, Int($0.3) ?? 0)
        }
    }

    /// A way to write the days of six claims, and what `init` says of it.
    struct Dates: CustomTestStringConvertible {
        let forms: String
        let reason: String
        let form: @Sendable (Int, Int, Int) -> String
        var testDescription: String { forms }
    }

    @Test(
        "Forms of dates with several readings are written where the values decide",
        arguments: [
            Dates(
                forms: "\"d/m/yyyy\"",
                reason: "6 values are d/m/yyyy: in any other form, at least 4 of them are no dates"
            ) {
                "\($2)/\($1)/\($0)"
            },
            Dates(
                forms: "\"m/d/yyyy\"",
                reason: "6 values are m/d/yyyy: in any other form, at least 4 of them are no dates"
            ) {
                "\($1)/\($2)/\($0) 9:30"
            },
            Dates(
                forms: "\"yy/m/d\"", reason: "6 values are yy/m/d: in any other form, at least 2 of them are no dates"
            ) {
                "\($0 % 100)/\($1)/\($2)"
            },
            Dates(
                forms: "\"yy/m/d\"", reason: "6 values are yy/m/d: as d/m/yy, their years would run from 2005 to 2029"
            ) { "\($0 % 100).0\($1).\($2 < 10 ? "0" : "")\($2)" },
            Dates(forms: "\"d-mon-yy\"", reason: "6 values are d-mon-yy, and nothing else") {
                "\($2)-\($1)月-\($0 % 100)"
            },
        ])
    func datesThatTheValuesDecide(_ dates: Dates) throws {
        let place = try Workplace()
        try place.write("export.csv", Self.lines(dates: dates.form))
        let drafted = try place.aidstats("init", "export.csv", "--name", "aid", "--lang", "en").outputText
        #expect(drafted.contains("dateForms: [\(dates.forms)]") && drafted.contains(dates.reason), "\(drafted)")
        try place.write("pipeline.yaml", drafted)
        let run = try place.aidstats("run", "pipeline.yaml")
        #expect(run.exitCode == 0, "\(run.errorText)\n\(drafted)")
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(report.contains("\"recipients\": 3,\n    \"personTimes\": 5,\n    \"amountMinor\": 21000\n"))
    }

    @Test("Forms that nothing decides are left to a person", arguments: ["undecided", "mixed"])
    func datesThatNothingDecides(kind: String) throws {
        let place = try Workplace()
        try place.write(
            "export.csv",
            Self.lines {
                // Days up to the twelfth are months as well; the 29th is none, and then comes one the other way round.
                if kind == "mixed", $2 == 29 { return "\($2)/\($1)/\($0)" }
                return kind == "mixed" && $2 > 12 ? "\($1)/\($2)/\($0)" : "\($2 % 10 + 1)/\($1)/\($0)"
            })
        let drafted = try place.aidstats("init", "export.csv", "--name", "aid", "--lang", "en").outputText
        #expect(drafted.contains("dateForms: [\"d/m/yyyy\", \"m/d/yyyy\"]"), "\(drafted)")
        #expect(
            drafted.contains(
                kind == "mixed" ? "no form reads all of 6 values" : "nothing tells which of these forms 6 values are in"
            ))
        try place.write("pipeline.yaml", drafted)
        let lint = try place.aidstats("lint", "pipeline.yaml")
        #expect(lint.exitCode == 78 && lint.outputText.contains("[forms-contradict]"), "\(lint.outputText)")
    }

    /// Claims with several days, of which each is later than the one before.
    private static func lines(days names: [String]) -> String {
        let rows = (0..<6).map { claim in
            let person = people[claim % people.count]
            let days = names.indices.map { "2023-0\($0 + 1)-1\(claim)" }
            return (["A000\(claim)", person.id, "10.00"] + days).joined(separator: ",")
        }
        return ((["赔付编号,身份证号,互助金额"] + names).joined(separator: ",") + "\r\n") + rows.joined(separator: "\r\n") + "\r\n"
    }

    @Test(
        "The day of the payment comes before that of the decision, and that of the application is none",
        arguments: [
            (["提交时间", "审核时间", "到账时间"], "到账时间"), (["申请日期", "支付日期"], "支付日期"), (["报案时间", "打款日期", "更新时间"], "打款日期"),
            (["就诊日期", "提交时间", "结算日期", "拨付日期"], "拨付日期"), (["提交时间", "审核时间"], "审核时间"), (["就诊日期", "结算日期"], "结算日期"),
            (["applyTime", "approveTime", "payTime"], "payTime"), (["submitDate", "auditDate"], "auditDate"),
            (["申请日期", "日期"], "日期"), (["付款申请日期", "付款日期"], "付款日期"),
            (["提交时间"], nil), (["申请日期", "受理时间"], nil), (["就诊日期"], nil), (["出院日期", "登记时间"], nil), (["create_time"], nil),
            (["审核时间", "日期"], nil), (["审核时间", "结案日期"], nil),
        ] as [([String], String?)])
    func payments(names: [String], chosen: String?) throws {
        let place = try Workplace()
        try place.write("export.csv", Self.lines(days: names))
        let drafted = try place.aidstats("init", "export.csv", "--name", "aid", "--lang", "en").outputText
        #expect(
            drafted.contains("paidOn: { from: [\(chosen.map { $0.contains("_") ? "\"\($0)\"" : $0 } ?? "")]"),
            "\(drafted)")
        let isDecision = ["审核", "结算", "audit"].contains { chosen?.hasPrefix($0) ?? false }
        #expect(drafted.contains("this one is of the decision: check it") == isDecision, "\(drafted)")
        try place.write("pipeline.yaml", drafted)
        #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == (chosen == nil ? 78 : 0), "\(drafted)")
    }

    @Test("A day of treatment is proposed, and counts for nothing before it is wanted")
    func treatment() throws {
        let place = try Workplace()
        try place.write("export.csv", Self.lines(days: ["出院日期", "就诊日期", "提交时间", "打款日期"]))
        let drafted = try place.aidstats("init", "export.csv", "--name", "aid", "--lang", "en").outputText
        #expect(drafted.contains("  # treatedOn: { from: [就诊日期], type: date }"), "\(drafted)")
        try place.write("pipeline.yaml", drafted)
        #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--output", "plain").exitCode == 0)
        let wanted = drafted.replacing("# treatedOn", with: "treatedOn").replacing("# measures", with: "measures")
        #expect(wanted != drafted)
        try place.write("pipeline.yaml", wanted)
        let lint = try place.aidstats("lint", "pipeline.yaml")
        #expect(lint.exitCode == 0, "\(lint.outputText)")
        #expect(try place.aidstats("run", "pipeline.yaml", "--output", "measured").exitCode == 0)
        let (plain, measured) = (
            try place.text("plain/aid/2023Q2/report.json"), try place.text("measured/aid/2023Q2/report.json")
        )
        #expect(!plain.contains("days-to-payment") && measured.contains("days-to-payment"))
        // Where some files lack it, it is no must.
        try place.write("other.csv", Self.lines(days: ["申请日期", "打款日期"]))
        let both = try place.aidstats("init", "export.csv", "other.csv", "--name", "aid").outputText
        #expect(both.contains("# treatedOn: { from: [就诊日期], type: date, optional: true }"), "\(both)")
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
