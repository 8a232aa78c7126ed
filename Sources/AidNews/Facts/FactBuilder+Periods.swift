import AidModel
import AidStatistics

/// Levels, and what they are held against.
extension FactBuilder {
    private var subject: FactMaker.Subject {
        FactMaker.Subject(
            period: quarter, isProvisional: lacksDays,
            isRestated: report.restatement?.differsFromLast ?? false)
    }

    /// The quarter of the report: its figures, its people, and their changes.
    mutating func addQuarter() {
        addLevels(report.figures, of: subject)
        addPeople()
        addAverages(report.figures, unidentified: report.unidentified, of: subject)
        addComparison(.known(report.figures), of: subject, .yearEarlier, report.yearEarlier, FactPeriod.quarter)
        addAsPublished()
        addComparison(.known(report.figures), of: subject, .quarterEarlier, report.quarterEarlier, FactPeriod.quarter)
        addRestatement()
    }

    mutating func addYearToDate() {
        guard isYearWhole else { return }
        var subject = subject
        subject.period = yearToDate
        subject.isProvisional = isProvisional(yearToDate)
        subject.isRestated = false
        guard let figures = report.yearToDate.figures.value else { return }
        addLevels(figures, of: subject)
        if let unidentified = unidentifiedElsewhere { addAverages(figures, unidentified: unidentified, of: subject) }
        addComparison(.known(figures), of: subject, .yearEarlier, report.yearToDate.yearEarlier) {
            .yearToDate(through: $0)
        }
    }

    mutating func addCumulative() {
        guard isCumulativeWhole else { return }
        var subject = subject
        subject.period = cumulative
        subject.isRestated = false
        if let sinceStart = report.cumulative.sinceStart {
            // Person-times and money add up whoever had them.
            add(.level, .personTimes, of: subject, .exactly(Int128(sinceStart.personTimeCount)))
            add(.level, .amount, of: subject, .exactly(sinceStart.amountMinor))
            addMilestones(of: subject)
            return
        }
        addLevels(report.cumulative.figures, of: subject)
        if let unidentified = unidentifiedElsewhere {
            addAverages(report.cumulative.figures, unidentified: unidentified, of: subject)
        }
        addMilestones(of: subject)
    }

    /// Every other quarter of the data.
    mutating func addOtherQuarters() {
        for total in report.quarters where total.quarter != report.quarter {
            guard let figures = total.figures else { continue }
            addLevels(
                figures,
                of: FactMaker.Subject(
                    period: .quarter(total.quarter), isProvisional: lacksDays(total.quarter...total.quarter)))
        }
    }

    /// Whether days of a period are missing. Of all the time since the start the quarter alone counts: one that
    /// lacked days years ago would mark every figure for ever.
    func isProvisional(_ period: FactPeriod) -> Bool {
        switch period {
        case .quarter(let quarter): quarter == report.quarter ? lacksDays : lacksDays(quarter...quarter)
        case .yearToDate(let quarter):
            lacksDays(quarter.firstOfYear...quarter) || quarter == report.quarter && lacksDays
        case .cumulative: lacksDays
        }
    }

    // MARK: For any period and group

    mutating func addLevels(_ figures: Figures, of subject: FactMaker.Subject, notes: [Measure: BilingualText] = [:]) {
        for measure in Measure.allCases {
            add(.level, FactMeasure(measure), of: subject, .exactly(figures[measure]), note: notes[measure])
        }
    }

    /// The base's levels, and the change from them; where there is no percent, why.
    mutating func addComparison(
        _ now: Shown<Figures>, of subject: FactMaker.Subject, _ kind: FactBase.Comparison, _ comparison: Comparison,
        _ period: (Quarter) -> FactPeriod
    ) {
        guard let now = now.value else { return }
        let basePeriod = period(comparison.quarter)
        let baseIsProvisional = isProvisional(basePeriod)
        var compared = subject
        compared.isProvisional = subject.isProvisional || baseIsProvisional
        compared.isRestated = subject.isRestated || comparison.asPublished != nil
        if let base = comparison.base.value {
            addLevels(
                base,
                of: FactMaker.Subject(
                    period: basePeriod, group: subject.group, isProvisional: baseIsProvisional,
                    isRestated: comparison.asPublished != nil))
        }
        if kind == .yearEarlier { addFactors(of: compared, comparison, basePeriod) }
        let name: FactID.Comparison = kind == .yearEarlier ? .yearEarlier : .quarterEarlier
        for measure in Measure.allCases {
            let value = comparison.base.value.map { FactValue.exactly($0[measure]) }
            let base = FactBase(kind, period: basePeriod, value: value ?? .none(.init(comparison.percent(measure))))
            if let figures = comparison.base.value, let change = comparison.change.value {
                add(
                    .change, FactMeasure(measure), of: compared, comparison: name, .exactly(change[measure]),
                    base: base,
                    note: maker.note(now: now[measure], base: figures[measure], FactMeasure(measure)))
                let ratio = ExactRatio(change[measure], over: figures[measure])
                add(
                    .percent, FactMeasure(measure), of: compared, comparison: name,
                    ratio.map { .ratio($0) } ?? .none(.zero), base: base)
            } else {
                add(
                    .percent, FactMeasure(measure), of: compared, comparison: name,
                    .none(.init(comparison.percent(measure))), base: base)
            }
        }
    }

