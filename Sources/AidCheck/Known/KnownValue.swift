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
    }
}

extension KnownFigures {
    /// What is known of a statement.
    func value(_ statement: DraftStatement) -> KnownValue {
        let now = key(statement, statement.span)
        switch statement.kind {
        case .level: return level(now)
        case .change:
            return two(statement, now) { now, base in
                DraftRatioRange(
                    lowest: now.lowest.minus(base.highest), highest: now.highest.minus(base.lowest))
            }
        case .percent:
            return two(statement, now, isQuotient: true) { now, base in
                DraftRatioRange(
                    lowest: now.lowest.minus(base.highest).percent(of: base.highest),
                    highest: now.highest.minus(base.lowest).percent(of: base.lowest))
            }
        case .ratio:
            return two(statement, now, isQuotient: true) { now, base in
                DraftRatioRange(
                    lowest: now.lowest.percent(of: base.highest), highest: now.highest.percent(of: base.lowest))
            }
        case .shareChange:
            guard let span = statement.base else { return .missing(.level(now)) }
            var share = statement
            share.kind = .share
            share.base = nil
            guard case .value(let later, let laterIDs, let isProvisional) = value(share) else { return value(share) }
            share.span = span
            guard case .value(let earlier, let earlierIDs, _) = value(share) else { return value(share) }
            return .value(
                DraftRatioRange(
                    lowest: later.lowest.minus(earlier.highest), highest: later.highest.minus(earlier.lowest)),
                ids: name(statement, laterIDs + earlierIDs), isProvisional: isProvisional)
        case .share:
            var whole = now
            whole.group = nil
            if now.measure == .firstTime || now.measure == .returning {
                whole = KnownFigures.Key(now, .recipients)
            }
            guard let part = levels[now] else { return .missing(.level(now)) }
            guard let all = levels[whole] else { return .missing(.level(whole)) }
            guard all.range.lowest > 0 else { return .missing(.zeroBase(whole)) }
            let (top, bottom) = (ratios(part, now.measure), ratios(all, now.measure))
            return .value(
                DraftRatioRange(
                    lowest: top.lowest.percent(of: bottom.highest), highest: top.highest.percent(of: bottom.lowest)),
                ids: name(statement, [part.id, all.id]), isProvisional: part.isProvisional)
        }
    }

    func key(_ statement: DraftStatement, _ span: DraftSpan) -> Key {
        Key(span: span, group: statement.group, measure: statement.measure)
    }

    private func level(_ key: Key) -> KnownValue {
        if let average = averages[key] {
            let unit = key.measure == .personTimesPerRecipient ? 1 : minorUnit
            let ratio = DraftRatio(average.ratio.numerator, over: average.ratio.denominator * unit)
            return .value(
                DraftRatioRange(lowest: ratio, highest: ratio), ids: [average.id], isProvisional: average.isProvisional)
        }
        if let average = Self.averages[key.measure] {
            let (top, bottom) = (Key(key, average.top), Key(key, average.bottom))
            guard let above = levels[top] else { return .missing(.level(top)) }
            guard let below = levels[bottom] else { return .missing(.level(bottom)) }
            guard below.range.lowest > 0 else { return .missing(.zeroBase(bottom)) }
            let (first, second) = (ratios(above, average.top), ratios(below, average.bottom))
            return .value(
                DraftRatioRange(
                    lowest: first.lowest.over(second.highest), highest: first.highest.over(second.lowest)),
                ids: [above.id, below.id], isProvisional: above.isProvisional)
        }
        if let level = levels[key] {
            return .value(ratios(level, key.measure), ids: [level.id], isProvisional: level.isProvisional)
        }
        // Person-times and money add up over quarters; people do not.
        if case .secondHalf(let year) = key.span, key.measure == .personTimes || key.measure == .amount {
            let parts = [3, 4].map { Key(key, span: .quarter(Quarter(year: year, number: $0))) }
            guard let third = levels[parts[0]] else { return .missing(.level(parts[0])) }
            guard let fourth = levels[parts[1]] else { return .missing(.level(parts[1])) }
            let sum = FigureRange(
                lowest: third.range.lowest + fourth.range.lowest, highest: third.range.highest + fourth.range.highest)
            return .value(
                ratios(Level(range: sum, id: ""), key.measure), ids: [third.id, fourth.id],
                isProvisional: fourth.isProvisional)
        }
        return .missing(.level(key))
    }

    private func two(
        _ statement: DraftStatement, _ now: Key, isQuotient: Bool = false,
        _ compute: (DraftRatioRange, DraftRatioRange) -> DraftRatioRange
    ) -> KnownValue {
        guard let span = statement.base else { return .missing(.level(now)) }
        let before = key(statement, span)
        if statement.isBasePublished {
            guard case .value(let top, let topIDs, let isProvisional) = level(now) else { return level(now) }
            guard let level = published[before]?.last else { return .missing(.level(before)) }
            let bottom = ratios(level, before.measure)
            if isQuotient, bottom.lowest.numerator <= 0 { return .missing(.zeroBase(before)) }
            return .value(compute(top, bottom), ids: topIDs + [level.id], isProvisional: isProvisional)
        }
        guard case .value(let top, let topIDs, let isProvisional) = level(now) else { return level(now) }
        guard case .value(let bottom, let bottomIDs, _) = level(before) else { return level(before) }
        if isQuotient, bottom.lowest.numerator <= 0 { return .missing(.zeroBase(before)) }
        return .value(
            compute(top, bottom), ids: name(statement, topIDs + bottomIDs), isProvisional: isProvisional)
    }

    /// The id of the fact that states just this; else those of the levels from which it follows.
    private func name(_ statement: DraftStatement, _ levels: [String]) -> [String] {
        let kind: FactKind =
            switch statement.kind {
            case .level: .level
            case .change: .change
            case .percent, .ratio: .percent
            case .share: .share
            case .shareChange: .shareChange
            }
        guard let period = FactPeriod(statement.span, since: programme?.since), statement.kind != .ratio else {
            return levels
        }
        let group = statement.group.map { FactGroup(groups[$0]) }
        let comparison: FactID.Comparison? =
            switch statement.base {
            case nil: nil
            case statement.span.moved(years: -1)?: .yearEarlier
            default: .quarterEarlier
            }
        let id = FactID(period, group: group, comparison: comparison, statement.measure, kind).text
        return ids.contains(id) ? [id] : levels
    }

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

    init(_ key: Self, span: DraftSpan) {
        self.init(span: span, group: key.group, measure: key.measure)
    }
}

extension FactPeriod {
    init?(_ span: DraftSpan, since: CalendarDay?) {
        switch span {
        case .quarter(let quarter): self = .quarter(quarter)
        case .yearToDate(let quarter): self = .yearToDate(through: quarter)
        case .cumulative(let quarter):
            // The id of a fact does not tell the day.
            self = .cumulative(since: since ?? quarter.firstDay, through: quarter)
        case .secondHalf: return nil
        }
    }
}

extension DraftRatio {
    /// Both are levels, whose denominators are the same.
    func minus(_ other: DraftRatio) -> DraftRatio {
        denominator == other.denominator
            ? DraftRatio(numerator - other.numerator, over: denominator)
            : DraftRatio(
                numerator * other.denominator - other.numerator * denominator, over: denominator * other.denominator)
    }

    /// - Parameter other: above 0.
    func over(_ other: DraftRatio) -> DraftRatio {
        DraftRatio(numerator * other.denominator, over: denominator * other.numerator)
    }

    func percent(of other: DraftRatio) -> DraftRatio {
        DraftRatio(numerator * other.denominator * 100, over: denominator * other.numerator)
    }
}
