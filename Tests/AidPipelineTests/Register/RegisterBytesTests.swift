import Foundation
import TestSupport
import Testing

/// One byte changed in any file of a register or of a ledger: an exit code of ours, the place and the way to mend it.
@Suite struct RegisterBytesTests {
    /// A register with files of every kind, and a ledger with a vintage.
    private static func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            "pipeline.yaml",
            Exports.pipeline(maxRejected: "90%") + "reports: [json]\nregister: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        try place.write("exports/a.csv", Exports.rejected.joined(separator: "\n") + "\n")
        for delivery in 1...5 { try Story.deliver(delivery, to: place) }
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        return place
    }

    private static let commands = [
        ["run", "pipeline.yaml", "--quarter", "2023Q2", "--output", "others"],
        ["register", "verify", "pipeline.yaml"], ["register", "export", "pipeline.yaml"],
        ["register", "people", "pipeline.yaml", "2022Q2..2023Q2"],
        ["register", "forget", "pipeline.yaml", "--before", "2023Q1"],
        ["compare", "2022Q2..2022Q4", "2023Q1..2023Q2", "pipeline.yaml"],
    ]

    @Test func aByteOfTheRegister() throws {
        let place = try Self.place()
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path + "/register").sorted()
        #expect(names.contains { $0.hasPrefix("rejects-") } && names.contains { $0.hasPrefix("groups-") })
        let intact = try Self.commands.map { try Executable.run($0, in: place.path) }
        #expect(intact.allSatisfy { $0.exitCode == 0 })
        for (name, bytes) in try place.contents(of: "register") {
            // Heads, and some of what follows.
            let offsets = Array(stride(from: 3, to: bytes.count, by: max(31, bytes.count / 4)))
            for offset in offsets {
                var changed = bytes
                changed[offset] ^= 0x20
                try place.write("register/" + name, changed)
                for (command, before) in zip(Self.commands, intact) {
                    let ending = try Executable.run(command + ["--lang", "en"], in: place.path)
                    let what: Comment = "\(name), byte \(offset), \(command): \(ending.exitCode) \(ending.errorText)"
                    if ending.exitCode == 0 {
                        // It needs nothing of what has changed; a proof of every byte does.
                        #expect(ending.output == before.output || command[0] == "compare", what)
                        #expect(!command.contains("verify") && !command.contains("run"), what)
                    } else {
                        #expect(ending.exitCode == 65, what)
                        #expect(ending.errorText.hasPrefix("register/"), what)
                        #expect(ending.errorLines.allSatisfy { $0.contains("error: ") && $0.contains("; ") }, what)
                    }
                }
                if FileManager.default.fileExists(atPath: place.path + "/others") { try place.remove("others") }
            }
            try place.write("register/" + name, bytes)
        }
    }

    @Test func aByteOfTheLedger() throws {
        let place = try Self.place()
        let name = "reports/aid/ledger.sqlite"
        let bytes = try place.bytes(name)
        var random = SeededRandom(5)
        let history = try place.aidstats("history", "pipeline.yaml").output
        for _ in 0..<15 {
            let offset = Int.random(in: 0..<bytes.count, using: &random)
            var changed = bytes
            changed[offset] ^= UInt8.random(in: 1...255, using: &random)
            for command in [
                ["run", "pipeline.yaml", "--quarter", "2023Q2"], ["history", "pipeline.yaml"],
                ["publish", "pipeline.yaml", "--quarter", "2023Q2", "--reason", "R1"],
                ["compare", "2022Q2", "2023Q2@1", "pipeline.yaml"],
                ["facts", "pipeline.yaml", "--quarter", "2023Q2"],
            ] {
                try place.write(name, changed)
                let ending = try Executable.run(command, in: place.path)
                #expect(
                    [0, 65, 73, 74, 75].contains(ending.exitCode),
                    "byte \(offset), \(command): \(ending.exitCode) \(ending.errorText)")
                if command[0] == "history", ending.exitCode == 0 {
                    #expect(ending.output == history, "byte \(offset): a figure has changed")
                }
            }
        }
    }
}
