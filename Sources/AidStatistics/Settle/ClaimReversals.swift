import AidModel

/// Takes the reversals of one claim off it, one after the other in input order (rule 4).
struct ClaimReversals {
    enum Outcome {
        case applied
        case duplicate
        case rejected(RejectReason)
    }

    private var seen: Set<ReversalContent> = []
    /// What is left of the claim; nil where no paid one stands.
    private(set) var left: Int64?
    /// Whether one was applied.
    private(set) var isReversed = false

    /// - Parameter claim: the version that stands; nil: no record has this claim number.
    init(of claim: Claim?) {
        left = claim.flatMap { $0.isPaid ? $0.amountMinor : nil }
    }

    mutating func take(_ reversal: Reversal) -> Outcome {
        if !seen.insert(ReversalContent(reversal)).inserted { return .duplicate }
        guard let before = left else { return .rejected(.reversalWithoutClaim) }
        let amount = reversal.claim.amountMinor
        guard amount <= before else { return .rejected(.reversalExceedsClaim) }
        left = before - amount
        isReversed = true
        return .applied
    }
}

/// All that two reversals must agree in to be duplicates: everything but where they stand.
private struct ReversalContent: Hashable {
    private let claim: Claim
    private let ownKey: ExactKey

    init(_ reversal: Reversal) {
        var claim = reversal.claim
        claim.position = SourcePosition(bits: 0)
        self.claim = claim
        ownKey = reversal.ownKey
    }
}
