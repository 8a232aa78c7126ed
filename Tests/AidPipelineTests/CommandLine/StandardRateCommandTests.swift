import Foundation
import TestSupport
import Testing

/// Direct standardisation: from a table of memberships with ages to report, page and tables.
@Suite("Standardised rates") struct StandardRateCommandTests {
    private struct Report: Decodable {
        struct Rate: Decodable {
            let recipients: Double?
            let why: String?
            let cells: Int?
        }
        struct Line: Decodable {
            let field, group: String?
            let crude: Double?
            let quarter: Rate
            let yearEarlier: Rate
        }
        struct Standard: Decodable {
            let by: [String]
            let quarter, file: String?
            let rates: [Line]
        }
        struct Members: Decodable { let standard: Standard? }
        struct Finding: Decodable { let code: String }
        let members: Members?
        let findings: [Finding]

        /// `甲 250.0 262.5 absent`: crude, standardised, and of the year earlier.
        var lines: [String] {
            (members?.standard?.rates ?? []).map { line in
                func told(_ rate: Rate) -> String { rate.recipients.map { "\($0)" } ?? rate.why ?? "" }
                return
                    "\(line.group ?? "–") \(line.crude.map { "\($0)" } ?? "–") \(told(line.quarter)) \(told(line.yearEarlier))"
            }
        }
    }

    private static func pipeline(_ standard: String, minGroup: Int) -> String {
        Exports.pipeline(
            breakdowns: "[union]",
            fields: """
                  union: { from: { table: members, column: [工会] }, type: category }
                  age: { from: { table: members, column: [年龄段] }, type: category, title: 年龄段 }

                """
        )
        .replacing("minGroup: 0", with: "minGroup: \(minGroup)")
        .replacing("  care:   { from: [就诊类型, CareType], type: category }\n", with: "")
        .replacing("type: resident-id, otherDocuments: reject, invalid: reject", with: "type: text")
        .replacing(
            "fields:\n",
            with: """
                tables:
                  members:
                    files: [members.csv]
                    key: { field: person, from: [身份证号] }
                fields:

                """, maxReplacements: 1)
            + "members: { table: members, source: 会籍系统, standard: \(standard) }\n"
    }

