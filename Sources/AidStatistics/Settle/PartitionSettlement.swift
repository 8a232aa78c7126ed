import AidModel

/// Settles the claims of one partition after the other, on one thread.
///
/// Nearly every claim is one record; those are counted as they lie. The few that have
/// several versions or are reversed are picked out by a table of keys, sorted, and taken
/// in input order.
struct PartitionSettlement: ~Copyable {
    private var share: StandingShare
    private var rows = RowBuffer<Claim>()
    private var table = KeySlots()
    /// For each row whether it is among `pickedOut`.
    private var isPickedOut: ContiguousArray<Bool> = []
    private var pickedOut: ContiguousArray<Claim> = []
    /// nil: no quarter is watched.
    private var causeCounts: CauseCounts?
    /// Claims that are several records or are named by a reversal.
    private(set) var several: SeveralKeys

    init(share: consuming StandingShare, causes: CauseCounts?, several: SeveralKeys) {
        self.several = several
        self.share = share
        causeCounts = causes
    }

    /// What late inputs have changed in each watched quarter.
    var causes: [Quarter: RestatementCauses] { causeCounts?.causes ?? [:] }

    consuming func finish() -> StandingShare {
        share
    }

    mutating func settle(_ index: Int, of claims: Exchange<Claim>, reversals: [Reversal]) throws {
        try claims.take(index, into: &rows)
        pickOut(reversals)
        let claims = rows.rows
        isPickedOut.withUnsafeBufferPointer { isPickedOut in
            for row in 0..<claims.count where !isPickedOut[row] { share.add(claims[row]) }
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
    private mutating func pickOut(_ reversals: [Reversal]) {
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

    private mutating func settleSeveral(_ unsortedReversals: [Reversal]) {
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
            if later.saysTheSame(as: standing) {
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

    private mutating func settle(_ claim: Claim, reversals: ArraySlice<Reversal>) {
        let applied = apply(reversals, to: claim)
        if applied.isReversed, let left = applied.left {
            share.add(claim, reversedTo: left)
        } else {
            share.add(claim)
        }
    }

    /// Counts reversals of one key that no claim has; returns where those of the next key begin.
    private mutating func settleOrphans(_ reversals: [Reversal], from start: Int) -> Int {
        var end = start
        while end < reversals.count, reversals[end].claim.key == reversals[start].claim.key { end += 1 }
        _ = apply(reversals[start..<end], to: nil)
        return end
    }

    /// Takes reversals off a claim, and counts each of them.
    private mutating func apply(_ reversals: ArraySlice<Reversal>, to claim: Claim?) -> ClaimReversals {
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

    private mutating func reject(_ reversal: Reversal, _ reason: RejectReason) {
        share.add(
            Reject(
                position: reversal.claim.position, place: reversal.place, reason: reason,
                field: "reverses", maskedValue: reversal.maskedTarget,
                amountMinor: reversal.claim.amountMinor))
    }
}

/// Finds the first row of each key: open addressing over row numbers, at most half full.
private struct KeySlots: ~Copyable {
    private var slots: UnsafeMutablePointer<UInt32>
    private var capacity = 1024
    /// A power of two, no more than `capacity`.
    private var slotCount = 1024

    init() {
        slots = .allocate(capacity: capacity)
    }

    deinit {
        slots.deallocate()
    }

    mutating func removeAll(keepingRoomFor rowCount: Int) {
        precondition(rowCount < Int(UInt32.max), "more rows than a partition can hold")
        slotCount = 1024
        while slotCount < rowCount * 2 { slotCount *= 2 }
        if capacity < slotCount {
            slots.deallocate()
            capacity = slotCount
            slots = .allocate(capacity: capacity)
        }
        slots.initialize(repeating: .max, count: slotCount)
    }

    /// The first row with a key, or −1 if there is none.
    ///
    /// - Parameter row: the row to enter under the key if there is none, which then is the result.
    @inline(__always)
    mutating func firstRow(of key: ExactKey, _ claims: UnsafeMutableBufferPointer<Claim>, insert row: Int?) -> Int {
        let mask = slotCount - 1
        // The lowest bits have picked the partition.
        var slot = Int(truncatingIfNeeded: key.mixed >> 16) & mask
        while slots[slot] != .max {
            let found = Int(slots[slot])
            if claims[found].key == key { return found }
            slot = (slot + 1) & mask
        }
        guard let row else { return -1 }
        slots[slot] = UInt32(truncatingIfNeeded: row)
        return row
    }
}
