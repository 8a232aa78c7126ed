import Foundation
import Testing
import TestSupport

/// What is refused before it is in the ledger for good.
struct PublishingTests {
    private static let run = ["run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet"]

    private static func published() throws -> Workplace {
        let place = try Workplace.ready()
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        let ending = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", "2023-07-16")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        return place
    }

    @Test(arguments: ["3023-07-16", "2023-03-31"])
    func impossibleDays(day: String) throws {
        let place = try Workplace.ready()
        #expect(try Executable.run(Self.run, in: place.path).exitCode == 0)
        let ending = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", day)
        #expect(ending.exitCode == 64 && ending.errorText.contains("[impossible-day]"))
    }

    @Test func notesOfPersons() throws {
        let place = try Self.published()
        for note in [Persons.first.id, Persons.second.shortID, "a\u{1B}[31mb"] {
            let ending = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--note", note)
            #expect(ending.exitCode == 64)
        }
    }

    /// Where the disk fails while a version is written, nobody can say whether it stands; publishing once more can.
    @Test(.needs(.strace))
    func whetherAVersionStandsIsNotClaimed() throws {
        let place = try Workplace.ready()
        #expect(try Executable.run(Self.run, in: place.path).exitCode == 0)
        try place.copy("reports", to: "before")
        let publication = ["publish", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en"]
        var standing = 0
        for number in 1...6 {
            try place.remove("reports")
            try place.copy("before", to: "reports")
            let ending = try Started(
                [
                    "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
                    "inject=fdatasync:error=EIO:when=\(number)", Executable.path,
                ] + publication, program: NeededTool.strace.path, in: place.path
            ).wait()
            if ending.exitCode == 0 { continue }
            let again = try Executable.run(publication, in: place.path)
            #expect(again.exitCode == 0)
            guard again.outputText.contains("unchanged") else { continue }
            standing += 1
            #expect(ending.errorText.contains("[publication-uncertain]"), "flush \(number): \(ending.errorText)")
        }
        #expect(standing > 0)
    }

    @Test func aQuarterThatNeverRan() throws {
        let place = try Self.published()
        let ending = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2022Q1")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[no-run]"))
    }

    /// An export that was written anew holds known and new claims alike: nothing is said of causes.
    @Test func anExportWrittenAnew() throws {
        let place = try Self.published()
        var lines = Exports.csv
        lines[1] = lines[1].replacing("100.00", with: "110.00")
        try place.write("exports/a.csv", lines.joined(separator: "\n") + "\n")
        #expect(try Executable.run(Self.run, in: place.path).exitCode == 0)
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(report.contains("\"causes\": null") && report.contains("exports/a.csv 已不在"))
    }

    /// What was printed, printed otherwise, and printed again as at first, are three vintages.
    @Test func printedThereAndBack() throws {
        let place = try Workplace.ready()
        for (day, figure) in [("2020-10-20", "72.7万"), ("2020-11-20", "73万"), ("2020-12-20", "72.7万")] {
            let text =
                "quarter,publishedOn,period,recipients,personTimes,amount\n2020Q3,\(day),quarter,\(figure),77.2万,\n"
            try place.write("printed.csv", text)
            let reason = day == "2020-10-20" ? [] : ["--reason", "C"]
            for _ in 0..<2 {
                let ending = try Executable.run(
                    ["publish", "pipeline.yaml", "--import", "printed.csv"] + reason, in: place.path)
                #expect(ending.exitCode == 0, "\(ending.errorText)")
            }
        }
        let history = try place.aidstats("history", "pipeline.yaml", "--format", "csv")
        #expect(history.outputText.split(separator: "\n").count == 4, "\(history.outputText)")
    }

    @Test(arguments: ["exports/a.csv", "pipeline.yaml", "reports/aid/ledger.sqlite"])
    func nothingIsWrittenOverWhatIsKept(path: String) throws {
        let place = try Self.published()
        let before = try place.contents()
        for option in ["--metrics", "--rejects"] {
            let ending = try Executable.run(Self.run + [option, path], in: place.path)
            #expect(ending.exitCode == 64 && ending.errorText.contains("[output-over-input]"))
        }
        #expect(try place.contents() == before)
    }

    /// Two folders of reports, one ledger: each publishes its own run alone.
    @Test func theRunOfAnotherFolder() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline() + "ledger: shared.sqlite\n")
        #expect(try Executable.run(Self.run + ["--output", "one"], in: place.path).exitCode == 0)
        #expect(try Executable.run(Self.run + ["--output", "two"], in: place.path).exitCode == 0)
        let ending = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--output", "one")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[other-output]"))
    }

    /// Two pipeline files that name one ledger would mix two programmes, or yuan and dollars.
    @Test(arguments: [("name: aid", "name: loans"), ("since:", "currency: USD\nsince:")])
    func aLedgerOfAnotherProgrammeIsRefused(text: String, other: String) throws {
        let place = try Workplace.ready()
        let pipeline = Exports.pipeline() + "ledger: kept.sqlite\n"
        try place.write("pipeline.yaml", pipeline)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet").exitCode == 0)
        try place.write("other.yaml", pipeline.replacing(text, with: other))
        for command in [
            ["run", "other.yaml"], ["history", "other.yaml"], ["publish", "other.yaml", "--quarter", "2023Q2"],
        ] {
            let ending = try Executable.run(command + ["--lang", "en"], in: place.path)
            #expect(
                ending.exitCode == 65 && ending.errorText.contains("this is the ledger of the programme aid, in CNY"))
        }
    }
}
