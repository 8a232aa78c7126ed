import AidModel
import AidNews

/// What one figure may say.
extension DraftReader {
    /// The words around a figure, as places among the tokens.
    struct Site {
        var index: Int
        /// After the figure before it in its clause, or the clause's start.
        var near: Range<Int>
        /// From its clause's start.
        var left: Range<Int>
        /// Up to the next figure or its clause's end.
        var right: Range<Int>
        /// Whether nothing but a list mark, or a comma, parts it from the figure before.
        var link: Link

        enum Link { case none, listed, comma }
    }

    mutating func read(_ found: Numeral, _ index: Int) {
        var numeral = found
        if numeral.unit == .otherMoney, isOwnMoney(numeral) { numeral.unit = .money }
        if isByTheHundred(numeral) { numeral.unit = .percent }
        if numeral.unit == .none, let unit = unitOfList(index) { numeral.unit = unit }
        let site = site(index)
        lookAhead(site)
        pairList(numeral, site)
        goOnWithTopic(site)
        if let limit = limit(site) { sentence.limitToken = limit.token }
        let role = numeral.isUnread ? Role(kind: .none, rises: nil) : role(numeral, site)
        let support = support(numeral, site, role)
        if let reason = excluded(numeral) { sentence.other = (reason, clause.number, true) }
        var readings = DraftWeighing(reader: self, numeral: numeral, site: site, role: role).readings()
        let doubt: DraftFigure.Doubt? =
            if !readings.isEmpty {
                nil
            } else if numeral.isUnread {
                .tooLong
            } else if sentence.time.spans.isEmpty {
                .noPeriod
            } else {
                switch numeral.unit {
                case .percent, .multiple: .noMeaning
                case .percentagePoints: .points
                default: .noMeasure
                }
            }
        readings.sort { $0.cost < $1.cost }
        let best = readings.first?.statement
        let mention = FigureMention(
            role: role.kind, quantity: best?.now, measures: measures(readings), spans: spans(readings),
            rises: role.rises,
            average: role.average, support: support,
            token: index, clause: clause.number, isListed: site.link == .listed,
            isDated: trailingTime(site) != nil)
        let isLeft = support == .certain && leavesWordsOver(numeral, site, role, readings)
        keep(mention)
        // 同比上升23.9个百分点 is a percent that is called points.
        if role.kind == .percent || role.kind == .points && best?.kind == .percent {
            sentence.percents.appendLast(PercentMention(quantity: best?.now, base: best?.base))
            sentence.rises.appendLast(mention)
        }
        if role.kind == .base,
            readings.count == 1 || isFrom(site) && readings.allSatisfy({ $0.statement.span == best?.span })
        {
            sentence.fromSpan = best?.span
        }
        figures.append(
            DraftFigure(
                numeral: numeral, readings: Array(readings.prefix(DraftWeights.readingLimit)),
                support: isOfUnknownGroup(best)
                    ? .notOurs(.unknownGroup) : isLeft ? .plausible(.wordsLeft) : support,
                doubt: doubt, sentence: sentenceNumber, segment: sentence.segment,
                clauseNumber: clause.isInBrackets ? -clause.start : clause.number, isOfList: isOfList(site),
                isBesidePerson: paragraph.hasPerson, hasStrongWord: hasStrongWord(site), isOfTable: isOfTable,
                isNamed: isNamed(site),
                clause: tokens[site.left.isEmpty ? index : site.left.lowerBound].range
                    .lowerBound..<tokens[site.right.isEmpty ? index : site.right.upperBound - 1].range.upperBound,
                words: words(site, role, best), isBesideUnreadTime: hasOtherTime(site),
                isTimeOfDraft: isTimeOfDraft(site, best), scene: scene(numeral, site, role)))
        advance()
    }

