package import AidModel

/// All that is counted for a report of one quarter.
struct QuarterCount: Sendable, Equatable {
    var periods = PeriodFigures()
    /// By the ordinal of the quarter.
    var quarters: [Int: Figures] = [:]
    /// What time is cut into, to tell what follows from what.
    var atoms: AtomsOfTime
    /// Person-times and money of each slot in them.
    let atomSums: AtomSums
    /// One for each slot.
    var groups: [PeriodFigures]
    /// Of each slot the periods in which the p% rule hides it; empty: it was not asked for.
    var dominated: [PeriodSet] = []
    /// Of the quarter itself.
    var unidentified = Tally.zero
    /// Recipients of the quarter who are in none before it since the programme's start.
    var firstTimeCount = 0
    /// Person-times that were told apart by person, to be held against those that were added up.
    var toldApartCount = 0

    /// Counts the people, person-times and money of all claims that stand (rule 5).
    ///
    /// - Parameters:
    ///   - farOff: quarters that are in no period, as their dates are wrong.
    ///   - keepsRows: whether people are to be counted once more, otherwise (`recipients`).
    ///   - rule: what hides a figure of one person's money; the claims were settled with `tellsAmounts`.
    static func count(
        _ claims: SettledClaims, quarter: Quarter, farOff: Set<Quarter> = [], slots: GroupSlots, jobs: Int,
        witness: RecipientWitness? = nil, keepsRows: Bool = false, rule: PPercentRule? = nil
    ) async throws -> QuarterCount {
        let plan = CountPlan(
            quarter: quarter, farOff: farOff, slots: slots, cells: claims.cells, witness: witness, keepsRows: keepsRows)
        let atoms = AtomsOfTime(claims.cells, quarter: quarter, farOff: farOff)
        var count = QuarterCount(
            atoms: atoms, atomSums: AtomSums(claims.sums, places: atoms.places, slots: slots),
            groups: Array(repeating: PeriodFigures(), count: slots.count))
        count.addSums(claims, plan)
        for share in try await people(claims, plan, jobs: jobs) { count.add(share, plan) }
        if let rule {
            count.dominated = try await LargestAmounts.count(claims, plan, jobs: jobs).dominated(count.groups, by: rule)
        }
        return count
    }

    /// The people of all partitions, or as others have counted them.
    static func people(
        _ claims: SettledClaims, _ plan: CountPlan, jobs: Int
    ) async throws -> [RecipientCount.Counted] {
        if let counts = claims.peopleCounts {
            if plan.witness == nil, let counted = counts.counted(by: plan) { return counted }
            try await counts.bringRows()
        }
        let partitions = SharedIndices(Exchange<PersonTime>.partitionCount)
        let people = claims.people
        return try await concurrently(jobs, jobs: jobs) { _ in
            var recipients = RecipientCount(plan)
            while let index = partitions.next() { try recipients.count(index, of: people) }
            return recipients.counted
        }
    }

    /// Person-times and money, which add up.
    private mutating func addSums(_ claims: SettledClaims, _ plan: CountPlan) {
        for sum in claims.sums {
            let figures = Figures(recipientCount: 0, personTimeCount: sum.count, amountMinor: sum.amountMinor)
            quarters[plan.cells[sum.cell].quarter.ordinal, default: .zero] += figures
            for period in ReportPeriod.allCases where plan.periods[sum.cell] >> period.rawValue & 1 == 1 {
                periods[period] += figures
                for slot in plan.slots.slots(of: sum.groupsCode) { groups[slot][period] += figures }
            }
        }
        for sum in claims.unidentified where plan.cells[sum.cell].quarter == plan.quarter {
            unidentified += Tally(recordCount: sum.count, amountMinor: sum.amountMinor)
        }
    }

    /// Recipients, which add up over partitions alone.
    private mutating func add(_ share: RecipientCount.Counted, _ plan: CountPlan) {
        toldApartCount += share.personTimeCount
        firstTimeCount += share.firstTimeCount
        for period in ReportPeriod.allCases {
            periods[period].recipientCount += share.periods[period.rawValue]
            for slot in groups.indices {
                groups[slot][period].recipientCount += share.groups[slot * RecipientCount.periodCount + period.rawValue]
            }
        }
        for (place, ordinal) in plan.quarterOrdinals.enumerated() where share.quarters[place] > 0 {
            quarters[ordinal, default: .zero].recipientCount += share.quarters[place]
        }
    }
}

/// Is told of every person-time of a person since the programme's start, and its quarter; of one
/// person by one thread alone.
package typealias RecipientWitness = @Sendable (_ person: PersonKey, _ quarter: Quarter) -> Void

/// Which periods a claim lies in.
struct CountPlan: Sendable {
    let quarter: Quarter
    let slots: GroupSlots
    let cells: [TimeCells.Cell]
    /// For each time cell its periods, a bit each.
    let periods: [UInt64]
    /// The quarters that the cells lie in.
    let quarterOrdinals: [Int]
    /// For each time cell the place of its quarter in `quarterOrdinals`.
    let quarterPlaces: [Int]
    let witness: RecipientWitness?
    /// Whether the exchange keeps its rows.
    let keepsRows: Bool

    init(
        quarter: Quarter, farOff: Set<Quarter> = [], slots: GroupSlots, cells: [TimeCells.Cell],
        witness: RecipientWitness?, keepsRows: Bool = false
    ) {
        self.witness = witness
        self.keepsRows = keepsRows
        self.quarter = quarter
        self.slots = slots
        self.cells = cells
        let spans = ReportPeriod.allCases.map { ($0, $0.quarters(of: quarter)) }
        periods = cells.map { cell in
            if farOff.contains(cell.quarter) { return 0 }
            return spans.reduce(into: 0) { bits, span in
                let (period, quarters) = span
                guard quarters.contains(cell.quarter), period != .cumulative || !cell.isBeforeStart else { return }
                bits |= 1 << period.rawValue
            }
        }
        let ordinals = Set(cells.map(\.quarter.ordinal)).sorted()
        quarterOrdinals = ordinals
        let places = Dictionary(uniqueKeysWithValues: ordinals.enumerated().map { ($1, $0) })
        quarterPlaces = cells.map { places[$0.quarter.ordinal] ?? 0 }
    }
}
