package import AidModel

/// Why a ledger could not be opened, read or written, and its path.
package typealias LedgerError = LocatedProblem<LedgerProblem>

/// What can be wrong with a ledger; `LedgerProblem+Texts.swift` says it.
///
/// No message holds a statement of SQL or a value from the ledger, but a quarter and a number.
package enum LedgerProblem: ProblemMessage {
    /// A newer version of the program has written it.
    case newer
    /// An earlier version has written it, and a reader does not bring it up to date.
    case older
    case notALedger
    case damaged
    /// It has no byte.
    case empty
    case another(programme: String, currency: String)
    /// Another program holds it.
    case locked
    /// With the system's or SQLite's number of what went wrong.
    case io(code: String)
    case readOnly
    /// What was to be written contradicts what stands, or does not fit.
    case refused(LedgerRefusal)

    /// What a command does about it.
    package enum Kind: String, Sendable, CaseIterable {
        case newer, notALedger, damaged, another, locked, io, readOnly, refused
    }

    package var kind: Kind {
        switch self {
        case .newer: .newer
        case .notALedger: .notALedger
        case .damaged, .empty: .damaged
        case .another: .another
        case .locked: .locked
        case .io: .io
        case .readOnly, .older: .readOnly
        case .refused: .refused
        }
    }
}

/// Why the ledger does not take what it is given.
package enum LedgerRefusal: Error, Sendable, Hashable {
    /// A quarter before year 1 or a day past year 9999.
    case beyondCalendar
    case notStaged(run: Int64)
    case notSettled(run: Int64)
    case notNext(Quarter, number: Int, next: Int)
    case withoutReason(Quarter, number: Int)
    case needlessReason(Quarter)
    /// The same figure stands twice in what was to be written.
    case figureTwice
    /// What the ledger's own rules stop, and nothing before them has.
    case againstItsRules
}

extension LedgerError {
    package var kind: LedgerProblem.Kind { message.kind }
}
