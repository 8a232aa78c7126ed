import AidModel

/// Which time is meant.
extension DraftReader {
    /// The time that a sentence is about which names none.
    var steady: DraftSpan { paragraph.steady }

    mutating func read(_ words: PeriodWords, _ index: Int) {
        let range = tokens[index].range
        if isTrailing(index) || isOfStart(index) { return }
        // 会费每年30元，2022年二季度援助890人次
        if index == clause.start, !words.isRelative, words.span != nil, sentence.other?.reason == .rule,
            sentence.isOfProgramme
        {
            sentence.other = nil
        }
        // 自2022年第二季度起，五个季度依次为: the time is named already.
        if case .recentQuarters(let count)? = words.span, sentence.time.isSaid,
            sentence.time.spans.first?.value.quarterCount == count
        {
            return
        }
        if case .then? = words.span, paragraph.lastBase == nil { return }
        // 环比三季度分别增长: what is compared with is named behind the comparison.
        if index > 0, case .comparison(let said) = tokens[index - 1].kind,
            said == .quarterEarlier || said == .yearEarlier,
            tokens[index - 1].range.upperBound == range.lowerBound
        {
            (clause.comparison, clause.comparisonToken, sentence.comparison) = (words, index, words)
            clause.comparisons = clause.comparisons.dropLast() + [words]
            return
        }
        let spans = resolved(words)
        if index > 1, isArrow(index - 1), let before = tokens[index - 2].kind.period { arrowBase = resolved(before) }
        // compared with 834 in the second quarter of 2022; 1.06 times those of the second quarter of 2022
        if !words.isRelative, isOfBaseBefore(index) { return setTime(spans, isBase: true, range) }
        // 由去年同期的83.36万人增加到
        // 从2020年三季度到2022年二季度的八个季度里
        let end = tokens[index].range.upperBound
        let isSpan =
            if case .throughQuarter? = words.span, end < text.count { "的期间内".unicodeScalars.contains(text[end]) } else {
                false
            }
        if let from = clause.fromToken, !isSpan,
            from == index - 1 || from == index - 2 && tokens[index - 1].kind == .plain
        {
            clause.fromTime = spans.isEmpty ? nil : spans
            if words.isRelative { clause.comparison = words }
            sentence.comparison = words.isRelative ? words : sentence.comparison
            return
        }
        // 占上半年的38.1%
        if index > 0, tokens[index - 1].kind == .share, let whole = spans.first?.value,
            whole != steady || !whole.isQuarter
        {
            clause.wholeSpan = whole
            sentence.share?.whole = whole
            return
        }
        // 是去年同期的1.2倍; 是一季度（12.87万元）的2.05倍
        if words.isRelative || words.year == .offset(-1) || isBeforeEquals(index),
            let number = isBeforeEquals(index) ? numeralOutside(index) : nextNumber(index),
            number.unit == .multiple || number.unit == .percent && number.value >= 100 * DraftBounds.one
        {
            clause.comparison = words
            clause.comparisonToken = index
            sentence.comparison = words
            if index + 1 < tokens.count, tokens[index + 1].kind == .open { setTime(spans, isBase: true, range) }
            return
        }
        if words.year == nil, words.span == .thisQuarter || words.span == .ownQuarter {
            // 累计受助人次在本季度突破3000万人次 is of the whole time.
            // 截至12月底，本季度已为 names the end of the quarter.
            let isEnd = sentence.time.word.map { text[$0.lowerBound] == "截" } ?? false && sentence.last == nil
            if clause.hasWords, !isEnd, sentence.time.isSaid, sentence.time.spans.first?.value.isCumulative == true {
                return
            }
            if !sentence.time.isSaid, let whole = paragraph.time.spans.first?.value, whole.isCumulative {
                let own = DraftSpan.quarter(words.span == .ownQuarter ? setting.quarter : steady.quarter)
                setTime([Weighed(own), Weighed(whole, DraftWeights.open)], isBase: true, range)
                return
            }
        }
        // A month ends a quarter after 截至; by itself it is a time without figures.
        let isMonth = if case .month? = words.span { true } else { false }
        if !isMonth, case .absolute(let year)? = words.year { paragraph.year = year }
        if !isMonth, case .offset(let years)? = words.year, years == 0 { paragraph.year = setting.thisYear }
        // Two years ago it paid 101,207 yuan in the first quarter.
        if case .offset(let years)? = words.year, years < -1, isLatin(index) {
            paragraph.year = setting.thisYear + years
        }
        let meant = isMonth ? [] : spans
        // 去年二季度 is a time to compare with, unless the story is about last year.
        let isEarlier =
            if case .offset(let years)? = words.year, years < 0 {
                (meant.first?.value.quarter.year ?? 0) < setting.quarter.year
            } else { false }
        let isList = index > 1 && tokens[index - 1].kind == .listMark && tokens[index - 2].kind.period != nil
        let parts = listed(words, meant)
        sentence.listed = isList ? sentence.listed.suffix(DraftWeights.mentionLimit) + parts : parts
        setTime(meant, isBase: words.isRelative || isEarlier, range)
        if let span = meant.first?.value, !words.isRelative, !isEarlier, !span.isCumulative {
            paragraph.steady = span
            paragraph.hasPeriod = true
            if span.isQuarter { paragraph.quarter = span }
        }
    }

