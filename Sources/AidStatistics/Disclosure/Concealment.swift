import AidModel

/// Decides which figures of linked groups are withheld, over all periods that a report shows.
///
/// A figure with fewer recipients than `minGroup` is small, and hidden. It is safe if there is another table that
/// agrees with all that is printed, now and in earlier reports, in which it is something else: every number of people
/// from 1 to `minGroup` − 1 must be possible, as many person-times, and money that is other by a tenth.
///
/// Such a table is made by a move: some group has more over a span of time, another one as much less, so that all
/// totals stay (in a table of two fields four cells at the corners of a rectangle). How much more is a number at each
/// knot of time. What is printed of a span keeps it equal at the two ends of the span, in every group of the move; a
/// figure that is hidden keeps the difference within the bounds that everyone knows of it. So a hidden span is safe
/// from adding and subtracting if its ends hang together by nothing that is printed of any group of the move, and the
/// furthest that the difference can go is the length of a shortest path.
///
/// Everybody is taken to know in which quarters a group has claims, and in which it has none.
///
/// - Complexity: linear in the number of groups, where partners are found among the first that are tried.
struct Concealment {
    /// A group of a move, and whether it has more or less.
    typealias Part = (place: Int, sign: Int)

    /// What must stay uncertain of a group, and how uncertain it is already.
    struct Wanted {
        let span: Range<Int>
        /// nil: it is none of this report's periods, but was hidden by an earlier one, or follows from some of them.
        let period: ReportPeriod?
        /// How many more and fewer people and person-times there can be.
        var up = Shift<Int>()
        var down = Shift<Int>()
        /// How much more and less money.
        var moneyUp = Shift<Int128>()
        var moneyDown = Shift<Int128>()

        /// What the group's own figures leave room for, whatever is hidden; nil: it was not asked for.
        var limits: (up: Int, down: Int, money: Int128)?

        var money: Int128 { moneyUp.size + moneyDown.size }
    }

    /// What is printed first is hidden last.
    private static let order: [ReportPeriod] = [
        .quarter, .yearEarlier, .quarterEarlier, .cumulative, .yearToDateYearEarlier, .yearToDate,
    ]
    /// An amount that is hidden must be uncertain by so much of itself.
    private static let moneyPart: Int128 = 10

    /// How many moves are added up for one group.
    private static let mostMoves = 12
    /// How many are hidden for one that nothing makes safe.
    private static let mostInVain = 4

    let minGroup: Int
    let series: [GroupSeries]
    /// Of each period its span; nil: it is not shown.
    private let spans: [Range<Int>?]
    /// Of each series whether there is a table that prints it.
    private let isPrinted: [Bool]
    /// Of each series those that take it in: none of its people is missing there.
    private let outer: [[Int]]
    /// Of each series the periods in which it has claims.
    private let filled: [PeriodSet]
    /// Time between the knots at which anything begins or ends that is or was printed.
    private let pieces: [Range<Int>]
    private let partAtoms: Set<Int>
    /// Of each series, for each knot, one that everybody can tell it from, whatever this report shows.
    private let fixed: [[Int]]
    private(set) var hidden: [PeriodSet]
    /// What is to be kept uncertain and is not, since there is nothing to hide it behind.
    private(set) var unsafeCount = 0

    /// - Parameter partAtoms: those that are no whole quarters, so that nobody knows whether a group has claims there.
    init(
        _ series: [GroupSeries], spans: [Range<Int>?], minGroup: Int, partAtoms: Set<Int> = [],
        isPrinted: [Bool]? = nil, outer: [[Int]]? = nil
    ) {
        self.partAtoms = partAtoms
        self.outer = outer ?? series.map { _ in [] }
        self.series = series
        self.spans = spans
        self.minGroup = minGroup
        let isPrinted = isPrinted ?? series.map { _ in true }
        self.isPrinted = isPrinted
        var filled: [PeriodSet] = []
        var hidden: [PeriodSet] = []
        for (place, group) in series.enumerated() {
            var own: PeriodSet = []
            var small: PeriodSet = []
            for period in ReportPeriod.allCases {
                guard let span = spans[period.rawValue], group.times(in: span) > 0 else { continue }
                own.insert(PeriodSet(period))
                let isSmall = group.figures[period].recipientCount < minGroup
                if isPrinted[place], isSmall || group.kept.contains(span) { small.insert(PeriodSet(period)) }
            }
            filled.append(own)
            hidden.append(small)
        }
        let knots = Set(spans.compactMap { $0 } + series.flatMap { Array($0.known.union($0.kept)) }).flatMap {
            [$0.lowerBound, $0.upperBound]
        }
        let ends = Set(knots).sorted()
        pieces = zip(ends, ends.dropFirst()).map { $0..<$1 }
        self.filled = filled
        self.hidden = hidden
        fixed = series.map { group in
            var knots = Knots(group.atomCount + 1)
            for atom in 0..<group.atomCount where group.times(in: atom..<atom + 1) == 0 { knots.join(atom, atom + 1) }
            for span in group.known { knots.join(span.lowerBound, span.upperBound) }
            return knots.roots
        }
    }

