import AidModel

/// Why several programmes cannot be set side by side.
enum TogetherProblem: CommandProblem {
    case programmeCount(Int)
    /// Its register is under another key than that of another programme.
    case otherKey(other: String)
    /// Its register has forgotten whom it has helped before a quarter.
    case hasForgotten(exactFrom: Quarter)
    case sameProgramme(String, other: String)
    case otherCurrency(other: String)
    /// One knows people by their resident IDs, the other by another number.
    case otherPersons(other: String)
}
