import AidModel
import AidStatistics

/// What the quarter is among all quarters of the data.
extension FactBuilder {
    /// A record says something only among enough quarters.
    private static let fewestOthers = 4

    /// A run of one is a change, no run.
    private static let shortestRun = 2

    /// Highest, lowest, and runs; not of a quarter of which days are missing.
    mutating func addSeries() {
        guard !lacksDays else { return }
        // Nobody knows what the quarters of a hole were, so nothing is said of those before it.
        let ordinals = Set(report.quarters.filter { $0.figures != nil }.map(\.quarter.ordinal))
        var first = report.quarter.ordinal
        while ordinals.contains(first - 1) { first -= 1 }
        let known = report.quarters.filter { (first...report.quarter.ordinal).contains($0.quarter.ordinal) }
        for measure in Measure.allCases {
            addRecord(measure, among: known)
            addRun(measure, .quarterEarlier, distance: 1)
            addRun(measure, .yearEarlier, distance: 4)
        }
    }

    private var subject: FactMaker.Subject {
        FactMaker.Subject(period: quarter, isRestated: report.restatement?.differsFromLast ?? false)
    }

    /// Whether figures of the programme's first quarter tell of all of its days.
    private func isWhole(_ quarter: Quarter) -> Bool {
        quarter.firstDay >= start
    }

    /// Whether the programme may have paid throughout a quarter. Where nobody has told when it began, it may have begun
    /// before the data.
    private func mayHaveFigures(_ quarter: Quarter) -> Bool {
        report.programme.since == nil || isWhole(quarter)
    }

    private mutating func addRecord(_ measure: Measure, among known: [QuarterTotal]) {
        let others = known.filter { $0.quarter != report.quarter }
        let figures = others.compactMap { total in total.figures.map { (total.quarter, $0[measure]) } }
        let now = report.figures[measure]
        guard figures.count >= FactBuilder.fewestOthers else { return }
        // The record is held against the quarter that comes nearest to it; of equals, against the last.
        func add(_ kind: FactKind, among others: [(Quarter, Int128)], nearest: Int128) {
            guard let first = others.first?.0, let holder = others.last(where: { $0.1 == nearest })?.0 else { return }
            self.add(
                kind, FactMeasure(measure), of: subject, .exactly(now),
                base: FactBase(
                    .others, period: .quarter(holder), value: .exactly(nearest),
                    others: FactBase.Others(since: first, count: others.count)))
        }
        // A quarter that lacks days may have been higher than it looks.
        if let highest = figures.map(\.1).max(), now > highest, !others.contains(where: \.isIncomplete) {
            add(.highest, among: figures, nearest: highest)
        }
        // A quarter without claims, or with some of its days alone, would make a lowest one of no meaning.
        let whole = figures.filter { isWhole($0.0) }
        if others.allSatisfy({ $0.figures != nil }), whole.count >= FactBuilder.fewestOthers,
            let lowest = whole.map(\.1).min(), now < lowest
        {
            add(.lowest, among: whole, nearest: lowest)
        }
    }

    private mutating func addRun(_ measure: Measure, _ kind: FactBase.Comparison, distance: Int) {
        var figures: [Int: Int128] = [:]
        for total in report.quarters
        where total.figures != nil && isWhole(total.quarter) && !total.isProvisional
            && !total.isIncomplete
        {
            figures[total.quarter.ordinal] = total.figures?[measure]
        }
        func direction(_ ordinal: Int) -> Int128? {
            figures[ordinal].flatMap { now in figures[ordinal - distance].map { (now - $0).signum() } }
        }
        guard let last = direction(report.quarter.ordinal), last != 0 else { return }
        var count = 1
        while direction(report.quarter.ordinal - count) == last { count += 1 }
        let isAtLeast = [0, distance].contains { back in
            let earlier = Quarter(ordinal: report.quarter.ordinal - count - back)
            return figures[earlier.ordinal] == nil && mayHaveFigures(earlier)
        }
        let before = Quarter(ordinal: report.quarter.ordinal - count + 1 - distance)
        guard count >= FactBuilder.shortestRun, let base = figures[before.ordinal] else { return }
        add(
            last > 0 ? .rises : .falls, FactMeasure(measure), of: subject,
            comparison: kind == .yearEarlier ? .yearEarlier : .quarterEarlier, .exactly(Int128(count)),
            base: FactBase(kind, period: .quarter(before), value: .exactly(base), count: count, isAtLeast: isAtLeast))
    }

    // MARK: Round numbers

    /// The largest round number that the cumulative figure reached within the quarter.
    mutating func addMilestones(of subject: FactMaker.Subject) {
        // What there was before the quarter: recipients do not add up, but those new in it are known.
        guard report.quarter > start.quarter else { return }
        var now = report.cumulative.figures
        if let sinceStart = report.cumulative.sinceStart {
            now.personTimeCount = sinceStart.personTimeCount
            now.amountMinor = sinceStart.amountMinor
        }
        let before: [(Measure, Int128?)] = [
            (.recipients, isForgotten ? nil : report.firstTimeCount.map { now[.recipients] - Int128($0) }),
            (.personTimes, now[.personTimes] - report.figures[.personTimes]),
            (.amount, now[.amount] - report.figures[.amount]),
        ]
        for (measure, earlier) in before {
            let decimals = measure.decimals(report.programme.currency)
            guard let earlier, earlier >= 0,
                let round = FactBuilder.milestone(from: earlier, to: now[measure], decimals: decimals)
            else { continue }
            add(
                .milestone, FactMeasure(measure), of: subject, .exactly(round),
                base: FactBase(
                    .before,
                    period: .cumulative(since: start, through: report.quarter.quarterEarlier),
                    value: .exactly(earlier)))
        }
    }

    /// The roundest number above `earlier` and not above `now`: of 万 and more, with one digit that is not 0,
    /// or two of which the second is 5 (15亿, 3500万).
    static func milestone(from earlier: Int128, to now: Int128, decimals: Int) -> Int128? {
        var power: Int128 = 10_000
        for _ in 0..<decimals { power *= 10 }
        guard now >= power, now > earlier else { return nil }
        while now / 10 >= power { power *= 10 }
        let whole = now / power * power
        if whole > earlier { return whole }
        let half = whole + power / 2
        return half > earlier && half <= now ? half : nil
    }
}
