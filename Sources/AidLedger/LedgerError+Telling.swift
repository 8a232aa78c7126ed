import AidModel
import GRDB

/// A value in the ledger that no version of the program writes.
struct UnreadableValue: Error {}

extension LedgerError {
    /// Does work with the ledger and tells whatever goes wrong in plain words.
    static func telling<Result>(_ path: String, _ work: () throws -> Result) throws(LedgerError) -> Result {
        do {
            return try work()
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(problem(error, path), at: path)
        }
    }

    private static func problem(_ error: any Error, _ path: String) -> LedgerProblem {
        switch error {
        case let error as DatabaseError: problem(error, path)
        case let refusal as LedgerRefusal: .refused(refusal)
        case is UnreadableValue: .damaged
        default: .io(code: "SQLite")
        }
    }

    private static func problem(_ error: DatabaseError, _ path: String) -> LedgerProblem {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
        case .SQLITE_CORRUPT: LedgerFile(path: path, sha256: { ({ _ in }, { "" }) }, patienceSeconds: 0).damage()
        case .SQLITE_NOTADB: .notALedger
        case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
        // A fault of the caller.
        case .SQLITE_CONSTRAINT:
            .refused(error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE ? .figureTwice : .againstItsRules)
        default: .io(code: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }
}
