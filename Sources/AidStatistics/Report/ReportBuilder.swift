package import AidModel

/// Everything about a run that is not counted but must be said with its figures.
package struct ReportRequest: Sendable {
    package var programme: Programme
    /// nil: the last complete quarter of the data.
    package var quarter: Quarter?
    package var breakdowns: [ReportBreakdown]
    package var minGroup: Int
    /// What hides a figure of one person's money; the claims were settled for it (`ClaimSettlement.tellsAmounts`).
    package var pPercent: PPercentRule?
    /// What quartiles are told of; the claims were settled for it (`ClaimSettlement.isMeasured`).
    package var measures: [ClaimMeasure]
    /// What was published of the report's quarter and of the one a year earlier.
    package var vintages: [Vintage]
    /// What was printed before, of any quarters: what it hid must not follow from the report.
    package var earlier: [EarlierReport]
    /// Reports of any quarters whose decisions are taken over as long as the figures are the same, likely ones first.
    package var standing: [RecordedRun]
    /// Why the causes of a restatement cannot be told, where the caller knows; nil: they can.
    package var whyUnknown: Restatement.WhyUnknown?
    /// What a register has forgotten; nil: nothing.
    package var forgotten: ForgottenQuarters?
    /// Whether people are to be counted once more behind the report (`StandardRates`).
    package var keepsPeople = false

    package init(
        programme: Programme, quarter: Quarter?, breakdowns: [ReportBreakdown], minGroup: Int,
        pPercent: PPercentRule? = nil, measures: [ClaimMeasure] = [], vintages: [Vintage] = [],
        earlier: [EarlierReport] = [],
        standing: [RecordedRun] = [], whyUnknown: Restatement.WhyUnknown? = nil, forgotten: ForgottenQuarters? = nil
    ) {
        self.measures = measures
        self.earlier = earlier
        self.standing = standing
        self.programme = programme
        self.quarter = quarter
        self.breakdowns = breakdowns
        self.minGroup = minGroup
        self.pPercent = pPercent
        self.vintages = vintages
        self.whyUnknown = whyUnknown
        self.forgotten = forgotten
    }
}

/// Why there can be no report on a quarter.
package enum ReportRefusal: Error, Sendable, Hashable {
    /// No paid claim stands in the data.
    case noClaims
    /// None is dated in the quarter asked for.
    case noClaimsInQuarter(Quarter, first: Quarter, last: Quarter)
    /// Those that are lie so far from all others that their dates must be wrong.
    case farOffQuarter(Quarter, first: Quarter, last: Quarter)
    /// The register has forgotten who was aided in it.
    case forgottenQuarter(Quarter, exactFrom: Quarter)
    /// The figures contradict the balance: our own fault.
    case figuresContradictBalance
}

