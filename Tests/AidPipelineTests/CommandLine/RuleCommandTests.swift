import Foundation
import TestSupport
import Testing

/// The programme's rules: from a pipeline file and exports to the report, the owner's list, and `rules`.
struct RuleCommandTests {
    private struct Report: Decodable {
        struct Tally: Decodable, Equatable { let recipients, claims, paidMinor, dueMinor: Int }
        struct Line: Decodable {
            let outcome: String
            let cause: String?
            let figures: Tally?
            let suppressed: String?
        }
        struct Below: Decodable { let figures: Tally? }
        struct Band: Decodable { let recipients: Int? }
        struct Rules: Decodable {
            let outcomes: [Line]
            let belowDeductible: Below
            let yearCapMinor: Int?
            let bands: [Band]?
        }
        let rules: Rules?

        /// `over year-cap 1 2 30000 10000`, of what is there.
        var lines: [String] {
            (rules?.outcomes ?? []).filter { $0.figures?.claims != 0 }.map { line in
                let figures = line.figures.map { "\($0.recipients) \($0.claims) \($0.paidMinor) \($0.dueMinor)" }
                return "\(line.outcome)\(line.cause.map { " " + $0 } ?? "") \(figures ?? line.suppressed ?? "")"
            }
        }
    }

    /// A half, of inpatient care less 100; no more than 500 a person and year.
    private static let rules = """
        rules:
          care: care
          yearCap: [{ from: 2012-05-01, amount: 500 }]
          kinds:
            - care: [住院]
              terms: [{ from: 2012-05-01, deductible: { amount: 100, per: claim }, brackets: [{ share: 50% }] }]
            - terms: [{ from: 2012-05-01, brackets: [{ share: 50% }], rounding: { to: 1, mode: down } }]

        """
    private static let header = "赔付编号,身份证号,打款日期,互助金额,状态,就诊类型,自付一"

    private static func place(
        _ lines: [String], rules: String = rules, minGroup: Int = 0, more: [String] = []
    ) throws -> Workplace {
        let place = try Workplace()
        try place.write(
            "pipeline.yaml",
            Exports.pipeline(fields: "  basis: { from: [自付一, \"自付一（万元）\"] }\n")
                .replacing("minGroup: 0", with: "minGroup: \(minGroup)") + rules)
        try place.write("exports/a.csv", ([header] + lines).joined(separator: "\n") + "\n")
        if !more.isEmpty { try place.write("exports/b.csv", more.joined(separator: "\n") + "\n") }
        return place
    }

    private static func report(_ place: Workplace, _ arguments: [String] = []) throws -> Report {
        let ending = try Executable.run(["run", "pipeline.yaml", "--quarter", "2023Q2"] + arguments, in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
    }

    private static let lines = [
        // 300, then 200 of 300 are left by the year's cap; the year before has one of its own.
        "HZ1,\(Persons.first.id),2022-12-31,500.00,已打款,门诊,1000.00",
        "HZ2,\(Persons.first.id),2023-01-01,300.00,已打款,门诊,600.00",
        "HZ3,\(Persons.first.id),2023-04-05,300.00,已打款,门诊,600.00",
        // The deductible was forgotten.
        "HZ4,\(Persons.second.id),2023-05-05,100.00,已打款,住院,200.00",
        // Rounded otherwise; paid as agreed; nothing left behind the deductible; no basis.
        "HZ5,\(Persons.second.id),2023-05-06,10.50,已打款,门诊,21.00",
        "HZ6,\(Persons.third.id),2023-05-06,10.00,已打款,门诊,21.00",
        "HZ7,\(Persons.third.id),2023-05-07,5.00,已打款,住院,99.00",
        "HZ8,\(Persons.third.id),2023-05-08,5.00,已打款,住院,",
    ]

    @Test("A basis that cannot be understood, or is below zero, is told; one that is not there is not")
    func unreadBases() throws {
        let place = try Self.place([
            "HZ1,\(Persons.first.id),2023-04-05,3.00,已打款,门诊,一百",
            "HZ2,\(Persons.first.id),2023-04-06,3.00,已打款,门诊,-6.00",
            "HZ3,\(Persons.second.id),2023-04-07,3.00,已打款,门诊,",
            "HZ4,\(Persons.second.id),2023-04-08,3.00,已打款,门诊,—",
            "HZ5,\(Persons.third.id),2023-04-09,3.00,已打款,门诊,6.00",
            "HZ6,\(Persons.third.id),2023-04-09,3.00,待审核,门诊,一百",
        ])
        let ending = try Executable.run(
            ["run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en"], in: place.path)
        #expect(ending.exitCode == 0)
        #expect(
            ending.errorText.contains("[unread-bases]") && ending.errorText.contains("of 2 claims"),
            "\(ending.errorText)")
        #expect(try Self.report(place).lines.contains { $0.hasPrefix("unjudged") && $0.contains(" 4 1200") })
        let clean = try Self.place(["HZ5,\(Persons.third.id),2023-04-09,3.00,已打款,门诊,6.00"])
        let quiet = try Executable.run(["run", "pipeline.yaml", "--quarter", "2023Q2"], in: clean.path)
        #expect(quiet.exitCode == 0 && !quiet.errorText.contains("[unread-bases]"))
    }

