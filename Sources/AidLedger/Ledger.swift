import GRDB

/// One programme's ledger, a SQLite file: its runs, their inputs, and every figure ever published.
///
/// It holds names of files and groups and figures, nothing about a person. What was published is
/// never changed: another vintage follows it.
///
/// - Shape: one writer, which a lock elsewhere sees to; readers wait up to 5 s for it.
package final class Ledger: Sendable {
    /// Begins a SHA-256: takes in bytes piece by piece, and tells 64 lower-case hexadecimal digits of them.
    package typealias SHA256Maker =
        @Sendable () -> (
            update: (UnsafeRawBufferPointer) -> Void, hexadecimal: () -> String
        )

    package enum Access: Sendable {
        case reading
        case writing
    }

    let path: String
    private let queue: DatabaseQueue

    init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Reads everything from one and the same state of the ledger.
    func reading<Result>(_ work: (Database) throws -> Result) throws(LedgerError) -> Result {
        try LedgerError.telling(path) { try queue.read(work) }
    }

    /// Writes all or, if anything is thrown, nothing.
    func writing<Result>(_ work: (Database) throws -> Result) throws(LedgerError) -> Result {
        try LedgerError.telling(path) { try queue.write(work) }
    }
}
