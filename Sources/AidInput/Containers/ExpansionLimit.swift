/// How much may come out of what is compressed: a file that holds hardly anything is no export.
struct ExpansionLimit {
    /// Below this, anything goes: a small file may repeat one line.
    private static let freeCount = 16 << 20
    /// Exports shrink to a fifth, those in which nearly all is the same to a hundredth; what gzip can do at most is
    /// 1,030.
    static let ratio = 400

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
