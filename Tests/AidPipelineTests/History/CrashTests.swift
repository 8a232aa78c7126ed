import TestSupport
import Foundation
import Testing

/// A run killed at any system call of its publication leaves the old report with the old ledger
/// row or the new one with the new, once the next command has started; and running again gives the
/// same bytes.
@Suite(.serialized) struct CrashTests {

    /// The calls that change files, or decide whose they are, and at how many of them in a row one kill is tried:
    /// those of which there are hundreds stand close together.
    private static let calls = [
        ("mkdir", 1), ("rename", 1), ("renameat2", 1), ("unlink", 1), ("unlinkat", 1), ("rmdir", 1), ("fsync", 1),
        ("fdatasync", 1), ("ftruncate", 1), ("fchmod", 1), ("flock", 1), ("pwrite64", 2), ("write", 2), ("close", 5),
        ("openat", 5), ("fcntl", 9),
    ]

    /// Each file more is some kills more, of the same kind.
    private static let fewReports = "reports: [json]\n"

    @Test(.needs(.strace))
    func killedAtEverySystemCall() throws {
        let run = ["run", "pipeline.yaml", "--quarter", "2023Q2", "--jobs", "1", "--quiet"]
        let report = "reports/aid/2023Q2/report.json"
        let place = try Story.workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + Self.fewReports)
        for delivery in 1...3 { try Story.deliver(delivery, to: place) }
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        try place.copy("reports", to: "before")
        let old = try place.bytes(report)
        try Story.deliver(4, to: place)
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        let new = try place.bytes(report)
        #expect(old != new)

        var oldCount = 0
        var newCount = 0
        for (call, step) in Self.calls {
            var number = 1
            while true {
                try place.remove("reports")
                try place.copy("before", to: "reports")
                let tracing = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)"]
                let kill = ["-e", "inject=\(call):signal=KILL:when=\(number)"]
                let ending = try Started(
                    tracing + kill + [Executable.path] + run, program: NeededTool.strace.path, in: place.path
                ).wait()
                // There was no such call any more.
                if ending.exitCode == 0 { break }
                let isOld = try place.bytes(report) == old
                #expect(try isOld || place.bytes(report) == new, "\(call) \(number): neither report")
                // The next command brings the ledger in order: what is published is what stands.
                let publication = try place.aidstats(
                    "publish", "pipeline.yaml", "--quarter", "2023Q2", "--reason", "R1", "--lang", "en")
                #expect(publication.exitCode == 0, "\(call) \(number): \(publication.errorText)")
                #expect(
                    publication.outputText.contains(isOld ? "unchanged: vintage 1" : "vintage 2 published"),
                    "\(call) \(number), the \(isOld ? "old" : "new") report stands: \(publication.outputText)")
                if isOld { oldCount += 1 } else { newCount += 1 }
                if isOld {
                    #expect(try Executable.run(run, in: place.path).exitCode == 0)
                    #expect(try place.bytes(report) == new, "\(call) \(number): other bytes")
                }
                number += step
            }
        }
        print(
            "Killed a run \(oldCount + newCount) times: \(oldCount) times the old report stood, \(newCount) the new one."
        )
        #expect(oldCount > 30 && newCount > 3)
    }

    /// With a register, a report stands exactly if its exports are in the register: also one that came on standard
    /// input and is gone.
    @Test(.needs(.strace))
    func killedWithARegister() throws {
        let run = ["run", "pipeline.yaml", "--quarter", "2023Q2", "--jobs", "1", "--quiet"]
        let report = "reports/aid/2023Q2/report.json"
        let place = try Workplace()
        try place.write(
            "pipeline.yaml", Exports.pipeline() + Self.fewReports + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        for delivery in 1...3 { try Story.deliver(delivery, to: place) }
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        try place.remove("exports")
        let old = try place.bytes(report)
        try place.copy("reports", to: "reports-before")
        try place.copy("register", to: "register-before")
        try place.write("late.csv", ([Story.header] + Story.deliveries[3].lines).joined(separator: "\n") + "\n")
        let input = Started.Streams(input: place.path + "/late.csv")
        #expect(try Executable.run(run + ["--input", "-"], in: place.path, streams: input).exitCode == 0)
        let new = try place.bytes(report)
        #expect(old != new)

        var oldCount = 0
        var newCount = 0
        let calls = [("rename", 1), ("renameat2", 1), ("fsync", 1), ("unlink", 1), ("ftruncate", 1), ("openat", 7)]
        for (call, step) in calls {
            var number = 1
            while true {
                for name in ["reports", "register"] {
                    try place.remove(name)
                    try place.copy("\(name)-before", to: name)
                }
                let tracing = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)"]
                let kill = ["-e", "inject=\(call):signal=KILL:when=\(number)"]
                let ending = try Started(
                    tracing + kill + [Executable.path] + run + ["--input", "-"], program: NeededTool.strace.path,
                    in: place.path,
                    streams: input
                ).wait()
                if ending.exitCode == 0 { break }
                let left = try place.bytes(report)
                #expect(left == old || left == new, "\(call) \(number): neither report")
                if left == old { oldCount += 1 } else { newCount += 1 }
                // Who comes with another folder of reports must not undo what belongs to this one.
                if number.isMultiple(of: 2) {
                    let elsewhere = try place.aidstats(
                        "register", "forget", "pipeline.yaml", "--before", "2023Q1", "--output", "elsewhere")
                    #expect(elsewhere.exitCode == 65)
                }
                // A reader counts with the report that stands.
                let people = try place.aidstats("register", "people", "pipeline.yaml", "2023Q2", "--lang", "en")
                #expect(people.outputText.contains(left == old ? ": 3 recipients" : ": 4 recipients"))
                // Nothing but the register is left to count from.
                let again = try Executable.run(run, in: place.path)
                #expect(again.exitCode == 0, "\(call) \(number): \(again.errorText)")
                #expect(
                    try place.bytes(report) == left,
                    "\(call) \(number): the \(left == old ? "old" : "new") report stood, the register has another state"
                )
                #expect(try place.aidstats("register", "verify", "pipeline.yaml").exitCode == 0)
                number += step
            }
        }
        print(
            "Killed with a register \(oldCount + newCount) times: \(oldCount) times the old report, \(newCount) the new."
        )
        #expect(oldCount > 20 && newCount > 3)
    }
}
