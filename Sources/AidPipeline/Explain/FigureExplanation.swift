import AidInput
import AidModel
import AidNews
import AidReport
import AidStatistics
import AidText

/// How one figure came about, in words and numbers, for the terminal.
///
/// Everything comes from what a run has written and from the ledger; it shows no figure that they do not.
struct FigureExplanation {
    let fact: Fact
    let set: FactSet
    /// nil: it comes from what was published alone.
    let report: QuarterReport?
    let inputs: [ReportReading.Input]
    let vintages: [Vintage]
    /// What has changed the quarter's figures since they were last published; nil: nothing has.
    let changes: ReportReading.Causes?
    let pipeline: PipelineFile
    /// Whether the pipeline file is another one than that of the run.
    let hasOtherPipeline: Bool
    let language: Language
    let wording: FactWording

    init(
        _ fact: Fact, of set: FactSet, report: QuarterReport?, inputs: [ReportReading.Input], vintages: [Vintage],
        changes: ReportReading.Causes?, pipeline: LoadedPipeline, language: Language
    ) {
        self.changes = changes
        (self.fact, self.set, self.report, self.inputs) = (fact, set, report, inputs)
        (self.vintages, self.pipeline, self.language) = (vintages, pipeline.file, language)
        hasOtherPipeline = set.sources.contains { source in
            if case .run(let run) = source { run.pipelineFile.sha256 != pipeline.sha256 } else { false }
        }
        wording = FactWording(set, language)
    }

    var labels: ExplanationLabels { ExplanationLabels(language: language) }
    private var words: SpokenWords { SpokenWords(language) }

    /// Sections in the order in which somebody doubts: what it is, what counts, the way there, the year earlier, what was
    /// published, and on what it stands.
    var text: String {
        let sections: [(String, String)] = [
            (labels.meaning, lines(definitions)),
            (labels.counted, lines(countedRules)),
            (labels.computed, lines(computed)),
            (labels.way, wayText),
            (labels.byFile, byFileText),
            (labels.earlier, lines(earlier)),
            (labels.published, publishedText),
            (labels.causes, causesText),
            (labels.sources, lines(wording.sources(fact))),
        ]
        return head
            + sections.filter { !$0.1.isEmpty }.map { "\n" + $0.0 + "\n" + $0.1 }.joined()
    }

    /// What it means.
    var definitions: [String] { self.set.definitions(of: fact).map { $0(language) } }

    /// Which claims count.
    var countedRules: [String] { isOfVintage || fact.measure == .members ? [] : rules }

    private var isOfVintage: Bool { fact.id.prefix { $0 != "/" }.contains("@") }

    private var head: String {
        var head = [TextTable.shown(set.programme.title(language)), TextTable.shown(wording.subject(fact))]
        head.append(labels.value(fact.printed(language), exact: wording.exact(fact), id: TextTable.shown(fact.id)))
        return (head + notes).joined(separator: "\n") + "\n"
    }

    /// What must be known of it.
    var notes: [String] {
        (fact.isProvisional ? [labels.provisional] : []) + (fact.isRestated ? [labels.restated] : [])
            + (hasOtherPipeline && !isOfVintage ? [labels.otherPipeline] : [])
            + [fact.note?(language)].compactMap { $0 }.filter { !$0.isEmpty }
    }

    private func lines(_ lines: [String]) -> String { lines.map { "  " + TextTable.shown($0) + "\n" }.joined() }

    /// A table, set in.
    private func indented(_ table: TextTable) -> String {
        table.text.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
    }

    // MARK: What counts

    /// What the pipeline file says of which claims count.
    private var rules: [String] {
        let layout = pipeline.layout
        var rules: [String] = []
        if let status = layout.status {
            for kind in ClaimClass.allCases {
                let states = layout.statusClasses.filter { $0.value == kind }.map(\.key).sorted()
                if !states.isEmpty { rules.append(labels.states(kind, states, of: status.from)) }
            }
        } else {
            rules.append(labels.everyRecordPaid)
        }
        rules.append(
            labels.dated(
                pipeline.periodField, layout.day.from, words.day(fact.period.firstDay), words.day(fact.period.lastDay)))
        if let group = fact.group, let field = layout.breakdowns.first(where: { $0.name == group.field }) {
            rules.append(
                group.restCount.map { labels.rest(group.title(language), $0, field.from) }
                    ?? labels.grouped(group.title(language), EmptyGroup.name(of: group.name), field.from))
        }
        rules.append(labels.persons(layout.person.from, layout.personRule))
        rules.append(layout.claim.map { labels.claims($0.from) } ?? labels.everyRecordAClaim)
        return rules
    }

    // MARK: How it was computed

    private func exact(_ id: FactID) -> String? { set[id].map { wording.exact($0) } }

    var computed: [String] {
        var computed: [String] = []
        if let base = wording.base(fact) { computed.append(labels.heldAgainst(base)) }
        let now = FactID(fact.period, group: fact.group, fact.measure, .level)
        switch fact.kind {
        case .change, .percent, .share:
            if let now = exact(now) { computed.append(labels.now(now)) }
        default: break
        }
        if fact.kind != .level { computed.append(labels.result(wording.exact(fact), printed: fact.printed(language))) }
        return computed + factors
    }

