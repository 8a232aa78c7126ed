import AidModel

/// One group through time: what decides whether its figures may be shown.
///
/// Time is cut into atoms, the quarters of the data, and that in which the programme starts at its first day. What
/// lies between two atoms is a knot: a span of time goes from one knot to another.
struct GroupSeries: Sendable {
    /// Of each period of the report.
    var figures: PeriodFigures
    /// The periods in which one person has nearly all of the money.
    var dominated: PeriodSet = []
    let atomCount: Int
    /// What there is before some knots, the first first: before the knot behind each atom that has claims; or, where
    /// most atoms have, before every knot but the first.
    private let sums: [Sum]
    /// Spans that earlier reports have shown.
    var known: Set<Range<Int>> = []
    /// Spans that earlier reports have hidden because of few people, and that must stay so.
    var remembered: Set<Range<Int>> = []
    /// Spans that earlier reports have hidden for whatever reason, and that must stay so.
    var kept: Set<Range<Int>> = []
    /// Those of them that may hold a small group that was hidden when groups were put together otherwise, with what is
    /// other there than it was printed.
    var regrouped: [Range<Int>: Tally] = [:]

    private struct Sum: Sendable {
        var knot = 0
        var times = 0
        var money: Int128 = 0
    }

    /// - Parameter atoms: person-times and money of those that have any, by atom.
    init(figures: PeriodFigures, atoms: ArraySlice<AtomSums.Sum>, atomCount: Int) {
        self.figures = figures
        self.atomCount = atomCount
        var sums: [Sum] = []
        let isWhole = 2 * atoms.count >= atomCount
        sums.reserveCapacity(isWhole ? atomCount : atoms.count)
        var sum = Sum()
        func fill(through atom: Int) {
            while isWhole, sums.count < atom {
                sum.knot = sums.count + 1
                sums.append(sum)
            }
        }
        for atom in atoms {
            fill(through: atom.atom)
            sum = Sum(knot: atom.atom + 1, times: sum.times + atom.times, money: sum.money + atom.money)
            sums.append(sum)
        }
        fill(through: atomCount)
        self.sums = sums
    }

    /// Whether earlier reports have told anything of it.
    var isTold: Bool { !known.isEmpty || !kept.isEmpty }

    /// Whether what an earlier report hid of a span had few people.
    func isSmallThen(_ span: Range<Int>, _ minGroup: Int) -> Bool {
        remembered.contains(span) || regrouped[span].map { $0.recordCount < minGroup } ?? false
    }

    /// What is uncertain of a span that an earlier report hid.
    func uncertain(in span: Range<Int>) -> Tally {
        regrouped[span] ?? Tally(recordCount: times(in: span), amountMinor: money(in: span))
    }

    private func sum(before knot: Int) -> Sum {
        if sums.count == atomCount { return knot == 0 ? Sum() : sums[knot - 1] }
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle].knot <= knot { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? Sum() : sums[low - 1]
    }

    func times(in span: Range<Int>) -> Int { sum(before: span.upperBound).times - sum(before: span.lowerBound).times }

    func money(in span: Range<Int>) -> Int128 {
        sum(before: span.upperBound).money - sum(before: span.lowerBound).money
    }

    /// Tells of every atom in which the group has claims, in order.
    func forEachAtom(_ tell: (_ atom: Int, Tally) -> Void) {
        var before = Sum()
        for sum in sums where sum.times > before.times {
            tell(sum.knot - 1, Tally(recordCount: sum.times - before.times, amountMinor: sum.money - before.money))
            before = sum
        }
    }

    /// Joins the knots that everybody can tell from one another, whatever this report shows: those between which the
    /// group has no claims, and the ends of what is known.
    func join(_ knots: inout Knots) {
        var first = 0
        var before = 0
        for sum in sums where sum.times > before {
            for knot in first..<sum.knot - 1 { knots.join(knot, knot + 1) }
            (first, before) = (sum.knot, sum.times)
        }
        for knot in first..<atomCount { knots.join(knot, knot + 1) }
        for span in known { knots.join(span.lowerBound, span.upperBound) }
    }
}

/// A set of periods of a report, a bit each.
package struct PeriodSet: OptionSet, Hashable, Sendable {
    package var rawValue: UInt8

    static let all = PeriodSet(rawValue: 1 << UInt8(ReportPeriod.allCases.count) - 1)

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package init(_ period: ReportPeriod) { rawValue = 1 << UInt8(period.rawValue) }

    var count: Int { rawValue.nonzeroBitCount }
}

/// The atoms of time that the data have, and which of them each period takes in.
struct AtomsOfTime: Sendable, Equatable {
    struct Atom: Sendable, Hashable {
        var quarter: Quarter
        /// Whether cumulative figures leave it out.
        var isBeforeStart: Bool
    }

    let atoms: [Atom]
    let quarter: Quarter
    /// Of every time cell its atom; nil: it is in no period.
    let places: [Int?]

    /// - Parameter farOff: quarters that are in no period.
    init(_ cells: [TimeCells.Cell], quarter: Quarter, farOff: Set<Quarter> = []) {
        self.quarter = quarter
        let near = Set(cells.filter { !farOff.contains($0.quarter) })
        let sorted = near.map { Atom(quarter: $0.quarter, isBeforeStart: $0.isBeforeStart) }.sorted {
            ($0.quarter.ordinal, $0.isBeforeStart ? 0 : 1) < ($1.quarter.ordinal, $1.isBeforeStart ? 0 : 1)
        }
        let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
        atoms = sorted
        places = cells.map { numbers[Atom(quarter: $0.quarter, isBeforeStart: $0.isBeforeStart)] }
    }

    /// The atoms that are no whole quarters.
    var parts: Set<Int> {
        Set(
            atoms.indices.filter { place in
                atoms.indices.contains { $0 != place && atoms[$0].quarter == atoms[place].quarter }
            })
    }

    /// The knots at which a period begins and ends; nil: there are no data in it.
    func span(_ period: ReportPeriod) -> Range<Int>? {
        span(period.quarters(of: quarter), fromStart: period == .cumulative)
    }

    /// Those of what an earlier report had of a quarter.
    func span(_ period: PublishedCell.Period, of quarter: Quarter) -> Range<Int>? {
        switch period {
        case .quarter: span(quarter...quarter, fromStart: false)
        case .yearToDate: span(quarter.firstOfYear...quarter, fromStart: false)
        case .cumulative: span(Quarter(year: 1, number: 1)...quarter, fromStart: true)
        }
    }

    private func span(_ quarters: ClosedRange<Quarter>, fromStart: Bool) -> Range<Int>? {
        let isIn = { (atom: Atom) in quarters.contains(atom.quarter) && !(fromStart && atom.isBeforeStart) }
        guard let first = atoms.firstIndex(where: isIn), let last = atoms.lastIndex(where: isIn) else { return nil }
        return first..<last + 1
    }
}
