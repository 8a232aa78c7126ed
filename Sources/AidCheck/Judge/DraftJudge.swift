import AidModel
import AidNews
import AidText

/// Holds the figures of a draft against what is known, those of a sentence together.
struct DraftJudge {
    let known: KnownFigures

    /// What is to be said of a figure, before the draft is held against itself.
    struct Finding {
        var verdict: CheckedFigure.Verdict
        var reason: FigureReason
        var statement: DraftStatement?
        /// What should stand there; nil: what stands there, or nobody knows.
        var expected: DraftRatioRange?
        var ids: [String] = []
        var isProvisional = false
        /// Of a figure that is not what its likeliest readings say: what was weighed before it was called wrong or not.
        var signs: [DraftSign] = []
    }

    /// One reading held against the facts.
    struct Outcome: Sendable {
        enum Truth: Sendable, Hashable {
            case holds
            /// True, but printed otherwise than facts are.
            case roughly(FigureReason.Agreement)
            case fails
            case missing(KnownValue.Missing)
        }

        var reading: DraftReading
        var truth: Truth
        var value: DraftRatioRange?
        var ids: [String] = []
        var isProvisional = false

        /// Whether facts would tell, but there are none. People of several parts never add up, whoever tells.
        var isUnknown: Bool {
            switch truth {
            case .missing(.notAdded): false
            case .missing: true
            case .holds, .roughly, .fails: false
            }
        }

        var isTrue: Bool {
            switch truth {
            case .holds, .roughly: true
            case .fails, .missing: false
            }
        }
    }

    /// What is to be said of each figure.
    func findings(_ figures: [DraftFigure]) -> [Finding] {
        sentences(figures).flatMap { sentence in
            let choice = DraftChoice(sentence.map(weighed), of: sentence, by: self)
            let told = known.isEmpty ? [:] : DraftCoincidence(judge: self).found(sentence, choice)
            return zip(sentence, choice.outcomes).enumerated().map { place, figure in
                told[place].map(agreeing) ?? finding(figure.0, figure.1, among: choice.around(place))
            }
        }
    }

    /// The readings of each figure held against the facts, after the choice over its sentence, the likeliest first.
    func outcomes(_ figures: [DraftFigure]) -> [[Outcome]] {
        sentences(figures).flatMap { sentence in
            DraftChoice(sentence.map(weighed), of: sentence, by: self).outcomes.map {
                $0.sorted { $0.reading.cost < $1.reading.cost }
            }
        }
    }

    /// Those of each sentence.
    private func sentences(_ figures: [DraftFigure]) -> [[DraftFigure]] {
        var sentences: [[DraftFigure]] = []
        var start = 0
        for end in figures.indices.dropFirst() where figures[end].sentence != figures[start].sentence {
            sentences.append(Array(figures[start..<end]))
            start = end
        }
        if start < figures.count { sentences.append(Array(figures[start...])) }
        return sentences
    }

    // MARK: Readings against facts

    /// Every reading of a figure held against the facts, the likeliest first.
    func weighed(_ figure: DraftFigure) -> [Outcome] {
        guard figure.isOurs, !known.isEmpty else { return [] }
        return figure.readings.map { outcome(figure, $0) }
    }

    func outcome(_ figure: DraftFigure, _ reading: DraftReading) -> Outcome {
        switch known.value(reading.statement) {
        case .missing(let missing): return Outcome(reading: reading, truth: .missing(missing))
        case .value(let value, let ids, let isProvisional):
            return Outcome(
                reading: reading, truth: truth(figure.numeral, reading.statement, value), value: value, ids: ids,
                isProvisional: isProvisional)
        }
    }

    private func truth(_ numeral: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange) -> Outcome.Truth {
        guard isOfUnit(numeral, statement) else { return .fails }
        let number = inUnits(numeral, statement)
        let oriented = orient(statement, value)
        guard number.accepted.meets(oriented), wrongDirection(statement) == nil else {
            return isOfPrinted(number, statement, oriented) ? .roughly(.roundedOtherwise) : .fails
        }
        if value.exactly == nil { return .roughly(.withinBounds) }
        if let exact = oriented.exactly, number.isFarAbove(exact) {
            return isUnitSlip(number, exact) ? .fails : .roughly(.saysLess)
        }
        return isRoundedOtherwise(number, statement, oriented) ? .roughly(.roundedOtherwise) : .holds
    }

    /// Whether a figure is just what a statement says, as it would be printed.
    func isTold(_ numeral: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange) -> Bool {
        value.exactly != nil && truth(numeral, statement, value) == .holds
    }

