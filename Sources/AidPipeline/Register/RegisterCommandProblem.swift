import AidModel

/// Why a register cannot be used, or not in the way asked for.
enum RegisterCommandProblem: CommandProblem {
    /// The pipeline file names none.
    case noRegister
    case digestsNotTaken
    /// A register keeps every reject of its exports.
    case tooManyRejects(Int)
    /// Another content than that of the same name that the register has taken in.
    case exportChanged
    /// A command that takes nothing in has met an export that the register does not know.
    case exportNotTaken
    /// There has been no run since the register was changed, so its people are not counted.
    case peopleUncounted
    /// Nor are there figures to keep when records are forgotten.
    case figuresUncounted
    case cutWithinYear(Quarter)
    case nothingWouldStay(Quarter)
    /// - Parameters:
    ///   - ends: of what the register has.
    ///   - exactFrom: all before was forgotten; nil: nothing was.
    case spanNotCovered(ends: (first: Quarter?, last: Quarter?), exactFrom: Quarter?)
}
