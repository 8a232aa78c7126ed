import TestSupport
import Foundation
import Testing

/// The same inputs give the same bytes, whoever runs them, where and when.
struct SameBytesTests {
    private static let files = [
        "report.json", "report.md", "report.html", "trend-recipients.svg", "facts.json", "news.zh.md", "news.en.md",
        "rejects.csv",
    ]

    /// Three exports: versions of one claim, a duplicate, a reversal and rejects across them.
    private static let exports = [
        "c.csv": [Exports.csv[1], "HZ9,\(Persons.second.id),2023-04-06,5.00,冲正,门诊,\(Persons.second.name)"],
        "a.csv": Array(Exports.csv.dropFirst()) + ["HZ8,123,2023-04-06,5.00,已打款,门诊,某"],
        "b.csv": [
            "HZ9,\(Persons.second.id),2023-04-06,7.00,已打款,住院,\(Persons.second.name)",
            Exports.csv[2].replacing("200.00", with: "250.00"),
            "HZ7,\(Persons.third.id),2023-13-06,7.00,已打款,住院,\(Persons.third.name)",
        ],
    ]

    private func place(inOrder names: [String]) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        for name in names {
            let lines = [Exports.header] + (Self.exports[name] ?? [])
            try place.write("exports/" + name, lines.joined(separator: "\n") + "\n")
        }
        return place
    }

    private func bytes(_ place: Workplace, _ ending: Ending) throws -> [[UInt8]] {
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        return try Self.files.map { try place.bytes("reports/aid/2023Q2/" + $0) }
    }

    @Test func againInAnyOrderAndPlace() throws {
        let place = try place(inOrder: ["a.csv", "b.csv", "c.csv"])
        let first = try bytes(place, place.aidstats("run", "pipeline.yaml"))
        #expect(String(decoding: first[7], as: UTF8.self).split(separator: "\r\n").count == 3)
        #expect(try bytes(place, place.aidstats("run", "pipeline.yaml")) == first)

        for order in [["c.csv", "b.csv", "a.csv"], ["b.csv", "c.csv", "a.csv"]] {
            let other = try self.place(inOrder: order)
            #expect(try bytes(other, other.aidstats("run", "pipeline.yaml", "--jobs", "2")) == first)
            // As arguments, of which the first decides; a file that two of them match is read once.
            let inputs = (["*.csv"] + order).flatMap { ["--input", "exports/" + $0] }
            let ending = try Executable.run(["run", "pipeline.yaml"] + inputs, in: other.path)
            #expect(try bytes(other, ending) == first)
        }
    }

    @Test(arguments: [
        ["TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8"], ["TZ": "America/Anchorage", "LC_ALL": "C"],
        ["TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"], ["TZ": ":nowhere", "LC_ALL": "ar_EG", "LANG": "fa_IR"],
    ])
    func anywhere(environment: [String: String]) throws {
        let place = try place(inOrder: ["a.csv", "b.csv", "c.csv"])
        let home = try place.aidstats("run", "pipeline.yaml")
        let first = try bytes(place, home)
        let abroad = try place.aidstats("run", "pipeline.yaml", environment: environment)
        #expect(try bytes(place, abroad) == first)
        #expect(abroad.output == home.output)
    }

    @Test(
        "any name that a file may have",
        arguments: [
            "a b.csv", "二季度 数据.csv", "[1]*?.csv", "a\nb.csv", "-.csv", "|`<b>`|.csv", "\u{1B}[31m.csv", "\\.csv",
        ])
    func namesOfFiles(name: String) throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        try place.write("exports/" + name, (Exports.csv + ["HZ8,1,,,,,"]).joined(separator: "\n"))
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let report = try JSONSerialization.jsonObject(with: Data(try place.bytes("reports/aid/2023Q2/report.json")))
        let inputs = (report as? [String: Any])?["inputs"] as? [[String: Any]]
        #expect(inputs?.count == 1)
        #expect(inputs?.first?.values.contains { $0 as? String == "exports/" + name } == true)
        for file in ["report.md", "report.html", "facts.json", "news.zh.md", "news.en.md", "rejects.csv"] {
            let text = try place.text("reports/aid/2023Q2/" + file)
            #expect(!text.contains("\u{1B}") && !text.contains("a\nb"))
        }

        // Named by itself it is that file, whatever a glob would make of it.
        let alone = try place.aidstats("run", "pipeline.yaml", "--input", "exports/" + name, "--output", "alone")
        #expect(alone.exitCode == 0, "\(alone.errorText)")
        let wrong = try place.aidstats("run", "pipeline.yaml", "--input", "exports/no" + name)
        #expect(wrong.exitCode == 66 && wrong.errorLines.count == 1 && !wrong.errorText.contains("\u{1B}"))
    }
}
