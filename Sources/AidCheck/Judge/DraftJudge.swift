import AidModel
import AidText
import AidNews

/// Holds one figure of a draft against what is known.
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
    }

    /// - Parameter hasCompany: whether the figure stands in one sentence with totals.
    func finding(_ figure: DraftFigure, hasCompany: Bool) -> Finding {
        if let doubt = figure.doubt { return Finding(verdict: .unknown, reason: .doubt(doubt)) }
        if known.isEmpty {
            return Finding(verdict: .unknown, reason: .noFacts, statement: figure.statements.first)
        }
        let findings = figure.statements.map { finding(figure, $0, hasCompany: hasCompany) }
        // Where the words leave it open, the reading that is true is the one that was meant; only a figure
        // that no reading makes true is wrong.
        for verdict in [CheckedFigure.Verdict.right, .rounded, .unknown] {
            if let found = findings.first(where: { $0.verdict == verdict }) { return found }
        }
        return findings.first ?? Finding(verdict: .unknown, reason: .doubt(.noMeaning))
    }

    private func finding(_ figure: DraftFigure, _ statement: DraftStatement, hasCompany: Bool) -> Finding {
        switch known.value(statement) {
        case .missing(let missing):
            return Finding(verdict: .unknown, reason: .missing(missing), statement: statement)
        case .value(let value, let ids, let isProvisional):
            var finding = judged(figure, statement, value, hasCompany: hasCompany)
            finding.statement = statement
            finding.ids = ids
            finding.isProvisional = isProvisional
            return finding
        }
    }

    private func judged(
        _ figure: DraftFigure, _ statement: DraftStatement, _ value: DraftRatioRange, hasCompany: Bool
    ) -> Finding {
        let number = figure.number
        // A level has no direction; that it rose or fell is held against its base.
        let oriented = statement.rises == false && statement.kind != .level ? value.negated : value
        let isInside = number.accepted.meets(oriented)
        if isInside, let reason = wrongDirection(statement) {
            return Finding(verdict: .wrong, reason: reason, expected: value)
        }
        if isInside || number.loose?.meets(oriented) == true {
            let isRounded = !isInside || isRoundedOtherwise(number, statement, oriented)
            let agreement: FigureReason.Agreement =
                value.exactly == nil
                ? .withinBounds : !isInside ? .saysLess : isRounded ? .roundedOtherwise : .asPrinted
            return Finding(
                verdict: isRounded ? .rounded : .right, reason: .agrees(agreement, statement, value),
                expected: isRounded ? value : nil)
        }
        let isInList = hasCompany && (number.hasGrouping || number.value >= 10_000 * DraftBounds.one)
        if !isInList, isOfSomethingElse(number, statement, oriented) {
            return Finding(verdict: .unknown, reason: .farBelow(statement))
        }
        let hint = DraftHints(known: known).hint(number, statement, oriented)
        // 全市有职工1200万人 has nothing to do with the programme.
        if hint == nil, !figure.isAboutAid, statement.kind == .level, statement.group == nil, isFarOff(number, oriented)
        {
            return Finding(verdict: .unknown, reason: .farFrom(statement))
        }
        return Finding(verdict: .wrong, reason: .differs(statement, value, hint), expected: value)
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

    /// Whether the facts would be printed with other digits.
    private func isRoundedOtherwise(
        _ number: DraftNumber, _ statement: DraftStatement, _ value: DraftRatioRange
    ) -> Bool {
        guard number.isPlain, let exact = value.exactly else { return false }
        let isLevel = statement.kind == .level || statement.kind == .change
        let isMoney = statement.measure == .amount
        let decimals = isMoney ? known.currency.minorDigits : 0
        var unit = DraftBounds.one / 100
        if isLevel, [.recipients, .personTimes, .amount, .firstTime].contains(statement.measure) {
            let minor = known.minor(exact, decimals)
            let style = number.isEnglish ? NumberStyle.english : .chinese
            let step = style.figure(minor, decimals: decimals, rounding: known.rounding).step
            unit = step * DraftBounds.one / (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
        }
        let nearest = DraftBounds(lowest: number.value - unit / 2, highest: number.value + unit / 2)
        return !nearest.contains(exact)
    }

    private func isFarOff(_ number: DraftNumber, _ value: DraftRatioRange) -> Bool {
        value.lowest.compare(scaled: number.value * 4) > 0 || value.highest.compare(scaled: number.value / 4) < 0
    }

    /// Whether a small number without 万 or 亿 stands beside totals that are far larger: 张先生获得3200元.
    private func isOfSomethingElse(
        _ number: DraftNumber, _ statement: DraftStatement, _ value: DraftRatioRange
    ) -> Bool {
        guard statement.kind == .level, statement.group == nil, !number.hasMagnitude,
            [.recipients, .personTimes, .amount].contains(statement.measure)
        else { return false }
        let isUnitSlip = [4, 8].contains { power in
            number.times(tenTo: power).map { $0.accepted.meets(value) } ?? false
        }
        return !isUnitSlip && value.lowest.compare(scaled: number.value * 100) > 0
    }
}

extension DraftNumber {
    /// Whether its magnitude is an English word, and so its style an English one.
    var isEnglish: Bool { hasMagnitude && unitsAreEnglish }

    /// The same number in another unit, as if 万 had been left out or put in; nil: beyond what fits.
    func times(tenTo power: Int) -> DraftNumber? {
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
}
