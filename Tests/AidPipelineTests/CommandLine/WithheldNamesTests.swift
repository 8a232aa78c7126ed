import TestSupport
import Foundation
import Testing

/// A group of too few people has its name nowhere: a rare illness in a small town is a person.
struct WithheldNamesTests {
    private static let rare = "罕见丁"

    private static func workplace() throws -> Workplace {
        var lines = [Exports.header]
        func add(_ care: String, _ day: String, people: Int) {
            for index in 0..<people {
                let id = "11010119900307\(100 + index)0".rechecked
                lines.append("\(care)\(day)-\(index),\(id),\(day),10.00,已打款,\(care),测试")
            }
        }
        add("门诊", "2022-06-30", people: 6)
        add(rare, "2022-06-29", people: 1)
        add("门诊", "2023-06-30", people: 6)
        // So many that it is known to all, though it is hidden beside the rare ones.
        add("住院", "2023-06-29", people: 10)
        add(rare, "2023-06-28", people: 2)
        add("乙" + rare, "2023-06-28", people: 1)
        add("门诊", "2023-09-30", people: 6)
        add("住院", "2023-09-29", people: 1)
        let place = try Workplace.ready(lines)
        try place.write("pipeline.yaml", Exports.pipeline().replacing("minGroup: 0", with: "minGroup: 5"))
        return place
    }

    private func expectUntold(_ endings: [Ending], _ place: Workplace, _ what: String = "") throws {
        let outputs = try place.contents().filter { !$0.key.hasPrefix("exports") && $0.key != "old.json" }
        let streams = endings.flatMap { [("standard output", $0.output), ("standard error", $0.errors)] }
        for (name, bytes) in outputs.map({ ($0.key, $0.value) }) + streams {
            let isTold = String(decoding: bytes, as: UTF8.self).contains(Self.rare)
            #expect(!isTold, "the name of a withheld group in \(name) \(what)")
        }
    }

    @Test("not in reports, charts, facts, news, the ledger, nor in what is made of them")
    func nowhere() throws {
        let place = try Self.workplace()
        try place.write("draft.md", "2023年第二季度，门诊6人次，住院10人次。\n")
        var endings: [Ending] = []
        for quarter in ["2022Q2", "2023Q2", "2023Q3"] {
            let run = try place.aidstats("run", "pipeline.yaml", "--quarter", quarter, "--metrics", "metrics.prom")
            #expect(run.exitCode == 0, "\(run.errorText)")
            let publish = try place.aidstats("publish", "pipeline.yaml", "--quarter", quarter)
            #expect(publish.exitCode == 0, "\(publish.errorText)")
            endings += [run, publish]
        }
        for arguments in [
            ["history", "pipeline.yaml", "--group", "care=住院"],
            ["history", "pipeline.yaml", "--group", "care=住院", "--format", "json"],
            ["history", "pipeline.yaml", "--group", "care=门诊", "--format", "csv"],
            ["compare", "2023Q2", "2023Q3", "pipeline.yaml"],
            ["compare", "2022Q2@first", "2023Q2", "pipeline.yaml", "--format", "json"],
            ["compare", "2022Q2", "2023Q2@latest", "pipeline.yaml", "--format", "csv"],
            ["compare", "reports/aid/2022Q2/report.json", "reports/aid/2023Q2/report.json"],
            ["facts", "pipeline.yaml", "--quarter", "2023Q2"], ["check", "draft.md", "--pipeline", "pipeline.yaml"],
        ] {
            let ending = try Executable.run(arguments, in: place.path)
            #expect(ending.exitCode != 64 && ending.exitCode < 66, "\(arguments): \(ending.errorText)")
            endings.append(ending)
        }
        try expectUntold(endings, place)
        #expect(try place.text("reports/aid/2023Q2/report.json").contains("\"withheldGroups\": 2"))
        #expect(try place.text("reports/aid/2023Q2/report.md").contains("隐去的组（2个）"))
        #expect(try place.text("reports/aid/2023Q2/report.html").contains("隐去的组（2个）"))
        // 住院 is small in the third quarter, and named in its report for the quarter before.
        #expect(try place.text("reports/aid/2023Q3/report.json").contains("\"group\": \"住院\""))
        let compared = endings[endings.count - 5].outputText
        #expect(compared.contains("too few") && compared.contains("住院"))
    }

    @Test("Who asks for a name learns nothing: withheld or not there are one answer")
    func asked() throws {
        let place = try Self.workplace()
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let hidden = try place.aidstats("history", "pipeline.yaml", "--group", "care=\(Self.rare)")
        let unknown = try place.aidstats("history", "pipeline.yaml", "--group", "care=没有的组")
        #expect(hidden.exitCode == 65 && unknown.exitCode == 65)
        #expect(hidden.errorText.replacing(Self.rare, with: "") == unknown.errorText.replacing("没有的组", with: ""))
        #expect(hidden.outputText.isEmpty && unknown.outputText.isEmpty)
    }

    @Test("A report of an earlier version has such names; a comparison does not tell them")
    func oldReports() throws {
        let place = try Self.workplace()
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let report = try place.text("reports/aid/2023Q2/report.json")
        var lines = report.split(separator: "\n", omittingEmptySubsequences: false)
        lines.removeAll { $0.contains("\"withheldGroups\"") }
        let old = lines.joined(separator: "\n").replacing("隐去的组", with: Self.rare)
        #expect(old != report)
        try place.write("old.json", old)
        for format in ["table", "json", "csv"] {
            let ending = try place.aidstats(
                "compare", "old.json", "reports/aid/2023Q2/report.json", "--format", format)
            #expect(ending.exitCode == 0, "\(ending.errorText)")
            try expectUntold([ending], place, format)
        }
    }
}
