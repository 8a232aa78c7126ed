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
            case .amount: return [Weighed(.amountPerRecipient)]
            case .personTimes: return [Weighed(.personTimesPerRecipient)]
            case .recipients: return isRelative ? [Weighed(.amountPerRecipient)] : []
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

    /// What a figure whose unit does not tell is of.
    func named() -> [Weighed<Measure>] {
        if case .measures(let all)? = clause.distribution?.targets, let next = clause.distribution?.next,
            next < all.count
        {
            return [Weighed(all[next])]
        }
        if let target = levelTarget, isRelative, let measure = target.quantity?.measure.plain {
            return [Weighed(measure)]
        }
        if let note = note { return [Weighed(note)] }
        if let measure = measureOfBrackets { return [Weighed(measure)] }
        // 785 of them received money
        if numeral.unit == .none, sentence.noun == nil, let next = site.right.first,
            isLatin || reader.text[tokens[next].range.lowerBound].isLatinLetter,
            tokens[next].kind == .part || tokens[next].kind == .aid(nil) || tokens[next].kind == .average(.perThousand)
        {
            return [Weighed(.recipients)]
        }
        // 733 of the 931 person-times; 56 percent of the 135,000 yuan
        if numeral.unit == .none || numeral.unit == .percent && isOfNext, site.right.upperBound < tokens.count,
            !site.right.isEmpty,
            site.right.allSatisfy({
                tokens[$0].kind == .plain || tokens[$0].kind == .programme || isPossessive($0)
            }), let next = tokens[site.right.upperBound].kind.numeral
        {
            switch next.unit {
            case .people: return [Weighed(.recipients)]
            case .personTimes: return [Weighed(.personTimes)]
            case .money: return [Weighed(.amount)]
            default: break
            }
        }
        // recipients climbed 17.3% to 1,367
        if numeral.unit == .none, let last = sentence.last, last.clause == clause.number,
            last.role == .percent || last.role == .change, !site.near.isEmpty,
            site.near.allSatisfy({ tokens[$0].kind == .to || tokens[$0].kind == .plain }), !last.measures.isEmpty
        {
            return last.measures.map { Weighed($0.plain) }
        }
        // 189 inpatients
        if numeral.unit == .none, let next = site.right.first, tokens[next].kind.group != nil,
            reader.text[tokens[next].range.lowerBound].isLatinLetter
        {
            return [Weighed(.recipients)]
        }
        if role.kind == .count, let limit = reader.limit(site) { return [Weighed(limit.measure)] }
        if let hundred = sentence.hundred { return [Weighed(hundred)] }
        // 互助金近六成投向住院职工，超四成投向门诊职工
        let isOfNoun =
            site.right.first.map {
                reader.text[tokens[$0].range.lowerBound] == "的"
                    || TextScan(text: reader.text).hasWord("of", at: tokens[$0].range.lowerBound)
            } ?? false
        if role.kind == .share, nouns(site.near).isEmpty, groupAhead != nil || !clause.groups.isEmpty, !isOfNoun,
            let last = sentence.last, last.role == .share, last.clause >= clause.number - 1, !last.measures.isEmpty
        {
            return last.measures.map { Weighed($0.plain) }
        }
        // Payments are counted, or their money is.
        if isPaymentsShare { return [Weighed(.amount), Weighed(.personTimes)] }
        // 62.36% of the amount; 15005名职工 without a unit
        if let noun = nouns(site.near).last { return [Weighed(noun)] }
        // 互助金12.87万元，其中近六成给了住院职工: of what was told, not of those it went to.
        if role.kind == .share, groupAhead != nil, let last = sentence.levels.last,
            let measure = last.quantity?.measure.plain
        {
            return [Weighed(measure)]
        }
        if let last = sentence.last, numeral.unit == .none, role.kind == .change || role.kind == .base,
            let measure = last.quantity?.measure.plain
        {
            return [Weighed(measure)]
        }
        if numeral.unit == .none || role.kind == .share || role.kind == .ratio,
            let noun = nouns(site.right.prefix(6)).first
        {
            return [Weighed(noun)]
        }
        if role.kind == .share, let noun = nouns(afterList).first { return [Weighed(noun)] }
        if let measure = site.near.reversed().lazy.compactMap({ aid(tokens[$0].kind) }).first, role.kind != .share {
            return [Weighed(measure)]
        }
        if role.kind == .run, let noun = nouns(site.right).first { return [Weighed(noun)] }
        if let share = sentence.share?.measure, role.kind == .share || role.kind == .points || role.kind == .base {
            return [Weighed(share)]
        }
        if let last = sentence.last, site.link != .none, isRelative, last.role == role.kind || last.role == .change,
            !last.measures.isEmpty
        {
            return last.measures.map { Weighed($0.plain) }
        }
        if let last = sentence.last, last.role == .change || last.role == .percent, last.clause >= clause.number - 1,
            nouns(site.left).isEmpty, !last.measures.isEmpty
        {
            return last.measures.map { Weighed($0.plain) }
        }
        if let noun = nouns(site.left).last, clause.lastFigure == nil { return [Weighed(noun)] }
        // 论次，门诊占七成九: the noun was said after the last level.
        if let noun = sentence.noun, noun.token > sentence.levels.last?.token ?? -1,
            noun.clause != sentence.levels.last?.clause ?? -1, isRelative
        {
            return [Weighed(noun.measure)]
        }
        let near = nearLevels()
        if !near.isEmpty { return near }
        // Of averages alone: 是门诊平均每人次67.42元的5.1倍
        if role.kind == .ratio, let told = sentence.told.last { return [Weighed(told.measure.plain)] }
        if let noun = sentence.noun { return [Weighed(noun.measure)] }
        let earlier = paragraphLevels()
        if !earlier.isEmpty { return earlier }
        return role.kind == .share || role.kind == .percent
            ? Measure.allCases.map { Weighed($0, DraftWeights.open) } : []
    }

    /// 比互助金的增速（6.7%）高出1个百分点: what rose stands before the brackets.
    private var measureOfBrackets: Measure? {
        guard clause.isInBrackets, isRelative, site.near.isEmpty, clause.start > 2,
            tokens[clause.start - 2].kind.direction?.isNoun == true
        else { return nil }
        let before = tokens[..<(clause.start - 2)].suffix(DraftWeights.titleWords).reversed().prefix {
            !$0.kind.endsClause && !$0.kind.isNumber
        }
        return before.lazy.compactMap(\.kind.measure).first
    }

    /// The s of second reimbursement's.
    func isPossessive(_ place: Int) -> Bool {
        tokens[place].kind == .unknown && tokens[place].range.count == 1
            && reader.text[tokens[place].range.lowerBound].isLatinLetter
    }

    private var isOfNext: Bool {
        site.right.first.map { TextScan(text: reader.text).hasWord("of", at: tokens[$0].range.lowerBound) } ?? false
    }

    /// 44.04 percent of payments
    var isPaymentsShare: Bool {
        guard [.share, .points, .ratio, .percent].contains(role.kind) else { return false }
        let nouns = (Array(site.near) + Array(site.right)).filter { tokens[$0].kind.measure != nil }
        if nouns.isEmpty, role.kind == .points, let last = sentence.last, last.role == .share, last.measures.count > 1 {
            return last.measures.contains(.personTimes) && last.measures.contains(.amount)
        }
        return nouns.count == 1
            && TextScan(text: reader.text).hasWord("payments", at: tokens[nouns[0]].range.lowerBound)
    }

    func aid(_ kind: DraftToken.Kind) -> Measure? { if case .aid(let measure) = kind { measure } else { nil } }

    /// The words of the clause after the list that the figure stands in.
    var afterList: Range<Int> {
        var end = site.index + 1
        while end < tokens.count, end < site.index + 16, !tokens[end].kind.endsClause { end += 1 }
        return site.index + 1..<end
    }

    /// 8.3%（人次）: the measure that a note in brackets names.
    var note: Measure? {
        let index = site.index
        guard index + 3 < tokens.count, tokens[index + 1].kind == .open, tokens[index + 3].kind == .close else {
            return nil
        }
        return tokens[index + 2].kind.measure
    }

    /// In English not those of a clause that only says who is meant, nor those to whom something goes: the number of
    /// workers who received aid, aid to workers.
    func nouns(_ range: some Sequence<Int>) -> [Measure] {
        var nouns: [Measure] = []
        var isOfWhom = false
        let scan = TextScan(text: reader.text)
        for place in range {
            let start = tokens[place].range.lowerBound
            if reader.text[start].isLatinLetter, !nouns.isEmpty {
                if ["who", "whom", "to", "for", "among"].contains(where: { scan.hasWord($0, at: start) }) {
                    isOfWhom = true
                } else if tokens[place].kind.direction != nil || tokens[place].kind == .than {
                    isOfWhom = false
                }
            }
            if let measure = tokens[place].kind.measure, !isOfWhom { nouns.append(measure) }
        }
        return nouns
    }

    /// The measures of the levels that were told last: of several in one list, each may be meant.
    func nearLevels() -> [Weighed<Measure>] {
        guard let last = sentence.levels.last else { return [] }
        var weighed: [Weighed<Measure>] = []
        var isOfList = true
        for level in sentence.levels.reversed() {
            guard let measure = level.quantity?.measure.plain, !weighed.contains(where: { $0.value == measure }) else {
                continue
            }
            let cost =
                level == last
                ? 0 : level.clause == last.clause && (isOfList || isLatin) ? DraftWeights.open : DraftWeights.farFetched
            weighed.append(Weighed(measure, cost))
            isOfList = isOfList && level.isListed
        }
        return weighed
    }

    var isLatin: Bool { reader.text[tokens[site.index].range.upperBound - 1].isLatinLetter }

    func paragraphLevels() -> [Weighed<Measure>] {
        var weighed: [Weighed<Measure>] = []
        for level in reader.paragraph.levels.reversed() {
            guard let measure = level.quantity?.measure.plain, !weighed.contains(where: { $0.value == measure }) else {
                continue
            }
            weighed.append(Weighed(measure, DraftWeights.open))
        }
        return weighed
    }

    /// The level that this figure of a list is paired with.
    var levelTarget: FigureMention? {
        guard let list = clause.distribution, case .levels(let all) = list.targets, list.next < all.count else {
            return nil
        }
        return all[list.next]
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
