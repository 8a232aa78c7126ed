import Foundation
import Testing
import TestSupport

/// Dates with an offset, dates far from all others, and quarters that are missing, as a user meets them.
@Suite struct TimeAndGapTests {
    private static func line(_ number: String, _ person: Persons.Person, _ day: String, _ amount: String = "1.00")
        -> String
    {
        "\(number),\(person.id),\(day),\(amount),已打款,门诊,\(person.name)"
    }

    private static let borders = [
        Exports.header,
        // On 1 July in Shanghai, on 30 June in UTC and in New York.
        line("A1", Persons.first, "2023-06-30T16:30:00Z"), line("A2", Persons.second, "2023-06-30T15:00:00-01:00"),
        // On 30 June everywhere.
        line("A3", Persons.third, "2023-06-30T15:59:60Z"), line("A4", Persons.third, "2023-06-30"),
        line("A5", Persons.first, "2023-04-01 12:00:00+08:00"),
    ]

    @Test(
        "A date with an offset counts on the day that it was in the programme's zone",
        arguments: [(nil, 3), ("Asia/Shanghai", 3), ("UTC", 5), ("America/New_York", 5)])
    func zones(zone: String?, personTimes: Int) throws {
        for isXML in [false, true] {
            let place = try Workplace()
            let key = zone.map { "timeZone: \($0)\n" } ?? ""
            try place.write(
                "pipeline.yaml",
                key
                    + Exports.pipeline(
                        files: isXML ? "\"exports/*.xml\"" : "\"exports/*.csv\"", format: isXML ? "xml" : "csv"))
            if isXML {
                let claims = Self.borders.dropFirst().map { line in
                    let cells = line.split(separator: ",").map(String.init)
                    return Exports.claim(cells[0], Persons.all.first { $0.id == cells[1] }!, day: cells[2])
                }
                try place.write("exports/a.xml", Exports.xml(claims.joined()))
            } else {
                try place.write("exports/a.csv", Self.borders.joined(separator: "\n") + "\n")
            }
            #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
            let report = try place.text("reports/aid/2023Q2/report.json")
            #expect(report.contains("\"personTimes\": \(personTimes),"), "\(zone ?? "none") XML \(isXML)")
            #expect(!report.contains("\"2023Q3\""))
        }
    }

    @Test func anUnknownZoneIsAFindingOfLint() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", "timeZone: Asia/Shanghia\n" + Exports.pipeline())
        let ending = try place.aidstats("lint", "pipeline.yaml", "--lang", "en")
        #expect(ending.exitCode == 78)
        #expect((ending.outputText + ending.errorText).contains("pipeline.yaml:1:11"))
        #expect((ending.outputText + ending.errorText).contains("did you mean “Asia/Shanghai”"))
    }

    @Test func aRegisterBelongsToOneZone() throws {
        let place = try Workplace.ready()
        let pipeline = Exports.pipeline() + "register: register\nkeyFile: register.key\n"
        try place.write("pipeline.yaml", pipeline)
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        try place.write("pipeline.yaml", "timeZone: UTC\n" + pipeline)
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 65 && ending.errorText.contains("register-otherRules"))
    }

    @Test func sentinelsAreInNoQuarterAndNoReport() throws {
        let far = ["1900-01-01", "0001-01-01", "1970-01-01", "2203-06-30"]
        let place = try Workplace.ready(
            Exports.csv + far.enumerated().map { Self.line("F\($0)", Persons.first, $1) })
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0 && ending.errorText.contains("[far-off-dates]"))
        for name in ["report.json", "report.md", "report.html", "facts.json", "news.zh.md"] {
            let text = try place.text("reports/aid/2023Q2/\(name)")
            for quarter in ["0001", "1900", "1970", "2203"] where name != "report.html" {
                // The finding alone names them.
                let told = text.split(separator: "\n").filter { $0.contains(quarter) }
                #expect(told.allSatisfy { $0.contains("远离") || $0.contains("far from") }, "\(name): \(told)")
            }
        }
        for quarter in ["1900Q1", "0001Q1", "1970Q1", "2203Q2"] {
            let asked = try place.aidstats("run", "pipeline.yaml", "--quarter", quarter)
            #expect(asked.exitCode == 65 && asked.errorText.contains("far-off-quarter"), "\(quarter)")
        }
        let history = try place.aidstats("history", "pipeline.yaml")
        #expect(!history.outputText.contains("1900Q1") && !history.outputText.contains("2203Q2"))
    }

    @Test func aHoleIsToldWhereverAFigureLacksIt() throws {
        let place = try Workplace.ready()
        let pipeline = Exports.pipeline().replacing("since: 2012-05-01", with: "since: 2022-04-01")
        try place.write("pipeline.yaml", pipeline)
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(report.contains("\"firstTime\": null"))
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("以下累计只含数据中的赔付，不能当作项目开始以来的数字引用") && markdown.contains("数据中间缺少季度，无法统计"))
        #expect(!markdown.contains("累计受助职工"))
        for name in ["facts.json", "news.zh.md"] {
            let text = try place.text("reports/aid/2023Q2/\(name)")
            #expect(
                !text.contains("/cumulative/") && !text.contains("累计受助")
                    && !text.contains("\"measure\": \"firstTime\""), "\(name)")
        }
        // Nor is it published as if nothing were missing.
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let facts = try place.aidstats("facts", "pipeline.yaml", "--quarter", "2023Q2", "--format", "json")
        #expect(facts.outputText.contains("2023Q2@1") && !facts.outputText.contains("/cumulative/"))
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let again = try place.aidstats("facts", "pipeline.yaml", "--quarter", "2023Q2", "--format", "json")
        #expect(!again.outputText.contains("2023Q2@2"))
        let compared = try place.aidstats("compare", "2022Q2..2023Q2", "2023Q2", "pipeline.yaml")
        #expect(compared.exitCode == 0 && compared.outputText.contains("没有 2022Q3、2022Q4、2023Q1 的赔付"))
    }

    /// The quarters after the report's are not shown, but a register that forgets later keeps their figures.
    @Test func whatIsLaterStaysKnownToARegister() throws {
        let lines = ["2021-06-30", "2021-09-30", "2021-12-31", "2022-03-31", "2022-06-30"].enumerated().map {
            Self.line("L\($0)", Persons.all[$0 % 3], $1, "\($0 + 1).00")
        }
        let place = try Workplace.ready([Exports.header] + lines)
        try place.write(
            "pipeline.yaml",
            Exports.pipeline().replacing("since: 2012-05-01", with: "since: 2021-04-01")
                + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2021Q2").exitCode == 0)
        #expect(try !place.text("reports/aid/2021Q2/report.json").contains("\"2021Q4\""))
        #expect(
            try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2022Q1", "--yes").exitCode == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2022Q2").exitCode == 0)
        let report = try place.text("reports/aid/2022Q2/report.json")
        // 1 + 2 + 3 + 4 + 5 yuan since the start.
        #expect(report.contains("\"amountMinor\": 1500"))
        for quarter in ["2021Q2", "2021Q3", "2021Q4"] { #expect(report.contains("\"quarter\": \"\(quarter)\"")) }
    }
}
