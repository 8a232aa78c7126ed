import Foundation
import TestSupport
import Testing

/// What the READMEs show is what the program prints.
@Suite struct ReadmeTests {
    @Test(arguments: Readme.allCases)
    func theFirstReport(readme: Readme) throws {
        let place = try Workplace()
        let ending = try Executable.run(
            ["run", "pipelines/second-reimbursement.yaml", "--output", place.path + "/reports"],
            in: Readme.root.path)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let printed = ending.outputText.replacing(place.path + "/", with: "")
        for line in try readme.lines(around: "1,055人次") { #expect(printed.contains(line), "\(line)") }

        let folder = "reports/second-reimbursement/2023Q2/"
        let report = try place.text(folder + "report.md")
        for line in try readme.lines(around: "+18.54%") { #expect(report.contains(line + "\n"), "\(line)") }
        let rejects = try place.text(folder + "rejects.csv").replacing("\r\n", with: "\n")
        for line in try readme.lines(around: "file,line,record,byte") {
            #expect(rejects.contains(line + "\n"), "\(line)")
        }
    }

    @Test(arguments: Readme.allCases)
    func fiveDeliveries(readme: Readme) throws {
        let place = try Story.workplace()
        try Story.live(in: place)
        let history = try place.aidstats("history", "pipeline.yaml", "--lang", "zh").outputText
        for line in try readme.lines(around: "R1 数据更新") { #expect(history.contains(line), "\(line)") }
        let report = try place.text("reports/aid/2023Q2/report.md")
        // The last column, which explains, is left out there.
        for text in ["| 首次公布 |", "| 冲正 | 1 |"] {
            for line in try readme.lines(around: text) { #expect(report.contains(line), "\(line)") }
        }
    }

    /// The pipeline file that they show is in order, and a slip in it is told as they say.
    @Test(arguments: [(Readme.english, "en"), (.chinese, "zh")])
    func thePipelineFile(readme: Readme, language: String) throws {
        let place = try Workplace()
        let pipeline = try readme.lines(around: "name: emergency-aid")
        try FileManager.default.createDirectory(atPath: place.path + "/p", withIntermediateDirectories: true)
        try place.write("p/good.yaml", pipeline.joined(separator: "\n") + "\n")
        let good = try place.aidstats("lint", "p/good.yaml", "--lang", language)
        #expect(good.exitCode == 0, "\(good.outputText)\(good.errorText)")
        try place.write(
            "bad.yaml", pipeline.joined(separator: "\n").replacing("type: category", with: "type: categry") + "\n")
        let bad = try place.aidstats("lint", "bad.yaml", "--lang", language)
        #expect(bad.exitCode == 78)
        for line in try readme.lines(around: "bad.yaml:") {
            #expect(bad.outputText.contains(line), "\(bad.outputText)")
        }
    }

    @Test(arguments: Readme.allCases)
    func theTest(readme: Readme) throws {
        let place = try Workplace()
        let pipeline = try readme.lines(around: "name: emergency-aid").map { line in
            line.contains("person:") ? "  person: { from: 工号, type: text }" : line
        }
        let tests = try readme.lines(around: "personTimes: 2")
        try place.write("aid.yaml", (pipeline + tests).joined(separator: "\n") + "\n")
        let lint = try place.aidstats("lint", "aid.yaml", "--test", "--lang", "en")
        #expect(lint.exitCode == 0, "\(lint.outputText)")
        #expect(lint.errorText.contains("1 tests, 1 as expected"))
    }

    @Test(arguments: [(Readme.english, "en"), (.chinese, "zh")])
    func theRejects(readme: Readme, language: String) throws {
        let days = ["45021", "45021", "45021", "45021", "45022", "45022"]
        let lines = days.enumerated().map { "B\($0),\(Persons.first.id),\($1),1.00,已打款,门诊,某人" }
        let place = try Workplace.ready(Exports.csv + lines)
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", language)
        for line in try readme.lines(around: "[bad-date]") {
            #expect(run.errorText.contains(line + "\n"), "\(run.errorText)")
        }
    }

    /// The groups that they derive can be derived.
    @Test(arguments: Readme.allCases)
    func derivedGroups(readme: Readme) throws {
        let place = try Workplace()
        let fields = try readme.lines(around: "take: sex")
        let names = fields.map { String($0.prefix { $0 != ":" }.drop { $0 == " " }) }
        try place.write("codes.csv", "value,group\nZY,住院\n")
        let treatment = "  treatedOn: { from: 就诊日期, type: date }"
        let kept = Exports.pipeline(
            breakdowns: "[\(names.joined(separator: ", "))]",
            fields: ([treatment] + fields).joined(separator: "\n") + "\n"
        ).split(separator: "\n").filter { !$0.contains("CareType") }
        try place.write("pipeline.yaml", kept.joined(separator: "\n") + "\n")
        let ending = try place.aidstats("lint", "pipeline.yaml")
        #expect(ending.exitCode == 0 && names.count == 8, "\(ending.outputText)\(ending.errorText)")
    }
}
