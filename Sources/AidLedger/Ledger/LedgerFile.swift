import GRDB
import Glibc

/// The file of a ledger, and the ways to it.
struct LedgerFile {
    let path: String
    let patienceSeconds: Double

    func toRead() throws -> Ledger? {
        let queue: DatabaseQueue
        do {
            queue = try examined(connect(readOnly: true))
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            // A writer crashed. SQLite takes its half-done work back when somebody comes who may write.
            _ = try identified(connect(readOnly: false))
            queue = try examined(connect(readOnly: true))
        }
        switch try queue.read(state) {
        case .unmade: return nil
        case .older: throw LedgerError.older(path)
        case .upToDate: return Ledger(path: path, queue: queue)
        }
    }

    func toMake() throws -> Ledger {
        let queue = try connect(readOnly: false)
        // Before anything else: should this be all that is written, the file is known again.
        try queue.write { db in
            try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
        }
        return try migrated(queue)
    }

    func toWrite() throws -> Ledger {
        guard access(path, W_OK) == 0 else { throw LedgerError.readOnly(path) }
        do {
            // To look at a file that may be somebody else's, without leave to change it.
            _ = try identified(connect(readOnly: true))
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            // After a crash only one who may write can look.
        }
        return try migrated(examined(connect(readOnly: false)))
    }

    private func migrated(_ queue: DatabaseQueue) throws -> Ledger {
        try queue.inDatabase { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        try LedgerSchema.migrator.migrate(queue)
        guard case .upToDate = try queue.read(state) else { throw LedgerError.damaged(path) }
        return Ledger(path: path, queue: queue)
    }

    /// A ledger, of a version that is known.
    private func identified(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        try queue.read { db in
            guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == LedgerSchema.applicationID else {
                throw LedgerError.notALedger(path)
            }
            guard try !LedgerSchema.migrator.hasBeenSuperseded(db) else { throw LedgerError.newer(path) }
        }
        return queue
    }

    /// A ledger that is whole. Not asked of a later version's: its tables may hold what this one cannot judge.
    private func examined(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        try identified(queue).read { db in
            guard try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"],
                try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil
            else { throw LedgerError.damaged(path) }
            _ = try state(db)
        }
        return queue
    }

    private func connect(readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patienceSeconds)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA secure_delete = ON;
                    PRAGMA synchronous = EXTRA;
                    """)
        }
        // SQLite gives some names that are no paths a meaning of their own.
        return try DatabaseQueue(path: path.hasPrefix("/") ? path : "./" + path, configuration: configuration)
    }

    private enum State {
        /// Nothing but its number: what a crash leaves of a ledger in its making.
        case unmade
        case older
        case upToDate
    }

    /// - Throws: where tables, indexes or triggers are not those of the ledger's version.
    private func state(_ db: Database) throws -> State {
        let migrator = LedgerSchema.migrator
        let statements = try LedgerSchema.statements(db)
        if try migrator.hasCompletedMigrations(db) {
            guard try statements == LedgerSchema.expectedStatements() else { throw LedgerError.damaged(path) }
            return .upToDate
        }
        if try !migrator.appliedIdentifiers(db).isEmpty { return .older }
        // The migrator makes its own table first.
        guard statements.allSatisfy({ $0.hasPrefix("CREATE TABLE grdb_migrations") }) else {
            throw LedgerError.damaged(path)
        }
        return .unmade
    }
}
