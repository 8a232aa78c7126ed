/// The rows of a file come in blocks, each with a hash of its own.
///
///     hash of all that follows (8) │ payload bytes (4) │ rows (4) │ payload
///
/// The hash is seeded with the block's place, so that no block can stand for another.
enum Block {
    static let headerByteCount = 16
    /// So many claims or people at most; a block of claims and its rows fit a core's own cache.
    static let rowLimit = 8192
    /// More than any block needs.
    static let payloadLimit = 16 << 20

    static func seed(change: Int, index: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: change) << 32 ^ UInt64(truncatingIfNeeded: index)
    }
}
