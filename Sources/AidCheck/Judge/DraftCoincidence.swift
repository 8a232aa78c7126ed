import AidModel
import AidNews

/// A figure told by its value: that so many digits are just what one of the facts says which its surroundings name can
/// hardly be chance, whatever structure was not understood.
///
/// - A figure counts as told so if among all that it may state few enough would be hit by chance
///   (`DraftWeights.chanceAlone`), and if its own words contradict nothing.
/// - Of two figures of a sentence which each would state what stands where the other does, neither counts: they may have
///   been exchanged.
struct DraftCoincidence {
    let judge: DraftJudge

    /// For each figure of a sentence what its value tells, where its readings do not.
    ///
    /// - Parameter outcomes: of each its readings held against facts.
    func found(_ figures: [DraftFigure], _ choice: DraftChoice) -> [Int: DraftJudge.Outcome] {
        var found: [Int: DraftJudge.Outcome] = [:]
        // Beside figures that are what the facts say it takes less.
        for chance in [DraftWeights.chanceAlone, DraftWeights.chance] {
            let count = figures.indices.count { choice.isTrue($0) || found[$0] != nil }
            for place in figures.indices where !choice.isTrue(place) && found[place] == nil {
                guard chance == DraftWeights.chanceAlone || count > 0 else { continue }
                if let outcome = told(figures[place], chance), isOfAsMany(outcome, choice.outcomes[place]),
                    !isExchanged(place, figures, choice)
                {
                    found[place] = outcome
                }
            }
        }
        guard !found.isEmpty else { return found }
        let stated = figures.indices.map { found[$0]?.reading.statement ?? choice.trueStatement($0) }
        for place in found.keys.sorted() where isCrossed(place, figures, stated) { found[place] = nil }
        return found
    }

    // MARK: One figure

    private func told(_ figure: DraftFigure, _ chance: Int) -> DraftJudge.Outcome? {
        guard let scene = figure.scene, figure.numeral.isPlain, !figure.numeral.isUnread,
            let digits = digits(figure.numeral)
        else { return nil }
        if case .notOurs(let reason) = figure.support, reason != .otherSubject, digits < DraftWeights.strangerDigits {
            return nil
        }
        var holding: DraftStatement?
        var count = 0
        let meant = meant(figure)
        let statements = readings(figure, scene) + statements(figure.numeral, scene)
        var weighed: Set<DraftStatement> = []
        for statement in statements
        where weighed.insert(statement).inserted && !meant.contains(statement.now)
            && isUncontradicted(statement, figure.numeral, scene)
        {
            guard let value = judge.known.range(of: statement) else { continue }
            let oriented = judge.orient(statement, value)
            if isOfSize(figure.numeral, statement, oriented) { count += 1 }
            if holding == nil, judge.isTold(figure.numeral, statement, value) { holding = statement }
        }
        guard let holding, count * chance < power(digits - 1) * 9 else { return nil }
        return judge.outcome(figure, DraftReading(statement: holding, cost: 0))
    }

    /// What its words may mean, at the times that were named.
    private func readings(_ figure: DraftFigure, _ scene: DraftScene) -> [DraftStatement] {
        guard let best = figure.readings.first?.statement else { return [] }
        let spans = (scene.isBase ? scene.comparedSpans : scene.spans.map(\.value)) + [best.span]
        return figure.readings.map(\.statement).filter { spans.contains($0.span) }
    }

    /// What its likeliest readings say it is of: those were held against the facts already, with all that the sentence
    /// tells of direction and time.
    private func meant(_ figure: DraftFigure) -> Set<DraftQuantity> {
        guard figure.isOurs, let best = figure.readings.first, best.statement.kind == .level else { return [] }
        return Set(figure.readings.filter { $0.cost <= best.cost + DraftWeights.tie }.map(\.statement.now))
    }

    /// How many digits say something.
    private func digits(_ numeral: Numeral) -> Int? {
        var places = numeral.value / numeral.step
        guard places > 0 else { return nil }
        var count = 0
        while places > 0 { (places, count) = (places / 10, count + 1) }
        return count
    }

    private func power(_ count: Int) -> Int {
        (0..<min(count, DraftWeights.chanceDigits)).reduce(1) { power, _ in power * 10 }
    }

    /// Whether chance could have made it that: it is of the same size.
    private func isOfSize(_ numeral: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange) -> Bool {
        let number = judge.inUnits(numeral, statement)
        return DraftBounds(lowest: number.value / 3, highest: number.value * 3).meets(value)
    }

    // MARK: What it may state

