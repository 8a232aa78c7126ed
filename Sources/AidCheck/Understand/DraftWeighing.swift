import AidModel
import AidNews

/// Weighs what one figure may say: every time, group, measure and base that the words allow.
struct DraftWeighing {
    let reader: DraftReader
    let numeral: Numeral
    let site: DraftReader.Site
    let role: DraftReader.Role

    var sentence: SentenceFrame { reader.sentence }
    var clause: ClauseFrame { reader.clause }
    var tokens: [DraftToken] { reader.tokens }

    func readings() -> [DraftReading] {
        var readings: [DraftReading] = []
        for measure in measures() {
            for groups in groups() {
                for time in times() {
                    let quantity = quantity(measure.value, time.value, groups.value)
                    guard let quantity else { continue }
                    let cost = measure.cost + groups.cost + time.cost
                    for (statement, more) in statements(quantity) {
                        readings.append(DraftReading(statement: statement, cost: cost + more))
                    }
                }
            }
        }
        return unique(readings + rivals(readings))
    }

    /// 733 payments were for outpatients and 198 for inpatients: each group stands behind its figure.
    var isOneOfGroupsBehind: Bool {
        guard let place = site.right.first(where: { tokens[$0].kind.group != nil }),
            reader.standsBehind(site.index, place)
        else { return false }
        let next = site.right.upperBound
        let isNextBehind =
            next < tokens.count && tokens[next].kind.isNumber
            && tokens[(next + 1)...].prefix(8).firstIndex { $0.kind.group != nil }.map {
                reader.standsBehind(next, $0)
            } ?? false
        return clause.hasGroupBehind || isNextBehind
    }

