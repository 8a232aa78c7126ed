import AidModel
import AidNews

/// What a figure may state of a quantity, and against what.
extension DraftWeighing {
    // MARK: Against what

    /// What a change is held against.
    var comparison: (words: PeriodWords?, isOpen: Bool) {
        if case .comparisons(let all)? = clause.distribution?.targets, let next = clause.distribution?.next,
            next < all.count
        {
            return (all[next], false)
        }
        // up 8.3 percent year on year and 1.4 percent quarter on quarter
        if isLatin || site.right.first.map({ reader.text[tokens[$0].range.lowerBound].isLatinLetter }) == true,
            let ahead = comparisonAhead(isFar: false)
        {
            return (ahead, false)
        }
        if let place = site.near.reversed().first(where: { isComparison(tokens[$0].kind) }) {
            return (words(tokens[place]), false)
        }
        if let ahead = comparisonAhead(isFar: false) { return (ahead, false) }
        if let own = clause.comparison { return (own, false) }
        if let said = sentence.comparison { return (said, false) }
        if let ahead = comparisonAhead(isFar: true), !reader.tokens[site.index].kind.isPlainAmount {
            return (ahead, true)
        }
        return (reader.paragraph.comparison, true)
    }

    func isComparison(_ kind: DraftToken.Kind) -> Bool { if case .comparison = kind { true } else { false } }

    func words(_ token: DraftToken) -> PeriodWords? {
        if case .comparison(let words) = token.kind { words } else { nil }
    }

    /// In English, and in brackets, it stands after the number.
    func comparisonAhead(isFar: Bool) -> PeriodWords? {
        var isNext = false
        for place in site.index + 1..<min(tokens.count, site.index + 24) {
            switch tokens[place].kind {
            case .comparison(let words):
                // 增长18.3%，环比增长4%: it is of the change that follows it.
                let rest = tokens[(place + 1)...].prefix { !$0.kind.endsClause }.contains { $0.kind.isNumber }
                return isNext && rest && !isFar ? nil : words
            case .period(let words) where words == .yearEarlier || words == .quarterEarlier: return isNext ? nil : words
            case .number where !isFar: return nil
            case .comma:
                if isNext && !isFar { return nil }
                isNext = true
            case .semicolon where !isFar: return nil
            case .close where !isFar: return nil
            case let kind where kind.endsSentence: return nil
            default: continue
            }
        }
        return nil
    }

    // MARK: Statements

    func quantity(_ measure: FactMeasure, _ span: DraftSpan, _ groups: [Int]) -> DraftQuantity? {
        // 2023年上半年末有会员3930人: members are those of a quarter's end.
        let span = measure == .members ? DraftSpan.quarter(span.quarter) : span
        var quantity = DraftQuantity(measure: measure, span: span, groups: groups)
        if case .rate(let rate)? = role.average { quantity.rate = rate }
        return quantity
    }

    func statements(_ quantity: DraftQuantity) -> [(DraftStatement, Int)] {
        switch role.kind {
        case .none: return []
        case .base:
            return numeral.unit == .percent
                ? [(share(quantity), 0)] : [(DraftStatement(kind: .level, now: quantity), 0)]
        case .level: return level(quantity)
        case .change: return changes(.change, quantity)
        case .percent:
            return changes(.percent, quantity)
        case .ratio: return ratio(quantity)
        case .share:
            var statement = share(quantity)
            statement.rises = nil
            // 两者之和大于100%: no share is more than the whole.
            if numeral.value >= 100 * DraftBounds.one, numeral.hedge == .above || numeral.hedge == .atLeast {
                return []
            }
            // All of the whole says nothing, but as the last row of a table.
            if statement.now == statement.base, numeral.value != 100 * DraftBounds.one { return [] }
            guard role.isOpen else { return [(statement, 0)] }
            return [(statement, 0)] + changes(.percent, quantity).map { ($0.0, $0.1 + DraftWeights.open) }
        case .points: return points(quantity)
        case .place:
            return quantity.groups.count == 1 ? [(DraftStatement(kind: .place, now: quantity), 0)] : []
        case .count:
            guard let limit = reader.limit(site) else { return [] }
            let counted = quantity.of(groups: []).of(FactMeasure(limit.measure))
            return [(DraftStatement(kind: .count, now: counted, limit: limit.values), 0)]
        case .run:
            return bases(of: quantity).map { base, cost in
                (DraftStatement(kind: .run, now: quantity, base: base, rises: role.rises), cost)
            }
        }
    }

