import AidModel
import GRDB
import Testing

@testable import AidLedger

/// That nobody who comes with SQL of his own changes what was published.
@Suite struct LedgerGuardTests {
    static let attempts = [
        "UPDATE vintage SET note = 'x'",
        "UPDATE vintage SET number = number + 5",
        "UPDATE OR REPLACE vintage SET number = 1, reason = NULL",
        "DELETE FROM vintage",
        "DELETE FROM vintage WHERE number = 2",
        "INSERT OR REPLACE INTO vintage SELECT * FROM vintage WHERE number = 1",
        "REPLACE INTO vintage SELECT id, '2024Q1', 1, publishedOn, NULL, 'x', 0, run, importedSHA256 FROM vintage",
        "INSERT INTO vintage SELECT id + 9, quarter, number + 5, publishedOn, 'R1', 'x', 0, run, importedSHA256 "
            + "FROM vintage",
        "INSERT INTO vintage SELECT * FROM vintage WHERE true ON CONFLICT DO UPDATE SET note = 'x'",
        "INSERT INTO vintage SELECT id + 9, '2024Q1', 1, publishedOn, NULL, 'x', 0, 2, NULL FROM vintage LIMIT 1",
        "UPDATE vintageCell SET recipientsLowest = 0",
        "UPDATE OR IGNORE vintageCell SET name = 'x', field = 'x'",
        "DELETE FROM vintageCell",
        "INSERT OR REPLACE INTO vintageCell SELECT * FROM vintageCell",
        "INSERT INTO vintageCell (vintage, position, period, field) VALUES (1, 99, 'quarter', 'x')",
        "UPDATE run SET version = 'x'",
        "UPDATE run SET version = 'x', state = 'settled' WHERE id = 2",
        "UPDATE run SET id = 9, state = 'settled' WHERE id = 2",
        "UPDATE run SET state = 'staged' WHERE id = 1",
        "UPDATE run SET state = 'settled' WHERE id = 1",
        "DELETE FROM run WHERE id = 1",
        "DELETE FROM run",
        "INSERT OR REPLACE INTO run SELECT * FROM run WHERE id = 1",
        "INSERT OR REPLACE INTO run SELECT id, 'staged', quarter, isProvisional, folder, reportSHA256, pipelineSHA256, "
            + "rulesSHA256, version, finishedAt FROM run WHERE id = 1",
        "INSERT INTO run SELECT 9, 'settled', quarter, isProvisional, folder, reportSHA256, pipelineSHA256, "
            + "rulesSHA256, version, finishedAt FROM run WHERE id = 1",
        "UPDATE runInput SET name = 'x'",
        "DELETE FROM runInput WHERE run = 1",
        "INSERT OR REPLACE INTO runInput SELECT * FROM runInput WHERE run = 1",
        "INSERT INTO runInput VALUES (1, 99, 'x', 0, NULL, 0)",
        "UPDATE runInput SET run = 1, position = 99 WHERE run = 2",
        "UPDATE runCell SET recipientsLowest = 0",
        "DELETE FROM runCell WHERE run = 1",
        "INSERT OR REPLACE INTO runCell SELECT * FROM runCell WHERE run = 1",
        "UPDATE runBase SET recipientsLowest = 0",
        "DELETE FROM runBase WHERE run = 1",
        "INSERT OR REPLACE INTO runBase SELECT * FROM runBase WHERE run = 1",
        "UPDATE runProtection SET unprotected = 0",
        "DELETE FROM runProtection",
        "INSERT OR REPLACE INTO runProtection SELECT * FROM runProtection WHERE run = 1",
        "UPDATE runGrouping SET unprotectedPeriods = 0",
        "DELETE FROM runGrouping",
        "INSERT OR REPLACE INTO runGrouping SELECT * FROM runGrouping WHERE run = 1",
        "UPDATE runQuarter SET recipients = 0",
        "DELETE FROM runQuarter",
        "INSERT INTO runQuarter VALUES (1, 99, '1999Q1', 0, 1, 1, 1)",
        "UPDATE digest SET id = id + 9",
        "DELETE FROM digest",
        "DELETE FROM digest WHERE owner = 'run' AND id = 1",
        "INSERT OR REPLACE INTO digest SELECT * FROM digest WHERE owner = 'vintage'",
    ]

    /// One settled run, one staged, two vintages.
    private func publishedLedger() throws -> LedgerFolder {
        let folder = try LedgerFolder()
        let ledger = try folder.writer()
        let id = try ledger.stage(Sample.run())
        try ledger.settle(run: id)
        _ = try ledger.stage(Sample.run(Sample.quarter, report: 9))
        try ledger.publish([
            Sample.vintage(origin: .run(id), cells: Sample.run().cells),
            Sample.vintage(number: 2, reason: .betterData, cells: [Sample.total(recipients: 985_801)]),
        ])
        return folder
    }

    @Test(arguments: attempts)
    func isStopped(statement: String) throws {
        let folder = try publishedLedger()
        let before = try everything(folder)
        for foreignKeys in [true, false] {
            let error = #expect(throws: DatabaseError.self) {
                try folder.tamper(foreignKeys: foreignKeys, statement)
            }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
        }
        #expect(try everything(folder) == before)
    }

    /// The way of the statements above, where nothing stands against it.
    @Test func aStagedRunMayGo() throws {
        let folder = try publishedLedger()
        try folder.tamper(
            """
            DELETE FROM runInput WHERE run = 2; DELETE FROM runCell WHERE run = 2; DELETE FROM runBase WHERE run = 2;
            DELETE FROM runProtection WHERE run = 2; DELETE FROM runGrouping WHERE run = 2;
            DELETE FROM runQuarter WHERE run = 2; DELETE FROM run WHERE id = 2;
            """)
        #expect(try folder.reader().stagedRuns().isEmpty)
    }

    @Test func namesOfTablesThatTheStatementsNameAreRight() throws {
        let folder = try publishedLedger()
        try folder.raw().read { db in
            for statement in LedgerGuardTests.attempts { _ = try db.makeStatement(sql: statement) }
        }
    }

    @Test func aGuardThatIsTakenAwayIsMissed() throws {
        for statement in [
            "DROP TRIGGER vintageStays", "DROP INDEX vintageCellOnce", "DROP TABLE runQuarter",
            "CREATE TABLE extra (x)", "CREATE TRIGGER extra AFTER INSERT ON run BEGIN SELECT 1; END",
            "ALTER TABLE run ADD COLUMN extra TEXT",
        ] {
            let folder = try publishedLedger()
            try folder.tamper(statement)
            try folder.expectRefusal(.damaged)
        }
    }

    @Test func rowsWithoutTheirRunAreMissed() throws {
        let folder = try publishedLedger()
        try folder.tamper(foreignKeys: false, "DELETE FROM run WHERE id = 2")
        try folder.expectRefusal(.damaged)
    }

    private func everything(_ folder: LedgerFolder) throws -> [String] {
        let ledger = try folder.reader()
        return try [String(reflecting: ledger.vintages())] + (1...9).map { try String(reflecting: ledger.run($0)) }
            + [String(reflecting: ledger.stagedRuns()), String(reflecting: ledger.lastRun())]
    }
}
