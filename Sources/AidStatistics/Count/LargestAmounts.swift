import AidModel

/// What a claim that stands has brought its person, on its way to an exchange by person: 24 bytes.
struct PersonMoney: Sendable, BitwiseCopyable {
    var person: PersonKey
    /// Its time cell and groups code, as `CellSums.key` puts them together.
    var cellKey: UInt64
    /// What reversals have left of it, in minor units.
    var amountMinor: Int64
}

/// The two people who have the most money of each group in each period, and how much it is.
///
/// Adds up over partitions, as no person is in two of them.
struct LargestAmounts: Sendable, Equatable {
    /// Minor units, by slot and period; 0: there is nobody.
    private(set) var first: [Int128]
    private(set) var second: [Int128]

    init(slotCount: Int) {
        first = Array(repeating: 0, count: slotCount * RecipientCount.periodCount)
        second = first
    }

    /// Takes what one more person has.
    mutating func add(_ amount: Int128, at place: Int) {
        if amount > first[place] {
            second[place] = first[place]
            first[place] = amount
        } else if amount > second[place] {
            second[place] = amount
        }
    }

    /// Takes the largest of other people.
    mutating func add(_ other: LargestAmounts) {
        for place in first.indices {
            add(other.first[place], at: place)
            add(other.second[place], at: place)
        }
    }

    /// Of each slot the periods in which one person's money could be told too closely.
    ///
    /// - Parameter groups: the figures of each slot.
    func dominated(_ groups: [PeriodFigures], by rule: PPercentRule) -> [PeriodSet] {
        groups.indices.map { slot in
            ReportPeriod.allCases.reduce(into: PeriodSet()) { set, period in
                let place = slot * RecipientCount.periodCount + period.rawValue
                if rule.isDominated(total: groups[slot][period].amountMinor, first[place], second[place]) {
                    set.insert(PeriodSet(period))
                }
            }
        }
    }

    /// Counts all claims that stand of people who are known; they were settled with `tellsAmounts`.
    static func count(_ claims: SettledClaims, _ plan: CountPlan, jobs: Int) async throws -> LargestAmounts {
        let partitions = SharedIndices(Exchange<PersonMoney>.partitionCount)
        let shares = try await concurrently(jobs, jobs: jobs) { _ in
            var count = LargestAmountCount(plan)
            while let index = partitions.next() { try count.count(index, of: claims.amounts) }
            return count.largest
        }
        return shares.reduce(into: LargestAmounts(slotCount: plan.slots.count)) { $0.add($1) }
    }
}

/// Adds up what each person has of a group, one partition after the other, on one thread.
private struct LargestAmountCount {
    private struct Entry: BitwiseCopyable {
        var person: PersonKey
        var cellKey: UInt64
        var amountMinor: Int128

        static func precedes(_ one: Entry, _ other: Entry) -> Bool {
            one.person == other.person ? one.cellKey < other.cellKey : one.person.bits < other.person.bits
        }
    }

    /// So many entries are not worth being put together.
    private static let few = 1 << 16

    private let plan: CountPlan
    private(set) var largest: LargestAmounts
    private var entries: ContiguousArray<Entry> = []
    /// What one person has, by slot and period, and the places at which it is anything.
    private var sums: [Int128]
    private var touched: [Int] = []

    init(_ plan: CountPlan) {
        self.plan = plan
        largest = LargestAmounts(slotCount: plan.slots.count)
        sums = largest.first
    }

    /// The rows stay, as they may have to be counted for other groups, too.
    mutating func count(_ index: Int, of amounts: Exchange<PersonMoney>) throws {
        entries.removeAll(keepingCapacity: true)
        var most = LargestAmountCount.few
        try amounts.read(index) { rows in
            for row in rows {
                entries.append(Entry(person: row.person, cellKey: row.cellKey, amountMinor: Int128(row.amountMinor)))
            }
            // One person may have very many claims, but of few groups and spans of time.
            if entries.count > most {
                putTogether()
                most = max(LargestAmountCount.few, 2 * entries.count)
            }
        }
        putTogether()
        var start = 0
        while start < entries.count {
            let person = entries[start].person
            while start < entries.count, entries[start].person == person {
                add(entries[start])
                start += 1
            }
            for place in touched {
                largest.add(sums[place], at: place)
                sums[place] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
    }

    /// One entry for each person and cell, all of a person side by side.
    private mutating func putTogether() {
        entries.sort(by: Entry.precedes)
        var count = 0
        for index in entries.indices {
            let entry = entries[index]
            if count > 0, entries[count - 1].person == entry.person, entries[count - 1].cellKey == entry.cellKey {
                entries[count - 1].amountMinor += entry.amountMinor
            } else {
                entries[count] = entry
                count += 1
            }
        }
        entries.removeLast(entries.count - count)
    }

    private mutating func add(_ entry: Entry) {
        let periods = plan.periods[Int(entry.cellKey >> 32)]
        guard periods != 0, entry.amountMinor != 0 else { return }
        for slot in plan.slots.slots(of: UInt32(truncatingIfNeeded: entry.cellKey)) {
            for period in 0..<RecipientCount.periodCount where periods >> UInt64(period) & 1 == 1 {
                let place = slot * RecipientCount.periodCount + period
                if sums[place] == 0 { touched.append(place) }
                sums[place] += entry.amountMinor
            }
        }
    }
}
