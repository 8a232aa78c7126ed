import Foundation
import TestSupport
import Testing

/// Breakdowns by two fields together: from an export to every document.
struct CrossTableTests {
    private struct Report: Decodable {
        struct Figures: Decodable { let recipients, personTimes, amountMinor: Int }
        struct Group: Decodable {
            let group: String
            let names: [String]?
            let withheldGroups: Int?
            let figures: Figures?
            let suppressed: String?
        }
        struct Breakdown: Decodable {
            let field: String
            let fields: [String]?
            let groups: [Group]
        }
        let breakdowns: [Breakdown]
    }

    /// - Parameter people: how many are aided in a district and care; each person once.
    private static func place(
        _ people: [(district: String, care: String, count: Int)],
        breakdowns: String = "[care, district, [district, care]]",
        minGroup: Int = 0, month: String = "06"
    ) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline(breakdowns, minGroup: minGroup))
        var lines = ["赔付编号,身份证号,打款日期,互助金额,状态,就诊类型,所属区"]
        for (district, care, count) in people {
            for _ in 0..<count {
                let number = String(1000 + lines.count).dropFirst()
                lines.append(
                    "HZ\(number),\("11010119900307\(number)".rechecked),2023-\(month)-30,10.00,已打款,\(care),\(district)")
            }
        }
        try place.write("exports/a.csv", lines.joined(separator: "\n") + "\n")
        return place
    }

    private static func pipeline(_ breakdowns: String, minGroup: Int = 0) -> String {
        Exports.pipeline(breakdowns: breakdowns, fields: "  district: { from: 所属区, type: category }\n")
            .replacing("minGroup: 0", with: "minGroup: \(minGroup)")
    }

    private static func report(_ place: Workplace) throws -> Report {
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(
            Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
    }

    private static let four = [
        (district: "徐汇", care: "门诊", count: 3), ("徐汇", "住院", 2), ("长宁", "门诊", 1), ("", "住院", 1), ("A × B", "门诊", 1),
    ]

    @Test("report.json names both groups, report.md and the page have a table of the one by the other")
    func documents() throws {
        let place = try Self.place(Self.four)
        let report = try Self.report(place)
        #expect(report.breakdowns.map(\.field) == ["care", "district", "district × care"])
        #expect(report.breakdowns.map(\.fields) == [nil, nil, ["district", "care"]])
        let pair = try #require(report.breakdowns.last)
        #expect(
            pair.groups.map { "\($0.group) \($0.figures?.recipients ?? -1)" } == [
                "A ×× B × 门诊 1", "徐汇 × 住院 2", "徐汇 × 门诊 3", "长宁 × 门诊 1", "未填 × 住院 1",
            ])
        #expect(
            pair.groups.map(\.names) == [
                ["A × B", "门诊"], ["徐汇", "住院"], ["徐汇", "门诊"], ["长宁", "门诊"], ["未填", "住院"],
            ])
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("| 受助职工（人） | 住院 | 门诊 | **全部** |"))
        #expect(markdown.contains("| 徐汇 | 2 | 3 | 5 |") && markdown.contains("| 长宁 | – | 1 | 1 |"))
        #expect(markdown.contains("| **全部** | 3 | 5 | 8 |"))
        #expect(try place.text("reports/aid/2023Q2/report.html").contains("所属区 × 就诊类型"))
        // Sentences are of one field.
        #expect(try !place.text("reports/aid/2023Q2/news.zh.md").contains("徐汇 ×"))
    }

    @Test("history and compare carry the pairs; the ledger keeps them")
    func history() throws {
        let place = try Self.place(Self.four)
        _ = try Self.report(place)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let compared = try place.aidstats(
            "compare", "reports/aid/2023Q2/report.json", "reports/aid/2023Q2/report.json", "--lang", "zh")
        #expect(compared.exitCode == 0 && compared.outputText.contains("徐汇 × 门诊"), "\(compared.errorText)")
        let history = try place.aidstats(
            "history", "pipeline.yaml", "--group", "district × care=徐汇 × 门诊", "--lang", "zh")
        #expect(history.exitCode == 0 && history.outputText.contains("所属区 × 就诊类型：徐汇 × 门诊"), "\(history.errorText)")
    }

    @Test("A pair without the tables of its fields; more than twelve columns make a list")
    func alone() throws {
        let place = try Self.place(
            (0..<13).map { ("区\($0 % 2)", "类\($0)", 1) }, breakdowns: "[[district, care]]")
        #expect(try Self.report(place).breakdowns.map(\.field) == ["district × care"])
        #expect(try place.text("reports/aid/2023Q2/report.md").contains("| 区0 × 类0 | 1 |"))
        try place.write("pipeline.yaml", Self.pipeline("[[care, district]]"))
        #expect(try Self.report(place).breakdowns.map(\.field) == ["care × district"])
        #expect(try place.text("reports/aid/2023Q2/report.md").contains("| 受助职工（人） | 区0 | 区1 |\n"))
    }

    @Test("A small cell is hidden with a rectangle; what is small everywhere is not named")
    func small() throws {
        let place = try Self.place(
            [
                ("徐汇", "门诊", 20), ("徐汇", "住院", 2), ("长宁", "门诊", 9), ("长宁", "住院", 8), ("静安", "门诊", 30), ("静安", "住院", 30),
            ], minGroup: 5)
        let report = try Self.report(place)
        // Each field alone has nobody to hide.
        #expect(report.breakdowns.prefix(2).allSatisfy { $0.groups.allSatisfy { $0.figures != nil } })
        let pair = try #require(report.breakdowns.last)
        #expect(
            pair.groups.map { "\($0.group) \($0.figures?.recipients ?? -1)" } == [
                "徐汇 × 门诊 -1", "长宁 × 住院 -1", "长宁 × 门诊 -1", "静安 × 住院 30", "静安 × 门诊 30", "隐去的组 -1",
            ])
        #expect(pair.groups.last?.withheldGroups == 1 && pair.groups.last?.names == nil)
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains(#"| 徐汇 | – | \*\* | 22 |"#) && markdown.contains("另有 1 个组合"))
    }
}
