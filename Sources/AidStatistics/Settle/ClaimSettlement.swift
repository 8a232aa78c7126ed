package import AidModel
import Synchronization

/// One claim, once: duplicates, later versions and reversals (rules 3 and 4).
///
/// Takes batches from any number of readers in any order; what comes out depends on the
/// positions of the records alone.
package final class ClaimSettlement: Sendable {
    let claims: Exchange<Claim>
    let people: Exchange<PersonTime>
    let measured: Exchange<MeasuredClaim>
    fileprivate let isMeasured: Bool
    /// Empty where no reference table is joined.
    let dated: Exchange<DatedPersonTime>
    fileprivate let isDated: Bool
    /// Empty where there are no rules.
    let bases: Exchange<BasisRow>
    let ruled: Exchange<RuledClaim>
    let isRuled: Bool
    /// Empty where no rule asks how much one person has.
    let amounts: Exchange<PersonMoney>
    fileprivate let tellsAmounts: Bool
    /// Empty where claim numbers tell, or there is one input.
    fileprivate let sameRecords: Exchange<SameRecord>
    fileprivate let seeksSame: Bool
    let reversals: Exchange<ReversalRow>
    let cells: TimeCells
    let fileCount: Int
    fileprivate let hasClaimNumbers: Bool
    fileprivate let soughtDays: ClosedRange<Int32>?
    private let keepsSeveral: Bool
    private let order: FileOrder?
    private let pool: BlockPool
    private let dealt: Mutex<SettledShares>

    /// - Parameters:
    ///   - fileCount: how many inputs there are.
    ///   - hasClaimNumbers: whether records name claims; else every one is a claim of its own.
    ///   - since: the first day of cumulative figures; nil: the first payment.
    ///   - keepsSeveral: whether to keep the keys of the claims that are several records, or reversed.
    ///   - isMeasured: whether quartiles may be asked for, which costs 16 bytes a claim that stands.
    ///   - isDated: whether reference tables are to be joined (`ClaimJoin`): then no sums and people come of settling.
    ///   - isRuled: whether claims are to be held against rules: each batch has its bases.
    ///   - tellsAmounts: whether it may be asked how much one person has of a group, which costs 24 bytes a claim.
    ///   - soughtDays: the days of the claims that are kept one by one; nil: none is.
    ///   - order: what the inputs are called; nil: nothing is said of the order in which they are read.
    package init(
        fileCount: Int, hasClaimNumbers: Bool, since: CalendarDay?, pool: BlockPool = BlockPool(),
        keepsSeveral: Bool = false, isMeasured: Bool = false, isDated: Bool = false, isRuled: Bool = false,
        tellsAmounts: Bool = false, soughtDays: ClosedRange<CalendarDay>? = nil, order: FileOrder? = nil
    ) {
        self.soughtDays = soughtDays.map { $0.lowerBound.daysSinceEpoch...$0.upperBound.daysSinceEpoch }
        self.order = fileCount > 1 ? order : nil
        self.isMeasured = isMeasured
        measured = Exchange(pool)
        dated = Exchange(pool)
        self.isDated = isDated
        bases = Exchange(pool)
        ruled = Exchange(pool)
        self.isRuled = isRuled
        amounts = Exchange(pool)
        self.tellsAmounts = tellsAmounts
        sameRecords = Exchange(pool)
        seeksSame = !hasClaimNumbers && fileCount > 1
        self.keepsSeveral = keepsSeveral
        self.fileCount = fileCount
        self.hasClaimNumbers = hasClaimNumbers
        self.pool = pool
        claims = Exchange(pool)
        reversals = Exchange(pool)
        people = Exchange(pool)
        cells = TimeCells(since: since)
        var none = SettledShares(fileCount: fileCount)
        none.several = SeveralKeys(isKept: keepsSeveral)
        dealt = Mutex(none)
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
        let partitions = SharedIndices(Exchange<Claim>.partitionCount)
        _ = try await concurrently(jobs, jobs: jobs) { _ in
            var settlement = PartitionSettlement(
                share: self.share(), causes: CauseCounts(watches), several: SeveralKeys(isKept: self.keepsSeveral),
                order: self.order, bases: self.isRuled ? self.bases : nil)
            while let index = partitions.next() {
                try settlement.settle(index, of: self.claims, reversals: self.reversals)
            }
            var settled = SettledShares(fileCount: self.fileCount)
            settled.causes = settlement.causes
            settled.several = settlement.several
            settled.orderDoubts = settlement.orderDoubts
            self.add(settlement.finish(), to: settled)
        }
        if seeksSame { try await seekSame(jobs: jobs) }
        try check()
        var shares = dealt.withLock { $0 }
        for watch in watches { shares.addSettled(watch) }
        return SettledClaims(
            people: people, measured: measured, dated: dated, ruled: ruled, amounts: amounts,
            tellsAmounts: tellsAmounts, cells: cells.list, shares: shares, watches: watches)
    }

    /// The third exchange: records without claim numbers, by all that they say.
    private func seekSame(jobs: Int) async throws {
        let partitions = SharedIndices(Exchange<SameRecord>.partitionCount)
        _ = try await concurrently(jobs, jobs: jobs) { _ in
            var search = SameRecordSearch()
            while let index = partitions.next() { try search.search(index, of: self.sameRecords) }
            let found = search.found
            self.dealt.withLock { $0.sameRecords += found }
        }
    }

    fileprivate func share() -> StandingShare {
        StandingShare(
            fileCount: fileCount, cells: cells, people: people, measured: measured, isMeasured: isMeasured,
            dated: dated, isDated: isDated, ruled: ruled, isRuled: isRuled, amounts: amounts,
            tellsAmounts: tellsAmounts, soughtDays: soughtDays)
    }

    /// Adds what another process has settled.
    func add(_ settled: SettledShares) {
        dealt.withLock { $0.add(settled) }
    }

    fileprivate func add(_ share: consuming StandingShare, to settled: SettledShares) {
        // A consumed value cannot go into the closure of a lock.
        var settled = settled
        share.finish(into: &settled)
        dealt.withLock { $0.add(settled) }
    }
}

