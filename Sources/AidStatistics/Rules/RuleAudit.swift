package import AidModel

/// All claims of a quarter held against the rules, and how near people are to the year's cap.
package struct RuleAudit: Sendable, Hashable {
    /// How many of the largest differences are kept.
    package static let differenceLimit = 1000

    package let quarter: Quarter
    /// By the place of the outcome in `RuleOutcome.all`.
    package private(set) var outcomes: [RuleTally]
    /// Claims of which the deductible left nothing.
    package private(set) var belowDeductible = RuleTally()
    /// The year's cap on the last day of the quarter; nil: there is none.
    package let yearCapMinor: Int64?
    /// People of the year to date, by the place of the band.
    package private(set) var bands: [Int]
    /// The largest first.
    package private(set) var differences: [RuleDifference] = []

    init(quarter: Quarter, yearCapMinor: Int64?) {
        self.quarter = quarter
        self.yearCapMinor = yearCapMinor
        outcomes = Array(repeating: RuleTally(), count: RuleOutcome.all.count)
        bands = Array(repeating: 0, count: CapBand.allCases.count)
    }

    /// Holds the claims that stand against the rules.
    ///
    /// - Parameters:
    ///   - claims: settled with `isRuled`.
    ///   - groups: for each groups code the values of the categories, before any reference table.
    /// - Complexity: the claims of one partition are in memory at a time on each thread, those of the quarter's year.
    package static func audit(
        _ claims: SettledClaims, rules: ProgrammeRules, groups: [[String]], quarter: Quarter, jobs: Int
    ) async throws -> RuleAudit {
        let kinds = rules.kindsByCode(groups)
        let ruled = claims.ruled
        let partitions = SharedIndices(Exchange<RuledClaim>.partitionCount)
        let shares = try await concurrently(jobs, jobs: jobs) { _ in
            var audit = PersonAudit(rules, kindsByCode: kinds, quarter: quarter)
            while let index = partitions.next() { try audit.take(index, of: ruled) }
            return audit.audit
        }
        var audit = RuleAudit(quarter: quarter, yearCapMinor: rules.yearCap(on: quarter.lastDay.daysSinceEpoch))
        for share in shares { audit.add(share) }
        audit.keepLargest()
        return audit
    }

    /// Adds what comes of other people.
    private mutating func add(_ other: RuleAudit) {
        for index in outcomes.indices { outcomes[index] += other.outcomes[index] }
        for index in bands.indices { bands[index] += other.bands[index] }
        belowDeductible += other.belowDeductible
        differences += other.differences
    }

    fileprivate mutating func keepLargest() {
        differences.sort(by: RuleDifference.precedes)
        if differences.count > RuleAudit.differenceLimit {
            differences.removeLast(differences.count - RuleAudit.differenceLimit)
        }
    }

    fileprivate mutating func add(_ difference: RuleDifference) {
        differences.append(difference)
        if differences.count == 4 * RuleAudit.differenceLimit { keepLargest() }
    }

    /// Adds the tallies of one person, each of which is of one person or of none.
    fileprivate mutating func addPerson(_ tallies: [RuleTally], belowDeductible below: RuleTally) {
        for index in tallies.indices where tallies[index].claimCount > 0 {
            outcomes[index] += tallies[index]
            outcomes[index].recipientCount += 1
        }
        guard below.claimCount > 0 else { return }
        belowDeductible += below
        belowDeductible.recipientCount += 1
    }

    fileprivate mutating func addNobody(_ tally: RuleTally) {
        outcomes[PersonAudit.place(.unjudged(.noPerson))] += tally
    }

    fileprivate mutating func addBand(_ paidMinor: Int128) {
        guard let yearCapMinor else { return }
        bands[CapBand(paidMinor, capMinor: yearCapMinor).rawValue] += 1
    }
}

/// Holds one person's claims after the other's against the rules, on one thread.
private struct PersonAudit {
    private(set) var audit: RuleAudit
    private let kindsByCode: [Int?]
    private let rules: ProgrammeRules
    private var reckoning: RuleReckoning
    /// From 1 January to the end of the quarter.
    private let span: ClosedRange<Int32>
    private let firstDayOfQuarter: Int32
    private var tallies: [RuleTally]

    private static let places = Dictionary(
        uniqueKeysWithValues: RuleOutcome.all.enumerated().map { ($0.element, $0.offset) })

    /// The place of an outcome among all.
    static func place(_ outcome: RuleOutcome) -> Int { places[outcome].unsafelyUnwrapped }

    init(_ rules: ProgrammeRules, kindsByCode: [Int?], quarter: Quarter) {
        self.rules = rules
        self.kindsByCode = kindsByCode
        reckoning = RuleReckoning(rules)
        span = quarter.firstOfYear.firstDay.daysSinceEpoch...quarter.lastDay.daysSinceEpoch
        firstDayOfQuarter = quarter.firstDay.daysSinceEpoch
        audit = RuleAudit(quarter: quarter, yearCapMinor: rules.yearCap(on: span.upperBound))
        tallies = audit.outcomes
    }

