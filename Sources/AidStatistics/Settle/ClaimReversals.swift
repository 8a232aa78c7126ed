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
    /// Those that were applied and name somebody else than the claim does.
    private(set) var ofOthersCount = 0
    /// Those that were applied although one of the same number was before, which said something else.
    private(set) var repeatedCount = 0
    private let claim: Claim?
    private var numbers: Set<ExactKey> = []

    /// - Parameter claim: the version that stands; nil: no record has this claim number.
    init(of claim: Claim?) {
        self.claim = claim
        left = claim.flatMap { $0.isPaid ? $0.amountMinor : nil }
    }

    mutating func take(_ reversal: ReversalRow) -> Outcome {
        if !seen.insert(ReversalContent(reversal)).inserted { return .duplicate }
        guard let before = left else { return .rejected(.reversalWithoutClaim) }
        let amount = reversal.claim.amountMinor
        guard amount <= before else { return .rejected(.reversalExceedsClaim) }
        left = before - amount
        isReversed = true
        if let claim, !claim.person.isNone, !reversal.claim.person.isNone, claim.person != reversal.claim.person {
            ofOthersCount += 1
        }
        // One without a number of its own may be the second part of what is taken back.
        if reversal.ownKey != reversal.claim.key, !numbers.insert(reversal.ownKey).inserted { repeatedCount += 1 }
        return .applied
    }
}

/// All that two reversals must agree in to be duplicates: everything but where they stand.
private struct ReversalContent: Hashable {
    private let claim: Claim
    private let ownKey: ExactKey

    init(_ reversal: ReversalRow) {
        var claim = reversal.claim
        claim.position = SourcePosition(bits: 0)
        self.claim = claim
        ownKey = reversal.ownKey
    }
}
