import AidModel

/// Settles the claims of one partition after the other, on one thread.
///
/// Nearly every claim is one record; those are counted as they lie. The few that have
/// several versions or are reversed are picked out by a table of keys, sorted, and taken
/// in input order.
struct PartitionSettlement: ~Copyable {
    private var share: StandingShare
    private var rows = RowBuffer<Claim>()
    private var reversalRows = RowBuffer<ReversalRow>()
    private var table = KeySlots<Claim>()
    /// For each row whether it is among `pickedOut`.
    private var isPickedOut: ContiguousArray<Bool> = []
    private var pickedOut: ContiguousArray<Claim> = []
    /// nil: no quarter is watched.
    private var causeCounts: CauseCounts?
    /// Claims that are several records or are named by a reversal.
    private(set) var several: SeveralKeys
    /// nil: there is one input, or nobody asks.
    private var orderWatch: OrderWatch?
    /// nil: there are no rules.
    private let basisRows: Exchange<BasisRow>?
    private var bases = PartitionBases()

    init(
        share: consuming StandingShare, causes: CauseCounts?, several: SeveralKeys, order: FileOrder?,
        bases: Exchange<BasisRow>?
    ) {
        basisRows = bases
        self.several = several
        orderWatch = order.map(OrderWatch.init)
        self.share = share
        causeCounts = causes
    }

    /// What late inputs have changed in each watched quarter.
    var causes: [Quarter: RestatementCauses] { causeCounts?.causes ?? [:] }

    /// Claims of which a version stands that by the name of its file is not the latest.
    var orderDoubts: OrderDoubts { orderWatch?.doubts ?? OrderDoubts() }

    consuming func finish() -> StandingShare {
        share
    }

    mutating func settle(_ index: Int, of claims: Exchange<Claim>, reversals: Exchange<ReversalRow>) throws {
        try FrequentKeys.check(index, of: claims) { $0.key }
        try FrequentKeys.check(index, of: reversals) { $0.claim.key }
        try claims.take(index, into: &rows)
        try reversals.take(index, into: &reversalRows)
        let reversals = Array(reversalRows.rows)
        pickOut(reversals)
        let claims = rows.rows
        if let basisRows {
            try bases.take(index, of: basisRows)
            for row in 0..<claims.count where !isPickedOut[row] {
                share.add(claims[row], basisMinor: bases.basis(of: claims[row]))
            }
        } else {
            isPickedOut.withUnsafeBufferPointer { isPickedOut in
                for row in 0..<claims.count where !isPickedOut[row] { share.add(claims[row]) }
            }
        }
        if causeCounts != nil { watchOthers() }
        if !pickedOut.isEmpty || !reversals.isEmpty { settleSeveral(reversals) }
    }

    /// Looks at the claims that are one record, in a loop of its own: without a watch, nobody
    /// pays for it.
    private mutating func watchOthers() {
        let claims = rows.rows
        for row in 0..<claims.count where !isPickedOut[row] { causeCounts?.add(claims[row]) }
    }

    /// Moves all claims that have several records or are named by a reversal to `pickedOut`.
    private mutating func pickOut(_ reversals: [ReversalRow]) {
        let claims = rows.rows
        pickedOut.removeAll(keepingCapacity: true)
        isPickedOut.removeAll(keepingCapacity: true)
        isPickedOut.append(contentsOf: repeatElement(false, count: claims.count))
        table.removeAll(keepingRoomFor: claims.count)
        for row in 0..<claims.count {
            let first = table.firstRow(of: claims[row].key, claims, insert: row)
            if first == row { continue }
            pickOut(first)
            pickOut(row)
        }
        for reversal in reversals {
            let first = table.firstRow(of: reversal.claim.key, claims, insert: nil)
            if first >= 0 { pickOut(first) }
        }
    }

    private mutating func pickOut(_ row: Int) {
        if isPickedOut[row] { return }
        isPickedOut[row] = true
        pickedOut.append(rows.rows[row])
    }

    private mutating func settleSeveral(_ unsortedReversals: [ReversalRow]) {
        var claims: ContiguousArray<Claim> = []
        swap(&claims, &pickedOut)
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
            let first = next
            several.add(key)
            let version = standingVersion(claims, from: &next)
            if next - first > 1 { orderWatch?.add(claims[first..<next]) }
            let start = nextReversal
            while nextReversal < reversals.count, reversals[nextReversal].claim.key == key { nextReversal += 1 }
            settle(version, reversals: reversals[start..<nextReversal])
            causeCounts?.add(claims[first..<next], reversals: reversals[start..<nextReversal])
        }
        while nextReversal < reversals.count { nextReversal = settleOrphans(reversals, from: nextReversal) }
        swap(&claims, &pickedOut)
    }

    /// The last version of a claim; counts those before it (rule 3).
    private mutating func standingVersion(_ claims: ContiguousArray<Claim>, from next: inout Int) -> Claim {
        var standing = claims[next]
        // The last one who is known: an unpaid version need not say who it is about.
        var person = standing.person
        next += 1
        while next < claims.count, claims[next].key == standing.key {
            let later = claims[next]
            if later.saysTheSame(as: standing), basis(of: later) == basis(of: standing) {
                share.addDuplicate(later.amountMinor, file: later.position.fileIndex)
            } else {
                share.addSuperseded(standing.amountMinor, file: standing.position.fileIndex)
                standing = later
                if !later.person.isNone {
                    if !person.isNone, later.person != person {
                        share.addOtherPerson(file: later.position.fileIndex)
                    }
                    person = later.person
                }
            }
            next += 1
        }
        return standing
    }

    private mutating func settle(_ claim: Claim, reversals: ArraySlice<ReversalRow>) {
        let applied = apply(reversals, to: claim)
        if applied.isReversed, let left = applied.left {
            share.add(claim, reversedTo: left, basisMinor: basis(of: claim))
        } else {
            share.add(claim, basisMinor: basis(of: claim))
        }
    }

    /// What the aid is worked out from; the same of all where there are no rules.
    private mutating func basis(of claim: Claim) -> Int64 {
        basisRows == nil ? ClaimBatch.noBasis : bases.basis(of: claim)
    }

    /// Counts reversals of one key that no claim has; returns where those of the next key begin.
    private mutating func settleOrphans(_ reversals: [ReversalRow], from start: Int) -> Int {
        var end = start
        while end < reversals.count, reversals[end].claim.key == reversals[start].claim.key { end += 1 }
        _ = apply(reversals[start..<end], to: nil)
        return end
    }

    /// Takes reversals off a claim, and counts each of them.
    private mutating func apply(_ reversals: ArraySlice<ReversalRow>, to claim: Claim?) -> ClaimReversals {
        var applied = ClaimReversals(of: claim)
        for reversal in reversals {
            let amount = reversal.claim.amountMinor
            let file = reversal.claim.position.fileIndex
            switch applied.take(reversal) {
            case .applied: share.addReversal(amount, file: file)
            case .duplicate: share.addDuplicate(amount, file: file)
            case .rejected(let reason): reject(reversal, reason)
            }
        }
        share.addOddReversals(ofOthers: applied.ofOthersCount, repeated: applied.repeatedCount)
        return applied
    }

    private mutating func reject(_ reversal: ReversalRow, _ reason: RejectReason) {
        share.add(
            Reject(
                position: reversal.claim.position, place: reversal.place, reason: reason,
                field: "reverses", maskedValue: reversal.maskedTarget,
                amountMinor: reversal.claim.amountMinor))
    }
}
