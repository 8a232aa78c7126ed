import AidModel
import AidNews

/// The signs of one figure that is not what its likeliest readings say, and what they add up to.
struct DraftSigns {
    let judge: DraftJudge
    let figure: DraftFigure
    /// The likeliest readings, and of these the first of which something is known.
    let meant: [DraftJudge.Outcome]
    let first: DraftJudge.Outcome
    let around: DraftChoice.Around
    /// A reading that the words may mean and that holds.
    let rival: DraftJudge.Outcome?
    private(set) var all: [DraftSign] = []

    init(
        judge: DraftJudge, figure: DraftFigure, meant: [DraftJudge.Outcome], first: DraftJudge.Outcome,
        around: DraftChoice.Around, rival: DraftJudge.Outcome?
    ) {
        self.judge = judge
        self.figure = figure
        self.meant = meant
        self.first = first
        self.around = around
        self.rival = rival
        all = doubts + slips
        if Set(all).isDisjoint(with: [.slip, .shortSlip, .near]) {
            all.append(.far)
            // What takes a search is only looked for where it counts.
            if figure.isNamed, rival == nil, isTraced { all.append(.traced) }
        }
    }

    private var statement: DraftStatement { first.reading.statement }
    private var number: Numeral { judge.inUnits(figure.numeral, statement) }
    /// What the facts say, with the sign of the direction that the words give.
    private var oriented: DraftRatioRange {
        judge.orient(
            statement, first.value ?? DraftRatioRange(lowest: DraftRatio(0), highest: DraftRatio(0)))
    }

    /// Why the figure is not called wrong; nil: it is.
    var reason: FigureReason? {
        guard all.reduce(0, { $0 + DraftWeights.weight(of: $1) }) >= DraftWeights.leastDoubt else {
            return nil
        }
        let heaviest = all.max { DraftWeights.weight(of: $0) < DraftWeights.weight(of: $1) }
        return heaviest.map(explained) ?? .untraced(statement)
    }

    private func explained(_ sign: DraftSign) -> FigureReason {
        switch sign {
        case .rival: rival.map { .mayBe($0.reading.statement, not: statement) } ?? .untraced(statement)
        case .oneOfSum: oneOfSum.map { .mayBe($0, not: statement) } ?? .untraced(statement)
        case .noWord: .unsure(.noWord, statement)
        case .unknownWords, .unreadGroup: .unsure(.unknownWords, statement)
        case .onePerson: .unsure(.onePerson, statement)
        case .farAway: .unsure(.farAway, statement)
        case .record: .unsure(.record, statement)
        case .wordsLeft, .otherUnit: .unsure(.wordsLeft, statement)
        case .repeated: .repeated(statement)
        case .farBelow: .farBelow(statement)
        default: .untraced(statement)
        }
    }

    // MARK: What is found

    /// What it states of one group alone, where it is read as a sum of several.
    private var oneOfSum: DraftStatement? { judge.ownOfSum(figure.numeral, statement) }

    private var doubts: [DraftSign] {
        var signs: [DraftSign] = []
        func add(_ sign: DraftSign, _ isFound: Bool) { if isFound { signs.append(sign) } }
        if case .plausible(let doubt) = figure.support { signs.append(sign(of: doubt)) }
        add(.rival, rival != nil)
        add(.oneOfSum, oneOfSum != nil)
        add(.otherUnit, !judge.isOfUnit(figure.numeral, statement) && !number.accepted.meets(oriented))
        add(.repeated, around.isRepeated)
        add(.strangers, around.isAmongStrangers)
        add(.timeOfDraft, figure.isTimeOfDraft)
        add(.unreadTime, figure.isBesideUnreadTime)
        add(.unreadGroup, isOfUnreadGroup)
        add(.farBelow, !(around.hasCompany && isLarge(figure.numeral)) && isOfSomethingElse)
        return signs
    }

    private func sign(of doubt: DraftSupport.Doubt) -> DraftSign {
        switch doubt {
        case .noWord: .noWord
        case .unknownWords: .unknownWords
        case .wordsLeft: .wordsLeft
        case .onePerson: .onePerson
        case .farAway: .farAway
        case .record: .record
        }
    }

