package import AidModel
import Synchronization

/// One claim, once: duplicates, later versions and reversals (rules 3 and 4).
///
/// Takes batches from any number of readers in any order; what comes out depends on the
/// positions of the records alone.
package final class ClaimSettlement: Sendable {
    fileprivate let claims: Exchange<Claim>
    fileprivate let people: Exchange<PersonTime>
    fileprivate let reversals = ReversalTable()
    fileprivate let cells: TimeCells
    fileprivate let fileCount: Int
    fileprivate let hasClaimNumbers: Bool
    private let pool: BlockPool
    private let dealt: Mutex<SettledShares>

    /// - Parameters:
    ///   - fileCount: how many inputs there are.
    ///   - hasClaimNumbers: whether records name claims; else every one is a claim of its own.
    ///   - since: the first day of cumulative figures; nil: the first payment.
    package init(fileCount: Int, hasClaimNumbers: Bool, since: CalendarDay?, pool: BlockPool = BlockPool()) {
        self.fileCount = fileCount
        self.hasClaimNumbers = hasClaimNumbers
        self.pool = pool
        claims = Exchange(pool)
        people = Exchange(pool)
        cells = TimeCells(since: since)
        dealt = Mutex(SettledShares(fileCount: fileCount))
    }

    /// Throws if rows were lost because they could not be spilled.
    package func check() throws {
        try pool.check()
    }

    /// Whether rows were lost; `check` says why.
    package var hasFailed: Bool { pool.hasFailed }

    /// Settles all claims, when every dealer has finished.
    ///
    /// - Parameter watches: the quarters of which to say what late inputs have changed in them, each
    ///   once. Which quarter a report is on may be known only when all is settled; so every one that
    ///   it may be can be watched. Records without claim numbers were counted as they came, and
    ///   nothing is said of them.
    package func settle(jobs: Int, watches: [RestatementWatch] = []) async throws -> SettledClaims {
        let watches = hasClaimNumbers ? watches : []
        precondition(watches.allSatisfy { $0.isLate.count == fileCount }, "an input that is neither late nor known")
        let reversals = reversals.take()
        let partitions = SharedIndices(Exchange<Claim>.partitionCount)
        _ = try await concurrently(jobs, jobs: jobs) { _ in
            var settlement = PartitionSettlement(
                share: StandingShare(fileCount: self.fileCount, cells: self.cells, people: self.people),
                causes: CauseCounts(watches))
            while let index = partitions.next() {
                try settlement.settle(index, of: self.claims, reversals: reversals[index])
            }
            let causes = settlement.causes
            self.add(settlement.finish(), causes: causes)
        }
        try check()
        return SettledClaims(
            people: people, cells: cells.list, shares: dealt.withLock { $0 }, watches: watches)
    }

    fileprivate func add(_ share: consuming StandingShare, causes: [Quarter: RestatementCauses]) {
        // A consumed value cannot go into the closure of a lock.
        var settled = SettledShares(fileCount: fileCount)
        share.finish(into: &settled)
        settled.causes = causes
        dealt.withLock { $0.add(settled) }
    }
}

extension SettledShares {
    fileprivate mutating func add(_ other: SettledShares) {
        sums += other.sums
        unidentified += other.unidentified
        rejects += other.rejects
        causes.merge(other.causes) { (sum, more) in
            var sum = sum
            sum += more
            return sum
        }
        for index in balances.indices { balances[index] += other.balances[index] }
        daysByQuarter.merge(other.daysByQuarter) {
            min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
        }
    }
}

/// One thread's way into the settlement.
package final class ClaimDealer {
    private let settlement: ClaimSettlement
    private var claims: ExchangeWriter<Claim>
    private var share: StandingShare?

    package init(_ settlement: ClaimSettlement) {
        self.settlement = settlement
        claims = ExchangeWriter(settlement.claims)
        share = StandingShare(fileCount: settlement.fileCount, cells: settlement.cells, people: settlement.people)
    }

    /// Takes understood records of one file.
    package func deal(_ batch: borrowing ClaimBatch) {
        if settlement.hasClaimNumbers {
            claims.deal(batch.claims)
        } else {
            share?.add(batch.claims)
        }
        if !batch.reversals.isEmpty { settlement.reversals.add(batch.reversals) }
    }

    /// Ends this thread's dealing; called once, when it has no more records.
    package func finish() {
        claims.finish()
        if let share = share.take() { settlement.add(share, causes: [:]) }
    }
}

extension ExchangeWriter<Claim> {
    fileprivate mutating func deal(_ claims: UnsafeBufferPointer<Claim>) {
        for claim in claims { deal(claim, mixedKey: claim.key.mixed) }
    }
}

/// What the exchange by claim leaves: the claims that stand, and where all others went.
package struct SettledClaims: Sendable {
    let people: Exchange<PersonTime>
    /// By their numbers.
    let cells: [TimeCells.Cell]
    private let shares: SettledShares
    private let watchedQuarters: Set<Quarter>

    fileprivate init(
        people: Exchange<PersonTime>, cells: [TimeCells.Cell], shares: SettledShares, watches: [RestatementWatch]
    ) {
        self.people = people
        self.cells = cells
        self.shares = shares
        watchedQuarters = Set(watches.map(\.quarter))
        rejects = shares.rejects.sorted { $0.position < $1.position }
    }

    /// Person-times and money of all that stands.
    var sums: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] { shares.sums }
    /// Those of nobody who is known.
    var unidentified: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] { shares.unidentified }
    /// For each input, all but `records` and the rejects of its reader.
    package var balances: [Balance] { shares.balances }
    /// Reversals that could not be applied, in input order.
    package let rejects: [Reject]
    /// What late inputs have changed in a quarter; `other` is not known here. nil: it was not
    /// watched.
    package func causes(in quarter: Quarter) -> RestatementCauses? {
        watchedQuarters.contains(quarter) ? shares.causes[quarter] ?? RestatementCauses() : nil
    }
    /// The first and the last payment in each quarter, by its ordinal; those of claims that
    /// were taken back since included.
    package var daysByQuarter: [Int: ClosedRange<CalendarDay>] { shares.daysByQuarter }
}