    /// What the change of person-times or money against the year earlier comes from.
    private var factors: [String] {
        guard fact.base?.comparison == .yearEarlier || fact.kind == .level else { return [] }
        let kinds: [FactKind] = [.change] + ChangeFactor.allCases.map { FactKind($0) }
        let facts = kinds.compactMap {
            set[FactID(fact.period, group: fact.group, comparison: .yearEarlier, fact.measure, $0)]
        }
        guard facts.count > 1 else { return [] }
        return facts.map { labels.part($0.kind, wording.exact($0)) }
    }

    // MARK: The way there

    /// What of the report it is, where it is one of its figures; nil: it is made of several.
    private func place(_ period: FactPeriod) -> ReportPeriod? {
        guard let report else { return nil }
        switch period {
        case .quarter(report.quarter): return .quarter
        case .quarter(report.quarter.yearEarlier): return .yearEarlier
        case .quarter(report.quarter.quarterEarlier): return .quarterEarlier
        case .yearToDate(report.quarter): return .yearToDate
        case .yearToDate(report.quarter.yearEarlier): return .yearToDateYearEarlier
        case .cumulative(_, report.quarter): return .cumulative
        default: return nil
        }
    }

    private var measures: [Measure] {
        switch fact.measure {
        case .recipients, .firstTime, .returning, .recipientsPerThousand: [.recipients]
        case .personTimes, .personTimesPerThousand, .members: []
        case .amount, .amountPerPersonTime, .amountPerThousand: [.amount]
        case .personTimesPerRecipient: [.recipients]
        case .amountPerRecipient: [.recipients, .amount]
        }
    }

    private func steps(_ period: FactPeriod) -> [FigureTrail.Step] {
        // No record leads to members.
        guard fact.measure != .members, let report, let place = place(period) else { return [] }
        let trail = FigureTrail(report, language: language)
        guard let group = fact.group else { return trail.steps(to: measures, place) }
        // Of the rest there is but what the report has counted.
        guard group.restCount == nil else { return [] }
        let line = report.breakdowns.first { $0.field == group.field }?.groups.first {
            $0.withheldCount == 0 && $0.group == group.name
        }
        return line.map { trail.steps(to: measures, place, group: (group.title(language), $0)) } ?? []
    }

    /// What leads from the people or the claims that are told to a figure of some of them, or for a thousand members.
    private func lastSteps(_ period: FactPeriod) -> [FigureTrail.Step] {
        func step(_ measure: FactMeasure, _ label: String) -> [FigureTrail.Step] {
            guard let level = set[FactID(period, group: fact.group, measure, .level)],
                let value = level.value.range?.exactly
            else { return [] }
            return [FigureTrail.Step(label: label, figure: wording.exact(level), value: value, unit: .persons)]
        }
        switch fact.measure {
        case .firstTime: return step(.firstTime, labels.firstTime)
        case .returning: return step(.returning, labels.returning)
        case .recipientsPerThousand, .personTimesPerThousand, .amountPerThousand:
            return step(.members, labels.overMembers)
        default: return []
        }
    }

    /// One step of the way, and what it was in the time that the figure is held against.
    struct ComparedStep {
        let label: String
        let now: FigureTrail.Step
        let base: FigureTrail.Step?
    }

    /// The way from all records to the figure.
    var way: [ComparedStep] {
        func all(_ period: FactPeriod) -> [FigureTrail.Step] {
            let steps = steps(period)
            return steps.isEmpty ? [] : steps + lastSteps(period)
        }
        let now = isOfVintage ? [] : all(fact.period)
        let earlier = fact.base.map { all($0.period) } ?? yearEarlier.map(all) ?? []
        let isCompared = earlier.count == now.count && earlier != now
        return now.enumerated().map { place, step in
            let isOther = isCompared && earlier[place].label != step.label
            return ComparedStep(
                label: isOther ? labels.ofPeriod : step.label, now: step, base: isCompared ? earlier[place] : nil)
        }
    }

    private var wayText: String {
        let way = way
        guard let first = way.first else { return "" }
        let isCompared = first.base != nil
        var table = TextTable(
            [(labels.step, .left), (labels.figure, .right)] + (isCompared ? [(labels.base, .right)] : []))
        for step in way { table.add([step.label, step.now.figure] + (step.base.map { [$0.figure] } ?? [])) }
        return indented(table)
    }

    /// The same span of the year before.
    private var yearEarlier: FactPeriod? {
        switch fact.period {
        case .quarter(let quarter): .quarter(quarter.yearEarlier)
        case .yearToDate(let quarter): .yearToDate(through: quarter.yearEarlier)
        case .cumulative: nil
        }
    }

    /// The balance of each file, where the report publishes it.
    var byFile: [(name: String, balance: Balance)] {
        let told = inputs.compactMap { input in input.balance.map { (input.name, $0) } }
        guard !isOfVintage, fact.measure != .members, told.count == inputs.count, told.count > 1 else { return [] }
        return told
    }

