import AidModel
import AidNews

/// How sure it is that a figure is one of the programme's.
extension DraftReader {
    func support(_ numeral: Numeral, _ site: Site, _ role: Role) -> DraftSupport {
        if isOurs == false { return .notOurs(.otherArticle) }
        if site.index == sentence.limitToken { return .notOurs(.rule) }
        if role.kind != .run, role.kind != .count, numeral.unit == .thing || numeral.unit == .otherMoney {
            return .notOurs(.otherUnit)
        }
        if let reason = excluded(site) ?? excluded(numeral) { return .notOurs(reason) }
        if isOfUnknownThing(numeral, site) || isOfOtherFigure(numeral, site) { return .notOurs(.otherUnit) }
        // What a list goes on with is what it began with.
        if site.link == .listed, let last = sentence.last { return last.support }
        if let doubt = doubt(site) { return .plausible(doubt) }
        if role.isOpen, !clause.isInBrackets { return .plausible(.noWord) }
        if clause.isInBrackets, site.left.contains(where: { tokens[$0].kind == .sum }) {
            return .plausible(.unknownWords)
        }
        if hasWord(site) { return .certain }
        if site.link == .comma || clause.isInBrackets, let last = sentence.last { return last.support }
        if let last = sentence.last, case .certain = last.support, isGoingOn(site, role) { return .certain }
        if sentence.isOfProgramme || isNamedLater(site) { return .certain }
        let isOfQuestion = isOurs == nil && question?.isOfProgramme == true
        if isOurs == true || isOfQuestion, isPlainlyToldOf(site) { return .certain }
        if paragraph.isOfProgramme || !paragraph.levels.isEmpty {
            // What goes on in a line of its own has no words that are not known.
            let isNear = paragraph.isOfProgramme || isPlainlyToldOf(site) || isPartOfThat(site)
            return isNear && (isGoingOn(site, role) || !sentence.groups.isEmpty) ? .certain : .plausible(.farAway)
        }
        return isOurs == true && !sentence.groups.isEmpty ? .certain : .plausible(.noWord)
    }

    /// Three meals a day: an English word that is not known says what is counted.
    private func isOfUnknownThing(_ numeral: Numeral, _ site: Site) -> Bool {
        guard numeral.unit == .none, let next = site.right.first, tokens[next].kind == .unknown else { return false }
        return text[tokens[next].range.lowerBound].isLatinLetter
            && tokens[next].range.lowerBound <= numeral.range.upperBound + 1
    }

