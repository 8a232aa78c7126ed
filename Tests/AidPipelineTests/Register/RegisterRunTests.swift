import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// A run with a register says what a run on all exports says, however these were delivered.
@Suite struct RegisterRunTests {
    private static let seeds = (1...120).map { UInt64($0) }.filter {
        TwinExport(seed: $0).pipeline.contains("claim:") && TwinTrial(seed: $0).periods != nil
    }

    @Test func thereAreEnoughSeeds() {
        #expect(RegisterRunTests.seeds.count > 25)
    }

    @Test(arguments: seeds)
    func deliveriesChangeNothing(seed: UInt64) async throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.url
        let export = TwinExport(seed: seed)
        let path = try export.write(to: folder)
        let full = try await Self.report(path, export, output: "full")

        try Data((export.pipeline + "\nregister: register\nkeyFile: key\n").utf8).write(to: URL(filePath: path))
        _ = try RegisterRequest(pipelinePath: path).make()
        var random = SeededRandom(seed)
        // Deliveries in any order; one that is refused comes again with the next.
        var waiting: [String] = []
        for name in export.files.map(\.name).shuffled(using: &random) {
            waiting.append(folder.appending(path: name).path)
            guard Bool.random(using: &random) else { continue }
            do {
                _ = try await Self.report(path, export, output: "parts", inputs: waiting, quarter: false)
                waiting = []
            } catch is RunFailure {}
        }
        for jobs in [1, 3] {
            let last = try await Self.report(path, export, output: "last\(jobs)", jobs: jobs)
            let (lastLines, fullLines) = (Self.lines(last), Self.lines(full))
            let difference = zip(lastLines, fullLines).first { $0 != $1 }.map { "\($0.0) for \($0.1)" }
            #expect(
                try Self.rejects(folder, "last\(jobs)") == Self.rejects(folder, "full"), "seed \(seed): other rejects")
            #expect(
                difference == nil && lastLines.count == fullLines.count,
                "seed \(seed), \(jobs) jobs, \(lastLines.count) lines for \(fullLines.count): \(difference ?? "")")
        }
        _ = try RegisterRequest(pipelinePath: path).verify()
        try Self.searchForNumbers(of: export, in: folder.appending(path: "register"))
    }

    @Test func copiesAreTold() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        try place.copy("exports/a.csv", to: "exports/b.csv")
        for _ in 0..<2 {
            let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
            #expect(run.exitCode == 0 && run.errorText.contains("exports/b.csv and exports/a.csv are the same"))
        }
    }

    @Test(arguments: [true, false])
    func peopleOfASpanAreTold(fromTheStart: Bool) throws {
        let place = try Workplace()
        let pipeline = Exports.pipeline().replacing(
            "since: 2012-05-01", with: fromTheStart ? "since: 2022-04-01" : "since: 2012-05-01")
        try place.write("pipeline.yaml", pipeline + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        for delivery in 1...5 { try Story.deliver(delivery, to: place) }
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet").exitCode == 0)
        // Over the two quarters that the story lacks nothing can be told, and what is missing is.
        let hole = try place.aidstats("register", "people", "pipeline.yaml", "2022Q2..2023Q2", "--lang", "en")
        #expect(hole.outputText.contains(": 6 recipients, how many of them for the first time is not known"))
        #expect(hole.outputText.contains("no claim is dated in 2022Q3, 2022Q4"))
        let filled = [Story.claim("F1", 1, "2022-09-30", "1.00"), Story.claim("F2", 1, "2022-12-31", "1.00")]
        try place.write("exports/6-filled.csv", ([Story.header] + filled).joined(separator: "\n") + "\n")
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet").exitCode == 0)
        let unknown = "how many of them for the first time is not known"
        for (span, count, known) in [
            ("2022Q2..2023Q2", 6, "6 first-time and 0 returning"),
            ("2023Q1..2023Q2", 5, "2 first-time and 3 returning"),
        ] {
            let people = try place.aidstats("register", "people", "pipeline.yaml", span, "--lang", "en")
            #expect(
                people.outputText.contains(": \(count) recipients, \(fromTheStart ? known : unknown)"),
                "\(people.outputText)")
        }
        // Before the start there was nobody; after the data there may be.
        let before = try place.aidstats("register", "people", "pipeline.yaml", "2012Q2..2023Q2")
        #expect(before.exitCode == (fromTheStart ? 0 : 65))
        #expect(try place.aidstats("register", "people", "pipeline.yaml", "2023Q1..2023Q4").exitCode == 65)
    }

    private static func report(
        _ pipeline: String, _ export: TwinExport, output: String, inputs: [String] = [], quarter: Bool = true,
        jobs: Int = 2
    ) async throws -> String {
        var options = RunOptions(pipelinePath: pipeline)
        options.output = URL(filePath: pipeline).deletingLastPathComponent().appending(path: output).path
        options.inputs = inputs
        if quarter { options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) } }
        options.jobs = jobs
        let folder = try await Run(options).run().folder
        return try String(contentsOf: URL(filePath: folder + "/report.json"), encoding: .utf8)
    }

    /// The list of rejects of the only report in a folder.
    private static func rejects(_ folder: URL, _ output: String) throws -> [Substring] {
        let reports = folder.appending(path: output)
        let names = try FileManager.default.subpathsOfDirectory(atPath: reports.path)
        let name = try #require(names.first { $0.hasSuffix("/rejects.csv") })
        return try String(contentsOf: reports.appending(path: name), encoding: .utf8).split(separator: "\r\n")
    }

    /// All of a report but the digest of its pipeline file, which names the register.
    private static func lines(_ report: String) -> [Substring] {
        let lines = report.split(separator: "\n")
        guard let start = lines.firstIndex(where: { $0.contains("\"pipelineFile\"") }) else { return lines }
        return Array(lines[..<start] + lines[min(start + 4, lines.count)...])
    }

    /// No document number of a person stands in any file of the register.
    private static func searchForNumbers(of export: TwinExport, in register: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: register.path) {
            let bytes = try Data(contentsOf: register.appending(path: name))
            for person in export.people where person.number.utf8.count >= 6 {
                #expect(bytes.firstRange(of: Data(person.number.utf8)) == nil, "\(name) holds a person's number")
            }
        }
    }
}
