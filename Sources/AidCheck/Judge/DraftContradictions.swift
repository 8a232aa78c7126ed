import AidModel
import AidNews

/// Holds the figures of a draft against each other, with nothing but what the draft says.
///
/// Every figure is all that it can mean as it is printed: 98.58万 is 985,750 to 985,850. Only what no choice
/// within these can make true is a contradiction.
struct DraftContradictions {
    private let known: KnownFigures
    private let wording: StatementWording
    /// What is stated, by what it is about.
    private var stated: [Stated] = []
    private var found: [DraftContradiction] = []

    /// One figure with the reading that is held against the others.
    private struct Stated {
        var place: Int
        var statement: DraftStatement
        var bounds: DraftBounds
        /// Below a million, and without 万.
        var isSmall: Bool
    }

    /// - Parameter statements: of each figure the reading that counts; nil: none can be told.
    static func find(
        _ figures: [DraftFigure], _ statements: [DraftStatement?], known: KnownFigures
    ) -> [DraftContradiction] {
        var search = DraftContradictions(known: known, wording: StatementWording(known: known))
        for (place, (figure, statement)) in zip(figures, statements).enumerated() {
            guard let statement, figure.doubt == nil else { continue }
            search.stated.append(
                Stated(
                    place: place, statement: statement, bounds: figure.number.loose ?? figure.number.accepted,
                    isSmall: !figure.number.hasMagnitude && figure.number.value < 1_000_000 * DraftBounds.one))
        }
        search.leaveOutSmall()
        search.run()
        return search.found
    }

    private init(known: KnownFigures, wording: StatementWording) {
        self.known = known
        self.wording = wording
    }

    /// Leaves out what must be about something else than the totals of the draft, such as what one person got.
    private mutating func leaveOutSmall() {
        let levels = stated.filter { $0.statement.kind == .level && $0.statement.group == nil && !$0.isSmall }
        stated.removeAll { small in
            small.isSmall && small.statement.kind == .level && small.statement.group == nil
                && levels.contains {
                    $0.statement.measure == small.statement.measure && $0.bounds.lowest / 1000 > small.bounds.highest
                }
        }
    }

    private mutating func run() {
        let levels = stated.filter { $0.statement.kind == .level }
        findTwoValues(stated)
        for first in levels { findAmong(first, levels) }
        for change in stated where change.statement.kind == .change { findBase(change, levels) }
        for percent in stated where percent.statement.kind == .percent { findPercent(percent, levels) }
        for ratio in stated where ratio.statement.kind == .ratio { findRatio(ratio, levels) }
        findParts(levels)
        findShares(stated)
    }

    private mutating func add(_ reason: DraftContradiction.Reason, _ figures: [Stated]) {
        let places = Array(Set(figures.map(\.place))).sorted()
        found.append(DraftContradiction(kind: reason.kind, figures: places, reason: wording.text(reason)))
    }

    // MARK: The same said twice

    private mutating func findTwoValues(_ stated: [Stated]) {
        for (index, first) in stated.enumerated() {
            for second in stated[(index + 1)...] {
                var (one, other) = (first.statement, second.statement)
                // 增加 and 减少 of the same size are not the same.
                let isOpposite =
                    one.kind != .level && one.rises != other.rises && one.rises != nil && other.rises != nil
                (one.rises, other.rises) = (nil, nil)
                if one.kind == .level { (one.base, other.base) = (nil, nil) }
                guard one == other, isOpposite || !first.bounds.overlaps(second.bounds) else { continue }
                add(.twoValues(first.statement), [first, second])
            }
        }
    }

    // MARK: Levels against each other

    private mutating func findAmong(_ first: Stated, _ levels: [Stated]) {
        for second in levels where second.place != first.place && first.statement.group == second.statement.group {
            let (one, other) = (first.statement, second.statement)
            if one.span == other.span {
                if one.measure == .recipients, other.measure == .personTimes,
                    first.bounds.lowest > second.bounds.highest
                {
                    add(.morePeopleThanPersonTimes, [first, second])
                }
                if one.measure == .amount, other.measure == .recipients || other.measure == .personTimes {
                    findMoneyPerPerson(first, second)
                }
            } else if one.measure == other.measure, isWithin(one.span, other.span),
                first.bounds.lowest > second.bounds.highest
            {
                add(.spanOverLonger(one.span, longer: other.span), [first, second])
            }
        }
    }