extension SettledShares {
    /// Claims of late inputs that need no settlement any more are late claims like others.
    fileprivate mutating func addSettled(_ watch: RestatementWatch) {
        for (origin, paid) in settledEarlier where origin.quarter == watch.quarter && watch.isLate[origin.file] {
            causes[watch.quarter, default: RestatementCauses()].lateClaims += .init(
                claimCount: paid.recordCount, personTimes: paid.recordCount, amountMinor: paid.amountMinor)
        }
    }

    fileprivate mutating func add(_ other: SettledShares) {
        if let more = other.several { several?.add(more) }
        settledEarlier.merge(other.settledEarlier) { $0 + $1 }
        sums += other.sums
        unidentified += other.unidentified
        rejects += other.rejects
        sought += other.sought
        causes.merge(other.causes) { (sum, more) in
            var sum = sum
            sum += more
            return sum
        }
        for index in balances.indices { balances[index] += other.balances[index] }
        for index in otherPersons.indices { otherPersons[index] += other.otherPersons[index] }
        oddReversals += other.oddReversals
        orderDoubts += other.orderDoubts
        sameRecords += other.sameRecords
        for (file, sizes) in other.sizesByFile { sizesByFile[file, default: AmountSizes()] += sizes }
        for (quarter, sizes) in other.sizesByQuarter { sizesByQuarter[quarter, default: AmountSizes()] += sizes }
        daysByQuarter.merge(other.daysByQuarter) {
            min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
        }
    }
}