    /// Why each figure is withheld, for each period and in it for each series.
    var suppressions: [[Suppression?]] {
        ReportPeriod.allCases.map { period in
            series.indices.map { place in
                guard isPrinted[place], hidden[place].contains(PeriodSet(period)) else { return nil }
                return isSmall(place, period) ? .small : .complement
            }
        }
    }

    func isSmall(_ place: Int, _ period: ReportPeriod) -> Bool {
        filled[place].contains(PeriodSet(period)) && series[place].figures[period].recipientCount < minGroup
    }

    func isFilled(_ place: Int, _ period: ReportPeriod) -> Bool { filled[place].contains(PeriodSet(period)) }

    /// All of a group that must stay uncertain.
    func wanted(of place: Int) -> [Wanted] {
        guard isPrinted[place] else { return [] }
        let small = ReportPeriod.allCases.filter { isSmall(place, $0) }
        let own = small.compactMap { period in spans[period.rawValue].map { Wanted(span: $0, period: period) } }
        let before = series[place].remembered.subtracting(own.map(\.span))
            .filter { series[place].times(in: $0) > 0 }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        let known = Set(own.map(\.span) + before)
        return own + (before + derived(place).filter { !known.contains($0) }).map { Wanted(span: $0, period: nil) }
    }

    /// Spans with few person-times that no period is, but that would follow from periods if all were shown.
    private func derived(_ place: Int) -> [Range<Int>] {
        var knots = Knots(fixed[place])
        for case let span? in spans { knots.join(span.lowerBound, span.upperBound) }
        let roots = knots.roots
        let own = fixed[place]
        // One knot for all that hang together anyway.
        let ends = Set(own).sorted()
        let group = series[place]
        var found: [Range<Int>] = []
        for (index, start) in ends.enumerated() {
            for end in ends[(index + 1)...] {
                // The further the end, the more person-times.
                if group.times(in: start..<end) >= minGroup { break }
                if roots[start] == roots[end], group.times(in: start..<end) > 0 { found.append(start..<end) }
            }
        }
        return found
    }

    /// Hides what keeps a group uncertain.
    ///
    /// - Parameter moves: those that may do, likely ones first, in several goes.
    mutating func protect(_ place: Int, _ moves: () -> [[[Part]]]) {
        var open = wanted(of: place)
        guard !open.isEmpty else { return }
        // What the group's own figures tell of one another, however few they are, no other group can take back.
        let own = outcome([(place, 1)], open, .all).after
        let told = own.filter { !isSafe($0, place) }
        for index in open.indices { open[index].limits = (own[index].up.size, own[index].down.size, own[index].money) }
        open = open.filter { !isSafe($0, place) }
        var goes = moves()[...]
        while let go = goes.popFirst() {
            // A move can go further once another one has hidden more.
            for _ in 0..<Concealment.mostMoves where !open.isEmpty {
                guard let best = best(go, open) else { break }
                open = outcome(best.move, open, best.hiding, isTaken: true).after.filter { !isSafe($0, place) }
                for part in best.move { hidden[part.place].formUnion(best.hiding.intersection(filled[part.place])) }
            }
        }
        if !open.isEmpty {
            hideInVain(moves().joined().prefix(Concealment.mostInVain).flatMap { $0 } + [(place, 1)], open.map(\.span))
        }
        // What is printed of one span in several periods is one figure.
        unsafeCount += Set((open + told).map(\.span)).count
    }

    /// Hides the likely partners of what there is nothing to hide behind for certain: more than moves can tell may be
    /// uncertain then.
    private mutating func hideInVain(_ likely: [Part], _ open: [Range<Int>]) {
        for part in likely {
            var new: PeriodSet = []
            for period in ReportPeriod.allCases where isFilled(part.place, period) {
                if let span = spans[period.rawValue], open.contains(where: span.overlaps) {
                    new.insert(PeriodSet(period))
                }
            }
            new.subtract(hidden[part.place])
            hidden[part.place].formUnion(new)
            // What follows from the group's other figures needs not be hidden.
            let roots = components([part], hiding: [])
            for period in ReportPeriod.allCases where new.contains(PeriodSet(period)) {
                if let span = spans[period.rawValue], roots[span.lowerBound] == roots[span.upperBound] {
                    hidden[part.place].remove(PeriodSet(period))
                }
            }
        }
    }

