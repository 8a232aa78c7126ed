import AidNews

/// Chooses among the readings of a sentence's figures together: where its words leave the same thing open for
/// several figures, it is the same for all of them.
///
/// What is open is told apart by the facts: the time that most figures hold at is the one that is meant, and a
/// figure that holds at another alone is not called right for it.
struct DraftChoice {
    /// For each figure its readings, with what speaks against those that the others rule out.
    private(set) var outcomes: [[DraftJudge.Outcome]]
    /// The figures whose likeliest reading is that of another one, too.
    private(set) var repeated: Set<Int> = []
    /// The figures that are what the facts say.
    private var truths: Set<Int> = []
    /// Of each part between semicolons whether facts tell of more than one of its figures, and none is near that.
    private var strangers: [Int: Bool] = [:]
    private let segments: [Int]

    init(_ outcomes: [[DraftJudge.Outcome]], of figures: [DraftFigure], by judge: DraftJudge) {
        self.outcomes = outcomes
        segments = figures.map(\.segment)
        settle { $0.now.span }
        settle { $0.base?.span }
        loosenRepeated(figures)
        truths = Set(self.outcomes.indices.filter { tied(self.outcomes[$0]).contains(where: \.isTrue) })
        for (segment, places) in Dictionary(grouping: figures.indices, by: { figures[$0].segment }) {
            strangers[segment] = areStrangers(places, figures, judge)
        }
    }

    /// Whether all may be of something else. What rises by a few percent is near anything, so levels count, if there are
    /// some.
    private func areStrangers(_ places: [Int], _ figures: [DraftFigure], _ judge: DraftJudge) -> Bool {
        let told = places.filter { place in tied(outcomes[place]).contains { $0.value != nil } }
        guard told.count > 1, !told.contains(where: truths.contains),
            !places.contains(where: { figures[$0].hasStrongWord })
        else { return false }
        let levels = told.filter { tied(outcomes[$0]).first?.reading.statement.kind == .level }
        return !(levels.isEmpty ? told : levels).contains { place in
            tied(outcomes[place]).contains { outcome in
                outcome.value.map { judge.isNear(figures[place].numeral, outcome.reading.statement, $0) } ?? false
            }
        }
    }

    /// Several figures of one sentence that would state the same thing, each another value, are a list that was
    /// read wrongly: nothing is said against those of them that hold nowhere.
    ///
    /// The same said again elsewhere in the sentence, 107344元（约10.7万元）, is no such list if one of them holds.
    private mutating func loosenRepeated(_ figures: [DraftFigure]) {
        var places: [DraftStatement: [Int]] = [:]
        for (place, outcomes) in outcomes.enumerated() {
            let meant = tied(outcomes)
            guard let said = meant.first(where: \.isTrue) ?? meant.first else { continue }
            places[said.reading.statement, default: []].append(place)
        }
        for same in places.values where same.count > 1 {
            // What may be of something else takes nothing from what is surely ours.
            let same = same.contains(where: { figures[$0].isCertain }) ? same.filter { figures[$0].isCertain } : same
            let failing = same.filter { place in !tied(outcomes[place]).contains(where: \.isTrue) }
            let holding = same.filter { !failing.contains($0) }
            for place in failing {
                // 受助职工98.58万人次、105.54万人次: nothing is listed that tells the two apart.
                let isOfList = holding.contains {
                    figures[$0].clauseNumber == figures[place].clauseNumber
                        && (figures[$0].isOfList || figures[place].isOfList)
                }
                // 人均132.59元和124.19元: of what the second is, the list does not say.
                let isOfAverages = tied(outcomes[place]).first.map { outcome in
                    outcome.reading.statement.measure != FactMeasure(outcome.reading.statement.measure.plain)
                }
                // 95 / 12,583: what has no unit of its own need not be what the one before it is.
                let isOfNoUnit = !holding.isEmpty && figures[place].numeral.unit == .none
                if failing.count > 1 || isOfList || isOfAverages ?? false || isOfNoUnit { repeated.insert(place) }
            }
        }
    }

    /// Settles one thing that several figures leave open.
    private mutating func settle(_ part: (DraftStatement) -> DraftSpan?) {
        // Figures by what their words leave open.
        var open: [[DraftSpan]: [Int]] = [:]
        for (place, outcomes) in outcomes.enumerated() {
            let spans = tied(outcomes).compactMap { part($0.reading.statement) }
            let different = spans.reduce(into: [DraftSpan]()) { if !$0.contains($1) { $0.append($1) } }
            if different.count > 1 { open[different, default: []].append(place) }
        }
        for (spans, places) in open where places.count > 1 {
            let counts = spans.map { span in
                places.count { place in
                    tied(outcomes[place]).contains { part($0.reading.statement) == span && $0.isTrue }
                }
            }
            guard let most = counts.max(), most > 1, let chosen = counts.firstIndex(of: most),
                counts.count(where: { $0 == most }) == 1
            else { continue }
            for place in places {
                for index in outcomes[place].indices {
                    let span = part(outcomes[place][index].reading.statement)
                    if let span, span != spans[chosen], spans.contains(span) {
                        outcomes[place][index].reading.cost += DraftWeights.farFetched
                    }
                }
            }
        }
    }

    /// Whether one of a figure's likeliest readings holds, and what that states.
    func isTrue(_ place: Int) -> Bool { truths.contains(place) }
    func meant(_ place: Int) -> [DraftStatement] { tied(outcomes[place]).map(\.reading.statement) }
    func trueStatement(_ place: Int) -> DraftStatement? {
        tied(outcomes[place]).first(where: \.isTrue)?.reading.statement
    }

    /// What the other figures of a sentence say of one.
    struct Around: Sendable, Hashable {
        /// Whether another one would state the same thing.
        var isRepeated = false
        /// Whether another one is what the facts say.
        var hasCompany = false
        /// Whether there are others beside it, and none is near what the facts say.
        var isAmongStrangers = false
    }

    func around(_ place: Int) -> Around {
        Around(
            isRepeated: repeated.contains(place),
            hasCompany: truths.count > (truths.contains(place) ? 1 : 0),
            isAmongStrangers: strangers[segments[place]] ?? false)
    }

    private func tied(_ outcomes: [DraftJudge.Outcome]) -> [DraftJudge.Outcome] {
        guard let best = outcomes.map(\.reading.cost).min() else { return [] }
        return outcomes.filter { $0.reading.cost <= best + DraftWeights.tie }
    }
}
