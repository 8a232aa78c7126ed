import GRDB

/// The tables of the ledger, and how an earlier version's become today's.
enum LedgerSchema {
    /// Tells a ledger from every other SQLite file: `aids` in ASCII.
    static let applicationID: Int32 = 0x6169_6473

    /// Each version once and for all: what has gone out is never changed, only followed by another.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in try db.execute(sql: version1) }
        migrator.registerMigration("2") { db in try db.execute(sql: version2) }
        migrator.registerMigration("3") { db in
            try db.execute(sql: version3)
            try addDigests(db)
        }
        migrator.registerMigration("4") { db in try db.execute(sql: version4) }
        migrator.registerMigration("5") { db in try db.execute(sql: version5) }
        return migrator
    }

    /// The statements that made all tables, indexes and triggers, in a fixed order.
    static func statements(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY sql")
    }

    /// What `statements` finds in a ledger of this version. A ledger that lacks one of them may
    /// have been changed where it must not be.
    static func expectedStatements() throws -> [String] { try expected.get() }

    private static let expected = Result<[String], any Error> {
        let witness = try DatabaseQueue()
        try migrator.migrate(witness)
        return try witness.read(statements)
    }
}