    /// 甲: ten young, ten old; 乙: five young, fifteen old. Aided of them are 2 and 3, 1 and 3.
    private static func place(_ standard: String, minGroup: Int = 0, weights: String? = nil) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline(standard, minGroup: minGroup))
        let rows = (0..<40).map { "P\($0),\($0 < 20 ? "甲" : "乙"),\($0 < 10 || (20..<25).contains($0) ? "青" : "老")" }
        try place.write("members.csv", (["身份证号,工会,年龄段"] + rows).joined(separator: "\n") + "\n")
        if let weights { try place.write("standard.csv", weights) }
        let people = Array(8...12) + [20] + Array(25...27)
        let claims = people.map { "C\($0),P\($0),2023-05-05,10.00,已打款" }
        try place.write("exports/a.csv", (["赔付编号,身份证号,打款日期,互助金额,状态"] + claims).joined(separator: "\n") + "\n")
        return place
    }

    private static func report(_ place: Workplace) throws -> Report {
        let ending = try Executable.run(["run", "pipeline.yaml", "--quarter", "2023Q2"], in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
    }

    @Test("For the programme's own members of a quarter, beside the crude rates")
    func ownMembers() throws {
        let place = try Self.place("{ by: [age], of: 2023Q2 }")
        try place.write(
            "pipeline.yaml",
            Self.pipeline("{ by: [age], of: 2023Q2 }", minGroup: 0) + "reports: [json, markdown, html, csv]\n")
        let report = try Self.report(place)
        // 甲: (15 · 2/10 + 25 · 3/10) ÷ 40; 乙: a fifth of either.
        #expect(report.lines == ["– 225.0 225.0 absent", "乙 200.0 200.0 absent", "甲 250.0 262.5 absent"])
        #expect(report.members?.standard?.by == ["age"] && report.members?.standard?.quarter == "2023Q2")
        let text = try place.text("reports/aid/2023Q2/report.md")
        #expect(text.contains("标准化：按年龄段") && text.contains("| 甲 | 250.00 | 262.50 |"))
        #expect(try place.text("reports/aid/2023Q2/report.html").contains("262.50"))
        let table = try place.text("reports/aid/2023Q2/tables/members.csv")
        #expect(table.contains("recipientsPerThousandStandardised,262.50,personsPerThousand"), "\(table)")
    }

    @Test("For a population from a file; a cell of it without members leaves no rate, and a finding")
    func givenPopulation() throws {
        let standard = "{ by: [age], weights: standard.csv, name: { zh: 一人一半, en: half and half } }"
        let place = try Self.place(standard, weights: "age,weight\n青,1\n老,1\n")
        let report = try Self.report(place)
        #expect(report.lines == ["– 225.0 220.0 absent", "乙 200.0 200.0 absent", "甲 250.0 250.0 absent"])
        #expect(report.members?.standard?.file == "standard.csv")
        #expect(!report.findings.contains { $0.code.hasPrefix("standard-cells") })
        // The old of either union are in no rate then.
        try place.write("standard.csv", "age,weight\n青,1\n")
        let young = try Self.report(place)
        #expect(
            young.lines == ["– 225.0 200.0 absent", "乙 200.0 200.0 absent", "甲 250.0 200.0 absent"], "\(young.lines)")
        #expect(young.findings.contains { $0.code == "standard-cells-unweighted" })
        try place.write("standard.csv", "age,weight\n青,1\n老,1\n童,\"1,000\"\n")
        let empty = try Self.report(place)
        #expect(empty.lines.allSatisfy { $0.hasSuffix("noMembers absent") }, "\(empty.lines)")
        #expect(empty.findings.contains { $0.code == "standard-cells-empty" })
    }

    @Test("Few people of a cell withhold the rate, and so does what would tell of them")
    func fewPeople() throws {
        let report = try Self.report(try Self.place("{ by: [age], of: 2023Q2 }", minGroup: 3))
        // Of 甲 two were young, of 乙 one.
        #expect(report.lines == ["– 225.0 225.0 absent", "乙 200.0 withheld absent", "甲 250.0 withheld absent"])
    }

    /// 甲 is alone in its street, and so is 丁; 乙 is not.
    @Test("What one breakdown withholds, another with the same people does not tell")
    func samePeople() throws {
        let place = try Self.place("{ by: [age], of: 2023Q2 }", minGroup: 3)
        let unions = [("甲", "东街"), ("乙", "西街"), ("丁", "南街"), ("己", "西街")]
        // Of each union ten young and ten old members.
        let rows = (0..<80).map { number in
            let (union, street) = unions[number / 20]
            return "P\(number),\(union),\(number % 20 < 10 ? "青" : "老"),\(street)"
        }
        try place.write("members.csv", (["身份证号,工会,年龄段,街道"] + rows).joined(separator: "\n") + "\n")
        // 甲: four and four. 乙: one young and three old. 丁: five and five. 己: five and four.
        let people = [0...3, 10...13, 20...20, 30...32, 40...44, 50...54, 60...64, 70...73].flatMap { $0 }
        let claims = people.map { "C\($0),P\($0),2023-05-05,10.00,已打款" }
        try place.write("exports/a.csv", (["赔付编号,身份证号,打款日期,互助金额,状态"] + claims).joined(separator: "\n") + "\n")
        try place.write(
            "pipeline.yaml",
            Self.pipeline("{ by: [age], of: 2023Q2 }", minGroup: 3)
                .replacing("breakdowns: [union]", with: "breakdowns: [union, street]")
                .replacing(
                    "  age: {", with: "  street: { from: { table: members, column: [街道] }, type: category }\n  age: {"))
        let lines = try Self.report(place).lines
        func isWithheld(_ group: String) throws -> Bool {
            try #require(lines.first { $0.hasPrefix("\(group) ") }).contains(" withheld ")
        }
        // 乙 for its young one, 甲 as the smallest besides, and so 甲's street; 南街 as the smallest beside that, and so 丁.
        for group in ["乙", "甲", "东街", "南街", "丁"] { #expect(try isWithheld(group), "\(group): \(lines)") }
        for group in ["己", "西街"] { #expect(try !isWithheld(group), "\(group): \(lines)") }
    }

    @Test("What is wrong is told before anything is read")
    func wrong() throws {
        func codes(_ standard: String, weights: String? = nil) throws -> String {
            let lint = try Self.place(standard, weights: weights).aidstats("lint", "pipeline.yaml")
            #expect(lint.exitCode == 78)
            return lint.outputText + lint.errorText
        }
        #expect(try codes("{ by: [age] }").contains("[standard-of-nothing]"))
        #expect(
            try codes("{ by: [age], of: 2023Q2, weights: standard.csv }", weights: "age,weight\n青,1\n").contains(
                "[standard-twice]"))
        #expect(
            try codes("{ by: [age], weights: standard.csv }", weights: "age,weight\n青,1\n").contains(
                "[standard-without-name]"))
        #expect(try codes("{ by: [ages], of: 2023Q2 }").contains("[standard-field]"))
        #expect(try codes("{ by: [paidOn], of: 2023Q2 }").contains("[standard-field]"))
        for weights in [
            "age,count\n青,1\n", "age,weight\n青,0\n", "age,weight\n青,1\n青,2\n", "age,weight\n青,1", "age,weight\n",
        ] {
            let text = try codes("{ by: [age], weights: standard.csv, name: x }", weights: weights)
            #expect(text.contains("standard.csv:"), "\(weights) \(text)")
        }
        #expect(try codes("{ by: [age], weights: standard.csv, name: x }").contains("standard.csv"))
    }
}