    /// 启动于2020年7月的“同舟计划”: when something began that is told of.
    private func isOfStart(_ index: Int) -> Bool {
        let (start, end) = (tokens[index].range.lowerBound, tokens[index].range.upperBound)
        let scan = TextScan(text: text)
        let begun = ["启动", "成立", "设立", "创立", "推出", "上线", "运行", "实施", "开办", "建立", "始", "诞生", "创办"]
        return begun.contains { word in
            let place = start - 1 - word.unicodeScalars.count
            return place >= 0 && text[start - 1] == "于" && scan.has(word, at: place)
        } || scan.end(ofAny: begun.map { $0 + "的" }, at: end) != nil
    }

    /// Whether a time in English dates the base that was told right before it.
    private func isOfBaseBefore(_ index: Int) -> Bool {
        guard text[tokens[index].range.lowerBound].isLatinLetter, let figure = clause.lastFigure,
            let last = sentence.last, last.token == figure
        else { return false }
        return last.role == .base || last.role == .ratio
    }

    /// The times of a list one by one: 一、二季度.
    private func listed(_ words: PeriodWords, _ spans: [Weighed<DraftSpan>]) -> [[Weighed<DraftSpan>]] {
        guard let span = spans.first?.value, let first = span.first else { return [spans] }
        switch words.span {
        case .quarters(_, _, isList: true)?:
            return (first...span.last).map { [Weighed(.quarter(Quarter(ordinal: $0)))] }
        case .toYear(_, isList: true)?:
            return stride(from: first, to: span.last, by: 4).map { [Weighed(DraftSpan(first: $0, last: $0 + 3))] }
        default: return [spans]
        }
    }

    private func isBeforeEquals(_ index: Int) -> Bool {
        index > 0 && (tokens[index - 1].kind == .equals || tokens[index - 1].kind == .to)
    }

    /// The number that follows right after a word, but for 的.
    private func nextNumber(_ index: Int) -> Numeral? {
        for token in tokens[(index + 1)...].prefix(2) {
            if let numeral = token.kind.numeral { return numeral }
            guard token.kind == .plain else { return nil }
        }
        return nil
    }

    /// Whether a time in English dates the figure right before it alone: 833,600 a year earlier.
    func isTrailing(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count, let words = tokens[index].kind.period, words.isRelative,
            text[tokens[index].range.lowerBound].isLatinLetter
        else { return false }
        for before in tokens[..<index].suffix(4).reversed() {
            switch before.kind {
            case .plain, .noun, .measure: continue
            case .number(let numeral): return numeral.unit != .percent && numeral.unit != .multiple
            default: return false
            }
        }
        return false
    }

    // MARK: 自2012年5月以来, 累计

