import AidModel
import AidNews

/// How sure it is that a figure is one of the programme's.
extension DraftReader {
    func support(_ numeral: Numeral, _ site: Site, _ role: Role) -> DraftSupport {
        if isOurs == false { return .notOurs(.otherArticle) }
        if isOfMembers(numeral, site) { return .plausible(.noWord) }
        if site.index == sentence.limitToken { return .notOurs(.rule) }
        if role.kind != .run, role.kind != .count, numeral.unit == .thing || numeral.unit == .otherMoney {
            return .notOurs(.otherUnit)
        }
        if let reason = excluded(site) ?? excluded(numeral) { return .notOurs(reason) }
        if isOfUnknownThing(numeral, site) || isOfOtherFigure(numeral, site) { return .notOurs(.otherUnit) }
        // What a list goes on with is what it began with.
        if site.link == .listed, let last = sentence.last { return last.support }
        if isOfRecord(site) || isOfFormula(site) { return .plausible(.record) }
        if isOfRest(site) { return .plausible(.unknownWords) }
        if sentence.isOfPerson, numeral.unit == .money, role.kind == .level || role.kind == .change {
            return .plausible(.onePerson)
        }
        if let doubt = doubt(site) ?? doubtInEnglish(site, role) { return .plausible(doubt) }
        if role.isOpen, !clause.isInBrackets { return .plausible(.noWord) }
        if clause.isInBrackets, site.left.contains(where: { tokens[$0].kind == .sum }) {
            return .plausible(.unknownWords)
        }
        if isOfRow(site) || isOfThoseUnread(site) || isOfAllWorkers(site) { return .plausible(.unknownWords) }
        if hasStrongWord(site) { return .certain }
        if hasWord(site) { return hasUnknownSubject(site) ? .plausible(.unknownWords) : .certain }
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

    /// 其余区县共748人次: of those that were not told of, which facts do not add up.
    private func isOfRest(_ site: Site) -> Bool {
        let rest = ["其余", "其他", "其它", "余下", "剩余", "剩下", "the rest", "the remaining", "the others", "elsewhere"]
        let scan = TextScan(text: text)
        return site.near.contains { scan.end(ofAny: rest, at: tokens[$0].range.lowerBound) != nil }
            && !(Array(site.near) + Array(site.right)).contains { tokens[$0].kind.group != nil }
    }

    /// Whether a word of the clause says that it is about the programme.
    private func hasWord(_ site: Site) -> Bool {
        site.left.contains(where: isOwnWord) || site.right.contains(where: isOwnWord)
    }

    /// The same by a word that others have no use for: 发放 and 救助 say what all of them do.
    private func hasStrongWord(_ site: Site) -> Bool {
        (Array(site.left) + Array(site.right)).contains { place in
            switch tokens[place].kind {
            case .measure, .programme, .firstTime, .returning: true
            default: false
            }
        }
    }

    /// Whether a word beside it names the programme, or what only that counts, and no word there is unknown.
    func isNamed(_ site: Site) -> Bool {
        let beside = Array(site.near) + Array(site.right)
        return site.link != .none || isOfTable
            || beside.contains { place in
                switch tokens[place].kind {
                case .measure, .programme, .firstTime, .returning, .group, .comparison, .aid(nil), .average, .direction,
                    .share:
                    true
                // 发放互助金三百三十余万元，惠及三十余万人次
                case .aid: !sentence.levels.isEmpty
                default: false
                }
            } && !beside.contains { tokens[$0].kind == .unknown && isLong($0) }
    }

    /// 受惠职工　798　　741　　7.7: numbers between which nothing stands are no prose.
    private func isOfRow(_ site: Site) -> Bool {
        func isBare(_ place: Int) -> Bool {
            tokens.indices.contains(place) && tokens[place].kind.numeral.map { $0.unit == .none } ?? false
        }
        return isBare(site.index) && (isBare(site.index - 1) || isBare(site.index + 1))
    }

    /// recipients,798,persons: whether it stands alone between the marks that part the fields of a record.
    private func isOfRecord(_ site: Site) -> Bool {
        let range = tokens[site.index].range
        func isMark(_ place: Int) -> Bool { text.indices.contains(place) && ",;|".unicodeScalars.contains(text[place]) }
        func isEnd(_ place: Int) -> Bool { !text.indices.contains(place) || text[place] == "\n" }
        let (before, after) = (range.lowerBound - 1, range.upperBound)
        let isField = isMark(before) && (isMark(after) || isEnd(after)) || isEnd(before) && isMark(after)
        return isField && !(isMark(after) && text.indices.contains(after + 1) && text[after + 1] == " ")
    }

    /// 已支付 − 全额冲正 = 10,590: what a sum of things has for its result, whose parts are not ours.
    private func isOfFormula(_ site: Site) -> Bool {
        let before = text[..<tokens[site.index].range.lowerBound].suffix(2).last { $0 != " " }
        return before == "=" || before == "＝"
    }

    /// one of 231 seriously ill workers; together they received 73,601.66 yuan: of those that were not understood.
    private func isOfThoseUnread(_ site: Site) -> Bool {
        guard let last = sentence.last, last.clause < clause.number, case .notOurs(.otherUnit) = last.support else {
            return false
        }
        let scan = TextScan(text: text)
        return site.near.contains { place in
            ["they", "them", "their", "these"].contains { scan.hasWord($0, at: tokens[place].range.lowerBound) }
        }
    }

    /// 全市职工总数中，古渡区占17.3%: of all who work, unless the sentence has a word of aid.
    private func isOfAllWorkers(_ site: Site) -> Bool {
        let said = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let scan = TextScan(text: text)
        return said.contains { scan.end(ofAny: ["职工总数", "职工总人数", "全部职工", "全体职工"], at: $0.range.lowerBound) != nil }
            && !said.contains { $0.kind.isOfProgramme }
    }

    /// 【民政】临时救助1833人次，支出412万元: a sentence that begins with words that are not known, and names nothing of
    /// ours, may be about anything.
    private func hasUnknownSubject(_ site: Site) -> Bool {
        let said = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let isUnknown = said.contains { $0.kind == .unknown && $0.range.count >= DraftWeights.unknownCharacters }
        return isUnknown
            && !said.contains {
                switch $0.kind {
                case .measure, .programme, .firstTime, .returning, .group: true
                default: false
                }
            }
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
        if isInRelativeClause(site) || isProgrammeLater(site) { return true }
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

    /// Payments rose from 851 to 963, the programme's report says: the sentence ends with the name.
    private func isProgrammeLater(_ site: Site) -> Bool {
        guard sentence.other == nil else { return false }
        let rest = tokens[(site.index + 1)...].prefix(DraftWeights.reach).prefix { !$0.kind.endsSentence }
        let start = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        return rest.contains { $0.kind == .programme } && !(Array(rest) + Array(start)).contains { $0.kind.isOfOthers }
    }

    /// one of 59 workers in the district, and of 901 in the city, who received money from the programme
    private func isInRelativeClause(_ site: Site) -> Bool {
        let scan = TextScan(text: text)
        var isOpen = false
        for token in tokens[(site.index + 1)...].prefix(DraftWeights.reach) {
            if token.kind.endsSentence || token.kind.isOfOthers { return false }
            if isOpen, token.kind.isOfProgramme { return true }
            let isPronoun = ["who", "whom", "which", "that"].contains { scan.hasWord($0, at: token.range.lowerBound) }
            isOpen = isPronoun || isOpen && token.kind == .plain
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
            // 新参加“同舟计划”的职工: of those who do something with it.
            let isObject = kind == .programme && place > site.near.lowerBound && tokens[place - 1].kind == .other
            if isStrong(kind), !isObject { isOwn = true }
            guard let reason = reason(kind), !isOwn || reason.isOfWhom else { continue }
            return reason
        }
        if isApplication(site) { return .otherSubject }
        if isOwn, sentence.other?.reason.isOfWhom != true { return nil }
        // 37名困难职工: what stands right behind the figure.
        let hasWord = site.left.contains { tokens[$0].kind.isOfProgramme }
        for (distance, place) in site.right.enumerated() {
            let kind = tokens[place].kind
            if isStrong(kind) {
                // 798名获补职工
                if distance == 0, sentence.other?.reason.isOfWhom != true, kind != .programme { return nil }
                break
            }
            guard let reason = reason(kind) else { continue }
            if distance == 0 || !hasWord || isObjectInEnglish(site, place) { return reason }
            break
        }
        let isBackToGroup = clause.isAfterSemicolon && site.near.contains { tokens[$0].kind.group != nil }
        if let other = sentence.other, !isBackFromRule(other.reason, site), other.reason.isOfWhom || !isBackToGroup {
            let isOfSentence = other.reason.isOfWhom || other.reason == .plan
            if other.clause == clause.number || other.hasFigures || isOfSentence { return other.reason }
        }
        if site.link != .none || !isBackToGroup && sentence.other.map({ !isBackFromRule($0.reason, site) }) ?? false,
            let last = sentence.last,
            case .notOurs(let reason) = last.support,
            reason != .otherUnit
        {
            return reason
        }
        return nil
    }

    /// 比例从50%提到60%，当季补助人次升至1014人次: after a rule a noun of what is counted tells of figures again.
    private func isBackFromRule(_ reason: DraftSupport.Reason, _ site: Site) -> Bool {
        guard reason == .rule, let other = sentence.other, other.clause < clause.number, sentence.isOfProgramme else {
            return false
        }
        let own = ["补助", "互助", "受助", "获补", "救助"]
        return site.near.contains { place in
            tokens[place].kind.measure != nil
                && TextScan(text: text).end(ofAny: own, at: tokens[place].range.lowerBound) != nil
        } && !site.near.contains { self.reason(tokens[$0].kind) != nil }
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

    /// 收到986人的申请, 受理1200人次: what was asked for is not what was paid.
    private func isApplication(_ site: Site) -> Bool {
        let scan = TextScan(text: text)
        func begins(_ place: Int, _ words: [String]) -> Bool {
            scan.end(ofAny: words, at: tokens[place].range.lowerBound) != nil
        }
        if let last = site.near.last, begins(last, ["申请", "申报"]) { return true }
        if let place = site.near.suffix(4).last(where: { begins($0, ["受理", "收件", "接件"]) }) {
            return !(place..<site.index).contains { tokens[$0].kind.measure != nil || tokens[$0].kind.isAid }
        }
        return site.right.prefix(4).contains {
            let start = tokens[$0].range.lowerBound
            return scan.end(ofAny: ["申请", "申报", "报案"], at: start) != nil
                && scan.end(ofAny: ["申请后", "申请并", "申请获", "申请到", "申请了"], at: start) == nil
        }
    }

    /// spent 1.43 million yuan on families in hardship: what stands behind on or to is whose the money is.
    private func isObjectInEnglish(_ site: Site, _ place: Int) -> Bool {
        guard text[tokens[place].range.lowerBound].isLatinLetter else { return false }
        let isOwn = site.left.contains { isStrong(tokens[$0].kind) }
        return !isOwn
            && (site.right.lowerBound..<place).allSatisfy { tokens[$0].kind == .plain || tokens[$0].kind == .to }
    }

    // MARK: What leaves a doubt

    /// turnover rose by 6.79 percent: what rose has a name that is not known.
    private func doubtInEnglish(_ site: Site, _ role: Role) -> DraftSupport.Doubt? {
        // an audience of 120
        let isNamed = (Array(site.left) + Array(site.right)).contains {
            tokens[$0].kind.isOfProgramme || tokens[$0].kind.measure != nil || tokens[$0].kind.group != nil
        }
        if !isNamed, site.near.contains(where: isNameOfThing) || site.right.first.map(isNameOfThing) ?? false {
            return .unknownWords
        }
        // 217 were hospitalised
        if tokens[site.index].kind.numeral?.unit == Numeral.Unit.none, role.kind == .level,
            !site.right.contains(where: { tokens[$0].kind.measure != nil || tokens[$0].kind.group != nil }),
            site.right.prefix(4).contains(where: isNameOfThing)
        {
            return .unknownWords
        }
        guard role.kind == .percent || role.kind == .change, site.link == .none,
            let place = last(site.near, isDirection),
            text[tokens[place].range.lowerBound].isLatinLetter
        else { return nil }
        let subject = tokens[site.near.lowerBound..<place]
        if subject.contains(where: { $0.kind.measure != nil || $0.kind.group != nil || $0.kind.isAid }) { return nil }
        let isUnknown = subject.contains { token in
            let word = text[token.range]
            return token.kind == .unknown && word.count > 3 && !word.suffix(2).elementsEqual("ly".unicodeScalars)
                && word.first.map { $0.isLatinLetter && $0 == $0.lowered } ?? false
        }
        return isUnknown ? .unknownWords : nil
    }

    /// An English word in small letters that is not known.
    private func isNameOfThing(_ place: Int) -> Bool {
        let word = text[tokens[place].range]
        return tokens[place].kind == .unknown && word.count > 3
            && word.first.map { $0.isLatinLetter && $0 == $0.lowered } ?? false
    }

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
