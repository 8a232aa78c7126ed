/// Why a file of JSON cannot be read as records.
enum JSONProblem: Hashable {
    /// Something that cannot stand there.
    case unexpected
    case cutOff
    case tooDeep(limit: Int)
    /// - Parameter limit: bytes of one text.
    case tooLong(limit: Int)
    /// A name twice in one object.
    case keyTwice(String)
    case tooManyNames(limit: Int)
    /// - Parameter limit: bytes of a record that holds records.
    case recordTooLarge(limit: Int)
    /// No objects in an array, and none one behind the other.
    case noRecords
    /// Several arrays of objects.
    case severalLists([String])
    /// What was named holds no records; these do.
    case noSuchList(String, [String])
    /// In the place of a record stands something else.
    case noObject
}