    @Test("Every claim of the quarter has its outcome and cause, with the year's cap counted from 1 January")
    func outcomes() throws {
        let place = try Self.place(Self.lines)
        let report = try Self.report(place)
        #expect(
            report.lines == [
                "agreeing 1 1 1000 1000", "over rounding 1 1 1050 1000", "over year-cap 1 1 30000 20000",
                "over deductible 1 1 10000 5000", "over other 1 1 500 0", "unjudged no-basis 1 1 500 0",
            ])
        #expect(report.rules?.belowDeductible.figures == .init(recipients: 1, claims: 1, paidMinor: 500, dueMinor: 0))
        #expect(report.rules?.yearCapMinor == 50_000)
        // Of the year to date: 600, 110.50 and 20 of 500.
        #expect(report.rules?.bands?.map(\.recipients) == [2, 0, 0, 0, 0, 1])
        let csv = try place.text("reports/aid/2023Q2/rules.csv")
        #expect(
            csv.split(separator: "\r\n").dropFirst().prefix(2) == [
                "\"HZ3\",\"exports/a.csv\",2023-04-05,\"门诊\",600.00,300.00,200.00,100.00,year-cap",
                "\"HZ4\",\"exports/a.csv\",2023-05-05,\"住院\",200.00,100.00,50.00,50.00,deductible",
            ])
        let attributes = try FileManager.default.attributesOfItem(atPath: place.path + "/reports/aid/2023Q2/rules.csv")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("按规则复算") && !markdown.contains("HZ3"))
        // No person is in the list.
        for person in Persons.all { #expect(!csv.contains(person.id) && !csv.contains(person.name)) }
    }

    @Test("A reversal frees the cap for the claims behind it, and a correction takes a claim into another year")
    func corrections() throws {
        let place = try Self.place(
            Self.lines,
            more: [
                Self.header + ",原赔付编号", "R1,\(Persons.first.id),2023-06-01,300.00,冲正,门诊,,HZ2",
                "HZ4,\(Persons.second.id),2022-05-05,100.00,已打款,住院,200.00,",
                // Only the basis is corrected: then that counts.
                "HZ6,\(Persons.third.id),2023-05-06,10.00,已打款,门诊,40.00,",
            ])
        let report = try Self.report(place)
        #expect(
            report.lines == [
                "agreeing 1 1 30000 30000", "over rounding 1 1 1050 1000", "over other 1 1 500 0",
                "under other 1 1 1000 2000", "unjudged no-basis 1 1 500 0",
            ])
        #expect(report.rules?.bands?.map(\.recipients) == [2, 1, 0, 0, 0, 0])
    }

    @Test("Few people are told in no line, nor in what follows of the others")
    func smallLines() throws {
        let many = (0..<12).map { "A\($0),\(Self.person($0)),2023-04-06,50.00,已打款,门诊,100.00" }
        let rounded = (12..<26).map { "B\($0),\(Self.person($0)),2023-04-06,50.00,已打款,门诊,98.00" }
        let place = try Self.place(Self.lines + many + rounded, minGroup: 5)
        // Where a kind of care is hidden, no line is shown at all.
        let hidden = try Self.report(place)
        #expect(
            hidden.lines.allSatisfy { $0.hasSuffix("small") || $0.hasSuffix("complement") || $0.hasSuffix(" 0 0 0 0") })
        let pipeline = try place.text("pipeline.yaml").replacing("breakdowns: [care]", with: "breakdowns: []")
        try place.write("pipeline.yaml", pipeline)
        let report = try Self.report(place)
        let shown = report.lines.filter { !$0.hasSuffix("small") && !$0.hasSuffix("complement") }
        #expect(shown == ["over rounding 15 15 71050 69600"])
        #expect(report.lines.contains("agreeing complement") && report.lines.contains("over year-cap small"))
        #expect(report.rules?.belowDeductible.figures == nil)
        #expect(report.rules?.bands?.map(\.recipients) == [nil, 0, 0, 0, 0, nil])
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("| 多付 | 舍入 | 15 | 15 |") && !markdown.contains("基数未超过起付线"))
    }

    private static func person(_ number: Int) -> String {
        "11010119800301\(100 + number)X".rechecked
    }

    @Test("Without rules the list of an earlier run goes")
    func listGoes() throws {
        let place = try Self.place(Self.lines)
        _ = try Self.report(place)
        try place.write("pipeline.yaml", Exports.pipeline())
        #expect(try Self.report(place).rules == nil)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path + "/reports/aid/2023Q2")
        #expect(left.contains("rejects.csv") && !left.contains("rules.csv"))
    }

    @Test("A column of the basis may say its unit")
    func unit() throws {
        let place = try Self.place(
            [],
            more: [
                Self.header.replacing("自付一", with: "自付一（万元）"), "HZ1,\(Persons.first.id),2023-04-05,100.00,已打款,门诊,0.02",
            ])
        #expect(try Self.report(place).lines == ["agreeing 1 1 10000 10000"])
    }

    @Test("What other rules would have cost, over a span, from a file of nothing but rules")
    func whatIf() throws {
        let place = try Self.place(Self.lines)
        try place.write(
            "other.yaml",
            Self.rules.replacing("amount: 500", with: "amount: 450").replacing("amount: 100,", with: "amount: 50,"))
        let ending = try Executable.run(
            ["rules", "pipeline.yaml", "--with", "other.yaml", "--from", "2023-01-01", "--format", "csv"],
            in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        #expect(
            ending.outputText.split(whereSeparator: \.isNewline).map(String.init) == [
                "field,group,recipients,claims,paidMinor,dueMinor,otherDueMinor,more,less,same,newlyHelped,noLongerHelped,withheld",
                ",,3,6,72550,57000,56950,2,1,0,0,0,",
                "\"care\",\"住院\",2,2,10500,5000,9950,2,0,0,1,0,",
                "\"care\",\"门诊\",3,4,62050,52000,47000,0,1,2,0,0,",
            ])
        let text = try Executable.run(
            ["rules", "pipeline.yaml", "--with", "other.yaml", "--lang", "zh"], in: place.path)
        #expect(text.outputText.contains("另有1笔没有基数") && text.outputText.contains("2022-12-31 至 2023-05-08"))
        #expect(try !FileManager.default.contentsOfDirectory(atPath: place.path).contains("reports"))
    }

    @Test("Rules that are wrong, missing, or tell kinds of care apart otherwise are refused with 78")
    func wrongRules() throws {
        let place = try Self.place(Self.lines)
        for (text, code) in [
            ("name: x\n", "no-rules"), (Self.rules.replacing("50%", with: "150%"), "bad-share"),
            (Self.rules.replacing("care: care", with: "care: distict"), "unknown-field"), ("- 1\n", "not-a-mapping"),
        ] {
            try place.write("other.yaml", text)
            let ending = try Executable.run(
                ["rules", "pipeline.yaml", "--with", "other.yaml", "--log-format", "json"], in: place.path)
            #expect(ending.exitCode == 78)
            #expect(
                ending.errorText.contains("other.yaml") && ending.outputText.isEmpty, "\(code): \(ending.errorText)")
        }
        let backwards = try Executable.run(
            ["rules", "pipeline.yaml", "--with", "other.yaml", "--from", "2023-02-01", "--through", "2023-01-01"],
            in: place.path)
        #expect(backwards.exitCode == 64)
    }
}
