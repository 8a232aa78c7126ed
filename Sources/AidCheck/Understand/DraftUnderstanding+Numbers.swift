import AidModel
import AidNews

/// What a number says.
extension DraftUnderstanding {
    mutating func read(_ number: DraftNumber, _ index: Int) {
        numberPlace = number.range.lowerBound
        lookAhead(index)
        lookForMeaning(index)
        defer {
            clause.figureCount += 1
            clause.hasWords = true
            sentence.hasFigureSincePeriod = true
        }
        var number = number
        let isBare = number.unit == .none && !number.hasMagnitude
        let change = change(number, index)
        if isBare, !number.hasGrouping, !isNamed(number, index) {
            addUnnamed(number)
            return
        }
        let measures = measures(number, index)
        if isBare, measures.isEmpty {
            addUnnamed(number)
            return
        }
        var doubt: DraftFigure.Doubt?
        if clause.isRule || sentence.isOnePerson { doubt = .somethingElse }
        if sentence.isOfOtherProgramme { doubt = .otherProgramme }
        if sentence.isUnknownGroup { doubt = .unknownGroup }
        if sentence.spans.isEmpty { doubt = .noPeriod }
        if let list = clause.respectively, !list.spans.isEmpty {
            sentence.spans = list.spans[min(list.next, list.spans.count - 1)]
            clause.respectively?.next += 1
        }
        let group = nextGroup()
        var statements: [DraftStatement] = []
        if number.unit == .multiple {
            // From here on 1.2倍 is 120%.
            number.value *= 100
            number.step *= 100
            number.upper = number.upper.map { $0 * 100 }
        }
        switch number.unit {
        case .percent, .multiple:
            statements = shares(number, measures, group, change)
            if sentence.isBaseOpen, clause.comparison == nil, change != nil { doubt = doubt ?? .noBase }
            if statements.isEmpty, doubt == nil { doubt = measures.isEmpty ? .noMeasure : .noMeaning }
        case .percentagePoints:
            statements = shareChanges(measures, group, change)
            if statements.isEmpty { doubt = doubt ?? .points }
        default:
            guard !measures.isEmpty else {
                doubt = doubt ?? .noMeasure
                break
            }
            if let words = trailing(index), change == nil || isBase(number, index) {
                statements = baseLevels(measures, group, words)
            } else if sentence.isBaseOpen, clause.comparison == nil, change != nil || isBase(number, index) {
                doubt = doubt ?? .noBase
            } else if clause.isAdded, change == nil || change == true {
                statements = levels(number, measures, group) + changes(.change, measures, group, true)
            } else if isBase(number, index) {
                statements = baseLevels(measures, group, comparisonInMind)
            } else if let change {
                statements = changes(.change, measures, group, change)
            } else {
                statements = levels(number, measures, group)
            }
        }
        sentence.kindOfRecipients =
            clause.kindOfRecipients ?? (number.unit == .percent ? sentence.kindOfRecipients : nil)
        if change != nil {
            sentence.lastChange = (change ?? true, sentence.clauseNumber)
        } else {
            sentence.lastChange = nil
        }
        if number.unit != .percent, number.unit != .multiple, let measure = measures.first, clause.average == nil {
            clause.measures.append(measure)
            sentence.stated.removeAll { $0 == measure }
            sentence.stated.append(measure)
        }
        // A group that an earlier clause names may not be meant any more.
        if group != nil, clause.groups.isEmpty {
            statements += statements.filter { $0.kind != .share }.map {
                var whole = $0
                whole.group = nil
                return whole
            }
        }
        add(DraftFigure(number: number, statements: statements, doubt: doubt))
    }

    /// Counts a number of which no word says what it is of, where it may be one of ours: it must not vanish.
    private mutating func addUnnamed(_ number: DraftNumber) {
        let isNotable =
            number.hasGrouping || number.value >= 100 * DraftBounds.one || text[number.digits].contains(".")
        guard isNotable, isAboutAid(number.range.lowerBound) else { return }
        add(DraftFigure(number: number, statements: [], doubt: .noMeasure))
    }

    /// Whether a number without a unit stands right beside a word that says what it counts: 职工985800.
    private func isNamed(_ number: DraftNumber, _ index: Int) -> Bool {
        if index + 1 < tokens.count, case .measure = tokens[index + 1].kind,
            tokens[index + 1].range.lowerBound - number.range.upperBound <= 2
        {
            return true
        }
        for before in tokens[..<index].reversed() {
            let gap = text[before.range.upperBound..<number.range.lowerBound]
            guard gap.allSatisfy({ " 有为达共计是至仅已了的数量约合总了:by".unicodeScalars.contains($0) }) else { return false }
            switch before.kind {
            case .measure, .direction, .directionTo, .average: return true
            case .level, .whole, .respectively: continue
            case .clauseEnd where text[before.range.lowerBound] == ":" || text[before.range.lowerBound] == "：": continue
            default: return false
            }
        }
        return false
    }