    private func statements(_ numeral: Numeral, _ scene: DraftScene) -> [DraftStatement] {
        switch numeral.unit {
        case .people: levels([.recipients, .firstTime, .returning], scene)
        case .personTimes: levels([.personTimes], scene)
        case .money: levels([.amount] + averages(scene, [.amountPerRecipient, .amountPerPersonTime]), scene)
        case .none:
            levels(
                [.recipients, .personTimes, .amount]
                    + averages(scene, [.amountPerRecipient, .amountPerPersonTime, .personTimesPerRecipient]), scene)
        case .percent: changes(.percent, scene) + shares(scene) + ratiosOfTold(scene) + ratiosOfTimes(scene)
        case .multiple: changes(.ratio, scene) + ratiosOfTold(scene) + ratiosOfTimes(scene)
        case .percentagePoints: changes(.shareChange, scene).filter { !$0.now.groups.isEmpty }
        case .otherMoney, .thing, .place: []
        }
    }

    private func averages(_ scene: DraftScene, _ measures: [FactMeasure]) -> [FactMeasure] {
        scene.hasAverage ? measures : []
    }

    private func quantities(_ measures: [FactMeasure], _ spans: [DraftSpan], _ scene: DraftScene) -> [DraftQuantity] {
        spans.flatMap { span in
            scene.groups.flatMap { groups in
                measures.map { DraftQuantity(measure: $0, span: span, groups: groups.value) }
            }
        }
    }

    private func levels(_ measures: [FactMeasure], _ scene: DraftScene) -> [DraftStatement] {
        let spans = scene.isBase ? scene.comparedSpans : scene.spans.map(\.value)
        let levels = quantities(measures, spans, scene).map { DraftStatement(kind: .level, now: $0) }
        guard let rises = scene.rises else { return levels }
        let changes = quantities(measures, scene.spans.map(\.value), scene).flatMap { now in
            (scene.bases[now.span] ?? []).map { base in
                DraftStatement(kind: .change, now: now, base: now.of(base), rises: rises)
            }
        }
        let gaps = scene.isChange ? self.gaps(measures, scene) : []
        return scene.isChange ? changes + gaps : levels + changes
    }

    private func changes(_ kind: DraftStatement.Kind, _ scene: DraftScene) -> [DraftStatement] {
        let measures: [FactMeasure] =
            [.recipients, .personTimes, .amount] + averages(scene, [.amountPerRecipient, .amountPerPersonTime])
        return quantities(measures, scene.spans.map(\.value), scene).flatMap { now in
            (scene.bases[now.span] ?? []).map { base in
                DraftStatement(
                    kind: kind, now: now, base: now.of(base), rises: kind == .ratio ? nil : scene.rises ?? true)
            }
        }
    }

    /// How much more or less a group has than another one.
    private func gaps(_ measures: [FactMeasure], _ scene: DraftScene) -> [DraftStatement] {
        quantities(measures, scene.spans.map(\.value), scene).filter { $0.groups.count == 1 }.flatMap { now in
            scene.groups.map(\.value).filter { $0.count == 1 && $0 != now.groups }.map { other in
                DraftStatement(kind: .change, now: now, base: now.of(groups: other), rises: scene.rises ?? true)
            }
        }
    }

    /// What part, or how many times, one thing is of another that the sentence told: 三季度10.47万元，占33.9%.
    private func ratiosOfTold(_ scene: DraftScene) -> [DraftStatement] {
        scene.told.flatMap { now in
            scene.told.filter { $0 != now && $0.measure == now.measure }.map {
                DraftStatement(kind: .ratio, now: now, base: $0)
            }
        }
    }

    /// What part of another time what was told last is: 相当于上年全年的58.1%.
    private func ratiosOfTimes(_ scene: DraftScene) -> [DraftStatement] {
        guard let now = scene.told.last else { return [] }
        let spans = scene.spans.map(\.value) + (scene.bases[now.span] ?? [])
        return spans.filter { $0 != now.span }.map { DraftStatement(kind: .ratio, now: now, base: now.of($0)) }
    }

    private func shares(_ scene: DraftScene) -> [DraftStatement] {
        quantities([.recipients, .personTimes, .amount], scene.spans.map(\.value), scene).filter { !$0.groups.isEmpty }
            .map { DraftStatement(kind: .share, now: $0, base: $0.of(groups: [])) }
    }

    // MARK: What contradicts

