/// How much of anything one file may ask of memory and time.
///
/// libxml2 has limits of its own, but they are wide: 10 MB for a name, none for a text.
enum XMLLimits {
    /// Elements open at one time.
    static let depth = 64
    /// Bytes of one field.
    static let fieldByteCount = 64 << 10
    /// Bytes from a record's first `<` to its last `>`.
    static let recordByteCount = 1 << 20
    /// Bytes of a single tag, comment, processing instruction or CDATA section. libxml2
    /// keeps these whole, and compares each attribute with all before it.
    static let byteCountWithoutEvent = 256 << 10
    /// Attributes of one element, and also its namespace declarations: each open one
    /// is looked through for every prefix.
    static let attributeCount = 256
    /// Bytes of the paths of one record's values in a dump, where each is spelt out.
    static let dumpPathByteCount = 16 << 20
    /// Names of children of the root that a summary keeps.
    static let rootChildCount = 20
}
