import Foundation
import TestSupport
import Testing

/// Members counted in a table of memberships: from its files to every document.
@Suite("Members counted in a table") struct MemberTableTests {
    private struct Report: Decodable {
        struct Rates: Decodable { let recipients, personTimes: Double }
        struct Line: Decodable {
            let quarter: String
            let members: Int
            let retained: Int?
            let perThousand: Rates?
        }
        struct Group: Decodable {
            struct Rate: Decodable {
                let members: Int
                let perThousand: Rates?
            }
            let group: String
            let quarter: Rate?
        }
        struct Breakdown: Decodable {
            let field: String
            let groups: [Group]
        }
        struct Members: Decodable {
            let table: String?
            let quarters: [Line]
            let breakdowns: [Breakdown]
        }
        struct Finding: Decodable { let code: String }
        let members: Members?
        let findings: [Finding]

        func groups(_ field: String) -> [String] {
            members?.breakdowns.first { $0.field == field }?.groups.compactMap { group in
                group.quarter.map {
                    "\(group.group) \($0.members) \($0.perThousand.map { "\($0.recipients)" } ?? "–")"
                }
            } ?? []
        }
    }

    private static func pipeline(minGroup: Int, breakdowns: String) -> String {
        Exports.pipeline(
            breakdowns: breakdowns,
            fields: """
                  union: { from: { table: members, column: [工会] }, type: category }
                  district: { from: { table: unions, column: [所属区] }, type: category }

                """
        )
        .replacing("minGroup: 0", with: "minGroup: \(minGroup)")
        .replacing(
            "fields:\n",
            with: """
                tables:
                  members:
                    files: [members.csv]
                    key: { field: person, from: [身份证号] }
                    from: [入会日期]
                    until: [转出日期]
                    retained: { from: [状态], values: [失业] }
                  unions:
                    files: [unions.csv]
                    key: { field: union, from: [工会] }
                    from: [起]
                fields:

                """, maxReplacements: 1)
            + "members: { table: members, source: { zh: 会籍系统, en: the memberships } }\n"
    }

    /// Rows of 40 people of nobody's number: a text stands for a person.
    private static func row(_ person: Int, _ rest: String) -> String { "P\(person),\(rest)" }

    private static func place(
        minGroup: Int = 0, breakdowns: String = "[union, district, care]", _ rows: [String]
    ) throws -> Workplace {
        let place = try Workplace()
        try place.write(
            "pipeline.yaml",
            pipeline(minGroup: minGroup, breakdowns: breakdowns).replacing(
                "type: resident-id, otherDocuments: reject, invalid: reject", with: "type: text"))
        try place.write(
            "members.csv", (["身份证号,工会,入会日期,转出日期,状态"] + rows).joined(separator: "\n") + "\n")
        // 丙 comes to 西区 with the second quarter.
        try place.write("unions.csv", "工会,所属区,起\n甲,东区,\n乙,东区,\n丙,东区,\n丙,西区,2023-04-01\n")
        var claims = ["赔付编号,身份证号,打款日期,互助金额,状态,就诊类型"]
        for person in 0..<12 {
            claims.append("A\(person),P\(person),2022-06-0\(person % 9 + 1),10.00,已打款,门诊")
            claims.append("B\(person),P\(person + 10),2023-05-0\(person % 9 + 1),10.00,已打款,门诊")
        }
        try place.write("exports/a.csv", claims.joined(separator: "\n") + "\n")
        return place
    }

    /// 甲 has P0 to P19, 乙 P20 to P29, 丙 P30 to P39; P5 moves from 甲 to 乙 on the last day of June 2023, P6 on the day after,
    /// P7 has left on the day before and P8 on that day; P9 is unemployed since May.
    private static let rows: [String] = (0..<40).flatMap { person -> [String] in
        let union = person < 20 ? "甲" : person < 30 ? "乙" : "丙"
        switch person {
        case 5: return [row(5, "甲,2020-01-01,2023-06-29,在职"), row(5, "乙,2023-06-30,,在职")]
        case 6: return [row(6, "甲,2020-01-01,2023-06-30,在职"), row(6, "乙,2023-07-01,,在职")]
        case 7: return [row(7, "甲,2020-01-01,2023-06-29,在职")]
        case 8: return [row(8, "甲,2020-01-01,2023-06-30,在职")]
        case 9: return [row(9, "甲,2020-01-01,2023-04-30,在职"), row(9, "甲,2023-05-01,,失业")]
        default: return [row(person, "\(union),2020-01-01,,在职")]
        }
    }

