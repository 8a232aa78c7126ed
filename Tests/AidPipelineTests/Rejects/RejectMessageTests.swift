import Foundation
import TestSupport
import Testing

/// What users read of rejected records: of a run that is refused, on the terminal, and in the report.
@Suite struct RejectMessageTests {
    private static func record(
        _ number: Int, person: String = Persons.first.id, day: String = "2023-04-05", amount: String = "10.00",
        state: String = "已打款"
    ) -> String {
        "R\(number),\(person),\(day),\(amount),\(state),门诊,某人"
    }

    private static let lines =
        Exports.csv
        + [record(1, state: "已作废"), record(2, state: "已作废"), record(3, state: "退回"), record(4, state: "王小明")]
        + ["45021", "45021", "45022", "45023", "45024"].enumerated().map { record(10 + $0, day: $1) }
        + [record(20, person: "E12345678"), record(21, person: "欧阳测试甲"), "R22,x"]

    private static func messages(_ place: Workplace) throws -> [(zh: String, en: String)] {
        let json = try JSONSerialization.jsonObject(with: Data(try place.bytes("reports/aid/2023Q2/report.json")))
        let findings = try #require((json as? [String: Any])?["findings"] as? [[String: Any]])
        return findings.compactMap { finding in
            guard let message = finding["message"] as? [String: String], let zh = message["zh"], let en = message["en"]
            else { return nil }
            return (zh, en)
        }
    }

    private static let told = [
        [
            "4 records: A status that the pipeline file does not list; “已作废” (2)", "“退回” (1)", "“王*明” (1)",
            "count.status",
        ],
        ["5 records: ", "“45021” (2), “45022” (1), “45023” (1), and 1 more values", "spreadsheet's serial date"],
        ["2 records: ", "“E*******8” (1)", "otherDocuments: accept (1)", "a name seems to stand where an ID does"],
        ["1 record: ", "“2 fields, expected 7”", "without quotes"],
    ]

    @Test func aRunThatIsRefusedSaysWhatWhyAndHow() throws {
        let place = try Workplace.ready(Self.lines)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 65)
        for (code, parts) in zip(["unknown-status", "bad-date", "bad-person", "malformed-record"], Self.told) {
            let line = try #require(run.errorLines.first { $0.hasSuffix("[\(code)]") }, "\(run.errorText)")
            for part in parts { #expect(line.contains(part), "\(part): \(line)") }
            #expect(line.contains("likely cause: ") && line.contains("exports/a.csv:"), "\(line)")
        }
        #expect(
            run.errorText.contains(
                "12 of 17 records (70.59%) cannot be counted, past quality.maxRejected, which is 0.1%, here 0"))
        // The causes come first, and to let most of all pass is not what is offered.
        #expect(run.errorLines.last?.hasSuffix("[too-many-rejects]") == true, "\(run.errorText)")
        #expect(!run.errorText.contains("write quality"))
        #expect(!run.errorText.contains("王小明") && !run.errorText.contains("E12345678"))

        let chinese = try place.aidstats("run", "pipeline.yaml", "--lang", "zh")
        #expect(chinese.errorText.contains("“已作废”（2）、") && chinese.errorText.contains("像是电子表格的日期序号"))
        #expect(chinese.errorText.contains("“有 2 个字段，应为 7 个”"))
        for line in chinese.errorLines { #expect(line.unicodeScalars.contains { $0.properties.isIdeographic }) }
    }

    /// How to raise the limit is said where few are rejected, and is enough, and no more than that.
    @Test(arguments: [1, 9, 10, 11])
    func theLimitIsRaisedAsItSays(count: Int) throws {
        let sound = (0..<count * 19).map { Self.record(100 + $0) }
        let lines = Exports.csv + sound + (0..<count).map { Self.record($0, day: "2023-02-30") }
        let place = try Workplace.ready(lines)
        let refused = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(refused.exitCode == 65)
        let match = try #require(try /write (quality: \{ maxRejected: .* \}) \[/.firstMatch(in: refused.errorText))
        let quality = match.1.dropLast(1) + ", minGroup: 0 }"
        try place.write(
            "pipeline.yaml", Exports.pipeline().replacing("quality: { maxRejected: 0.1%, minGroup: 0 }", with: quality))
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0, "\(run.errorText)")
        try place.write("exports/a.csv", (lines + [Self.record(99, day: "2023-02-30")]).joined(separator: "\n") + "\n")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 65)
    }

    @Test func theReportAndTheTerminalSayTheSame() throws {
        let place = try Workplace.ready(Self.lines)
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0, "\(run.errorText)")
        let messages = try Self.messages(place)
        for parts in Self.told {
            let message = try #require(messages.first { $0.en.hasPrefix(parts[0]) }, "\(messages.map(\.en))")
            for part in parts { #expect(message.en.contains(part), "\(part): \(message.en)") }
            #expect(run.errorText.contains(message.en))
            #expect(message.zh.contains("可能的原因："))
        }
        let rejects = try place.text("reports/aid/2023Q2/rejects.csv")
        #expect(rejects.contains("unknown-status,\"已作废\"") && rejects.contains("unknown-status,\"王*明\""))
        #expect(rejects.contains("malformed-record,\"有 2 个字段，应为 7 个\""))
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%") + "language: en\n")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        #expect(
            try place.text("reports/aid/2023Q2/rejects.csv").contains("malformed-record,\"2 fields, expected 7\""))
    }

    /// With a register the same is said of exports that are not read again.
    @Test func aRegisterSaysTheSameAgain() throws {
        let place = try Workplace.ready(Self.lines)
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let report = try Self.messages(place).map(\.en)
        try place.write(
            "pipeline.yaml", Exports.pipeline(maxRejected: "100%") + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        for _ in 1...2 {
            #expect(try place.aidstats("run", "pipeline.yaml", "--output", "reports").exitCode == 0)
            #expect(try Self.messages(place).map(\.en) == report)
        }
    }

    @Test("A few records pass whatever their share, if the pipeline file says so")
    func smallUnionsCanRun() throws {
        let place = try Workplace.ready(Exports.csv + [Self.record(1, day: "45021"), Self.record(2, day: "45021")])
        for (allowance, exitCode) in [
            ("{ share: 0.1%, records: 2 }", 0), ("{ records: 2 }", 0), ("{ share: 30% }", 0),
            ("{ share: 0.1%, records: 1 }", 65), ("{ share: 28%, records: 1 }", 65), ("{ share: 29%, records: 1 }", 0),
        ] as [(String, Int32)] {
            try place.write("pipeline.yaml", Exports.pipeline(maxRejected: allowance))
            let run = try place.aidstats("run", "pipeline.yaml")
            #expect(run.exitCode == exitCode, "\(allowance): \(run.errorText)")
        }
    }
}
