import AidModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import AidLedger

/// The tables of each version, as ledgers out there have them.
///
/// `AIDSTATS_RECORD=1 swift test --filter LedgerSchemaTests` writes a version's statements where
/// there are none yet; those of a version that has gone out never change.
@Suite struct LedgerSchemaTests {
    static func recorded(_ version: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases/schema-\(version).sql")
    }

    @Test(arguments: LedgerSchema.migrator.migrations)
    func aVersionIsAsRecorded(version: String) throws {
        let queue = try DatabaseQueue()
        try LedgerSchema.migrator.migrate(queue, upTo: version)
        let statements = try queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_master
                    WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'grdb_*' ORDER BY rowid
                    """)
        }
        let text = statements.map { $0 + ";\n" }.joined(separator: "\n")
        try GoldenFile.compare(text, with: LedgerSchemaTests.recorded(version))
    }

    /// A ledger made from the recorded statements, and not by the migrator, is one of version 1.
    @Test func aLedgerOfVersion1IsBroughtUpToDate() throws {
        let folder = try LedgerFolder()
        let statements = try String(contentsOf: LedgerSchemaTests.recorded("1"), encoding: .utf8)
        try folder.tamper(
            """
            PRAGMA application_id = \(LedgerSchema.applicationID);
            CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
            INSERT INTO grdb_migrations VALUES ('1');
            """)
        try folder.tamper(statements)
        let ledger = try folder.writer()
        #expect(try ledger.stage(Sample.run()) == 1)
        var run = Sample.run()
        run.id = 1
        #expect(try folder.reader().stagedRuns() == [run])
    }

    /// What was written then is read now, and its digests hold.
    @Test(arguments: LedgerSchema.migrator.migrations.dropLast())
    func aLedgerOfAnEarlierVersionKeepsWhatItHolds(version: String) throws {
        let (now, folder) = (try LedgerFolder(), try LedgerFolder())
        let ledger = try now.writer()
        var run = Sample.run()
        run.bases = []
        run.protections = []
        let id = try ledger.stage(run)
        try ledger.settle(run: id)
        try ledger.publish([Sample.vintage(origin: .run(id), cells: run.cells)])
        let older = try folder.raw()
        try LedgerSchema.migrator.migrate(older, upTo: version)
        try older.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA application_id = \(LedgerSchema.applicationID);
                    ATTACH '\(now.path)' AS now;
                    INSERT INTO run SELECT id, 'staged', quarter, isProvisional, folder, reportSHA256, pipelineSHA256,
                        rulesSHA256, version, finishedAt FROM now.run;
                    INSERT INTO runInput SELECT * FROM now.runInput;
                    INSERT INTO runCell SELECT * FROM now.runCell;
                    INSERT INTO runQuarter SELECT * FROM now.runQuarter;
                    \(version >= "3" ? "INSERT INTO digest SELECT * FROM now.digest WHERE owner = 'run';" : "")
                    UPDATE run SET state = 'settled';
                    BEGIN;
                    INSERT INTO vintageCell SELECT * FROM now.vintageCell;
                    INSERT INTO vintage SELECT * FROM now.vintage;
                    \(version >= "3" ? "INSERT INTO digest SELECT * FROM now.digest WHERE owner = 'vintage';" : "")
                    COMMIT;
                    DETACH now;
                    """)
        }
        try older.close()
        let opened = try folder.writer()
        #expect(try opened.lastRun() == ledger.lastRun() && opened.lastRun() != nil)
        #expect(try opened.vintages() == ledger.vintages() && opened.vintages().count == 1)
    }

    @Test func unfilledAndTheWordForItAreTwoGroups() throws {
        let folder = try LedgerFolder()
        try folder.writer().publish([Sample.vintage(cells: [Sample.unnamed, Sample.kept])])
        let names = try folder.raw().read { db in
            try String?.fetchAll(db, sql: "SELECT name FROM vintageCell ORDER BY position")
        }
        #expect(names == [nil, "未填"])
        #expect(try folder.reader().vintages().first?.cells == [Sample.unnamed, Sample.kept])
    }

    @Test func daysAndQuartersAreThereToRead() throws {
        let folder = try LedgerFolder()
        try folder.writer().publish([Sample.vintage()])
        let row = try folder.raw().read { db in
            try Row.fetchOne(db, sql: "SELECT quarter, publishedOn FROM vintage")
        }
        #expect(row?["quarter"] == "2023Q2")
        #expect(row?["publishedOn"] == "2023-07-16")
    }
}
