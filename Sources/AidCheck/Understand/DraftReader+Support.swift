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
        if isAge(numeral, site) || isOfUnknownThing(numeral, site) || isOfOtherFigure(numeral, site) {
            return .notOurs(.otherUnit)
        }
        // What a list goes on with is what it began with.
        // 三年，10590笔: a year is no list's beginning.
        let isOfThing = sentence.last?.support == .notOurs(.otherUnit) && numeral.unit != .none
        if site.link == .listed, let last = sentence.last, !isOfThing { return last.support }
        if isOfRecord(site) || isOfFormula(site) { return .plausible(.record) }
        if isOfRest(site) || isOfAllBut(site) { return .plausible(.unknownWords) }
        if sentence.isOfPerson, numeral.unit == .money, role.kind == .level || role.kind == .change {
            return .plausible(.onePerson)
        }
        if let doubt = doubt(site) ?? doubtInEnglish(site, role) { return .plausible(doubt) }
        if role.isOpen, !clause.isInBrackets { return .plausible(.noWord) }
        if clause.isInBrackets, site.left.contains(where: { tokens[$0].kind == .sum }) {
            return .plausible(.unknownWords)
        }
        if isPartUnread(site) || isOfRow(site) || isOfThoseUnread(site) || isOfAllWorkers(site) {
            return .plausible(.unknownWords)
        }
        if hasStrongWord(site) { return .certain }
        if hasWord(site) { return hasUnknownSubject(site) ? .plausible(.unknownWords) : .certain }
        if site.link == .comma || clause.isInBrackets, let last = sentence.last, !isOfThing { return last.support }
        if let last = sentence.last, case .certain = last.support, isGoingOn(site, role) { return .certain }
        // 社会消费品零售总额486.3亿元，同比增长6.1%: what says more of a figure is as sure as that.
        if let last = sentence.last, last.clause >= clause.number - 1, case .plausible = last.support,
            role.kind == .percent || role.kind == .change || role.kind == .ratio || role.kind == .points,
            !hasWord(site),
            !(Array(site.left) + Array(site.right)).contains(where: {
                tokens[$0].kind.measure != nil || tokens[$0].kind.group != nil
            })
        {
            return last.support
        }
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

    /// The cook, 52, had a bill: a number alone between commas is how old somebody is.
    func isAge(_ numeral: Numeral, _ site: Site) -> Bool {
        guard numeral.unit == .none, numeral.isPlain, numeral.writing == .digits, site.left.isEmpty,
            site.right.isEmpty,
            (16...99).contains(numeral.value / DraftBounds.one), numeral.step == DraftBounds.one,
            clause.start > 1,
            site.index + 1 < tokens.count
        else { return false }
        return tokens[clause.start - 1].kind == .comma && tokens[site.index + 1].kind == .comma
            && isLatin(clause.start - 2) && sentence.last == nil
    }

    /// Three meals a day: an English word that is not known says what is counted.
    func isOfUnknownThing(_ numeral: Numeral, _ site: Site) -> Bool {
        let range = tokens[site.index].range
        // A****9: what a mask leaves of a value
        if range.lowerBound > 0 && text[range.lowerBound - 1] == "*"
            || range.upperBound < text.count && text[range.upperBound] == "*"
        {
            return true
        }
        // the 4 with the most person-times
        if numeral.unit == .none, let last = site.near.last, let first = site.right.first,
            TextScan(text: text).hasWord("the", at: tokens[last].range.lowerBound),
            TextScan(text: text).hasWord("with", at: tokens[first].range.lowerBound)
        {
            return true
        }
        // “n*m” (5): how often a value stands there
        if numeral.unit == .none, clause.isInBrackets, site.left.isEmpty, site.right.isEmpty, clause.start > 1,
            "”’\"".unicodeScalars.contains(text[tokens[clause.start - 1].range.lowerBound - 1])
                || tokens[clause.start - 1].range.lowerBound > 1
                    && "”’\"".unicodeScalars.contains(text[tokens[clause.start - 1].range.lowerBound - 2])
        {
            return true
        }
        // and 2 more values
        if numeral.unit == .none, site.right.count > 1, let first = site.right.first,
            tokens[first].kind.direction != nil, isNameOfThing(first + 1)
        {
            return true
        }
        guard numeral.unit == .none, let next = site.right.first, tokens[next].kind == .unknown else { return false }
        return text[tokens[next].range.lowerBound].isLatinLetter
            && tokens[next].range.lowerBound <= numeral.range.upperBound + 1
    }

    /// 新增发明专利1860件，同比增长13.2%: a change goes on with what was told right before it, whosever that is.
    func isOfOtherFigure(_ numeral: Numeral, _ site: Site) -> Bool {
        guard numeral.unit == .percent || numeral.unit == .percentagePoints || numeral.unit == .multiple,
            sentence.levels.isEmpty, let last = sentence.last, last.clause == clause.number - 1,
            case .notOurs(.otherUnit) = last.support, !hasWord(site),
            tokens[last.token].kind.numeral?.writing == .digits
        else { return false }
        let words = (Array(site.left) + Array(site.right)).map { tokens[$0].kind }
        let isOwn = words.contains { $0.measure != nil || $0.group != nil }
        let before = tokens[..<last.token].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsClause }
        return !isOwn
            && !before.contains {
                $0.kind.isOfProgramme && !$0.kind.isAid || $0.kind.measure != nil || $0.kind.group != nil
            }
    }

    /// 其余区县共748人次: of those that were not told of, which facts do not add up.
    func isOfRest(_ site: Site) -> Bool {
        let rest = [
            "其余", "其他", "其它", "余下", "剩余", "剩下", "the rest", "the remaining", "the other", "the others", "elsewhere",
        ]
        let scan = TextScan(text: text)
        return site.near.contains { scan.end(ofAny: rest, at: tokens[$0].range.lowerBound) != nil }
            && !(Array(site.near) + Array(site.right)).contains { tokens[$0].kind.group != nil }
    }

    /// 除城东区外，全市共10.68万元: of all but those, which facts do not add up.
    func isOfAllBut(_ site: Site) -> Bool {
        let said = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let scan = TextScan(text: text)
        return said.contains { token in
            let end = token.range.upperBound
            guard token.kind.group != nil else { return false }
            let isOut = scan.end(ofAny: ["外，", "以外", "之外"], at: end) != nil
            let start = token.range.lowerBound
            let isExcept = ["excluding ", "except for ", "apart from ", "other than "].contains { word in
                let place = start - word.unicodeScalars.count
                return place >= 0 && scan.hasWord(String(word.dropLast()), at: place)
            }
            return isOut || isExcept
        } && !site.near.contains { tokens[$0].kind.group != nil }
    }

    /// Whether a word of the clause says that it is about the programme.
    func hasWord(_ site: Site) -> Bool {
        site.left.contains(where: isOwnWord) || site.right.contains(where: isOwnWord)
    }

    /// The same by a word that others have no use for: 发放 and 救助 say what all of them do.
    func hasStrongWord(_ site: Site) -> Bool {
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
        // 人次 is what it counts.
        let isOfUnit = tokens[site.index].kind.numeral.map { numeral in
            numeral.unit == .personTimes && numeral.unitRange.map { text[$0.lowerBound] == "人" } ?? false
        }
        return isOfUnit ?? false || site.link != .none || isOfTable
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
    func isOfRow(_ site: Site) -> Bool {
        func isBare(_ place: Int) -> Bool {
            tokens.indices.contains(place) && tokens[place].kind.numeral.map { $0.unit == .none } ?? false
        }
        return isBare(site.index) && (isBare(site.index - 1) || isBare(site.index + 1))
    }

    /// recipients,798,persons: whether it stands alone between the marks that part the fields of a record.
    func isOfRecord(_ site: Site) -> Bool {
        let range = tokens[site.index].range
        func isMark(_ place: Int) -> Bool { text.indices.contains(place) && ",;|".unicodeScalars.contains(text[place]) }
        func isEnd(_ place: Int) -> Bool { !text.indices.contains(place) || text[place] == "\n" }
        let (before, after) = (range.lowerBound - 1, range.upperBound)
        let isField = isMark(before) && (isMark(after) || isEnd(after)) || isEnd(before) && isMark(after)
        return isField && !(isMark(after) && text.indices.contains(after + 1) && text[after + 1] == " ")
    }

    /// 已支付 − 全额冲正 = 10,590: what a sum of things has for its result, whose parts are not ours.
    func isOfFormula(_ site: Site) -> Bool {
        let before = text[..<tokens[site.index].range.lowerBound].suffix(2).last { $0 != " " }
        return before.map { "=＝×÷".unicodeScalars.contains($0) } ?? false
    }

    /// 698 out of 901, had fallen ill: a part of which no word that is known says which.
    func isPartUnread(_ site: Site) -> Bool {
        let next = site.right.upperBound
        guard let first = site.right.first, next < tokens.count, tokens[next].kind.isNumber,
            site.right.count <= 4,
            clause.groups.isEmpty
        else { return false }
        let scan = TextScan(text: text)
        return ["out", "of"].contains { scan.hasWord($0, at: tokens[first].range.lowerBound) }
            && !site.right.contains { tokens[$0].kind.group != nil }
            && !tokens[next...].prefix(DraftWeights.reach).prefix {
                !$0.kind.endsSentence && $0.kind != .comma
            }
            .contains { $0.kind.group != nil }
    }

    /// one of 231 seriously ill workers; together they received 73,601.66 yuan: of those that were not understood.
    func isOfThoseUnread(_ site: Site) -> Bool {
        guard let last = sentence.last, last.clause < clause.number, case .notOurs(.otherUnit) = last.support else {
            return false
        }
        let scan = TextScan(text: text)
        return site.near.contains { place in
            ["they", "them", "their", "these"].contains { scan.hasWord($0, at: tokens[place].range.lowerBound) }
        }
    }

    /// 全市职工总数中，古渡区占17.3%: of all who work, unless the sentence has a word of aid.
    func isOfAllWorkers(_ site: Site) -> Bool {
        let said = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let scan = TextScan(text: text)
        return said.contains { scan.end(ofAny: ["职工总数", "职工总人数", "全部职工", "全体职工"], at: $0.range.lowerBound) != nil }
            && !said.contains { $0.kind.isOfProgramme }
    }

    /// 【民政】临时救助1833人次，支出412万元: a sentence that begins with words that are not known, and names nothing of
    /// ours, may be about anything.
    func hasUnknownSubject(_ site: Site) -> Bool {
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
    func isOwnWord(_ place: Int) -> Bool {
        switch tokens[place].kind {
        case .average, .direction: text[tokens[place].range].contains { "受助帮惠".unicodeScalars.contains($0) }
        case let kind: kind.isOfProgramme
        }
    }

    /// 985,800 people, 1.06 million person-times, 135 million yuan in aid: figures alone are of what their
    /// sentence goes on to name.
    func isNamedLater(_ site: Site) -> Bool {
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
    func isProgrammeLater(_ site: Site) -> Bool {
        guard sentence.other == nil else { return false }
        let rest = tokens[(site.index + 1)...].prefix(DraftWeights.reach).prefix { !$0.kind.endsSentence }
        let start = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        return rest.contains { $0.kind == .programme } && !(Array(rest) + Array(start)).contains { $0.kind.isOfOthers }
    }

    /// one of 59 workers in the district, and of 901 in the city, who received money from the programme
    func isInRelativeClause(_ site: Site) -> Bool {
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
    func isPlainlyToldOf(_ site: Site) -> Bool {
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
    func isPartOfThat(_ site: Site) -> Bool {
        let said = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        return said.contains { $0.kind == .part } && !said.contains { $0.kind == .unknown }
    }

    /// Whether a figure says more of what was told before: 同比增长22.74%.
    func isGoingOn(_ site: Site, _ role: Role) -> Bool {
        switch role.kind {
        case .change, .percent, .ratio, .share, .points, .base, .run, .place, .count: true
        case .level: role.rises != nil || role.average != nil || site.near.allSatisfy { isWordOfLevel(tokens[$0].kind) }
        case .none: false
        }
    }

    func isWordOfLevel(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .unknown: false
        default: !kind.isOfOthers
        }
    }
}
