import AidModel
import AidText

/// What became of the figures, and how that is said.
extension NewsValues {
    mutating func comparison(
        _ period: FactPeriod, _ group: FactGroup?, _ comparison: FactID.Comparison
    ) -> TemplateValue {
        let moves = Measure.allCases.compactMap { measure in
            move(measure, period, group, comparison)
        }
        guard let base = moves.first?.change.base else { return NewsValues.missing }
        var parts: [String: TemplateValue] = [
            "period": .text(
                base.period.isQuarter
                    ? words.spoken(base.period.quarter) : words.spokenSpan(through: base.period.quarter)),
            "isProvisional": .flag(moves.contains { $0.change.isProvisional }),
            "changes": changesPhrase(moves), "percents": percentsPhrase(moves), "moves": movesPhrase(moves),
            "factors": factorsPhrase(moves, period, group, comparison),
        ]
        if comparison == .published || comparison == .yearEarlierPublished {
            parts["day"] = base.vintage.map { .text(words.day($0.publishedOn)) } ?? NewsValues.missing
        }
        for measure in Measure.allCases {
            let change = fact(period, FactMeasure(measure), .change, group: group, comparison: comparison)
            let percent = fact(period, FactMeasure(measure), .percent, group: group, comparison: comparison)
            parts[measure.rawValue] = .object([
                "change": change.map { self.change($0) } ?? NewsValues.missing,
                "percent": percent.map { self.change($0) } ?? NewsValues.missing,
                "base": baseFigure(base, FactMeasure(measure), group),
            ])
        }
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

    // MARK: In sentences

    /// What became of one measure.
    struct Move {
        let measure: Measure
        let change: Fact
        /// nil: there is none, as where the base is 0.
        let percent: Fact?
        /// −1, 0, 1; 0 also where it cannot be told.
        let sign: Int128
        let isExact: Bool
    }

    private func move(
        _ measure: Measure, _ period: FactPeriod, _ group: FactGroup?, _ comparison: FactID.Comparison
    ) -> Move? {
        func fact(_ kind: FactKind) -> Fact? {
            self.fact(period, FactMeasure(measure), kind, group: group, comparison: comparison)
        }
        guard let change = fact(.change) else { return nil }
        let percent = fact(.percent).flatMap { fact in if case .ratio = fact.value { fact } else { nil } }
        let isExact = if case .exactly = change.value { true } else { false }
        return Move(
            measure: measure, change: change, percent: percent, sign: printing.sign(of: change.value), isExact: isExact)
    }

    /// Of those of which it is known: what may be up or down there is nothing to say of.
    private func known(_ moves: [Move]) -> [Move] { moves.filter { $0.isExact || $0.sign != 0 } }

    /// What all measures did, in one phrase; of figures that are not all known exactly, those that are known.
    private mutating func changesPhrase(_ moves: [Move]) -> TemplateValue {
        let known = known(moves)
        if known.isEmpty { return NewsValues.missing }
        guard language == .zh else {
            return .text(englishPhrase(known) { values, move in values.moved(move) })
        }
        guard known.count == Measure.allCases.count, known.allSatisfy(\.isExact) else {
            let phrases = known.map { labels.name($0.measure) + marked($0.change) }
            return .text(phrases.joined(separator: labels.comma))
        }
        var signs: [Measure: Int128] = [:]
        var sizes: [Measure: String] = [:]
        for move in known {
            signs[move.measure] = move.sign
            sizes[move.measure] = move.sign == 0 ? "" : size(move)
        }
        let phrase = words.changes {
            signs[$0] ?? 0
        } size: {
            sizes[$0] ?? ""
        }
        // That nothing has changed is a figure too.
        return .text(phrase + known.filter { $0.sign == 0 }.map { silent($0) }.joined())
    }

    /// What all measures did in percent; that nothing has changed needs no sentence of its own.
    private mutating func percentsPhrase(_ moves: [Move]) -> TemplateValue {
        let known = moves.filter { $0.percent != nil }
        if known.isEmpty || moves.allSatisfy({ $0.change.value == .exactly(0) }) { return NewsValues.missing }
        if language == .zh, let together = together(known) {
            return .text(labels.list(known.map { labels.name($0.measure) }) + together)
        }
        guard language == .zh else { return .text(englishPhrase(known) { values, move in values.percentMoved(move) }) }
        let phrases = known.map { name($0) + ($0.percent.map { marked($0) } ?? "") }
        return .text(phrases.joined(separator: labels.comma))
    }

    /// What all measures did, each with its percent beside it, as far as there is any.
    private mutating func movesPhrase(_ moves: [Move]) -> TemplateValue {
        let known = known(moves)
        if known.isEmpty { return NewsValues.missing }
        guard known.contains(where: { $0.percent != nil }), known.contains(where: { $0.sign != 0 }) else {
            return changesPhrase(moves)
        }
        guard language == .zh else {
            return .text(englishPhrase(known) { values, move in values.moved(move) + values.inBrackets(move) })
        }
        if known.count == Measure.allCases.count, let together = together(known),
            case .text(let changes) = changesPhrase(moves)
        {
            return .text(changes + labels.comma + together)
        }
        let phrases = known.map { move in
            let percent = move.sign == 0 ? nil : move.percent.map { labels.comma + marked($0) }
            return name(move) + marked(move.change) + (percent ?? "")
        }
        return .text(phrases.joined(separator: labels.semicolon))
    }

    /// A measure before what it did; that the number stayed the same is said of the number.
    private func name(_ move: Move) -> String {
        move.sign == 0 ? labels.counted(move.measure) : labels.name(move.measure)
    }

    /// The percents of measures that went the same way: `分别增长18.26%、18.57%和23.85%`; nil: they did not.
    private mutating func together(_ moves: [Move]) -> String? {
        let percents = moves.compactMap(\.percent)
        guard percents.count == moves.count, moves.count > 1, let sign = moves.first?.sign, sign != 0,
            moves.allSatisfy({ $0.sign == sign })
        else { return nil }
        let sizes = percents.map { fact in
            spans.mark(.figure(printing.size(fact.kind, fact.measure, fact.value).text, factID: fact.id))
        }
        return labels.respectively(isUp: sign > 0, labels.list(sizes))
    }

    /// How large a change is, in the unit of its paragraph.
    private mutating func size(_ move: Move) -> String { size(move.change) }

    /// The same of a part of a change.
    mutating func size(_ fact: Fact) -> String {
        func quantity(_ number: String) -> String {
            words.quantity(
                number,
                fact.measure == .recipients ? .recipients : fact.measure == .personTimes ? .personTimes : .amount,
                facts.programme.currency)
        }
        let text = quantity(printing.magnitude(fact.measure, fact.value) ?? "")
        return spans.mark(.figure(text, factID: fact.id), forms(fact, quantity))
    }

    /// A figure that is told by a word of ours.
    private mutating func silent(_ move: Move) -> String {
        spans.mark(.figure("", factID: move.change.id))
    }

    // MARK: In English

    /// `recipients rose by 152,200, payments rose by 165,300 and the amount did not change`.
    private mutating func englishPhrase(_ moves: [Move], _ moved: (inout NewsValues, Move) -> String) -> String {
        let names = moves.map { labels.name($0.measure) }
        if moves.allSatisfy({ $0.sign == 0 }) {
            return labels.list(names) + labels.space + labels.unchanged + moves.map { silent($0) }.joined()
        }
        var phrases: [String] = []
        for (name, move) in zip(names, moves) { phrases.append(name + labels.space + moved(&self, move)) }
        return labels.list(phrases)
    }

    mutating func moved(_ move: Move) -> String {
        move.sign == 0 ? labels.unchanged + silent(move) : labels.moved(isUp: move.sign > 0, size(move))
    }

    private mutating func percentMoved(_ move: Move) -> String {
        guard let percent = move.percent, move.sign != 0 else { return labels.unchanged + silent(move) }
        let size = printing.size(percent.kind, percent.measure, percent.value).text
        return labels.moved(isUp: move.sign > 0, spans.mark(.figure(size, factID: percent.id)))
    }

    private mutating func inBrackets(_ move: Move) -> String {
        guard let percent = move.percent, move.sign != 0 else { return "" }
        let size = printing.size(percent.kind, percent.measure, percent.value).text
        return labels.inBrackets(spans.mark(.figure(size, factID: percent.id)))
    }
}