    /// What a person can have got: more than one unit of money, and less than a million.
    private mutating func findMoneyPerPerson(_ amount: Stated, _ people: Stated) {
        if amount.bounds.highest < people.bounds.lowest {
            add(.tooLittlePerPerson, [amount, people])
        } else if people.bounds.highest > 0, amount.bounds.lowest / 1_000_000 > people.bounds.highest {
            add(.tooMuchPerPerson, [amount, people])
        }
    }

    private func isWithin(_ short: DraftSpan, _ long: DraftSpan) -> Bool {
        switch (short, long) {
        case (.quarter(let quarter), .yearToDate(let last)): quarter.year == last.year && quarter <= last
        case (.quarter(let quarter), .secondHalf(let year)): quarter.year == year && quarter.number > 2
        case (.yearToDate(let first), .yearToDate(let last)): first.year == last.year && first < last
        case (.cumulative(let first), .cumulative(let last)): first < last
        case (.cumulative, _): false
        case (_, .cumulative(let last)): short.quarter <= last
        default: false
        }
    }

    // MARK: Changes

    private func level(_ statement: DraftStatement, _ span: DraftSpan, _ levels: [Stated]) -> Stated? {
        // The one that says the most.
        levels.filter {
            $0.statement.span == span && $0.statement.measure == statement.measure
                && $0.statement.group == statement.group
        }.min { $0.bounds.highest - $0.bounds.lowest < $1.bounds.highest - $1.bounds.lowest }
    }

    /// This year less the increase is last year.
    private mutating func findBase(_ change: Stated, _ levels: [Stated]) {
        let statement = change.statement
        guard let span = statement.base, let rises = statement.rises, let now = level(statement, statement.span, levels)
        else { return }
        if !rises, now.bounds.lowest < 0 { return }
        guard let base = level(statement, span, levels) else {
            // The base itself is not stated, but it cannot be below nothing.
            if rises, change.bounds.lowest > now.bounds.highest {
                add(.increaseOverFigure, [change, now])
            }
            return
        }
        let size = rises ? now.bounds.minus(base.bounds) : base.bounds.minus(now.bounds)
        guard !size.overlaps(change.bounds) else { return }
        add(.changeAndBase(rises: rises, base: span), [change, now, base])
    }

    // MARK: Percents

    private mutating func findPercent(_ percent: Stated, _ levels: [Stated]) {
        let statement = percent.statement
        guard let span = statement.base, let rises = statement.rises, let now = level(statement, statement.span, levels)
        else { return }
        let change = stated.first {
            $0.statement.kind == .change && $0.statement.span == statement.span && $0.statement.base == span
                && $0.statement.measure == statement.measure && $0.statement.group == statement.group
        }
        if let change, change.statement.rises == rises {
            // The base is what is left, and the more has changed, the less that is.
            let sign: Int128 = rises ? -1 : 1
            let bases = (
                now.bounds.highest + sign * change.bounds.lowest, now.bounds.lowest + sign * change.bounds.highest
            )
            guard bases.1 > 0 && bases.0 > 0,
                !percent.bounds.meets(quotient(change.bounds.lowest, bases.0, change.bounds.highest, bases.1))
            else { return }
            add(.percentAndChange, [percent, change, now])
        } else if let base = level(statement, span, levels), base.bounds.lowest > 0 {
            let size = rises ? now.bounds.minus(base.bounds) : base.bounds.minus(now.bounds)
            guard !percent.bounds.meets(quotient(size.lowest, base.bounds.highest, size.highest, base.bounds.lowest))
            else { return }
            add(.percentAndFigures, [percent, now, base])
        }
    }

    /// 是去年同期的1.2倍
    private mutating func findRatio(_ ratio: Stated, _ levels: [Stated]) {
        let statement = ratio.statement
        guard let span = statement.base, let now = level(statement, statement.span, levels),
            let base = level(statement, span, levels), base.bounds.lowest > 0,
            !ratio.bounds.meets(
                quotient(now.bounds.lowest, base.bounds.highest, now.bounds.highest, base.bounds.lowest))
        else { return }
        add(.ratioAndFigures, [ratio, now, base])
    }

