import AidModel

/// All that is counted for a report of one quarter.
struct QuarterCount: Sendable, Equatable {
    var periods = PeriodFigures()
    /// By the ordinal of the quarter.
    var quarters: [Int: Figures] = [:]
    /// One for each slot.
    var groups: [PeriodFigures]
    /// Of the quarter itself.
    var unidentified = Tally.zero

    fileprivate init(slotCount: Int) {
        groups = Array(repeating: PeriodFigures(), count: slotCount)
    }

    fileprivate static func += (lhs: inout QuarterCount, rhs: QuarterCount) {
        lhs.periods += rhs.periods
        lhs.quarters.merge(rhs.quarters) { $0.adding($1) }
        for slot in lhs.groups.indices { lhs.groups[slot] += rhs.groups[slot] }
        lhs.unidentified += rhs.unidentified
    }

    /// Counts the people, person-times and money of all claims that stand (rule 5).
    ///
    /// - Parameter since: the first day of cumulative figures.
    static func count(
        _ claims: SettledClaims, quarter: Quarter, since: CalendarDay, slots: GroupSlots, jobs: Int
    ) async throws -> QuarterCount {
        let plan = CountPlan(quarter: quarter, since: since, slots: slots)
        let partitions = try await concurrently(Exchange<StandingClaim>.partitionCount, jobs: jobs) { index in
            var counter = PartitionCounter(plan)
            counter.count(claims.standing.take(index))
            return counter.counted
        }
        var total = QuarterCount(slotCount: slots.count)
        for partition in partitions { total += partition }
        return total
    }
}

extension Figures {
    fileprivate func adding(_ other: Figures) -> Figures {
        var sum = self
        sum += other
        return sum
    }
}

/// Which periods a claim lies in.
private struct CountPlan: Sendable {
    let quarter: Quarter
    let slots: GroupSlots
    private let since: CalendarDay
    private let spans: [(period: ReportPeriod, quarters: ClosedRange<Quarter>)]

    init(quarter: Quarter, since: CalendarDay, slots: GroupSlots) {
        self.quarter = quarter
        self.since = since
        self.slots = slots
        spans = ReportPeriod.allCases.map { ($0, $0.quarters(of: quarter)) }
    }

    func periods(of day: CalendarDay, in quarter: Quarter) -> [ReportPeriod] {
        spans.filter { $0.quarters.contains(quarter) && ($0.period != .cumulative || day >= since) }.map(\.period)
    }
}

/// Counts the claims of one partition, person by person.
///
/// A person is counted once in a cell (a group in a period) by stamping it with the
/// person's number: a cell that bears the number already has counted this person.
private struct PartitionCounter {
    private(set) var counted: QuarterCount
    private let plan: CountPlan
    /// For the total and then for every slot, a stamp for each period.
    private var stamps: ContiguousArray<UInt32>
    private var quarterStamps: [Int: UInt32] = [:]
    private var personNumber: UInt32 = 0
    /// The periods of the day asked for last: claims of a person are sorted by day.
    private var lastDay: (dayNumber: Int32, quarter: Quarter, periods: [ReportPeriod])?

    init(_ plan: CountPlan) {
        self.plan = plan
        counted = QuarterCount(slotCount: plan.slots.count)
        stamps = ContiguousArray(repeating: 0, count: (plan.slots.count + 1) * ReportPeriod.allCases.count)
    }

    mutating func count(_ unsorted: ContiguousArray<StandingClaim>) {
        var claims = unsorted
        claims.sort {
            $0.person != $1.person ? ExactKey.precedes($0.person, $1.person) : $0.dayNumber < $1.dayNumber
        }
        var person: ExactKey?
        for claim in claims {
            if claim.person != person {
                person = claim.person
                personNumber += 1
            }
            count(claim)
        }
    }

    private mutating func count(_ claim: StandingClaim) {
        let isPerson = !claim.person.isNone
        let (quarter, periods) = place(claim.dayNumber)
        let isNewInQuarter = quarterStamps.updateValue(personNumber, forKey: quarter.ordinal) != personNumber
        counted.quarters[quarter.ordinal, default: .zero].add(claim, isNewRecipient: isPerson && isNewInQuarter)
        if quarter == plan.quarter, !isPerson { counted.unidentified.add(claim.amountMinor) }
        for period in periods {
            counted.periods[period].add(claim, isNewRecipient: isPerson && stamp(cell: 0, period))
            for slot in plan.slots.slotsOfCode[Int(claim.groupsCode)] {
                counted.groups[slot][period].add(claim, isNewRecipient: isPerson && stamp(cell: slot + 1, period))
            }
        }
    }

    /// Whether the person is new to a cell; from now on it is not.
    private mutating func stamp(cell: Int, _ period: ReportPeriod) -> Bool {
        let index = cell * ReportPeriod.allCases.count + period.rawValue
        defer { stamps[index] = personNumber }
        return stamps[index] != personNumber
    }

    private mutating func place(_ dayNumber: Int32) -> (Quarter, [ReportPeriod]) {
        if let lastDay, lastDay.dayNumber == dayNumber { return (lastDay.quarter, lastDay.periods) }
        let day = CalendarDay(daysSinceEpoch: dayNumber)
        let quarter = day.quarter
        let periods = plan.periods(of: day, in: quarter)
        lastDay = (dayNumber, quarter, periods)
        return (quarter, periods)
    }
}

extension Figures {
    fileprivate mutating func add(_ claim: StandingClaim, isNewRecipient: Bool) {
        recipientCount += isNewRecipient ? 1 : 0
        personTimeCount += 1
        amountMinor += Int128(claim.amountMinor)
    }
}
