import TestSupport
import Foundation
import Glibc
import Testing

/// What the system takes away: `/proc`, reading, flushing. Whatever the program cannot do then, it says so, and
/// what it says is true.
@Suite(.serialized) struct HostileSystemTests {
    private static let unshare = "/usr/bin/unshare"

    /// Whether this account may have a view of the file system of its own.
    private static let mayHideProc: Bool = {
        let hiding = ["-m", "/bin/sh", "-c", "mount -t tmpfs none /proc"]
        return (try? Started(hiding, program: unshare, in: "/").wait().exitCode) == 0
    }()

    private static func withoutProc(_ arguments: [String], in folder: String) throws -> Ending {
        let command = "mount -t tmpfs none /proc && exec \"$0\" \"$@\""
        return try Started(
            ["-m", "/bin/sh", "-c", command, Executable.path] + arguments, program: unshare, in: folder
        ).wait()
    }

    @Test(.enabled(if: mayHideProc, "this account may not hide /proc"))
    func withoutProcNothingIsLostInSilence() throws {
        let place = try Workplace.ready()
        let version = try Self.withoutProc(["--version"], in: place.path)
        #expect(version.exitCode == 0)
        #expect(try version.outputText.wholeMatch(of: /[0-9.]+\n/) != nil)
        #expect(try Self.withoutProc(["runn"], in: place.path).exitCode == 64)
        #expect(try Self.withoutProc(["lint", "pipeline.yaml"], in: place.path).exitCode == 0)
        // Swift's runtime would end what takes longer at a random moment.
        for words in [["run", "pipeline.yaml"], ["dump", "exports/a.csv"]] {
            let ending = try Self.withoutProc(words, in: place.path)
            #expect(ending.exitCode == 74)
            #expect(ending.output.isEmpty && ending.errorText.contains("[no-proc]"), "\(ending.errorText)")
        }
    }

    @Test(arguments: [[], ["register"]] as [[String]])
    func nothingDoneIsNoSuccess(arguments: [String]) throws {
        let ending = try Executable.run(arguments, in: "/")
        #expect(ending.exitCode == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.errorText.contains("SUBCOMMANDS"))
    }

    @Test(.needs(.strace))
    func aLedgerThatCannotBeReadIsNotCalledDamaged() throws {
        let place = try Workplace.ready()
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet").exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let history = try place.aidstats("history", "pipeline.yaml", "--lang", "en").outputText
        var failures = 0
        // The first and every later page; once alone, and from then on for ever, however the file is read.
        for lasting in ["", "+"] {
            for number in 1...30 {
                var injection = ["-e", "inject=pread64:error=EIO:when=\(number)\(lasting)"]
                if lasting == "+" { injection += ["-e", "inject=read:error=EIO"] }
                let tracing = [
                    "-f", "-qq", "-o", "/dev/null", "-P", "reports/aid/ledger.sqlite", "-e", "trace=pread64,read",
                ]
                let ending = try Started(
                    tracing + injection + [Executable.path, "history", "pipeline.yaml", "--lang", "en"],
                    program: NeededTool.strace.path, in: place.path
                ).wait()
                if ending.exitCode == 0 {
                    #expect(ending.outputText == history)
                    continue
                }
                failures += 1
                #expect(ending.exitCode == 74, "read \(number)\(lasting): \(ending.errorText)")
                #expect(!ending.errorText.contains("restore"), "read \(number)\(lasting): \(ending.errorText)")
            }
        }
        #expect(failures > 10)
    }

