package import AidModel
package import AidText

/// The facts of what was published, as it was published: figures of runs, and those that were imported
/// as they stood in print.
///
/// A figure that was printed rounded is a range, and what is computed from it is no more certain.
package struct PublishedFacts: Sendable {
    package private(set) var facts: [Fact] = []
    package private(set) var sources: [FactSource] = []
    private let maker: FactMaker
    private let since: CalendarDay?

    /// - Parameter vintages: of any quarters, in any order.
    package init(_ vintages: [Vintage], programme: Programme, rounding: Rounding) {
        maker = FactMaker(currency: programme.currency, rounding: rounding)
        since = programme.since
        let ordered = vintages.sorted { ($0.quarter, $0.number) < ($1.quarter, $1.number) }
        for vintage in ordered { add(vintage) }
        // Changes are those between what stood last.
        var last: [Quarter: Vintage] = [:]
        for vintage in ordered { last[vintage.quarter] = vintage }
        for vintage in ordered where last[vintage.quarter]?.number == vintage.number {
            for period in PublishedCell.Period.allCases where period != .cumulative {
                addChange(vintage, from: last[vintage.quarter.yearEarlier], .yearEarlier, period)
            }
            addChange(vintage, from: last[vintage.quarter.quarterEarlier], .quarterEarlier, .quarter)
        }
    }

    /// The facts of one quarter that no run has counted; nil: nothing was published of it.
    package static func set(
        of quarter: Quarter, _ vintages: [Vintage], programme: Programme, rounding: Rounding, minGroup: Int
    ) -> FactSet? {
        guard let last = vintages.filter({ $0.quarter == quarter }).max(by: { $0.number < $1.number }) else {
            return nil
        }
        let published = PublishedFacts(vintages, programme: programme, rounding: rounding)
        return FactSet(
            programme: programme, quarter: quarter, isProvisional: last.isProvisional, rounding: rounding,
            definitions: FactDefinition.all(minGroup: minGroup, rounding), sources: published.sources,
            facts: published.facts)
    }

    private mutating func add(_ vintage: Vintage) {
        let source = FactSource.vintage(FactVintage(vintage), FactSource.Origin(vintage.origin))
        sources.append(source)
        for cell in vintage.cells {
            guard let figures = cell.figures, let subject = subject(vintage, cell.period, cell.group) else { continue }
            for measure in Measure.allCases {
                guard let range = figures[measure] else { continue }
                facts.append(maker.fact(.level, FactMeasure(measure), of: subject, FactValue(range)))
            }
        }
    }

    private mutating func addChange(
        _ vintage: Vintage, from base: Vintage?, _ kind: FactBase.Comparison, _ period: PublishedCell.Period
    ) {
        guard let base, let now = vintage.figures(period), let then = base.figures(period),
            var subject = subject(vintage, period, nil),
            let basePeriod = self.subject(base, period, nil)?.period
        else { return }
        subject.isProvisional = vintage.isProvisional || base.isProvisional
        subject.sources.append(FactSource.vintage(FactVintage(base), FactSource.Origin(base.origin)).key)
        for measure in Measure.allCases {
            guard let now = now[measure], let then = then[measure] else { continue }
            let change = now - then
            let name: FactID.Comparison = kind == .yearEarlier ? .yearEarlier : .quarterEarlier
            let factBase = FactBase(kind, period: basePeriod, value: FactValue(then), vintage: FactVintage(base))
            let note = now.exactly.flatMap { now in
                then.exactly.flatMap { maker.note(now: now, base: $0, FactMeasure(measure)) }
            }
            facts.append(
                maker.fact(
                    .change, FactMeasure(measure), of: subject, comparison: name, FactValue(change), base: factBase,
                    note: note))
            let ratio = change.exactly.flatMap { change in then.exactly.flatMap { ExactRatio(change, over: $0) } }
            let isZero = then.exactly == 0
            facts.append(
                maker.fact(
                    .percent, FactMeasure(measure), of: subject, comparison: name,
                    ratio.map { .ratio($0) } ?? .none(isZero ? .zero : .rounded), base: factBase))
        }
    }

    private func subject(
        _ vintage: Vintage, _ period: PublishedCell.Period, _ group: PublishedCell.Group?
    ) -> FactMaker.Subject? {
        let factPeriod: FactPeriod
        switch period {
        case .quarter: factPeriod = .quarter(vintage.quarter)
        case .yearToDate: factPeriod = .yearToDate(through: vintage.quarter)
        case .cumulative:
            guard let since else { return nil }
            factPeriod = .cumulative(since: since, through: vintage.quarter)
        }
        return FactMaker.Subject(
            period: factPeriod,
            group: group.map(FactGroup.init),
            vintage: vintage.number, isProvisional: vintage.isProvisional,
            sources: ["\(vintage.quarter)@\(vintage.number)"])
    }
}

extension FactVintage {
    package init(_ vintage: Vintage) {
        self.init(quarter: vintage.quarter, number: vintage.number, publishedOn: vintage.publishedOn)
    }
}