/// One thread's way into the settlement.
package final class ClaimDealer {
    private let settlement: ClaimSettlement
    private var claims: ExchangeWriter<Claim>
    private var reversals: ExchangeWriter<ReversalRow>
    private var sameRecords: ExchangeWriter<SameRecord>
    private var bases: ExchangeWriter<BasisRow>
    private var share: StandingShare?
    private var settledEarlier: [SettledShares.Origin: Tally] = [:]

    package init(_ settlement: ClaimSettlement) {
        self.settlement = settlement
        claims = ExchangeWriter(settlement.claims)
        reversals = ExchangeWriter(settlement.reversals)
        sameRecords = ExchangeWriter(settlement.sameRecords)
        bases = ExchangeWriter(settlement.bases)
        share = settlement.share()
    }

    /// Takes records of one file, paid or to be paid in one quarter, which were settled once and have not
    /// been touched since.
    ///
    /// A claim of one record that nothing new is about stands as it stood: it need not go through the
    /// exchange again, which takes most of the time where years of claims meet those of one quarter.
    ///
    /// - Parameter touched: holds every claim that is several records, or is reversed, or may be so from now on.
    package func deal(settled claims: UnsafeBufferPointer<Claim>, unless touched: KeyFilter) {
        // Taken out for the loop, which else would look into the optional for every row.
        guard settlement.hasClaimNumbers, var share = share.take() else {
            return deal(ClaimBatch(claims: claims, reversals: []))
        }
        var paid = Tally.zero
        var first: Claim?
        for claim in claims {
            if touched.mayHold(claim.key) {
                self.claims.deal(claim, mixedKey: claim.key.mixed)
                continue
            }
            share.add(claim)
            guard claim.isPaid else { continue }
            paid.add(claim.amountMinor)
            if first == nil { first = claim }
        }
        self.share = consume share
        guard let first else { return }
        let quarter = CalendarDay(daysSinceEpoch: first.dayNumber).quarter
        settledEarlier[SettledShares.Origin(file: first.position.fileIndex, quarter: quarter), default: .zero] += paid
    }

    /// Takes understood records of one file.
    package func deal(_ batch: borrowing ClaimBatch) {
        if settlement.hasClaimNumbers {
            claims.deal(batch.claims)
            if settlement.isRuled { bases.deal(batch) }
        } else {
            if settlement.isRuled { share?.add(batch) } else { share?.add(batch.claims) }
            if settlement.seeksSame { sameRecords.deal(batch.claims) }
        }
        for reversal in batch.reversals {
            reversals.deal(ReversalRow(reversal), mixedKey: reversal.claim.key.mixed)
        }
    }

    /// Takes reversals that another process has read.
    func deal(_ rows: ContiguousArray<ReversalRow>) {
        for row in rows { reversals.deal(row, mixedKey: row.claim.key.mixed) }
    }

    /// Ends this thread's dealing; called once, when it has no more records.
    package func finish() {
        claims.finish()
        reversals.finish()
        sameRecords.finish()
        bases.finish()
        var settled = SettledShares(fileCount: settlement.fileCount)
        settled.settledEarlier = settledEarlier
        if let share = share.take() { settlement.add(share, to: settled) }
    }
}

extension ExchangeWriter<Claim> {
    fileprivate mutating func deal(_ claims: UnsafeBufferPointer<Claim>) {
        for claim in claims { deal(claim, mixedKey: claim.key.mixed) }
    }
}

extension ExchangeWriter<BasisRow> {
    /// Where the claims go, so that both are found in partitions of one number.
    fileprivate mutating func deal(_ batch: borrowing ClaimBatch) {
        for index in batch.claims.indices {
            let claim = batch.claims[index]
            deal(BasisRow(claim, basisMinor: batch.bases[index]), mixedKey: claim.key.mixed)
        }
    }
}

extension ExchangeWriter<SameRecord> {
    fileprivate mutating func deal(_ claims: UnsafeBufferPointer<Claim>) {
        // One that is not paid counts nothing, and nobody knows whether two unknown people are one.
        for claim in claims where claim.isPaid && !claim.person.isNone {
            let record = SameRecord(claim)
            deal(record, mixedKey: SameRecord.mixed(record.key))
        }
    }
}