    /// What of a balance is told of a file, in the order of the columns.
    static func tallies(_ balance: Balance) -> [Tally] {
        [
            balance.records, balance.paid, balance.unpaid, balance.reversals, balance.duplicates, balance.superseded,
            balance.rejected,
        ]
    }

    private var byFileText: String {
        let told = byFile
        guard !told.isEmpty else { return "" }
        var table = TextTable(labels.balanceColumns.enumerated().map { ($1, $0 == 0 ? .left : .right) })
        for (name, balance) in told {
            table.add([name] + FigureExplanation.tallies(balance).map { NumberStyle.exact(Int128($0.recordCount)) })
        }
        return indented(table)
    }

    // MARK: Before

    /// The figure of the year earlier, and what has become of it since.
    var earlier: [String] {
        guard fact.kind == .level, !isOfVintage else { return [] }
        var lines: [String] = []
        for kind in [FactKind.change, .percent] {
            let id = FactID(fact.period, group: fact.group, comparison: .yearEarlier, fact.measure, kind)
            guard let fact = set[id] else { continue }
            if kind == .change, let base = wording.base(fact) { lines.append(base) }
            lines.append(labels.changed(fact.printed(language), exact: wording.exact(fact)))
        }
        return lines
    }

    /// One version of the same figure that was published.
    struct PublishedRow {
        let vintage: Vintage
        let range: FigureRange
        /// What it is now less what it was; nil: that is not known.
        let difference: FigureRange?
    }

    /// The measure that is published, where the figure is one of those; nil: it is none.
    private var publishedMeasure: Measure? {
        guard fact.group?.restCount == nil, fact.kind == .level || fact.base?.comparison == .published else {
            return nil
        }
        return Measure(fact.measure)
    }

    /// Every version of the same figure that was published, and how it differs from the one before.
    var published: [PublishedRow] {
        let period: PublishedCell.Period =
            switch fact.period {
            case .quarter: .quarter
            case .yearToDate: .yearToDate
            case .cumulative: .cumulative
            }
        guard let measure = publishedMeasure else { return [] }
        let group = fact.group.map { PublishedCell.Group(field: $0.field, name: $0.name) }
        let now = isOfVintage ? nil : fact.kind == .level ? fact.value.range : nil
        return vintages.filter { $0.quarter == fact.period.quarter }.sorted { $0.number < $1.number }.compactMap {
            vintage in
            vintage.figures(period, group: group)?[measure].map { range in
                PublishedRow(vintage: vintage, range: range, difference: now.map { $0 - range })
            }
        }
    }

    private var publishedText: String {
        guard let measure = publishedMeasure else { return "" }
        let decimals = measure.decimals(set.programme.currency)
        func text(_ range: FigureRange) -> String {
            func number(_ value: Int128) -> String {
                words.quantity(NumberStyle.exact(value, decimals: decimals), measure, set.programme.currency)
            }
            return range.exactly.map(number) ?? labels.range(number(range.lowest), number(range.highest))
        }
        let rows = published
        guard !rows.isEmpty else { return lines(isOfVintage ? [] : [labels.neverPublished]) }
        var table = TextTable(labels.vintageColumns.enumerated().map { ($1, [0, 3, 4].contains($0) ? .right : .left) })
        for row in rows {
            table.add([
                String(row.vintage.number), words.day(row.vintage.publishedOn),
                row.vintage.reason.map(labels.reason) ?? "", text(row.range), row.difference.map(text) ?? "",
            ])
        }
        return indented(table)
    }

    /// What has changed the figure since it was last published; nil: nothing has, or the figure is of something else.
    var causes: ReportReading.Causes? {
        guard fact.group == nil, case .quarter(let quarter) = fact.period, quarter == report?.quarter, !isOfVintage,
            publishedMeasure != nil
        else { return nil }
        return changes
    }

    private var causesText: String {
        guard let causes else { return "" }
        if let why = causes.whyUnknown { return lines([why(language)]) }
        let currency = set.programme.currency
        func signed(_ value: Int128, _ measure: Measure) -> String {
            (value > 0 ? "+" : "")
                + words.quantity(NumberStyle.exact(value, decimals: measure.decimals(currency)), measure, currency)
        }
        var table = TextTable(labels.causeColumns.enumerated().map { ($1, $0 == 0 ? .left : .right) })
        for line in causes.lines {
            table.add([
                line.name(language), line.claimCount.map { NumberStyle.exact(Int128($0)) } ?? "",
                signed(Int128(line.personTimes), .personTimes), signed(line.amountMinor, .amount),
            ])
        }
        return indented(table)
    }
}

extension Measure {
    /// nil: it is an average, or of new or returning people.
    fileprivate init?(_ measure: FactMeasure) {
        switch measure {
        case .recipients: self = .recipients
        case .personTimes: self = .personTimes
        case .amount: self = .amount
        default: return nil
        }
    }
}
