import Foundation
import Testing

@testable import AidPipeline
import TestSupport

/// Groups that look alike are told, with what makes them one.
struct SimilarGroupsTests {
    @Test(
        "What the eye takes for one",
        arguments: [
            ("上海", "上 海"), ("上海", "上\u{3000}海"), ("上海", "上\u{200B}海"), ("B区", "ｂ区"), ("西安", "⻄安"), ("石景", "\u{2F6F}景"),
            ("金山", "\u{F90A}山"), ("A1", "А1"), ("门诊（一）", "门诊(一)"), ("二-三", "二－三"), ("二-三", "二—三"), ("é", "e\u{301}"),
            ("甲·乙", "甲・乙"),
        ])
    func alike(one: String, other: String) {
        #expect(DoubtfulGroups.key(of: one) == DoubtfulGroups.key(of: other))
    }

    @Test("What it does not", arguments: [("上海", "上海市"), ("0", "O"), ("1", "l"), ("门诊", "住院"), ("A区", "B区")])
    func different(one: String, other: String) {
        #expect(DoubtfulGroups.key(of: one) != DoubtfulGroups.key(of: other))
    }

    private static func workplace(minGroup: Int) throws -> Workplace {
        var lines = [Exports.header]
        for (care, people) in [("门诊", 6), ("门 诊", 6), ("住院", 6), ("住　院", 1), ("体检", 6), ("罕见甲", 1), ("罕 见甲", 1)] {
            for (index, person) in Story.people.prefix(people).enumerated() {
                lines.append("\(care)\(index),\(person.id),2023-06-30,10.00,已打款,\(care),\(person.name)")
            }
        }
        lines.append("门诊7,\(Story.people[0].id),2023-06-30,10.00,已打款,门诊,x")
        let place = try Workplace.ready(lines)
        try place.write("pipeline.yaml", Exports.pipeline().replacing("minGroup: 0", with: "minGroup: \(minGroup)"))
        return place
    }

    private static func findings(_ place: Workplace) throws -> [String] {
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let bytes = try place.bytes("reports/aid/2023Q2/report.json")
        let report = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let findings = report?["findings"] as? [[String: Any]] ?? []
        return findings.filter { $0["code"] as? String == "similar-groups" }.compactMap {
            ($0["message"] as? [String: String])?["en"]
        }
    }

    @Test("Names that the report shows are told; of others how many there are")
    func withheld() throws {
        let place = try Self.workplace(minGroup: 5)
        let told = try Self.findings(place)
        #expect(
            told == [
                "names of the category “care” are written in several ways (width, case, blanks, look-alikes) and "
                    + "counted apart; if they are one group, write in fields.care values: { \"门诊\": [\"门 诊\"] }. "
                    + "4 values of the category “care” differ from others in such ways alone, among them groups that "
                    + "this report does not name"
            ])
        #expect(try !place.text("reports/aid/2023Q2/report.md").contains("见甲"))
    }

    @Test("What the finding says to write makes one group of them")
    func mended() throws {
        let place = try Self.workplace(minGroup: 0)
        let told = try #require(try Self.findings(place).first)
        let start = try #require(told.range(of: "values: {")?.lowerBound)
        let mapping = told[start...]
        #expect(mapping.contains("\"住院\": [\"住\\u3000院\"]"))
        try place.write(
            "pipeline.yaml",
            Exports.pipeline().replacing("type: category }", with: "type: category, \(mapping) }"))
        #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == 0)
        #expect(try Self.findings(place) == [])
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(report.components(separatedBy: "\"group\": ").count == 1 + 4)
        #expect(!report.contains("门 诊"))
    }
}