    /// 与去年同期持平: a change of nothing, or of next to nothing.
    mutating func readUnchanged(_ token: DraftToken, isAbout: Bool) {
        guard let comparison = clause.comparison ?? sentence.comparison else { return }
        let limit = DraftBounds.one / (isAbout ? 1 : 2)
        var number = DraftNumber(
            range: token.range, digits: token.range, unit: .percent, value: -limit, step: DraftBounds.one, hedge: .none,
            writing: .chinese, hasMagnitude: false, hasGrouping: false)
        number.upper = limit
        let measures = clause.nouns.isEmpty ? nearestMeasures : [clause.nouns[clause.nouns.count - 1]]
        let spans = changeSpans
        let statements = measures.flatMap { measure in
            spans.flatMap { span in
                bases(of: span, comparison).map {
                    DraftStatement(
                        kind: .percent, measure: FactMeasure(measure), span: span, group: sentence.group, base: $0,
                        rises: true)
                }
            }
        }
        guard !statements.isEmpty else { return }
        add(DraftFigure(number: number, statements: statements, doubt: nil))
    }

    /// In English, what a number is of may stand after it: 136.94 yuan per recipient, 123,400 (12.52%) were new.
    private mutating func lookForMeaning(_ index: Int) {
        var depth = 0
        for later in tokens[(index + 1)...] {
            switch later.kind {
            case .open: depth += 1
            // A number in brackets is followed by what goes on outside of them.
            case .close where depth >= 0: depth -= 1
            case .close, .clauseEnd, .sentenceEnd, .paragraphEnd: return
            case .comparison(let words)
            where depth == 0 && clause.comparison == nil
                && later.range.lowerBound - tokens[index].range.upperBound <= 1:
                // +18.3% year on year
                if case .number(let number) = tokens[index].kind, number.unit == .percent { clause.comparison = words }
            case .average(let average) where clause.average == nil && depth == 0: clause.average = average
            case .firstTime where depth <= 0 && clause.kindOfRecipients == nil: clause.kindOfRecipients = .firstTime
            case .returning where depth <= 0 && clause.kindOfRecipients == nil: clause.kindOfRecipients = .returning
            case .share where later.range.lowerBound - tokens[index].range.upperBound <= 1 && depth == 0:
                clause.share = true
            default: continue
            }
        }
    }

    /// A time, or what is compared with, may stand after the number in its clause: 98万职工在二季度受助.
    private mutating func lookAhead(_ index: Int) {
        guard clause.figureCount == 0, !sentence.hasPeriod else { return }
        for later in tokens[(index + 1)...] {
            if later.kind.endsClause { return }
            if later.kind.isNumber { continue }
            if case .period(let words) = later.kind, !words.isRelative {
                let spans = resolved(words)
                if !spans.isEmpty { setSpans(spans, isRelative: false) }
                if let span = spans.first { paragraph.steady = span }
                return
            }
            if case .sinceStart = later.kind {
                setSpans([.cumulative(steady.quarter)], isRelative: false)
                return
            }
        }
    }

    // MARK: Whether it is a change

    /// Whether the number is one by which something rose or fell; nil: it is no change.
    private mutating func change(_ number: DraftNumber, _ index: Int) -> Bool? {
        let isPercent = number.unit == .percent || number.unit == .multiple || number.unit == .percentagePoints
        if let direction = clause.direction {
            if !clause.isToLevel || direction.isNoun || isPercent { return direction.rises }
            return nil
        }
        if clause.directionTo != nil { return nil }
        if number.writing == .doubling { return true }
        if let after = directionAfter(number, index) { return after }
        // 增加15.22万人，16.53万人次: the next clause begins with a number.
        if !clause.hasWords, let last = sentence.lastChange, last.clause == sentence.clauseNumber - 1 {
            clause.direction = (last.rises, false)
            return last.rises
        }
        return nil
    }

    /// 152,200 more than a year earlier; 15.22万人的增长
    private func directionAfter(_ number: DraftNumber, _ index: Int) -> Bool? {
        var next = index + 1
        if next < tokens.count, case .measure = tokens[next].kind { next += 1 }
        guard next < tokens.count, case .direction(let rises, _) = tokens[next].kind else { return nil }
        let start = tokens[next].range.lowerBound
        if text[start].isLatinLetter {
            let rest = tokens[(next + 1)...].prefix { !$0.kind.endsClause }
            let isWordOfNumber = tokens[next - 1].range.upperBound + 1 >= start
            return isWordOfNumber && !rest.contains { $0.kind.isNumber } ? rises : nil
        }
        return start > 0 && text[start - 1] == "的" && start - 1 == tokens[next - 1].range.upperBound ? rises : nil
    }

