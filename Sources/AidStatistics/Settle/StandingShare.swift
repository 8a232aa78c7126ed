import AidModel

/// A person-time of someone who is known, on its way to the exchange by person: 16 bytes.
struct PersonTime: Sendable, Hashable, BitwiseCopyable {
    var person: PersonKey
    /// Its time cell and groups code, as `CellSums.key` puts them together.
    var cellKey: UInt64
}

/// One thread's share of what stands: everything that adds up is added up here, and people
/// go on to be told apart.
struct StandingShare: ~Copyable {
    /// Of each input, the two ways that nearly all records go.
    private struct FileTallies: BitwiseCopyable {
        var paid = Tally.zero
        var unpaid = Tally.zero
    }

    private let fileCount: Int
    private let files: UnsafeMutablePointer<FileTallies>
    private var dayCells: DayCells
    private var sums = CellSums()
    /// With more inputs than this, their sizes are not told apart: a table of them takes 2 KiB each.
    static let sizedFileLimit = 4096

    /// Of each input, unless there are too many, and of each time cell.
    private var sizesByFile: AmountBuckets
    private let sizesFiles: Bool
    private var sizesByCell = AmountBuckets(rowCount: 64)
    private var unidentified = CellSums()
    private var people: ExchangeWriter<PersonTime>
    private var measured: ExchangeWriter<MeasuredClaim>
    private let isMeasured: Bool
    private var dated: ExchangeWriter<DatedPersonTime>
    /// Whether what stands goes to `dated` rather than to sums and people.
    private let isDated: Bool
    private var ruled: ExchangeWriter<RuledClaim>
    private let isRuled: Bool
    private var amounts: ExchangeWriter<PersonMoney>
    /// Whether what stands of people who are known goes to `amounts`, too.
    private let tellsAmounts: Bool
    /// The days of the claims that somebody asks for one by one; nil: nobody does.
    private let soughtDays: ClosedRange<Int32>?
    private var sought: [StandingClaim] = []
    private let goesFurther: Bool
    /// By time cell: the first and the last payment, also of claims taken back since.
    private var days: ContiguousArray<(first: Int32, last: Int32)> = []
    private var lastDay = Claim.noDay
    private var lastCell = 0
    /// The rarer ways, by input.
    private var balances: [Int: Balance] = [:]
    private(set) var rejects = RejectList()
    /// By input: versions of claims that name somebody else than the version before.
    private var otherPersons: [Int: Int] = [:]
    private var oddReversals = OddReversals()

    /// - Parameters:
    ///   - isMeasured: whether what stands goes to `measured`, too.
    ///   - isDated: whether it goes to `dated`, where sums and people come from later.
    ///   - isRuled: whether it goes to `ruled`, too.
    ///   - tellsAmounts: whether it goes to `amounts`, too; not where it goes to `dated`.
    init(
        fileCount: Int, cells: TimeCells, people: Exchange<PersonTime>, measured: Exchange<MeasuredClaim>,
        isMeasured: Bool, dated: Exchange<DatedPersonTime>, isDated: Bool,
        ruled: Exchange<RuledClaim>, isRuled: Bool, amounts: Exchange<PersonMoney>, tellsAmounts: Bool,
        soughtDays: ClosedRange<Int32>? = nil
    ) {
        self.fileCount = fileCount
        files = .allocate(capacity: fileCount)
        files.initialize(repeating: FileTallies(), count: fileCount)
        dayCells = DayCells(cells)
        sizesFiles = fileCount <= StandingShare.sizedFileLimit
        sizesByFile = AmountBuckets(rowCount: sizesFiles ? fileCount : 0)
        self.people = ExchangeWriter(people)
        self.measured = ExchangeWriter(measured)
        self.isMeasured = isMeasured
        self.dated = ExchangeWriter(dated)
        self.isDated = isDated
        self.soughtDays = soughtDays
        self.ruled = ExchangeWriter(ruled)
        self.isRuled = isRuled
        self.amounts = ExchangeWriter(amounts)
        self.tellsAmounts = tellsAmounts
        goesFurther = isMeasured || isDated || isRuled || tellsAmounts || soughtDays != nil
    }

    deinit {
        files.deallocate()
    }

    /// Counts claims of which each is one record.
    mutating func add(_ claims: UnsafeBufferPointer<Claim>) {
        for claim in claims { add(claim) }
    }

    /// The same where each has its basis.
    mutating func add(_ batch: borrowing ClaimBatch) {
        for index in batch.claims.indices { add(batch.claims[index], basisMinor: batch.bases[index]) }
    }

