import Foundation
import TestSupport
import Testing

/// Breakdowns with many groups: from an export to every document and command.
struct ManyGroupsTests {
    private struct Report: Decodable {
        struct Figures: Decodable, Equatable { let recipients, personTimes, amountMinor: Int }
        struct Group: Decodable {
            let group: String
            let figures: Figures?
        }
        struct Rest: Decodable {
            let groups: Int
            let figures: Figures?
            let suppressed: String?
        }
        struct Breakdown: Decodable {
            let field: String
            let groups: [Group]
            let listed: [String]?
            let rest: Rest?
        }
        let breakdowns: [Breakdown]
    }
    private struct Facts: Decodable {
        struct Fact: Decodable { let id: String }
        let facts: [Fact]
    }

    /// 40 unions: that of number `n` has 41 − n claims of as many people, the first ten of whom are in all of them; and
    /// as many a year before, of people of its own.
    private static func place(
        _ breakdowns: String, minGroup: Int = 0, quarters: [String] = ["2022-06", "2023-06"]
    ) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline(breakdowns, minGroup: minGroup))
        var lines = ["赔付编号,身份证号,打款日期,互助金额,状态,就诊类型,工会"]
        for (index, month) in quarters.enumerated() {
            for union in 1...40 {
                for person in 1...(41 - union) {
                    let number = index == 1 && person <= 10 ? person : 10 + index * 1000 + lines.count % 1000
                    let id = "110101\(1950 + number / 365)0307\(String(1000 + number % 365).dropFirst())0".rechecked
                    lines.append(
                        "HZ\(lines.count),\(id),\(month)-30,10.00,已打款,\(person % 2 == 0 ? "门诊" : "住院"),第\(union)工会")
                }
            }
        }
        try place.write("exports/a.csv", lines.joined(separator: "\n") + "\n")
        return place
    }

    private static func pipeline(_ breakdowns: String, minGroup: Int = 0) -> String {
        Exports.pipeline(breakdowns: breakdowns, fields: "  union: { from: 工会, type: category }\n")
            .replacing("minGroup: 0", with: "minGroup: \(minGroup)")
    }

    private static func report(_ place: Workplace) throws -> Report {
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
    }

    @Test("Twenty where nothing is said, as many as are asked for, or all")
    func limits() throws {
        for (breakdowns, count) in [
            ("[union]", 20), ("[{ field: union }]", 20), ("[{ field: union, show: 3 }]", 3),
            ("[{ field: union, show: 39 }]", nil), ("[{ field: union, show: all }]", nil),
        ] as [(String, Int?)] {
            let report = try Self.report(try Self.place(breakdowns)).breakdowns[0]
            #expect(report.groups.count == 40, "\(breakdowns)")
            #expect(report.listed?.count == count && report.rest?.groups == count.map { 40 - $0 }, "\(breakdowns)")
        }
    }

    @Test("report.json has all, the reports for people the largest and the rest, which is counted")
    func documents() throws {
        let place = try Self.place("[care, { field: union, show: 3 }, [union, care]]")
        let report = try Self.report(place)
        #expect(report.breakdowns.map { $0.listed == nil } == [true, false, true])
        let unions = report.breakdowns[1]
        #expect(unions.groups.count == 40 && unions.listed == ["第1工会", "第2工会", "第3工会"])
        // 37 + 36 + … + 1 claims; ten people are in all of them that have so many.
        let figures = try #require(unions.rest?.figures)
        #expect(unions.rest?.groups == 37)
        #expect(figures.personTimes == 703 && figures.amountMinor == 703_000)
        #expect(figures.recipients == 10 + (1...27).reduce(0, +))

        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("| 第3工会 | 38 |") && !markdown.contains("| 第4工会 |"))
        #expect(markdown.contains("| 其余37个 | 388 |"))
        #expect(markdown.contains("列出本季度未隐去的组中人次最多的3个，其余37个合为一行") && markdown.contains("全部分组见 report.json"))
        let page = try place.text("reports/aid/2023Q2/report.html")
        #expect(page.contains("其余37个") && !page.contains("第4工会"))
        // The table of both fields has the same lines.
        #expect(markdown.contains("| 第3工会 | 19 | 19 | 38 |"))
        #expect(markdown.contains("只列出两个字段各自的表所列的组"))
        #expect(try place.text("reports/aid/2023Q2/groups-2-recipients.svg").contains("其余37个"))
    }

    @Test("Facts of what is listed; of all groups on request; check knows all")
    func facts() throws {
        let place = try Self.place("[{ field: union, show: 3 }]")
        _ = try Self.report(place)
        let facts = try place.text("reports/aid/2023Q2/facts.json")
        #expect(facts.contains("union=第3工会") && !facts.contains("union=第4工会"))
        func ids(_ options: String...) throws -> [String] {
            let ending = try Executable.run(["facts", "pipeline.yaml", "--format", "json"] + options, in: place.path)
            try #require(ending.exitCode == 0, "\(ending.errorText)")
            return try JSONDecoder().decode(Facts.self, from: Data(ending.outputText.utf8)).facts.map(\.id)
        }
        let listed = try ids()
        let all = try ids("--all-groups")
        #expect(!listed.contains { $0.contains("第4工会") })
        #expect(Set(listed).isSubset(of: all))
        // The rest has facts of its own.
        #expect(
            listed.contains("2023Q2/union/rest/recipients") && !listed.contains("2023Q2/union/rest/recipients/rank"))
        // The same facts as where all groups are shown, and there is no rest.
        try place.write("pipeline.yaml", Self.pipeline("[{ field: union, show: all }]"))
        _ = try Self.report(place)
        #expect(Set(try ids()) == Set(all.filter { !$0.contains("union/rest/") }))
        try place.write("pipeline.yaml", Self.pipeline("[{ field: union, show: 3 }]"))
        _ = try Self.report(place)

        try place.write(
            "draft.md", "2023年第二季度，第9工会受助职工32人，受助32人次，同比持平。第10工会受助职工35人。\n")
        let check = try place.aidstats("check", "draft.md", "--pipeline", "pipeline.yaml", "--lang", "en")
        #expect(check.outputText.contains("2023Q2/union=第9工会/recipients"), "\(check.outputText)")
        #expect(check.exitCode == 1 || check.outputText.contains("31"), "\(check.outputText)")
    }

    @Test("compare shows the largest as text, and all with --all-groups and for programs; history answers for each")
    func comparing() throws {
        let place = try Self.place("[{ field: union, show: 3 }]")
        _ = try Self.report(place)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2022Q2").exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        func compare(_ options: String...) throws -> String {
            let ending = try Executable.run(
                ["compare", "2022Q2", "2023Q2", "pipeline.yaml", "--lang", "zh"] + options, in: place.path)
            try #require(ending.exitCode == 0, "\(ending.errorText)")
            return ending.outputText
        }
        let text = try compare()
        #expect(text.contains("第3工会") && !text.contains("第4工会") && text.contains("另有37个组"))
        #expect(try compare("--all-groups").contains("第40工会"))
        #expect(try compare("--format", "csv").contains("第40工会"))
        let history = try place.aidstats("history", "pipeline.yaml", "--group", "union=第40工会", "--lang", "zh")
        #expect(history.exitCode == 0 && history.outputText.contains("第40工会"), "\(history.errorText)")
    }

    @Test("Small groups are in the rest; a rest that would tell of a listed one is withheld")
    func small() throws {
        // The last unions have 5 people and fewer; those of the year before are not there.
        let place = try Self.place("[{ field: union, show: 30 }]", minGroup: 6, quarters: ["2022-06", "2023-06"])
        let unions = try Self.report(place).breakdowns[0]
        let listed = try #require(unions.listed)
        let all = unions.groups.reduce(into: [String: Report.Figures?]()) { $0[$1.group] = $1.figures }
        #expect(listed.count == 30 && listed.allSatisfy { all[$0] != .some(nil) })
        #expect(unions.groups.contains { $0.figures == nil && !listed.contains($0.group) })
        // All but the listed, whatever of them is withheld.
        #expect(unions.rest?.figures?.personTimes == 820 - listed.reduce(0) { $0 + (all[$1]??.personTimes ?? 0) })
    }
}
