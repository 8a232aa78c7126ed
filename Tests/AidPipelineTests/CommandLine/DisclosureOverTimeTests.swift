import Foundation
import TestSupport
import Testing

/// What one report hides no later one tells, nor does a comparison of the two.
struct DisclosureOverTimeTests {
    private struct Compared: Decodable {
        struct Group: Decodable { let field, name: String }
        struct Figures: Decodable { let recipients, personTimes, amountMinor: Int? }
        struct Side: Decodable {
            let figures: Figures?
            let suppressed: String?
        }
        struct Cell: Decodable {
            let period: String
            let group: Group?
            let base, now: Side
            let change: Figures?
        }
        let cells: [Cell]
    }

    private struct Report: Decodable {
        struct Figures: Decodable { let recipients: Int }
        struct Span: Decodable {
            let figures: Figures?
            let suppressed: String?
        }
        struct Group: Decodable {
            let group: String
            let suppressed: String?
            let quarterEarlier: Span
            let cumulative: Span
        }
        struct Breakdown: Decodable { let groups: [Group] }
        let breakdowns: [Breakdown]
    }

    /// - Parameter people: of each kind of care how many are aided; each person once.
    private static func write(_ place: Workplace, _ name: String, _ month: String, _ people: [(String, Int)]) throws {
        var lines = ["赔付编号,身份证号,打款日期,互助金额,状态,就诊类型"]
        for (care, count) in people {
            for _ in 0..<count {
                let number = String(1000 + lines.count).dropFirst()
                lines.append(
                    "\(name)\(number),\("11010119900307\(number)".rechecked),2023-\(month)-30,10.00,已打款,\(care)")
            }
        }
        try place.write("exports/\(name).csv", lines.joined(separator: "\n") + "\n")
    }

    private static func published(_ place: Workplace, _ quarter: String, _ more: String...) throws -> Report {
        for words in [["run"], ["publish"] + more] {
            let ending = try Executable.run(
                [words[0], "pipeline.yaml", "--quarter", quarter] + words.dropFirst(), in: place.path)
            try #require(ending.exitCode == 0, "\(ending.errorText)")
        }
        return try JSONDecoder().decode(
            Report.self, from: Data(try place.bytes("reports/aid/\(quarter)/report.json")))
    }