/// Counts what was settled, compares it, and puts it together (rules 5 to 8).
package struct ReportBuilder {
    private let request: ReportRequest
    private let claims: SettledClaims
    private let inputs: [InputBalance]
    private let coverage: Coverage
    private let quarter: Quarter
    private let since: CalendarDay
    private let slots: GroupSlots
    private let counted: QuarterCount

    /// Builds the report.
    ///
    /// - Parameters:
    ///   - groups: for each groups code the values of the breakdown fields.
    ///   - inputs: each with its complete balance.
    package static func report(
        _ request: ReportRequest, claims: SettledClaims, groups: [[String]], inputs: [InputBalance],
        jobs: Int, witness: RecipientWitness? = nil
    ) async throws -> QuarterReport {
        let plan = try plan(request, claims, groups)
        let counted = try await QuarterCount.count(
            claims, quarter: plan.quarter, farOff: plan.farOff, slots: plan.slots, jobs: jobs, witness: witness,
            keepsRows: request.keepsPeople
                || request.breakdowns.indices.contains {
                    request.breakdowns[$0].limit.leavesRest(of: plan.slots.groups[$0].count)
                }, rule: request.pPercent)
        let builder = ReportBuilder(
            request: request, claims: claims, inputs: inputs, coverage: plan.coverage, quarter: plan.quarter,
            since: plan.coverage.since(request.programme.since), slots: plan.slots, counted: counted)
        var report = try builder.build()
        report.pPercent = request.pPercent
        try await ShownGroups.bound(&report, request.breakdowns, slots: plan.slots, counted: counted) { slots in
            // Their rows were kept for this.
            try await QuarterCount.count(
                claims, quarter: plan.quarter, farOff: plan.farOff, slots: slots, jobs: jobs, keepsRows: true,
                rule: request.pPercent)
        }
        if report.balance.unidentified != .zero { report.withoutFactors() }
        return report
    }

    /// What is to be counted for a report.
    struct Plan {
        let coverage: Coverage
        let quarter: Quarter
        let slots: GroupSlots
        /// Quarters that are in no period, as their dates are wrong.
        var farOff: Set<Quarter> { Set(coverage.farOff.map(\.quarter)) }
    }

    static func plan(
        _ request: ReportRequest, _ claims: SettledClaims, _ groups: [[String]]
    ) throws(ReportRefusal) -> Plan {
        guard
            let coverage = Coverage(
                claims, start: request.programme.since, asked: request.quarter, forgotten: request.forgotten)
        else { throw ReportRefusal.noClaims }
        let quarter = request.quarter ?? coverage.lastComplete
        if let forgotten = request.forgotten, quarter < forgotten.exactFrom {
            throw ReportRefusal.forgottenQuarter(quarter, exactFrom: forgotten.exactFrom)
        }
        if coverage.isFarOff(quarter) {
            throw ReportRefusal.farOffQuarter(quarter, first: coverage.first, last: coverage.last)
        }
        guard coverage.hasClaims(in: quarter) else {
            throw ReportRefusal.noClaimsInQuarter(quarter, first: coverage.first, last: coverage.last)
        }
        return Plan(
            coverage: coverage, quarter: quarter, slots: GroupSlots(values: groups, breakdowns: request.breakdowns))
    }

    private func build() throws -> QuarterReport {
        let balance = inputs.reduce(into: Balance()) { $0 += $1.balance }
        try check(against: balance)
        let totals = ReportPeriod.allCases.map { period in
            forgottenTotal(period).map { .known($0) } ?? shown(counted.periods[period], period, suppression: nil)
        }
        let now = counted.periods[.quarter]
        let vintages = VintageComparison(request.vintages)
        let restatement = vintages.restatement(
            of: quarter, now: now, causes: claims.causes(in: quarter),
            whyUnknown: request.whyUnknown)
        let measured = try measured()
        var yearEarlier = comparison(totals, .yearEarlier)
        yearEarlier.asPublished = vintages.base(of: quarter.yearEarlier, recounted: yearEarlier.base.value, now: now)
        let disclosure = disclosure
        return QuarterReport(
            programme: request.programme, quarter: quarter,
            isProvisional: coverage.isProvisional(quarter), figures: now,
            // Who is new cannot be told where quarters since the programme's start are missing.
            firstTimeCount: coverage.knowsEverybody(since: since, through: quarter) ? counted.firstTimeCount : nil,
            unidentified: counted.unidentified,
            yearEarlier: yearEarlier, quarterEarlier: comparison(totals, .quarterEarlier),
            yearToDate: yearToDate(totals),
            cumulative: cumulative,
            breakdowns: zip(request.breakdowns.indices, disclosure.suppressions).map(breakdown),
            measures: measured.reports,
            quarters: quarters,
            balance: balance, inputs: inputs,
            observations: observations(restatement) + measured.observations
                + disclosure.unprotected.map {
                    .unprotected(field: request.breakdowns[$0.breakdown].field, $0.figures)
                },
            findings: [], minGroup: request.minGroup,
            restatement: restatement,
            keptFrom: request.forgotten?.exactFrom,
            laterQuarters: coverage.quarters.filter { $0 > quarter }.map(total),
            farOffClaimCount: coverage.farOff.reduce(0) { $0 + $1.claimCount })
    }

    /// The quartiles that were asked for, and what is odd about their claims.
    private func measured() throws -> (reports: [MeasureReport], observations: [ReportObservation]) {
        var observations: [ReportObservation] = []
        func distribution(of measure: ClaimMeasure, _ period: ReportPeriod) throws -> Shown<ClaimDistribution> {
            guard coverage.covers(period, of: quarter) else { return .absent }
            let quarters = period.quarters(of: quarter)
            let cells = claims.cells.indices.filter { quarters.contains(claims.cells[$0].quarter) }
            let distribution = try claims.distribution(of: measure, cells: Set(cells))
            let figures = counted.periods[period]
            guard distribution.claimCount + distribution.unmeasuredCount == figures.personTimeCount else {
                throw ReportRefusal.figuresContradictBalance
            }
            if distribution.claimCount == 0, distribution.unmeasuredCount > 0 {
                observations.append(.noDaysToPayment(quarters.upperBound))
            }
            if distribution.paidBeforeTreatmentCount > 0 {
                observations.append(
                    .paidBeforeTreatment(
                        quarters.upperBound, claimCount: distribution.paidBeforeTreatmentCount))
            }
            return Shown(distribution, of: figures, minGroup: request.minGroup)
        }
        let reports = try request.measures.map { measure in
            MeasureReport(
                measure: measure, distribution: try distribution(of: measure, .quarter),
                yearEarlier: try distribution(of: measure, .yearEarlier))
        }
        return (reports, observations)
    }

    private func observations(_ restatement: Restatement?) -> [ReportObservation] {
        var observations = coverage.observations(
            quarter: quarter, since: since, isSinceGiven: request.programme.since != nil)
        if let restatement, restatement.differsFromLast {
            observations.append(.restated(quarter, restatement, request.programme.currency))
        }
        return observations
    }

    private var quarters: [QuarterTotal] { coverage.quarters.filter { $0 <= quarter }.map(total) }

    private func total(_ line: Quarter) -> QuarterTotal {
        QuarterTotal(
            quarter: line, isProvisional: coverage.isProvisional(line), isIncomplete: coverage.isIncomplete(line),
            figures: request.forgotten?.figures(of: line)
                ?? (coverage.hasClaims(in: line) ? counted.quarters[line.ordinal] ?? .zero : nil))
    }

    /// Holds two ways of counting against each other: person-times and money of all
    /// quarters against the balance, which was added up before any of them.
    private func check(against balance: Balance) throws {
        let all = counted.quarters.values.reduce(into: Figures.zero) { $0 += $1 }
        guard all.personTimeCount == balance.paid.recordCount - balance.fullyReversed.recordCount,
            all.amountMinor == balance.paid.amountMinor - balance.reversals.amountMinor,
            counted.toldApartCount == all.personTimeCount - balance.unidentified.recordCount
        else { throw ReportRefusal.figuresContradictBalance }
    }

    /// The figures of a quarter or a year to date that was forgotten, which stay.
    private func forgottenTotal(_ period: ReportPeriod) -> Figures? {
        switch period {
        case .yearEarlier, .quarterEarlier:
            request.forgotten?.figures(of: period.quarters(of: quarter).upperBound)
        case .yearToDateYearEarlier:
            coverage.coversAlike(quarter)
                ? request.forgotten?.yearsToDate[period.quarters(of: quarter).upperBound] : nil
        default: nil
        }
    }

    private var cumulative: Cumulative {
        let figures = counted.periods[.cumulative]
        let start = request.forgotten.flatMap { forgotten in
            !forgotten.lacksPeople
                ? nil
                : Cumulative.SinceStart(
                    since: forgotten.since,
                    personTimeCount: forgotten.sinceStart.recordCount + figures.personTimeCount,
                    amountMinor: forgotten.sinceStart.amountMinor + figures.amountMinor)
        }
        return Cumulative(since: since, through: quarter.lastDay, figures: figures, sinceStart: start)
    }

    private func breakdown(_ index: Int, _ suppressions: [[Suppression?]]) -> BreakdownReport {
        let breakdown = request.breakdowns[index]
        let figures = Array(counted.groups[slots.slots(ofBreakdown: index)])
        var named: [GroupReport] = []
        var withheld: [[Shown<Figures>]] = []
        var empty: [GroupReport] = []
        for (place, names) in slots.groups[index].enumerated() {
            guard ReportPeriod.allCases.contains(where: { figures[place][$0].personTimeCount > 0 }) else { continue }
            let cells = ReportPeriod.allCases.map {
                shown(figures[place][$0], $0, suppression: suppressions[$0.rawValue][place])
            }
            if names == [nil] {
                empty.append(line(nil, cells))
            } else if !cells.contains(where: isTold),
                SmallGroups.isNameWithheld(figures[place], minGroup: request.minGroup)
            {
                withheld.append(cells)
            } else {
                named.append(
                    breakdown.isPair ? line(GroupPair.name(names), cells, names: names) : line(names[0], cells))
            }
        }
        return BreakdownReport(
            field: breakdown.field, title: breakdown.title,
            groups: named + (withheld.isEmpty ? [] : [line(nil, joined(withheld), withheldCount: withheld.count)])
                + empty,
            axes: breakdown.isPair ? axes(breakdown, named) : [])
    }

    /// The fields of a pair with the groups that it names.
    private func axes(_ breakdown: ReportBreakdown, _ named: [GroupReport]) -> [BreakdownReport.Axis] {
        breakdown.columns.enumerated().map { place, column in
            let names = Set(named.map { $0.names[place].map { Array($0.utf8) } ?? [] })
            return BreakdownReport.Axis(
                field: column.field, title: column.title,
                groups: GroupOrder(isNumbered: [column.isNumbered]).sorted(Set(names.map { [$0] })).map {
                    $0[0].isEmpty ? nil : String(decoding: $0[0], as: UTF8.self)
                })
        }
    }

    private var disclosure: BreakdownDisclosure.Result {
        BreakdownDisclosure(
            breakdowns: request.breakdowns, slots: slots, counted: counted,
            shown: ReportPeriod.allCases.filter { coverage.covers($0, of: quarter) }, earlier: request.earlier,
            standing: request.standing.filter { $0.quarter == quarter }, quarters: quarters,
            weights: claims.claimCounts(ofGroups: slots.codeCount), minGroup: request.minGroup, rule: request.pPercent
        ).result()
    }

    /// Whether anything of a group is shown: that it has no claims tells of nobody.
    private func isTold(_ cell: Shown<Figures>) -> Bool { cell.value.map { $0.personTimeCount > 0 } ?? false }

    /// One line for groups none of which may be told from another: in every period nothing, or something withheld.
    private func joined(_ groups: [[Shown<Figures>]]) -> [Shown<Figures>] {
        ReportPeriod.allCases.map { period in
            let cells = groups.map { $0[period.rawValue] }
            return [.small, .complement].map(Shown.suppressed).first(where: cells.contains) ?? cells[0]
        }
    }

    /// - Parameter cells: the group's figures of every period.
    private func line(
        _ name: String?, _ cells: [Shown<Figures>], withheldCount: Int = 0, names: [String?] = []
    ) -> GroupReport {
        GroupReport(name, cells, of: quarter, withheldCount: withheldCount, names: names)
    }

    private func shown(_ figures: Figures, _ period: ReportPeriod, suppression: Suppression?) -> Shown<Figures> {
        guard coverage.covers(period, of: quarter) else { return .absent }
        return suppression.map { .suppressed($0) } ?? .known(figures)
    }

    private func comparison(_ cells: [Shown<Figures>], _ base: ReportPeriod) -> Comparison {
        Comparison(
            quarter: base.quarters(of: quarter).upperBound, now: cells[ReportPeriod.quarter.rawValue],
            base: cells[base.rawValue])
    }

    private func yearToDate(_ cells: [Shown<Figures>]) -> YearToDate {
        let now = cells[ReportPeriod.yearToDate.rawValue]
        return YearToDate(
            figures: now,
            yearEarlier: Comparison(
                quarter: quarter.yearEarlier, now: now, base: cells[ReportPeriod.yearToDateYearEarlier.rawValue]))
    }
}