    /// Counts a claim without versions or reversals.
    ///
    /// - Parameter basisMinor: asked for where rules are.
    @inline(__always)
    mutating func add(_ claim: Claim, basisMinor: Int64 = ClaimBatch.noBasis) {
        let file = claim.position.fileIndex
        precondition(file < fileCount, "an input that was not announced")
        if claim.isPaid {
            files[file].paid.add(claim.amountMinor)
            let cell = noteDay(claim.dayNumber)
            addStanding(claim, cell: cell, left: claim.amountMinor, basisMinor)
        } else {
            files[file].unpaid.add(claim.amountMinor)
        }
    }

    /// Counts a paid claim that reversals have taken something off.
    ///
    /// - Parameter left: what is left of it; 0: nothing of it stands.
    mutating func add(_ claim: Claim, reversedTo left: Int64, basisMinor: Int64 = ClaimBatch.noBasis) {
        let file = claim.position.fileIndex
        files[file].paid.add(claim.amountMinor)
        let cell = noteDay(claim.dayNumber)
        if left == 0 {
            balances[file, default: Balance()].fullyReversed.add(claim.amountMinor)
        } else {
            addStanding(claim, cell: cell, left: left, basisMinor)
        }
    }

    mutating func addDuplicate(_ amountMinor: Int64, file: Int) {
        balances[file, default: Balance()].duplicates.add(amountMinor)
    }

    mutating func addSuperseded(_ amountMinor: Int64, file: Int) {
        balances[file, default: Balance()].superseded.add(amountMinor)
    }

    /// Notes that a version of a claim names somebody else than the version before.
    mutating func addOtherPerson(file: Int) {
        otherPersons[file, default: 0] += 1
    }

    mutating func addOddReversals(ofOthers: Int, repeated: Int) {
        oddReversals += OddReversals(ofOthersCount: ofOthers, repeatedCount: repeated)
    }

    mutating func addReversal(_ amountMinor: Int64, file: Int) {
        balances[file, default: Balance()].reversals.add(amountMinor)
    }

    mutating func add(_ reject: Reject) {
        balances[reject.position.fileIndex, default: Balance()]
            .rejectedByReason[reject.reason, default: .zero].add(reject.amountMinor)
        rejects.add(reject)
    }

    @inline(__always)
    private mutating func addStanding(_ claim: Claim, cell: Int, left: Int64, _ basisMinor: Int64) {
        let key = CellSums.key(cell: cell, groupsCode: claim.groupsCode)
        if sizesFiles { sizesByFile.add(left, row: claim.position.fileIndex) }
        sizesByCell.add(left, row: cell)
        if goesFurther {
            if isMeasured { measure(claim, cell: cell, left: left) }
            if isRuled { rule(RuledClaim(claim, basisMinor: basisMinor, left: left)) }
            if let soughtDays, soughtDays.contains(claim.dayNumber) { sought.append(StandingClaim(claim, left: left)) }
            if isDated { return date(claim, key, left: left) }
            if tellsAmounts, !claim.person.isNone { tell(claim, key, left: left) }
        }
        sums.add(key, amountMinor: left)
        if claim.person.isNone {
            unidentified.add(key, amountMinor: left)
            balances[claim.position.fileIndex, default: Balance()].unidentified.add(left)
        } else {
            people.deal(PersonTime(person: claim.person, cellKey: key), mixedKey: claim.person.mixed)
        }
    }

    @inline(never)
    private mutating func measure(_ claim: Claim, cell: Int, left: Int64) {
        measured.deal(
            MeasuredClaim(
                amountMinor: left, cell: UInt32(truncatingIfNeeded: cell), daysToPayment: claim.daysToPayment),
            mixedKey: MeasuredClaim.mixedKey(cell: cell))
    }

    @inline(never)
    private mutating func rule(_ claim: RuledClaim) {
        // Nobody's claims need not lie together.
        ruled.deal(
            claim, mixedKey: claim.person.isNone ? mixBits(claim.position.bits) : claim.person.mixed)
    }

    @inline(never)
    private mutating func tell(_ claim: Claim, _ cellKey: UInt64, left: Int64) {
        amounts.deal(
            PersonMoney(person: claim.person, cellKey: cellKey, amountMinor: left), mixedKey: claim.person.mixed)
    }