    private static func workplace() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            "pipeline.yaml", Exports.pipeline(breakdowns: "[care]").replacing("minGroup: 0", with: "minGroup: 5"))
        try write(place, "a", "03", [("门诊", 40), ("住院", 20), ("体检", 30)])
        return place
    }

    @Test("All since the start less what it was a quarter ago is the quarter, and is hidden with it")
    func cumulative() throws {
        let place = try Self.workplace()
        #expect(try Self.published(place, "2023Q1").breakdowns[0].groups.allSatisfy { $0.suppressed == nil })
        try Self.write(place, "b", "06", [("门诊", 40), ("住院", 3), ("体检", 30)])
        let groups = try Self.published(place, "2023Q2").breakdowns[0].groups
        let hidden = groups.filter { $0.suppressed != nil }
        #expect(hidden.count == 2 && hidden.allSatisfy { $0.cumulative.suppressed == "complement" })

        let ending = try place.aidstats("compare", "2023Q1", "2023Q2", "pipeline.yaml", "--format", "json")
        let compared = try JSONDecoder().decode(Compared.self, from: Data(ending.output))
        let cells = compared.cells.filter { cell in hidden.contains { $0.group == cell.group?.name } }
        #expect(cells.count == 6)
        for cell in cells { #expect(cell.change?.personTimes == nil && cell.change?.amountMinor == nil) }
    }

    @Test("What was hidden stays so after one late claim, and is free when many have come")
    func restated() throws {
        let place = try Self.workplace()
        try Self.write(place, "b", "06", [("门诊", 40), ("住院", 4), ("体检", 30)])
        let first = try Self.published(place, "2023Q2").breakdowns[0].groups.filter { $0.suppressed != nil }
        #expect(first.count == 2)
        try Self.write(place, "c", "06", [("住院", 1)])
        let second = try Self.published(place, "2023Q2", "--reason", "R1").breakdowns[0].groups
        #expect(second.filter { $0.suppressed != nil }.map(\.group) == first.map(\.group))
        try Self.write(place, "d", "06", [("住院", 60), ("体检", 60), ("门诊", 60)])
        let third = try Self.published(place, "2023Q2", "--reason", "R1").breakdowns[0].groups
        #expect(third.allSatisfy { $0.suppressed == nil })
    }

    // MARK: Again

    private static let quarter = "reports/aid/2023Q2"

    private static func run(_ place: Workplace, _ words: String..., quarter: String = "2023Q2") throws -> [UInt8] {
        let ending = try Executable.run(["run", "pipeline.yaml", "--quarter", quarter] + words, in: place.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try place.bytes("reports/aid/\(quarter)/report.json")
    }

    private static func groups(_ report: [UInt8]) throws -> [Report.Group] {
        try JSONDecoder().decode(Report.self, from: Data(report)).breakdowns[0].groups
    }

    /// Many small groups, so that what is hidden for one changes what another needs.
    private static func many(_ count: Int) throws -> Workplace {
        let place = try workplace()
        try write(place, "b", "06", (1...count).map { ("病\($0)", $0 * 7 % 11 + 1) } + [("门诊", 40), ("住院", 3)])
        return place
    }

    @Test("Another run on the same data writes the same report, whatever was reported in between")
    func again() throws {
        let place = try Self.many(12)
        let bytes = try Self.run(place)
        let other = try Self.run(place, quarter: "2023Q1")
        for words in [["--jobs", "1"], ["--jobs", "3", "--memory", "256 MiB"]] {
            #expect(try Self.run(place, words[0], words[1]) == bytes)
            try FileManager.default.removeItem(atPath: "\(place.path)/\(Self.quarter)")
        }
        #expect(try Self.run(place) == bytes)
        #expect(try Self.run(place, quarter: "2023Q1") == other)
        // Later quarters and other words change nothing of what is hidden.
        try Self.write(place, "c", "09", [("门诊", 40), ("住院", 4), ("体检", 30)])
        _ = try Self.run(place, quarter: "2023Q3")
        try place.write(
            "pipeline.yaml",
            try place.text("pipeline.yaml").replacing("type: category", with: "type: category, title: 类"))
        let before = try Self.groups(bytes)
        let after = try Self.groups(try Self.run(place))
        #expect(after.map(\.group) == before.map(\.group))
        #expect(after.map(\.suppressed) == before.map(\.suppressed))
        #expect(after.map(\.cumulative.suppressed) == before.map(\.cumulative.suppressed))
    }

    @Test("With a larger minGroup, all is decided anew")
    func larger() throws {
        let place = try Self.many(12)
        let before = try Self.groups(try Self.run(place)).filter { $0.suppressed == nil }.count
        try place.write(
            "pipeline.yaml", try place.text("pipeline.yaml").replacing("minGroup: 5", with: "minGroup: 8"))
        let after = try Self.groups(try Self.run(place)).filter { $0.suppressed == nil }
        #expect(after.count < before)
    }

    @Test("Data changed and changed back: what was published comes again, byte by byte")
    func changedBack() throws {
        let place = try Self.many(12)
        _ = try Self.published(place, "2023Q2")
        let first = try Self.run(place)
        try Self.write(place, "c", "06", [("病3", 1), ("病5", 9)])
        #expect(try Self.run(place) != first)
        try FileManager.default.removeItem(atPath: "\(place.path)/exports/c.csv")
        #expect(try Self.run(place) == first)
    }

    @Test("Of what was not published the newest report counts, and then it comes again")
    func changedBackUnpublished() throws {
        let place = try Self.many(12)
        _ = try Self.run(place)
        try Self.write(place, "c", "06", [("病3", 1), ("病5", 9)])
        let hidden = try Self.groups(try Self.run(place)).filter { $0.suppressed != nil }.map(\.group)
        try FileManager.default.removeItem(atPath: "\(place.path)/exports/c.csv")
        let bytes = try Self.run(place)
        let shown = try Self.groups(bytes).filter { $0.suppressed == nil }.map(\.group)
        #expect(!hidden.isEmpty && Set(hidden).isDisjoint(with: shown))
        #expect(try Self.run(place) == bytes)
    }
}
