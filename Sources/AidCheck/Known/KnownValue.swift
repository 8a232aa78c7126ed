import AidModel
import AidNews
import AidText

/// What facts say of one statement.
enum KnownValue: Sendable, Hashable {
    /// From where to where the value lies, in whole units: persons, yuan, percent.
    case value(DraftRatioRange, ids: [String], isProvisional: Bool)
    case missing(Missing)

    enum Missing: Sendable, Hashable {
        /// A level of which there is no fact.
        case level(KnownFigures.Key)
        /// Of a base of 0 there is no percent.
        case zeroBase(KnownFigures.Key)
        /// Of several groups or times together: people stand in more than one of them.
        case notAdded(DraftQuantity)
    }

    /// Where the value lies; nil: it is not known.
    var range: DraftRatioRange? {
        if case .value(let range, _, _) = self { range } else { nil }
    }
}

extension KnownFigures {
    /// What is known of a statement, called by the fact that states just this, where there is one.
    func value(_ statement: DraftStatement) -> KnownValue { named(statement, unnamed(statement)) }

    /// Where the value of a statement lies, for searches among many; nil: it is not known.
    func range(of statement: DraftStatement) -> DraftRatioRange? { unnamed(statement).range }

    private func unnamed(_ statement: DraftStatement) -> KnownValue {
        switch statement.kind {
        case .level: return value(statement.now)
        case .change:
            return two(statement) { now, base in now.minus(base) }
        case .percent:
            return two(statement, isQuotient: true) { now, base in now.growth(over: base) }
        case .ratio, .share:
            return two(statement, isQuotient: true) { now, base in now.percent(of: base) }
        case .shareChange:
            guard let base = statement.base else { return .missing(.level(key(statement.now))) }
            return two(share(statement.now), share(base)) { now, base in now.minus(base) }
        case .factor(let kind): return factor(kind, statement)
        case .contribution:
            guard let base = statement.base else { return .missing(.level(key(statement.now))) }
            let change = two(value(statement.now), value(base)) { now, base in now.minus(base) }
            let whole = base.of(groups: [])
            return two(change, value(whole), zero: key(whole)) { change, whole in change.percent(of: whole) }
        case .percentGap:
            guard let other = statement.other, let base = statement.base, let otherBase = statement.otherBase else {
                return .missing(.level(key(statement.now)))
            }
            let first = DraftStatement(kind: .percent, now: statement.now, base: base)
            let second = DraftStatement(kind: .percent, now: other, base: otherBase)
            return two(value(first), value(second)) { now, base in now.minus(base) }
        case .run: return run(statement)
        case .place: return place(statement)
        case .count: return count(statement)
        }
    }

    func key(_ quantity: DraftQuantity) -> Key {
        Key(span: quantity.span, group: quantity.group, measure: quantity.measure)
    }

    // MARK: Levels

    /// What is known of a level, or of the average that it is.
    func value(_ quantity: DraftQuantity) -> KnownValue {
        let whole = total(quantity)
        guard let rate = quantity.rate, case .value(let range, let ids, let isProvisional) = whole else { return whole }
        guard let count = count(of: rate, in: quantity.span) else { return .missing(.level(key(quantity))) }
        let parts = DraftRatio(Int128(count))
        return .value(
            DraftRatioRange(lowest: range.lowest.over(parts), highest: range.highest.over(parts)), ids: ids,
            isProvisional: isProvisional)
    }

    /// How many days, months or quarters a time has; nil: from the start.
    private func count(of rate: DraftQuantity.Rate, in span: DraftSpan) -> Int? {
        guard let first = span.first, let quarters = span.quarterCount else { return nil }
        switch rate {
        case .quarter: return quarters
        case .month: return quarters * 3
        case .day:
            let (start, end) = (Quarter(ordinal: first).firstDay, span.quarter.lastDay)
            return Int(end.daysSinceEpoch - start.daysSinceEpoch) + 1
        }
    }