/// What the exchange by claim leaves: the claims that stand, and where all others went.
package struct SettledClaims: Sendable {
    private(set) var people: Exchange<PersonTime>
    /// Empty where nothing is measured.
    let measured: Exchange<MeasuredClaim>
    /// Empty where no reference table is joined.
    let dated: Exchange<DatedPersonTime>
    /// Empty where there are no rules.
    let ruled: Exchange<RuledClaim>
    /// Empty where no rule asks how much one person has.
    private(set) var amounts: Exchange<PersonMoney>
    let tellsAmounts: Bool
    /// By their numbers.
    let cells: [TimeCells.Cell]
    private(set) var shares: SettledShares
    /// What others have counted of `people`, whose rows may be elsewhere then; nil: nothing.
    package var peopleCounts: PeopleCounts?
    private let watchedQuarters: Set<Quarter>

    fileprivate init(
        people: Exchange<PersonTime>, measured: Exchange<MeasuredClaim>, dated: Exchange<DatedPersonTime>,
        ruled: Exchange<RuledClaim>, amounts: Exchange<PersonMoney>, tellsAmounts: Bool, cells: [TimeCells.Cell],
        shares: SettledShares, watches: [RestatementWatch]
    ) {
        self.people = people
        self.measured = measured
        self.dated = dated
        self.ruled = ruled
        self.amounts = amounts
        self.tellsAmounts = tellsAmounts
        self.cells = cells
        self.shares = shares
        watchedQuarters = Set(watches.map(\.quarter))
        rejects = shares.rejects.listed
    }

    /// The same claims with what the join with reference tables has made of them.
    func joined(
        people: Exchange<PersonTime>, amounts: Exchange<PersonMoney>,
        sums: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)],
        unidentified: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)], sought: [StandingClaim]
    ) -> SettledClaims {
        var joined = self
        joined.shares.sought = sought
        joined.people = people
        joined.amounts = amounts
        joined.shares.sums = sums
        joined.shares.unidentified = unidentified
        return joined
    }

    /// Person-times and money of all that stands.
    var sums: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] { shares.sums }
    /// For each groups code the claims that stand. Where there are no breakdowns, no code need be known to the table.
    package func claimCounts(ofGroups count: Int) -> [Int] {
        sums.reduce(into: [Int](repeating: 0, count: count)) { counts, sum in
            if sum.groupsCode < count { counts[Int(sum.groupsCode)] += sum.count }
        }
    }
    /// Those of nobody who is known.
    var unidentified: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] { shares.unidentified }
    /// For each input, all but `records` and the rejects of its reader.
    package var balances: [Balance] { shares.balances }
    /// For each input, how many of its records are later versions of a claim of somebody else: numbers that were cut
    /// or given twice make such, and so does a person who was corrected.
    package var otherPersons: [Int] { shares.otherPersons }
    package var oddReversals: OddReversals { shares.oddReversals }
    /// Records that say the same in different files; none where claim numbers tell.
    package var sameRecords: SameRecords { shares.sameRecords }
    /// Claims of which a version stands that by the name of its file is not the latest.
    package var orderDoubts: OrderDoubts { shares.orderDoubts }
    /// Reversals that could not be applied, in input order.
    package let rejects: [Reject]
    /// The claims of the days that were asked for (`ClaimSettlement.init`), in input order.
    package var sought: [StandingClaim] { shares.sought.sorted { $0.position < $1.position } }
    /// The keys of all claims that are several records or are named by a reversal, in no particular order; nil: they
    /// were not to be kept, or are too many.
    package var severalKeys: [ExactKey]? { shares.several?.keys }
    /// What late inputs have changed in a quarter; `other` is not known here. nil: it was not
    /// watched.
    package func causes(in quarter: Quarter) -> RestatementCauses? {
        watchedQuarters.contains(quarter) ? shares.causes[quarter] ?? RestatementCauses() : nil
    }
    /// The first and the last payment in each quarter, by its ordinal; those of claims that
    /// were taken back since included.
    package var daysByQuarter: [Int: ClosedRange<CalendarDay>] { shares.daysByQuarter }
    /// The money of the claims that stand, roughly: of each input, and of each quarter by its ordinal.
    package var sizesByFile: [Int: AmountSizes] { shares.sizesByFile }
    package var sizesByQuarter: [Int: AmountSizes] { shares.sizesByQuarter }
}