    // MARK: Of what

    private var nearestMeasures: [Measure] {
        if !clause.measures.isEmpty { return unique(clause.measures) }
        if !sentence.measures.isEmpty { return unique(sentence.measures) }
        if let noun = sentence.noun { return [noun] }
        return unique(paragraph.measures)
    }

    private func unique(_ measures: [Measure]) -> [Measure] {
        measures.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private mutating func measures(_ number: DraftNumber, _ index: Int) -> [Measure] {
        switch number.unit {
        case .people: return [.recipients]
        case .personTimes: return [.personTimes]
        case .money: return [.amount]
        case .none, .percent, .percentagePoints, .multiple: break
        }
        if let list = clause.respectively, !list.measures.isEmpty {
            let measure = list.measures[min(list.next, list.measures.count - 1)]
            if list.groups.isEmpty { clause.respectively?.next += 1 }
            return [measure]
        }
        if number.unit == .none, index + 1 < tokens.count, case .measure(let measure) = tokens[index + 1].kind,
            text[number.range.upperBound..<tokens[index + 1].range.lowerBound].allSatisfy({
                " 名位余多的受助".unicodeScalars.contains($0)
            })
        {
            return [measure]
        }
        if let noun = clause.nouns.last { return [noun] }
        return nearestMeasures
    }

    private mutating func nextGroup() -> Int? {
        guard let list = clause.respectively, !list.groups.isEmpty else { return sentence.group }
        clause.respectively?.next += 1
        return list.groups[min(list.next, list.groups.count - 1)]
    }

    // MARK: Statements

    /// The times of a change: never the programme's whole time, of which none is told.
    private var changeSpans: [DraftSpan] {
        let spans = sentence.spans.filter { !$0.isCumulative }
        // 去年同期83.36万人，增加15.22万人: from that time to this one, unless its own clause says otherwise.
        if sentence.isRelative, !clause.hasPeriod, !spans.isEmpty { return [steady] + spans }
        return spans.isEmpty && !sentence.spans.isEmpty ? [steady] : spans
    }

    private func changes(
        _ kind: DraftStatement.Kind, _ measures: [Measure], _ group: Int?, _ rises: Bool?
    ) -> [DraftStatement] {
        let words = comparisonInMind
        if sentence.isAgainstPublished {
            return measures.flatMap { measure in
                changeSpans.flatMap { span in
                    ([span] + bases(of: span, .yearEarlier)).map {
                        DraftStatement(
                            kind: kind, measure: FactMeasure(measure), span: span, group: group, base: $0,
                            isBasePublished: true, rises: rises)
                    }
                }
            }
        }
        return measures.flatMap { measure in
            changeSpans.flatMap { span in
                bases(of: span, words).map {
                    DraftStatement(
                        kind: kind, measure: FactMeasure(measure), span: span, group: group, base: $0, rises: rises)
                }
            }
        }
    }

    /// What the sentence compares with, or else the one before.
    private var comparisonInMind: PeriodWords? {
        if let list = clause.respectively, list.comparisons.count > 1 {
            return list.comparisons[min(clause.figureCount, list.comparisons.count - 1)]
        }
        return clause.comparison ?? sentence.comparison ?? comparisonAhead ?? paragraph.comparison
    }

    /// In English, and in brackets, it stands after the number.
    private var comparisonAhead: PeriodWords? {
        guard let place = tokens.indices.first(where: { tokens[$0].range.lowerBound > numberPlace }) else { return nil }
        var isNextClause = false
        for later in tokens.indices[place...] {
            switch tokens[later].kind {
            case .comparison(let words):
                // 增长18.3%，环比增长4%: it is of the change that follows it.
                let rest = tokens[(later + 1)...].prefix { !$0.kind.endsClause }
                return isNextClause && rest.contains { $0.kind.isNumber } ? nil : words
            case .period(let words) where words == .yearEarlier || words == .quarterEarlier: return words
            case .clauseEnd: isNextClause = true
            case .sentenceEnd, .paragraphEnd: return nil
            default: continue
            }
        }
        return nil
    }

    private func shares(
        _ number: DraftNumber, _ measures: [Measure], _ group: Int?, _ change: Bool?
    ) -> [DraftStatement] {
        if clause.ratio || (number.unit == .multiple && clause.directionTo != nil) {
            return changes(.ratio, measures, group, nil)
        }
        // 123,400 (12.52%): a percent alone in brackets is the part that the figure before it is.
        let isInBrackets =
            change == nil && clause.comparison == nil && number.range.lowerBound > 0
            && "(（".unicodeScalars.contains(text[number.range.lowerBound - 1])
        if clause.share
            || (isInBrackets && (group != nil || (clause.kindOfRecipients ?? sentence.kindOfRecipients) != nil))
        {
            if let kind = clause.kindOfRecipients ?? sentence.kindOfRecipients {
                return sentence.spans.map {
                    DraftStatement(kind: .share, measure: kind, span: $0, group: group, base: nil, rises: nil)
                }
            }
            guard group != nil else { return [] }
            let counted = clause.nouns.isEmpty && measures.count != 1 ? Measure.allCases : measures
            return counted.flatMap { measure in
                sentence.spans.map {
                    DraftStatement(
                        kind: .share, measure: FactMeasure(measure), span: $0, group: group, base: nil, rises: nil)
                }
            }
        }
        if let change { return changes(.percent, measures, group, change) }
        // 同比18.26%
        if clause.comparison != nil {
            return changes(.percent, measures, group, true) + changes(.percent, measures, group, false)
        }
        return []
    }

    /// 占比56.04%，同比上升2.02个百分点: points are of a group's share.
    private func shareChanges(_ measures: [Measure], _ group: Int?, _ change: Bool?) -> [DraftStatement] {
        guard group != nil, let change, clause.comparison ?? sentence.comparison != nil else { return [] }
        return changes(.shareChange, measures.count == 1 ? measures : Measure.allCases, group, change)
    }

    private func levels(_ number: DraftNumber, _ measures: [Measure], _ group: Int?) -> [DraftStatement] {
        let kinds: [FactMeasure] = measures.compactMap { measure in
            switch (clause.average, number.unit) {
            case (.perRecipient, .money): .amountPerRecipient
            case (.perRecipient, _): measure == .amount ? .amountPerRecipient : .personTimesPerRecipient
            case (.perPersonTime, _): .amountPerPersonTime
            case (nil, _): measure == .recipients ? clause.kindOfRecipients ?? .recipients : FactMeasure(measure)
            }
        }
        return kinds.flatMap { kind in
            sentence.spans.flatMap { span in
                guard let rises = clause.directionTo else {
                    return [
                        DraftStatement(kind: .level, measure: kind, span: span, group: group, base: nil, rises: nil)
                    ]
                }
                let span = span.isCumulative ? steady : span
                return bases(of: span, comparisonInMind).prefix(comparisonInMind == nil ? 0 : 1).map {
                    DraftStatement(kind: .level, measure: kind, span: span, group: group, base: $0, rises: rises)
                }
                    + (comparisonInMind == nil
                        ? [DraftStatement(kind: .level, measure: kind, span: span, group: group, base: nil, rises: nil)]
                        : [])
            }
        }
    }

    // MARK: The base itself

    /// Whether the number is what is compared with: 比去年同期的83.36万人增加; 由83.36万人增至.
    private func isBase(_ number: DraftNumber, _ index: Int) -> Bool {
        let start = number.range.lowerBound
        if start > 0, text[start - 1] == "从" || text[start - 1] == "由" { return isFromTo(index) }
        if start > 4, String(String.UnicodeScalarView(text[start - 5..<start])).lowercased() == "from " {
            return isFromTo(index) || clause.direction != nil
        }
        guard let end = clause.comparisonEnd, end <= start, clause.direction == nil, clause.directionTo == nil,
            start - end <= 6
        else { return false }
        if start > end, text[end] == "的" { return true }
        // 与一季度134.39万人相比
        let rest = text[number.range.upperBound..<min(number.range.upperBound + 4, text.count)]
        return start == end && String(String.UnicodeScalarView(rest)).hasPrefix("相比")
    }

    private func isFromTo(_ index: Int) -> Bool {
        for later in tokens[(index + 1)...].prefix(6) {
            switch later.kind {
            case .directionTo, .level: return true
            case .sentenceEnd, .paragraphEnd: return false
            default: continue
            }
        }
        return false
    }

    /// The time that stands after a number and dates it alone.
    private func trailing(_ index: Int) -> PeriodWords? {
        var next = index + 1
        if next < tokens.count, case .measure = tokens[next].kind { next += 1 }
        guard isTrailing(next), case .period(let words) = tokens[next].kind else { return nil }
        return words
    }

    private func baseLevels(_ measures: [Measure], _ group: Int?, _ words: PeriodWords?) -> [DraftStatement] {
        return measures.flatMap { measure in
            changeSpans.flatMap { span in
                bases(of: span, words).map {
                    DraftStatement(
                        kind: .level, measure: FactMeasure(measure), span: $0, group: group, base: nil, rises: nil)
                }
            }
        }
    }
}