    mutating func readSince(_ through: PeriodWords?, _ from: DraftToken.Beginning?, _ index: Int) {
        let range = tokens[index].range
        // 创下启动以来单季新高 says since when nothing was higher.
        let records = ["单季", "新高", "最高", "最多", "最大", "历史", "的最高", "的单季", "的新高", "首次"]
        if through == nil, TextScan(text: text).end(ofAny: records, at: range.upperBound) != nil { return }
        if isOfRecord(index) { return }
        paragraph.hasPeriod = true
        if let from {
            let isStart = setting.starts.contains { start in
                let (year, month, _) = start.civil
                return from.year == year && (from.month ?? month) == month
            }
            let end = through.flatMap { resolved($0).first?.value.quarter } ?? sinceEnd
            if isStart || setting.starts.isEmpty {
                // After 2022年全年 in a story of 2023: until when is not said.
                let other = through == nil && end != setting.quarter
                return setTime(
                    [Weighed(.cumulative(end))]
                        + (other ? [Weighed(.cumulative(setting.quarter), DraftWeights.open)] : []),
                    isBase: false, range)
            }
            let first = Quarter(year: from.year, number: ((from.month ?? 1) + 2) / 3)
            // A time that begins within a quarter has no figures.
            sentence.since = first
            let isWhole = ((from.month ?? 1) - 1).isMultiple(of: 3) && first <= end
            return setTime(isWhole ? [Weighed(.quarters(first, end))] : [], isBase: false, range)
        }
        let isWeak = through == nil && (text[range.lowerBound] == "累" || text[range.lowerBound].isLatinLetter)
        // 今年二季度累计 is of the quarter; 累计 in a later clause may be of either.
        if isWeak, sentence.time.isSaid {
            return openToWhole(sentence.time.isUsed ? DraftWeights.open : DraftWeights.farFetched)
        }
        // 截至2022年底，累计: the end is named already.
        if through == nil, sentence.time.isSaid, sentence.time.spans.first?.value.isCumulative == true { return }
        if !isWeak, through == nil, sentence.time.isSaid, sentence.time.spans.first?.value.isYearToDate == true {
            return
        }
        let end = through.flatMap { resolved($0).first?.value.quarter } ?? sinceEnd
        // 截至2022年12月31日的一个季度内; 近一年（截至2022年3月底）
        let scan = TextScan(text: text)
        let counts = [
            (1, ["一个季度", "三个月", "3个月"]), (2, ["半年", "两个季度", "六个月"]), (4, ["一年", "四个季度", "12个月", "十二个月"]),
        ]
        if through != nil, text.indices.contains(range.upperBound), text[range.upperBound] == "的",
            let (count, _) = counts.first(where: { scan.end(ofAny: $0.1, at: range.upperBound + 1) != nil })
        {
            return setTime(
                [Weighed(DraftSpan(first: end.ordinal - count + 1, last: end.ordinal))], isBase: false, range)
        }
        if through != nil, clause.isInBrackets, sentence.time.isSaid, let span = sentence.time.spans.first?.value,
            let count = span.quarterCount, count > 1, !span.isYearToDate
        {
            return setTime(
                [Weighed(DraftSpan(first: end.ordinal - count + 1, last: end.ordinal))], isBase: false, range)
        }
        // 自2020年第三季度以来，到2022年第二季度末: from the one to the other.
        if through != nil, let first = sentence.since, first <= end {
            return setTime([Weighed(.quarters(first, end))], isBase: false, range)
        }
        setTime([Weighed(.cumulative(end))], isBase: false, range)
    }

    /// the most since it began: since when nothing was higher.
    private func isOfRecord(_ index: Int) -> Bool {
        let scan = TextScan(text: text)
        return isLatin(index)
            && tokens[clause.start..<index].suffix(3).contains { token in
                [
                    "most", "highest", "largest", "biggest", "best", "fewest", "lowest", "smallest", "record", "high",
                    "low", "peak", "first",
                ].contains { scan.hasWord($0, at: token.range.lowerBound) }
            }
    }

    /// The quarter with which a time ends that goes on until now.
    private var sinceEnd: Quarter {
        if sentence.time.isSaid, !sentence.time.isBase, let said = sentence.time.spans.first?.value {
            return said.quarter
        }
        return steady.quarter
    }

