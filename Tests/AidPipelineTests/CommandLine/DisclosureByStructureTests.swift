import Foundation
import TestSupport
import Testing

/// What tells of hidden groups without a word of them: files that hold one group, tables that add up to one another, and
/// groups that were put together otherwise.
struct DisclosureByStructureTests {
    private struct Report: Decodable {
        struct Figures: Decodable { let recipients, personTimes: Int }
        struct Group: Decodable {
            let group: String?
            let figures: Figures?
            let suppressed: String?
            let withheldGroups: Int?
        }
        struct Breakdown: Decodable {
            let field: String
            let groups: [Group]
        }
        let breakdowns: [Breakdown]

        func hidden(_ field: String) -> Set<String> {
            Set(
                breakdowns.first { $0.field == field }?.groups.filter {
                    $0.suppressed != nil && $0.withheldGroups == nil
                }.compactMap(\.group) ?? []
            )
        }
    }

    private static let folder = "reports/aid/2023Q2/"

    private static func pipeline(_ fields: String, _ breakdowns: String) -> String {
        Exports.pipeline(breakdowns: breakdowns, fields: fields)
            .replacing("  care:   { from: [就诊类型, CareType], type: category }\n", with: "")
            .replacing("minGroup: 0", with: "minGroup: 5")
            + "reports: [json, markdown, html, csv, xlsx]\n"
    }

