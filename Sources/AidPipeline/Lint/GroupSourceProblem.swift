import AidInput

/// What can be wrong with `from` of a category that is derived.
enum GroupSourceProblem: Error, Sendable {
    case notACategory
    /// Neither `field` nor `path`.
    case nothing
    case fieldAndPath
    /// - Parameter fields: those that groups can be derived from.
    case wrongField(String, possible: [String])
    /// - Parameter possible: what can be taken of the field; empty: nothing, as it is an amount.
    case wrongTake(String?, of: String, possible: [String])
    case noResidentIDs
    /// - Parameter example: what may be written.
    case noBands(example: String)
    case keyNotPossible(String)
    case wrongDigits(Int)
    case boundsDoNotRise(String)
    case notAnAge(String)
    /// The currency has fewer decimals.
    case boundTooFine(String, decimals: Int)
    case wrongPath(PathPattern.Problem)
    /// No part of the path is called as the field.
    case nameMissing(String, names: [String])
}
