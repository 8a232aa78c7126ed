import AidModel
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import AidLedger
@testable import AidRegister

/// What stands where a ledger should be, and what opening it does.
@Suite struct LedgerOpeningTests {
    let folder: LedgerFolder

    init() throws {
        folder = try LedgerFolder()
    }

    @Test func readingMakesNothing() throws {
        #expect(try Ledger.open(folder.path, for: .reading) == nil)
        #expect(try folder.names().isEmpty)
        _ = try folder.writer()
        let bytes = try folder.bytes()
        #expect(try folder.reader().vintages().isEmpty)
        #expect(try folder.names() == ["ledger.sqlite"])
        #expect(try folder.bytes() == bytes)
    }

    /// Whatever has emptied it, what was published is gone; a new one must not hide that.
    @Test(arguments: [Ledger.Access.reading, .writing])
    func aFileWithoutBytesIsRefused(access: Ledger.Access) throws {
        _ = try folder.writer().stage(Sample.run())
        try folder.replace(Data())
        let error = #expect(throws: LedgerError.self) { try Ledger.open(folder.path, for: access) }
        #expect(error?.kind == .damaged)
        #expect(error?.what.en.contains("0 bytes") == true)
        #expect(try folder.bytes().isEmpty)
    }

    /// A crash while a ledger is made leaves it beside its place.
    @Test func whatACrashLeavesOfAMakingIsMadeAnew() throws {
        let beside = folder.path + ".new"
        try Data("half a ledger".utf8).write(to: URL(filePath: beside))
        try Data("half a journal".utf8).write(to: URL(filePath: beside + "-journal"))
        #expect(try Ledger.open(folder.path, for: .reading) == nil)
        #expect(try folder.writer().stage(Sample.run()) == 1)
        #expect(try folder.names() == ["ledger.sqlite"])
    }

    @Test func writingAgainChangesNothing() throws {
        let id = try folder.writer().stage(Sample.run())
        let bytes = try folder.bytes()
        #expect(try folder.writer().stagedRuns().map(\.id) == [id])
        #expect(try folder.bytes() == bytes)
        #expect(try folder.names() == ["ledger.sqlite"])
    }

