import Foundation
import Testing
import TestSupport

/// What a report, the history and a full replay say of five deliveries over two years.
struct StoryTests {
    private static func report(_ place: Workplace, _ quarter: String, in output: String = "reports") throws
        -> [String: Any]
    {
        let bytes = try place.bytes("\(output)/aid/\(quarter)/report.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private static func figures(_ value: Any?) -> [Int?] {
        let figures = value as? [String: Any] ?? [:]
        return ["recipients", "personTimes", "amountMinor"].map { figures[$0] as? Int }
    }

    private static func change(_ value: Any?) -> [Int?] {
        let change = value as? [String: Any] ?? [:]
        return ["claims", "personTimes", "amountMinor"].map { change[$0] as? Int }
    }

    @Test func theReportSaysWhatHasChangedAndWhy() throws {
        let place = try Story.workplace()
        for delivery in 1...3 { try Story.deliver(delivery, to: place) }
        for (quarter, day) in [("2022Q2", "2022-07-15"), ("2023Q2", "2023-07-16")] {
            #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", quarter).exitCode == 0)
            #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", quarter, "--on", day).exitCode == 0)
        }
        #expect(try Self.report(place, "2023Q2")["restatement"] == nil)

        // Late claims for both years, and a correction.
        try Story.deliver(4, to: place)
        let late = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--log-format", "json")
        #expect(late.exitCode == 0 && late.errorText.contains("\"restated\""))
        var report = try Self.report(place, "2023Q2")
        #expect(Self.figures(report["figures"]) == [4, 5, 118_000])
        var restatement = try #require(report["restatement"] as? [String: Any])
        #expect(Self.figures((restatement["first"] as? [String: Any])?["figures"]) == [3, 4, 70_000])
        #expect(Self.figures((restatement["last"] as? [String: Any])?["figures"]) == [3, 4, 70_000])
        #expect(Self.figures(restatement["change"]) == [1, 1, 48_000])
        var causes = try #require(restatement["causes"] as? [String: Any])
        #expect(Self.change(causes["lateClaims"]) == [1, 1, 50_000])
        #expect(Self.change(causes["corrections"]) == [1, 0, -2_000])
        #expect(Self.change(causes["reversals"]) == [0, 0, 0])
        // The year earlier on both bases: as it stands, and as it was published.
        let yearEarlier = try #require(report["yearEarlier"] as? [String: Any])
        #expect(Self.figures(yearEarlier["figures"]) == [4, 4, 67_000])
        let published = try #require(yearEarlier["asPublished"] as? [String: Any])
        #expect(Self.figures(published["figures"]) == [3, 3, 60_000])
        #expect(Self.figures(published["change"]) == [1, 2, 58_000])

        // Without a reason no restatement; with one the second version, and then nothing more to do.
        let unreasoned = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", "2023-10-16")
        #expect(unreasoned.exitCode == 64 && unreasoned.errorText.contains("[reason-missing]"))
        let second = try place.aidstats(
            "publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", "2023-10-16", "--reason", "R1")
        #expect(second.exitCode == 0 && second.outputText.contains("2"))
        let again = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--reason", "R1")
        #expect(again.exitCode == 0)

        // A reversal: first and last published now differ, and both differ from now.
        try Story.deliver(5, to: place)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        report = try Self.report(place, "2023Q2")
        #expect(Self.figures(report["figures"]) == [3, 4, 107_000])
        restatement = try #require(report["restatement"] as? [String: Any])
        #expect(Self.figures((restatement["first"] as? [String: Any])?["figures"]) == [3, 4, 70_000])
        #expect(Self.figures((restatement["last"] as? [String: Any])?["figures"]) == [4, 5, 118_000])
        causes = try #require(restatement["causes"] as? [String: Any])
        #expect(Self.change(causes["lateClaims"]) == [0, 0, 0])
        #expect(Self.change(causes["corrections"]) == [0, 0, 0])
        #expect(Self.change(causes["reversals"]) == [1, -1, -11_000])
    }

    @Test func aFullReplayGivesTheSameFigures() throws {
        let place = try Story.workplace()
        try Story.live(in: place)
        let lived = try Self.report(place, "2023Q2")
        #expect(
            try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--output", "replay").exitCode == 0)
        let replayed = try Self.report(place, "2023Q2", in: "replay")
        for key in ["figures", "cumulative", "yearToDate", "quarters", "breakdowns", "balance"] {
            #expect(
                NSDictionary(dictionary: [key: lived[key] ?? ""])
                    == NSDictionary(dictionary: [key: replayed[key] ?? ""]), "\(key)")
        }
    }

    @Test func theHistoryHasEveryVersion() throws {
        let place = try Story.workplace()
        try Story.live(in: place)
        let ending = try place.aidstats("history", "pipeline.yaml", "--format", "csv")
        #expect(ending.exitCode == 0)
        let lines = ending.outputText.split(separator: "\n")
        #expect(lines.filter { $0.contains("2023Q2") }.count >= 2)
        for day in ["2022-07-15", "2023-04-15", "2023-07-16", "2023-10-16"] {
            #expect(ending.outputText.contains(day))
        }
        let triangle = try place.aidstats("history", "pipeline.yaml", "--triangle")
        #expect(triangle.exitCode == 0 && triangle.outputText.contains("2023Q2"))
        for (base, now) in [("2023Q2@first", "2023Q2@latest"), ("2023Q2@1", "2023Q2@2023-10-16"), ("2022Q2", "2023Q2")]
        {
            let compared = try place.aidstats("compare", base, now, "pipeline.yaml", "--format", "json")
            #expect(compared.exitCode == 0, "\(base) \(now): \(compared.errorText)")
        }
    }

