import Foundation
import TestSupport
import Testing

/// Reference tables as of a day: from their files to every document.
struct ReferenceTableTests {
    private struct Report: Decodable {
        struct Figures: Decodable { let recipients, personTimes, amountMinor: Int }
        struct Group: Decodable {
            let group: String
            let figures: Figures?
        }
        struct Breakdown: Decodable {
            let field: String
            let groups: [Group]
        }
        struct Table: Decodable {
            struct File: Decodable {
                let file: String
                let sha256: String?
                let rows, taken, rejected, scaffolding: Int
            }
            let name, key: String
            let keys, spells, overlappingKeys: Int
            let files: [File]
        }
        struct Finding: Decodable {
            struct Message: Decodable { let zh: String }
            let code: String
            let message: Message
        }
        let breakdowns: [Breakdown]
        let tables: [Table]?
        let findings: [Finding]

        func groups(_ field: String) -> [String] {
            breakdowns.first { $0.field == field }?.groups.filter { $0.figures?.personTimes ?? 0 > 0 }.map {
                "\($0.group) \($0.figures!.recipients) \($0.figures!.personTimes) \($0.figures!.amountMinor)"
            } ?? []
        }
    }

    /// - Parameter tables: what stands in place of `members` of `memberTable`.
    private static func pipeline(
        members: String = "files: [members.csv]", asOf: String = "paidOn", maxRejected: String = "0.1%",
        minGroup: Int = 0
    ) -> String {
        Exports.pipeline(
            breakdowns: "[union, membership, district]", maxRejected: maxRejected,
            fields: """
                  treatedOn: { from: 就诊日期, type: date }
                  union: { from: { table: members, column: [工会, Union] }, type: category }
                  membership: { from: { table: members, take: membership }, type: category }
                  district: { from: { table: unions, column: [所属区] }, type: category }

                """
        )
        .replacing("  care:   { from: [就诊类型, CareType], type: category }\n", with: "")
        .replacing(asOf == "treatedOn" ? "\u{0}" : "  treatedOn: { from: 就诊日期, type: date }\n", with: "")
        .replacing("minGroup: 0", with: "minGroup: \(minGroup)")
        .replacing(
            "fields:\n",
            with: """
                tables:
                  members:
                    \(members)
                    key: { field: person, from: [身份证号, IdNo] }
                    from: [入会日期, From]
                    until: [转出日期, Until]
                    retained: { from: [状态, State], values: [失业] }
                    asOf: \(asOf)
                  unions:
                    files: [unions.csv]
                    key: { field: union, from: [工会] }
                    from: [起]
                fields:

                """, maxReplacements: 1)
    }

    private static let members = [
        "身份证号,工会,入会日期,转出日期,状态",
        // Moves on 1 May; the last day counts.
        "\(Persons.first.id),甲,2020-01-01,2023-04-30,在职",
        "\(Persons.first.id),乙,2023-05-01,,失业",
        // A gap from April to June.
        "\(Persons.second.shortID),甲,2019-01-01,2023-03-31,在职",
        "\(Persons.second.id),甲,2023-07-01,至今,在职",
    ]
    private static let unions = ["工会,所属区,起", "甲,徐汇,", "乙,长宁,2023-05-05"]
    private static let header = "赔付编号,身份证号,打款日期,互助金额,状态,就诊日期"
    private static let claims = [
        header,
        "HZ1,\(Persons.first.id),2023-04-30,1.00,已打款,2023-01-01",
        "HZ2,\(Persons.first.id),2023-05-01,2.00,已打款,2023-04-30",
        "HZ3,\(Persons.first.id),2023-05-05,4.00,已打款,2023-05-05",
        "HZ4,\(Persons.second.id),2023-04-01,8.00,已打款,2023-03-31",
        "HZ5,\(Persons.third.id),2023-06-30,16.00,已打款,",
    ]

