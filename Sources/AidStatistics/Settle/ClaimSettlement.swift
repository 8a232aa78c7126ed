package import AidModel

/// One claim, once: duplicates, later versions and reversals (rules 3 and 4).
///
/// Takes batches from any number of readers in any order; what comes out depends on the
/// positions of the records alone.
package final class ClaimSettlement: Sendable {
    private let claims = Exchange<Claim>()
    private let reversals = Exchange<ReversalRow>()
    private let reversalTable = ReversalTable()

    package init() {}

    /// Takes understood records of one file.
    package func deal(_ batch: ClaimBatch) {
        for claim in batch.claims { claims.deal(claim, mixedKey: claim.key.mixed) }
        for reversal in batch.reversals {
            let row = ReversalRow(number: reversalTable.add(reversal))
            reversals.deal(row, mixedKey: reversal.claim.key.mixed)
        }
    }

    /// Settles all claims, when every record has been dealt.
    ///
    /// - Parameter fileCount: how many inputs there are.
    package func settle(fileCount: Int, jobs: Int) async throws -> SettledClaims {
        let standing = Exchange<StandingClaim>()
        let partitions = try await concurrently(Exchange<Claim>.partitionCount, jobs: jobs) { index in
            var partition = PartitionSettlement(fileCount: fileCount, standing: standing)
            partition.settle(
                self.claims.take(index),
                reversals: self.reversals.take(index).map { self.reversalTable[$0.number] })
            return partition.outcome
        }
        var settled = SettledClaims(standing: standing, fileCount: fileCount)
        for partition in partitions { settled.add(partition) }
        settled.rejects.sort { $0.position < $1.position }
        return settled
    }
}

/// What the exchange by claim leaves: the claims that stand, and where all others went.
package struct SettledClaims: Sendable {
    let standing: Exchange<StandingClaim>
    /// For each input, all but `records` and the rejects of its reader.
    package fileprivate(set) var balances: [Balance]
    /// Reversals that could not be applied, in input order.
    package fileprivate(set) var rejects: [Reject] = []
    /// The first and the last payment in each quarter, by its ordinal; those of claims that
    /// were taken back since included.
    package fileprivate(set) var daysByQuarter: [Int: ClosedRange<CalendarDay>] = [:]

    fileprivate init(standing: Exchange<StandingClaim>, fileCount: Int) {
        self.standing = standing
        balances = Array(repeating: Balance(), count: fileCount)
    }

    fileprivate mutating func add(_ other: PartitionOutcome) {
        for (index, balance) in other.balances.enumerated() { balances[index] += balance }
        rejects += other.rejects
        daysByQuarter.merge(other.daysByQuarter) {
            min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
        }
    }
}

private struct PartitionOutcome: Sendable {
    var balances: [Balance]
    var rejects: [Reject] = []
    var daysByQuarter: [Int: ClosedRange<CalendarDay>] = [:]
}

/// Settles the claims of one partition.
private struct PartitionSettlement {
    private(set) var outcome: PartitionOutcome
    private let standing: Exchange<StandingClaim>

    init(fileCount: Int, standing: Exchange<StandingClaim>) {
        outcome = PartitionOutcome(balances: Array(repeating: Balance(), count: fileCount))
        self.standing = standing
    }

    mutating func settle(_ unsorted: ContiguousArray<Claim>, reversals unsortedReversals: [Reversal]) {
        var claims = unsorted
        claims.sort { $0.key != $1.key ? ExactKey.precedes($0.key, $1.key) : $0.position < $1.position }
        let reversals = unsortedReversals.sorted {
            $0.claim.key != $1.claim.key
                ? ExactKey.precedes($0.claim.key, $1.claim.key) : $0.claim.position < $1.claim.position
        }
        var nextReversal = 0
        var next = 0
        while next < claims.count {
            let key = claims[next].key
            // Reversals of claims that come before this one in the order of keys name none.
            while nextReversal < reversals.count, ExactKey.precedes(reversals[nextReversal].claim.key, key) {
                nextReversal = settleOrphans(reversals, from: nextReversal)
            }
            let version = standingVersion(claims, from: &next)
            let start = nextReversal
            while nextReversal < reversals.count, reversals[nextReversal].claim.key == key { nextReversal += 1 }
            settle(version, reversals: reversals[start..<nextReversal])
        }
        while nextReversal < reversals.count { nextReversal = settleOrphans(reversals, from: nextReversal) }
    }

