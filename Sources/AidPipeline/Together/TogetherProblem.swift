/// Why several programmes cannot be set side by side.
enum TogetherProblem: CommandProblem {
    case programmeCount(Int)
    /// Its people are known by numbers of its own.
    case hasRegister
    case sameProgramme(String, other: String)
    case otherCurrency(other: String)
    /// One knows people by their resident IDs, the other by another number.
    case otherPersons(other: String)
}
