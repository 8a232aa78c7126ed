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