    /// 一季度比上年四季度减少1838人；二季度回升至15005人: what was compared with before is not what this rose from.
    var isOfNewTime: Bool {
        guard clause.comparison == nil, sentence.fromSpan == nil, let word = sentence.time.word else { return false }
        return clause.start < tokens.count && tokens[clause.start].range.lowerBound <= word.lowerBound
    }

    func level(_ quantity: DraftQuantity) -> [(DraftStatement, Int)] {
        var statement = DraftStatement(kind: .level, now: quantity)
        let isAdded = site.near.contains { tokens[$0].kind == .added }
        if isAdded {
            return [(statement, 0)]
                + changes(.change, quantity).map { statement, cost in
                    var rising = statement
                    rising.rises = true
                    return (rising, cost)
                }
        }
        if let rises = role.rises, comparison.words != nil, !isOfNewTime, let base = bases(of: quantity).first?.0 {
            statement.base = base
            statement.rises = rises
        }
        return [(statement, 0)]
    }

    func share(_ quantity: DraftQuantity) -> DraftStatement {
        var whole = quantity.of(groups: [])
        if quantity.measure == .firstTime || quantity.measure == .returning { whole = quantity.of(.recipients) }
        if let span = clause.wholeSpan ?? sentence.share?.whole { whole = quantity.of(span) }
        return DraftStatement(kind: .share, now: quantity, base: whole)
    }

    func ratio(_ quantity: DraftQuantity) -> [(DraftStatement, Int)] {
        // 前者是后者的4.7倍
        if site.left.contains(where: { tokens[$0].kind == .former || tokens[$0].kind == .latter }),
            sentence.told.count > 1
        {
            let two = sentence.told.suffix(2).map { $0 }
            guard two[0] != two[1] else { return [] }
            let isLatter = site.left.first { tokens[$0].kind == .former || tokens[$0].kind == .latter }.map {
                tokens[$0].kind == .latter
            }
            let (now, base) = isLatter == true ? (two[1], two[0]) : (two[0], two[1])
            return now.measure == base.measure ? [(DraftStatement(kind: .ratio, now: now, base: base), 0)] : []
        }
        // 次均342.81元，是门诊平均每人次67.42元的5.1倍
        if site.near.allSatisfy({ tokens[$0].kind == .plain }), !site.near.isEmpty || isAfterBrackets,
            sentence.told.count > 1,
            sentence.last.map({ $0.role == .level || $0.role == .base }) == true
        {
            let two = Array(sentence.told.suffix(2))
            if two[0].measure == two[1].measure, two[0] != two[1] {
                return [(DraftStatement(kind: .ratio, now: two[0], base: two[1]), 0)]
            }
        }
        // about 4.7 times as much
        if isLatin, sentence.told.count > 1, site.near.allSatisfy({ tokens[$0].kind == .plain }),
            sentence.last.map({ $0.role == .level || $0.role == .base }) == true
        {
            let two = Array(sentence.told.suffix(2))
            if two[0].measure == two[1].measure, two[0].groups != two[1].groups {
                return [(DraftStatement(kind: .ratio, now: two[1], base: two[0]), 0)]
            }
        }
        // 1.06 times those of the second quarter of 2022
        if isLatin || site.right.contains(where: { reader.isLatin($0) }),
            let place = site.right.first(where: { tokens[$0].kind.period != nil }),
            let words = tokens[place].kind.period
        {
            let spans = words.isRelative ? bases(words) : reader.resolved(words)
            return spans.filter { $0.value != quantity.span }.map {
                (DraftStatement(kind: .ratio, now: quantity, base: quantity.of($0.value)), $0.cost)
            }
        }
        if let group = clause.thanGroups.first {
            return [(DraftStatement(kind: .ratio, now: quantity, base: quantity.of(groups: [group])), 0)]
        }
        // 相当于2021年同一季度的1.31倍
        if sentence.time.isBase, clause.comparison == nil, let span = sentence.time.spans.first?.value,
            span != quantity.span
        {
            return [(DraftStatement(kind: .ratio, now: quantity, base: quantity.of(span)), 0)]
        }
        return bases(of: quantity).map { (DraftStatement(kind: .ratio, now: quantity, base: $0), $1) }
    }

