import AidModel
import AidStatistics
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// Records go after their time of retention; figures stay, and say from when people are exact.
@Suite struct RegisterForgetTests {
    /// The story with a register, up to its fourth delivery, run on 2023Q2.
    private static func place() throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        for delivery in 1...4 { try Story.deliver(delivery, to: place) }
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        try #require(run.exitCode == 0, "\(run.errorText)")
        return place
    }

    private static func report(_ place: Workplace, _ quarter: String = "2023Q2") throws -> [String: Any] {
        let bytes = try place.bytes("reports/aid/\(quarter)/report.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private static func figures(_ value: Any?) -> [Int?] {
        let figures = (value as? [String: Any])?["figures"] as? [String: Any] ?? [:]
        return ["recipients", "personTimes", "amountMinor"].map { figures[$0] as? Int }
    }

    private static func forget(_ place: Workplace) throws {
        let done = try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2023Q1", "--yes")
        try #require(done.exitCode == 0, "\(done.errorText)")
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        try #require(run.exitCode == 0, "\(run.errorText)")
    }

    @Test func figuresStayAndPeopleAreExactFromThenOn() throws {
        let place = try Self.place()
        let before = try Self.report(place)
        #expect(Self.figures(before["cumulative"]) == [6, 11, 196_000])
        try Self.forget(place)
        let after = try Self.report(place)
        #expect(Self.figures(after) == Self.figures(before))
        #expect(Self.figures(after["yearEarlier"]) == [4, 4, 67_000])
        #expect(Self.figures(after["yearToDate"]) == Self.figures(before["yearToDate"]))
        let yearToDate = after["yearToDate"] as? [String: Any]
        // The data of the year lack its first quarter, those of the year before did not.
        #expect(Self.figures(yearToDate?["yearEarlier"]) == [nil, nil, nil])
        let cumulative = try #require(after["cumulative"] as? [String: Any])
        #expect(cumulative["since"] as? String == "2023-01-01")
        #expect(Self.figures(cumulative) == [5, 7, 129_000])
        let start = try #require(cumulative["sinceStart"] as? [String: Any])
        #expect(start["since"] as? String == "2012-05-01")
        #expect(start["personTimes"] as? Int == 11 && start["amountMinor"] as? Int == 196_000)
        #expect((after["people"] as? [String: Any])?["firstTime"] is NSNull)
        let quarters = try #require(after["quarters"] as? [[String: Any]])
        #expect(quarters.map { Self.figures($0) } == (before["quarters"] as? [[String: Any]])?.map { Self.figures($0) })
        #expect(quarters.first?["quarter"] as? String == "2022Q2")
        let codes = (after["findings"] as? [[String: Any]])?.compactMap { $0["code"] as? String } ?? []
        #expect(codes.contains("quarters-forgotten") && !codes.contains("cumulative-incomplete"))
        let markdown = try place.text("reports/aid/2023Q2/report.md")
        #expect(markdown.contains("登记册已按保留期限删去2023年1月1日以前的记录"))
        #expect(markdown.contains("| 2022年第二季度（存数） | 4 | 4 | 670.00 |"))
        #expect(markdown.contains("2023年第一季度起各季度受助人次合计 = 已支付 − 全额冲正 = 7人次"))
        #expect(try place.aidstats("register", "verify", "pipeline.yaml").exitCode == 0)
    }

    @Test func aForgottenQuarterIsRefused() throws {
        let place = try Self.place()
        try Self.forget(place)
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2022Q2")
        #expect(run.exitCode == 65 && run.errorText.contains("[quarter-forgotten]"))
        for span in ["2022Q2", "2022Q2..2023Q2"] {
            let people = try place.aidstats("register", "people", "pipeline.yaml", span)
            #expect(people.exitCode == 65 && people.errorText.contains("[span-not-covered]"))
        }
        let people = try place.aidstats("register", "people", "pipeline.yaml", "2023Q1..2023Q2", "--lang", "en")
        #expect(people.outputText.hasPrefix("2023Q1 to 2023Q2: 5 recipients, how many of them for the first time"))
        let export = try place.aidstats("register", "export", "pipeline.yaml")
        #expect(export.outputText == "quarter,recipients,firstTime,returning\n2022Q2,4,,\n2023Q1,2,,\n2023Q2,4,,\n")
        // People since 2012 are not those since 2023, so nothing is compared with them.
        let compared = try place.aidstats("compare", "2022Q2..2022Q2", "2022Q2..2023Q2", "pipeline.yaml")
        #expect(compared.exitCode == 0, "\(compared.errorText)")
    }

    /// What was paid in a forgotten quarter may have been counted already, so it is not counted again.
    @Test func lateClaimsOfForgottenQuartersAreRejected() throws {
        let place = try Self.place()
        try Self.forget(place)
        let lines = [
            Story.header, Story.claim("Z1", 1, "2022-12-31", "5.00"), Story.claim("Z2", 1, "2023-04-30", "7.00"),
        ]
        try place.write("exports/6-late.csv", lines.joined(separator: "\n") + "\n")
        // However many they are: an export of everything tells them all again.
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(Self.figures(try Self.report(place)) == [4, 6, 118_700])
        let rejects = try place.text("reports/aid/2023Q2/rejects.csv")
        #expect(rejects.contains("6-late.csv\",2,1,") && rejects.contains(",paidOn,forgotten-quarter,\"2022-12-31\""))
    }

    /// Report files of before and after hold cumulative figures of two spans: of people nothing can be said.
    @Test func reportsOfBeforeAndAfterAreComparedAsFarAsTheyGo() throws {
        let place = try Self.place()
        try place.copy("reports/aid/2023Q2/report.json", to: "before.json")
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        try Self.forget(place)
        let after = "reports/aid/2023Q2/report.json"
        for base in ["before.json", "2023Q2@1"] {
            let compared = try place.aidstats("compare", base, after, "pipeline.yaml", "--format", "csv")
            let lines = compared.outputText.split(separator: "\n").filter { $0.hasPrefix("cumulative,,") }
            #expect(
                lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3...9].joined(separator: ",") }
                    == (base == "before.json"
                        ? [
                            "recipients,6,6,,,,", "personTimes,11,11,11,11,0,0",
                            "amountMinor,196000,196000,196000,196000,0,0",
                        ]
                        // The story lacks two quarters, so nothing cumulative was published.
                        : ["recipients,,,,,,", "personTimes,,,11,11,,", "amountMinor,,,196000,196000,,"]),
                "\(base): \(compared.outputText)")
        }
        // The years before stand beside those that follow them.
        let span = try place.aidstats("compare", "2022Q2..2022Q4", "2023Q1..2023Q2", "pipeline.yaml", "--lang", "en")
        #expect(span.outputText.contains("the register has forgotten all records before 2023Q1, so the people of this"))
    }

    /// A programme that began after all that was forgotten lacks nobody.
    @Test func beforeTheStartNothingIsMissed() throws {
        let place = try Workplace()
        let pipeline = Exports.pipeline().replacing("since: 2012-05-01", with: "since: 2023-01-01")
        try place.write("pipeline.yaml", pipeline + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        for delivery in 1...4 { try Story.deliver(delivery, to: place) }
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let before = try Self.report(place)
        try Self.forget(place)
        let after = try Self.report(place)
        for key in ["people", "cumulative", "figures", "yearEarlier"] {
            #expect(
                NSDictionary(dictionary: try #require(after[key] as? [String: Any]))
                    == NSDictionary(dictionary: try #require(before[key] as? [String: Any])), "\(key)")
        }
        #expect((after["people"] as? [String: Any])?["firstTime"] as? Int == 3)
    }

    /// A second time of forgetting goes on from the first.
    @Test func forgettingGoesOn() throws {
        let place = try Self.place()
        for lines in [[Story.claim("D1", 2, "2024-02-29", "10.00"), Story.claim("D2", 7 - 2, "2024-03-31", "20.00")]] {
            try place.write("exports/6.csv", ([Story.header] + lines).joined(separator: "\n") + "\n")
        }
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2024Q1").exitCode == 0)
        let before = try Self.report(place, "2024Q1")
        for cut in ["2023Q1", "2024Q1"] {
            let done = try place.aidstats("register", "forget", "pipeline.yaml", "--before", cut, "--yes")
            #expect(done.exitCode == 0, "\(done.errorText)")
            #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2024Q1").exitCode == 0)
        }
        let after = try Self.report(place, "2024Q1")
        let quarters = try #require(after["quarters"] as? [[String: Any]])
        #expect(quarters.map { Self.figures($0) } == (before["quarters"] as? [[String: Any]])?.map { Self.figures($0) })
        let cumulative = try #require(after["cumulative"] as? [String: Any])
        let start = try #require(cumulative["sinceStart"] as? [String: Any])
        #expect(start["since"] as? String == "2012-05-01" && cumulative["since"] as? String == "2024-01-01")
        let all = Self.figures(before["cumulative"])
        #expect(start["personTimes"] as? Int == all[1] && start["amountMinor"] as? Int == all[2])
        // The year to date of a year that is gone, counted before it went.
        let earlier = (after["yearToDate"] as? [String: Any])?["yearEarlier"]
        #expect(Self.figures(earlier) == Self.figures((before["yearToDate"] as? [String: Any])?["yearEarlier"]))
        #expect(Self.figures(earlier)[0] == 2)
    }

    @Test func anotherProgrammesRegisterIsRefused() throws {
        let place = try Self.place()
        try place.write("other.yaml", try place.text("pipeline.yaml").replacing("name: aid", with: "name: loans"))
        let run = try place.aidstats("run", "other.yaml", "--lang", "en")
        #expect(run.exitCode == 65 && run.errorText.contains("this is the register of the programme aid"))
    }

    @Test func nothingGoesUnasked() throws {
        let place = try Self.place()
        let before = try Self.contents(place)
        let told = try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2023Q1", "--lang", "en")
        #expect(told.exitCode == 0 && told.outputText.hasPrefix("This would forget 4 claim records before 2023Q1"))
        let within = try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2022Q3", "--yes")
        #expect(within.exitCode == 64 && within.errorText.contains("[forget-within-year]"))
        let all = try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2024Q1", "--yes")
        #expect(all.exitCode == 65 && all.errorText.contains("[forget-everything]"))
        let none = try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2020Q1", "--yes")
        #expect(none.exitCode == 0)
        let elsewhere = try place.aidstats(
            "register", "forget", "pipeline.yaml", "--before", "2023Q1", "--yes", "--output", "elsewhere")
        #expect(elsewhere.exitCode == 65 && elsewhere.errorText.contains("[register-uncounted]"))
        #expect(try Self.contents(place) == before)
    }

    private static func contents(_ place: Workplace) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path + "/register") {
            contents[name] = try Data(contentsOf: place.url.appending(path: "register/\(name)"))
        }
        return contents
    }

    private static let seeds = (1...160).map { UInt64($0) }.filter {
        let export = TwinExport(seed: $0)
        return export.pipeline.contains("claim:") && TwinTrial(seed: $0).periods != nil
    }

    /// Of whatever stays, a run after forgetting says what one before it said.
    @Test(arguments: seeds)
    func whatStaysIsToldAsBefore(seed: UInt64) async throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.url
        let export = TwinExport(seed: seed)
        let path = try export.write(to: folder)
        try Data((export.pipeline + "\nregister: register\nkeyFile: key\n").utf8).write(to: URL(filePath: path))
        _ = try RegisterRequest(pipelinePath: path).make()
        var options = RunOptions(pipelinePath: path)
        options.output = folder.appending(path: "reports").path
        options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) }
        let before = try await Run(options).run().report
        options.quarter = before.quarter
        let cut = before.quarter.firstOfYear
        let isGone = before.quarters.contains { $0.quarter < cut && $0.figures != nil }
        _ = try RegisterRequest(pipelinePath: path).forget(before: cut, output: options.output, isSure: true)
        let after = try await Run(options).run().report
        guard isGone else { return }
        #expect(after.figures == before.figures, "seed \(seed)")
        #expect(after.unidentified == before.unidentified, "seed \(seed)")
        #expect(after.yearEarlier.base == before.yearEarlier.base, "seed \(seed)")
        #expect(after.quarterEarlier.base == before.quarterEarlier.base, "seed \(seed)")
        #expect(after.yearToDate.figures == before.yearToDate.figures, "seed \(seed)")
        // The days of forgotten quarters are forgotten too.
        func known(_ report: QuarterReport) -> [QuarterTotal] {
            report.quarters.filter { $0.figures != nil }.map {
                QuarterTotal(quarter: $0.quarter, isProvisional: $0.isProvisional, figures: $0.figures)
            }
        }
        #expect(known(after) == known(before), "seed \(seed)")
        if before.programme.since.map({ $0 >= cut.firstDay }) ?? false {
            #expect(after.cumulative == before.cumulative, "seed \(seed)")
        } else {
            let start = try #require(after.cumulative.sinceStart, "seed \(seed)")
            #expect(start.since == before.cumulative.since, "seed \(seed)")
            #expect(start.personTimeCount == before.cumulative.figures.personTimeCount, "seed \(seed)")
            #expect(start.amountMinor == before.cumulative.figures.amountMinor, "seed \(seed)")
        }
        if before.programme.since.map({ $0 <= cut.yearEarlier.firstDay }) ?? true {
            #expect(after.yearToDate.yearEarlier.base == before.yearToDate.yearEarlier.base, "seed \(seed)")
        }
        for (one, other) in zip(after.breakdowns, before.breakdowns) {
            for group in one.groups where group.withheldCount == 0 {
                // To Swift é is é however it is spelt; to the report it is not.
                let named = other.groups.first {
                    $0.withheldCount == 0 && $0.group.map { Array($0.utf8) } == group.group.map { Array($0.utf8) }
                }
                guard let earlier = named else {
                    // It was small in what is forgotten alone, which is no reason any more to withhold its name.
                    #expect(ReportPeriod.allCases.allSatisfy { group[$0].value ?? .zero == .zero }, "seed \(seed)")
                    continue
                }
                // Which complements are hidden depends on the cumulative figures, too.
                for (now, then) in [
                    (group.figures, earlier.figures), (group.yearToDate.figures, earlier.yearToDate.figures),
                ] {
                    #expect((now == .suppressed(.small)) == (then == .suppressed(.small)), "seed \(seed)")
                    if let now = now.value, let then = then.value { #expect(now == then, "seed \(seed)") }
                }
            }
        }
        _ = try RegisterRequest(pipelinePath: path).verify()
    }
}
