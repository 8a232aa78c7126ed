import GRDB
import Glibc

extension Ledger {
    /// Opens a programme's ledger, and looks whether it is whole before anything else.
    ///
    /// To write, it is made where there is none, and brought up to date; to read, nothing is made
    /// or changed. Only what a writer that crashed left half done is taken back, as every reader
    /// of SQLite must.
    ///
    /// - Returns: nil where there is none to read.
    /// - Throws:  where the file is something else, damaged, or of a newer version; it stays as it was.
    package static func open(_ path: String, for access: Access) throws(LedgerError) -> Ledger? {
        try open(path, for: access, patienceSeconds: 5)
    }

    static func open(
        _ path: String, for access: Access, patienceSeconds: Double
    ) throws(LedgerError) -> Ledger? {
        let size = try fileSize(path)
        let connection = Connection(path: path, patienceSeconds: patienceSeconds)
        return try LedgerError.telling(path) {
            switch access {
            case .reading:
                if size == nil || size == 0 { return nil }
                return try connection.toRead()
            case .writing:
                // A file of no bytes is what a crash leaves of a ledger in its making.
                return size == nil || size == 0 ? try connection.toMake() : try connection.toWrite()
            }
        }
    }

    /// The size of a file in bytes; nil: there is none.
    private static func fileSize(_ path: String) throws(LedgerError) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT { return nil }
            throw .io(path, code: "errno \(code)")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notALedger(path) }
        return Int(status.st_size)
    }
}

/// The ways to a ledger's file.
private struct Connection {
    let path: String
    let patienceSeconds: Double

    func toRead() throws -> Ledger? {
        let queue: DatabaseQueue
        do {
            queue = try examined(readOnly: true)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            // A writer crashed. SQLite takes its half-done work back when somebody comes who may write.
            _ = try examined(readOnly: false)
            queue = try examined(readOnly: true)
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
            _ = try examined(readOnly: true)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {}
        return try migrated(examined(readOnly: false))
    }

    private func migrated(_ queue: DatabaseQueue) throws -> Ledger {
        try queue.inDatabase { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        try LedgerSchema.migrator.migrate(queue)
        guard case .upToDate = try queue.read(state) else { throw LedgerError.damaged(path) }
        return Ledger(path: path, queue: queue)
    }

    /// A connection to a ledger that is one, of a version that is known, and whole.
    private func examined(readOnly: Bool) throws -> DatabaseQueue {
        let queue = try connect(readOnly: readOnly)
        try queue.read { db in
            guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == LedgerSchema.applicationID else {
                throw LedgerError.notALedger(path)
            }
            // A later version's tables may hold what this one's SQLite cannot judge.
            guard try !LedgerSchema.migrator.hasBeenSuperseded(db) else { throw LedgerError.newer(path) }
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