    // MARK: Moves

    private struct Choice {
        var move: [Part]
        /// The periods to be hidden of every group of the move.
        var hiding: PeriodSet
        /// How much of what is wanted is safe then, and how far the rest has come.
        var safe: Int
        var gain: Int
        var cost: Int
        var people: Int
    }

    /// The move after which the most is safe, at the least cost.
    private func best(_ moves: [[Part]], _ wanted: [Wanted]) -> Choice? {
        var best: Choice?
        for move in moves {
            guard let choice = choice(move, wanted), choice.safe > 0 || choice.gain > 0 else { continue }
            if best.map({ isBetter(choice, than: $0) }) ?? true { best = choice }
            // Nothing can be better than what costs nothing.
            if choice.safe == wanted.count, choice.cost == 0 { break }
        }
        return best
    }

    private func isBetter(_ one: Choice, than other: Choice) -> Bool {
        if one.safe != other.safe { return one.safe > other.safe }
        if one.safe == 0, one.gain != other.gain { return one.gain > other.gain }
        return (one.cost, one.people) < (other.cost, other.people)
    }

    /// What a move does; nil: nothing.
    private func choice(_ move: [Part], _ wanted: [Wanted]) -> Choice? {
        let everything = components(move, hiding: .all)
        let reached = wanted.filter { wanted in
            everything[wanted.span.lowerBound] != everything[wanted.span.upperBound]
        }
        guard !reached.isEmpty else { return nil }
        // Of these nothing can be left out.
        let needed = reached.reduce(into: PeriodSet()) { set, wanted in
            if let period = wanted.period { set.insert(PeriodSet(period)) }
        }
        func isReached(_ hiding: PeriodSet) -> Bool {
            let next = components(move, hiding: hiding)
            return reached.allSatisfy { next[$0.span.lowerBound] != next[$0.span.upperBound] }
        }
        var hiding = fewest(PeriodSet.all, needed, isReached)
        var outcome = outcome(move, wanted, hiding)
        if outcome.safe < reached.count {
            // Not all that is cut loose has room enough.
            let most = self.outcome(move, wanted, .all)
            if most.safe > outcome.safe || outcome.safe == 0 && most.gain > outcome.gain {
                hiding = fewest(PeriodSet.all, needed) { hiding in
                    let next = self.outcome(move, wanted, hiding)
                    return isReached(hiding) && next.safe >= most.safe && (most.safe > 0 || next.gain >= most.gain)
                }
                outcome = self.outcome(move, wanted, hiding)
            }
        }
        var cost = 0
        var size = 0
        for part in move {
            let new = hiding.intersection(filled[part.place]).subtracting(hidden[part.place])
            cost += isPrinted[part.place] ? new.count : 0
            for period in ReportPeriod.allCases where new.contains(PeriodSet(period)) {
                size += series[part.place].figures[period].recipientCount
            }
        }
        return Choice(
            move: move, hiding: hiding, safe: outcome.safe, gain: outcome.gain, cost: cost, people: size)
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

    /// What is uncertain after a move: how much of what is wanted is safe, and how far the rest has come.
    ///
    /// - Parameter isTaken: whether the moves to come have to get along with what this one changes.
    private func outcome(
        _ move: [Part], _ wanted: [Wanted], _ hiding: PeriodSet, isTaken: Bool = false
    ) -> (after: [Wanted], safe: Int, gain: Int) {
        let components = components(move, hiding: hiding)
        let people = Reach(move, components, bounds(move, components, hiding) { $0.people(minGroup) })
        let money = Reach(move, components, bounds(move, components, hiding) { $0.moneyRoom })
        var after = wanted
        var (safe, gain) = (0, 0)
        for index in after.indices {
            let span = after[index].span
            guard components[span.lowerBound] != components[span.upperBound] else { continue }
            let before = after[index]
            let need = need(before, move[0].place)
            people.extend(&after[index].up, from: span.lowerBound, to: span.upperBound, need.up, isTaken)
            people.extend(&after[index].down, from: span.upperBound, to: span.lowerBound, need.down, isTaken)
            money.extend(&after[index].moneyUp, from: span.lowerBound, to: span.upperBound, need.money, isTaken)
            money.extend(&after[index].moneyDown, from: span.upperBound, to: span.lowerBound, need.money, isTaken)
            if isSafe(after[index], move[0].place) { safe += 1 }
            gain +=
                after[index].up.size - before.up.size + after[index].down.size - before.down.size
                + (after[index].money > before.money ? 1 : 0)
        }
        return (after, safe, gain)
    }

    /// How many more and fewer there must be able to be of a hidden figure, and how much other its money.
    ///
    /// Of people that are not known any more it is as many more or fewer, together.
    private func need(_ wanted: Wanted, _ place: Int) -> (up: Int, down: Int, money: Int128) {
        let amount = series[place].money(in: wanted.span)
        let money = amount == 0 ? 0 : max(1, amount / Concealment.moneyPart)
        var (up, down) = (max(1, minGroup - 2), max(1, minGroup - 2))
        if let period = wanted.period {
            let people = series[place].figures[period].recipientCount
            (up, down) = (HiddenEdge.highestSmall(minGroup) - people, people - min(1, people))
        }
        guard let limits = wanted.limits else { return (up, down, money) }
        return (min(up, limits.up), min(down, limits.down), min(money, limits.money))
    }

    private func isSafe(_ wanted: Wanted, _ place: Int) -> Bool {
        let need = need(wanted, place)
        guard wanted.money >= need.money else { return false }
        return wanted.period == nil
            ? wanted.up.size + wanted.down.size >= min(max(1, minGroup - 2), need.up + need.down)
            : wanted.up.size >= need.up && wanted.down.size >= need.down
    }

    // MARK: What is known

    /// For each knot of time one that it hangs together with, by what is known of any group of a move.
    private func components(_ move: [Part], hiding: PeriodSet) -> [Int] {
        var knots = Knots(fixed[move[0].place])
        for part in move {
            if part.place != move[0].place {
                for (knot, root) in fixed[part.place].enumerated() where root != knot { knots.join(knot, root) }
            }
            guard isPrinted[part.place] else { continue }
            let withheld = hidden[part.place].union(hiding)
            for period in ReportPeriod.allCases where !withheld.contains(PeriodSet(period)) {
                if let span = spans[period.rawValue] { knots.join(span.lowerBound, span.upperBound) }
            }
        }
        return knots.roots
    }

    /// Of every span that is hidden, or never printed, how much less and more there can be.
    ///
    /// - Parameter room: of one figure.
    private func bounds<Number>(
        _ move: [Part], _ components: [Int], _ hiding: PeriodSet, _ room: (HiddenEdge) -> (down: Number, up: Number)
    ) -> [Reach<Number>.Bound] {
        var bounds: [Reach<Number>.Bound] = []
        func bound(_ part: Part, _ span: Range<Int>, _ edge: HiddenEdge) {
            guard components[span.lowerBound] != components[span.upperBound] else { return }
            let (down, up) = room(edge)
            bounds.append(Reach.Bound(part: part, span: span, down: down, up: up))
        }
        for part in move {
            let group = series[part.place]
            for span in pieces {
                let isPart = span.count == 1 && partAtoms.contains(span.lowerBound)
                bound(
                    part, span,
                    HiddenEdge(
                        kind: isPart ? .unknown : .unprinted, people: 0, times: group.times(in: span),
                        money: group.money(in: span)))
            }
            for span in group.kept {
                bound(
                    part, span,
                    HiddenEdge(
                        kind: group.remembered.contains(span) ? .remembered : .kept, people: 0,
                        times: group.times(in: span), money: group.money(in: span)))
            }
            guard isPrinted[part.place] else { continue }
            let withheld = hidden[part.place].union(hiding).intersection(filled[part.place])
            for period in ReportPeriod.allCases where withheld.contains(PeriodSet(period)) {
                guard let span = spans[period.rawValue] else { continue }
                let figures = group.figures[period]
                bound(
                    part, span,
                    HiddenEdge(
                        kind: isSmall(part.place, period) ? .small : .complement, people: figures.recipientCount,
                        times: figures.personTimeCount, money: figures.amountMinor,
                        mostPeople: min(
                            mostPeople(part.place, span, withheld), mostPeople(part, period, move))))
            }
        }
        return bounds
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

    /// Nor than in a group that takes this one in and does not change with it.
    private func mostPeople(_ part: Part, _ period: ReportPeriod, _ move: [Part]) -> Int {
        outer[part.place].filter { outer in !move.contains { $0.place == outer && $0.sign == part.sign } }
            .map { series[$0].figures[period].recipientCount }.min() ?? .max
    }
}