    /// Whether no word beside the figure says otherwise.
    private func isUncontradicted(_ statement: DraftStatement, _ numeral: Numeral, _ scene: DraftScene) -> Bool {
        let isOfOwnGroup =
            scene.ownGroups.isEmpty || statement.now.groups.contains(where: scene.ownGroups.contains)
        if scene.isPart, statement.kind == .level, statement.now.groups.isEmpty, !statement.measure.isOfSome {
            return false
        }
        let isOfOwnSpan =
            scene.ownSpans.isEmpty || scene.ownSpans.contains(statement.now.span)
            || statement.base.map { scene.ownSpans.contains($0.span) } ?? false
        let isOfOwnMeasure =
            scene.ownMeasures.isEmpty || ![.percent, .multiple, .none].contains(numeral.unit)
            || scene.ownMeasures.contains(statement.measure.plain)
        return isOfOwnGroup && isOfOwnSpan && isOfOwnMeasure && isOfOwnAverage(statement, scene)
    }

    private func isOfOwnAverage(_ statement: DraftStatement, _ scene: DraftScene) -> Bool {
        switch scene.average {
        case nil: true
        case .perRecipient?: [.amountPerRecipient, .personTimesPerRecipient].contains(statement.measure)
        case .perPersonTime?: statement.measure == .amountPerPersonTime
        case .mean?: statement.measure != FactMeasure(statement.measure.plain)
        case .perThousand?, .rate?: false
        }
    }

    /// Whether it is of several groups together where its words say so, and of one where they do not.
    private func isOfAsMany(_ told: DraftJudge.Outcome, _ outcomes: [DraftJudge.Outcome]) -> Bool {
        guard let best = outcomes.min(by: { $0.reading.cost < $1.reading.cost }) else { return true }
        return best.reading.statement.now.groups.count < 2 || told.reading.statement.now.groups.count > 1
    }

    // MARK: Two figures

    /// Whether a figure and another one of its sentence each are what the other one should be.
    private func isExchanged(_ place: Int, _ figures: [DraftFigure], _ choice: DraftChoice) -> Bool {
        figures.indices.contains { other in
            other != place && figures[other].numeral.unit == figures[place].numeral.unit && !choice.isTrue(other)
                && holds(figures[place], choice.meant(other)) && holds(figures[other], choice.meant(place))
        }
    }

    private func holds(_ figure: DraftFigure, _ meant: [DraftStatement]) -> Bool {
        meant.contains { statement in
            judge.known.range(of: statement).map { judge.isTold(figure.numeral, statement, $0) } ?? false
        }
    }

    /// Whether a figure and another one of its sentence are named in the other order than they stand in.
    private func isCrossed(_ place: Int, _ figures: [DraftFigure], _ stated: [DraftStatement?]) -> Bool {
        guard let own = stated[place], let scene = figures[place].scene else { return false }
        return figures.indices.contains { other in
            guard other != place, let second = stated[other], second.kind == own.kind,
                figures[other].numeral.unit == figures[place].numeral.unit
            else { return false }
            if second == own { return true }
            if let (first, last) = order(own, second, scene) { return (first < last) != (place < other) }
            return isPartTaken(own, second, scene, figures[place], figures[other])
        }
    }

    /// Whether of a part and its whole the part's name stands nearer to the figure that would be the whole.
    private func isPartTaken(
        _ one: DraftStatement, _ other: DraftStatement, _ scene: DraftScene, _ first: DraftFigure,
        _ second: DraftFigure
    ) -> Bool {
        guard one.now.groups.isEmpty != other.now.groups.isEmpty, one.measure == other.measure,
            one.now.span == other.now.span
        else { return false }
        let (part, ofPart, ofWhole) = one.now.groups.isEmpty ? (other, second, first) : (one, first, second)
        guard let name = scene.token(of: part.now.groups), let own = ofPart.scene?.figure,
            let whole = ofWhole.scene?.figure
        else { return false }
        return abs(own - name) > abs(whole - name)
    }

    /// Where that is named in which two statements differ, if it is one thing alone.
    private func order(_ one: DraftStatement, _ other: DraftStatement, _ scene: DraftScene) -> (Int, Int)? {
        let differences = [
            one.now.groups != other.now.groups, one.now.span != other.now.span, one.measure != other.measure,
        ]
        guard differences.count(where: { $0 }) == 1 else { return nil }
        let places: (Int?, Int?) =
            if differences[0] {
                (scene.token(of: one.now.groups), scene.token(of: other.now.groups))
            } else if differences[1] {
                (scene.token(of: one.now.span), scene.token(of: other.now.span))
            } else {
                (scene.token(of: one.measure.plain), scene.token(of: other.measure.plain))
            }
        guard let first = places.0, let last = places.1 else { return nil }
        return (first, last)
    }
}

extension FactMeasure {
    /// Whether it counts some of the recipients alone.
    fileprivate var isOfSome: Bool { self == .firstTime || self == .returning }
}
