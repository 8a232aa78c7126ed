import AidModel

/// Gathers claims until there are enough to be handed on at once.
struct ClaimBatchBuffer: ~Copyable {
    /// So few that a batch stays in the first-level cache, so many that the call costs nothing.
    private static let batchSize = 256

    private let claims = OwnedRoom<Claim>(count: batchSize)
    /// Of each claim, where bases are kept.
    private let bases: OwnedRoom<Int64>
    private let keepsBases: Bool
    private var count = 0
    private var reversals: [Reversal] = []
    private let deal: (ClaimBatch) -> Void

    /// - Parameter keepsBases: whether every claim that is appended has its basis noted before.
    init(keepsBases: Bool = false, _ deal: @escaping (ClaimBatch) -> Void) {
        self.deal = deal
        self.keepsBases = keepsBases
        bases = OwnedRoom<Int64>(count: keepsBases ? ClaimBatchBuffer.batchSize : 1)
    }

    @inline(__always)
    mutating func append(_ claim: Claim) {
        // There is room: a full buffer is handed on at once.
        claims[count] = claim
        count += 1
        if count == ClaimBatchBuffer.batchSize { handOn() }
    }

    /// Notes the basis of the claim that is appended next.
    ///
    /// - Precondition: bases are kept.
    func noteBasis(_ basisMinor: Int64) {
        bases[count] = basisMinor
    }

    mutating func append(_ reversal: Reversal) {
        reversals.append(reversal)
        if reversals.count == ClaimBatchBuffer.batchSize { handOn() }
    }

    @inline(never)
    mutating func handOn() {
        guard count > 0 || !reversals.isEmpty else { return }
        deal(
            ClaimBatch(
                claims: claims.room.part(0..<count).buffer, reversals: reversals,
                bases: bases.room.part(0..<(keepsBases ? count : 0)).buffer))
        count = 0
        reversals = []
    }
}
