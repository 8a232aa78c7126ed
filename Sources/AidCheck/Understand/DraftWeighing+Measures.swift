import AidModel
import AidNews

/// What a figure is of whose unit does not tell.
extension DraftWeighing {
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
        if let measure = measureOfMore ?? measureOfThem { return [Weighed(measure)] }
        if let level = levelBehind { return [Weighed(level)] }
        if let label = labelBelow { return [Weighed(label)] }
        if let noun = nounBehind { return [Weighed(noun)] }
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
        // 援助金，过半流向手术患者: money is what flows.
        if role.kind == .share, nouns(site.near).isEmpty, sentence.noun?.measure == .amount, sentence.levels.isEmpty,
            let first = site.right.first,
            TextScan(text: reader.text).end(
                ofAny: ["流向", "投向", "用于", "用在", "花在", "流入", "给了"], at: tokens[first].range.lowerBound) != nil
        {
            return [Weighed(.amount)]
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
        if let place = site.near.reversed().first(where: { aid(tokens[$0].kind) != nil }), role.kind != .share,
            let measure = aid(tokens[place].kind)
        {
            // In English money says so: it paid 931, spent 115,619 yuan on 872.
            let isCounted =
                measure == .amount && numeral.unit == .none && reader.isLatin(place) && !reader.isOfTable
            return isCounted
                ? [Weighed(.personTimes), Weighed(.recipients, DraftWeights.open)] : [Weighed(measure)]
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
        // 向872名职工发放补助金，住院占五成六: of the money, or of the people.
        if role.kind == .share, let noun = sentence.noun, let level = sentence.levels.last, noun.token > level.token,
            let measure = level.quantity?.measure.plain, measure != noun.measure
        {
            return [Weighed(noun.measure), Weighed(measure, DraftWeights.open)]
        }
        let near = nearLevels()
        if !near.isEmpty { return near }
        // Of averages alone: 是门诊平均每人次67.42元的5.1倍
        if role.kind == .ratio, let told = sentence.told.last { return [Weighed(told.measure.plain)] }
        if let noun = sentence.noun { return [Weighed(noun.measure)] }
        if numeral.unit == .none, reader.isAnswer, sentence.last == nil,
            let asked = reader.question?.measure
        {
            return [Weighed(asked)]
        }
        let earlier = paragraphLevels()
        if !earlier.isEmpty { return earlier }
        return role.kind == .share || role.kind == .percent
            ? Measure.allCases.map { Weighed($0, DraftWeights.open) } : []
    }

    /// 872⏎recipients: a number alone on its line, with what it counts on the next.
    private var labelBelow: Measure? {
        guard numeral.unit == .none, site.left.isEmpty, site.right.isEmpty, site.index + 1 < tokens.count,
            tokens[site.index + 1].kind == .lineEnd
        else { return nil }
        let label = tokens[(site.index + 2)...].prefix(DraftWeights.titleWords + 1).prefix { !$0.kind.endsSentence }
        guard label.count <= DraftWeights.titleWords, !label.contains(where: { $0.kind.isNumber || $0.kind.isOfOthers })
        else { return nil }
        return label.lazy.compactMap(\.kind.measure).first
    }

    /// payments to workers rose by 1.2 percent to 107,344.28 yuan: the level that it rose to says of what it is.
    var levelBehind: Measure? {
        let place = site.right.upperBound
        guard role.kind == .percent, site.right.count == 1, let to = site.right.first, tokens[to].kind == .to,
            reader.isLatin(to), place < tokens.count
        else { return nil }
        switch tokens[place].kind.numeral?.unit {
        case .people: return .recipients
        case .personTimes: return .personTimes
        case .money: return .amount
        default: return nil
        }
    }

    /// 比互助金的增速（6.7%）高出1个百分点: what rose stands before the brackets.
    var measureOfBrackets: Measure? {
        guard clause.isInBrackets, isRelative, site.near.isEmpty, clause.start > 2,
            tokens[clause.start - 2].kind.direction?.isNoun == true
        else { return nil }
        let before = tokens[..<(clause.start - 2)].suffix(DraftWeights.titleWords).reversed().prefix {
            !$0.kind.endsClause && !$0.kind.isNumber
        }
        return before.lazy.compactMap(\.kind.measure).first
    }

    /// the 16.32 percent rise in recipients, 56 percent of the money: what stands behind the figure says what it is of.
    /// 32 more payments
    private var measureOfMore: Measure? {
        guard numeral.unit == .none, let more = site.right.first, more + 1 < tokens.count,
            tokens[more].kind.direction != nil, reader.isLatin(more)
        else { return nil }
        return tokens[more + 1].kind.measure
    }

    /// 1,055 payments, 836 of them for outpatients: of what the clause before told.
    private var measureOfThem: Measure? {
        let scan = TextScan(text: reader.text)
        guard numeral.unit == .none, let of = site.right.first, let last = sentence.last, last.role == .level,
            last.clause == clause.number - 1
        else { return nil }
        let start = tokens[of].range.lowerBound
        let isOfThem = ["of them", "of these", "of those", "of which"].contains { scan.hasWord($0, at: start) }
        return isOfThem ? last.quantity?.measure.plain : nil
    }

    var nounBehind: Measure? {
        guard isRelative, let first = site.right.first else { return nil }
        let scan = TextScan(text: reader.text)
        var place = first
        if tokens[place].kind.direction != nil, reader.isLatin(place), place + 1 < tokens.count {
            place += 1
        }
        let start = tokens[place].range.lowerBound
        let isOf = ["of", "in"].contains { scan.hasWord($0, at: start) }
        guard isOf, place > first || role.kind == .share else { return nil }
        // 58% of it: of what was told last
        if role.kind == .share, place + 1 < tokens.count,
            ["it", "this", "that"].contains(where: {
                scan.hasWord($0, at: tokens[place + 1].range.lowerBound)
            }),
            let level = sentence.levels.last?.quantity
        {
            return level.measure.plain
        }
        for token in tokens[(place + 1)...].prefix(5) {
            if let measure = token.kind.measure {
                return scan.hasWord("payments", at: token.range.lowerBound) ? nil : measure
            }
            if token.kind.endsClause || token.kind.isNumber || token.kind.isAid { return nil }
        }
        return nil
    }

    /// The s of second reimbursement's.
    func isPossessive(_ place: Int) -> Bool {
        tokens[place].kind == .unknown && tokens[place].range.count == 1
            && reader.text[tokens[place].range.lowerBound].isLatinLetter
    }

    var isOfNext: Bool {
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
}
