package import AidModel
package import AidStatistics
package import AidText

/// Makes the facts of a report: every statement that its figures allow, and none that they do not.
///
/// Figures are taken from the report alone, which has withheld what protects people; whatever is
/// computed here comes from figures that it shows.
package struct FactBuilder {
    let report: QuarterReport
    let rounding: Rounding
    let maker: FactMaker
    /// Of the ledger: they tell where a published figure came from.
    private let vintages: [Vintage]
    /// Whether the groups in the rest of a breakdown are told of, and not those that are listed.
    private(set) var isOfOtherGroups = false
    private(set) var facts: [Fact] = []
    private(set) var sources: [FactSource]

    /// All facts of a report, in the order in which a reader asks for them.
    ///
    /// - Parameter vintages: of any quarters; they tell where published figures came from.
    package static func facts(
        _ report: QuarterReport, run: FactSource.Run, rounding: Rounding, vintages: [Vintage] = []
    ) -> FactSet {
        var builder = FactBuilder(report, run: run, rounding: rounding, vintages: vintages)
        builder.facts.reserveCapacity(FactBuilder.mostFacts(report))
        builder.addQuarter()
        builder.addYearToDate()
        builder.addCumulative()
        builder.addSeries()
        builder.addMembers()
        builder.addBreakdowns()
        builder.addOtherQuarters()
        var facts: [Fact] = []
        swap(&facts, &builder.facts)
        return FactSet(
            programme: report.programme, quarter: report.quarter, isProvisional: builder.lacksDays,
            hasLaterQuarters: report.laterQuarters.contains { $0.figures != nil }, rounding: rounding,
            definitions: FactDefinition.all(
                minGroup: report.minGroup, pPercent: report.pPercent?.text, rounding,
                hasMembers: report.members != nil),
            sources: builder.sources, facts: facts)
    }

    /// Room for all facts, so that they need not move while they grow in number.
    private static func mostFacts(_ report: QuarterReport) -> Int {
        let ofPeriods = 200 + report.quarters.count * Measure.allCases.count
        // Of a group 40 tell of the quarter, 28 of the year so far and 12 of all the time; and 14 for a thousand members.
        let ofGroup = report.members == nil ? 80 : 94
        return report.breakdowns.reduce(ofPeriods) { sum, breakdown in
            // Those that are listed, the rest, and 未填.
            sum + (breakdown.bound.map { $0.listed.count + 2 } ?? breakdown.groups.count) * ofGroup
        }
    }

    /// The facts of the groups that reports do not show by name, to follow those of the report.
    ///
    /// - Parameter levelsAlone: whether to tell what they are, and not what follows from it.
    package static func factsOfOtherGroups(
        _ report: QuarterReport, rounding: Rounding, levelsAlone: Bool = false
    ) -> [Fact] {
        var builder = FactBuilder(report, run: nil, rounding: rounding, vintages: [])
        builder.isOfOtherGroups = true
        if levelsAlone { builder.addOtherLevels() } else { builder.addBreakdowns() }
        return builder.facts
    }

    private init(_ report: QuarterReport, run: FactSource.Run?, rounding: Rounding, vintages: [Vintage]) {
        self.report = report
        self.rounding = rounding
        self.vintages = vintages
        maker = FactMaker(currency: report.programme.currency, rounding: rounding)
        sources = run.map { [.run($0)] } ?? []
    }

    var quarter: FactPeriod { .quarter(report.quarter) }
    var yearToDate: FactPeriod { .yearToDate(through: report.quarter) }
    var cumulative: FactPeriod { .cumulative(since: start, through: report.quarter) }

    /// Where cumulative figures begin: with the programme, also where a register has forgotten its first quarters.
    var start: CalendarDay { report.cumulative.sinceStart?.since ?? report.cumulative.since }

    /// Whether people were forgotten, so that who was aided since the start cannot be told any more.
    var isForgotten: Bool { report.cumulative.sinceStart != nil }

    /// Whether the data hold every quarter of the year so far in which there was a programme.
    var isYearWhole: Bool {
        guard !report.quarters.isEmpty else { return true }
        let known = Set(report.quarters.filter { $0.figures != nil }.map(\.quarter.ordinal))
        return (report.quarter.firstOfYear.ordinal...report.quarter.ordinal).allSatisfy {
            known.contains($0) || Quarter(ordinal: $0).lastDay < start
        }
    }

    /// Whether cumulative figures tell of all the time since the programme's start.
    var isCumulativeWhole: Bool { report.missingQuarters(since: start).isEmpty }

    /// Whether days of the quarter of the report are missing, or may be.
    var lacksDays: Bool { report.isProvisional || lacksDays(report.quarter...report.quarter) }

    /// Whether days of any quarter of a span are missing: the exports stop before its last ones, or its claims
    /// leave out a fortnight.
    func lacksDays(_ span: ClosedRange<Quarter>) -> Bool {
        report.quarters.contains { span.contains($0.quarter) && ($0.isProvisional || $0.isIncomplete) }
    }

    mutating func add(
        _ kind: FactKind, _ measure: FactMeasure, of subject: FactMaker.Subject,
        comparison: FactID.Comparison? = nil, _ value: FactValue, base: FactBase? = nil, note: BilingualText? = nil
    ) {
        facts.append(maker.fact(kind, measure, of: subject, comparison: comparison, value, base: base, note: note))
    }

    /// What a published figure stands on.
    func source(_ vintage: FactVintage) -> FactSource {
        let known = vintages.first { $0.quarter == vintage.quarter && $0.number == vintage.number }
        return .vintage(vintage, known.map { FactSource.Origin($0.origin) } ?? .unknown)
    }

    mutating func addSource(_ source: FactSource) {
        if !sources.contains(source) { sources.append(source) }
    }
}