    /// What a change against the year earlier comes from.
    private mutating func addFactors(of subject: FactMaker.Subject, _ comparison: Comparison, _ basePeriod: FactPeriod)
    {
        guard unidentifiedElsewhere != nil, let base = comparison.base.value, let change = comparison.change.value
        else {
            return
        }
        for measure in Measure.allCases {
            guard let factors = comparison.factors(measure) else { continue }
            let kinds = ChangeFactor.all(of: measure)
            let note = maker.note(factors: kinds.map { factors[$0] }, change: change[measure], FactMeasure(measure))
            for factor in kinds {
                add(
                    FactKind(factor), FactMeasure(measure), of: subject, comparison: .yearEarlier,
                    .exactly(factors[factor]),
                    base: FactBase(.yearEarlier, period: basePeriod, value: .exactly(base[measure])), note: note)
            }
        }
    }

    /// Money and person-times a person and a person-time.
    ///
    /// - Parameter unidentified: what of the figures counts no recipient, and so is no one's.
    mutating func addAverages(_ figures: Figures, unidentified: Tally, of subject: FactMaker.Subject) {
        let recipients = Int128(figures.recipientCount)
        let personTimes = Int128(figures.personTimeCount)
        let identified = personTimes - Int128(unidentified.recordCount)
        if let ratio = ExactRatio(identified, over: recipients) {
            add(.average, .personTimesPerRecipient, of: subject, .ratio(ratio))
        }
        if let ratio = ExactRatio(figures.amountMinor - unidentified.amountMinor, over: recipients) {
            add(.average, .amountPerRecipient, of: subject, .ratio(ratio))
        }
        if let ratio = ExactRatio(figures.amountMinor, over: personTimes) {
            add(.average, .amountPerPersonTime, of: subject, .ratio(ratio))
        }
    }

    /// What counts no recipient in periods and groups of which the report does not tell it: nothing, where
    /// there is nothing in all the data; nil: it is not known.
    var unidentifiedElsewhere: Tally? {
        report.balance.unidentified == .zero ? .zero : nil
    }

    // MARK: For the quarter alone

    private mutating func addPeople() {
        let people = report.people
        for (measure, count) in [(FactMeasure.firstTime, people.firstTimeCount), (.returning, people.returningCount)] {
            guard let count else { continue }
            add(.level, measure, of: subject, .exactly(Int128(count)))
            let whole = Int128(report.figures.recipientCount)
            guard let ratio = ExactRatio(Int128(count), over: whole) else { continue }
            add(
                .share, measure, of: subject, .ratio(ratio),
                base: FactBase(.whole, period: quarter, value: .exactly(whole)))
        }
    }

    /// The change from the year earlier as it was last published, where that differs from now.
    private mutating func addAsPublished() {
        guard let base = report.yearEarlier.asPublished else { return }
        let vintage = vintage(base.published, of: report.yearEarlier.quarter)
        addPublished(vintage, base.published.figures)
        var compared = subject
        compared.isRestated = true
        compared.sources.append(source(vintage).key)
        for measure in Measure.allCases {
            guard let change = base.change(measure), let figure = base.published.figures[measure] else { continue }
            addPublished(
                .yearEarlierPublished, .yearEarlier, measure, change, figure, base.percent(measure), compared, vintage)
        }
    }

    /// The change from what was last published of the quarter itself.
    private mutating func addRestatement() {
        guard let restatement = report.restatement, restatement.differsFromLast else { return }
        let vintage = vintage(restatement.last, of: report.quarter)
        addPublished(vintage, restatement.last.figures)
        var compared = subject
        compared.sources.append(source(vintage).key)
        for measure in Measure.allCases {
            guard let change = restatement.change(measure), let figure = restatement.last.figures[measure] else {
                continue
            }
            let percent = figure.exactly.map { Percent(change: report.figures[measure] - $0, base: $0) } ?? .noneRounded
            addPublished(.published, .published, measure, change, figure, percent, compared, vintage)
        }
    }

    private mutating func addPublished(
        _ name: FactID.Comparison, _ kind: FactBase.Comparison, _ measure: Measure, _ change: FigureRange,
        _ figure: FigureRange, _ percent: Percent, _ subject: FactMaker.Subject, _ vintage: FactVintage
    ) {
        let base = FactBase(kind, period: .quarter(vintage.quarter), value: FactValue(figure), vintage: vintage)
        add(.change, FactMeasure(measure), of: subject, comparison: name, FactValue(change), base: base)
        let ratio = change.exactly.flatMap { change in figure.exactly.flatMap { ExactRatio(change, over: $0) } }
        add(
            .percent, FactMeasure(measure), of: subject, comparison: name,
            ratio.map { .ratio($0) } ?? .none(.init(percent)), base: base)
    }

    /// The figures of a vintage themselves.
    private mutating func addPublished(_ vintage: FactVintage, _ figures: PublishedFigures) {
        let source = source(vintage)
        addSource(source)
        let subject = FactMaker.Subject(
            period: .quarter(vintage.quarter), vintage: vintage.number, sources: [source.key])
        for measure in Measure.allCases {
            guard let range = figures[measure] else { continue }
            add(.level, FactMeasure(measure), of: subject, FactValue(range))
        }
    }

    private func vintage(_ published: Restatement.Published, of quarter: Quarter) -> FactVintage {
        FactVintage(quarter: quarter, number: published.number, publishedOn: published.publishedOn)
    }
}

extension FactValue.WhyNone {
    /// Why there is no percent.
    init(_ percent: Percent) {
        switch percent {
        case .hundredths, .noneZero: self = .zero
        case .noneAbsent: self = .absent
        case .noneSuppressed: self = .suppressed
        case .noneRounded: self = .rounded
        }
    }
}
