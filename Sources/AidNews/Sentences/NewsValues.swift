import AidModel
import AidText

/// Fills the names of `NewsShape` from facts, and from nothing else.
struct NewsValues {
    let facts: FactSet
    let printing: FactPrinting
    private let statements: [NewsStatement]
    /// What English news calls groups.
    let groupNames: [String: String]
    var spans = NewsSpans()
    /// The vintage whose figures are told, where no run has counted the quarter.
    let vintage: Int?

    var language: Language { printing.language }
    var labels: NewsLabels { NewsLabels(language: language) }
    var words: SpokenWords { printing.words }
    static let missing = TemplateValue.missing(NewsSpans.missing)

    init(_ facts: FactSet, _ templates: NewsTemplates) {
        self.facts = facts
        statements = templates.statements
        groupNames = templates.groupNames
        printing = FactPrinting(
            templates.language, currency: facts.programme.currency, rounding: facts.rounding, isOfNews: true)
        let quarter = FactPeriod.quarter(facts.quarter)
        let isCounted = Measure.allCases.contains { facts[FactID(quarter, FactMeasure($0), .level)] != nil }
        vintage =
            isCounted
            ? nil
            : facts.sources.compactMap { source in
                if case .vintage(let vintage, _) = source, vintage.quarter == facts.quarter {
                    vintage.number
                } else {
                    nil
                }
            }.max()
    }

    /// The value of every name of `NewsShape.root(statements:)`.
    mutating func root() -> TemplateValue {
        let quarter = FactPeriod.quarter(facts.quarter)
        var root = measures(of: quarter, group: nil)
        root["programme"] = name(facts.programme.title(language))
        root["quarter"] = .text(words.spoken(facts.quarter))
        root["thisQuarter"] = .text(isThisYears ? words.thisYears(facts.quarter) : words.spoken(facts.quarter))
        root["isFirstQuarter"] = .flag(facts.quarter.number == 1)
        root["isProvisional"] = .flag(facts.isProvisional)
        root["isRestated"] = .flag(fact(quarter, .recipients, .level)?.isRestated ?? false)
        root["yoy"] = comparison(quarter, nil, .yearEarlier)
        root["qoq"] = comparison(quarter, nil, .quarterEarlier)
        root["yoyPublished"] = comparison(quarter, nil, .yearEarlierPublished)
        root["published"] = comparison(quarter, nil, .published)
        for measure in [
            FactMeasure.firstTime, .returning, .personTimesPerRecipient, .amountPerRecipient, .amountPerPersonTime,
        ] {
            root[measure.rawValue] = figure(quarter, measure, group: nil)
        }
        root.merge(rates(of: quarter, group: nil)) { $1 }
        root["members"] = members()
        root["highest"] = record(quarter, .highest)
        root["lowest"] = record(quarter, .lowest)
        root["ytd"] = yearToDate()
        root["cumulative"] = cumulative()
        root["breakdowns"] = breakdowns()
        root["statements"] = .object(statementParts())
        return .object(root)
    }

    /// Whether the quarter is the last one known, and reported within its year as a rule: the fourth is
    /// reported in the next.
    private var isThisYears: Bool {
        facts.quarter.number < 4 && !facts.hasLaterQuarters
            && !facts.facts.contains { $0.period.quarter > facts.quarter }
    }

    /// Those in the language of the news; of the others each is missing.
    private mutating func statementParts() -> [String: TemplateValue] {
        var parts = NewsShape.statements(statements.map(\.id)).mapValues { _ in NewsValues.missing }
        for statement in statements {
            guard let text = statement.text[language] else { continue }
            parts[statement.id] = .labelled(
                spans.mark(.statement(text, id: statement.id)),
                ["source": name(statement.source(language)), "asOf": .text(words.day(statement.asOf))])
        }
        return parts
    }

    // MARK: Figures

    func fact(
        _ period: FactPeriod, _ measure: FactMeasure, _ kind: FactKind, group: FactGroup? = nil,
        comparison: FactID.Comparison? = nil
    ) -> Fact? {
        facts[FactID(period, vintage: vintage, group: group, comparison: comparison, measure, kind)]
    }

    mutating func mark(_ text: String, _ fact: Fact) -> TemplateValue {
        .text(spans.mark(.figure(text, factID: fact.id)))
    }

    mutating func name(_ text: String) -> TemplateValue {
        .text(spans.mark(.name(text)))
    }

    mutating func measures(of period: FactPeriod, group: FactGroup?) -> [String: TemplateValue] {
        var measures: [String: TemplateValue] = [:]
        for measure in Measure.allCases {
            measures[measure.rawValue] = figure(period, FactMeasure(measure), group: group)
        }
        return measures
    }

    mutating func figure(_ period: FactPeriod, _ measure: FactMeasure, group: FactGroup?) -> TemplateValue {
        guard
            let fact = fact(period, measure, .level, group: group) ?? fact(period, measure, .average, group: group)
        else { return NewsValues.missing }
        return figure(fact)
    }