    /// 202、688人次: the last of a list has the unit of all, where it is one that counts.
    private func unitOfList(_ index: Int) -> Numeral.Unit? {
        var place = index
        while place + 2 < tokens.count, place - index < DraftWeights.reach, tokens[place + 1].kind == .listMark,
            !isLatin(place + 1), let next = tokens[place + 2].kind.numeral
        {
            if next.unit == .people || next.unit == .personTimes || next.unit == .money { return next.unit }
            guard next.unit == .none else { return nil }
            place += 2
        }
        return nil
    }

    /// Whether it is told of a district of which no fact is known.
    private func isOfUnknownGroup(_ statement: DraftStatement?) -> Bool {
        statement?.now.groups.contains { $0 >= known.knownGroupCount } ?? false
    }

    private func measures(_ readings: [DraftReading]) -> [FactMeasure] {
        let best = readings.first?.cost ?? 0
        return readings.filter { $0.cost <= best + DraftWeights.tie }.reduce(into: []) { measures, reading in
            if !measures.contains(reading.statement.measure) { measures.append(reading.statement.measure) }
        }
    }

    /// Whether it is in the programme's own currency, by its code.
    func isOwnMoney(_ numeral: Numeral) -> Bool {
        let code = known.currency.code.unicodeScalars.map(\.lowered)
        return (numeral.range.lowerBound..<max(numeral.range.lowerBound, numeral.range.upperBound - code.count + 1))
            .contains { place in text[place..<place + code.count].map(\.lowered).elementsEqual(code) }
    }

    private func isOfList(_ site: Site) -> Bool {
        clause.distribution != nil || sentence.groups.count > 1 || !sentence.listedGroups.isEmpty
            || sentence.listed.count > 1 || sentence.other != nil
            || (Array(site.left) + Array(site.right)).contains {
                let isUnknown = tokens[$0].kind == .unknown && tokens[$0].range.count >= DraftWeights.unknownCharacters
                return isUnknown || tokens[$0].kind == .part
            }
    }

    private func spans(_ readings: [DraftReading]) -> [DraftSpan] {
        let best = readings.first?.cost ?? 0
        return readings.filter { $0.cost <= best + DraftWeights.tie }.reduce(into: []) { spans, reading in
            if !spans.contains(reading.statement.span) { spans.append(reading.statement.span) }
        }
    }

    private mutating func keep(_ mention: FigureMention) {
        if mention.role == .place { return }
        sentence.last = mention
        if case .notOurs = mention.support {
            sentence.other?.hasFigures = true
            paragraph.hasTopicFigures = true
            return
        }
        sentence.time.isUsed = true
        paragraph.hasFigures = true
        if mention.role == .level || mention.role == .base, let quantity = mention.quantity {
            sentence.told.appendLast(quantity)
        }
        if mention.role == .level, let group = mention.quantity?.group, !sentence.toldGroups.contains(group) {
            sentence.toldGroups.appendLast(group)
        }
        if mention.role == .change, mention.quantity != nil { sentence.changes.append(mention) }
        if mention.role == .level, mention.quantity != nil, mention.average == nil {
            sentence.levels.appendLast(mention)
        }
    }

    /// Goes on to the next of what 分别 pairs.
    private mutating func advance() {
        clause.distribution?.next += 1
        clause.fromToken = nil
    }

    // MARK: The words around it

    private func site(_ index: Int) -> Site {
        let start = max(clause.start, index - DraftWeights.reach)
        let near = max(start, (clause.lastFigure ?? -1) + 1)
        var end = index + 1
        let limit = min(tokens.count, index + DraftWeights.reach)
        while end < limit, !endsWords(tokens[end].kind) { end += 1 }
        var link = Site.Link.none
        // 多了64位职工、6000元: the noun of the figure before belongs to that.
        let isAfterFigure = clause.lastFigure == near - 1 && clause.lastFigure != nil
        let noun = isAfterFigure && near < index && isNoun(tokens[near].kind) ? 1 : 0
        let isBare = tokens[(near + noun)..<index].allSatisfy { $0.kind == .listMark || $0.kind == .part }
        if isBare, clause.lastFigure != nil, near + noun < index {
            link = .listed
        } else if site(isRestated: index, near) {
            link = .comma
        } else if isBare, clause.lastFigure == nil, let last = sentence.last, last.clause == clause.number - 1,
            index - clause.start <= 1, last.token + 2 >= clause.start
        {
            link = .comma
        }
        return Site(index: index, near: near..<index, left: start..<index, right: index + 1..<end, link: link)
    }