    /// Everything that a percent can be; for a fall both ends may stand the other way round.
    private func quotient(_ low: Int128, _ lowBase: Int128, _ high: Int128, _ highBase: Int128) -> DraftRatioRange {
        let ends = [DraftRatio(low * 100, over: lowBase), DraftRatio(high * 100, over: highBase)]
        return ends[0].compare(ends[1]) <= 0
            ? DraftRatioRange(lowest: ends[0], highest: ends[1]) : DraftRatioRange(lowest: ends[1], highest: ends[0])
    }

    // MARK: Parts

    private mutating func findParts(_ levels: [Stated]) {
        for whole in levels where whole.statement.group == nil {
            let parts = levels.filter {
                $0.statement.group != nil && $0.statement.span == whole.statement.span
                    && $0.statement.measure == whole.statement.measure
            }
            for part in parts where part.bounds.lowest > whole.bounds.highest {
                add(.partOverWhole, [part, whole])
            }
            for field in fields {
                let (own, isComplete) = ofField(field, parts)
                guard own.count > 1 else { continue }
                let lowest = own.reduce(Int128(0)) { $0 + $1.bounds.lowest }
                let highest = own.reduce(Int128(0)) { $0 + $1.bounds.highest }
                // One person may stand in several groups; their figures may add up to more, never to less.
                if lowest > whole.bounds.highest, whole.statement.measure != .recipients {
                    add(.partsOverWhole, own + [whole])
                } else if isComplete, highest < whole.bounds.lowest {
                    add(.partsBelowWhole, own + [whole])
                }
            }
        }
    }

    private var fields: [String] {
        known.groups.reduce(into: []) { if !$0.contains($1.field) { $0.append($1.field) } }
    }

    /// The figures of a field's groups, each group once, and whether those are all.
    private func ofField(_ field: String, _ parts: [Stated]) -> (own: [Stated], isComplete: Bool) {
        var own: [Int: Stated] = [:]
        for part in parts {
            if let group = part.statement.group, known.groups[group].field == field, own[group] == nil {
                own[group] = part
            }
        }
        let all = known.groups.indices.filter { known.groups[$0].field == field }
        return (all.compactMap { own[$0] }, own.count == all.count)
    }

    // MARK: Shares

    private mutating func findShares(_ stated: [Stated]) {
        let shares = stated.filter { $0.statement.kind == .share }
        for share in shares {
            let rest = shares.filter {
                $0.statement.span == share.statement.span && $0.statement.measure == share.statement.measure
            }
            guard rest.first?.place == share.place else { continue }
            for field in fields {
                let (own, isComplete) = ofField(field, rest)
                guard own.count > 1 else { continue }
                let hundred = 100 * DraftBounds.one
                let isTooMuch =
                    own.reduce(Int128(0)) { $0 + $1.bounds.lowest } > hundred && share.statement.measure != .recipients
                let isTooLittle = isComplete && own.reduce(Int128(0)) { $0 + $1.bounds.highest } < hundred
                guard isTooMuch || isTooLittle else { continue }
                add(.sharesAndHundred, own)
            }
        }
        for share in shares {
            var whole = share.statement
            whole.group = nil
            let levels = stated.filter { $0.statement.kind == .level }
            guard let part = level(share.statement, share.statement.span, levels),
                let all = level(whole, whole.span, levels), all.bounds.lowest > 0,
                !share.bounds.meets(
                    quotient(part.bounds.lowest, all.bounds.highest, part.bounds.highest, all.bounds.lowest))
            else { continue }
            add(.shareAndParts, [share, part, all])
        }
    }
}

extension DraftBounds {
    /// Whether some value lies in both.
    func overlaps(_ other: DraftBounds) -> Bool {
        let above = isLowestOut || other.isHighestOut ? other.highest > lowest : other.highest >= lowest
        let below = isHighestOut || other.isLowestOut ? other.lowest < highest : other.lowest <= highest
        return above && below
    }

    /// Everything that the difference of two values can be.
    func minus(_ other: DraftBounds) -> DraftBounds {
        DraftBounds(lowest: lowest - other.highest, highest: highest - other.lowest)
    }
}
