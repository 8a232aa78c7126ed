import AidModel

/// What claim numbers and persons may take that are too long for a key, where all must be known by their texts.
enum KeyLimit {
    /// - Throws: where memory has no room for all of them.
    static func check(_ keys: KeyTable) throws(RunFailure) {
        if keys.isFull { throw RunFailure(PartProblem.keysTooLong) }
    }
}
