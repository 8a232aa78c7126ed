/// Reads pieces of one file as claims, on one thread.
protocol ClaimPieces: ~Copyable {
    /// Does what can be done with a piece before the piece before it is done.
    mutating func look(at piece: Piece)

    /// Takes the records that begin in a piece, the one that was looked at last.
    ///
    /// - Parameters:
    ///   - start: where the first of them begins in the file, maybe behind the piece.
    ///   - end: is told once where the last of them ends, as soon as that is known.
    mutating func take(
        _ piece: Piece, start: Int, end: (Int) -> Void, clock: inout StageClock
    ) throws(InputError) -> PieceOutcome

    /// Hands on what is left.
    mutating func finish()
}
