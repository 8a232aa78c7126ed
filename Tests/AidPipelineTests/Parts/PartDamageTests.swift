import AidModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import AidPipeline

/// What a step finds wrong with what another has left, and what the user is told of it.
@Suite struct PartDamageTests {
    private static let claims = "work/piece-1-of-1.claims"
    private static let standing = "work/part-1-of-2.standing"
    private static let counts = "work/part-1-of-2.counts"

    /// A workplace in which all steps but the last are done.
    private static func done() throws -> Workplace {
        let place = try Workplace.ready()
        try step(place, ["part", "pipeline.yaml", "work", "--piece", "1/1", "--parts", "2"])
        for part in ["1/2", "2/2"] { try step(place, ["settle", "pipeline.yaml", "work", "--part", part]) }
        for part in ["1/2", "2/2"] { try step(place, ["count", "pipeline.yaml", "work", "--part", part]) }
        return place
    }

    private static func step(_ place: Workplace, _ arguments: [String]) throws {
        let ending = try Executable.run(arguments, in: place.path)
        #expect(ending.exitCode == 0 && ending.output.isEmpty, "\(arguments): \(ending.errorText)")
    }

    private static func refusal(_ place: Workplace, _ arguments: [String]) throws -> String {
        let ending = try Executable.run(arguments + ["--log-format", "json"], in: place.path)
        let codes = ending.errorText.split(separator: "\n").compactMap {
            ((try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any])?["code"] as? String
        }
        return "\(ending.exitCode) \(codes.joined(separator: " "))"
    }

    private static let run = ["run", "pipeline.yaml", "--from-counts", "work"]
    private static let settle = ["settle", "pipeline.yaml", "work", "--part", "1/2"]
    private static let count = ["count", "pipeline.yaml", "work", "--part", "1/2"]

