import AidModel

/// Joins one partition after the other, on one thread.
struct PartitionJoin: ~Copyable {
    /// So many claims pass by a table at once.
    private static let batchSize = 256

    private let steps: UnsafeMutablePointer<StepJoin>
    private let stepCount: Int
    /// Of a batch, the groups codes before the next table.
    private let codes: UnsafeMutablePointer<UInt32>
    private var sums = CellSums()
    private var unidentified = CellSums()
    private var people: ExchangeWriter<PersonTime>
    private var amounts: ExchangeWriter<PersonMoney>
    private let tellsAmounts: Bool
    private var sought: [StandingClaim] = []
    private let census: CensusPlan?
    private var members: [Int]

    init(
        _ steps: [ClaimJoin.Step], keys: KeyTable, people: Exchange<PersonTime>, amounts: Exchange<PersonMoney>,
        tellsAmounts: Bool, census: CensusPlan?
    ) {
        self.census = census
        members = census.map { $0.differences(steps[$0.step].values) } ?? []
        stepCount = steps.count
        self.steps = .allocate(capacity: max(stepCount, 1))
        for (index, step) in steps.enumerated() { (self.steps + index).initialize(to: StepJoin(step, keys: keys)) }
        codes = .allocate(capacity: PartitionJoin.batchSize)
        self.people = ExchangeWriter(people)
        self.amounts = ExchangeWriter(amounts)
        self.tellsAmounts = tellsAmounts
    }

    deinit {
        steps.deinitialize(count: stepCount)
        steps.deallocate()
        codes.deallocate()
    }

    /// Reads the tables that are in memory whole.
    ///
    /// - Parameter countsSmallTables: whether this thread tells what was found in them: each reads them all.
    mutating func begin(countsSmallTables: Bool) throws {
        for index in 0..<stepCount { try steps[index].begin(counts: countsSmallTables) }
    }

    mutating func join(_ index: Int, of claims: Exchange<DatedPersonTime>) throws {
        for step in 0..<stepCount { try steps[step].take(index) }
        if let census { steps[census.step].count(on: census.days, into: &members) }
        try claims.drain(index) { claims in
            var start = 0
            while start < claims.count {
                let end = min(start + PartitionJoin.batchSize, claims.count)
                join(UnsafeBufferPointer(rebasing: claims[start..<end]))
                start = end
            }
        }
    }

    private mutating func join(_ claims: UnsafeBufferPointer<DatedPersonTime>) {
        for index in 0..<claims.count { codes[index] = UInt32(truncatingIfNeeded: claims[index].cellKey) }
        for step in 0..<stepCount { steps[step].join(claims, codes: codes) }
        for index in 0..<claims.count {
            let claim = claims[index]
            let key = CellSums.key(cell: Int(claim.cellKey >> 32), groupsCode: codes[index])
            sums.add(key, amountMinor: claim.amountMinor)
            if claim.person.isNone {
                unidentified.add(key, amountMinor: claim.amountMinor)
            } else {
                people.deal(PersonTime(person: claim.person, cellKey: key), mixedKey: claim.person.mixed)
                if tellsAmounts {
                    amounts.deal(
                        PersonMoney(person: claim.person, cellKey: key, amountMinor: claim.amountMinor),
                        mixedKey: claim.person.mixed)
                }
            }
        }
    }

    /// Joins claims of the last partition once more, which are kept one by one.
    mutating func join(_ claims: [StandingClaim]) {
        for var claim in claims {
            codes[0] = claim.groupsCode
            withUnsafePointer(to: claim.dated) { dated in
                for step in 0..<stepCount {
                    steps[step].rejoin(UnsafeBufferPointer(start: dated, count: 1), codes: codes)
                }
            }
            claim.groupsCode = codes[0]
            sought.append(claim)
        }
    }

    /// Ends this thread's share: its people go to the exchange.
    mutating func finish() -> JoinedShare {
        people.finish()
        amounts.finish()
        let steps = steps
        return JoinedShare(
            sums: sums.all, unidentified: unidentified.all, sought: sought,
            counts: (0..<stepCount).map { steps[$0].allCounts },
            members: members)
    }
}