    @Test func aLargeRestatementIsRefusedWhereThePipelineFileSaysSo() throws {
        let place = try Story.workplace()
        let pipeline = Exports.pipeline().replacing("minGroup: 0 }", with: "minGroup: 0, maxRestatement: 10% }")
        try place.write("pipeline.yaml", pipeline)
        for delivery in 1...3 { try Story.deliver(delivery, to: place) }
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        try Story.deliver(4, to: place)
        let before = try place.contents(of: "reports")
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[restatement-too-large]"))
        #expect(try place.contents(of: "reports") == before)
    }

    @Test func runningTwiceChangesNothing() throws {
        let place = try Story.workplace()
        try Story.live(in: place)
        let before = try place.contents(of: "reports")
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(ending.exitCode == 0)
        #expect(try place.contents(of: "reports") == before)
    }
}

extension StoryTests {
    /// Each delivery is read once and put away; the register knows the rest.
    @Test func withARegisterEachExportIsReadOnce() throws {
        let place = try Story.workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: kept/register\nkeyFile: register.key\n")
        try FileManager.default.createDirectory(atPath: place.path + "/kept", withIntermediateDirectories: true)
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        #expect(try place.mode("register.key") == 0o600 && place.mode("kept/register") == 0o700)
        for delivery in 1...5 {
            try Story.deliver(delivery, to: place)
            let run = try place.aidstats("run", "pipeline.yaml", "--quiet")
            #expect(run.exitCode == 0, "delivery \(delivery): \(run.errorText)")
            try place.remove("exports/\(Story.deliveries[delivery - 1].name)")
        }
        // No export is left.
        let quarter = ["run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet", "--output"]
        #expect(try Executable.run(quarter + ["kept/reports"], in: place.path).exitCode == 0)
        for delivery in 1...5 { try Story.deliver(delivery, to: place) }
        try place.remove("kept/register")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        #expect(try Executable.run(quarter + ["replay"], in: place.path).exitCode == 0)
        let report = "aid/2023Q2/report.json"
        #expect(try place.bytes("kept/reports/\(report)") == place.bytes("replay/\(report)"))
        // Who is new can be told where the data begin with the programme.
        let late = try place.aidstats("register", "people", "pipeline.yaml", "2012Q2..2023Q2", "--lang", "en")
        #expect(late.exitCode == 65 && late.errorText.contains("[span-not-covered]"))

        // Groups have the names that reports give them, also where two report files are all there is.
        for pipeline in [["pipeline.yaml"], []] {
            let compared = try Executable.run(
                ["compare", "replay/\(report)", "kept/reports/\(report)", "--lang", "zh"] + pipeline, in: place.path)
            #expect(compared.outputText.contains("本季度，就诊类型：门诊"), "\(compared.outputText)")
        }

        // A span is counted anew.
        let span = try place.aidstats(
            "compare", "2022Q2..2023Q1", "2023Q1..2023Q2", "pipeline.yaml", "--output", "replay", "--format", "csv")
        #expect(span.exitCode == 0 && span.outputText.contains(",5,5,"), "\(span.outputText)")

        for delivery in 1...5 { try place.remove("exports/\(Story.deliveries[delivery - 1].name)") }

        // Another key, other rules, and a file that is gone are refused.
        try place.write("other.key", place.bytes("register.key").reversed())
        let register = Exports.pipeline() + "register: kept/register\nkeyFile: register.key\n"
        try place.write("pipeline.yaml", register.replacing("since: 2012-05-01", with: "since: 2013-05-01"))
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet").errorText.contains("[register-otherRules]"))
        try place.write("pipeline.yaml", register)
        let segment = try #require(
            try FileManager.default.contentsOfDirectory(atPath: place.path + "/kept/register").first {
                $0.hasSuffix(".claims")
            })
        try place.remove("kept/register/\(segment)")
        let gone = try place.aidstats("run", "pipeline.yaml", "--quiet")
        #expect(gone.exitCode == 65 && gone.errorText.contains("[register-missing]"))
    }

    /// No number and no name of a person, in any byte of what commands leave or say.
    @Test func nothingThatIsLeftHoldsAPerson() throws {
        let place = try Story.workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: left/register\nkeyFile: register.key\n")
        try FileManager.default.createDirectory(atPath: place.path + "/left", withIntermediateDirectories: true)
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        var said: [UInt8] = []
        func command(_ arguments: String...) throws {
            let ending = try Executable.run(arguments, in: place.path)
            said += ending.output + ending.errors
        }
        for delivery in 1...5 {
            try Story.deliver(delivery, to: place)
            for quarter in ["2022Q2", "2023Q1", "2023Q2"] {
                try command(
                    "run", "pipeline.yaml", "--quarter", quarter, "--output", "left", "--metrics", "left/m.prom")
                try command("publish", "pipeline.yaml", "--quarter", quarter, "--output", "left", "--reason", "R1")
                try command("publish", "pipeline.yaml", "--quarter", quarter, "--output", "left")
            }
        }
        try command("history", "pipeline.yaml", "--output", "left")
        try command("history", "pipeline.yaml", "--output", "left", "--format", "json")
        try command("compare", "2022Q2@1", "2023Q2", "pipeline.yaml", "--output", "left")
        try command("register", "export", "pipeline.yaml")
        var left = try place.contents(of: "left")
        left["standard output and error"] = said
        #expect(left.keys.contains { $0.hasSuffix("ledger.sqlite") } && left.keys.contains { $0.hasSuffix(".claims") })
        for (name, bytes) in left {
            let text = Data(bytes)
            for person in Story.people {
                for secret in [person.id, person.shortID, person.name] {
                    #expect(text.firstRange(of: Data(secret.utf8)) == nil, "\(name) holds something of a person")
                }
            }
        }
    }
}