    private static func report(_ place: Workplace, _ arguments: [String] = []) throws -> Report {
        let ending = try Executable.run(
            ["run", "pipeline.yaml", "--quarter", "2023Q2", "--output", "reports"] + arguments, in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
    }

    @Test("Each person once, as of the quarter's last day, by the groups that claims have")
    func counted() throws {
        let place = try Self.place(Self.rows)
        let report = try Self.report(place)
        let members = try #require(report.members)
        #expect(members.table == "members")
        #expect(members.quarters.map { "\($0.quarter) \($0.members)" } == ["2022Q2 40", "2023Q2 39"])
        #expect(members.quarters.map(\.retained) == [nil, 1])
        // 12 of 39.
        #expect(members.quarters[1].perThousand?.recipients == 307.69)
        // 甲 has lost P5 and P7, 乙 has won P5; P10 to P19 were aided in 甲, P20 and P21 in 乙.
        #expect(report.groups("union") == ["乙 11 181.82", "甲 18 555.56"])
        #expect(report.groups("district") == ["东区 29 413.79"])
        // Nobody is a member of a kind of care.
        #expect(report.groups("care").isEmpty)
        let text = try place.text("reports/aid/2023Q2/report.md")
        #expect(text.contains("会籍系统") && text.contains("会籍保留1人"))
        let facts = try place.text("reports/aid/2023Q2/facts.json")
        #expect(facts.contains("\"2023Q2/members\"") && facts.contains("\"2023Q2/union=甲/recipientsPerThousand\""))
        let news = try place.aidstats(
            "check", "reports/aid/2023Q2/news.zh.md", "--pipeline", "pipeline.yaml", "--output", "reports")
        #expect(news.exitCode == 0, "\(news.outputText) \(news.errorText)")
    }

    @Test("Rows in any order, twice, in several files, by any number of threads: the same bytes")
    func sameBytes() throws {
        let place = try Self.place(Self.rows)
        _ = try Self.report(place)
        let expected = try place.text("reports/aid/2023Q2/report.json")
        for (jobs, rows) in [("1", Self.rows.reversed() + Self.rows), ("3", Array(Self.rows.reversed()))] {
            let other = try Self.place(rows)
            _ = try Self.report(other, ["--jobs", jobs])
            let text = try other.text("reports/aid/2023Q2/report.json")
            func members(_ text: String) -> Substring {
                let start = text.range(of: "\"members\": {\n")?.lowerBound ?? text.startIndex
                return text[start...].prefix(3000)
            }
            #expect(members(text) == members(expected))
        }
    }

    @Test("Without a breakdown that comes from it the table is read for members alone")
    func membersAlone() throws {
        let text = Self.pipeline(minGroup: 0, breakdowns: "[care]")
            .replacing("type: resident-id, otherDocuments: reject, invalid: reject", with: "type: text")
            .replacing("  union: { from: { table: members, column: [工会] }, type: category }\n", with: "")
            .replacing("  district: { from: { table: unions, column: [所属区] }, type: category }\n", with: "")
            .replacing(
                "  unions:\n    files: [unions.csv]\n    key: { field: union, from: [工会] }\n    from: [起]\n", with: "")
        let place = try Self.place(Self.rows)
        try place.write("pipeline.yaml", text)
        let report = try Self.report(place)
        #expect(report.members?.quarters.map(\.members) == [40, 39] && report.members?.breakdowns.isEmpty == true)
    }

    @Test("What is withheld of a group is withheld of its rate, and groups of few members are not told")
    func small() throws {
        // 丁 has two members, of whom one was aided.
        let rows = Self.rows + [Self.row(40, "丁,2020-01-01,,在职")] + [Self.row(10, "丁,2023-01-01,,在职")]
        let place = try Self.place(minGroup: 5, rows)
        let report = try Self.report(place)
        // 丁 and the smallest besides, 丙, are not told; 乙 has two recipients, and 甲 stands behind it.
        #expect(report.groups("union").allSatisfy { $0.hasSuffix("–") }, "\(report.groups("union"))")
        let text = try place.text("reports/aid/2023Q2/report.json")
        #expect(!text.contains("181.82") && !text.contains("555.56"))
        let facts = try place.text("reports/aid/2023Q2/facts.json")
        #expect(!facts.contains("2023Q2/union=甲/recipientsPerThousand") && !facts.contains("union=丁/"))
    }
}