    /// - Parameter people: of each kind of care how many are aided; each person once.
    private static func lines(_ name: String, _ people: [(String, Int)]) -> String {
        var lines = ["赔付编号,身份证号,打款日期,互助金额,状态,就诊类型,上级"]
        for (care, count) in people {
            for _ in 0..<count {
                let number = String(1000 + lines.count).dropFirst()
                lines.append(
                    "\(name)\(care)\(number),\("11010119900307\(number)".rechecked),2023-06-30,10.00,已打款,\(care),\(care.prefix(1))"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func run(_ place: Workplace, _ command: String = "run", _ more: String...) throws -> Report {
        let ending = try Executable.run([command, "pipeline.yaml", "--quarter", "2023Q2"] + more, in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try JSONDecoder().decode(Report.self, from: Data(try place.bytes(folder + "report.json")))
    }

    // MARK: Files

    private static let districts = [("甲区", 40), ("乙区", 30), ("丙区", 12), ("丁区", 3), ("戊区", 9)]

    private static func filePerDistrict(_ field: String) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline(field, "[district]"))
        for (district, count) in districts {
            try place.write("exports/\(district).csv", lines(district, [(district, count)]))
        }
        return place
    }

    @Test("How much a file holds is in the manifest alone, which its owner alone reads")
    func balanceOfFiles() throws {
        let place = try Self.filePerDistrict("  district: { from: [就诊类型], type: category }\n")
        _ = try Self.run(place)
        let json = try JSONSerialization.jsonObject(with: Data(try place.bytes(Self.folder + "report.json")))
        let inputs = try #require((json as? [String: Any])?["inputs"] as? [[String: Any]])
        #expect(inputs.allSatisfy { $0["balance"] == nil && $0["bytes"] == nil })
        let rows = try place.text(Self.folder + "tables/balance.csv").split(separator: "\r\n").dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.hasPrefix(",") })

        let path = "\(place.path)/\(Self.folder)manifest.json"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let manifest = try JSONSerialization.jsonObject(with: Data(try place.bytes(Self.folder + "manifest.json")))
        let files = try #require((manifest as? [String: Any])?["inputs"] as? [[String: Any]])
        let paid = files.compactMap { ($0["balance"] as? [String: Any])?["paid"] as? Int }
        #expect(Set(paid) == Set(Self.districts.map(\.1)))
    }

    @Test(
        "A file is not named where its name is that of a group that has none",
        arguments: [
            "  district: { from: [就诊类型], type: category }\n",
            "  district: { from: { path: \"exports/{district}.csv\" }, type: category }\n",
            "  district: { from: { path: \"exports/{district}.csv\" }, type: category, values: { 小区: [丁区] } }\n",
        ])
    func namesOfFiles(field: String) throws {
        let place = try Self.filePerDistrict(field)
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        let publish = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2")
        let facts = try place.aidstats("facts", "pipeline.yaml", "--quarter", "2023Q2")
        #expect([run, publish, facts].allSatisfy { $0.exitCode == 0 }, "\(run.errorText)")
        let outputs = try place.contents().filter { !$0.key.hasPrefix("exports") && $0.key != "pipeline.yaml" }
        let streams = [run, publish, facts].flatMap { [("a stream", $0.output), ("a stream", $0.errors)] }
        for (name, bytes) in outputs.map({ ($0.key, $0.value) }) + streams {
            if name.hasSuffix("manifest.json") || name.hasSuffix("rejects.csv") { continue }
            #expect(!String(decoding: bytes, as: UTF8.self).contains("丁区"), "in \(name)")
        }
        #expect(try place.text(Self.folder + "manifest.json").contains("exports/丁区.csv"))
        #expect(try place.text(Self.folder + "report.md").contains("5个文件"))
        #expect(try place.text(Self.folder + "report.json").contains("{district}.csv") == field.contains("path"))
    }

    @Test("Nor where a system writes the name with other characters that look the same")
    func otherSpellingOfAFile() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Self.pipeline("  district: { from: [就诊类型], type: category }\n", "[district]"))
        for (district, file, count) in [("甲区", "甲区", 40), ("乙区", "乙区", 30), ("Ré", "Re\u{301}", 3), ("戊区", "戊区", 9)] {
            try place.write("exports/\(file).csv", Self.lines(district, [(district, count)]))
        }
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(!run.errorText.contains("Ré"))
        for name in ["report.json", "report.md", "report.html", "tables/datapackage.json"] {
            // Strings are equal here whichever of the two spellings they have.
            #expect(try !place.text(Self.folder + name).contains("Ré"), "in \(name)")
        }
    }

    // MARK: Tables that add up to one another

    private static let nested = """
          city: { from: [上级], type: category }
          district: { from: [就诊类型], type: category }

        """

    @Test("A small part is hidden behind another part of the same whole, or the wholes are hidden, too")
    func parts() throws {
        for breakdowns in ["[city, district]", "[district, city]", "[city, district, [city, district]]"] {
            let place = try Workplace()
            try place.write("pipeline.yaml", Self.pipeline(Self.nested, breakdowns))
            try place.write(
                "exports/a.csv",
                Self.lines("a", [("沪一", 30), ("沪二", 3), ("苏一", 25), ("苏二", 20), ("浙一", 12), ("浙二", 18)]))
            let report = try Self.run(place)
            let hidden = report.hidden("district")
            #expect(hidden.contains("沪一") || report.hidden("city").contains("沪"), "\(breakdowns) \(hidden)")
            // No other whole loses anything where the part has one beside it.
            #expect(!hidden.contains("浙一"), "\(breakdowns) \(hidden)")
        }
    }

    @Test("A small whole needs a part of another one")
    func wholes() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Self.pipeline(Self.nested, "[city, district]"))
        try place.write(
            "exports/a.csv", Self.lines("a", [("沪一", 3), ("苏一", 25), ("苏二", 20), ("浙一", 12), ("浙二", 18)]))
        let report = try Self.run(place)
        let (cities, districts) = (report.hidden("city"), report.hidden("district"))
        // 沪 is not named, and is hidden behind one other; so is its only part.
        #expect(cities.count == 1 && districts.count == 1)
        let text = try place.text(Self.folder + "report.json")
        #expect(!text.contains("unprotected"))
    }

    // MARK: Groups that are put together otherwise

    private static let grouped = "  g: { from: [就诊类型], type: category }\n"
    private static func merged(_ group: String) -> String {
        "  g: { from: [就诊类型], type: category, values: { \(group): [乙] } }\n"
    }

    private static func groups() throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline(grouped, "[g]"))
        try place.write("exports/a.csv", lines("a", [("甲", 30), ("乙", 3), ("丙", 15), ("丁", 12), ("戊", 9)]))
        return place
    }

    @Test("A group that took a hidden one in after the publication does not tell it", arguments: ["甲", "丙", "丁"])
    func regrouped(into: String) throws {
        let place = try Self.groups()
        let before = try Self.run(place).hidden("g")
        _ = try Self.run(place, "publish")
        try place.write("pipeline.yaml", Self.pipeline(Self.merged(into), "[g]"))
        let report = try Self.run(place)
        #expect(report.hidden("g").isSuperset(of: before) && report.hidden("g").contains(into))
        _ = try Self.run(place, "publish", "--reason", "R3")
        let history = try place.aidstats("history", "pipeline.yaml", "--group", "g=\(into)", "--format", "csv")
        #expect(!history.outputText.contains("33"), "\(history.outputText)")
        // What no rule has changed is shown as before.
        let shown = report.breakdowns[0].groups.filter { $0.figures != nil }
        #expect(Set(shown.compactMap(\.group)).isSubset(of: ["甲", "丙", "丁"]))
    }

    @Test("Before anything was published groups may be put together anew; and other rules change nothing")
    func regroupedBefore() throws {
        let place = try Self.groups()
        _ = try Self.run(place)
        try place.write("pipeline.yaml", Self.pipeline(Self.merged("甲"), "[g]"))
        let again = try Self.run(place).hidden("g")
        #expect(!again.contains("甲"))

        let other = try Self.groups()
        _ = try Self.run(other)
        _ = try Self.run(other, "publish")
        let before = try Self.run(other).hidden("g")
        try other.write(
            "pipeline.yaml",
            Self.pipeline(Self.grouped, "[g]").replacing("unpaid: [待审核]", with: "unpaid: [待审核, 拒付]"))
        try other.write("exports/b.csv", Self.lines("b", [("甲", 30)]))
        let after = try Self.run(other).hidden("g")
        #expect(after == before)
    }
}
