import AidModel

/// A move with what is known of its groups, to be held against several sets of periods that it might hide.
struct MoveInView {
    private let move: [Concealment.Part]
    /// What hangs together whatever is hidden.
    private let fixed: Knots
    /// The periods that some group of the move shows.
    private let shown: PeriodSet
    /// By the periods hidden of those that are shown: another one changes nothing. They are few.
    private var outcomes: [(hiding: PeriodSet, outcome: Concealment.Outcome)] = []
    /// Of what was asked for last, by the periods that stay.
    private var last: (stay: PeriodSet, components: [Int])?

    init(_ move: [Concealment.Part], _ concealment: Concealment) {
        self.move = move
        var ends = concealment.noEnds
        concealment.pieces.join(&ends, move)
        var shown: PeriodSet = []
        for part in move {
            for span in concealment.shownEnds[part.place] { ends.join(span.lowerBound, span.upperBound) }
            if concealment.isPrinted[part.place] {
                shown.formUnion(PeriodSet.all.subtracting(concealment.hidden[part.place]))
            }
        }
        fixed = ends
        self.shown = shown
    }

    /// For each end one that it hangs together with, by what is known of any group of the move.
    mutating func components(hiding: PeriodSet, _ concealment: Concealment) -> [Int] {
        let stay = shown.subtracting(hiding)
        if let last, last.stay == stay { return last.components }
        var ends = fixed
        for period in ReportPeriod.allCases where stay.contains(PeriodSet(period)) {
            if let span = concealment.endsOfPeriods[period.rawValue] { ends.join(span.lowerBound, span.upperBound) }
        }
        let roots = ends.roots
        last = (stay, roots)
        return roots
    }

    /// What is uncertain after the move.
    mutating func outcome(
        _ wanted: [Concealment.Wanted], _ hiding: PeriodSet, _ concealment: Concealment
    ) -> Concealment.Outcome {
        let new = hiding.intersection(shown)
        if let known = outcomes.first(where: { $0.hiding == new }) { return known.outcome }
        var reach = reach(wanted, hiding, concealment)
        var outcome = Concealment.Outcome()
        for before in wanted {
            guard let room = reach.room(of: before) else { continue }
            outcome.gain += room.up + room.down + (room.moneyUp + room.moneyDown > 0 ? 1 : 0)
            if concealment.isSafe(before, with: room) { outcome.safe += 1 }
        }
        outcomes.append((new, outcome))
        return outcome
    }

    /// How far the move can go with people and with money.
    struct Reached {
        private let pieces: GroupPieces
        private let components: [Int]
        var people: Reach<Int>
        var money: Reach<Int128>

        fileprivate init(
            _ pieces: GroupPieces, _ components: [Int], _ people: Reach<Int>, _ money: Reach<Int128>
        ) {
            self.pieces = pieces
            self.components = components
            self.people = people
            self.money = money
        }

        /// The two ends of a span; nil: they hang together.
        func ends(of span: Range<Int>) -> Range<Int>? {
            let ends = pieces.ends(of: span)
            return components[ends.lowerBound] == components[ends.upperBound] ? nil : ends
        }

        /// How much more can become of what is uncertain already; nil: nothing.
        mutating func room(of wanted: Concealment.Wanted) -> Concealment.Room? {
            guard let ends = ends(of: wanted.span) else { return nil }
            let (start, end, need) = (ends.lowerBound, ends.upperBound, wanted.need)
            return Concealment.Room(
                up: people.size(wanted.up, from: start, to: end, need.up),
                down: people.size(wanted.down, from: end, to: start, need.down),
                moneyUp: money.size(wanted.moneyUp, from: start, to: end, need.money),
                moneyDown: money.size(wanted.moneyDown, from: end, to: start, need.money))
        }
    }