    /// A converter that cannot be opened is the system's fault: no file is called damaged, and no record rejected, for it.
    @Test(.needs(.strace))
    func withoutTheConverterNoFileIsCalledDamaged() throws {
        let place = try Workplace.ready()
        let lines = Exports.csv.joined(separator: "\n") + "\n"
        // What is UTF-8 throughout needs none.
        try place.write("utf-8.csv", lines)
        let gb18030 = TwinEncoding.gb18030.encoded(lines)
        try place.write("gb18030.csv", gb18030)
        // A header in one encoding and records in the other; one record among many.
        let header = Array((Exports.csv[0] + "\n").utf8)
        try place.write("mixed.csv", header + gb18030.drop { $0 != 0x0A }.dropFirst())
        try place.write("one.csv", Array(lines.utf8) + TwinEncoding.gb18030.encoded(Exports.csv[1]) + [0x0A])
        func run(_ name: String, _ words: [String] = ["run", "pipeline.yaml", "--quiet", "--lang", "en", "--input"])
            throws
            -> Ending
        {
            let modules = ["x86_64", "aarch64"].flatMap { ["-P", "/usr/lib/\($0)-linux-gnu/gconv/GB18030.so"] }
            return try Started(
                ["-f", "-qq", "-o", "/dev/null"] + modules + [
                    "-e", "trace=openat", "-e", "inject=openat:error=EIO", Executable.path,
                ] + words + [name], program: NeededTool.strace.path, in: place.path
            ).wait()
        }
        #expect(try run("utf-8.csv").exitCode == 0)
        for name in ["gb18030.csv", "mixed.csv", "one.csv"] {
            for words in [
                ["run", "pipeline.yaml", "--quiet", "--lang", "en", "--input"], ["inspect", "--lang", "en"],
            ] {
                let ending = try run(name, words)
                #expect(ending.exitCode == 74, "\(words[0]) \(name): \(ending.errorText)")
                #expect(
                    ending.errorText.contains("the system's character converter could not be opened"),
                    "\(words[0]) \(name): \(ending.errorText)")
            }
        }
    }

    /// A run that took the ledger for none would print what earlier reports have hidden.
    @Test(.needs(.strace))
    func aLedgerThatTheDiskDoesNotTellOfIsNotTakenForNone() throws {
        let place = try Workplace.ready()
        let run = ["run", "pipeline.yaml", "--quiet", "--lang", "en"]
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        let ledger = place.path + "/reports/aid/ledger.sqlite"
        let before = try Data(contentsOf: URL(filePath: ledger))
        let ending = try Started(
            [
                "-f", "-qq", "-o", "/dev/null", "-P", ledger, "-P", "reports/aid/ledger.sqlite", "-e",
                "trace=access,faccessat,faccessat2", "-e",
                "inject=access,faccessat,faccessat2:error=EIO:when=1", Executable.path,
            ] + run, program: NeededTool.strace.path, in: place.path
        ).wait()
        #expect(ending.exitCode == 74, "\(ending.exitCode) \(ending.errorText)")
        #expect(try Data(contentsOf: URL(filePath: ledger)) == before)
    }

    /// Whether the new report stands is what the message says, wherever a flush or a write fails.
    @Test(.needs(.strace))
    func whereTheNewReportStandsTheMessageSaysSo() throws {
        let place = try Workplace.ready()
        let report = "reports/aid/2023Q2/report.json"
        let run = ["run", "pipeline.yaml", "--jobs", "1", "--quiet"]
        #expect(try Executable.run(run, in: place.path).exitCode == 0)
        let old = try place.bytes(report)
        try place.copy("reports", to: "before")
        try place.write("exports/b.csv", Exports.csv[0] + "\n" + Exports.csv[1].replacing("HZ1,", with: "HZ77,") + "\n")
        var standing = 0
        for call in ["fsync", "fdatasync", "pwrite64", "unlink"] {
            for number in 1...200 {
                try place.remove("reports")
                try place.copy("before", to: "reports")
                let ending = try Started(
                    [
                        "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
                        "inject=\(call):error=EIO:when=\(number)", Executable.path,
                    ] + run, program: NeededTool.strace.path, in: place.path
                ).wait()
                if ending.exitCode == 0 { break }
                #expect(ending.exitCode == 74, "\(call) \(number): \(ending.errorText)")
                let isNew = try place.bytes(report) != old
                #expect(
                    ending.errorText.contains("[published-nevertheless]") == isNew,
                    "\(call) \(number): \(ending.errorText)")
                if isNew { standing += 1 }
            }
        }
        #expect(standing > 0)
    }

    /// Where the system does not say where a folder lies, the ledger keeps no other place for the report.
    @Test(.needs(.strace))
    func whereAReportLiesIsKnownOrTheRunEnds() throws {
        let place = try Workplace.ready()
        var failures = 0
        for number in 1...40 {
            // Not there the first time, nor where the run before ended early.
            try? place.remove("reports")
            let ending = try Started(
                [
                    "-f", "-qq", "-o", "/dev/null", "-e", "trace=readlink", "-e",
                    "inject=readlink:error=EIO:when=\(number)", Executable.path, "run", "pipeline.yaml", "--jobs", "1",
                    "--quiet",
                ], program: NeededTool.strace.path, in: place.path
            ).wait()
            guard ending.exitCode == 0 else {
                failures += 1
                #expect(ending.exitCode == 74, "\(number): \(ending.errorText)")
                continue
            }
            let published = try Executable.run(["publish", "pipeline.yaml", "--quarter", "2023Q2"], in: place.path)
            #expect(published.exitCode == 0, "\(number): \(published.errorText)")
        }
        #expect(failures > 0)
    }

    @Test func fromAFolderThatIsGone() throws {
        let place = try Workplace.ready()
        try place.write("register.yaml", Exports.pipeline() + "register: register\nkeyFile: register.key\n")
        let script = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" \"$@\""
        let ending = try Started(
            ["-c", script, Executable.path, "register", "init", "../register.yaml"], program: "/bin/sh", in: place.path
        ).wait()
        #expect(ending.exitCode == 0 || ending.exitCode == 74, "\(ending.exitCode) \(ending.errorText)")
    }

    /// Where a thread gets no stack, the system's library of threads waits for one for ever.
    @Test func whereMemoryIsLimitedItEnds() throws {
        let place = try Workplace.ready()
        for mebibytes in [170, 200, 230, 260, 280, 300, 330, 2000] {
            let script = "ulimit -v \(mebibytes << 10); exec timeout -s KILL 60 \"$0\" \"$@\""
            let ending = try Started(
                ["-c", script, Executable.path, "run", "pipeline.yaml", "--jobs", "1"], program: "/bin/sh",
                in: place.path
            ).wait()
            // 127: not even the libraries have room.
            #expect([0, 74, 127].contains(ending.exitCode), "\(mebibytes) MiB: \(ending.exitCode)")
            if ending.exitCode == 74 { #expect(ending.errorText.contains("[no-room]")) }
        }
    }

    /// The same of the one thread that a ledger takes.
    @Test func whereMemoryIsLimitedALedgerEnds() throws {
        let place = try Workplace.ready()
        #expect(try Executable.run(["run", "pipeline.yaml", "--quarter", "2023Q2"], in: place.path).exitCode == 0)
        var refusals = 0
        for mebibytes in stride(from: 100, through: 240, by: 6) {
            for words in [["publish", "pipeline.yaml", "--quarter", "2023Q2"], ["history", "pipeline.yaml"]] {
                let script = "ulimit -v \(mebibytes << 10); exec timeout -s KILL 60 \"$0\" \"$@\""
                let ending = try Started(
                    ["-c", script, Executable.path] + words, program: "/bin/sh", in: place.path
                ).wait()
                // 127: not even the libraries have room; 132 to 139: Swift ends a program that gets no memory. 66: the
                // quarter was published before.
                let isKnown = [0, 66, 74, 127, 132, 133, 134, 139].contains(ending.exitCode)
                #expect(isKnown, "\(words[0]), \(mebibytes) MiB: \(ending.exitCode) \(ending.errorText)")
                if ending.exitCode == 74, ending.errorText.contains("[no-room]") { refusals += 1 }
            }
        }
        #expect(refusals > 0)
    }

    /// Of commands that change something the one thing that must be known is whether they have.
    @Test func whereWordsAreLostTheErrorSaysWhatStands() throws {
        let place = try Workplace.ready()
        try place.write("register.yaml", Exports.pipeline() + "register: register\nkeyFile: register.key\n")
        try place.write("notes.md", "受助职工1人。\n")
        for words in [["register", "init", "register.yaml"], ["run", "register.yaml", "--quarter", "2023Q2"]] {
            let ending = try Executable.run(words, in: place.path)
            try #require(ending.exitCode == 0, "\(words) \(ending.errorText)")
        }
        for words in [
            ["register", "forget", "register.yaml", "--before", "2023Q1", "--yes"],
            ["check", "notes.md", "--no-facts", "--html", "page.html"],
        ] {
            let ending = try Executable.run(
                words + ["--lang", "en"], in: place.path, streams: .init(output: "/dev/full"))
            #expect(ending.exitCode == 74, "\(words) \(ending.exitCode) \(ending.errorText)")
            #expect(ending.errorText.contains("[done-nevertheless]"), "\(words) \(ending.errorText)")
        }
    }

    @Test func whereTheSummaryIsLostTheReportStands() throws {
        let place = try Workplace.ready()
        let ending = try Executable.run(
            ["run", "pipeline.yaml", "--quiet"], in: place.path, streams: .init(output: "/dev/full"))
        #expect(ending.exitCode == 74)
        #expect(ending.errorText.contains("[published-nevertheless]"))
    }
}