    private func total(_ quantity: DraftQuantity) -> KnownValue {
        guard quantity.groups.count <= 1 else { return sum(ofGroups: quantity) }
        let key = key(quantity)
        if let average = averages[key] {
            let unit = key.measure.plain == .amount ? minorUnit : 1
            let ratio = DraftRatio(average.ratio.numerator, over: average.ratio.denominator * unit)
            return .value(
                DraftRatioRange(lowest: ratio, highest: ratio), ids: [average.id], isProvisional: average.isProvisional)
        }
        if let average = Self.averages[key.measure] {
            return two(
                total(quantity.of(average.top)), total(quantity.of(average.bottom)), zero: Key(key, average.bottom)
            ) { top, bottom in top.over(bottom) }
        }
        if let level = levels[key] {
            return .value(ratios(level, key.measure), ids: [level.id], isProvisional: level.isProvisional)
        }
        // Nobody but a fact tells a figure for a thousand members, or them.
        if key.measure == .members || key.measure.perThousand != nil { return .missing(.level(key)) }
        return sum(ofQuarters: quantity)
    }

    /// Person-times and money add up over quarters; people do not.
    private func sum(ofQuarters quantity: DraftQuantity) -> KnownValue {
        let span = quantity.span
        guard let first = span.first, span.last > first else { return .missing(.level(key(quantity))) }
        guard quantity.measure == .personTimes || quantity.measure == .amount, span.last - first < 400 else {
            return quantity.measure == .recipients || span.isYearToDate
                ? .missing(span.isYearToDate ? .level(key(quantity)) : .notAdded(quantity))
                : .missing(.level(key(quantity)))
        }
        return sum((first...span.last).map { quantity.of(.quarter(Quarter(ordinal: $0))) })
    }

    private func sum(ofGroups quantity: DraftQuantity) -> KnownValue {
        let fields = Set(quantity.groups.map { groups[$0].field })
        guard fields.count == 1, quantity.measure == .personTimes || quantity.measure == .amount else {
            return .missing(.notAdded(quantity))
        }
        return sum(quantity.groups.map { quantity.of(groups: [$0]) })
    }

    private func sum(_ parts: [DraftQuantity]) -> KnownValue {
        var sum = DraftRatioRange(lowest: DraftRatio(0), highest: DraftRatio(0))
        var (allIDs, isAnyProvisional) = ([String](), false)
        for part in parts {
            guard case .value(let range, let ids, let isProvisional) = total(part) else { return total(part) }
            sum = DraftRatioRange(
                lowest: sum.lowest.plus(range.lowest), highest: sum.highest.plus(range.highest))
            allIDs += ids
            isAnyProvisional = isAnyProvisional || isProvisional
        }
        return .value(sum, ids: allIDs, isProvisional: isAnyProvisional)
    }

    // MARK: Two levels

    private func two(
        _ statement: DraftStatement, isQuotient: Bool = false,
        _ compute: (DraftRatioRange, DraftRatioRange) -> DraftRatioRange
    ) -> KnownValue {
        guard let base = statement.base else { return .missing(.level(key(statement.now))) }
        let now = value(statement.now)
        let zero = isQuotient ? key(base) : nil
        if statement.isBasePublished {
            guard let level = published[key(base)]?.last else { return .missing(.level(key(base))) }
            let known = KnownValue.value(ratios(level, base.measure), ids: [level.id], isProvisional: false)
            return two(now, known, zero: zero, compute)
        }
        return two(now, value(base), zero: zero, compute)
    }

    /// - Parameter zero: the level by which is divided; nil: by none.
    private func two(
        _ now: KnownValue, _ base: KnownValue, zero: Key? = nil,
        _ compute: (DraftRatioRange, DraftRatioRange) -> DraftRatioRange
    ) -> KnownValue {
        guard case .value(let top, let topIDs, let isProvisional) = now else { return now }
        guard case .value(let bottom, let bottomIDs, let isBaseProvisional) = base else { return base }
        if let zero, bottom.lowest.numerator <= 0 { return .missing(.zeroBase(zero)) }
        return .value(compute(top, bottom), ids: topIDs + bottomIDs, isProvisional: isProvisional || isBaseProvisional)
    }