    /// The last version of a claim; counts those before it (rule 3).
    private mutating func standingVersion(_ claims: ContiguousArray<Claim>, from next: inout Int) -> Claim {
        var standing = claims[next]
        next += 1
        while next < claims.count, claims[next].key == standing.key {
            let later = claims[next]
            if later.saysTheSame(as: standing) {
                outcome.balances[later.position.fileIndex].duplicates.add(later.amountMinor)
            } else {
                outcome.balances[standing.position.fileIndex].superseded.add(standing.amountMinor)
                standing = later
            }
            next += 1
        }
        return standing
    }

    private mutating func settle(_ claim: Claim, reversals: ArraySlice<Reversal>) {
        let file = claim.position.fileIndex
        guard claim.claimClass == .paid else {
            outcome.balances[file].unpaid.add(claim.amountMinor)
            var none: Int64?
            apply(reversals, to: &none)
            return
        }
        outcome.balances[file].paid.add(claim.amountMinor)
        note(CalendarDay(daysSinceEpoch: claim.dayNumber))
        var left: Int64? = claim.amountMinor
        let isReversed = apply(reversals, to: &left)
        if isReversed, left == 0 {
            outcome.balances[file].fullyReversed.add(claim.amountMinor)
            return
        }
        if claim.person.isNone { outcome.balances[file].unidentified.add(left ?? 0) }
        let row = StandingClaim(
            person: claim.person, amountMinor: left ?? 0, dayNumber: claim.dayNumber, groupsCode: claim.groupsCode)
        standing.deal(row, mixedKey: claim.person.mixed)
    }

    /// Counts reversals of one key that no claim has; returns where those of the next key begin.
    private mutating func settleOrphans(_ reversals: [Reversal], from start: Int) -> Int {
        var end = start
        while end < reversals.count, reversals[end].claim.key == reversals[start].claim.key { end += 1 }
        var none: Int64?
        apply(reversals[start..<end], to: &none)
        return end
    }

    /// Takes reversals off what is left of a claim, in input order (rule 4).
    ///
    /// - Parameter left: nil where no paid claim stands.
    /// - Returns: whether one was applied.
    @discardableResult
    private mutating func apply(_ reversals: ArraySlice<Reversal>, to left: inout Int64?) -> Bool {
        var seen: Set<ReversalContent> = []
        var isReversed = false
        for reversal in reversals {
            let amount = reversal.claim.amountMinor
            let file = reversal.claim.position.fileIndex
            if !seen.insert(ReversalContent(reversal)).inserted {
                outcome.balances[file].duplicates.add(amount)
            } else if let before = left, amount <= before {
                left = before - amount
                outcome.balances[file].reversals.add(amount)
                isReversed = true
            } else {
                reject(reversal, left == nil ? .reversalWithoutClaim : .reversalExceedsClaim)
            }
        }
        return isReversed
    }

    private mutating func reject(_ reversal: Reversal, _ reason: RejectReason) {
        let amount = reversal.claim.amountMinor
        outcome.balances[reversal.claim.position.fileIndex].rejectedByReason[reason, default: .zero].add(amount)
        outcome.rejects.append(
            Reject(
                position: reversal.claim.position, place: reversal.place, reason: reason,
                field: "reverses", maskedValue: reversal.maskedTarget,
                amountMinor: amount))
    }

    private mutating func note(_ day: CalendarDay) {
        let known = outcome.daysByQuarter[day.quarter.ordinal, default: day...day]
        outcome.daysByQuarter[day.quarter.ordinal] = min(known.lowerBound, day)...max(known.upperBound, day)
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
