import AidModel

/// Gathers claims until there are enough to be handed on at once.
struct ClaimBatchBuffer: ~Copyable {
    /// So few that a batch stays in the first-level cache, so many that the call costs nothing.
    private static let batchSize = 256

    private let claims: UnsafeMutablePointer<Claim>
    private var count = 0
    private var reversals: [Reversal] = []
    private let deal: (ClaimBatch) -> Void

    init(_ deal: @escaping (ClaimBatch) -> Void) {
        self.deal = deal
        claims = .allocate(capacity: ClaimBatchBuffer.batchSize)
    }

    deinit {
        claims.deallocate()
    }

    @inline(__always)
    mutating func append(_ claim: Claim) {
        // There is room: a full buffer is handed on at once.
        (claims + count).initialize(to: claim)
        count += 1
        if count == ClaimBatchBuffer.batchSize { handOn() }
    }

    mutating func append(_ reversal: Reversal) {
        reversals.append(reversal)
    }

    @inline(never)
    mutating func handOn() {
        guard count > 0 || !reversals.isEmpty else { return }
        deal(ClaimBatch(claims: UnsafeBufferPointer(start: claims, count: count), reversals: reversals))
        count = 0
        reversals = []
    }
}