    private func isNoun(_ kind: DraftToken.Kind) -> Bool { if case .noun = kind { true } else { false } }

    /// Whether the figure says otherwise what the one before it says: increased by 2,780, or 22.74%.
    private func site(isRestated index: Int, _ near: Int) -> Bool {
        guard let last = sentence.last, last.clause >= clause.number - 1 else { return false }
        return tokens[near..<index].contains { $0.kind == .restated }
            && tokens[near..<index].allSatisfy {
                $0.kind == .restated || $0.kind == .plain || $0.kind == .listMark
            }
    }

    private func endsWords(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .number, .comma, .semicolon, .open, .close: true
        default: kind.endsSentence
        }
    }

    /// A time may stand after the number in its clause: 98万职工在二季度受助.
    private mutating func lookAhead(_ site: Site) {
        guard clause.lastFigure == nil, !sentence.time.isSaid else { return }
        // 1.06 times those of the second quarter of 2021
        if tokens[site.index].kind.numeral?.unit == .multiple, isLatin(site.index) { return }
        // up from 3.38 million yuan in the first quarter
        if isLatin(site.index) || site.right.first.map(isLatin) ?? false,
            site.near.contains(where: { tokens[$0].kind == .from || tokens[$0].kind == .than })
        {
            return
        }
        for place in site.index + 1..<min(tokens.count, site.index + DraftWeights.reach) {
            switch tokens[place].kind {
            case .comma, .semicolon, .open, .close: return
            case let kind where kind.endsSentence: return
            case .period(let words) where !words.isRelative:
                let spans = resolved(words)
                guard !spans.isEmpty else { return }
                if case .absolute(let year)? = words.year { paragraph.year = year }
                return setTime(spans, isBase: false, tokens[place].range)
            case .since(let through, let from): return readSince(through, from, place)
            default: continue
            }
        }
    }

    /// 123,400 (12.52%) were new: the part that is named after a bracket, for the figure before it and that in it.
    func partAhead(_ site: Site) -> DraftToken.Kind? {
        var place = site.right.upperBound
        if place < tokens.count, tokens[place].kind == .open {
            while place < tokens.count, tokens[place].kind != .close, !tokens[place].kind.endsSentence { place += 1 }
        }
        guard place < tokens.count, tokens[place].kind == .close else { return nil }
        for token in tokens[(place + 1)...].prefix(3) {
            switch token.kind {
            case .firstTime, .returning: return token.kind
            case .plain, .to: continue
            default: return nil
            }
        }
        return nil
    }

    // MARK: What kind of figure it is

    struct Role {
        var kind: FigureMention.Role
        var rises: Bool?
        var average: DraftToken.Average?
        /// Whether it may as well be a share, or a change: a percent in brackets.
        var isOpen = false
        /// Of a part of a change: what it comes from.
        var cause: FactKind?
        /// Of percentage points: whether they are what a group adds to the growth of the whole.
        var isContribution = false
    }

    func last(_ range: Range<Int>, _ isMeant: (DraftToken.Kind) -> Bool) -> Int? {
        range.reversed().first { isMeant(tokens[$0].kind) }
    }

    func isDirection(_ kind: DraftToken.Kind) -> Bool {
        if case .direction = kind { true } else { false }
    }

    func isDirectionTo(_ kind: DraftToken.Kind) -> Bool {
        if case .directionTo = kind { true } else { false }
    }

    func isLatin(_ place: Int) -> Bool { text[tokens[place].range.upperBound - 1].isLatinLetter }

    func isComparison(_ kind: DraftToken.Kind) -> Bool {
        if case .comparison = kind { true } else { false }
    }

    private func role(_ numeral: Numeral, _ site: Site) -> Role {
        let average = average(site)
        switch numeral.unit {
        case .percent: return percentRole(numeral, site, average)
        case .percentagePoints:
            if let adds = contributes(site) {
                return Role(kind: .points, rises: numeral.sign < 0 ? !adds : adds, isContribution: true)
            }
            let rises = direction(numeral, site)?.rises ?? (numeral.sign < 0 ? false : true)
            return Role(kind: .points, rises: rises, average: average)
        case .multiple:
            if let direction = direction(numeral, site), !isOfLevel(site) {
                return Role(kind: .percent, rises: direction.rises, average: average)
            }
            return Role(kind: .ratio, rises: nil, average: average)
        case .place: return Role(kind: .place, rises: nil)
        case .thing where limit(site) != nil: return Role(kind: .count, rises: nil)
        case .thing where isRun(site), .none where isRun(site):
            let words = (site.left.lowerBound..<site.right.upperBound)
            let direction = last(words, isDirection).flatMap { tokens[$0].kind.direction }
            return Role(kind: .run, rises: direction?.rises ?? true)
        default: break
        }
        if let cause = cause(numeral, site) { return cause }
        if isFrom(site) || isBeforeArrow(site) { return Role(kind: .base, rises: nil, average: average) }
        if isBase(site) { return Role(kind: .base, rises: nil, average: average) }
        if let to = last(site.near, isDirectionTo) {
            let after = last(site.near, isDirection)
            if after ?? -1 < to {
                if case .directionTo(let rises) = tokens[to].kind {
                    return Role(kind: .level, rises: rises, average: average)
                }
            }
        }
        if isOfOtherGroup(site) { return Role(kind: .level, rises: nil, average: average) }
        if let direction = direction(numeral, site) {
            if isOfLevel(site) {
                return Role(kind: .level, rises: direction.isNoun ? nil : direction.rises, average: average)
            }
            return Role(kind: .change, rises: direction.rises, average: average)
        }
        // +152: no level has a sign.
        if numeral.sign != 0 { return Role(kind: .change, rises: numeral.sign > 0, average: average) }
        return Role(kind: .level, rises: nil, average: average)
    }

    /// 因受助职工人数上升增加1.99万元: a part of a change.
    private func cause(_ numeral: Numeral, _ site: Site) -> Role? {
        for place in site.near.reversed() {
            guard case .cause(let kind, let rises) = tokens[place].kind else { continue }
            let said = rises ?? direction(in: place..<site.index)
            return Role(kind: .change, rises: numeral.sign < 0 ? false : said ?? true, cause: kind)
        }
        return nil
    }

    /// 住院拉动16.51个百分点, inpatients added 16.51 percentage points: whether it adds or takes off; nil: neither.
    private func contributes(_ site: Site) -> Bool? {
        let scan = TextScan(text: text)
        for place in site.near.reversed() {
            if case .contribution(let rises) = tokens[place].kind { return rises }
            if scan.hasWord("added", at: tokens[place].range.lowerBound) { return true }
        }
        return nil
    }

    /// 连续3个季度
    private func isRun(_ site: Site) -> Bool {
        guard let numeral = tokens[site.index].kind.numeral else { return false }
        let unit = numeral.unitRange ?? numeral.digits.upperBound..<numeral.digits.upperBound
        let isQuarters =
            TextScan(text: text).end(ofAny: ["个季度", "季度", "quarters", "consecutive quarters"], at: unit.lowerBound)
            != nil
        return isQuarters
            && (Array(site.near.suffix(2)) + Array(site.right.prefix(3))).contains { tokens[$0].kind == .inARow }
    }
}

extension Array {
    /// Appends one of which only the last few are kept: a sentence without end must not be copied at every bracket.
    mutating func appendLast(_ element: Element) {
        if count >= 2 * DraftWeights.mentionLimit { removeFirst(count - DraftWeights.mentionLimit) }
        append(element)
    }
}
