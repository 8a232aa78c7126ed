package import AidModel

/// Why a register or its key could not be made, opened, read or written, and the path of what is wrong.
package typealias RegisterError = LocatedProblem<RegisterProblem>

/// What can be wrong with a register or its key; `RegisterProblem+Texts.swift` says it.
///
/// No message holds a key, a tag or a value from an export.
package enum RegisterProblem: ProblemMessage {
    case noRegister
    /// The folder in which one was to be made holds something already.
    case notEmpty
    case wrongKey
    case unusableKey(UnusableKey)
    /// It is another programme's.
    case another(programme: String)
    /// Written under other rules of counting.
    case otherRules
    /// A newer version of the program has written it.
    case newer
    /// An earlier version of the program has written it, without what this one needs.
    case older
    case missing
    case damaged(RegisterDamage)
    /// Another program holds it, or has changed it meanwhile.
    case locked
    /// With the system's number of what went wrong.
    case io(Int32)
    /// The new state is there, and may not be on the disk: with the system's number of what went wrong.
    case unflushed(Int32)
    /// What was to be written contradicts what stands: a fault of the caller.
    case refused(RegisterRefusal)

    package enum UnusableKey: Sendable, Hashable {
        case missing
        case noKey
        case openToOthers
        case insideRegister
    }

    /// What a command does about it.
    package enum Kind: String, Sendable, CaseIterable {
        case noRegister, notEmpty, wrongKey, unusableKey, another, otherRules, newer, older, missing, damaged, locked,
            io, refused
    }

    package var kind: Kind {
        switch self {
        case .noRegister: .noRegister
        case .notEmpty: .notEmpty
        case .wrongKey: .wrongKey
        case .unusableKey: .unusableKey
        case .another: .another
        case .otherRules: .otherRules
        case .newer: .newer
        case .older: .older
        case .missing: .missing
        case .damaged: .damaged
        case .locked: .locked
        case .io, .unflushed: .io
        case .refused: .refused
        }
    }
}

/// How it shows that a file of a register is not as it was written.
package enum RegisterDamage: Sendable, Hashable {
    case size
    case notPlainFile
    case seal
    case checksums
    case sha256
    case anotherFile
    case strangeRecord
    case peopleCount
    case personTwice
    case groupTwice
    case recordCount(input: String)
    case rejectCount(input: String)
}

/// Why a register does not take what it is given.
package enum RegisterRefusal: Sendable, Hashable {
    case notAsJSON
    case figuresMissing
    case contradictoryDelivery
    case changedSince
    case otherState
    case knownExport
    case knownExportGrown
    case recordCount(input: String)
    case rejectCount(input: String)
    case otherGroups
    case quartersOfPeople
    case longGroup
}

extension RegisterError {
    package var kind: RegisterProblem.Kind { message.kind }
}
