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

        var isTotal: Bool { statement.kind == .level && statement.group == nil }
    }

    /// Of what a level is.
    private struct LevelKey: Hashable {
        var measure: FactMeasure
        var span: DraftSpan
        var group: Int?

        init(_ statement: DraftStatement, _ span: DraftSpan) {
            measure = statement.measure
            self.span = span
            group = statement.group
        }
    }

    /// Of what a change is, and against when.
    private struct ChangeKey: Hashable {
        var now: LevelKey
        var base: DraftSpan?

        init(_ statement: DraftStatement) {
            now = LevelKey(statement, statement.span)
            base = statement.base?.span
        }
    }

    /// The fields whose groups are all known.
    private let wholeFields: Set<String>
    /// Of each level the figure that says the most.
    private var sharpest: [LevelKey: Stated] = [:]
    /// Of each change the first figure.
    private var changes: [ChangeKey: Stated] = [:]

    /// - Parameter statements: of each figure the reading that counts; nil: none can be told.
    static func find(
        _ figures: [DraftFigure], _ statements: [DraftStatement?], known: KnownFigures
    ) -> [DraftContradiction] {
        var search = DraftContradictions(known: known, wording: StatementWording(known: known))
        for (place, (figure, statement)) in zip(figures, statements).enumerated() {
            guard let statement, figure.isOurs, statement.isPlain else { continue }
            // What a table tells stands beside its heads alone: against facts it is held, against other tables it is not.
            if figure.isOfTable, !known.isEmpty { continue }
            search.stated.append(
                Stated(
                    place: place, statement: statement, bounds: bounds(figure.numeral),
                    isSmall: !figure.numeral.hasMagnitude && figure.numeral.value < 1_000_000 * DraftBounds.one))
        }
        search.leaveOutSmall()
        search.run()
        return search.found
    }

    /// What a figure can mean; from here on 1.2倍 is 120%.
    private static func bounds(_ numeral: Numeral) -> DraftBounds {
        var bounds = numeral.accepted
        // 超98万 has no end; a thousand times as much is as good as none.
        bounds.highest = min(bounds.highest, max(numeral.value, numeral.step) * 1000)
        if numeral.unit == .multiple {
            bounds.lowest *= 100
            bounds.highest *= 100
        }
        return bounds
    }

    private init(known: KnownFigures, wording: StatementWording) {
        self.known = known
        self.wording = wording
        let all = known.groups.reduce(into: [String]()) { if !$0.contains($1.field) { $0.append($1.field) } }
        wholeFields = Set(all.filter { Self.isWhole($0, known) })
    }

    /// Whether a field has no groups but those that are known: reports withhold the small ones.
    private static func isWhole(_ field: String, _ known: KnownFigures) -> Bool {
        guard let latest = known.latest else { return true }
        func level(_ group: Int?) -> FigureRange? {
            known.levels[KnownFigures.Key(span: .quarter(latest), group: group, measure: .personTimes)]?.range
        }
        let all = known.groups.indices.filter { known.groups[$0].field == field }
        let parts = all.compactMap { level($0) }
        guard !parts.isEmpty else { return true }
        guard let whole = level(nil), parts.count == all.count else { return false }
        return parts.reduce(0) { $0 + $1.lowest } <= whole.highest
            && parts.reduce(0) { $0 + $1.highest } >= whole.lowest
    }

    /// Leaves out what must be about something else than the totals of the draft, such as what one person got.
    private mutating func leaveOutSmall() {
        var largest: [FactMeasure: Int128] = [:]
        for level in stated where level.isTotal && !level.isSmall {
            largest[level.statement.measure] = max(largest[level.statement.measure] ?? 0, level.bounds.lowest)
        }
        stated.removeAll { small in
            small.isSmall && small.isTotal
                && (largest[small.statement.measure] ?? 0) / 1000 > small.bounds.highest
        }
    }

    private mutating func run() {
        let levels = stated.filter { $0.statement.kind == .level }
        for level in levels {
            let key = LevelKey(level.statement, level.statement.span)
            if let known = sharpest[key], known.bounds.width <= level.bounds.width { continue }
            sharpest[key] = level
        }
        for change in stated where change.statement.kind == .change {
            let key = ChangeKey(change.statement)
            if changes[key] == nil { changes[key] = change }
        }
        findTwoValues(stated)
        let ofGroups = Dictionary(grouping: levels) { $0.statement.now.groups }
            .mapValues { $0.prefix(DraftWeights.comparedLimit) }
        for first in levels { findAmong(first, ofGroups[first.statement.now.groups] ?? []) }
        for change in stated where change.statement.kind == .change { findBase(change) }
        for percent in stated where percent.statement.kind == .percent { findPercent(percent) }
        for ratio in stated where ratio.statement.kind == .ratio { findRatio(ratio) }
        findParts(levels)
        findShares(stated)
    }

    private mutating func add(_ reason: DraftContradiction.Reason, _ figures: [Stated]) {
        let places = Array(Set(figures.map(\.place))).sorted()
        found.append(DraftContradiction(kind: reason.kind, figures: places, reason: wording.text(reason)))
    }

    // MARK: The same said twice

    private mutating func findTwoValues(_ stated: [Stated]) {
        let keys = stated.map { Self.undirected($0.statement) }
        let places = Dictionary(grouping: stated.indices) { keys[$0] }
        var passed: [DraftStatement: Int] = [:]
        for (index, first) in stated.enumerated() {
            let next = passed[keys[index], default: 0] + 1
            passed[keys[index]] = next
            for place in places[keys[index], default: []].dropFirst(next).prefix(DraftWeights.comparedLimit) {
                let (one, second) = (first.statement, stated[place])
                // 增加 and 减少 of the same size are not the same.
                let isOpposite =
                    one.kind != .level && one.rises != second.statement.rises && one.rises != nil
                    && second.statement.rises != nil
                guard isOpposite || !first.bounds.overlaps(second.bounds) else { continue }
                add(.twoValues(one), [first, second])
            }
        }
    }

    /// What is stated, whatever is said of its direction.
    private static func undirected(_ statement: DraftStatement) -> DraftStatement {
        var statement = statement
        statement.rises = nil
        if statement.kind == .level { statement.base = nil }
        return statement
    }

    // MARK: Levels against each other

    private mutating func findAmong(_ first: Stated, _ levels: ArraySlice<Stated>) {
        for second in levels where second.place != first.place {
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
            } else if one.measure == other.measure, one.span.isWithin(other.span),
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

    // MARK: Changes

    private func level(_ statement: DraftStatement, _ span: DraftSpan) -> Stated? {
        sharpest[LevelKey(statement, span)]
    }

    /// This year less the increase is last year.
    private mutating func findBase(_ change: Stated) {
        let statement = change.statement
        guard let span = statement.base?.span, let rises = statement.rises,
            let now = level(statement, statement.span)
        else { return }
        if !rises, now.bounds.lowest < 0 { return }
        guard let base = level(statement, span) else {
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

    private mutating func findPercent(_ percent: Stated) {
        let statement = percent.statement
        guard let span = statement.base?.span, let rises = statement.rises,
            let now = level(statement, statement.span)
        else { return }
        let change = changes[ChangeKey(statement)]
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
        } else if let base = level(statement, span), base.bounds.lowest > 0 {
            let size = rises ? now.bounds.minus(base.bounds) : base.bounds.minus(now.bounds)
            guard !percent.bounds.meets(quotient(size.lowest, base.bounds.highest, size.highest, base.bounds.lowest))
            else { return }
            add(.percentAndFigures, [percent, now, base])
        }
    }

    /// 是去年同期的1.2倍
    private mutating func findRatio(_ ratio: Stated) {
        let statement = ratio.statement
        guard let span = statement.base?.span, let now = level(statement, statement.span),
            let base = level(statement, span), base.bounds.lowest > 0,
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
        let allParts = Dictionary(grouping: levels.filter { $0.statement.group != nil }) { Self.wholeKey($0) }
        for whole in levels where whole.statement.group == nil {
            let parts = Array((allParts[Self.wholeKey(whole)] ?? []).prefix(DraftWeights.comparedLimit))
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

    /// The whole of which something is a part.
    private static func wholeKey(_ part: Stated) -> LevelKey {
        var statement = part.statement
        statement.now.groups = []
        return LevelKey(statement, statement.span)
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
        return (all.compactMap { own[$0] }, own.count == all.count && wholeFields.contains(field))
    }

    // MARK: Shares

    private mutating func findShares(_ stated: [Stated]) {
        let shares = stated.filter { $0.statement.kind == .share }
        let ofWholes = Dictionary(grouping: shares) { Self.wholeKey($0) }
        for share in shares {
            guard let rest = ofWholes[Self.wholeKey(share)], rest.first?.place == share.place else { continue }
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
            whole.now.groups = []
            guard let part = level(share.statement, share.statement.span),
                let all = level(whole, whole.span), all.bounds.lowest > 0,
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

    /// Between its two ends.
    var width: Int128 { highest - lowest }

    /// Everything that the difference of two values can be.
    func minus(_ other: DraftBounds) -> DraftBounds {
        DraftBounds(lowest: lowest - other.highest, highest: highest - other.lowest)
    }
}
