import AidModel

@testable import AidStatistics

/// What moves do, in the plainest way: every one is tried to its end, and paths are made shorter until none is left
/// that can be.
struct MovesTwin {
    let concealment: Concealment

    typealias Part = Concealment.Part
    typealias Wanted = Concealment.Wanted
    typealias Choice = Concealment.Choice

    private struct Step<Number> {
        var from: Int
        var to: Int
        var most: Number
    }

    func best(_ moves: [[Part]], _ wanted: [Wanted]) -> Choice? {
        var best: Choice?
        for move in moves {
            guard let choice = choice(move, wanted), choice.outcome.safe > 0 || choice.outcome.gain > 0 else {
                continue
            }
            if best.map({ isBetter(choice, than: $0) }) ?? true { best = choice }
            if choice.outcome.safe == wanted.count, choice.cost.figures == 0 { break }
        }
        return best
    }

    private func isBetter(_ one: Choice, than other: Choice) -> Bool {
        if one.outcome.safe != other.outcome.safe { return one.outcome.safe > other.outcome.safe }
        if one.outcome.safe == 0, one.outcome.gain != other.outcome.gain {
            return one.outcome.gain > other.outcome.gain
        }
        return (one.cost.figures, one.cost.people) < (other.cost.figures, other.cost.people)
    }

    private func choice(_ move: [Part], _ wanted: [Wanted]) -> Choice? {
        func isReached(_ wanted: Wanted, _ hiding: PeriodSet) -> Bool {
            let components = components(move, hiding)
            return components[wanted.span.lowerBound] != components[wanted.span.upperBound]
        }
        let reached = wanted.filter { isReached($0, .all) }
        guard !reached.isEmpty else { return nil }
        let needed = Set(reached.compactMap(\.period))
        func fewest(_ isEnough: (PeriodSet) -> Bool) -> PeriodSet {
            var hiding = PeriodSet.all
            for period in Concealment.order where !needed.contains(period) {
                let fewer = hiding.subtracting(PeriodSet(period))
                if isEnough(fewer) { hiding = fewer }
            }
            return hiding
        }
        var hiding = fewest { hiding in reached.allSatisfy { isReached($0, hiding) } }
        var outcome = outcome(move, wanted, hiding)
        if outcome.safe < reached.count {
            let most = self.outcome(move, wanted, .all)
            if most.safe > outcome.safe || outcome.safe == 0 && most.gain > outcome.gain {
                hiding = fewest { hiding in
                    let next = self.outcome(move, wanted, hiding)
                    return reached.allSatisfy { isReached($0, hiding) } && next.safe >= most.safe
                        && (most.safe > 0 || next.gain >= most.gain)
                }
                outcome = self.outcome(move, wanted, hiding)
            }
        }
        var cost = Concealment.Cost()
        for part in move {
            for period in ReportPeriod.allCases
            where hiding.contains(PeriodSet(period)) && concealment.isFilled(part.place, period)
                && !concealment.hidden[part.place].contains(PeriodSet(period))
            {
                cost.figures += concealment.isPrinted[part.place] ? 1 : 0
                cost.people += concealment.series[part.place].figures[period].recipientCount
            }
        }
        return Choice(move: move, hiding: hiding, outcome: outcome, cost: cost)
    }

    private func outcome(_ move: [Part], _ wanted: [Wanted], _ hiding: PeriodSet) -> Concealment.Outcome {
        var outcome = Concealment.Outcome()
        let components = components(move, hiding)
        for (before, after) in zip(wanted, taken(move, wanted, hiding))
        where components[before.span.lowerBound] != components[before.span.upperBound] {
            if concealment.isSafe(after) { outcome.safe += 1 }
            outcome.gain +=
                after.up.size - before.up.size + after.down.size - before.down.size
                + (after.money > before.money ? 1 : 0)
        }
        return outcome
    }

    func taken(_ move: [Part], _ wanted: [Wanted], _ hiding: PeriodSet) -> [Wanted] {
        let components = components(move, hiding)
        return wanted.map { wanted in
            var after = wanted
            let (start, end) = (wanted.span.lowerBound, wanted.span.upperBound)
            guard components[start] != components[end] else { return after }
            func extend<Number: SignedInteger & FixedWidthInteger>(
                _ shift: inout Shift<Number>, _ from: Int, _ to: Int, _ need: Number,
                _ room: (HiddenEdge) -> (down: Number, up: Number)
            ) {
                let heights = distances(from, steps(move, components, hiding, shift, room), components)
                let size = min(heights[to], need - shift.size)
                if size > 0 { shift.add(size, move, concealment.pieces.ends.map { min(heights[$0], size) }) }
            }
            let minGroup = concealment.minGroup
            extend(&after.up, start, end, wanted.need.up) { $0.people(minGroup) }
            extend(&after.down, end, start, wanted.need.down) { $0.people(minGroup) }
            extend(&after.moneyUp, start, end, wanted.need.money) { $0.moneyRoom }
            extend(&after.moneyDown, end, start, wanted.need.money) { $0.moneyRoom }
            return after
        }
    }

