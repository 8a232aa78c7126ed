/// How much may come out of what is compressed: a file that holds hardly anything is no export.
struct ExpansionLimit {
    /// Below this, anything goes: a small file may repeat one line.
    private static let freeCount = 4 << 20
    /// Each claim has a number and a person of its own, of some ten bytes that nothing makes smaller: CSV shrinks to a
    /// tenth, XML with long names to a fortieth.
    static let ratio = 100

    /// Compressed bytes taken in.
    var taken = 0
    /// Bytes that came out of them.
    private var given = 0

    /// Counts bytes that came out; false: they are more than may come.
    mutating func allows(_ count: Int) -> Bool {
        given += count
        return given <= ExpansionLimit.freeCount || given / ExpansionLimit.ratio <= taken
    }
}