    @Test func filesAreTheirOwnersAlone() throws {
        let place = try PartDamageTests.done()
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path + "/" + "work") {
            #expect(try place.mode("work/" + name) == 0o600, "\(name)")
        }
        #expect(try Executable.run(PartDamageTests.run, in: place.path).exitCode == 0)
    }

    /// Of every file each byte is looked at by someone.
    @Test(arguments: [(claims, settle), (standing, count), (standing, run), (counts, run)])
    func damageIsFound(name: String, arguments: [String]) throws {
        let place = try PartDamageTests.done()
        let whole = try place.bytes(name)
        var random = SeededRandom(UInt64(whole.count))
        for _ in 0..<12 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            try place.write(name, bytes)
            let refusal = try PartDamageTests.refusal(place, arguments)
            // What is for another part is looked at there.
            let codes = ["65 part-damaged", "65 part-of-another-run", "65 part-of-another-version"]
            let isForOthers = name != PartDamageTests.counts && refusal.hasPrefix("0 ")
            #expect(codes.contains(refusal) || isForOthers, "\(name): \(refusal)")
        }
        for length in [0, 1, 79, 80, whole.count / 2, whole.count - 1] {
            try place.write(name, Array(whole.prefix(length)))
            #expect(try PartDamageTests.refusal(place, arguments) == "65 part-damaged", "\(name), \(length) bytes")
        }
        try place.write(name, whole + [0])
        #expect(try PartDamageTests.refusal(place, arguments) == "65 part-damaged")
        try place.remove(name)
        #expect(try PartDamageTests.refusal(place, arguments) == "66 part-missing")
    }

    @Test func filesOfAnotherRunAreRefused() throws {
        let place = try PartDamageTests.done()
        // Another pipeline file.
        let pipeline = try place.text("pipeline.yaml")
        try place.write("pipeline.yaml", pipeline + "# another\n")
        #expect(try PartDamageTests.refusal(place, PartDamageTests.run) == "65 part-of-another-run")
        try place.write("pipeline.yaml", pipeline)
        // Other inputs.
        let export = try place.bytes("exports/a.csv")
        try place.write("exports/a.csv", export + export.suffix(1))
        #expect(try PartDamageTests.refusal(place, PartDamageTests.settle) == "65 part-of-another-run")
        try place.write("exports/a.csv", export)
        // Another division.
        #expect(
            try PartDamageTests.refusal(place, ["settle", "pipeline.yaml", "work", "--part", "1/3"])
                == "65 part-of-another-run")
        // One part in the place of another.
        try place.remove(PartDamageTests.standing)
        try place.copy("work/part-2-of-2.standing", to: PartDamageTests.standing)
        #expect(try PartDamageTests.refusal(place, PartDamageTests.run) == "65 part-of-another-run")
    }

    @Test func severalDivisionsInOneFolderAreRefused() throws {
        let place = try PartDamageTests.done()
        try PartDamageTests.step(place, ["part", "pipeline.yaml", "work", "--piece", "1/2", "--parts", "2"])
        #expect(try PartDamageTests.refusal(place, PartDamageTests.run) == "65 several-divisions")
    }

    @Test func countsForAnotherQuarterAreCountedAnew() throws {
        let place = try PartDamageTests.done()
        try PartDamageTests.step(place, ["count", "pipeline.yaml", "work", "--part", "1/2", "--quarter", "2022Q2"])
        #expect(try PartDamageTests.refusal(place, PartDamageTests.run) == "65 counted-otherwise")
        try PartDamageTests.step(place, ["count", "pipeline.yaml", "work", "--part", "2/2", "--quarter", "2022Q2"])
        // All for another quarter: the people are counted anew.
        let ending = try Executable.run(
            PartDamageTests.run + ["--quarter", "2023Q2", "--output", "o1"], in: place.path)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(
            try Executable.run(["run", "pipeline.yaml", "--quarter", "2023Q2", "--output", "o2"], in: place.path)
                .exitCode == 0)
        #expect(try place.bytes("o1/aid/2023Q2/report.json") == place.bytes("o2/aid/2023Q2/report.json"))
    }

    @Test(arguments: [
        ["part", "pipeline.yaml", "work", "--piece", "0/3", "--parts", "2"],
        ["part", "pipeline.yaml", "work", "--piece", "4/3", "--parts", "2"],
        ["part", "pipeline.yaml", "work", "--piece", "1/+3", "--parts", "2"],
        ["part", "pipeline.yaml", "work", "--piece", "1", "--parts", "2"],
        ["part", "pipeline.yaml", "work", "--piece", "1/1", "--parts", "0"],
        ["part", "pipeline.yaml", "work", "--piece", "1/1", "--parts", "4097"],
        ["part", "pipeline.yaml", "", "--piece", "1/1", "--parts", "1"],
        ["settle", "pipeline.yaml", "work", "--part", "3/2"],
        ["count", "pipeline.yaml", "work", "--part", "1/2", "--jobs", "0"],
        ["run", "pipeline.yaml", "--from-counts", ""],
        ["run", "pipeline.yaml", "--from-counts", "work", "--no-digest"],
    ])
    func wrongUsageIsTold(arguments: [String]) throws {
        let place = try Workplace.ready()
        let ending = try Executable.run(arguments, in: place.path)
        #expect(ending.exitCode == 64 && ending.output.isEmpty, "\(arguments): \(ending.exitCode)")
    }

    /// A writer that was killed leaves a hidden file, which whoever comes next removes; of one that still writes, and of
    /// others, nobody takes anything.
    @Test func filesOfKilledWritersGo() throws {
        let place = try PartDamageTests.done()
        let left = ["work/.piece-1-of-1.claims.17-4.new", "work/.part-1-of-2.counts.17-4.new"]
        let others = ["work/.part-2-of-2.counts.18-4.new", "work/.notes.new", "work/part.new"]
        for commands in [PartDamageTests.settle, PartDamageTests.count, PartDamageTests.run] {
            for name in left + others { try place.write(name, "half") }
            let descriptor = open(place.path + "/" + others[0], O_RDONLY)
            defer { close(descriptor) }
            try #require(flock(descriptor, LOCK_SH) == 0)
            #expect(try Executable.run(commands, in: place.path).exitCode == 0)
            #expect(left.allSatisfy { access(place.path + "/" + $0, F_OK) != 0 })
            #expect(others.allSatisfy { access(place.path + "/" + $0, F_OK) == 0 })
        }
    }

    /// A register is one machine's, and reference tables are joined by one.
    @Test func whatOneMachineMustDoIsRefused() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: register\nkeyFile: key\n")
        #expect(
            try PartDamageTests.refusal(place, ["part", "pipeline.yaml", "work", "--piece", "1/1", "--parts", "1"])
                == "78 parts-with-register")
        #expect(
            try PartDamageTests.refusal(place, PartDamageTests.settle) == "66 part-missing")
    }

    /// What was published, and what has changed since, is told as by a plain run; a ledger that has changed is not
    /// passed over.
    @Test func restatementsAreThoseOfAPlainRun() throws {
        let place = try Workplace.ready()
        for output in ["o1", "o2"] {
            for command in [
                ["run", "pipeline.yaml", "--quarter", "2023Q2"],
                ["publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", "2023-07-15"],
            ] {
                let ending = try Executable.run(command + ["--output", output], in: place.path)
                #expect(ending.exitCode == 0, "\(ending.errorText)")
            }
        }
        // Late claims, corrections and a reversal.
        try place.write(
            "exports/b.csv",
            (Exports.csv.prefix(1) + Exports.csv.dropFirst().map { "L" + $0 }).joined(separator: "\n") + "\n")
        let plain = try Executable.run(
            ["run", "pipeline.yaml", "--quarter", "2023Q2", "--output", "o1"], in: place.path)
        for piece in ["1/2", "2/2"] {
            try PartDamageTests.step(place, ["part", "pipeline.yaml", "work", "--piece", piece, "--parts", "2"])
        }
        for part in ["1/2", "2/2"] {
            try PartDamageTests.step(place, ["settle", "pipeline.yaml", "work", "--part", part, "--output", "o2"])
        }
        for part in ["1/2", "2/2"] {
            try PartDamageTests.step(place, ["count", "pipeline.yaml", "work", "--part", part, "--quarter", "2023Q2"])
        }
        let run = PartDamageTests.run + ["--quarter", "2023Q2"]
        let parts = try Executable.run(run + ["--output", "o2"], in: place.path)
        #expect(plain.exitCode == 0 && parts.exitCode == 0, "\(plain.errorText) \(parts.errorText)")
        let report = try place.bytes("o2/aid/2023Q2/report.json")
        #expect(try place.bytes("o1/aid/2023Q2/report.json") == report)
        #expect(String(decoding: report, as: UTF8.self).contains("\"lateClaims\""))
        // Settled beside another ledger, or none.
        for part in ["1/2", "2/2"] {
            try PartDamageTests.step(place, ["settle", "pipeline.yaml", "work", "--part", part, "--output", "o3"])
        }
        #expect(try PartDamageTests.refusal(place, run + ["--output", "o2"]) == "65 settled-otherwise")
    }
}
