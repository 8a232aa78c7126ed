/// How exports are read; nothing in what comes out depends on it.
package struct ReadingSettings: Sendable {
    /// Bytes of a piece.
    package var pieceSize = 512 << 10
    /// Bytes behind a piece that are read with it, so that its last record is whole.
    package var tailSize = 16 << 10
    /// How many threads there are.
    package var jobs = 1
    /// Whether every record takes the slow way, which the fast ones are held against.
    package var isSlow = false

    package init() {}
}
