import AidModel

/// A move with what is known of its groups, to be held against several sets of periods that it might hide.
struct MoveInView {
    private let move: [Concealment.Part]
    /// What hangs together whatever is hidden.
    private let fixed: Knots
    /// The periods that some group of the move shows.
    private let shown: PeriodSet
    private let spans: [Range<Int>?]
    /// By the periods hidden of those that are shown: another one changes nothing.
    private var outcomes: [PeriodSet: Concealment.Outcome] = [:]

    init(_ move: [Concealment.Part], _ concealment: Concealment) {
        self.move = move
        spans = concealment.spans
        var knots = concealment.knots
        var shown: PeriodSet = []
        for part in move {
            concealment.series[part.place].join(&knots)
            if concealment.isPrinted[part.place] {
                shown.formUnion(PeriodSet.all.subtracting(concealment.hidden[part.place]))
            }
        }
        fixed = knots
        self.shown = shown
    }

    /// For each knot of time one that it hangs together with, by what is known of any group of the move.
    func components(hiding: PeriodSet) -> [Int] {
        var knots = fixed
        let stay = shown.subtracting(hiding)
        for period in ReportPeriod.allCases where stay.contains(PeriodSet(period)) {
            if let span = spans[period.rawValue] { knots.join(span.lowerBound, span.upperBound) }
        }
        return knots.roots
    }

    /// What is uncertain after the move.
    mutating func outcome(
        _ wanted: [Concealment.Wanted], _ hiding: PeriodSet, _ concealment: Concealment
    ) -> Concealment.Outcome {
        let new = hiding.intersection(shown)
        if let known = outcomes[new] { return known }
        var reach = reach(wanted, hiding, concealment)
        var outcome = Concealment.Outcome()
        for before in wanted where reach.separates(before.span) {
            let (start, end) = (before.span.lowerBound, before.span.upperBound)
            let need = before.need
            let up = reach.people.size(before.up, from: start, to: end, need.up)
            let down = reach.people.size(before.down, from: end, to: start, need.down)
            let money =
                reach.money.size(before.moneyUp, from: start, to: end, need.money)
                + reach.money.size(before.moneyDown, from: end, to: start, need.money)
            outcome.gain += up + down + (money > 0 ? 1 : 0)
            if concealment.isSafe(
                before, up: before.up.size + up, down: before.down.size + down, money: before.money + money)
            {
                outcome.safe += 1
            }
        }
        outcomes[new] = outcome
        return outcome
    }

    /// How far the move can go with people and with money.
    struct Reached {
        private let components: [Int]
        var people: Reach<Int>
        var money: Reach<Int128>

        fileprivate init(_ components: [Int], _ people: Reach<Int>, _ money: Reach<Int128>) {
            self.components = components
            self.people = people
            self.money = money
        }

        /// Whether the two ends of a span do not hang together.
        func separates(_ span: Range<Int>) -> Bool { components[span.lowerBound] != components[span.upperBound] }
    }

    /// - Parameter wanted: what is to be asked for.
    func reach(_ wanted: [Concealment.Wanted], _ hiding: PeriodSet, _ concealment: Concealment) -> Reached {
        let components = components(hiding: hiding)
        // What leaves more room than anybody wants stands in nobody's way, unless another move has taken from it.
        let isFirst = wanted.allSatisfy(\.isUntouched)
        let mostPeople = isFirst ? wanted.reduce(0) { max($0, $1.need.up, $1.need.down) } : .max
        let mostMoney = isFirst ? wanted.reduce(0) { max($0, $1.need.money) } : .max
        let minGroup = concealment.minGroup
        var people: [Reach<Int>.Bound] = []
        var money: [Reach<Int128>.Bound] = []
        for part in move {
            concealment.eachBound(of: part, move, hiding) { span, edge in
                let (start, end) = (components[span.lowerBound], components[span.upperBound])
                guard start != end else { return }
                let edge = edge()
                let (room, moneyRoom) = (edge.people(minGroup), edge.moneyRoom)
                if min(room.down, room.up) < mostPeople { people.append(Reach.Bound(part, span, start, end, room)) }
                if min(moneyRoom.down, moneyRoom.up) < mostMoney {
                    money.append(Reach.Bound(part, span, start, end, moneyRoom))
                }
            }
        }
        return Reached(components, Reach(move, components, people), Reach(move, components, money))
    }
}

extension Concealment {
    /// Tells of every span of a group that is hidden, or never printed, how much less and more there can be.
    fileprivate func eachBound(
        of part: Part, _ move: [Part], _ hiding: PeriodSet, _ tell: (Range<Int>, () -> HiddenEdge) -> Void
    ) {
        let group = series[part.place]
        for span in pieces {
            tell(span) {
                let isPart = span.count == 1 && partAtoms.contains(span.lowerBound)
                return HiddenEdge(
                    kind: isPart ? .unknown : .unprinted, people: 0, times: group.times(in: span),
                    money: group.money(in: span))
            }
        }
        for (span, kind) in kept[part.place] {
            tell(span) {
                let then = group.uncertain(in: span)
                return HiddenEdge(kind: kind, people: 0, times: then.recordCount, money: then.amountMinor)
            }
        }
        guard isPrinted[part.place] else { return }
        let withheld = hidden[part.place].union(hiding).intersection(filled[part.place])
        for period in ReportPeriod.allCases where withheld.contains(PeriodSet(period)) {
            guard let span = spans[period.rawValue] else { continue }
            tell(span) {
                let figures = group.figures[period]
                return HiddenEdge(
                    kind: isSmall(part.place, period) ? .small : .complement, people: figures.recipientCount,
                    times: figures.personTimeCount, money: figures.amountMinor,
                    mostPeople: min(mostPeople(part.place, span, withheld), mostPeople(part, period, move)))
            }
        }
    }

    /// No more people can be in a span than in one that takes it in and is shown.
    private func mostPeople(_ place: Int, _ span: Range<Int>, _ withheld: PeriodSet) -> Int {
        var most = Int.max
        for period in ReportPeriod.allCases where !withheld.contains(PeriodSet(period)) {
            guard let outer = spans[period.rawValue], outer.lowerBound <= span.lowerBound,
                span.upperBound <= outer.upperBound
            else { continue }
            most = min(most, series[place].figures[period].recipientCount)
        }
        return most
    }

    /// Nor than in a group that takes this one in, if it is not hidden itself and does not change with this one.
    private func mostPeople(_ part: Part, _ period: ReportPeriod, _ move: [Part]) -> Int {
        outer[part.place].filter { outer in
            !(isPrinted[outer] && hidden[outer].contains(PeriodSet(period)))
                && !move.contains { $0.place == outer && $0.sign == part.sign }
        }
        .map { series[$0].figures[period].recipientCount }.min() ?? .max
    }
}