    mutating func take(_ index: Int, of claims: Exchange<RuledClaim>) throws {
        for person in try PersonClaims(index, of: claims, days: span) { add(person) }
    }

    private mutating func add(_ claims: ArraySlice<RuledClaim>) {
        guard let first = claims.first else { return }
        guard !first.person.isNone else {
            var tally = RuleTally()
            for claim in claims where claim.dayNumber >= firstDayOfQuarter { tally.add(paid: claim.paidMinor, due: 0) }
            return audit.addNobody(tally)
        }
        for index in tallies.indices { tallies[index] = RuleTally() }
        var below = RuleTally()
        var paidMinor: Int128 = 0
        reckoning.beginYear()
        for claim in claims {
            paidMinor += Int128(claim.paidMinor)
            judge(claim, below: &below)
        }
        audit.addPerson(tallies, belowDeductible: below)
        audit.addBand(paidMinor)
    }

    private mutating func judge(_ claim: RuledClaim, below: inout RuleTally) {
        let isInQuarter = claim.dayNumber >= firstDayOfQuarter
        func place(_ why: RuleOutcome.Unjudged) -> Int { PersonAudit.place(.unjudged(why)) }
        guard claim.basisMinor >= 0 else {
            if isInQuarter { tallies[place(.noBasis)].add(paid: claim.paidMinor, due: 0) }
            return
        }
        guard let kind = kindsByCode[claim.groupsCode], let terms = rules.terms(of: kind, on: claim.dayNumber) else {
            if isInQuarter { tallies[place(.noTerms)].add(paid: claim.paidMinor, due: 0) }
            return
        }
        let before = reckoning
        let due = reckoning.take(claim.basisMinor, terms, kind: kind, dayNumber: claim.dayNumber)
        guard isInQuarter else { return }
        if terms.deductible != nil, due.remainingMinor == 0 {
            below.add(paid: claim.paidMinor, due: due.dueMinor)
        }
        guard claim.paidMinor != due.dueMinor else {
            return tallies[PersonAudit.place(.agreeing)].add(paid: claim.paidMinor, due: due.dueMinor)
        }
        let cause = before.cause(of: claim, due: due.dueMinor, terms, kind: kind)
        tallies[PersonAudit.place(claim.paidMinor > due.dueMinor ? .over(cause) : .under(cause))].add(
            paid: claim.paidMinor, due: due.dueMinor)
        audit.add(
            RuleDifference(
                key: claim.key, position: claim.position, day: CalendarDay(daysSinceEpoch: claim.dayNumber),
                groupsCode: claim.groupsCode, basisMinor: claim.basisMinor, paidMinor: claim.paidMinor,
                dueMinor: due.dueMinor, cause: cause))
    }
}

extension RuleReckoning {
    /// Why a claim was paid otherwise than the rules say.
    ///
    /// - Parameter dueMinor: what they say, which is not what was paid.
    fileprivate func cause(of claim: RuledClaim, due dueMinor: Int64, _ terms: RuleTerms, kind: Int) -> RuleCause {
        func due(_ terms: RuleTerms, kind: Int, without waiver: Waiver = []) -> Int64 {
            self.due(claim.basisMinor, terms, kind: kind, dayNumber: claim.dayNumber, without: waiver).dueMinor
        }
        if claim.isReversedInPart { return .reversedInPart }
        if (Int128(claim.paidMinor) - Int128(dueMinor)).magnitude <= UInt128(terms.roundingUnitMinor) {
            return .rounding
        }
        if claim.paidMinor > dueMinor {
            if claim.paidMinor <= due(terms, kind: kind, without: .yearCaps) { return .yearCap }
            if claim.paidMinor <= due(terms, kind: kind, without: .claimCap) { return .claimCap }
            if claim.paidMinor == due(terms, kind: kind, without: .deductible) { return .deductible }
        }
        for other in rules.kinds.indices {
            if rules.kinds[other].terms.contains(where: { claim.paidMinor == due($0, kind: other) }) {
                return .otherTerms
            }
        }
        return .other
    }
}

/// The claims of one partition, person by person, each person's in their order.
struct PersonClaims: Sequence, IteratorProtocol {
    private var claims: ContiguousArray<RuledClaim> = []
    private var nextIndex = 0

    /// - Parameter days: those of other days are left out.
    init(_ index: Int, of exchange: Exchange<RuledClaim>, days: ClosedRange<Int32>) throws {
        var claims: ContiguousArray<RuledClaim> = []
        try exchange.drain(index) { rows in
            for row in rows where days.contains(row.dayNumber) { claims.append(row) }
        }
        claims.sort(by: RuledClaim.precedes)
        self.claims = claims
    }

    mutating func next() -> ArraySlice<RuledClaim>? {
        guard nextIndex < claims.count else { return nil }
        let start = nextIndex
        while nextIndex < claims.count, claims[nextIndex].person == claims[start].person { nextIndex += 1 }
        return claims[start..<nextIndex]
    }
}
