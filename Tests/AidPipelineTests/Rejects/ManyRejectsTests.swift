import Foundation
import TestSupport
import Testing

@testable import AidModel

/// Exports of hardly anything but rejects: all are counted, the first are listed, and a report says so.
@Suite struct ManyRejectsTests {
    /// Three exports that hold more rejects together than are listed, the first two less than that.
    private static func place(_ pipeline: String) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline)
        for (name, count) in [("a", 40_000), ("b", 30_000), ("c", 90_000)] {
            let rejects = (1...count).map { "\(name)\($0),x,2023-04-05,1.00,退\($0 % 40),门诊,某人\n" }
            let paid = "\(name)0,\(Persons.first.id),2023-04-05,1.00,已打款,门诊,某人"
            try place.write("exports/\(name).csv", Exports.header + "\n" + paid + "\n" + rejects.joined())
        }
        return place
    }

    @Test("The list is the same whatever the threads")
    func listed() throws {
        let place = try Self.place(Exports.pipeline(maxRejected: "100%"))
        var first: [UInt8]?
        for options in [["--jobs", "1"], ["--jobs", "3"]] {
            let run = try Executable.run(
                ["run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en"] + options, in: place.path)
            try #require(run.exitCode == 0, "\(run.errorText.prefix(600))")
            let list = try place.bytes("reports/aid/2023Q2/rejects.csv")
            #expect(first == nil || first == list)
            first = list
            let lines = String(decoding: list, as: UTF8.self).split(separator: "\r\n").dropFirst()
            #expect(lines.count == RejectList.limit)
            #expect(lines.last?.hasPrefix("\"exports/c.csv\",30002,30001,") == true, "\(lines.last ?? "")")
            let report = try place.text("reports/aid/2023Q2/report.json")
            #expect(report.contains("\"rejected\": 160000") && report.contains("rejects-not-listed"))
            #expect(report.contains("rejects.csv lists the first 100000 of 160000 rejected records"))
        }
    }

    @Test("A refusal says how many its list would hold")
    func refused() throws {
        let place = try Self.place(Exports.pipeline())
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--rejects", "list.csv")
        #expect(run.exitCode == 65 && run.errorText.contains("--rejects FILE lists the first 100000"))
        #expect(try place.text("list.csv").split(separator: "\r\n").count == RejectList.limit + 1)
    }

    @Test("A register refuses what it could not keep")
    func register() throws {
        let pipeline = Exports.pipeline(maxRejected: "100%") + "register: register\nkeyFile: register.key\n"
        let place = try Self.place(pipeline)
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        let run = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en")
        #expect(
            run.exitCode == 65 && run.errorText.contains("[too-many-rejects-to-keep]"), "\(run.errorText.suffix(300))")
        // By several runs it can.
        for name in ["a.csv", "b.csv", "c.csv"] {
            let run = try place.aidstats(
                "run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en", "--input", "exports/\(name)")
            try #require(run.exitCode == 0, "\(run.errorText.suffix(300))")
        }
        let list = try place.bytes("reports/aid/2023Q2/rejects.csv")
        let other = try Self.place(Exports.pipeline(maxRejected: "100%"))
        #expect(try other.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en").exitCode == 0)
        #expect(try other.bytes("reports/aid/2023Q2/rejects.csv") == list)
    }
}