    private var slips: [DraftSign] {
        var signs: [DraftSign] = []
        if around.hasCompany { signs.append(.company) }
        if figure.isNamed { signs.append(.named) }
        if isPlain { signs.append(.plain) }
        if let exact = oriented.exactly {
            let digits = around.hasCompany ? DraftWeights.slipDigits : DraftWeights.slipDigitsAlone
            if DraftSlip.isOne(number, exact, digits: digits) {
                signs.append(.slip)
            } else if DraftSlip.isOne(number, exact, digits: DraftWeights.slipDigitsShort) {
                signs.append(.shortSlip)
            }
        }
        let isNear = meant.contains { outcome in
            outcome.value.map { judge.isNear(figure.numeral, outcome.reading.statement, $0) } ?? false
        }
        if isNear { signs.append(.near) }
        return signs
    }

    private var isPlain: Bool {
        let hasUnit = [.people, .personTimes, .money].contains(figure.numeral.unit)
        // 98万余职工
        return (hasUnit || figure.numeral.unit == .none && figure.numeral.hasMagnitude) && figure.isCertain
            && meant.count == 1
            && !figure.isTimeOfDraft && !figure.words.contains { isCarried($0) || $0.origin == .table }
    }

    /// Whether a word is taken from another clause. That its sentence names its time once is as good as in its own.
    private func isCarried(_ word: DraftWord) -> Bool {
        word.origin == .earlier || word.origin == .sentence && word.role != .time
    }

    // MARK: From another row

    private var isTraced: Bool {
        meant.contains { outcome in
            guard let value = outcome.value else { return false }
            let statement = outcome.reading.statement
            let number = judge.inUnits(figure.numeral, statement)
            let hint = DraftHints(known: judge.known).hint(number, statement, judge.orient(statement, value))
            return hint != nil || isOfAnotherQuarter(number, statement) || isOfAnotherMeasure(number, statement)
        }
    }

    /// Whether it is that of a group whose name no reader can tell from other words: where that stands beside the
    /// figure, it was not taken for a name.
    private var isOfUnreadGroup: Bool {
        let groups = judge.known.unreadGroups
        return !groups.isEmpty
            && meant.contains { outcome in
                let statement = outcome.reading.statement
                let number = judge.inUnits(figure.numeral, statement)
                return groups.contains { group in
                    judge.known.range(of: statement.ofOther(groups: [group])).map {
                        number.accepted.meets(judge.orient(statement, $0))
                    } ?? false
                }
            }
    }

    /// Whether it is the same of another quarter.
    private func isOfAnotherQuarter(_ number: Numeral, _ statement: DraftStatement) -> Bool {
        guard let first = statement.span.first else { return false }
        return (-DraftWeights.rowQuarters...DraftWeights.rowQuarters).contains { lag in
            var other = statement
            other.now.span = DraftSpan(first: first + lag, last: statement.span.last + lag)
            other.base = statement.base.map { base in
                base.of(DraftSpan(first: base.span.first.map { $0 + lag }, last: base.span.last + lag))
            }
            return judge.known.range(of: other).map { number.accepted.meets($0) || number.accepted.meets($0.negated) }
                ?? false
        }
    }

    /// 受助105.54万人, 36.92亿人次: whether it is what another measure is of the same quarter, or since the start.
    private func isOfAnotherMeasure(_ number: Numeral, _ statement: DraftStatement) -> Bool {
        guard statement.kind == .level else { return false }
        let quarter = statement.span.quarter
        return Measure.allCases.contains { measure in
            [DraftSpan.quarter(quarter), .cumulative(quarter)].contains { span in
                var other = statement
                other.now = statement.now.of(FactMeasure(measure)).of(span)
                return judge.known.range(of: other).map { number.accepted.meets($0) } ?? false
            }
        }
    }

    // MARK: Of something else

    /// 累计受助职工317万人，发放互助金152,200元: no sum that one person gets, where totals stand beside it.
    private func isLarge(_ numeral: Numeral) -> Bool {
        numeral.hasGrouping || numeral.value >= 10_000 * DraftBounds.one
    }

    /// Whether a small number without 万 or 亿 stands beside totals that are far larger: 张先生获得3200元.
    private var isOfSomethingElse: Bool {
        let (number, value) = (figure.numeral, oriented)
        guard statement.kind == .level, statement.now.rate == nil,
            [.recipients, .personTimes, .amount].contains(statement.measure)
        else { return false }
        if figure.isBesidePerson,
            value.lowest.compare(
                scaled: number.value
                    * (number.hasMagnitude ? DraftWeights.farBelow : DraftWeights.farBelowBesidePerson)) > 0
        {
            return true
        }
        guard !number.hasMagnitude else { return false }
        let isUnitSlip = [4, 8].contains { power in
            number.times(tenTo: power).map { $0.accepted.meets(value) } ?? false
        }
        return !isUnitSlip && value.lowest.compare(scaled: number.value * DraftWeights.farBelow) > 0
    }
}