    /// A part of a change, which does not follow from levels in a line: the fact says it.
    private func factor(_ kind: FactKind, _ statement: DraftStatement) -> KnownValue {
        let key = key(statement.now)
        guard let base = statement.base, base.span == statement.span.moved(years: -1), !statement.isBasePublished,
            let level = factors[key]?[kind]
        else { return .missing(.level(key)) }
        return .value(ratios(level, key.measure), ids: [level.id], isProvisional: level.isProvisional)
    }

    private func share(_ part: DraftQuantity) -> KnownValue {
        value(DraftStatement(kind: .share, now: part, base: part.of(groups: [])))
    }

    // MARK: Runs

    /// How many quarters in a row up to a time each were above their base.
    private func run(_ statement: DraftStatement) -> KnownValue {
        guard let base = statement.base, statement.now.span.isQuarter else {
            return .missing(.level(key(statement.now)))
        }
        let lag = statement.now.span.last - base.span.last
        var (count, allIDs, isAnyProvisional) = (0, [String](), false)
        var last = statement.now.span.last
        while count < 400 {
            let quarter = Quarter(ordinal: last)
            let change = DraftStatement(
                kind: .change, now: statement.now.of(.quarter(quarter)),
                base: base.of(.quarter(Quarter(ordinal: last - lag))))
            guard case .value(let range, let ids, let isProvisional) = value(change) else {
                guard count > 0 else { return value(change) }
                // The run may have begun before the first figure that is known.
                let bound = DraftRatio(Int128.max / DraftBounds.one / 1000)
                return .value(
                    DraftRatioRange(lowest: DraftRatio(Int128(count)), highest: bound), ids: allIDs,
                    isProvisional: isAnyProvisional)
            }
            let goesOn = statement.rises == false ? range.highest.numerator < 0 : range.lowest.numerator > 0
            guard goesOn else { break }
            if count < 2 { allIDs += ids }
            isAnyProvisional = isAnyProvisional || isProvisional
            (count, last) = (count + 1, last - 1)
        }
        let exact = DraftRatio(Int128(count))
        return .value(DraftRatioRange(lowest: exact, highest: exact), ids: allIDs, isProvisional: isAnyProvisional)
    }

    // MARK: Names of facts

    /// The same value called by the fact that states just this, where there is one.
    private func named(_ statement: DraftStatement, _ known: KnownValue) -> KnownValue {
        guard case .value(let range, _, let isProvisional) = known, !statement.isBasePublished,
            let id = factID(statement), ids.contains(id)
        else {
            return known
        }
        return .value(range, ids: [id], isProvisional: isProvisional)
    }

    private func factID(_ statement: DraftStatement) -> String? {
        let kind: FactKind
        switch statement.kind {
        case .change: kind = .change
        case .percent: kind = .percent
        case .share: kind = .share
        case .contribution: kind = .contribution
        default: return nil
        }
        guard statement.isPlain, let period = FactPeriod(statement.span, since: programme?.since) else { return nil }
        let group = statement.group.map { FactGroup(groups[$0]) }
        let comparison: FactID.Comparison? =
            switch statement.base?.span {
            case _ where kind == .share: nil
            case statement.span.moved(years: -1)?: .yearEarlier
            case statement.span.before?: .quarterEarlier
            default: nil
            }
        if kind != .share, comparison == nil { return nil }
        return FactID(period, group: group, comparison: comparison, statement.measure, kind).text
    }

    // MARK: Units

    /// A level in whole units.
    func ratios(_ level: Level, _ measure: FactMeasure) -> DraftRatioRange {
        let unit: Int128 = measure == .amount ? minorUnit : 1
        return DraftRatioRange(
            lowest: DraftRatio(level.range.lowest, over: unit), highest: DraftRatio(level.range.highest, over: unit))
    }

