import AidModel

extension Concealment {
    /// A move, and what it is to hide.
    struct Choice {
        var move: [Part]
        /// The periods to be hidden of every group of the move.
        var hiding: PeriodSet
        var outcome: Outcome
        var cost: Cost
    }

    /// How much of what is wanted is safe after a move, and how far the rest has come.
    struct Outcome {
        var safe = 0
        var gain = 0

        /// More is safe, or, where nothing is, more has been gained.
        func isBetter(than other: Outcome) -> Bool {
            safe != other.safe ? safe > other.safe : safe == 0 && gain > other.gain
        }
    }

    /// How many figures a move hides, and of how many people.
    struct Cost {
        var figures = 0
        var people = 0

        static func < (one: Cost, other: Cost) -> Bool {
            (one.figures, one.people) < (other.figures, other.people)
        }
    }

    /// The move after which the most is safe, at the least cost.
    func best(_ moves: some Sequence<[Part]>, _ wanted: [Wanted]) -> Choice? {
        var best: Choice?
        for move in moves {
            guard let choice = choice(move, wanted, best), choice.outcome.isBetter(than: Outcome()) else { continue }
            if best.map({ isBetter(choice, than: $0) }) ?? true { best = choice }
            // Nothing can be better than what costs nothing.
            if choice.outcome.safe == wanted.count, choice.cost.figures == 0 { break }
        }
        return best
    }

    private func isBetter(_ one: Choice, than other: Choice) -> Bool {
        if one.outcome.isBetter(than: other.outcome) { return true }
        return !other.outcome.isBetter(than: one.outcome) && one.cost < other.cost
    }

    /// What a move does; nil: nothing, or surely nothing better than another one.
    ///
    /// The more is hidden, the further a move can go, and the more it costs: so nothing goes further than if all is
    /// hidden, and nothing costs less than what must be.
    private func choice(_ move: [Part], _ wanted: [Wanted], _ best: Choice?) -> Choice? {
        var view = MoveInView(move, self)
        let everything = view.components(hiding: .all, self)
        let reached = wanted.filter { isOpen($0.span, everything) }
        guard !reached.isEmpty else { return nil }
        // Of these nothing can be left out.
        let needed = reached.reduce(into: PeriodSet()) { set, wanted in
            if let period = wanted.period { set.insert(PeriodSet(period)) }
        }
        if let best {
            if reached.count < best.outcome.safe { return nil }
            let least = cost(move, needed)
            if reached.count == best.outcome.safe, !(least < best.cost) { return nil }
            let most = view.outcome(wanted, .all, self)
            if best.outcome.isBetter(than: most) { return nil }
            if !most.isBetter(than: best.outcome), !(least < best.cost) { return nil }
        }
        func isReached(_ hiding: PeriodSet) -> Bool {
            let next = view.components(hiding: hiding, self)
            return reached.allSatisfy { isOpen($0.span, next) }
        }
        var hiding = fewest(PeriodSet.all, needed, isReached)
        var outcome = view.outcome(wanted, hiding, self)
        if outcome.safe < reached.count {
            // Not all that is cut loose has room enough.
            let most = view.outcome(wanted, .all, self)
            if most.isBetter(than: outcome) {
                hiding = fewest(PeriodSet.all, needed) { hiding in
                    guard isReached(hiding) else { return false }
                    return !most.isBetter(than: view.outcome(wanted, hiding, self))
                }
                outcome = view.outcome(wanted, hiding, self)
            }
        }
        return Choice(move: move, hiding: hiding, outcome: outcome, cost: cost(move, hiding))
    }

    /// Whether the ends of a span do not hang together.
    private func isOpen(_ span: Range<Int>, _ components: [Int]) -> Bool {
        let ends = pieces.ends(of: span)
        return components[ends.lowerBound] != components[ends.upperBound]
    }

    private func cost(_ move: [Part], _ hiding: PeriodSet) -> Cost {
        var cost = Cost()
        for part in move {
            let new = hiding.intersection(filled[part.place]).subtracting(hidden[part.place])
            cost.figures += isPrinted[part.place] ? new.count : 0
            for period in ReportPeriod.allCases where new.contains(PeriodSet(period)) {
                cost.people += figures(part.place, period).recipientCount
            }
        }
        return cost
    }

    /// The fewest periods that do, what is printed first left out first.
    private func fewest(_ all: PeriodSet, _ needed: PeriodSet, _ isEnough: (PeriodSet) -> Bool) -> PeriodSet {
        var hiding = all
        for period in Concealment.order where !needed.contains(PeriodSet(period)) {
            let fewer = hiding.subtracting(PeriodSet(period))
            if isEnough(fewer) { hiding = fewer }
        }
        return hiding
    }

    /// What is uncertain after a move; the moves to come have to get along with what it changes.
    func taken(_ move: [Part], _ wanted: [Wanted], _ hiding: PeriodSet) -> [Wanted] {
        var view = MoveInView(move, self)
        var reach = view.reach(wanted, hiding, self)
        return wanted.map { wanted in
            var after = wanted
            guard let ends = reach.ends(of: wanted.span) else { return after }
            let (start, end) = (ends.lowerBound, ends.upperBound)
            reach.people.extend(&after.up, from: start, to: end, wanted.need.up)
            reach.people.extend(&after.down, from: end, to: start, wanted.need.down)
            reach.money.extend(&after.moneyUp, from: start, to: end, wanted.need.money)
            reach.money.extend(&after.moneyDown, from: end, to: start, wanted.need.money)
            return after
        }
    }

    /// What of a group is uncertain if all of it is hidden, before any other changes with it.
    func alone(_ place: Int, _ wanted: [Wanted]) -> [Wanted] {
        var view = MoveInView([(place, 1)], self)
        var reach = view.reach(wanted, .all, self)
        return wanted.map { wanted in
            var after = wanted
            guard let room = reach.room(of: wanted) else { return after }
            after.up = Shift(size: room.up)
            after.down = Shift(size: room.down)
            after.moneyUp = Shift(size: room.moneyUp)
            after.moneyDown = Shift(size: room.moneyDown)
            return after
        }
    }
}