    var isAfterBrackets: Bool { site.index > 1 && tokens[site.index - 1].kind == .close }

    func changes(_ said: DraftStatement.Kind, _ quantity: DraftQuantity) -> [(DraftStatement, Int)] {
        let kind = said == .change ? role.cause.map { .factor($0) } ?? said : said
        if let group = clause.thanGroups.first {
            // 比第二位的石桥区多7人: of the group that was told of, never of the whole.
            guard !quantity.groups.isEmpty, quantity.groups != [group] else { return [] }
            let base = quantity.of(groups: [group])
            return [(DraftStatement(kind: kind, now: quantity, base: base, rises: role.rises), 0)]
        }
        if sentence.isAgainstPublished {
            return ([quantity] + bases(of: quantity).map(\.0)).map {
                (DraftStatement(kind: kind, now: quantity, base: $0, isBasePublished: true, rises: role.rises), 0)
            }
        }
        let usual = bases(of: quantity).filter { $0.0 != quantity }.map {
            (DraftStatement(kind: kind, now: quantity, base: $0, rises: role.rises), $1)
        }
        guard let (now, base) = toldTimes(of: quantity) else { return usual }
        let own = DraftStatement(kind: kind, now: now, base: base, rises: role.rises)
        return [(own, 0)] + usual.map { ($0.0, $0.1 + DraftWeights.farFetched) }
    }

    /// 三季度为785人，二季度为770人，净增15人: the two times that the sentence told of, where it names no other.
    private func toldTimes(of quantity: DraftQuantity) -> (now: DraftQuantity, base: DraftQuantity)? {
        guard comparison.words == nil || comparison.isOpen, sentence.fromSpan == nil, sentence.told.count > 1 else {
            return nil
        }
        let two = sentence.told.suffix(2).sorted { $0.span.last < $1.span.last }
        let areAlike = two.allSatisfy { $0.measure == quantity.measure && $0.groups == quantity.groups }
        guard areAlike, two[0].span.last < two[1].span.last, two[0].span.quarterCount == two[1].span.quarterCount,
            two[0].span.quarterCount != nil
        else { return nil }
        return (two[1], two[0])
    }

    func bases(of quantity: DraftQuantity) -> [(DraftQuantity, Int)] {
        // 由83.36万人增加到98.58万人，增长18.3%: against what it came from.
        if let from = sentence.fromSpan, from.last < quantity.span.last,
            clause.comparison == nil || !isNear(clause.comparisonToken)
        {
            return [(quantity.of(from), 0)]
        }
        let (words, isOpen) = comparison
        var bases = reader.bases(of: quantity.span, words).map { (quantity.of($0.value), $0.cost) }
        if isOpen, words != nil {
            for other in reader.bases(of: quantity.span, nil) where !bases.contains(where: { $0.0.span == other.value })
            {
                bases.append((quantity.of(other.value), other.cost + DraftWeights.tie))
            }
        }
        return bases
    }

    func isNear(_ token: Int?) -> Bool { token.map { site.near.contains($0) } ?? false }

    func points(_ quantity: DraftQuantity) -> [(DraftStatement, Int)] {
        var found: [(DraftStatement, Int)] = []
        if role.isContribution {
            // The whole adds nothing to itself: whose it is was not understood.
            if quantity.groups.isEmpty { return [] }
            return bases(of: quantity).map {
                (DraftStatement(kind: .contribution, now: quantity, base: $0, rises: role.rises), $1)
            }
        }
        // 重症占比提高，为57.18%，比上年同期提高0.34个百分点: of the share that was told right before.
        if let last = sentence.last, last.role == .share, last.clause >= clause.number - 1, let share = last.quantity,
            !share.groups.isEmpty, clause.groups.isEmpty
        {
            let measures = last.measures.isEmpty ? [share.measure] : last.measures
            for measure in measures {
                let now = share.of(measure).of(quantity.span)
                found += bases(of: now).map {
                    (DraftStatement(kind: .shareChange, now: now, base: $0, rises: role.rises), $1)
                }
            }
            if !found.isEmpty { return found }
        }
        if !quantity.groups.isEmpty {
            found += bases(of: quantity).map {
                (DraftStatement(kind: .shareChange, now: quantity, base: $0, rises: role.rises), $1)
            }
        }
        if let gap = gapToNamed() { return [(gap, 0)] }
        found += gaps(quantity)
        // 增长14个百分点, where no share is told of: a percent that is called points.
        if found.isEmpty { found += changes(.percent, quantity) }
        return found
    }

