import TestSupport
import Foundation
import Glibc
import Testing

/// How a command ends when it is not its input that is wrong.
struct EndingTests {
    @Test func whileAnotherRunHoldsTheLock() throws {
        let place = try Workplace.ready()
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let before = try place.contents()
        let lock = open(place.path + "/reports/aid/.lock", O_RDWR | O_CLOEXEC)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        let ending = try place.aidstats("run", "pipeline.yaml", "--quiet")
        close(lock)
        #expect(ending.exitCode == 75)
        #expect(
            ending.errorText
                == "reports/aid/.lock: error: another run is writing here; run again when it has ended, or give --wait [locked]\n"
        )
        #expect(try place.contents() == before)
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func whenInterrupted(signal: Int32, exitCode: Int32) throws {
        let place = try Workplace.ready()
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let before = try place.contents(of: "reports")
        try FileManager.default.removeItem(atPath: place.path + "/reports/aid/.lock")
        // A pipe that nobody writes to: the run waits for ever.
        try #require(mkfifo(place.path + "/exports/pipe.csv", 0o600) == 0)
        let run = try Started(["run", "pipeline.yaml"], in: place.path)
        for _ in 0..<500 where access(place.path + "/reports/aid/.lock", F_OK) != 0 { usleep(10_000) }
        try #require(access(place.path + "/reports/aid/.lock", F_OK) == 0)
        kill(run.id, signal)
        #expect(try run.wait().exitCode == exitCode)
        #expect(try place.contents(of: "reports") == before)
        unlink(place.path + "/exports/pipe.csv")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
    }

    @Test func whatAKilledRunLeftGoes() throws {
        let place = try Workplace.ready()
        try place.write("reports/aid/.2023Q2.new/report.json", "half")
        try place.write("reports/aid/.2021Q1.new/report.json", "half")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        #expect(
            try place.contents(of: "reports").keys.filter { !$0.hasSuffix(".svg") }.sorted() == [
                "aid", "aid/2023Q2", "aid/2023Q2/facts.json", "aid/2023Q2/manifest.json", "aid/2023Q2/news.en.md",
                "aid/2023Q2/news.zh.md", "aid/2023Q2/rejects.csv", "aid/2023Q2/report.html", "aid/2023Q2/report.json",
                "aid/2023Q2/report.md", "aid/ledger.sqlite",
            ])
    }

    /// A limit on the size of files stands in for a full disk.
    @Test func whenNoMoreCanBeWritten() throws {
        let place = try Workplace.ready()
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        // Another report: one that stands already is not written again.
        try place.write("exports/b.csv", Exports.header + "\n")
        let before = try place.contents()
        let command = "ulimit -f 2; trap '' XFSZ; exec \"$0\" run pipeline.yaml --quiet"
        let ending = try Started(["-c", command, Executable.path], program: "/bin/sh", in: place.path).wait()
        #expect(ending.exitCode == 74)
        #expect(ending.errorText.hasPrefix("reports/aid/ledger.sqlite: error: "))
        #expect(ending.errorLines.count == 1)
        #expect(try place.contents() == before)

        // The rejects alone are too much.
        let broken = (0..<200).map { "HZ\($0),,,,?,,\n" }.joined()
        try place.write("exports/a.csv", Exports.header + "\n" + broken)
        let rejects = "ulimit -f 2; trap '' XFSZ; exec \"$0\" run pipeline.yaml --rejects rejected.csv --quiet"
        let refused = try Started(["-c", rejects, Executable.path], program: "/bin/sh", in: place.path).wait()
        #expect(refused.exitCode == 74)
        #expect(try place.contents().keys.sorted() == before.keys.sorted())
    }

    @Test(arguments: [
        ["run", "pipeline.yaml"], ["lint", "odd.yaml"], ["dump", "exports/a.csv"], ["schema", "report"],
    ])
    func whenResultsCannotBeWritten(arguments: [String]) throws {
        let place = try Workplace.ready()
        try place.write("odd.yaml", "version: 1\n")
        let ending = try Executable.run(arguments + ["--quiet"], in: place.path, streams: .init(output: "/dev/full"))
        #expect(ending.exitCode == 74)
        // That the report of a run stands all the same is a line of its own.
        #expect(ending.errorLines.count == (arguments[0] == "run" ? 2 : 1))
        #expect(ending.errorText.contains("error: cannot be written: No space left on device"))
    }

    @Test func whenWhoReadsClosesEarly() throws {
        let place = try Workplace.ready(Exports.csv + Array(repeating: Exports.csv[1], count: 20_000))
        let command = "\"$0\" dump exports/a.csv | head -1"
        let ending = try Started(["-c", command, Executable.path], program: "/bin/sh", in: place.path).wait()
        #expect(ending.exitCode == 0)
        #expect(ending.errorText == "")
        #expect(ending.outputText.hasPrefix("[\"赔付编号\"") && ending.outputText.hasSuffix("]\n"))
    }

    @Test("nothing is written into a file that got the number of a closed stream")
    func whenStandardStreamsAreClosed() throws {
        let place = try Workplace.ready()
        let command = "exec \"$0\" run pipeline.yaml <&- >&- 2>&-"
        let ending = try Started(["-c", command, Executable.path], program: "/bin/sh", in: place.path).wait()
        #expect(ending.exitCode == 0)
        #expect(try place.bytes("reports/aid/.lock").isEmpty)
        #expect(try place.text("exports/a.csv") == Exports.csv.joined(separator: "\n") + "\n")
    }

    @Test func rejectsIntoADeviceOrALink() throws {
        let place = try Workplace.ready()
        try place.link("null", to: "/dev/null")
        try place.write("real/rejected.csv", "old")
        try place.link("linked.csv", to: "real/rejected.csv")
        try #require(mkfifo(place.path + "/pipe", 0o600) == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--rejects", "null").exitCode == 0)
        #expect(place.link("null") == "/dev/null")
        #expect(try place.aidstats("run", "pipeline.yaml", "--rejects", "linked.csv").exitCode == 0)
        #expect(place.link("linked.csv") == "real/rejected.csv")
        #expect(try place.text("real/rejected.csv").contains("file,line,record"))
        let command = "\"$0\" run pipeline.yaml --quiet --rejects pipe > summary & cat pipe; wait"
        let ending = try Started(["-c", command, Executable.path], program: "/bin/sh", in: place.path).wait()
        #expect(ending.outputText.contains("file,line,record"))
    }
}