    /// - Parameter wanted: what is to be asked for.
    mutating func reach(_ wanted: [Concealment.Wanted], _ hiding: PeriodSet, _ concealment: Concealment) -> Reached {
        let components = components(hiding: hiding, concealment)
        // What leaves more room than anybody wants stands in nobody's way, unless another move has taken from it.
        let isFirst = wanted.allSatisfy(\.isUntouched)
        let mostPeople = isFirst ? wanted.reduce(0) { max($0, $1.need.up, $1.need.down) } : .max
        let mostMoney = isFirst ? wanted.reduce(0) { max($0, $1.need.money) } : .max
        let minGroup = concealment.minGroup
        var people: [Reach<Int>.Bound] = []
        var money: [Reach<Int128>.Bound] = []
        // Most moves have a few.
        people.reserveCapacity(8)
        money.reserveCapacity(8)
        func bound(_ part: Concealment.Part, _ span: Range<Int>, _ edge: @autoclosure () -> HiddenEdge) {
            let (start, end) = (components[span.lowerBound], components[span.upperBound])
            guard start != end else { return }
            let edge = edge()
            let (room, moneyRoom) = (edge.people(minGroup), edge.moneyRoom)
            if min(room.down, room.up) < mostPeople { people.append(Reach.Bound(part, span, start, end, room)) }
            if min(moneyRoom.down, moneyRoom.up) < mostMoney {
                money.append(Reach.Bound(part, span, start, end, moneyRoom))
            }
        }
        for part in move {
            for piece in concealment.pieces.spans.indices {
                bound(part, piece..<piece + 1, concealment.edge(part.place, ofPiece: piece))
            }
            for (span, edge) in concealment.kept[part.place] { bound(part, span, edge) }
            guard concealment.isPrinted[part.place] else { continue }
            let withheld = concealment.withheld(part.place, hiding)
            for period in ReportPeriod.allCases where withheld.contains(PeriodSet(period)) {
                guard let span = concealment.endsOfPeriods[period.rawValue] else { continue }
                bound(part, span, concealment.edge(part, period, withheld, move))
            }
        }
        return Reached(
            concealment.pieces, components, Reach(move, components, people), Reach(move, components, money))
    }
}

extension Concealment {
    /// What of a group is hidden if more is.
    fileprivate func withheld(_ place: Int, _ hiding: PeriodSet) -> PeriodSet {
        hidden[place].union(hiding).intersection(filled[place])
    }

    /// What was never printed of a group.
    fileprivate func edge(_ place: Int, ofPiece piece: Int) -> HiddenEdge {
        let sum = pieces.sum(place, piece)
        return HiddenEdge(
            kind: isPartOfQuarter[piece] ? .unknown : .unprinted, people: 0, times: sum.recordCount,
            money: sum.amountMinor)
    }

    /// What is hidden of a group in a period.
    fileprivate func edge(_ part: Part, _ period: ReportPeriod, _ withheld: PeriodSet, _ move: [Part]) -> HiddenEdge {
        let figures = figures(part.place, period)
        return HiddenEdge(
            kind: isSmall(part.place, period) ? .small : .complement, people: figures.recipientCount,
            times: figures.personTimeCount, money: figures.amountMinor,
            mostPeople: min(mostPeople(part.place, period, withheld), mostPeople(part, period, move)))
    }

    /// No more people can be in a period than in one that takes it in and is shown.
    private func mostPeople(_ place: Int, _ period: ReportPeriod, _ withheld: PeriodSet) -> Int {
        guard let span = spans[period.rawValue] else { return .max }
        var most = Int.max
        for other in ReportPeriod.allCases where !withheld.contains(PeriodSet(other)) {
            guard let outer = spans[other.rawValue], outer.lowerBound <= span.lowerBound,
                span.upperBound <= outer.upperBound
            else { continue }
            most = min(most, figures(place, other).recipientCount)
        }
        return most
    }

    /// Nor than in a group that takes this one in, if it is not hidden itself and does not change with this one.
    private func mostPeople(_ part: Part, _ period: ReportPeriod, _ move: [Part]) -> Int {
        var most = Int.max
        for outer in outer[part.place] {
            if isPrinted[outer], hidden[outer].contains(PeriodSet(period)) { continue }
            if move.contains(where: { $0.place == outer && $0.sign == part.sign }) { continue }
            most = min(most, figures(outer, period).recipientCount)
        }
        return most
    }
}