    /// 前三季度累计受助: of the time that is named; less likely of the whole.
    private mutating func openToWhole(_ cost: Int) {
        // 2021年三季度到2022年二季度的四个季度，累计: of these.
        if let said = sentence.time.spans.first?.value, !said.isQuarter, !said.isYearToDate { return }
        guard let said = sentence.time.spans.first?.value, !said.isCumulative,
            !sentence.time.spans.contains(where: { $0.value.isCumulative })
        else { return }
        sentence.time.spans.append(Weighed(.cumulative(said.quarter), cost))
        if !sentence.time.isBase { sentence.main = sentence.time }
    }

    // MARK: What words mean

    /// The times that words may mean, the likeliest first; none: no figures are kept for such a time.
    func resolved(_ words: PeriodWords) -> [Weighed<DraftSpan>] {
        let main = setting.quarter
        let year: Int =
            switch words.year {
            case .absolute(let year): year
            case .offset(let years): setting.thisYear + years
            case nil: paragraph.year ?? words.quarterNumber.map { setting.year(ofQuarter: $0) } ?? setting.thisYear
            }
        guard (1...9998).contains(year) else { return [] }
        let own = sentence.main.spans.first?.value ?? steady
        func only(_ span: DraftSpan) -> [Weighed<DraftSpan>] { [Weighed(span)] }
        switch words.span {
        case .quarter(let number):
            let named = Weighed(DraftSpan.quarter(Quarter(year: year, number: number)))
            return [named]
                + [otherQuarter(number, words, year)].compactMap { $0 }.map { Weighed(.quarter($0), DraftWeights.open) }
        case .quarters(let first, let last, _):
            return only(.quarters(Quarter(year: year, number: first), Quarter(year: year, number: last)))
        case .toQuarter(let number): return only(.toQuarter(number, year: year))
        case .secondHalf: return only(.secondHalf(year))
        // 去年以来 goes on until now.
        case .toDate where year < setting.thisYear && year <= main.year:
            return only(.quarters(Quarter(year: year, number: 1), main))
        case .toDate: return only(.toQuarter(main.number, year: year))
        case .fromQuarter(let number):
            let first = Quarter(year: year, number: number)
            return only(.quarters(first, max(main, first)))
        case .toYear(let last, _):
            return only(.quarters(Quarter(year: year, number: 1), Quarter(year: last, number: 4)))
        case .fromYear:
            return only(.quarters(Quarter(year: year, number: 1), max(main, Quarter(year: year, number: 1))))
        case .fiveYears: return only(.quarters(Quarter(year: year, number: 1), Quarter(year: year + 4, number: 4)))
        case .recentYears(let count):
            // Whole years, with this one or without; or as many quarters.
            return [
                Weighed(.quarters(Quarter(year: main.year - count + 1, number: 1), main)),
                Weighed(
                    .quarters(Quarter(year: main.year - count, number: 1), Quarter(year: main.year - 1, number: 4))),
                Weighed(DraftSpan(first: main.ordinal - 4 * count + 1, last: main.ordinal)),
            ]
        case .throughQuarter(let first, let named, let last):
            let lastYear =
                switch named {
                case .absolute(let year): year
                case .offset(let years): setting.thisYear + years
                }
            return only(.quarters(Quarter(year: year, number: first), Quarter(year: lastYear, number: last)))
        case .then: return paragraph.lastBase.map(only) ?? []
        case .recentQuarters(let count):
            // 最近四个季度 ends with the quarter of the draft, or with the one that was spoken of.
            return [main.ordinal, own.last].reduce(into: []) { spans, last in
                let span = Weighed(DraftSpan(first: last - count + 1, last: last))
                if !spans.contains(span) { spans.append(span) }
            }
        case .ownQuarter: return only(.quarter(main))
        case .thisQuarter: return only(.quarter(steady.quarter))
        case .quarterEarlier:
            // 上季度 in July is the second, where no other time is named.
            let isFromToday = setting.source == .date && !paragraph.hasPeriod && !sentence.time.isSaid
            let before = Weighed(DraftSpan.quarter(own.quarter.quarterEarlier))
            return [before] + (isFromToday ? [Weighed(.quarter(main), DraftWeights.open)] : [])
        case .same:
            switch words.year {
            case .absolute: return only(own.moved(years: year - own.quarter.year))
            case .offset(let years):
                let spans = sentence.main.spans
                return spans.isEmpty
                    ? only(own.moved(years: years)) : spans.map { Weighed($0.value.moved(years: years), $0.cost) }
            case nil: return only(own)
            }
        case .month(let month): return only(.quarter(Quarter(year: year, number: month / 3)))
        case nil:
            guard words.year != nil else { return [] }
            let isNow = year == setting.thisYear
            let toDate = DraftSpan.toQuarter(isNow ? main.number : 4, year: year)
            let quarter = DraftSpan.quarter(Quarter(year: year, number: main.number))
            return isNow ? [Weighed(quarter), Weighed(toDate)] : [Weighed(toDate), Weighed(quarter)]
        }
    }

