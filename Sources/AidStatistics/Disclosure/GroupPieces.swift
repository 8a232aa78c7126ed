import AidModel

/// What groups have between the knots at which anything begins or ends that is or was printed.
///
/// Moves are asked for again and again, and of time they see no more than these few knots: so the ends are numbered, and
/// what each group has in the pieces between them lies side by side.
///
///     knots   0   1   2   3   4   5   6   7   8
///     ends            0       1           2   3
///     pieces           ╰──0──╯ ╰────1────╯ ╰2╯
final class GroupPieces: Sendable {
    /// The knots at which anything begins or ends, in order.
    let ends: [Int]
    /// Between one end and the next.
    let spans: [Range<Int>]
    /// Of each knot the number of the first end that is not before it.
    private let endOfKnot: [Int]
    /// Of each group what it has in each piece, one group after the other.
    private let sums: [Tally]
    /// Of each group a bit for each atom in which it has claims, one group after the other.
    private let claimAtoms: [UInt64]
    private let wordCount: Int

    private static var bits: Int { UInt64.bitWidth }

    /// - Parameter knots: those at which anything begins or ends, in any order.
    init(_ series: [GroupSeries], knots: Set<Int>) {
        let atomCount = series.first?.atomCount ?? 0
        let ends = knots.sorted()
        let spans = zip(ends, ends.dropFirst()).map { $0..<$1 }
        var endOfKnot: [Int] = []
        var end = 0
        for knot in 0...atomCount {
            while end + 1 < ends.count, ends[end] < knot { end += 1 }
            endOfKnot.append(end)
        }
        let wordCount = atomCount / GroupPieces.bits + 1
        var sums = [Tally](repeating: .zero, count: series.count * spans.count)
        var claimAtoms = [UInt64](repeating: 0, count: series.count * wordCount)
        let pieceOfAtom = spans.enumerated().reduce(into: [Int?](repeating: nil, count: atomCount)) { places, piece in
            for atom in piece.element { places[atom] = piece.offset }
        }
        for (place, group) in series.enumerated() {
            group.forEachAtom { atom, tally in
                claimAtoms[place * wordCount + atom / GroupPieces.bits] |= 1 << UInt64(atom % GroupPieces.bits)
                if let piece = pieceOfAtom[atom] { sums[place * spans.count + piece] += tally }
            }
        }
        (self.ends, self.spans, self.endOfKnot) = (ends, spans, endOfKnot)
        (self.sums, self.claimAtoms, self.wordCount) = (sums, claimAtoms, wordCount)
    }

    /// A span by the numbers of its ends.
    ///
    /// - Parameter span: begins and ends at such knots, or at others that a group has no claims before the next one.
    func ends(of span: Range<Int>) -> Range<Int> { endOfKnot[span.lowerBound]..<endOfKnot[span.upperBound] }

    /// What a group has in a piece.
    func sum(_ place: Int, _ piece: Int) -> Tally { sums[place * spans.count + piece] }

    /// Joins the ends between which everybody can tell that a move changes nothing: in each atom of the piece some group
    /// of the move has no claims.
    func join(_ ends: inout Knots, _ move: [Concealment.Part]) {
        for (number, piece) in spans.enumerated() where !haveClaims(move, piece) { ends.join(number, number + 1) }
    }

    /// Whether all groups of a move have claims in one and the same atom of a piece.
    private func haveClaims(_ move: [Concealment.Part], _ piece: Range<Int>) -> Bool {
        let (first, last) = (piece.lowerBound / GroupPieces.bits, (piece.upperBound - 1) / GroupPieces.bits)
        for word in first...last {
            var common = UInt64.max
            if word == first { common &= .max << UInt64(piece.lowerBound % GroupPieces.bits) }
            if word == last {
                common &= .max >> UInt64(GroupPieces.bits - 1 - (piece.upperBound - 1) % GroupPieces.bits)
            }
            for part in move { common &= claimAtoms[part.place * wordCount + word] }
            if common != 0 { return true }
        }
        return false
    }
}