    /// 23.85% less 18.23% is 5.62, of the exact values 5.63: points that were taken of what is printed.
    private func isOfPrinted(_ number: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange) -> Bool {
        guard number.isPlain, statement.kind == .percentGap || statement.kind == .shareChange else { return false }
        return DraftBounds(lowest: number.value - number.step, highest: number.value + number.step).meets(value)
    }

    /// 超24万元 of 24.05亿元: true to the letter, but 万 stands for 亿.
    private func isUnitSlip(_ number: Numeral, _ exact: DraftRatio) -> Bool {
        [4, 8].contains { power in
            guard let other = number.times(tenTo: power) else { return false }
            return other.accepted.contains(exact) && !other.isFarAbove(exact)
        }
    }

    /// A level has no direction; that it rose or fell is held against its base.
    func orient(_ statement: DraftStatement, _ value: DraftRatioRange) -> DraftRatioRange {
        let hasSign =
            ![.level, .share, .run, .ratio, .place, .count].contains(statement.kind)
        return statement.rises == false && hasSign ? value.negated : value
    }

    /// 个百分点 is no percent, and the other way round.
    func isOfUnit(_ numeral: Numeral, _ statement: DraftStatement) -> Bool {
        switch statement.kind {
        case .percent: numeral.unit != .percentagePoints
        case .shareChange, .percentGap, .contribution: numeral.unit != .percent
        default: true
        }
    }

    /// From here on 1.2倍 is 120%.
    func inUnits(_ numeral: Numeral, _ statement: DraftStatement) -> Numeral {
        guard numeral.unit == .multiple else { return numeral }
        var number = numeral
        number.value *= 100
        number.step *= 100
        number.upper = numeral.upper.map { $0 * 100 }
        return number
    }

    /// Whether a figure is within a part of what a reading of it should be, its direction aside.
    func isNear(_ numeral: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange) -> Bool {
        let number = inUnits(numeral, statement)
        let oriented = orient(statement, value)
        guard oriented.exactly != nil else { return true }
        let reach = max(number.value / DraftWeights.nearShare, number.step)
        let near = DraftBounds(lowest: number.value - reach, highest: number.value + reach)
        return near.meets(oriented) || near.meets(oriented.negated)
    }

    /// A level that is said to have risen, and fell.
    private func wrongDirection(_ statement: DraftStatement) -> FigureReason? {
        guard statement.kind == .level, let rises = statement.rises, statement.base != nil else { return nil }
        var change = statement
        change.kind = .change
        guard case .value(let value, _, _) = known.value(change) else { return nil }
        let isTrue = rises ? value.highest.numerator > 0 : value.lowest.numerator < 0
        return isTrue ? nil : .wrongDirection(change, value)
    }

    // MARK: Verdicts

    private func finding(
        _ figure: DraftFigure, _ outcomes: [Outcome], among around: DraftChoice.Around
    ) -> Finding {
        if case .notOurs(let reason) = figure.support { return Finding(verdict: .unknown, reason: .notOurs(reason)) }
        if known.isEmpty {
            return Finding(verdict: .unknown, reason: .noFacts, statement: figure.readings.first?.statement)
        }
        guard let best = outcomes.map(\.reading.cost).min() else {
            return Finding(verdict: .unknown, reason: .doubt(figure.doubt ?? .noMeaning))
        }
        // 超250 is true of much; so what is less likely does not make it right.
        let reach = figure.numeral.accepted.highest == .endless ? 0 : DraftWeights.tie
        let meant = outcomes.filter { $0.reading.cost <= best + reach }
        if let found = meant.first(where: { $0.truth == .holds }) ?? meant.first(where: \.isTrue) {
            return agreeing(found)
        }
        if let unknown = meant.first(where: { $0.isUnknown })
            ?? (meant.contains { $0.value != nil } ? nil : meant.first), case .missing(let missing) = unknown.truth
        {
            return Finding(verdict: .unknown, reason: .missing(missing), statement: unknown.reading.statement)
        }
        guard let first = meant.first(where: { $0.value != nil }), let value = first.value else {
            return Finding(verdict: .unknown, reason: .doubt(.noMeaning))
        }
        let statement = first.reading.statement
        var finding = Finding(
            verdict: .unknown, reason: .doubt(.noMeaning), statement: statement, ids: first.ids,
            isProvisional: first.isProvisional)
        // 超880 is true of much, too.
        let rival = outcomes.first {
            $0.reading.cost <= best + DraftWeights.doubt && $0.isTrue && $0.truth != .roughly(.saysLess)
        }
        let signs = DraftSigns(
            judge: self, figure: figure, meant: meant, first: first, around: around, rival: rival)
        finding.signs = signs.all
        if let reason = signs.reason {
            finding.reason = reason
        } else {
            finding.verdict = .wrong
            finding.expected = value
            finding.reason = wrong(figure, statement, value)
        }
        return finding
    }

