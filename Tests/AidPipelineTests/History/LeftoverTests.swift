import Foundation
import TestSupport
import Testing

/// What a run that was killed, or met a broken disk, leaves beside a report: whoever comes next clears it up, and
/// what users put there is never lost.
@Suite(.serialized) struct LeftoverTests {
    private static let run = ["run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet"]
    private static let own = "reports/aid/2023Q2/notes.txt"
    private static let aside = "reports/aid/.2023Q2.new"

    private static func exists(_ name: String, in place: Workplace) -> Bool {
        FileManager.default.fileExists(atPath: place.path + "/" + name)
    }

    /// A report with the folder of the one before beside it, as a kill leaves it right after the exchange.
    private static func killed() throws -> Workplace {
        let place = try Workplace.ready()
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        for name in ["report.json", "rejects.csv"] { try place.write("\(aside)/\(name)", "old") }
        try place.write("\(aside)/notes.txt", "mine")
        return place
    }

    @Test(arguments: [run, ["publish", "pipeline.yaml", "--quarter", "2023Q2"]])
    func theNextCommandClearsUp(words: [String]) throws {
        let place = try Self.killed()
        #expect(try Executable.run(words, in: place.path).exitCode == 0)
        #expect(!Self.exists(Self.aside, in: place))
        #expect(try place.text(Self.own) == "mine")
    }

    @Test func aFileOfTheSameNameStays() throws {
        let place = try Self.killed()
        try place.write(Self.own, "mine, too")
        #expect(try Executable.run(Self.run, in: place.path).exitCode == 0)
        #expect(!Self.exists(Self.aside, in: place))
        #expect(try place.text(Self.own) == "mine, too" && place.text(Self.own + "~") == "mine")
    }

    /// Wherever listing or moving fails, a user's own file is in its place or on its way there.
    @Test(.needs(.strace))
    func nothingOfTheUsersIsLostOnABrokenDisk() throws {
        let place = try Workplace.ready()
        #expect(try Executable.run(Self.run, in: place.path).exitCode == 0)
        try place.write(Self.own, "mine")
        try place.copy("reports", to: "before")
        try place.write("exports/b.csv", Exports.csv[0] + "\n" + Exports.csv[1].replacing("HZ1,", with: "HZ77,") + "\n")
        var onTheirWay = 0
        for (call, most) in [("rename", 3), ("getdents64", 16)] {
            for number in 1...most {
                try place.remove("reports")
                try place.copy("before", to: "reports")
                let injection = ["-e", "trace=\(call)", "-e", "inject=\(call):error=EIO:when=\(number)+"]
                _ = try Started(
                    ["-f", "-qq", "-o", "/dev/null"] + injection + [Executable.path] + Self.run + ["--jobs", "1"],
                    program: NeededTool.strace.path, in: place.path
                ).wait()
                if Self.exists("\(Self.aside)/notes.txt", in: place) { onTheirWay += 1 }
                #expect(try Executable.run(Self.run, in: place.path).exitCode == 0)
                #expect(Self.exists(Self.own, in: place), "\(call) \(number)")
                #expect(!Self.exists(Self.aside, in: place), "\(call) \(number)")
            }
        }
        #expect(onTheirWay > 0)
    }

    /// The private copy of standard input has no name at any time.
    @Test(.needs(.strace))
    func noTemporaryFileIsLeft() throws {
        let place = try Workplace.ready()
        try place.write("temporary/.keep", "")
        let input = Started.Streams(input: place.path + "/exports/a.csv")
        for number in 1...6 {
            _ = try Started(
                [
                    "-f", "-qq", "-o", "/dev/null", "-e", "trace=unlink", "-e",
                    "inject=unlink:signal=KILL:when=\(number)",
                ]
                    + [Executable.path] + Self.run + ["--input", "-"],
                program: NeededTool.strace.path, in: place.path, streams: input,
                environment: ["TMPDIR": place.path + "/temporary"]
            ).wait()
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: place.path + "/temporary") == [".keep"],
                "unlink \(number)")
            try place.remove("reports")
        }
    }
}
