import AidInput

/// What can be wrong with `from` of a category that is derived.
enum GroupSourceProblem: Error, Sendable {
    case notACategory
    /// Neither `field` nor `days` nor `path` nor `table`.
    case nothing
    case severalSources
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
    case notDays(String)
    /// - Parameter possible: the two dates, in their order.
    case wrongDays(possible: [String])
    /// No date of the treatment is mapped.
    case noTreatment
    /// The currency has fewer decimals.
    case boundTooFine(String, decimals: Int)
    case noSuchTable(String, possible: [String])
    /// Neither a column of the table nor the membership is named.
    case noColumn(table: String)
    /// The table does not say which memberships are retained.
    case noneRetained(table: String)
    case wrongPath(PathPattern.Problem)
    /// No part of the path is called as the field.
    case nameMissing(String, names: [String])
}