    /// 同比增长5.81%，增速比上一季度（同比增长6.06%）放缓0.26个百分点: two times of one thing.
    private var isOfTwoTimes: Bool {
        let two = sentence.percents.suffix(2)
        guard two.count == 2, let one = two.first?.quantity, let other = two.last?.quantity else { return false }
        return one.measure == other.measure && one.groups == other.groups && one.span != other.span
    }

    /// 补助金增速为5.81%，比受助职工增速低2.51个百分点: how much more than a measure that is named.
    func gapToNamed() -> DraftStatement? {
        guard let own = sentence.percents.last, let now = own.quantity, let base = own.base,
            let than = site.near.last(where: { tokens[$0].kind == .than }),
            tokens[(than + 1)..<site.index].contains(where: { $0.kind.direction?.isNoun == true }),
            let measure = nouns((than + 1)..<site.index).last, FactMeasure(measure) != now.measure
        else { return nil }
        let other = FactMeasure(measure)
        return DraftStatement(
            kind: .percentGap, now: now, base: base, other: now.of(other), otherBase: base.of(other),
            rises: role.rises)
    }

    /// 后者的增速比前者高3.5个百分点: how much more one measure grew than another.
    func gaps(_ quantity: DraftQuantity) -> [(DraftStatement, Int)] {
        let percents = sentence.percents
        if percents.count == 1, clause.comparison != nil,
            site.left.contains(where: { tokens[$0].kind.direction?.isNoun == true }),
            let now = percents[0].quantity, let base = percents[0].base
        {
            // 增速比上一季度放缓0.26个百分点
            let lag = now.span.last - base.span.last
            return reader.bases(of: now.span, clause.comparison).map { other in
                let otherBase = DraftSpan(first: other.value.first.map { $0 - lag }, last: other.value.last - lag)
                return (
                    DraftStatement(
                        kind: .percentGap, now: now, base: base, other: now.of(other.value),
                        otherBase: now.of(otherBase), rises: role.rises), other.cost
                )
            }
        }
        guard percents.count >= 2,
            site.left.contains(where: { tokens[$0].kind == .than || tokens[$0].kind.direction?.isNoun == true })
        else { return [] }
        let (one, two) = (percents[percents.count - 2], percents[percents.count - 1])
        guard let first = one.quantity, let second = two.quantity, let base = one.base, let otherBase = two.base else {
            return []
        }
        // 后者的增速比前者高: which of them is told of is said.
        let said = site.left.first { tokens[$0].kind == .former || tokens[$0].kind == .latter }.map { tokens[$0].kind }
        let both = [(first, base, second, otherBase), (second, otherBase, first, base)]
        // 一季度增长16.3%，二季度增长18.2%，增速加快1.9个百分点: the later one less the earlier.
        let later = first.span.last > second.span.last ? both[0] : both[1]
        let meant = said == .former ? [both[0]] : said == .latter ? [both[1]] : isOfTwoTimes ? [later] : both
        return meant.map {
            now, nowBase, other, otherBase in
            (
                DraftStatement(
                    kind: .percentGap, now: now, base: nowBase, other: other, otherBase: otherBase, rises: role.rises),
                0
            )
        }
    }
}

extension DraftToken.Kind {
    var endsClause: Bool {
        switch self {
        case .comma, .semicolon, .open, .close: true
        default: endsSentence
        }
    }

    fileprivate var isPlainAmount: Bool {
        guard let unit = numeral?.unit else { return false }
        return unit == .people || unit == .personTimes || unit == .money
    }
}
