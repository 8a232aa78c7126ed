import Foundation
import Testing

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