    /// The groups that the sentence names, before the figure and after it.
    var groupsOfSentence: [Int] {
        var start = site.index
        while start > 0, site.index - start < DraftWeights.reach, !tokens[start - 1].kind.endsSentence { start -= 1 }
        return tokens[start...].prefix(2 * DraftWeights.reach).prefix { !$0.kind.endsSentence }.compactMap(\.kind.group)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    func unique(_ readings: [DraftReading]) -> [DraftReading] {
        var best: [DraftStatement: Int] = [:]
        var order: [DraftStatement] = []
        for reading in readings {
            if best[reading.statement] == nil { order.append(reading.statement) }
            best[reading.statement] = min(best[reading.statement] ?? .max, reading.cost)
        }
        return order.map { DraftReading(statement: $0, cost: best[$0] ?? 0) }
    }

    // MARK: Of what

    var isRelative: Bool {
        switch role.kind {
        case .percent, .ratio, .share, .points, .run: true
        default: numeral.unit == .percent || numeral.unit == .percentagePoints
        }
    }

    func measures() -> [Weighed<FactMeasure>] {
        if reader.isOfMembers(numeral, site) { return [Weighed(.members)] }
        let plain: [Weighed<Measure>]
        switch numeral.unit {
        case .people: plain = [Weighed(.recipients)]
        case .personTimes: plain = [Weighed(.personTimes)]
        case .money: plain = [Weighed(.amount)]
        default: plain = named()
        }
        return plain.flatMap { weighed in
            kinds(weighed.value).map { Weighed($0.value, $0.cost + weighed.cost) }
        }
    }

    /// The measure itself, or the average or the part of it that the words speak of.
    func kinds(_ measure: Measure) -> [Weighed<FactMeasure>] {
        switch role.average {
        case .perRecipient?, .mean?:
            switch measure {
            // 平均 alone: of each person, or of each time.
            case .amount where role.average == .mean:
                return [Weighed(.amountPerRecipient), Weighed(.amountPerPersonTime, DraftWeights.open)]
            case .amount: return [Weighed(.amountPerRecipient)]
            case .personTimes: return [Weighed(.personTimesPerRecipient)]
            case .recipients: return [Weighed(isRelative ? .amountPerRecipient : .recipients)]
            }
        case .perPersonTime?: return [Weighed(.amountPerPersonTime)]
        case .perThousand?: return [Weighed(FactMeasure(perThousand: measure))]
        default: break
        }
        let kind =
            site.left.reversed().first { tokens[$0].kind == .firstTime || tokens[$0].kind == .returning }
            ?? site.right.first { tokens[$0].kind == .firstTime || tokens[$0].kind == .returning }
        if let kind, measure == .recipients || isRelative {
            return [Weighed(tokens[kind].kind == .firstTime ? .firstTime : .returning)]
        }
        if measure == .recipients || isRelative, let ahead = reader.partAhead(site) {
            return [Weighed(ahead == .firstTime ? .firstTime : .returning)]
        }
        // 再次受助86.24万人（862,400人）
        if measure == .recipients, clause.isInBrackets, site.near.isEmpty, let last = sentence.last,
            last.token == clause.start - 2, let part = last.quantity?.measure, part == .firstTime || part == .returning
        {
            return [Weighed(part)]
        }
        // 首次受助12.34万人，占12.52%: of the part that was told right before.
        if role.kind == .share, nouns(site.near).isEmpty, clause.groups.isEmpty, let last = sentence.last,
            last.clause >= clause.number - 1, let part = last.quantity?.measure,
            part == .firstTime || part == .returning
        {
            return [Weighed(part)]
        }
        return [Weighed(FactMeasure(measure))]
    }

    // MARK: When

    func times() -> [Weighed<DraftSpan>] {
        if case .times(let all)? = clause.distribution?.targets, let next = clause.distribution?.next, next < all.count
        {
            return all[next]
        }
        if let target = levelTarget, isRelative, !target.spans.isEmpty, !sentence.time.isSaid || sentence.time.isBase {
            return target.spans.map { Weighed($0) }
        }
        switch role.kind {
        case .base: return baseTimes()
        // 自2020年第四季度起，已连续11个季度: up to the last of them.
        case .run: return sentence.time.spans.map { Weighed(.quarter($0.value.quarter), $0.cost) }
        case .level, .none, .place, .count:
            if let words = reader.trailingTime(site) { return words.isRelative ? bases(words) : reader.resolved(words) }
            return sentence.time.spans + markSpans
        case .share: return sentence.time.spans
        case .change, .percent, .ratio, .points:
            return changeSpans
        }
    }

    /// In the quarter, the aid passed the mark of 500,000 yuan: of the whole time, where that was told of right before.
    private var markSpans: [Weighed<DraftSpan>] {
        let scan = TextScan(text: reader.text)
        let isMark = (site.near.suffix(3) + site.right.prefix(3)).contains { place in
            let start = tokens[place].range.lowerBound
            return scan.end(ofAny: ["大关", "关口"], at: start) != nil || scan.hasWord("mark", at: start)
        }
        guard isMark, let whole = reader.paragraph.levels.compactMap(\.quantity?.span).last(where: \.isCumulative),
            !sentence.time.spans.contains(where: { $0.value == whole })
        else { return [] }
        return [Weighed(whole, DraftWeights.open)]
    }

    /// The times of a change: never the programme's whole time, of which none is told.
    var changeSpans: [Weighed<DraftSpan>] {
        // 与截至2021年底的40.17万元相比，翻了一番: of the whole time.
        if let from = sentence.fromSpan, from.isCumulative { return [Weighed(.cumulative(reader.steady.quarter))] }
        // After 128,703 yuan in the first quarter it paid 135,000 yuan in the second, a rise of 4.9 percent.
        if let last = sentence.last, last.isDated, last.role == .level, let span = last.quantity?.span,
            sentence.time.spans.first?.value != span
        {
            return [Weighed(span)]
                + sentence.time.spans.filter { $0.value != span && !$0.value.isCumulative }
        }
        let frame = sentence.time.isBase ? sentence.main : sentence.time
        var spans = frame.spans.filter { !$0.value.isCumulative }
        if spans.isEmpty, !frame.spans.isEmpty {
            // 累计发放36.92亿元，同比增长26.25% is of the quarter, or of the whole.
            spans = [Weighed(reader.steady)]
            if frame.isSaid { spans += frame.spans.map { Weighed($0.value, $0.cost + DraftWeights.open) } }
        }
        // 去年同期83.36万人，增加15.22万人: from that time to this one, unless its own clause says otherwise.
        if sentence.time.isBase {
            spans += sentence.time.spans.filter { span in !spans.contains { $0.value == span.value } }
                .map { Weighed($0.value, DraftWeights.farFetched) }
        }
        return spans
    }

    func baseTimes() -> [Weighed<DraftSpan>] {
        if let words = reader.trailingTime(site) { return words.isRelative ? bases(words) : reader.resolved(words) }
        if let said = clause.fromTime { return said }
        if reader.isBeforeArrow(site), !reader.arrowBase.isEmpty { return reader.arrowBase }
        if site.near.contains(where: { isComparison(tokens[$0].kind) }) { return bases(clause.comparison) }
        if let words = timeAfterList { return words.isRelative ? bases(words) : reader.resolved(words) }
        if let said = sentence.fromSpan { return [Weighed(said)] }
        // 比去年同期的83.36万人; what goes on to more is told of a time before.
        return bases(
            clause.comparison ?? sentence.comparison ?? comparisonAhead(isFar: true) ?? reader.paragraph.comparison)
    }

    /// compared with 128,703.34 yuan and 948 workers a year earlier: the time that dates them all.
    var timeAfterList: PeriodWords? {
        guard isLatin || site.right.contains(where: { reader.text[tokens[$0].range.lowerBound].isLatinLetter }) else {
            return nil
        }
        for token in tokens[(site.index + 1)...].prefix(20) {
            switch token.kind {
            case .period(let words): return words
            case .comma, .semicolon: return nil
            case let kind where kind.endsSentence: return nil
            default: continue
            }
        }
        return nil
    }

    func bases(_ words: PeriodWords?) -> [Weighed<DraftSpan>] {
        var weighed: [Weighed<DraftSpan>] = []
        for span in changeSpans {
            for base in reader.bases(of: span.value, words) {
                weighed.append(Weighed(base.value, base.cost + span.cost))
            }
        }
        return weighed
    }
}