    /// A with 1.31 million yuan, B with as much: what is one of some groups' need be no sum of them.
    func ownOfSum(_ numeral: Numeral, _ statement: DraftStatement) -> DraftStatement? {
        guard statement.kind == .level, statement.now.groups.count > 1 else { return nil }
        return statement.now.groups.lazy.map { statement.ofOther(groups: [$0]) }.first { own in
            if case .value(let value, _, _) = known.value(own) { truth(numeral, own, value) == .holds } else { false }
        }
    }

    private func agreeing(_ outcome: Outcome) -> Finding {
        let statement = outcome.reading.statement
        let agreement: FigureReason.Agreement = if case .roughly(let how) = outcome.truth { how } else { .asPrinted }
        let value = outcome.value ?? DraftRatioRange(lowest: DraftRatio(0), highest: DraftRatio(0))
        // Of what is known but within bounds nobody can say how it should be rounded.
        let isRight = agreement == .asPrinted || agreement == .withinBounds
        return Finding(
            verdict: isRight ? .right : .rounded, reason: .agrees(agreement, statement, value),
            statement: statement, expected: isRight ? nil : value, ids: outcome.ids,
            isProvisional: outcome.isProvisional)
    }

    private func wrong(_ figure: DraftFigure, _ statement: DraftStatement, _ value: DraftRatioRange) -> FigureReason {
        let number = inUnits(figure.numeral, statement)
        let oriented = orient(statement, value)
        if !isOfUnit(figure.numeral, statement), number.accepted.meets(oriented) { return .otherUnit(statement, value) }
        if let direction = wrongDirection(statement), number.accepted.meets(oriented) { return direction }
        return .differs(statement, value, DraftHints(known: known).hint(number, statement, oriented))
    }

    /// Whether the facts would be printed with other digits.
    private func isRoundedOtherwise(
        _ number: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange
    ) -> Bool {
        guard number.isPlain, let exact = value.exactly else { return false }
        let isLevel =
            switch statement.kind {
            case .level, .change, .factor: true
            default: false
            }
        let isMoney = statement.measure == .amount || statement.measure == .amountPerThousand
        let decimals = isMoney ? known.currency.minorDigits : 0
        var unit = DraftBounds.one / 100
        if isLevel, statement.now.rate == nil,
            [.recipients, .personTimes, .amount, .firstTime, .amountPerThousand, .members].contains(statement.measure)
        {
            let minor = known.minor(exact, decimals)
            let style = number.hasMagnitude && number.unitsAreEnglish ? NumberStyle.english : .chinese
            let step = style.figure(minor, decimals: decimals, rounding: known.rounding).step
            unit = step * DraftBounds.one / (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
        }
        let nearest = DraftBounds(lowest: number.value - unit / 2, highest: number.value + unit / 2)
        return !nearest.contains(exact)
    }
}

extension Numeral {
    /// The same number in another unit, as if 万 had been left out or put in; nil: beyond what fits.
    func times(tenTo power: Int) -> Numeral? {
        let factor = (0..<abs(power)).reduce(Int128(1)) { factor, _ in factor * 10 }
        var number = self
        if power > 0 {
            guard value < Int128.max / factor / 100, step < Int128.max / factor / 100 else { return nil }
            number.value *= factor
            number.step *= factor
            number.upper = upper.map { $0 * factor }
        } else {
            number.value /= factor
            number.step = max(step / factor, 1)
            number.upper = upper.map { $0 / factor }
        }
        return number
    }

    /// From one value to another, as words say it that have no digits: 基本持平.
    static func between(_ lowest: Int128, _ highest: Int128, unit: Unit, range: Range<Int>) -> Numeral {
        Numeral(
            range: range, digits: range, unitRange: nil, unit: unit, value: lowest, step: DraftBounds.one, hedge: .none,
            upper: highest, sign: 0, writing: .word, hasMagnitude: false, hasGrouping: false, unitsAreEnglish: false,
            isOrdinal: false)
    }
}
