import AidModel
import AidText
import AidNews

/// Holds one figure of a draft against what is known.
struct DraftJudge {
    let known: KnownFigures
    private let wording: StatementWording

    init(_ known: KnownFigures) {
        self.known = known
        wording = StatementWording(known: known)
    }

    /// What is to be said of a figure, before the draft is held against itself.
    struct Finding {
        var verdict: CheckedFigure.Verdict
        var reason: BilingualText
        var statement: DraftStatement?
        var expected: BilingualText?
        var ids: [String] = []
        var isProvisional = false
        /// Whether it is so small beside the facts that it must be about something else.
        var isOfSomethingElse = false
    }

    /// - Parameter hasCompany: whether the figure stands in one sentence with totals.
    func finding(_ figure: DraftFigure, hasCompany: Bool) -> Finding {
        if let doubt = figure.doubt { return Finding(verdict: .unknown, reason: doubt.reason, statement: nil) }
        if known.isEmpty {
            return Finding(
                verdict: .unknown, reason: BilingualText(zh: "没有事实可以对照", en: "there are no facts to hold it against"),
                statement: figure.statements.first)
        }
        let findings = figure.statements.map { finding(figure, $0, hasCompany: hasCompany) }
        // Where the words leave it open, the reading that is true is the one that was meant; only a figure
        // that no reading makes true is wrong.
        for verdict in [CheckedFigure.Verdict.right, .rounded, .unknown] {
            if let found = findings.first(where: { $0.verdict == verdict }) { return found }
        }
        return findings.first
            ?? Finding(verdict: .unknown, reason: DraftFigure.Doubt.noMeaning.reason, statement: nil)
    }

    private func finding(_ figure: DraftFigure, _ statement: DraftStatement, hasCompany: Bool) -> Finding {
        switch known.value(statement) {
        case .missing(let missing):
            return Finding(verdict: .unknown, reason: reason(missing), statement: statement)
        case .value(let value, let ids, let isProvisional):
            var finding = Finding(
                verdict: .right, reason: BilingualText(zh: "", en: ""), statement: statement, ids: ids,
                isProvisional: isProvisional)
            judge(figure, statement, value, hasCompany: hasCompany, &finding)
            return finding
        }
    }

    private func judge(
        _ figure: DraftFigure, _ statement: DraftStatement, _ value: DraftRatioRange, hasCompany: Bool,
        _ finding: inout Finding
    ) {
        let number = figure.number
        let subject = wording.subject(statement)
        let expected = wording.value(statement, value)
        let isFallen = statement.rises == false
        // A level has no direction; that it rose or fell is held against its base.
        let oriented = isFallen && statement.kind != .level ? value.negated : value
        let isInside = number.accepted.meets(oriented)
        if isInside, let wrong = wrongDirection(statement) {
            finding.verdict = .wrong
            finding.reason = wrong
            finding.expected = expected
            return
        }
        if isInside || number.loose?.meets(oriented) == true {
            let isRounded = !isInside || isRoundedOtherwise(number, statement, oriented)
            finding.verdict = isRounded ? .rounded : .right
            let how =
                value.exactly == nil
                ? BilingualText(zh: "与已知的范围相符：", en: "it agrees with what is known: ")
                : !isInside
                    ? BilingualText(zh: "属实，但说得偏少：", en: "true, but it says less than it could: ")
                    : isRounded
                        ? BilingualText(zh: "属实，但修约方式不同：", en: "true, but rounded otherwise: ")
                        : BilingualText(zh: "", en: "")
            finding.reason = BilingualText(
                zh: how.zh + subject.zh + "：" + expected.zh, en: how.en + subject.en + ": " + expected.en)
            if isRounded { finding.expected = expected }
            return
        }
        let isInList = hasCompany && (number.hasGrouping || number.value >= 10_000 * DraftBounds.one)
        if !isInList, isOfSomethingElse(number, statement, oriented) {
            finding.verdict = .unknown
            finding.isOfSomethingElse = true
            finding.reason = BilingualText(
                zh: "远小于\(subject.zh)，说的可能是别的", en: "far below \(subject.en): it may be about something else")
            return
        }
        let hint = DraftHints(known: known, wording: wording).hint(number, statement, oriented)
        // 全市有职工1200万人 has nothing to do with the programme.
        if hint == nil, !figure.isAboutAid, statement.kind == .level, statement.group == nil, isFarOff(number, oriented)
        {
            finding.verdict = .unknown
            finding.isOfSomethingElse = true
            finding.reason = BilingualText(
                zh: "与\(subject.zh)相差太远，说的可能是别的", en: "far from \(subject.en): it may be about something else")
            return
        }
        finding.verdict = .wrong
        finding.expected = expected
        var zh = "\(subject.zh)应为\(expected.zh)"
        var en = "\(subject.en) should be \(expected.en)"
        if let hint {
            zh += "；" + hint.zh
            en += "; " + hint.en
        }
        finding.reason = BilingualText(zh: zh, en: en)
    }

    /// A level that is said to have risen, and fell.
    private func wrongDirection(_ statement: DraftStatement) -> BilingualText? {
        guard statement.kind == .level, let rises = statement.rises, statement.base != nil else { return nil }
        var change = statement
        change.kind = .change
        guard case .value(let value, _, _) = known.value(change) else { return nil }
        let isTrue = rises ? value.highest.numerator > 0 : value.lowest.numerator < 0
        guard !isTrue else { return nil }
        let (subject, truth) = (wording.subject(change), wording.value(change, value))
        return BilingualText(
            zh: "方向不对：\(subject.zh)为\(truth.zh)", en: "the direction is wrong: \(subject.en) is \(truth.en)")
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
            let minor = wording.minor(exact, decimals)
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

    private func reason(_ missing: KnownValue.Missing) -> BilingualText {
        switch missing {
        case .level(let key):
            let text = wording.key(key)
            return BilingualText(zh: "没有“\(text.zh)”的事实", en: "there is no fact of \(text.en)")
        case .zeroBase(let key):
            let text = wording.key(key)
            return BilingualText(
                zh: "“\(text.zh)”是零或可能是零，不能作为比较的基数",
                en: "\(text.en): it is or may be zero, and nothing can be compared with it"
            )
        }
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

extension DraftFigure.Doubt {
    /// Why nothing can be said of the figure.
    var reason: BilingualText {
        switch self {
        case .somethingElse:
            BilingualText(
                zh: "说的似乎是标准、限额或个人，不是合计", en: "it seems to be about a rule, a limit or one person, not a total")
        case .unknownGroup:
            BilingualText(zh: "没有这个区县的事实", en: "there are no facts of this district")
        case .noMeasure: BilingualText(zh: "看不出数的是什么", en: "what it counts cannot be told")
        case .noMeaning:
            BilingualText(
                zh: "看不出是什么的百分比：没有增减、占比或比较的说法",
                en: "what it is a percent of cannot be told: no word says rise, share or comparison")
        case .noPeriod:
            BilingualText(
                zh: "这个时间没有数字：只有季度、今年以来和累计",
                en: "there are no figures for this time, but for quarters, year to date and since the start")
        case .inTable:
            BilingualText(zh: "表格没有核对：不读表头", en: "the table was not checked: its headings are not read")
        case .noBase:
            BilingualText(
                zh: "没有说清与什么时候相比", en: "the time with which it compares is not told")
        case .otherProgramme:
            BilingualText(zh: "说的是另一个项目", en: "it is about another programme")
        case .points:
            BilingualText(
                zh: "看不出是哪一组占比的百分点，或与什么时候相比",
                en: "of which group's share, or against which time, these percentage points are cannot be told")
        }
    }
}
