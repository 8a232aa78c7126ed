/// How much may come out of what is compressed: a file that holds hardly anything is no export.
struct ExpansionLimit {
    /// Each claim has a number and a person of its own, of some ten bytes that nothing makes smaller: CSV shrinks to a
    /// tenth, XML with long names to a fortieth.
    static let ratio = 100

    /// Below this, anything goes: a small file may repeat one line.
    private let freeCount: Int
    /// Compressed bytes taken in.
    var taken: Int
    /// Bytes that came out of them.
    private var given = 0

    /// Of one stream, of which bytes are taken in as it goes on.
    init() {
        freeCount = 4 << 20
        taken = 0
    }

    /// Of all that lies in an archive of so many bytes: a thousand small bombs are a large one.
    init(archive byteCount: Int) {
        freeCount = 64 << 20
        taken = byteCount
    }

    /// Counts bytes that came out; false: they are more than may come.
    mutating func allows(_ count: Int) -> Bool {
        given += count
        return given <= freeCount || given / ExpansionLimit.ratio <= taken
    }
}