    /// The number in units of its last decimal, rounded once.
    func minor(_ ratio: DraftRatio, _ decimals: Int) -> Int128 {
        let unit = (0..<decimals).reduce(Int128(1)) { unit, _ in unit * 10 }
        // A level has the unit as its denominator, so this is exact for it.
        if ratio.denominator == unit { return ratio.numerator }
        return rounding.quotient(ratio.numerator * unit, by: ratio.denominator)
    }

    private var minorUnit: Int128 { (0..<currency.minorDigits).reduce(1) { unit, _ in unit * 10 } }

    private static let averages: [FactMeasure: (top: FactMeasure, bottom: FactMeasure)] = [
        .amountPerRecipient: (.amount, .recipients), .amountPerPersonTime: (.amount, .personTimes),
        .personTimesPerRecipient: (.personTimes, .recipients),
    ]
}

extension KnownFigures.Key {
    init(_ key: Self, _ measure: FactMeasure) {
        self.init(span: key.span, group: key.group, measure: measure)
    }
}

extension FactPeriod {
    init?(_ span: DraftSpan, since: CalendarDay?) {
        // The id of a fact does not tell the day.
        if span.isCumulative {
            self = .cumulative(since: since ?? span.quarter.firstDay, through: span.quarter)
        } else if span.isQuarter {
            self = .quarter(span.quarter)
        } else if span.isYearToDate {
            self = .yearToDate(through: span.quarter)
        } else {
            return nil
        }
    }
}

extension DraftRatioRange {
    func minus(_ base: DraftRatioRange) -> DraftRatioRange {
        DraftRatioRange(lowest: lowest.minus(base.highest), highest: highest.minus(base.lowest))
    }

    /// - Parameter base: above 0.
    func over(_ base: DraftRatioRange) -> DraftRatioRange {
        DraftRatioRange(lowest: lowest.over(base.highest), highest: highest.over(base.lowest))
    }

    /// - Parameter base: above 0.
    func percent(of base: DraftRatioRange) -> DraftRatioRange {
        DraftRatioRange(lowest: lowest.percent(of: base.highest), highest: highest.percent(of: base.lowest))
    }

    /// By how many percent it is more than a base above 0.
    func growth(over base: DraftRatioRange) -> DraftRatioRange {
        DraftRatioRange(
            lowest: lowest.minus(base.highest).percent(of: base.highest),
            highest: highest.minus(base.lowest).percent(of: base.lowest))
    }
}

extension DraftRatio {
    func minus(_ other: DraftRatio) -> DraftRatio { plus(other.negated) }

    /// Levels have the same denominator; quotients of levels are made short, so that they stay within 128 bits.
    func plus(_ other: DraftRatio) -> DraftRatio {
        if denominator == other.denominator { return DraftRatio(numerator + other.numerator, over: denominator) }
        let (one, two) = (shortened, other.shortened)
        return DraftRatio(
            one.numerator * two.denominator + two.numerator * one.denominator, over: one.denominator * two.denominator)
    }

    /// - Parameter other: above 0.
    func over(_ other: DraftRatio) -> DraftRatio {
        if denominator == other.denominator { return DraftRatio(numerator, over: other.numerator) }
        let (one, two) = (shortened, other.shortened)
        return DraftRatio(one.numerator * two.denominator, over: one.denominator * two.numerator)
    }

    func percent(of other: DraftRatio) -> DraftRatio {
        let quotient = over(other)
        return DraftRatio(quotient.numerator * 100, over: quotient.denominator)
    }

    /// The same quotient in the smallest numbers.
    private var shortened: DraftRatio {
        var (one, two) = (numerator.magnitude, denominator.magnitude)
        while two != 0 { (one, two) = (two, one % two) }
        guard one > 1 else { return self }
        return DraftRatio(numerator / Int128(one), over: denominator / Int128(one))
    }
}