    /// 新增发明专利1860件，同比增长13.2%: a change goes on with what was told right before it, whosever that is.
    private func isOfOtherFigure(_ numeral: Numeral, _ site: Site) -> Bool {
        guard numeral.unit == .percent || numeral.unit == .percentagePoints || numeral.unit == .multiple,
            sentence.levels.isEmpty, let last = sentence.last, last.clause == clause.number - 1,
            case .notOurs(.otherUnit) = last.support, !hasWord(site),
            tokens[last.token].kind.numeral?.writing == .digits
        else { return false }
        let words = (Array(site.left) + Array(site.right)).map { tokens[$0].kind }
        let isOwn = words.contains { $0.measure != nil || $0.group != nil }
        let before = tokens[..<last.token].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsClause }
        return !isOwn && !before.contains { $0.kind.isOfProgramme || $0.kind.measure != nil || $0.kind.group != nil }
    }

    /// Whether a word of the clause says that it is about the programme.
    private func hasWord(_ site: Site) -> Bool {
        site.left.contains(where: isOwnWord) || site.right.contains(where: isOwnWord)
    }

    /// 人均受助金额, 每位受助职工, 多帮了: an average or a direction whose words say that it is of aid.
    private func isOwnWord(_ place: Int) -> Bool {
        switch tokens[place].kind {
        case .average, .direction: text[tokens[place].range].contains { "受助帮惠".unicodeScalars.contains($0) }
        case let kind: kind.isOfProgramme
        }
    }

    /// 985,800 people, 1.06 million person-times, 135 million yuan in aid: figures alone are of what their
    /// sentence goes on to name.
    private func isNamedLater(_ site: Site) -> Bool {
        let isBare = (Array(site.left) + Array(site.right)).allSatisfy { place in
            switch tokens[place].kind {
            case .plain, .listMark, .number, .period, .comparison, .direction, .equals, .to: true
            default: false
            }
        }
        guard isBare else { return false }
        for token in tokens[site.right.upperBound...].prefix(DraftWeights.reach) {
            if token.kind.isOfProgramme { return true }
            if token.kind.endsSentence || token.kind.isOfOthers || token.kind == .unknown { return false }
        }
        return false
    }

    /// Whether the sentence has no words but known ones, and tells of a time, of a comparison, or of several of
    /// what the programme counts: 872人、931人次、11.56万元.
    private func isPlainlyToldOf(_ site: Site) -> Bool {
        var start = site.index
        while start > 0, site.index - start < DraftWeights.reach, !tokens[start - 1].kind.endsSentence { start -= 1 }
        var units: Set<Numeral.Unit> = []
        var saysOfWhat = false
        // Of the clause that is read: whether it has a number, and words that are not known.
        var (hasNumber, hasUnknown) = (false, false)
        for (place, token) in zip(start..., tokens[start...].prefix(2 * DraftWeights.reach)) {
            if token.kind.endsSentence { break }
            switch token.kind {
            case .number(let numeral):
                let isOwnMoney = numeral.unit == .otherMoney && isOwnMoney(numeral)
                if numeral.unit == .thing || numeral.unit == .otherMoney && !isOwnMoney { return false }
                units.insert(isOwnMoney ? .money : numeral.unit)
                hasNumber = true
            case .period, .comparison: saysOfWhat = true
            case .group(let group): saysOfWhat = saysOfWhat || group < known.knownGroupCount
            // Amount: 109,000 yuan
            case .colon: saysOfWhat = saysOfWhat || place > start && tokens[place - 1].kind.measure != nil
            case .comma: (hasNumber, hasUnknown) = (false, false)
            case .unknown where token.range.count >= DraftWeights.unknownCharacters: hasUnknown = true
            case let kind where kind.isOfOthers: return false
            default: continue
            }
            if hasNumber, hasUnknown { return false }
        }
        return saysOfWhat || units.intersection([.people, .personTimes, .money]).count > 1
    }

    /// 其中门诊70万人次: a part of what the line before told.
    private func isPartOfThat(_ site: Site) -> Bool {
        let said = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        return said.contains { $0.kind == .part } && !said.contains { $0.kind == .unknown }
    }

    /// Whether a figure says more of what was told before: 同比增长22.74%.
    private func isGoingOn(_ site: Site, _ role: Role) -> Bool {
        switch role.kind {
        case .change, .percent, .ratio, .share, .points, .base, .run, .place, .count: true
        case .level: role.rises != nil || role.average != nil || site.near.allSatisfy { isWordOfLevel(tokens[$0].kind) }
        case .none: false
        }
    }

    private func isWordOfLevel(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .unknown: false
        default: !kind.isOfOthers
        }
    }

    // MARK: What takes a figure away

    private func excluded(_ site: Site) -> DraftSupport.Reason? {
        if site.left.contains(where: { tokens[$0].kind == .plan }) { return .plan }
        // Within its own words what is told last counts.
        var isOwn = false
        for place in site.near.reversed() {
            let kind = tokens[place].kind
            if isStrong(kind) { isOwn = true }
            guard let reason = reason(kind), !isOwn || reason.isOfWhom else { continue }
            return reason
        }
        if isOwn, sentence.other?.reason.isOfWhom != true { return nil }
        // 37名困难职工: what stands right behind the figure.
        let hasWord = site.left.contains { tokens[$0].kind.isOfProgramme }
        for (distance, place) in site.right.enumerated() {
            let kind = tokens[place].kind
            if isStrong(kind) { break }
            guard let reason = reason(kind) else { continue }
            if distance == 0 || !hasWord { return reason }
            break
        }
        if let other = sentence.other {
            let isOfSentence = other.reason.isOfWhom || other.reason == .plan
            if other.clause == clause.number || other.hasFigures || isOfSentence { return other.reason }
        }
        if site.link != .none || sentence.other != nil, let last = sentence.last,
            case .notOurs(let reason) = last.support,
            reason != .otherUnit
        {
            return reason
        }
        return nil
    }

    /// 328 students: a unit that counts others.
    ///
    /// 1000元以上的有486人: a bound of which others are counted.
    func excluded(_ numeral: Numeral) -> DraftSupport.Reason? {
        let end = numeral.range.upperBound
        if numeral.unit == .money, numeral.hedge == .atLeast || numeral.hedge == .upTo, end < text.count,
            text[end] == "的"
        {
            return .rule
        }
        guard let unit = numeral.unitRange, text[unit.lowerBound].isLatinLetter else { return nil }
        return Lexicon.english.word(text, at: unit.lowerBound).flatMap { reason($0.kind) }
    }

    private func isStrong(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .measure, .programme: true
        default: false
        }
    }

    private func reason(_ kind: DraftToken.Kind) -> DraftSupport.Reason? {
        switch kind {
        case .other: .otherSubject
        case .otherProgramme: .otherProgramme
        case .otherPlace: .otherPlace
        case .unknownGroup: .unknownGroup
        case .rule: .rule
        case .plan: .plan
        default: nil
        }
    }

    // MARK: What leaves a doubt

    /// Words beside the figure that are not known may change what it counts: 心脑血管疾病受助37人次.
    private func doubt(_ site: Site) -> DraftSupport.Doubt? {
        let isHan = site.near.contains { text[tokens[$0].range.lowerBound].isHan } || site.near.isEmpty
        guard isHan else { return nil }
        // From the last word of ours on; what stands before 受助职工 says whose they are.
        var start = site.near.lowerBound
        // 钟敏：12.89万元
        if let colon = site.near.reversed().first(where: { tokens[$0].kind == .colon }) { start = colon }
        if let own = (start..<site.index).reversed().first(where: {
            tokens[$0].kind.isOfProgramme || tokens[$0].kind.measure != nil || tokens[$0].kind.group != nil
        }) {
            start = own
            if own > site.near.lowerBound, tokens[own - 1].kind == .unknown, isLong(own - 1),
                tokens[own].kind.measure != nil
            {
                return .unknownWords
            }
        }
        var depth = 0
        for place in start..<site.index {
            switch tokens[place].kind {
            case .open: depth += 1
            case .close: depth = max(0, depth - 1)
            case .unknown where depth == 0 && isLong(place): return .unknownWords
            default: continue
            }
        }
        if let first = site.right.first, tokens[first].kind == .unknown, isLong(first),
            tokens[first].range.lowerBound == tokens[site.index].range.upperBound
        {
            return .unknownWords
        }
        return nil
    }

    private func isLong(_ place: Int) -> Bool { tokens[place].range.count >= DraftWeights.unknownCharacters }
}
