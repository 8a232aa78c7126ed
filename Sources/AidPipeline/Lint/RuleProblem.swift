/// What can be wrong with `rules`.
enum RuleProblem: Error, Sendable {
    /// A file of other rules states none.
    case missing
    case withRegister
    case withoutBasis
    /// The basis is mapped, and no rules ask for it.
    case basisUnused
    /// Other rules tell kinds of care apart by another field.
    case otherCare(String)
    case careUnmapped(String, possible: [String])
    /// Its values come from no column.
    case careDerived(String)
    /// Kinds of care are named, and nothing says which field has them.
    case careWithoutField
    case severalRest(firstLine: Int)
    case careTwice(String, firstLine: Int)
    case daysDoNotRise(String)
    case bracketsDoNotRise(String)
    /// A bracket without end that is not the last.
    case endlessBracket
    case shareTooFine(String)
    case zero(key: String)
    case tooLarge(String)
}
