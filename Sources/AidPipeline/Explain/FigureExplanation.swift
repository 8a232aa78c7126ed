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
    let pipeline: PipelineFile
    /// Whether the pipeline file is another one than that of the run.
    let hasOtherPipeline: Bool
    let language: Language
    let wording: FactWording

    init(
        _ fact: Fact, of set: FactSet, report: QuarterReport?, inputs: [ReportReading.Input], vintages: [Vintage],
        pipeline: LoadedPipeline, language: Language
    ) {
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
            (labels.meaning, lines(set.definitions(of: fact).map { $0(language) })),
            (labels.counted, isOfVintage ? "" : lines(rules)),
            (labels.computed, lines(computed)),
            (labels.way, way),
            (labels.byFile, byFile),
            (labels.earlier, lines(earlier)),
            (labels.published, published),
            (labels.sources, lines(wording.sources(fact))),
        ]
        return head
            + sections.filter { !$0.1.isEmpty }.map { "\n" + $0.0 + "\n" + $0.1 }.joined()
    }

    private var isOfVintage: Bool { fact.id.prefix { $0 != "/" }.contains("@") }

    private var head: String {
        var head = [TextTable.shown(set.programme.title(language)), TextTable.shown(wording.subject(fact))]
        head.append(labels.value(fact.printed(language), exact: wording.exact(fact), id: TextTable.shown(fact.id)))
        if fact.isProvisional { head.append(labels.provisional) }
        if fact.isRestated { head.append(labels.restated) }
        if hasOtherPipeline, !isOfVintage { head.append(labels.otherPipeline) }
        if let note = fact.note?(language), !note.isEmpty { head.append(note) }
        return head.joined(separator: "\n") + "\n"
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
            rules.append(labels.grouped(group.title(language), EmptyGroup.name(of: group.name), field.from))
        }
        rules.append(labels.persons(layout.person.from, layout.personRule))
        rules.append(layout.claim.map { labels.claims($0.from) } ?? labels.everyRecordAClaim)
        return rules
    }

    // MARK: How it was computed

    private func exact(_ id: FactID) -> String? { set[id].map { wording.exact($0) } }

    private var computed: [String] {
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
        guard let report, let place = place(period) else { return [] }
        let trail = FigureTrail(report, language: language)
        guard let group = fact.group else { return trail.steps(to: measures, place) }
        let line = report.breakdowns.first { $0.field == group.field }?.groups.first {
            $0.withheldCount == 0 && $0.group == group.name
        }
        return line.map { trail.steps(to: measures, place, group: (group.title(language), $0)) } ?? []
    }

    private var way: String {
        let now = isOfVintage ? [] : steps(fact.period)
        guard !now.isEmpty else { return "" }
        let earlier = fact.base.map { steps($0.period) } ?? yearEarlier.map(steps) ?? []
        let isCompared = earlier.count == now.count && earlier != now
        var table = TextTable(
            [(labels.step, .left), (labels.figure, .right)] + (isCompared ? [(labels.base, .right)] : []))
        for (place, step) in now.enumerated() {
            let isOther = isCompared && earlier[place].label != step.label
            table.add(
                [isOther ? labels.ofPeriod : step.label, step.figure] + (isCompared ? [earlier[place].figure] : []))
        }
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
    private var byFile: String {
        let told = inputs.compactMap { input in input.balance.map { (input.name, $0) } }
        guard !isOfVintage, told.count == inputs.count, told.count > 1 else { return "" }
        var table = TextTable(labels.balanceColumns.enumerated().map { ($1, $0 == 0 ? .left : .right) })
        for (name, balance) in told {
            let tallies = [
                balance.records, balance.paid, balance.unpaid, balance.reversals, balance.duplicates,
                balance.superseded, balance.rejected,
            ]
            table.add([name] + tallies.map { NumberStyle.exact(Int128($0.recordCount)) })
        }
        return indented(table)
    }

    // MARK: Before

    /// The figure of the year earlier, and what has become of it since.
    private var earlier: [String] {
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

    /// Every version of the same figure that was published, and how it differs from the one before.
    private var published: String {
        let period: PublishedCell.Period =
            switch fact.period {
            case .quarter: .quarter
            case .yearToDate: .yearToDate
            case .cumulative: .cumulative
            }
        guard let measure = Measure(fact.measure), fact.kind == .level || fact.base?.comparison == .published else {
            return ""
        }
        let group = fact.group.map { PublishedCell.Group(field: $0.field, name: $0.name) }
        let decimals = measure.decimals(set.programme.currency)
        func text(_ range: FigureRange) -> String {
            func number(_ value: Int128) -> String {
                words.quantity(NumberStyle.exact(value, decimals: decimals), measure, set.programme.currency)
            }
            return range.exactly.map(number) ?? labels.range(number(range.lowest), number(range.highest))
        }
        let now = isOfVintage ? nil : fact.kind == .level ? fact.value.range : nil
        var rows: [[String]] = []
        for vintage in vintages.filter({ $0.quarter == fact.period.quarter }).sorted(by: { $0.number < $1.number }) {
            guard let range = vintage.figures(period, group: group)?[measure] else { continue }
            let difference = now.map { text($0 - range) } ?? ""
            rows.append([
                String(vintage.number), words.day(vintage.publishedOn), vintage.reason.map(labels.reason) ?? "",
                text(range),
                difference,
            ])
        }
        guard !rows.isEmpty else { return lines(isOfVintage ? [] : [labels.neverPublished]) }
        var table = TextTable(labels.vintageColumns.enumerated().map { ($1, [0, 3, 4].contains($0) ? .right : .left) })
        for row in rows { table.add(row) }
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
