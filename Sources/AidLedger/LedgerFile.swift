import AidModel
import GRDB
import Glibc

/// The file of a ledger, and the ways to it.
struct LedgerFile {
    let path: String
    let sha256: Ledger.SHA256Maker
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
        case .older: throw LedgerError(.older, at: path)
        case .upToDate: return Ledger(path: path, queue: queue)
        }
    }

    /// Makes a ledger beside its place, and puts it there when it is whole: what stands in the place of a ledger
    /// was never anything less.
    func toMake() throws -> Ledger {
        let beside = LedgerFile(path: path + ".new", sha256: sha256, patienceSeconds: patienceSeconds)
        for ending in ["", "-journal"] { unlink(beside.path + ending) }
        let queue = try beside.connect(readOnly: false, isInTheMaking: true)
        try queue.write { db in
            try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
        }
        _ = try beside.migrated(queue)
        try queue.close()
        // The first report that is written into the ledger flushes the folder.
        guard beside.flush(), rename(beside.path, path) == 0 else {
            let code = errno
            unlink(beside.path)
            throw LedgerError(.io(code: "errno \(code)"), at: path)
        }
        return try toWrite()
    }

    /// - Returns: whether the disk has all of it; if not, `errno` says why.
    private func flush() -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        guard fsync(descriptor) == 0 else {
            let code = errno
            close(descriptor)
            errno = code
            return false
        }
        return close(descriptor) == 0
    }

    func toWrite() throws -> Ledger {
        guard access(path, W_OK) == 0 else { throw LedgerError(.readOnly, at: path) }
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
        guard case .upToDate = try queue.read(state) else { throw LedgerError(.damaged, at: path) }
        return Ledger(path: path, queue: queue)
    }

    /// A ledger, of a version that is known.
    private func identified(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        try queue.read { db in
            guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == LedgerSchema.applicationID else {
                throw LedgerError(.notALedger, at: path)
            }
            guard try !LedgerSchema.migrator.hasBeenSuperseded(db) else { throw LedgerError(.newer, at: path) }
        }
        return queue
    }

    /// A ledger that is whole. Not asked of a later version's: its tables may hold what this one cannot judge.
    private func examined(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        try identified(queue).read { db in
            guard try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"] else {
                throw LedgerError(damage(), at: path)
            }
            guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
                throw LedgerError(.damaged, at: path)
            }
            _ = try state(db)
        }
        return queue
    }

    /// What to say where SQLite finds broken content: it takes a page that the disk does not give for a broken one.
    ///
    /// Only what a second look still finds, with a disk that gives every byte, is damage.
    func damage() -> LedgerProblem {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .io(code: "errno \(errno)") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        var offset = 0
        while true {
            // As SQLite reads.
            let count = pread(descriptor, &bytes, bytes.count, off_t(offset))
            if count < 0, errno != EINTR { return .io(code: "errno \(errno)") }
            if count == 0 { break }
            offset += max(count, 0)
        }
        let isWhole = try? connect(readOnly: true).read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"]
        }
        return isWhole == true ? .io(code: "SQLite \(ResultCode.SQLITE_IOERR.rawValue)") : .damaged
    }

    /// - Parameter isInTheMaking: whether nobody relies on the file yet, so that nothing need be flushed.
    private func connect(readOnly: Bool, isInTheMaking: Bool = false) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patienceSeconds)
        let sha256 = sha256
        configuration.prepareDatabase { db in
            for function in RecordDigest.functions(sha256) { db.add(function: function) }
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA secure_delete = ON;
                    PRAGMA synchronous = \(isInTheMaking ? "OFF" : "EXTRA");
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
            guard try statements == LedgerSchema.expectedStatements() else { throw LedgerError(.damaged, at: path) }
            return .upToDate
        }
        if try !migrator.appliedIdentifiers(db).isEmpty { return .older }
        // The migrator makes its own table first.
        guard statements.allSatisfy({ $0.hasPrefix("CREATE TABLE grdb_migrations") }) else {
            throw LedgerError(.damaged, at: path)
        }
        return .unmade
    }
}