    private func steps<Number: SignedInteger & FixedWidthInteger>(
        _ move: [Part], _ components: [Int], _ hiding: PeriodSet, _ shift: Shift<Number>,
        _ room: (HiddenEdge) -> (down: Number, up: Number)
    ) -> [Step<Number>] {
        move.flatMap { part in
            edges(part, move, hiding).flatMap { span, edge -> [Step<Number>] in
                let (start, end) = (components[span.lowerBound], components[span.upperBound])
                let change = shift.change(of: part.place, in: concealment.pieces.ends(of: span))
                let room = room(edge)
                let (down, up) = (max(0, room.down + change), max(0, room.up - change))
                return [
                    Step(from: start, to: end, most: part.sign > 0 ? up : down),
                    Step(from: end, to: start, most: part.sign > 0 ? down : up),
                ]
            }
        }
    }

    private func distances<Number: SignedInteger & FixedWidthInteger>(
        _ from: Int, _ steps: [Step<Number>], _ components: [Int]
    ) -> [Number] {
        var distances = [Number](repeating: Shift<Number>.far, count: components.count)
        distances[components[from]] = 0
        var isDone = false
        while !isDone {
            isDone = true
            for step in steps where distances[step.from] + step.most < distances[step.to] {
                distances[step.to] = distances[step.from] + step.most
                isDone = false
            }
        }
        return components.map { distances[$0] }
    }

    private func components(_ move: [Part], _ hiding: PeriodSet) -> [Int] {
        var names = Array(0...concealment.series[0].atomCount)
        func join(_ one: Int, _ other: Int) {
            let (first, second) = (names[one], names[other])
            names = names.map { $0 == max(first, second) ? min(first, second) : $0 }
        }
        for part in move {
            let series = concealment.series[part.place]
            for atom in 0..<series.atomCount where series.times(in: atom..<atom + 1) == 0 { join(atom, atom + 1) }
            for span in series.known { join(span.lowerBound, span.upperBound) }
            guard concealment.isPrinted[part.place] else { continue }
            for (period, span) in zip(ReportPeriod.allCases, concealment.spans) {
                if let span, !concealment.hidden[part.place].union(hiding).contains(PeriodSet(period)) {
                    join(span.lowerBound, span.upperBound)
                }
            }
        }
        return names
    }

    private func edges(_ part: Part, _ move: [Part], _ hiding: PeriodSet) -> [(Range<Int>, HiddenEdge)] {
        let group = concealment.series[part.place]
        func edge(_ kind: HiddenEdge.Kind, _ span: Range<Int>) -> (Range<Int>, HiddenEdge) {
            (
                span,
                HiddenEdge(kind: kind, people: 0, times: group.times(in: span), money: group.money(in: span))
            )
        }
        var edges = zip(concealment.pieces.spans, concealment.isPartOfQuarter).map { span, isPart in
            edge(isPart ? .unknown : .unprinted, span)
        }
        edges += group.kept.map { edge(group.remembered.contains($0) ? .remembered : .kept, $0) }
        guard concealment.isPrinted[part.place] else { return edges }
        let withheld = concealment.hidden[part.place].union(hiding)
        for (period, span) in zip(ReportPeriod.allCases, concealment.spans) {
            guard let span, withheld.contains(PeriodSet(period)), concealment.isFilled(part.place, period) else {
                continue
            }
            var edge = HiddenEdge(
                kind: concealment.isSmall(part.place, period) ? .small : .complement,
                people: group.figures[period].recipientCount, times: group.figures[period].personTimeCount,
                money: group.figures[period].amountMinor)
            for (other, outer) in zip(ReportPeriod.allCases, concealment.spans) {
                let isHidden = withheld.contains(PeriodSet(other)) && concealment.isFilled(part.place, other)
                if !isHidden, let outer, outer.contains(span) {
                    edge.mostPeople = min(edge.mostPeople, group.figures[other].recipientCount)
                }
            }
            for outer in concealment.outer[part.place]
            where !move.contains(where: { $0.place == outer && $0.sign == part.sign })
                && !(concealment.isPrinted[outer] && concealment.hidden[outer].contains(PeriodSet(period)))
            {
                edge.mostPeople = min(edge.mostPeople, concealment.series[outer].figures[period].recipientCount)
            }
            edges.append((span, edge))
        }
        return edges
    }
}