    @inline(never)
    private mutating func date(_ claim: Claim, _ cellKey: UInt64, left: Int64) {
        if claim.person.isNone { balances[claim.position.fileIndex, default: Balance()].unidentified.add(left) }
        // Nobody's claims need not lie together.
        dated.deal(
            DatedPersonTime(claim, cellKey: cellKey, left: left),
            mixedKey: claim.person.isNone ? mixBits(claim.position.bits) : claim.person.mixed)
    }

    /// Finds the cell of a day, and keeps the first and the last day of each.
    @inline(__always)
    private mutating func noteDay(_ day: Int32) -> Int {
        // Exports often lie in the order of days.
        if day != lastDay {
            lastCell = noteOtherDay(day)
            lastDay = day
        }
        return lastCell
    }

    @inline(__always)
    private mutating func noteOtherDay(_ day: Int32) -> Int {
        let cell = dayCells.cell(of: day)
        if cell >= days.count { addDays(through: cell) }
        if day < days[cell].first { days[cell].first = day }
        if day > days[cell].last { days[cell].last = day }
        return cell
    }

    @inline(never)
    private mutating func addDays(through cell: Int) {
        while days.count <= cell { days.append((.max, .min)) }
        sizesByCell.makeRoom(rowCount: days.count)
    }

    /// Ends this share: its people go to the exchange, the rest is added to what all leave.
    consuming func finish(into settled: inout SettledShares) {
        people.finish()
        measured.finish()
        dated.finish()
        ruled.finish()
        amounts.finish()
        settled.sums += sums.all
        settled.unidentified += unidentified.all
        settled.rejects += rejects
        settled.sought += sought
        for (file, count) in otherPersons { settled.otherPersons[file] += count }
        settled.oddReversals += oddReversals
        for file in 0..<fileCount {
            settled.balances[file].paid += files[file].paid
            settled.balances[file].unpaid += files[file].unpaid
        }
        for (file, balance) in balances { settled.balances[file] += balance }
        for file in 0..<fileCount where sizesFiles && files[file].paid.recordCount > 0 {
            settled.sizesByFile[file, default: AmountSizes()] += sizesByFile.sizes(row: file)
        }
        for (cell, range) in days.enumerated() where range.first <= range.last {
            let first = CalendarDay(daysSinceEpoch: range.first)
            let last = CalendarDay(daysSinceEpoch: range.last)
            let known = settled.daysByQuarter[first.quarter.ordinal, default: first...last]
            settled.sizesByQuarter[first.quarter.ordinal, default: AmountSizes()] += sizesByCell.sizes(row: cell)
            settled.daysByQuarter[first.quarter.ordinal] = min(known.lowerBound, first)...max(known.upperBound, last)
        }
    }
}

/// Reversals that were applied, and of which a reader of the figures must know.
package struct OddReversals: Sendable, Hashable {
    /// They name somebody else than the claim that they take money off.
    package var ofOthersCount = 0
    /// One of the same number was applied to the claim before, and said something else.
    package var repeatedCount = 0

    static func += (lhs: inout OddReversals, rhs: OddReversals) {
        lhs.ofOthersCount += rhs.ofOthersCount
        lhs.repeatedCount += rhs.repeatedCount
    }
}

/// What the shares of all threads come to.
struct SettledShares: Sendable {
    /// Where a claim comes from, and when it was paid.
    struct Origin: Hashable {
        let file: Int
        let quarter: Quarter
    }

    var sums: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] = []
    var unidentified: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] = []
    var rejects = RejectList()
    var sought: [StandingClaim] = []
    /// Of each watched quarter.
    var causes: [Quarter: RestatementCauses] = [:]
    /// Claims that are several records or are named by a reversal.
    ///
    /// nil: nothing was settled.
    var several: SeveralKeys?
    /// The paid claims that were settled in an earlier run.
    var settledEarlier: [Origin: Tally] = [:]
    var balances: [Balance]
    /// By input: versions of claims that name somebody else than the version before.
    var otherPersons: [Int]
    var oddReversals = OddReversals()
    var orderDoubts = OrderDoubts()
    var sameRecords = SameRecords()
    var daysByQuarter: [Int: ClosedRange<CalendarDay>] = [:]
    /// Of the claims that stand, by input, and by the ordinal of their quarter.
    var sizesByFile: [Int: AmountSizes] = [:]
    var sizesByQuarter: [Int: AmountSizes] = [:]

    init(fileCount: Int) {
        balances = Array(repeating: Balance(), count: fileCount)
        otherPersons = Array(repeating: 0, count: fileCount)
    }
}