    /// The quarter of another year that words may mean as well.
    private func otherQuarter(_ number: Int, _ words: PeriodWords, _ year: Int) -> Quarter? {
        let main = setting.quarter
        switch words.year {
        // After 2021年为300.3元 the fourth quarter is that of the story.
        case nil where paragraph.year != nil && number == main.number && year != main.year: return main
        default: return nil
        }
    }

    /// The bases that a figure of a time may be held against; nil: nothing is said.
    func bases(of span: DraftSpan, _ words: PeriodWords?) -> [Weighed<DraftSpan>] {
        guard let words else {
            // Nothing is said: the two that are usual.
            return [Weighed(span.moved(years: -1))] + before(span).map { Weighed($0.value, DraftWeights.open) }
        }
        switch words.span {
        case .same:
            if case .absolute(let year)? = words.year { return [Weighed(span.moved(years: year - span.quarter.year))] }
            if case .offset(let years)? = words.year { return [Weighed(span.moved(years: years))] }
            return [Weighed(span.moved(years: -1))]
        case .quarterEarlier: return before(span)
        case .quarter(let number) where words.year == nil:
            let quarter = Quarter(year: span.quarter.year, number: number)
            return [Weighed(.quarter(quarter < span.quarter ? quarter : quarter.yearEarlier))]
        case nil:
            switch words.year {
            case .offset(let years): return [Weighed(span.moved(years: years))]
            case .absolute(let year): return [Weighed(span.moved(years: year - span.quarter.year))]
            case nil: return []
            }
        default: return resolved(words)
        }
    }

    private func before(_ span: DraftSpan) -> [Weighed<DraftSpan>] {
        // 累计6627人次，比一个季度前增加890人次
        if span.isCumulative { return [Weighed(.cumulative(span.quarter.quarterEarlier))] }
        if span.isQuarter || span == .secondHalf(span.quarter.year) { return span.before.map { [Weighed($0)] } ?? [] }
        return []
    }

    /// The time that stands after a figure and dates it alone: 833,600 people a year earlier.
    func trailingTime(_ site: Site) -> PeriodWords? {
        for place in site.right.prefix(4) {
            switch tokens[place].kind {
            case .plain, .noun, .measure: continue
            // 135,000 yuan fell in the second quarter
            case .direction where isOwnVerb(place): continue
            case .period(let words):
                let isFromOrTo = site.near.last.map { tokens[$0].kind == .from || tokens[$0].kind == .to } ?? false
                guard text[tokens[place].range.lowerBound].isLatinLetter,
                    direction(in: site.near) == nil
                        || isFromOrTo && direction(in: site.near) != nil
                            && site.near.contains(where: { tokens[$0].kind == .from })
                else {
                    return nil
                }
                if words.isRelative { return words }
                // 815 in the first quarter of 2022 and 901 in the fourth
                let isOneOfMany =
                    isOfAnotherTime(words) || isFromOrTo && tokens[site.near.upperBound - 1].kind == .from
                    || site.near.contains { tokens[$0].kind == .than } || sentence.last?.isDated == true
                    || tokens[place...].prefix(4).prefix { !$0.kind.endsClause }.contains { $0.kind.isNumber }
                return isOneOfMany ? words : nil
            default: return nil
            }
        }
        return nil
    }

    /// After 872 recipients in the third quarter, it counted 901 in the fourth: a figure was told of the other time.
    func isOfAnotherTime(_ words: PeriodWords) -> Bool {
        guard sentence.time.isSaid, sentence.last != nil,
            let said = resolved(words).first?.value
        else { return false }
        return sentence.time.spans.first?.value != said
    }
}
