import Foundation
import Testing
import TestSupport

/// `facts` as a newsroom calls it, and what a run leaves for it.
struct FactsCommandTests {
    private static func reported() throws -> Workplace {
        let place = try Workplace.ready()
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        return place
    }

    @Test func factsAndSentencesArePrinted() throws {
        let place = try Self.reported()
        let zh = try place.aidstats("facts", "pipeline.yaml")
        #expect(zh.exitCode == 0 && zh.errors.isEmpty, "\(zh.errorText)")
        #expect(zh.outputText.contains("受助职工") && zh.outputText.contains("\n2023Q2/recipients "))
        let en = try place.aidstats("facts", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en")
        #expect(en.outputText.contains("In the second quarter of 2023, ") && en.outputText.contains("Exact value"))
        // What the run wrote is what the command prints.
        let markdown = try place.aidstats("facts", "pipeline.yaml", "--format", "markdown")
        #expect(markdown.outputText == (try place.text("reports/aid/2023Q2/news.zh.md")))
        let json = try place.aidstats("facts", "pipeline.yaml", "--format", "json", "--lang", "en")
        let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
        #expect(object?["language"] as? String == "en")
        #expect((object?["facts"] as? [[String: Any]])?.first?["id"] as? String == "2023Q2/recipients")
        let lead = object?["lead"] as? [String: Any]
        #expect((lead?["facts"] as? [String])?.contains("2023Q2/amount") == true)
        let lines = try place.aidstats("facts", "pipeline.yaml", "--format", "jsonl")
        let objects = try lines.output.split(separator: UInt8(ascii: "\n")).map {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
        }
        #expect(objects.first??["schema"] as? String == "aidstats.facts.lines/1")
        #expect(objects.dropFirst().first??["id"] as? String == "2023Q2/recipients")
    }

    @Test func programsGetFactsWithoutNews() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline() + "reports: [json]\n")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        #expect(try place.contents().keys.contains("reports/aid/2023Q2/facts.json"))
        #expect(try !place.contents().keys.contains { $0.hasSuffix(".md") })
    }

    // MARK: Templates of the newsroom's own

    @Test func aNewsroomChangesItsTemplates() throws {
        let place = try Self.reported()
        let written = try place.aidstats("facts", "pipeline.yaml", "--templates-out", "news")
        #expect(written.exitCode == 0, "\(written.errorText)")
        #expect(written.outputText.split(separator: "\n").count == 8)
        #expect(written.outputText.contains("news/headline.zh.mustache\n"))
        let given = try place.text("reports/aid/2023Q2/news.zh.md")
        try place.write("pipeline.yaml", Exports.pipeline() + "news: { templates: ./news }\n")
        #expect(try place.aidstats("facts", "pipeline.yaml", "--format", "markdown").outputText == given)

        try place.write("news/headline.zh.mustache", "{{programme}}：{{amount}}\n")
        try place.remove("news/body.zh.mustache")
        let changed = try place.aidstats("facts", "pipeline.yaml", "--format", "markdown").outputText
        #expect(changed.split(separator: "\n").first?.contains("：") == true)
        func sentences(_ text: String) -> [Substring] {
            text.split(separator: "\n").dropFirst().prefix { $0 != "---" }
        }
        #expect(sentences(changed).count > 3 && sentences(changed) == sentences(given))
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        #expect(try place.text("reports/aid/2023Q2/news.zh.md").hasPrefix(changed.prefix(20)))

        let again = try place.aidstats("facts", "pipeline.yaml", "--templates-out", "news")
        #expect(again.exitCode == 73 && again.errorText.contains("[template-exists]"))
    }

    @Test(arguments: ["run", "facts", "lint"])
    func aFigureInATemplateIsRefusedWithItsPlace(command: String) throws {
        let place = try Self.reported()
        try place.write("pipeline.yaml", Exports.pipeline() + "news: { templates: news }\n")
        try place.write("news/lead.zh.mustache", "受助职工{{recipients}}，\n增长5%，{{recipiens}}。\n")
        try place.write("news/deck.en.mustache", "two people")
        let before = try place.contents()
        let ending = try place.aidstats(command, "pipeline.yaml", "--lang", "en")
        #expect(ending.exitCode == 78)
        let told = command == "lint" ? ending.outputText : ending.errorText
        #expect(told.contains("news/lead.zh.mustache:2:3: ") && told.contains("[typed-figure]"))
        #expect(told.contains("news/lead.zh.mustache:2:6: ") && told.contains("[unknown-name]"))
        #expect(told.contains("news/deck.en.mustache:1:1: "))
        #expect(try place.contents() == before)
    }

    private static let statements = """
        statements:
          - id: start
            text: { zh: 该项目自2012年5月启动。, en: The programme began in May 2012. }
            source: 北京市总工会
            asOf: 2023-07-16

        """

    @Test func templatesTellStatementsOfThePipelineFile() throws {
        let place = try Self.reported()
        try place.write("pipeline.yaml", Exports.pipeline() + "news: { templates: news }\n" + Self.statements)
        try place.write("news/lead.zh.mustache", "{{statements.start}}受助金额{{amount}}。\n")
        let markdown = try place.aidstats("facts", "pipeline.yaml", "--format", "markdown").outputText
        #expect(markdown.contains("\n该项目自2012年5月启动。受助金额"))
        #expect(markdown.contains("- 北京市总工会（2023年7月16日）：该项目自2012年5月启动。\n"))
        let json = try place.aidstats("facts", "pipeline.yaml", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
        #expect((object?["statements"] as? [[String: Any]])?.map { $0["asOf"] as? String } == ["2023-07-16"])
        #expect((object?["lead"] as? [String: Any])?["statements"] as? [String] == ["start"])

        // The given templates tell it, too.
        let given = try place.text("reports/aid/2023Q2/news.zh.md")
        #expect(!given.contains("启动") && markdown.contains("\n\n该项目自2012年5月启动。\n\n"))

        try place.write("news/lead.zh.mustache", "受助金额{{amount}}。\n{{statements.strat}}\n")
        for command in ["run", "facts", "lint"] {
            let ending = try place.aidstats(command, "pipeline.yaml", "--lang", "en")
            #expect(ending.exitCode == 78)
            let told = command == "lint" ? ending.outputText : ending.errorText
            #expect(told.contains("news/lead.zh.mustache:2:1: ") && told.contains("[unknown-statement]"))
        }
    }

    @Test func aFolderThatIsNotThere() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline() + "news: { templates: nowhere }\n")
        for command in ["run", "facts", "lint"] {
            let ending = try place.aidstats(command, "pipeline.yaml")
            #expect(ending.exitCode == (command == "facts" ? 65 : 66), "\(command): \(ending.errorText)")
        }
        try place.write("nowhere/deck.zh.mustache", [0xFF, 0xFE])
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 78 && ending.errorText.contains("[template-unreadable]"))
        try place.write("nowhere/deck.zh.mustache", String(repeating: "字", count: 30_000))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 78)
    }

    // MARK: Where there is nothing to tell

    @Test func quartersThatNeverRan() throws {
        let place = try Workplace.ready()
        let never = try place.aidstats("facts", "pipeline.yaml")
        #expect(never.exitCode == 65 && never.errorText.contains("[no-facts]"))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let other = try place.aidstats("facts", "pipeline.yaml", "--quarter", "2019Q1")
        #expect(other.exitCode == 65 && other.errorText.contains("2019Q1"))
    }

    @Test func aQuarterKnownFromPrintAlone() throws {
        let place = try Self.reported()
        try place.write(
            "printed.csv",
            "quarter,publishedOn,period,recipients,personTimes,amount\n"
                + "2020Q3,2020-10-20,quarter,72.7万,77.2万,9800万元\n")
        #expect(try place.aidstats("publish", "pipeline.yaml", "--import", "printed.csv").exitCode == 0)
        let ending = try place.aidstats("facts", "pipeline.yaml", "--quarter", "2020Q3")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(ending.outputText.contains("受助职工72.7万人、77.2万人次，受助金额9800万元"))
        // And beside the facts of a run.
        #expect(try place.aidstats("facts", "pipeline.yaml").outputText.contains("\n2020Q3@1/recipients "))
    }

    @Test func damagedFactsAreRefused() throws {
        let place = try Self.reported()
        let path = "reports/aid/2023Q2/facts.json"
        let text = try place.text(path)
        for damaged in [
            "", "{", text.replacing("aidstats.facts/1", with: "aidstats.facts/9"), String(text.dropLast(9)),
        ] {
            try place.write(path, damaged)
            let ending = try place.aidstats("facts", "pipeline.yaml")
            #expect(ending.exitCode == 65 && ending.errorText.contains("[no-facts-file]"))
        }
    }

    @Test func roundingIsASetting() throws {
        // 100.005万元 lies just between two printed figures.
        var lines = [Exports.csv[0], Exports.csv[1].replacing("100.00", with: "1000050.00")]
        lines.append(Exports.csv[5])
        let place = try Workplace.ready(lines)
        for (rounding, printed) in [("half-up", "受助金额100.01万元"), ("half-even", "受助金额100万元")] {
            try place.write("pipeline.yaml", Exports.pipeline() + "news: { rounding: \(rounding) }\n")
            #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
            #expect(try place.text("reports/aid/2023Q2/news.zh.md").contains(printed))
        }
    }
}
