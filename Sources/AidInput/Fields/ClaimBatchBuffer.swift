import AidModel

/// Gathers claims until there are enough to be handed on at once.
struct ClaimBatchBuffer: ~Copyable {
    /// So few that a batch stays in the first-level cache, so many that the call costs nothing.
    private static let batchSize = 256

    private let claims = OwnedRoom<Claim>(count: batchSize)
    private var count = 0
    private var reversals: [Reversal] = []
    private let deal: (ClaimBatch) -> Void

    init(_ deal: @escaping (ClaimBatch) -> Void) {
        self.deal = deal
    }

    @inline(__always)
    mutating func append(_ claim: Claim) {
        // There is room: a full buffer is handed on at once.
        claims[count] = claim
        count += 1
        if count == ClaimBatchBuffer.batchSize { handOn() }
    }

    mutating func append(_ reversal: Reversal) {
        reversals.append(reversal)
        if reversals.count == ClaimBatchBuffer.batchSize { handOn() }
    }

    @inline(never)
    mutating func handOn() {
        guard count > 0 || !reversals.isEmpty else { return }
        deal(ClaimBatch(claims: claims.room.part(0..<count).buffer, reversals: reversals))
        count = 0
        reversals = []
    }
}
