import TestSupport
import Foundation
import Glibc
import Testing

/// What a cron job relies on: waiting, metrics, and one ledger for several folders of reports.
struct UnattendedTests {
    @Test func waitsForAnotherRun() throws {
        let place = try Workplace.ready()
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet").exitCode == 0)
        let lock = open(place.path + "/reports/aid/.lock", O_RDWR | O_CLOEXEC)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        let run = try Started(["run", "pipeline.yaml", "--wait", "--quiet"], in: place.path)
        usleep(300_000)
        #expect(waitpid(run.id, nil, WNOHANG) == 0, "it has not ended")
        close(lock)
        #expect(try run.wait().exitCode == 0)
    }

    @Test func metricsOfSuccessAndFailure() throws {
        let place = try Workplace.ready()
        func metric(_ name: String) throws -> String? {
            try place.text("aid.prom").split(separator: "\n").first { $0.hasPrefix(name + "{") }
                .flatMap { $0.split(separator: " ").last.map(String.init) }
        }
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet", "--metrics", "aid.prom").exitCode == 0)
        #expect(try metric("aidstats_last_run_exit_code") == "0")
        #expect(try metric("aidstats_records") == "5")
        let success = try #require(try metric("aidstats_last_success_timestamp_seconds"))
        #expect(try place.text("aid.prom").contains("measure=\"recipients\"} 3\n"))

        try place.remove("exports/a.csv")
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet", "--metrics", "aid.prom").exitCode == 66)
        #expect(try metric("aidstats_last_run_exit_code") == "66")
        #expect(try metric("aidstats_last_success_timestamp_seconds") == success)
        #expect(try metric("aidstats_records") == nil)
    }

    /// The report stands then, and the user is told so.
    @Test func metricsThatCannotBeWritten() throws {
        let place = try Workplace.ready()
        let ending = try place.aidstats("run", "pipeline.yaml", "--quiet", "--metrics", "nowhere/aid.prom")
        #expect(ending.exitCode == 73 && ending.errorText.contains("[published-nevertheless]"))
        #expect(!ending.errorText.contains("old outputs"))
        #expect(FileManager.default.fileExists(atPath: place.path + "/reports/aid/2023Q2/report.json"))
    }

    /// A run that was killed leaves its row to be judged by its own folder, whoever starts next.
    @Test func oneLedgerForTwoFolders() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline() + "ledger: shared.sqlite\n")
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet", "--output", "one").exitCode == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet", "--output", "two").exitCode == 0)
        #expect(try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--output", "two").exitCode == 0)
        let history = try place.aidstats("history", "pipeline.yaml", "--output", "one", "--format", "csv")
        #expect(history.outputText.contains("2023Q2,1,"))
        #expect(!FileManager.default.fileExists(atPath: place.path + "/one/aid/ledger.sqlite"))
        let lock = open(place.path + "/shared.sqlite.lock", O_RDWR | O_CLOEXEC)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--quiet", "--output", "one").exitCode == 75)
        close(lock)
    }
}