    mutating func figure(_ fact: Fact) -> TemplateValue {
        var parts: [String: TemplateValue] = [
            "exact": mark(printing.exact(fact), fact), "number": NewsValues.missing, "isLarge": false,
            "isZero": .flag(fact.value == .exactly(0)),
        ]
        if let number = printing.number(fact.measure, fact.value) {
            parts["number"] = .text(spans.mark(.figure(number.text, factID: fact.id), forms(fact) { $0 }))
            parts["isLarge"] = .flag(number.step > 1 || number.value >= 10_000)
        }
        for (name, hedge) in NewsValues.hedges {
            parts[name] =
                printing.hedged(fact.measure, fact.value, hedge).map { mark($0, fact) } ?? NewsValues.missing
        }
        parts["share"] = other(fact, .share) { $0[$1] } ?? NewsValues.missing
        parts["milestone"] = other(fact, .milestone) { $0[$1] } ?? NewsValues.missing
        parts["rank"] =
            other(fact, .rank) { values, rank in
                .labelled(values.marked(rank), ["isFirst": .flag(rank.value == .exactly(1))])
            } ?? NewsValues.missing
        for (name, kind) in [("highest", FactKind.highest), ("lowest", .lowest)] {
            parts[name] =
                other(fact, kind) { values, record in
                    let since = record.base?.others.map { values.words.spoken($0.since) } ?? ""
                    return .labelled(values.marked(record), ["since": .text(since)])
                } ?? NewsValues.missing
        }
        let runs: [(String, FactKind, FactID.Comparison)] = [
            ("rises", .rises, .quarterEarlier), ("falls", .falls, .quarterEarlier),
            ("yearlyRises", .rises, .yearEarlier), ("yearlyFalls", .falls, .yearEarlier),
        ]
        for (name, kind, comparison) in runs {
            parts[name] = other(fact, kind, comparison) { values, run in values.run(run) } ?? NewsValues.missing
        }
        let text = spans.mark(
            .figure(printing.printed(fact).text, factID: fact.id),
            forms(fact) { number in
                printing.quantity(number, fact.measure, isOne: fact.value == .exactly(1))
            })
        return .labelled(text, parts)
    }

    /// A level or a change in all units in which it may be told; nil: it is told in its own alone.
    func forms(_ fact: Fact, _ text: (String) -> String) -> FigureForms? {
        switch (fact.kind, fact.value) {
        case (.level, .exactly(let value)), (.change, .exactly(let value)), (.fromRecipients, .exactly(let value)),
            (.fromPersonTimesPerRecipient, .exactly(let value)), (.fromAmountPerPersonTime, .exactly(let value)):
            return printing.forms(fact.measure, value, text)
        case (.level, .between(let range)):
            return printing.valueInPrint(range, fact.measure).flatMap { printing.forms(fact.measure, $0, text) }
        default: return nil
        }
    }

    private static let hedges: [(String, Hedge)] = [
        ("over", .over), ("more", .more), ("above", .above), ("beyond", .beyond), ("nearly", .nearly),
        ("about", .about),
    ]

    /// The printed form, marked as the fact's.
    mutating func marked(_ fact: Fact) -> String {
        spans.mark(.figure(printing.printed(fact).text, factID: fact.id))
    }

    private subscript(fact: Fact) -> TemplateValue {
        mutating get { .text(marked(fact)) }
    }

    /// A value of another fact of the same period, group and measure; nil: there is none.
    private mutating func other(
        _ fact: Fact, _ kind: FactKind, _ comparison: FactID.Comparison? = nil,
        _ value: (inout NewsValues, Fact) -> TemplateValue
    ) -> TemplateValue? {
        self.fact(fact.period, fact.measure, kind, group: fact.group, comparison: comparison).map { value(&self, $0) }
    }

    /// The measures of which the quarter has the highest or lowest figure since the same quarter.
    private mutating func record(_ period: FactPeriod, _ kind: FactKind) -> TemplateValue {
        let records = Measure.allCases.compactMap { measure in
            fact(period, FactMeasure(measure), kind).map { (measure, $0) }
        }
        guard let since = records.first?.1.base?.others?.since else { return NewsValues.missing }
        let together = records.filter { $0.1.base?.others?.since == since }
        let names = together.map { measure, record in
            // The name stands for the figure, which was told before.
            labels.counted(measure) + spans.mark(.figure("", factID: record.id))
        }
        return .object([
            "measures": .text(labels.list(names)), "since": .text(words.spoken(since)),
            "isSeveral": .flag(names.count > 1),
        ])
    }

    private mutating func run(_ run: Fact) -> TemplateValue {
        guard case .exactly(let count) = run.value else { return NewsValues.missing }
        return .labelled(
            marked(run),
            [
                "count": mark(String(count), run), "isLong": .flag(count >= 3),
                "isAtLeast": .flag(run.base?.isAtLeast ?? false),
            ])
    }
}

extension FactPeriod {
    var isQuarter: Bool { if case .quarter = self { true } else { false } }
    var isCumulative: Bool { if case .cumulative = self { true } else { false } }
}