/// One thread's look into one table.
struct StepJoin: ~Copyable {
    /// What stands for an answer of the table, with the rank of the values behind these.
    private static let noKey: UInt32 = 0
    private static let absent: UInt32 = 1
    private static let firstRank: UInt32 = 2

    /// The key that a groups code has: where its spells begin, or else.
    private static let unknownKey = -1
    private static let emptyKey = -2
    /// Of those whom an earlier table does not have.
    private static let absentKey = -3
    private static let missingKey = -4

    private let step: ClaimJoin.Step
    private let keys: KeyTable
    private let isByPerson: Bool
    private let isAsOfTreatment: Bool
    private var index = SpellIndex()
    /// By groups code before the table.
    private var codeKeys: ContiguousArray<Int> = []
    private var transitions = CodeTransitions()
    private var counts = ReferenceCounts()
    private var tellsOfTable = true

    init(_ step: ClaimJoin.Step, keys: KeyTable) {
        self.step = step
        self.keys = keys
        isByPerson = step.table.key == .person
        isAsOfTreatment = step.table.asOf == .treatment
    }

    var allCounts: ReferenceCounts {
        var all = counts
        if tellsOfTable { all += index.counts }
        return all
    }

    mutating func begin(counts: Bool) throws {
        guard !isByPerson else { return }
        tellsOfTable = counts
        try index.takeAll(of: step.spells.spells, step.values, endsWithNext: step.table.endsWithNext)
    }

    mutating func take(_ partition: Int) throws {
        guard isByPerson else { return }
        try index.take(partition, of: step.spells.spells, step.values, endsWithNext: step.table.endsWithNext)
    }

    /// Counts the people of the partition that was taken.
    func count(on days: [Int32], into differences: inout [Int]) { index.count(on: days, into: &differences) }

    /// Makes the groups codes of some claims behind the table of those before it.
    mutating func join(_ claims: UnsafeBufferPointer<DatedPersonTime>, codes: UnsafeMutablePointer<UInt32>) {
        for place in 0..<claims.count {
            let code = codes[place]
            let answer = isByPerson ? answer(claims[place].person, claims[place]) : answer(code, claims[place])
            let known = transitions.code(of: code, answer)
            codes[place] = known >= 0 ? UInt32(truncatingIfNeeded: known) : learn(code, answer)
        }
    }

    /// The same for claims that were joined before, of which nothing more is to be told.
    mutating func rejoin(_ claims: UnsafeBufferPointer<DatedPersonTime>, codes: UnsafeMutablePointer<UInt32>) {
        let told = counts
        join(claims, codes: codes)
        counts = told
    }

    @inline(__always)
    private mutating func answer(_ person: PersonKey, _ claim: DatedPersonTime) -> UInt32 {
        if person.isNone { return StepJoin.noKey }
        counts.claimCount += 1
        let start = index.start(of: person)
        if start < 0 {
            counts.absentCount += 1
            return StepJoin.absent
        }
        return answer(from: start, claim)
    }

    @inline(__always)
    private mutating func answer(_ code: UInt32, _ claim: DatedPersonTime) -> UInt32 {
        let key = codeKey(code)
        if key >= 0 {
            counts.claimCount += 1
            return answer(from: key, claim)
        }
        switch key {
        case StepJoin.absentKey: return StepJoin.absent
        case StepJoin.missingKey:
            counts.claimCount += 1
            counts.absentCount += 1
            return StepJoin.absent
        default: return StepJoin.noKey
        }
    }

    /// - Parameter start: where the spells of the claim's key begin.
    @inline(__always)
    private mutating func answer(from start: Int, _ claim: DatedPersonTime) -> UInt32 {
        var day = claim.paidOn
        if isAsOfTreatment {
            if claim.treatedOn == Claim.noDay { counts.undatedCount += 1 } else { day = claim.treatedOn }
        }
        let rank = index.rank(from: start, on: day)
        if rank == SpellIndex.gap {
            counts.gapCount += 1
            return StepJoin.absent
        }
        if step.values.areRetained[Int(rank)] { counts.retainedCount += 1 }
        return rank + StepJoin.firstRank
    }

