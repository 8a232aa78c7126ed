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
        /// How many more and fewer there must be able to be, and how much other its money; no more than what the
        /// group's own figures leave room for, once that is known.
        ///
        /// Of people that are not known any more it is as many more or fewer, together.
        var need: Need
        /// How many more and fewer people and person-times there can be.
        var up = Shift<Int>()
        var down = Shift<Int>()
        /// How much more and less money.
        var moneyUp = Shift<Int128>()
        var moneyDown = Shift<Int128>()

        /// Whether it is one person's money, which is as close as the most that it can be: that there may be less does not
        /// help.
        var isOnePersons = false

        var money: Int128 { isOnePersons ? moneyUp.size : moneyUp.size + moneyDown.size }

        /// Whether no move has changed anything for it.
        var isUntouched: Bool { up.isEmpty && down.isEmpty && moneyUp.isEmpty && moneyDown.isEmpty }

        struct Need {
            let up: Int
            let down: Int
            let money: Int128
        }

        /// The same, needing no more than what the group's own figures leave room for.
        fileprivate func needing(noMoreThan own: Wanted) -> Wanted {
            var wanted = self
            wanted.need = Need(
                up: min(need.up, own.up.size), down: min(need.down, own.down.size), money: min(need.money, own.money))
            return wanted
        }
    }

    /// How many more and fewer people and person-times, and how much more and less money.
    struct Room {
        var up = 0
        var down = 0
        var moneyUp: Int128 = 0
        var moneyDown: Int128 = 0
    }

    /// What is printed first is hidden last.
    static let order: [ReportPeriod] = [
        .quarter, .yearEarlier, .quarterEarlier, .cumulative, .yearToDateYearEarlier, .yearToDate,
    ]
    /// An amount that is hidden must be uncertain by so much of itself.
    private static let moneyPart: Int128 = 10

    /// How many moves are added up for one group.
    private static let mostMoves = 12
    /// How many are hidden for one that nothing makes safe.
    private static let mostInVain = 4

    /// All that is known, and stays as it is.
    private let known: KnownGroups
    private(set) var hidden: [PeriodSet]
    /// What is to be kept uncertain and is not, since there is nothing to hide it behind.
    private(set) var unprotected = Unprotected()

    /// - Parameter partAtoms: those that are no whole quarters, so that nobody knows whether a group has claims there.
    init(
        _ series: [GroupSeries], spans: [Range<Int>?], minGroup: Int, rule: PPercentRule? = nil,
        partAtoms: Set<Int> = [], isPrinted: [Bool]? = nil, outer: [[Int]]? = nil
    ) {
        let known = KnownGroups(
            series, spans: spans, minGroup: minGroup, rule: rule, partAtoms: partAtoms,
            isPrinted: isPrinted ?? series.map { _ in true }, outer: outer ?? series.map { _ in [] })
        self.known = known
        hidden = series.indices.map { place in
            guard known.isPrinted[place] else { return [] }
            return ReportPeriod.allCases.reduce(into: PeriodSet()) { hidden, period in
                guard let span = spans[period.rawValue], known.filled[place].contains(PeriodSet(period)) else { return }
                let isSmall = known.figures(place, period).recipientCount < minGroup
                let isDominated = series[place].dominated.contains(PeriodSet(period))
                if isSmall || isDominated || series[place].kept.contains(span) { hidden.insert(PeriodSet(period)) }
            }
        }
    }

    var minGroup: Int { known.minGroup }
    var rule: PPercentRule? { known.rule }
    var series: [GroupSeries] { known.series }
    var spans: [Range<Int>?] { known.spans }
    var isPrinted: [Bool] { known.isPrinted }
    var outer: [[Int]] { known.outer }
    var filled: [PeriodSet] { known.filled }
    var pieces: GroupPieces { known.pieces }
    var isPartOfQuarter: [Bool] { known.isPartOfQuarter }
    var endsOfPeriods: [Range<Int>?] { known.endsOfPeriods }
    var shownEnds: [[Range<Int>]] { known.shownEnds }
    var kept: [[(span: Range<Int>, edge: HiddenEdge)]] { known.kept }

    func figures(_ place: Int, _ period: ReportPeriod) -> Figures { known.figures(place, period) }

    /// The ends of pieces, of which none hangs together with another one.
    var noEnds: Knots { Knots(pieces.ends.count) }

    /// The knots of time, of which none hangs together with another one.
    var knots: Knots { Knots((series.first?.atomCount ?? 0) + 1) }

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
        filled[place].contains(PeriodSet(period)) && figures(place, period).recipientCount < minGroup
    }

    /// Whether one person has nearly all of the money of a group that is not small.
    private func isDominated(_ place: Int, _ period: ReportPeriod) -> Bool {
        isFilled(place, period) && series[place].dominated.contains(PeriodSet(period)) && !isSmall(place, period)
    }

    func isFilled(_ place: Int, _ period: ReportPeriod) -> Bool { filled[place].contains(PeriodSet(period)) }

    /// All of a group that must stay uncertain.
    func wanted(of place: Int) -> [Wanted] {
        guard isPrinted[place] else { return [] }
        let small = ReportPeriod.allCases.filter { isSmall(place, $0) || isDominated(place, $0) }
        let own = small.compactMap { period in spans[period.rawValue].map { wanted($0, period, place) } }
        let before = series[place].remembered.union(series[place].regrouped.keys).subtracting(own.map(\.span))
            .filter { series[place].times(in: $0) > 0 }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        let known = Set(own.map(\.span) + before)
        return own + (before + derived(place).filter { !known.contains($0) }).map { wanted($0, nil, place) }
    }

    private func wanted(_ span: Range<Int>, _ period: ReportPeriod?, _ place: Int) -> Wanted {
        let amount = series[place].regrouped[span]?.amountMinor ?? series[place].money(in: span)
        let money = amount == 0 ? 0 : max(1, amount / Concealment.moneyPart)
        guard let period else {
            let either = max(1, minGroup - 2)
            return Wanted(span: span, period: nil, need: Wanted.Need(up: either, down: either, money: money))
        }
        if isDominated(place, period) {
            var wanted = Wanted(
                span: span, period: period,
                need: Wanted.Need(up: 0, down: 0, money: max(money, rule.map { $0.part(of: amount) } ?? 0)))
            wanted.isOnePersons = true
            return wanted
        }
        let people = figures(place, period).recipientCount
        return Wanted(
            span: span, period: period,
            need: Wanted.Need(
                up: HiddenEdge.highestSmall(minGroup) - people, down: people - min(1, people), money: money))
    }

    /// Spans with few person-times that no period is, but that would follow from periods if all were shown.
    private func derived(_ place: Int) -> [Range<Int>] {
        var knots = knots
        series[place].join(&knots)
        let own = knots.roots
        for case let span? in spans { knots.join(span.lowerBound, span.upperBound) }
        let roots = knots.roots
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

    /// What of a group is to be made uncertain.
    struct Open {
        fileprivate let place: Int
        /// What other groups can make uncertain.
        fileprivate var wanted: [Wanted]
        /// What the group's own figures tell, however few they are: no other group can take that back.
        fileprivate let told: [Wanted]

        var isEmpty: Bool { wanted.isEmpty }
    }

    /// - Parameter wanted: all of a group that must stay uncertain.
    func open(_ place: Int, _ wanted: [Wanted]) -> Open {
        let own = alone(place, wanted)
        let left = zip(wanted, own).map { $0.needing(noMoreThan: $1) }
        return Open(place: place, wanted: left.filter { !isSafe($0) }, told: own.filter { !isSafe($0) })
    }

    /// Hides what keeps a group uncertain, as far as some moves do.
    ///
    /// - Parameter moves: those that may do, likely ones first.
    /// - Returns: the groups of which more is hidden.
    mutating func hide(_ group: inout Open, behind moves: some Sequence<[Part]>) -> Set<Int> {
        var changed: Set<Int> = []
        // A move can go further once another one has hidden more.
        for _ in 0..<Concealment.mostMoves where !group.isEmpty {
            guard let best = best(moves, group.wanted) else { break }
            group.wanted =
                best.outcome.safe == group.wanted.count
                ? [] : taken(best.move, group.wanted, best.hiding).filter { !isSafe($0) }
            for part in best.move {
                let hiding = best.hiding.intersection(filled[part.place])
                if !hidden[part.place].isSuperset(of: hiding) { changed.insert(part.place) }
                hidden[part.place].formUnion(hiding)
            }
        }
        return changed
    }

    /// Ends with a group: what is left of it has nothing to be hidden behind for certain.
    ///
    /// - Parameter likely: moves that may do as well as any.
    /// - Returns: the groups of which more is hidden.
    mutating func close(_ group: Open, likely: some Sequence<[Part]>) -> Set<Int> {
        // What is printed of one span in several periods is one figure.
        unprotected.figureCount += Set((group.told + group.wanted).map(\.span)).count
        for wanted in group.told + group.wanted {
            if let period = wanted.period { unprotected.periods.insert(PeriodSet(period)) }
            if wanted.money < wanted.need.money { unprotected.measures.insert(.money) }
            if !isSafe(wanted, up: wanted.up.size, down: wanted.down.size, money: wanted.need.money) {
                unprotected.measures.insert(.people)
            }
        }
        if group.isEmpty { return [] }
        let parts = likely.prefix(Concealment.mostInVain).flatMap { $0 } + [(group.place, 1)]
        return hideInVain(parts, group.wanted.map(\.span))
    }

    /// Hides the likely partners of what there is nothing to hide behind for certain: more than moves can tell may be
    /// uncertain then.
    private mutating func hideInVain(_ likely: [Part], _ open: [Range<Int>]) -> Set<Int> {
        var changed: Set<Int> = []
        for part in likely {
            let before = hidden[part.place]
            var new: PeriodSet = []
            for period in ReportPeriod.allCases where isFilled(part.place, period) {
                if let span = spans[period.rawValue], open.contains(where: span.overlaps) {
                    new.insert(PeriodSet(period))
                }
            }
            new.subtract(hidden[part.place])
            hidden[part.place].formUnion(new)
            // What follows from the group's other figures needs not be hidden.
            var view = MoveInView([part], self)
            let roots = view.components(hiding: [], self)
            for period in ReportPeriod.allCases where new.contains(PeriodSet(period)) {
                if let span = endsOfPeriods[period.rawValue], roots[span.lowerBound] == roots[span.upperBound] {
                    hidden[part.place].remove(PeriodSet(period))
                }
            }
            if hidden[part.place] != before { changed.insert(part.place) }
        }
        return changed
    }

    func isSafe(_ wanted: Wanted) -> Bool { isSafe(wanted, with: Room()) }

    /// Whether a figure would be safe with so much more room.
    func isSafe(_ wanted: Wanted, with room: Room) -> Bool {
        isSafe(
            wanted, up: wanted.up.size + room.up, down: wanted.down.size + room.down,
            money: wanted.money + room.moneyUp + (wanted.isOnePersons ? 0 : room.moneyDown))
    }

    /// Whether a figure is safe with so much room.
    private func isSafe(_ wanted: Wanted, up: Int, down: Int, money: Int128) -> Bool {
        let need = wanted.need
        guard money >= need.money else { return false }
        return wanted.period == nil
            ? up + down >= min(max(1, minGroup - 2), need.up + need.down) : up >= need.up && down >= need.down
    }
}