    @Test func settingsAreThose() throws {
        let writer = try folder.writer()
        for ledger in [writer, try folder.reader()] {
            let settings = try ledger.reading { db in
                try ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema"].map {
                    try String.fetchOne(db, sql: "SELECT CAST(\($0) AS TEXT) FROM pragma_\($0)")
                }
            }
            #expect(settings == ["delete", "3", "1", "1", "0"])
        }
    }

    @Test func othersMayReadButNotWrite() throws {
        _ = try folder.writer()
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Umask:") })
        let umask = try #require(Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces), radix: 8))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o644 & ~umask)
    }

    @Test func otherFilesAreNoLedgers() throws {
        for text in ["x", "quarter,recipients\n2020Q3,72.7万\n", String(repeating: "SQLite format 3\0", count: 1000)] {
            try folder.replace(Data(text.utf8))
            try folder.expectRefusal(.notALedger)
        }
        try folder.replace(Data(count: 8192))
        try folder.expectRefusal(.notALedger)
    }

    @Test(arguments: [0, 1, -1, 42])
    func databasesOfOthersAreNoLedgers(number: Int) throws {
        try folder.tamper("PRAGMA application_id = \(number); CREATE TABLE run (id INTEGER PRIMARY KEY)")
        try folder.expectRefusal(.notALedger)
    }

    @Test func databasesOfOthersWithAnotherJournalStayAsTheyAre() throws {
        try folder.tamper("PRAGMA journal_mode = WAL; CREATE TABLE x (y)")
        let bytes = try folder.bytes()
        for access in [Ledger.Access.reading, .writing] {
            let error = #expect(throws: LedgerError.self) { try Ledger.open(folder.path, for: access) }
            #expect(error?.kind == .notALedger)
        }
        #expect(try folder.bytes() == bytes)
    }

    @Test func foldersAreNoLedgers() throws {
        let error = #expect(throws: LedgerError.self) { try Ledger.open(folder.url.path, for: .writing) }
        #expect(error?.kind == .notALedger)
    }

    @Test func ourNumberOverOtherTablesIsDamage() throws {
        try folder.tamper("PRAGMA application_id = \(LedgerSchema.applicationID); CREATE TABLE x (y)")
        try folder.expectRefusal(.damaged)
    }

    @Test func aFolderThatIsNotThere() throws {
        let path = folder.url.path + "/none/ledger.sqlite"
        #expect(try Ledger.open(path, for: .reading) == nil)
        let error = #expect(throws: LedgerError.self) { try Ledger.open(path, for: .writing) }
        #expect(error?.kind == .io)
    }

    @Test func aNewerLedgerIsLeftAlone() throws {
        _ = try folder.writer().stage(Sample.run())
        try folder.tamper("INSERT INTO grdb_migrations VALUES ('1000'); CREATE TABLE later (x)")
        try folder.expectRefusal(.newer)
    }

    @Test func aLedgerThatWasNeverFinishedIsMadeAnew() throws {
        for statements in [
            "PRAGMA application_id = \(LedgerSchema.applicationID)",
            """
            PRAGMA application_id = \(LedgerSchema.applicationID);
            CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)
            """,
        ] {
            let folder = try LedgerFolder()
            try folder.tamper(statements)
            #expect(try Ledger.open(folder.path, for: .reading) == nil)
            #expect(try folder.writer().stage(Sample.run()) == 1)
        }
    }

    @Test func aPageThatIsLostIsDamage() throws {
        let ledger = try folder.writer()
        for report in 1...20 { try ledger.settle(run: ledger.stage(Sample.run(report: report))) }
        let whole = try folder.bytes()
        let pageSize = 4096
        #expect(whole.count > pageSize * 10)
        for start in stride(from: pageSize, to: whole.count, by: pageSize) {
            var bytes = whole
            bytes.replaceSubrange(start..<start + pageSize, with: Data(count: pageSize))
            try folder.replace(bytes)
            try folder.expectRefusal(.damaged)
        }
        for count in [whole.count - pageSize, whole.count / 2, pageSize] {
            try folder.replace(whole.prefix(count))
            try folder.expectRefusal(.damaged)
        }
    }

    /// SQLite finds no fault in a figure that has become another: its digest does.
    @Test func noValueThatHasChangedIsRead() throws {
        let ledger = try folder.writer()
        for report in 1...2 { try ledger.settle(run: ledger.stage(Sample.run(report: report))) }
        try ledger.publish([Sample.vintage(), Sample.vintage(number: 2, reason: .changedMethod)])
        let read = try readAll(folder)
        let whole = try folder.bytes()
        var changedCount = 0
        for offset in stride(from: 100, to: whole.count, by: 13) where whole[offset] != 0 {
            var bytes = whole
            bytes[offset] ^= 1
            let folder = try LedgerFolder()
            try folder.replace(bytes)
            do {
                #expect(try readAll(folder) == read, "byte \(offset)")
            } catch is LedgerError {
                changedCount += 1
            }
        }
        #expect(changedCount > 100)
    }

    private func readAll(_ folder: LedgerFolder) throws -> [String] {
        let ledger = try folder.reader()
        return try [String(reflecting: ledger.vintages())] + (1...2).map { try String(reflecting: ledger.run($0)) }
    }

    /// Whatever happens to single bytes, opening and reading end in order.
    @Test(arguments: SeededRandom.seeds(4))
    func bytesThatAreChangedNeverCrash(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SeededRandom(seed)
        let ledger = try folder.writer()
        for report in 1...5 { try ledger.settle(run: ledger.stage(Sample.run(report: report))) }
        try ledger.publish([Sample.vintage(), Sample.vintage(number: 2, reason: .changedMethod)])
        let whole = try folder.bytes()
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let folder = try LedgerFolder()
            try folder.replace(bytes)
            do {
                try readEverything(folder)
            } catch let error as LedgerError {
                #expect([.damaged, .notALedger, .newer, .io].contains(error.kind))
            }
        }
    }

    private func readEverything(_ folder: LedgerFolder) throws {
        guard let ledger = try Ledger.open(folder.path, for: .reading, patienceSeconds: 0) else { return }
        _ = try ledger.vintages()
        for id in 1...5 { _ = try ledger.run(Int64(id)) }
    }

    @Test func aLedgerThatAnotherWritesToWaitsThenSaysSo() throws {
        _ = try folder.writer()
        let other = try folder.raw()
        try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        for access in [Ledger.Access.reading, .writing] {
            let error = #expect(throws: LedgerError.self) {
                try Ledger.open(folder.path, for: access, patienceSeconds: 0.05)
            }
            #expect(error?.kind == .locked)
        }
        try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try folder.reader().vintages().isEmpty)
    }

    @Test func readersSeeWhatStoodBeforeWhileAnotherWrites() throws {
        let ledger = try folder.writer()
        try ledger.settle(run: ledger.stage(Sample.run()))
        try ledger.writing { db in
            try db.execute(
                sql: """
                    INSERT INTO run SELECT NULL, 'staged', quarter, isProvisional, folder, reportSHA256, pipelineSHA256,
                        rulesSHA256, version, finishedAt FROM run
                    """)
            try RecordDigest.run.insert(db.lastInsertedRowID, into: db)
            let reader = try folder.reader()
            #expect(try reader.stagedRuns().isEmpty)
            #expect(try reader.lastRun()?.id == 1)
        }
        #expect(try folder.reader().stagedRuns().count == 1)
    }

    @Test(arguments: [Ledger.Access.reading, .writing])
    func whatAWriterLeftHalfDoneIsTakenBack(access: Ledger.Access) throws {
        let ledger = try folder.writer()
        try ledger.settle(run: ledger.stage(Sample.run()))
        let before = try exact((ledger.lastRun() as Any, ledger.stagedRuns()))
        // The files as they lie while a transaction larger than the cache is under way.
        let crashed = try LedgerFolder()
        let other = try folder.raw()
        try other.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA cache_size = 5;
                    BEGIN IMMEDIATE;
                    INSERT INTO run WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                    SELECT NULL, 'staged', quarter, isProvisional, folder, reportSHA256, pipelineSHA256, rulesSHA256,
                        version, finishedAt FROM run, n;
                    """)
            for suffix in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: folder.path + suffix, toPath: crashed.path + suffix)
            }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try crashed.bytes().count > folder.bytes().count)
        let opened = try #require(try Ledger.open(crashed.path, for: access))
        #expect(try exact((opened.lastRun() as Any, opened.stagedRuns())) == before)
        #expect(try crashed.names() == ["ledger.sqlite"])
    }

    @Test func aLedgerThatWasSwitchedToAnotherJournalIsSwitchedBack() throws {
        _ = try folder.writer().stage(Sample.run())
        try folder.tamper("PRAGMA journal_mode = WAL")
        #expect(try folder.reader().stagedRuns().count == 1)
        #expect(try folder.writer().stagedRuns().count == 1)
        #expect(try folder.names() == ["ledger.sqlite"])
        #expect(try folder.bytes()[18...19] == Data([1, 1]))
    }

    @Test func aFileThatMayNotBeWrittenIsSaidAtOnce() throws {
        guard geteuid() != 0 else { return }  // who may write to everything
        _ = try folder.writer()
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path)
        let error = #expect(throws: LedgerError.self) { try Ledger.open(folder.path, for: .writing) }
        #expect(error?.kind == .readOnly)
        #expect(try folder.reader().vintages().isEmpty)
    }
}
