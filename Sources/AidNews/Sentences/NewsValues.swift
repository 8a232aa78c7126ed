import AidModel
import AidText

/// Fills the names of `NewsShape` from facts, and from nothing else.
struct NewsValues {
    private let facts: FactSet
    private let statements: [NewsStatement]
    private let printing: FactPrinting
    private(set) var spans = NewsSpans()
    /// The vintage whose figures are told, where no run has counted the quarter.
    private let vintage: Int?

    private var language: Language { printing.language }
    private var labels: NewsLabels { NewsLabels(language: language) }
    private var words: SpokenWords { printing.words }
    private static let missing = TemplateValue.missing(NewsSpans.missing)

    init(_ facts: FactSet, language: Language, statements: [NewsStatement] = []) {
        self.facts = facts
        self.statements = statements
        printing = FactPrinting(language, currency: facts.programme.currency, rounding: facts.rounding)
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

    private func fact(
        _ period: FactPeriod, _ measure: FactMeasure, _ kind: FactKind, group: FactGroup? = nil,
        comparison: FactID.Comparison? = nil
    ) -> Fact? {
        facts[FactID(period, vintage: vintage, group: group, comparison: comparison, measure, kind)]
    }

    private mutating func mark(_ text: String, _ fact: Fact) -> TemplateValue {
        .text(spans.mark(.figure(text, factID: fact.id)))
    }

    private mutating func name(_ text: String) -> TemplateValue {
        .text(spans.mark(.name(text)))
    }

    private mutating func measures(of period: FactPeriod, group: FactGroup?) -> [String: TemplateValue] {
        var measures: [String: TemplateValue] = [:]
        for measure in Measure.allCases {
            measures[measure.rawValue] = figure(period, FactMeasure(measure), group: group)
        }
        return measures
    }

    private mutating func figure(_ period: FactPeriod, _ measure: FactMeasure, group: FactGroup?) -> TemplateValue {
        guard
            let fact = fact(period, measure, .level, group: group) ?? fact(period, measure, .average, group: group)
        else { return NewsValues.missing }
        return figure(fact)
    }

    private mutating func figure(_ fact: Fact) -> TemplateValue {
        var parts: [String: TemplateValue] = [
            "exact": mark(printing.exact(fact), fact), "number": NewsValues.missing, "isLarge": false,
            "isZero": .flag(fact.value == .exactly(0)),
        ]
        if let number = printing.number(fact.measure, fact.value) {
            parts["number"] = mark(number.text, fact)
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
        return .labelled(marked(fact), parts)
    }

    private static let hedges: [(String, Hedge)] = [
        ("over", .over), ("more", .more), ("above", .above), ("beyond", .beyond), ("nearly", .nearly),
        ("about", .about),
    ]

    /// The printed form, marked as the fact's.
    private mutating func marked(_ fact: Fact) -> String {
        spans.mark(.figure(fact.printed(language), factID: fact.id))
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
        return .labelled(marked(run), ["count": mark(String(count), run), "isLong": .flag(count >= 3)])
    }

    // MARK: Comparisons

    private mutating func comparison(
        _ period: FactPeriod, _ group: FactGroup?, _ comparison: FactID.Comparison
    ) -> TemplateValue {
        let changes = Measure.allCases.compactMap { measure in
            fact(period, FactMeasure(measure), .change, group: group, comparison: comparison).map { (measure, $0) }
        }
        guard let base = changes.first?.1.base else { return NewsValues.missing }
        var parts: [String: TemplateValue] = [
            "period": .text(
                base.period.isQuarter
                    ? words.spoken(base.period.quarter) : words.spokenSpan(through: base.period.quarter)),
            "isProvisional": .flag(changes.contains { $0.1.isProvisional }),
            "changes": changesPhrase(changes),
        ]
        if comparison == .published || comparison == .yearEarlierPublished {
            parts["day"] = base.vintage.map { .text(words.day($0.publishedOn)) } ?? NewsValues.missing
        }
        var percents: [(Measure, Fact)] = []
        for measure in Measure.allCases {
            let change = changes.first { $0.0 == measure }?.1
            let percent = fact(period, FactMeasure(measure), .percent, group: group, comparison: comparison)
            if let percent, case .ratio = percent.value { percents.append((measure, percent)) }
            parts[measure.rawValue] = .object([
                "change": change.map { self.change($0) } ?? NewsValues.missing,
                "percent": percent.map { self.change($0) } ?? NewsValues.missing,
                "base": baseFigure(base, FactMeasure(measure), group),
            ])
        }
        // That nothing has changed needs no second sentence.
        let isEqual = changes.allSatisfy { $0.1.value == .exactly(0) }
        parts["percents"] = percents.isEmpty || isEqual ? NewsValues.missing : .text(phrase(percents))
        return .object(parts)
    }

    private mutating func baseFigure(_ base: FactBase, _ measure: FactMeasure, _ group: FactGroup?) -> TemplateValue {
        let id = FactID(base.period, vintage: base.vintage?.number, group: group, measure, .level)
        return facts[id].map { figure($0) } ?? NewsValues.missing
    }

    private mutating func change(_ fact: Fact) -> TemplateValue {
        if case .none = fact.value { return NewsValues.missing }
        let sign = printing.sign(of: fact.value)
        let size = printing.size(fact.kind, fact.measure, fact.value).text
        return .labelled(
            marked(fact),
            [
                "size": mark(size, fact), "isRise": .flag(sign > 0), "isFall": .flag(sign < 0),
                "isEqual": .flag(sign == 0),
            ])
    }

    /// What all measures did, in one phrase; of figures that are not all known exactly, those that are known.
    private mutating func changesPhrase(_ changes: [(Measure, Fact)]) -> TemplateValue {
        var exact: [Measure: (value: Int128, size: String)] = [:]
        for (measure, fact) in changes {
            guard case .exactly(let value) = fact.value else { continue }
            let number = printing.number(fact.measure, value).text
            let text = words.quantity(number, measure, facts.programme.currency)
            exact[measure] = (value, value == 0 ? "" : spans.mark(.figure(text, factID: fact.id)))
        }
        if exact.count == Measure.allCases.count {
            let phrase = words.changes {
                exact[$0]?.value ?? 0
            } size: {
                exact[$0]?.size ?? ""
            }
            // That nothing has changed is a figure too.
            let equal = changes.filter { exact[$0.0]?.value == 0 }.map { spans.mark(.figure("", factID: $0.1.id)) }
            return .text(phrase + equal.joined())
        }
        // Of what may be up or down there is nothing to say.
        let known = changes.filter { exact[$0.0] != nil || printing.sign(of: $0.1.value) != 0 }
        if known.isEmpty { return NewsValues.missing }
        return .text(language == .zh ? phrase(known) : englishChanges(known))
    }

    /// `recipients rose by about 152,000 and the amount did not change`.
    private mutating func englishChanges(_ changes: [(Measure, Fact)]) -> String {
        let phrases = changes.map { measure, fact in
            let sign = printing.sign(of: fact.value)
            let size = printing.magnitude(fact.measure, fact.value) ?? ""
            let quantity = words.quantity(size, measure, facts.programme.currency)
            let change =
                sign == 0
                ? labels.unchanged + spans.mark(.figure("", factID: fact.id))
                : labels.moved(isUp: sign > 0, spans.mark(.figure(quantity, factID: fact.id)))
            return labels.phrase(measure, change)
        }
        return labels.list(phrases)
    }

    /// Each measure with what became of it.
    private mutating func phrase(_ facts: [(Measure, Fact)]) -> String {
        facts.map { measure, fact in labels.phrase(measure, marked(fact)) }.joined(separator: labels.comma)
    }

    // MARK: Spans and groups

    private mutating func yearToDate() -> TemplateValue {
        let period = FactPeriod.yearToDate(through: facts.quarter)
        guard let level = fact(period, .recipients, .level) else { return NewsValues.missing }
        var parts = measures(of: period, group: nil)
        parts["isProvisional"] = .flag(level.isProvisional)
        parts["span"] = .text(words.spokenSpan(through: facts.quarter))
        parts["yoy"] = comparison(period, nil, .yearEarlier)
        return .object(parts)
    }

    private mutating func cumulative() -> TemplateValue {
        let level = facts.facts.first {
            $0.kind == .level && $0.group == nil && $0.period.isCumulative && $0.period.quarter == facts.quarter
        }
        guard let level else { return NewsValues.missing }
        var parts = measures(of: level.period, group: nil)
        parts["since"] = .text(words.day(level.period.firstDay))
        parts["through"] = .text(words.day(level.period.lastDay))
        return .object(parts)
    }

    /// Groups that a paragraph tells of, before it becomes a list.
    private static let mostGroups = 3

    private mutating func breakdowns() -> TemplateValue {
        let period = FactPeriod.quarter(facts.quarter)
        // What was published of the quarter before stands among the facts under names of its own.
        let levels = facts.facts.filter {
            $0.kind == .level && $0.measure == .recipients && $0.period == period
                && $0.id == FactID(period, vintage: vintage, group: $0.group, $0.measure, $0.kind).text
        }
        var fields: [(title: BilingualText, groups: [Fact])] = []
        var placeByField: [String: Int] = [:]
        for level in levels {
            guard let group = level.group else { continue }
            if placeByField[group.field] == nil {
                placeByField[group.field] = fields.count
                fields.append((group.title, []))
            }
            if let place = placeByField[group.field] { fields[place].groups.append(level) }
        }
        // A group without anyone is nothing to write of.
        fields = fields.map { ($0.title, $0.groups.filter { $0.value != .exactly(0) }) }
            .filter { $0.groups.contains { $0.group?.name != nil } }
        var values: [TemplateValue] = []
        for (index, field) in fields.enumerated() {
            let isLong = field.groups.count > NewsValues.mostGroups
            var groups = NewsValues.largestFirst(field.groups)
            if isLong { groups = Array(groups.filter { $0.group?.name != nil }.prefix(NewsValues.mostGroups)) }
            var list: [TemplateValue] = []
            for (place, level) in groups.enumerated() {
                list.append(group(level, period, isFirst: place == 0, isLast: place == groups.count - 1))
            }
            values.append(
                .object([
                    "title": name(field.title(language)), "isLong": .flag(isLong),
                    "isLast": .flag(index == fields.count - 1), "groups": .list(list),
                ]))
        }
        return .list(values)
    }

    /// By recipients; of equals the first, and the group of empty fields last.
    private static func largestFirst(_ levels: [Fact]) -> [Fact] {
        func size(_ fact: Fact) -> Int128 { fact.group?.name == nil ? -1 : fact.value.range?.lowest ?? 0 }
        return levels.enumerated().sorted {
            let (left, right) = (size($0.element), size($1.element))
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
    }

    private mutating func group(_ level: Fact, _ period: FactPeriod, isFirst: Bool, isLast: Bool) -> TemplateValue {
        var parts = measures(of: period, group: level.group)
        parts["name"] =
            level.group?.name.map { name($0) } ?? .text(labels.emptyGroup)
        parts["yoy"] = comparison(period, level.group, .yearEarlier)
        parts["isFirst"] = .flag(isFirst)
        parts["isLast"] = .flag(isLast)
        return .object(parts)
    }
}

extension FactPeriod {
    var isQuarter: Bool { if case .quarter = self { true } else { false } }
    var isCumulative: Bool { if case .cumulative = self { true } else { false } }
}
