import AidModel

/// Which time is meant.
extension DraftUnderstanding {
    /// Reads a time that is no base of comparison.
    mutating func read(_ words: PeriodWords, _ index: Int) {
        let (start, end) = (tokens[index].range.lowerBound, tokens[index].range.upperBound)
        if isTrailing(index) { return }
        // 由去年同期的83.36万人增加到
        if start > 0, text[start - 1] == "由" || text[start - 1] == "从", words.isRelative || goesTo(index) {
            clause.comparison = words
            clause.comparisonEnd = end
            sentence.comparison = words
            return
        }
        // 是去年同期的1.2倍
        if words.isRelative || words.year == .offset(-1), end < text.count, text[end] == "的",
            index + 1 < tokens.count, case .number(let number) = tokens[index + 1].kind,
            number.range.lowerBound == end + 1, number.unit == .multiple || number.unit == .percent
        {
            clause.comparison = words
            sentence.comparison = words
            clause.ratio = true
            return
        }
        if words.year == nil, words.span == .thisQuarter || words.span == .ownQuarter {
            let own = words.span == .ownQuarter ? setting.quarter : steady.quarter
            // 累计受助人次在本季度突破3000万人次 is of the whole time.
            if clause.hasPeriod, sentence.spans.first?.isCumulative == true { return }
            if !sentence.hasPeriod, let whole = paragraph.spans.first, whole.isCumulative {
                setSpans([.quarter(own), whole], isRelative: true)
                return
            }
        }
        // A month ends a quarter after 截至; by itself it is a time without figures.
        let isMonth = if case .month? = words.span { true } else { false }
        if !isMonth, case .absolute(let year)? = words.year { paragraph.year = year }
        let spans = isMonth ? [] : resolved(words)
        // 去年二季度 is a time to compare with, unless the story is about last year.
        let isEarlier =
            if case .offset(let years)? = words.year, years < 0 {
                (spans.first?.quarter.year ?? 0) < setting.quarter.year
            } else { false }
        let isListed =
            index > 1 && tokens[index - 1].kind == .listMark && tokens[index - 2].kind.isPeriod
            && tokens[index - 1].range.lowerBound - tokens[index - 2].range.upperBound <= 1
        sentence.listed = isListed ? sentence.listed + [spans] : [spans]
        setSpans(spans, isRelative: words.isRelative || spans.isEmpty || isEarlier)
        if let span = spans.first, !words.isRelative, !isEarlier, !span.isCumulative {
            paragraph.steady = span
            paragraph.hasPeriod = true
            if case .quarter = span { paragraph.quarter = span }
        }
    }

    /// Whether a time in English dates the figure right before it alone: 833,600 a year earlier.
    func isTrailing(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count, case .period(let words) = tokens[index].kind, words.isRelative,
            text[tokens[index].range.lowerBound].isLatinLetter
        else { return false }
        var before = index - 1
        if case .measure = tokens[before].kind, before > 0 { before -= 1 }
        guard case .number(let number) = tokens[before].kind,
            number.unit != .percent, number.unit != .multiple, number.unit != .percentagePoints
        else { return false }
        let gap = text[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
        return [" ", " in ", " during ", " for "].contains(String(String.UnicodeScalarView(gap)))
    }

    /// Whether the clause goes on to a level: 从……增加到.
    private func goesTo(_ index: Int) -> Bool {
        for later in tokens[(index + 1)...] {
            switch later.kind {
            case .directionTo: return true
            case let kind where kind.endsClause: return false
            default: continue
            }
        }
        return false
    }

    /// The times that words may mean, the likeliest first; none: no figures are kept for such a time.
    func resolved(_ words: PeriodWords) -> [DraftSpan] {
        let main = setting.quarter
        let year: Int =
            switch words.year {
            case .absolute(let year): year
            case .offset(let years): setting.thisYear + years
            case nil: paragraph.year ?? words.quarterNumber.map { setting.year(ofQuarter: $0) } ?? setting.thisYear
            }
        guard (1...9998).contains(year) else { return [] }
        switch words.span {
        case .quarter(let number): return [.quarter(Quarter(year: year, number: number))]
        case .toQuarter(let number): return [DraftSpan.toQuarter(number, year: year)]
        case .secondHalf: return [.secondHalf(year)]
        case .toDate: return [DraftSpan.toQuarter(main.number, year: year)]
        case .ownQuarter: return [.quarter(main)]
        case .thisQuarter: return [.quarter(steady.quarter)]
        case .quarterEarlier: return [.quarter(steady.quarter.quarterEarlier)]
        case .same:
            switch words.year {
            case .absolute: return [steady.moved(years: year - steady.quarter.year)]
            case .offset(let years): return [steady.moved(years: years)]
            case nil: return [steady]
            }
        case .month(let month): return [.quarter(Quarter(year: year, number: month / 3))]
        case nil:
            guard words.year != nil else { return [] }
            if year == setting.thisYear { return [.quarter(main), DraftSpan.toQuarter(main.number, year: year)] }
            return [DraftSpan.toQuarter(4, year: year), .quarter(Quarter(year: year, number: main.number))]
        }
    }

    /// The bases that a figure may be held against, the likeliest first.
    func bases(of span: DraftSpan, _ words: PeriodWords?) -> [DraftSpan] {
        guard let words else {
            // Nothing is said: the two that are usual.
            return [span.moved(years: -1)] + quarterEarlier(span)
        }
        switch words.span {
        case .same:
            if case .absolute(let year)? = words.year { return [span.moved(years: year - span.quarter.year)] }
            if case .offset(let years)? = words.year { return [span.moved(years: years)] }
            return [span.moved(years: -1)]
        case .quarterEarlier: return quarterEarlier(span)
        case .quarter(let number) where words.year == nil:
            let quarter = Quarter(year: span.quarter.year, number: number)
            return [.quarter(quarter < span.quarter ? quarter : quarter.yearEarlier)]
        case nil:
            switch words.year {
            case .offset(let years): return [span.moved(years: years)]
            case .absolute(let year): return [span.moved(years: year - span.quarter.year)]
            case nil: return []
            }
        default: return resolved(words)
        }
    }

    private func quarterEarlier(_ span: DraftSpan) -> [DraftSpan] {
        if case .quarter(let quarter) = span { [.quarter(quarter.quarterEarlier)] } else { [] }
    }
}
