package import AidModel

/// What other rules would have cost over a span of days, and whom they would have helped.
///
/// Claims without a basis, and those of nobody who is known, are left out on both sides; of a kind of care or a day of
/// which rules say nothing, they pay nothing.
package struct RuleWhatIf: Sendable, Hashable {
    /// One group, or all.
    package struct Line: Sendable, Hashable {
        package var recipientCount = 0
        package var claimCount = 0
        package var paidMinor: Int128 = 0
        /// What the rules of the programme say, and what the other ones do.
        package var dueMinor: Int128 = 0
        package var otherDueMinor: Int128 = 0
        /// People who would have got more, less, and as much.
        package var moreCount = 0
        package var lessCount = 0
        package var sameCount = 0
        /// Of those with more, who gets nothing by the rules; of those with less, who would have got nothing.
        package var newlyHelpedCount = 0
        package var noLongerHelpedCount = 0

        package init() {}

        static func += (lhs: inout Line, rhs: Line) {
            lhs.recipientCount += rhs.recipientCount
            lhs.claimCount += rhs.claimCount
            lhs.paidMinor += rhs.paidMinor
            lhs.dueMinor += rhs.dueMinor
            lhs.otherDueMinor += rhs.otherDueMinor
            lhs.moreCount += rhs.moreCount
            lhs.lessCount += rhs.lessCount
            lhs.sameCount += rhs.sameCount
            lhs.newlyHelpedCount += rhs.newlyHelpedCount
            lhs.noLongerHelpedCount += rhs.noLongerHelpedCount
        }

        /// A line of one person's claims.
        fileprivate mutating func end() {
            recipientCount = 1
            let (due, other) = (dueMinor, otherDueMinor)
            if other > due {
                moreCount = 1
                newlyHelpedCount = due == 0 ? 1 : 0
            } else if other < due {
                lessCount = 1
                noLongerHelpedCount = other == 0 ? 1 : 0
            } else {
                sameCount = 1
            }
        }

        /// The least number of people that is told of in saying who would get more or less; 0: of nobody.
        package var leastCount: Int {
            // Those who gain or lose all are among those with more or less, and so are the rest of these.
            [
                recipientCount, moreCount, lessCount, sameCount, newlyHelpedCount, noLongerHelpedCount,
                moreCount - newlyHelpedCount, lessCount - noLongerHelpedCount,
            ].filter { $0 > 0 }.min() ?? 0
        }

        /// Whether the costs of all would tell of fewer than `minGroup` people.
        package func isOfFew(minGroup: Int) -> Bool {
            (1..<max(minGroup, 1)).contains(costCount(minGroup: minGroup))
        }

        /// How many people the costs tell of: both together are the money of all, and their difference is that of those
        /// whose money changes.
        fileprivate func costCount(minGroup: Int) -> Int {
            let changed = moreCount + lessCount
            return (1..<max(minGroup, 1)).contains(changed) ? min(changed, recipientCount) : recipientCount
        }
    }

    /// Of one category the lines of its groups, by their names; "" is the empty one.
    package struct Groups: Sendable, Hashable {
        package let place: Int
        package let lines: [(name: String, line: Line)]

        package static func == (one: Groups, other: Groups) -> Bool {
            one.place == other.place
                && one.lines.elementsEqual(other.lines) { $0.name == $1.name && $0.line == $1.line }
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(place)
            for line in lines { hasher.combine(line.name) }
        }

        /// Of each line whether, and why, its costs are withheld.
        package func withheldCosts(minGroup: Int) -> [Suppression?] {
            SmallLines.withheld(lines.map { $0.line.costCount(minGroup: minGroup) }, minGroup: minGroup)
        }

        /// The same of how many people would get more or less: any of its numbers may be small.
        package func withheldSplits(minGroup: Int) -> [Suppression?] {
            SmallLines.withheld(lines.map(\.line.leastCount), minGroup: minGroup)
        }
    }

    package private(set) var total = Line()
    package private(set) var groups: [Groups] = []
    /// Those that are left out.
    package private(set) var withoutBasis = RuleTally()
    package private(set) var withoutPerson = RuleTally()

    /// - Parameters:
    ///   - claims: settled with `isRuled`, whose claims are taken out of it.
    ///   - groups: for each groups code the values of the categories.
    ///   - days: the span; what the year had before it counts for its caps.
    ///   - places: the categories by whose groups to tell it.
    package static func reckon(
        _ claims: SettledClaims, rules: ProgrammeRules, other: ProgrammeRules, groups: [[String]],
        days: ClosedRange<CalendarDay>, places: [Int], jobs: Int
    ) async throws -> RuleWhatIf {
        let plan = WhatIfPlan(rules: rules, other: other, groups: groups, days: days, places: places)
        let ruled = claims.ruled
        let partitions = SharedIndices(Exchange<RuledClaim>.partitionCount)
        let shares = try await concurrently(jobs, jobs: jobs) { _ in
            var share = WhatIfShare(plan)
            while let index = partitions.next() { try share.take(index, of: ruled) }
            return share.sums
        }
        var whatIf = RuleWhatIf()
        var slots = [Line](repeating: Line(), count: plan.slots.count)
        for share in shares {
            whatIf.total += share.total
            whatIf.withoutBasis += share.withoutBasis
            whatIf.withoutPerson += share.withoutPerson
            for slot in slots.indices { slots[slot] += share.slots[slot] }
        }
        whatIf.groups = places.map { place in
            Groups(
                place: place,
                lines: zip(plan.slots, slots).filter { $0.0.place == place && $0.1.claimCount > 0 }
                    .map { (name: $0.0.name, line: $0.1) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
        }
        return whatIf
    }
}

private struct WhatIfPlan: Sendable {
    let rules: ProgrammeRules
    let other: ProgrammeRules
    let kindsByCode: [Int?]
    let otherKindsByCode: [Int?]
    let span: ClosedRange<Int32>
    /// From the first day of the year in which the span begins.
    let days: ClosedRange<Int32>
    /// The groups of all categories asked for.
    private(set) var slots: [(place: Int, name: String)] = []
    /// For each groups code its slots.
    private(set) var slotsByCode: [[Int]] = []

    init(
        rules: ProgrammeRules, other: ProgrammeRules, groups: [[String]], days: ClosedRange<CalendarDay>,
        places: [Int]
    ) {
        self.rules = rules
        self.other = other
        kindsByCode = rules.kindsByCode(groups)
        otherKindsByCode = other.kindsByCode(groups)
        span = days.lowerBound.daysSinceEpoch...days.upperBound.daysSinceEpoch
        let first = days.lowerBound.quarter.firstOfYear.firstDay.daysSinceEpoch
        self.days = first...max(first, days.upperBound.daysSinceEpoch)
        var known: [[String: Int]] = places.map { _ in [:] }
        slotsByCode = groups.map { _ in [] }
        for (code, values) in groups.enumerated() {
            for (index, place) in places.enumerated() {
                let slot = known[index][values[place]] ?? slots.count
                if slot == slots.count { slots.append((place, values[place])) }
                known[index][values[place]] = slot
                slotsByCode[code].append(slot)
            }
        }
    }
}

/// Works out both rules, person by person, on one thread.
private struct WhatIfShare {
    struct Sums: Sendable {
        var total = RuleWhatIf.Line()
        var slots: [RuleWhatIf.Line]
        var withoutBasis = RuleTally()
        var withoutPerson = RuleTally()
    }

    private(set) var sums: Sums
    private let plan: WhatIfPlan
    private var reckoning: RuleReckoning
    private var otherReckoning: RuleReckoning

    init(_ plan: WhatIfPlan) {
        self.plan = plan
        sums = Sums(slots: Array(repeating: RuleWhatIf.Line(), count: plan.slots.count))
        reckoning = RuleReckoning(plan.rules)
        otherReckoning = RuleReckoning(plan.other)
    }

    mutating func take(_ index: Int, of claims: Exchange<RuledClaim>) throws {
        for person in try PersonClaims(index, of: claims, days: plan.days) { add(person) }
    }

    private mutating func add(_ claims: ArraySlice<RuledClaim>) {
        var own = RuleWhatIf.Line()
        var ownSlots: [Int: RuleWhatIf.Line] = [:]
        var withoutBasis = RuleTally()
        var year = Int.min
        for claim in claims {
            let isInSpan = plan.span.contains(claim.dayNumber)
            guard !claim.person.isNone else {
                if isInSpan { sums.withoutPerson.add(paid: claim.paidMinor, due: 0) }
                continue
            }
            guard claim.basisMinor >= 0 else {
                if isInSpan { withoutBasis.add(paid: claim.paidMinor, due: 0) }
                continue
            }
            let claimYear = CalendarDay(daysSinceEpoch: claim.dayNumber).civil.year
            if claimYear != year {
                reckoning.beginYear()
                otherReckoning.beginYear()
                year = claimYear
            }
            let due = due(claim, &reckoning, kind: plan.kindsByCode[claim.groupsCode])
            let otherDue = self.due(claim, &otherReckoning, kind: plan.otherKindsByCode[claim.groupsCode])
            guard isInSpan else { continue }
            var line = RuleWhatIf.Line()
            line.claimCount = 1
            line.paidMinor = Int128(claim.paidMinor)
            line.dueMinor = Int128(due)
            line.otherDueMinor = Int128(otherDue)
            own += line
            if plan.slotsByCode.isEmpty { continue }
            for slot in plan.slotsByCode[claim.groupsCode] { ownSlots[slot, default: RuleWhatIf.Line()] += line }
        }
        if withoutBasis.claimCount > 0 {
            withoutBasis.recipientCount = 1
            sums.withoutBasis += withoutBasis
        }
        guard own.claimCount > 0 else { return }
        own.end()
        sums.total += own
        for (slot, line) in ownSlots {
            var line = line
            line.end()
            sums.slots[slot] += line
        }
    }

    private func due(_ claim: RuledClaim, _ reckoning: inout RuleReckoning, kind: Int?) -> Int64 {
        guard let kind, let terms = reckoning.rules.terms(of: kind, on: claim.dayNumber) else { return 0 }
        return reckoning.take(claim.basisMinor, terms, kind: kind, dayNumber: claim.dayNumber).dueMinor
    }
}