    @inline(__always)
    private mutating func codeKey(_ code: UInt32) -> Int {
        let known = Int(code) < codeKeys.count ? codeKeys[Int(code)] : StepJoin.unknownKey
        return known == StepJoin.unknownKey ? learnKey(code) : known
    }

    @inline(never)
    private mutating func learnKey(_ code: UInt32) -> Int {
        while codeKeys.count <= Int(code) { codeKeys.append(StepJoin.unknownKey) }
        codeKeys[Int(code)] = key(of: code)
        return codeKeys[Int(code)]
    }

    private mutating func key(of code: UInt32) -> Int {
        guard case .field(let place) = step.table.key else { return StepJoin.emptyKey }
        let value = step.input.values(of: code)[place]
        if value.isEmpty { return StepJoin.emptyKey }
        if let absentKey = step.absentKey, value.elementsEqual(absentKey.utf8) { return StepJoin.absentKey }
        let start = index.start(of: value.withUnsafeBufferPointer { keys.personKey(of: $0) })
        return start < 0 ? StepJoin.missingKey : start
    }

    /// Asks the shared table once for each combination.
    @inline(never)
    private mutating func learn(_ code: UInt32, _ answer: UInt32) -> UInt32 {
        var values = step.input.values(of: code)
        for column in step.table.columns {
            let value: String
            switch answer {
            case StepJoin.noKey: value = ""
            case StepJoin.absent: value = absentName(values)
            default: value = step.values.values[Int(answer - StepJoin.firstRank)][column.source]
            }
            values[column.place] = ArraySlice(Array(value.utf8))
        }
        let text = values.flatMap { Array($0) + [GroupTable.separator] }
        let made = text.withUnsafeBufferPointer { step.output.code(of: $0) }
        transitions.learn(code, answer, made)
        return made
    }

    /// The group of those whom the table does not have: of a key that an earlier table did not have, that one's.
    private func absentName(_ values: [ArraySlice<UInt8>]) -> String {
        guard let absentKey = step.absentKey, case .field(let place) = step.table.key,
            values[place].elementsEqual(absentKey.utf8)
        else { return step.table.absent }
        return absentKey
    }
}

/// Which groups code a code and an answer make: open addressing, at most half full.
private struct CodeTransitions: ~Copyable {
    private struct Slot: BitwiseCopyable {
        /// The code and the answer, and 1; 0: free.
        var key: UInt64 = 0
        var code: UInt32 = 0
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var slotCount = 4096
    private var usedCount = 0

    init() {
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
    }

    deinit {
        slots.deallocate()
    }

    @inline(__always)
    private static func key(_ code: UInt32, _ answer: UInt32) -> UInt64 { (UInt64(code) << 32 | UInt64(answer)) + 1 }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        let mask = slotCount - 1
        // Fibonacci hashing; the product wraps on purpose.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot].key != key, slots[slot].key != 0 { slot = (slot + 1) & mask }
        return slot
    }

    /// −1: not known.
    @inline(__always)
    func code(of code: UInt32, _ answer: UInt32) -> Int {
        let key = CodeTransitions.key(code, answer)
        let slot = slot(of: key)
        return slots[slot].key == key ? Int(slots[slot].code) : -1
    }

    mutating func learn(_ code: UInt32, _ answer: UInt32, _ made: UInt32) {
        if usedCount * 2 >= slotCount { grow() }
        let key = CodeTransitions.key(code, answer)
        slots[slot(of: key)] = Slot(key: key, code: made)
        usedCount += 1
    }

    private mutating func grow() {
        let old = slots
        let oldCount = slotCount
        slotCount *= 2
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
        for index in 0..<oldCount where old[index].key != 0 { slots[slot(of: old[index].key)] = old[index] }
        old.deallocate()
    }
}