    private static func place(
        _ pipeline: String = pipeline(), members: [String] = members, claims: [String] = claims
    ) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline)
        try place.write("members.csv", members.joined(separator: "\n") + "\n")
        try place.write("unions.csv", unions.joined(separator: "\n") + "\n")
        try place.write("exports/a.csv", claims.joined(separator: "\n") + "\n")
        return place
    }

    private static func report(_ place: Workplace, _ arguments: [String] = []) throws -> Report {
        let ending = try Executable.run(
            ["run", "pipeline.yaml", "--quarter", "2023Q2", "--output", "reports"] + arguments, in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
    }

    @Test("A claim is in the union and the district that held on the day of the payment")
    func asOfPayment() throws {
        let place = try Self.place()
        let report = try Self.report(place)
        #expect(report.groups("union") == ["乙 1 2 600", "无会籍 2 2 2400", "甲 1 1 100"])
        #expect(report.groups("membership") == ["会籍保留 1 2 600", "在籍 1 1 100", "无会籍 2 2 2400"])
        // 乙 came to 长宁 four days after the member came to 乙.
        #expect(report.groups("district") == ["徐汇 1 1 100", "无会籍 2 2 2400", "未列入 1 1 200", "长宁 1 1 400"])
        let tables = try #require(report.tables)
        #expect(tables.map(\.name) == ["members", "unions"] && tables.map(\.key) == ["person", "union"])
        #expect(tables.map(\.keys) == [2, 2] && tables.map(\.spells) == [4, 2])
        #expect(tables.map { $0.files[0].rows } == [4, 2] && tables.map { $0.files[0].taken } == [4, 2])
        #expect(tables.map { $0.files[0].file } == ["members.csv", "unions.csv"])
        let codes = report.findings.map(\.code)
        #expect(
            ["table-absent", "table-gaps", "table-retained"].allSatisfy { codes.contains($0) }
                && !codes.contains("table-overlaps"))
        let manifest = try place.text("reports/aid/2023Q2/manifest.json")
        let sha256 = try #require(tables[0].files[0].sha256)
        #expect(manifest.contains("\"tableFiles\"") && manifest.contains(sha256))
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("## 参照表") && markdown.contains("| members | 2 | 4 | 0 |"))
        #expect(try place.text("reports/aid/2023Q2/facts.json").contains("members.csv"))
    }

    @Test("As of the treatment, and as of the payment where that is not known")
    func asOfTreatment() throws {
        let report = try Self.report(try Self.place(Self.pipeline(asOf: "treatedOn")))
        #expect(report.groups("union") == ["乙 1 1 400", "无会籍 1 1 1600", "甲 2 3 1100"])
        #expect(!report.findings.contains { $0.code == "table-undated" })
        var members = Self.members
        members.append("\(Persons.third.id),乙,,2023-07-01,在职")
        let known = try Self.report(try Self.place(Self.pipeline(asOf: "treatedOn"), members: members))
        #expect(known.groups("union") == ["乙 2 2 2000", "甲 2 3 1100"])
        #expect(known.findings.contains { $0.code == "table-undated" && $0.message.zh.contains("1 人次") })
    }

    @Test("Rows in another order, in several files, of another encoding, or XML are the same table")
    func otherShapes() throws {
        let expected = try Self.report(try Self.place())
        func check(_ report: Report) {
            for field in ["union", "membership", "district"] { #expect(report.groups(field) == expected.groups(field)) }
        }
        let rows = Self.members.dropFirst()
        check(try Self.report(try Self.place(members: [Self.members[0]] + rows.reversed() + rows), ["--jobs", "3"]))
        let place = try Self.place(Self.pipeline(members: "files: [\"parts/*\"]"))
        for (index, row) in rows.enumerated() {
            try place.write("parts/\(index).csv", "\u{FEFF}" + Self.members[0] + "\r\n" + row + "\r\n")
        }
        check(try Self.report(place))
        let gbk = try Self.place(Self.pipeline(members: "files: [members.csv]\n    encoding: gbk"))
        var random = TwinRandom(seed: 1)
        let text = Self.members.joined(separator: "\n") + "\n"
        try gbk.write("members.csv", TwinEncoding.gb18030.bytes(text, hasMark: false, &random))
        check(try Self.report(gbk))
        let xml = try Self.place(
            Self.pipeline(members: "files: [members.xml]\n    format: xml\n    record: Member"))
        let names = ["IdNo", "Union", "From", "Until", "State"]
        let elements = rows.map { row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            return "<Member>" + zip(names, cells).map { "<\($0)>\($1)</\($0)>" }.joined() + "</Member>\n"
        }
        try xml.write("members.xml", "<?xml version=\"1.0\"?>\n<Members>\n\(elements.joined())</Members>\n")
        check(try Self.report(xml))
    }

    @Test("Overlapping rows are told, and the later one holds")
    func overlaps() throws {
        var members = Self.members
        members.append("\(Persons.first.id),丙,2023-04-30,2023-05-04,在职")
        let report = try Self.report(try Self.place(members: members))
        #expect(report.groups("union") == ["丙 1 1 100", "乙 1 2 600", "无会籍 2 2 2400"])
        #expect(report.findings.contains { $0.code == "table-overlaps" && $0.message.zh.contains("有 1 人") })
        #expect(report.tables?.first?.overlappingKeys == 1)
    }

    @Test("Rows that cannot be understood are listed with their places, and nobody's number is")
    func rejects() throws {
        var members = Self.members
        let wrong = String(Persons.third.id.prefix(17)) + (Persons.third.id.hasSuffix("X") ? "0" : "X")
        members += [
            "\(wrong),甲,2020-01-01,,在职", ",甲,2020-01-01,,在职", "\(Persons.third.id),甲,2023-02-30,,在职",
            "\(Persons.third.id),甲,2023-02-20,2023-02-19,在职", "\(Persons.third.id),甲",
        ]
        let place = try Self.place(members: members)
        let refused = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--rejects", "list.csv")
        #expect(refused.exitCode == 65 && refused.errorText.contains("too-many-table-rejects"))
        let list = try place.text("list.csv")
        let lines = list.split(separator: "\r\n").dropFirst().map { String($0) }
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.hasPrefix("\"members.csv\",") })
        for (line, expected) in zip(
            lines, ["6,", "7,", "8,", "9,", "10,"])
        {
            #expect(line.hasPrefix("\"members.csv\"," + expected), "\(line)")
        }
        for reason in ["bad-person", "missing-person", "bad-date", "malformed-record"] {
            #expect(list.contains(reason))
        }
        #expect(list.contains("\"2023-02-19 < 2023-02-20\""))
        #expect(!list.contains(wrong) && !list.contains(Persons.third.id))
        let allowed = try Self.place(Self.pipeline(maxRejected: "90%"), members: members)
        let report = try Self.report(allowed)
        #expect(report.tables?.first?.files.first?.rejected == 5)
        #expect(report.findings.contains { $0.code == "table-rejects" })
    }

    @Test("A table that is not there, or lacks a column, is told before anything is published")
    func unreadable() throws {
        let place = try Self.place()
        try place.remove("unions.csv")
        let missing = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(missing.exitCode == 66 && missing.errorText.contains("unions.csv"))
        let other = try Self.place(members: ["身份证号,工会,入会日期,状态", "\(Persons.first.id),甲,2020-01-01,在职"])
        let lacking = try other.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(lacking.exitCode == 65 && lacking.errorText.contains("转出日期"))
    }

    @Test("No count of what a table lacks tells a figure that is hidden")
    func roughCounts() throws {
        let report = try Self.report(try Self.place(Self.pipeline(minGroup: 5)))
        let told = report.findings.filter { ["table-absent", "table-gaps", "table-retained"].contains($0.code) }
        #expect(told.count == 4 && told.allSatisfy { $0.message.zh.contains("不足 50 人次") })
    }

    @Test("Where a table has changed since a publication, no cause of a restatement is told as certain")
    func changedTable() throws {
        let place = try Self.place()
        _ = try Self.report(place)
        #expect(
            try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--output", "reports").exitCode == 0)
        try place.write(
            "members.csv", (Self.members + ["\(Persons.third.id),丁,,,在职"]).joined(separator: "\n") + "\n")
        try place.write(
            "exports/b.csv", Self.header + "\nHZ9,\(Persons.third.id),2023-06-01,16.00,已打款,\n")
        let report = try Self.report(place)
        #expect(report.groups("union").contains("丁 1 2 3200"))
        #expect(try place.text("reports/aid/2023Q2/report.md").contains("members.csv"))
        let json = try place.text("reports/aid/2023Q2/report.json")
        #expect(json.contains("\"restatement\""))
    }
}
