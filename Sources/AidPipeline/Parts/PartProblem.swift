import AidModel

/// Why a run cannot be done in parts, or what was done of it cannot be used.
enum PartProblem: CommandProblem {
    /// A register is read by one machine.
    case withRegister
    /// A file of another step is not there.
    case missing
    case unreadable(Int32)
    /// It is not as it was written, or was never whole.
    case damaged
    /// It is of another run: another pipeline file, other inputs, another division.
    case foreign
    /// Another version of the program has written it.
    case otherVersion
    /// The folder has files of several divisions.
    case severalDivisions
    /// What the ledger knows has changed since the claims were settled.
    case settledOtherwise
    /// Claim numbers and persons too long for a key do not fit into the memory that is theirs.
    case keysTooLong
    /// A file was divided, and only all of it tells how it must be read.
    case undividable
    /// The parts were counted for reports on different quarters.
    case countedOtherwise
}
