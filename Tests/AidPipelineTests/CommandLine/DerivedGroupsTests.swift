import Foundation
import TestSupport
import Testing

/// Where groups come from other than a column as it stands: from an export to the report.
struct DerivedGroupsTests {
    private struct Report: Decodable {
        struct Figures: Decodable, Equatable { let recipients, personTimes, amountMinor: Int }
        struct Group: Decodable {
            let group: String
            let figures: Figures?
        }
        struct Breakdown: Decodable {
            let field: String
            let groups: [Group]
        }
        let breakdowns: [Breakdown]
    }

    /// The person-times of each group of each breakdown, in their order; −1: withheld.
    private static func groups(_ place: Workplace, _ arguments: [String] = []) throws -> [String: [String]] {
        let ending = try Executable.run(["run", "pipeline.yaml"] + arguments, in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        let report = try JSONDecoder().decode(
            Report.self, from: Data(try place.bytes("reports/aid/2023Q2/report.json")))
        return Dictionary(
            uniqueKeysWithValues: report.breakdowns.map { breakdown in
                (breakdown.field, breakdown.groups.map { "\($0.group) \($0.figures?.personTimes ?? -1)" })
            })
    }

    private static func place(fields: String, breakdowns: String, _ lines: [String] = Exports.csv) throws -> Workplace {
        let place = try Workplace.ready(lines)
        try place.write("pipeline.yaml", Exports.pipeline(breakdowns: breakdowns, fields: fields))
        return place
    }

    @Test("Sex, age, region, month, year and amount come of the record")
    func derived() throws {
        let place = try Self.place(
            fields: """
                  sex: { from: { field: person, take: sex }, type: category, title: { zh: 性别, en: Sex } }
                  age: { from: { field: person, take: ageBand, bands: [18, 45, 60] }, type: category }
                  region: { from: { field: person, take: region, digits: 4 }, type: category }
                  month: { from: { field: paidOn, take: month }, type: category }
                  year: { from: { field: paidOn, take: year }, type: category }
                  size: { from: { field: amount, bands: [100, 200.5] }, type: category }

                """, breakdowns: "[sex, age, region, month, year, size, care]")
        let groups = try Self.groups(place)
        // One person of 43, one of 57 and one of 73 years; in the year before, 72.
        #expect(groups["sex"] == ["女 2", "男 2"])
        #expect(groups["age"] == ["18–44 2", "45–59 1", "≥60 1"])
        #expect(groups["region"] == ["1101 4"])
        #expect(groups["month"] == ["4月 1", "5月 1", "6月 2"])
        #expect(groups["year"] == ["2022年 0", "2023年 4"])
        #expect(groups["size"] == ["<100 1", "100–200.49 2", "≥200.50 1"])
        #expect(groups["care"] == ["住院 1", "门诊 3"])
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("性别") && markdown.contains("| 女 |"))
    }

    /// April is hidden, and in the quarter May beside it; in the year to date January might stand beside it instead.
    ///
    /// - Parameters:
    ///   - may, june: people. Where May can take from April and give to it what it must be able to, June is shown.
    @Test(
        "A month that is hidden does not follow from the year to date, which is the same",
        arguments: [(7, 9, false), (5, 6, true)])
    func months(may: Int, june: Int, needsJune: Bool) throws {
        var lines = [Exports.header]
        for (month, people) in [(1, 5), (4, 2), (5, may), (6, june)] {
            for index in 0..<people {
                let id = "11010119900307\(100 + index)0".rechecked
                lines.append("\(month)-\(index),\(id),2023-0\(month)-10,10.00,已打款,门诊,测试")
            }
        }
        let place = try Self.place(
            fields: "  month: { from: { field: paidOn, take: month }, type: category }\n", breakdowns: "[month]", lines)
        try place.write(
            "pipeline.yaml", try place.text("pipeline.yaml").replacing("minGroup: 0", with: "minGroup: 5"))
        let groups = try Self.groups(place, ["--quarter", "2023Q2"])
        #expect(groups["month"] == ["1月 0", "5月 -1", "6月 \(needsJune ? -1 : june)", "隐去的组 -1"])
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(try place.bytes("reports/aid/2023Q2/report.json")))
                as? [String: Any])
        let breakdown = try #require((report["breakdowns"] as? [[String: Any]])?.first)
        for name in needsJune ? ["5月", "6月"] : ["5月"] {
            let month = try #require(
                (breakdown["groups"] as? [[String: Any]])?.first { $0["group"] as? String == name })
            #expect((month["yearToDate"] as? [String: Any])?["figures"] is NSNull)
            #expect((month["cumulative"] as? [String: Any])?["figures"] is NSNull)
        }
    }

    @Test("Tables of values, a group for the rest and one for what is empty; the table is in the manifest")
    func tables() throws {
        let lines = [
            Exports.header,
            "1,\(Persons.first.id),2023-04-05,1.00,已打款,MZ,x", "2,\(Persons.first.id),2023-04-05,1.00,已打款,门 诊,x",
            "3,\(Persons.first.id),2023-04-05,1.00,已打款,门诊,x", "4,\(Persons.first.id),2023-04-05,1.00,已打款,ZY,x",
            "5,\(Persons.first.id),2023-04-05,1.00,已打款,体检,x", "6,\(Persons.first.id),2023-04-05,1.00,已打款,,x",
        ]
        let place = try Workplace.ready(lines)
        try place.write("codes.csv", "value,group\nMZ,门诊\nZY,住院\n")
        let mapping = "type: category, valuesFile: codes.csv, values: { 门诊: [门 诊] }, otherwise: 其他, default: 不详 }"
        try place.write("pipeline.yaml", Exports.pipeline().replacing("type: category }", with: mapping))
        #expect(try Self.groups(place)["care"] == ["不详 1", "住院 1", "其他 1", "门诊 3"])
        let manifest = try place.text("reports/aid/2023Q2/manifest.json")
        #expect(manifest.contains("\"valuesFiles\"") && manifest.contains("\"codes.csv\""))
        // A wrong line stops everything, with its number.
        try place.write("codes.csv", "value,group\nMZ,门诊\nZY\n")
        let ending = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(
            ending.exitCode == 78 && ending.errorText.contains("codes.csv:3: takes two fields"), "\(ending.errorText)")
    }

    @Test("A district from the path of each file; a file elsewhere is refused, with the pattern")
    func paths() throws {
        let place = try Workplace()
        let fields = "  district: { from: { path: \"exports/{year}/{district}.csv\" }, type: category }\n"
        try place.write(
            "pipeline.yaml",
            Exports.pipeline(files: "\"exports/*/*.csv\"", breakdowns: "[district]", fields: fields))
        try place.write("exports/2023/徐汇.csv", Exports.csv.joined(separator: "\n") + "\n")
        try place.write(
            "exports/2023/长宁.csv",
            Exports.csv.joined(separator: "\n").replacing("HZ", with: "CN") + "\n")
        #expect(try Self.groups(place)["district"] == ["徐汇 4", "长宁 4"])
        try place.write("exports/b.csv", Exports.header + "\n")
        let ending = try place.aidstats(
            "run", "pipeline.yaml", "--input", "exports/2023/徐汇.csv", "--input", "exports/b.csv", "--lang", "en")
        #expect(ending.exitCode == 65)
        #expect(
            ending.errorText.contains(
                "exports/b.csv: error: the path is not as from.path of the field district says: exports/{year}/{district}.csv"
            ), "\(ending.errorText)")
    }
}
