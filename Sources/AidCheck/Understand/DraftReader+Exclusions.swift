import AidModel
import AidNews

/// What takes a figure away from the programme.
extension DraftReader {
    func excluded(_ site: Site) -> DraftSupport.Reason? {
        if site.left.contains(where: { tokens[$0].kind == .plan }) { return .plan }
        // Within its own words what is told last counts.
        var isOwn = false
        for place in site.near.reversed() {
            let kind = tokens[place].kind
            // 新参加“同舟计划”的职工: of those who do something with it.
            let isObject = kind == .programme && place > site.near.lowerBound && tokens[place - 1].kind == .other
            if isStrong(kind), !isObject { isOwn = true }
            guard let reason = reason(kind), !isOwn || reason.isOfWhom || isMost(place) else { continue }
            return reason
        }
        if isApplication(site) || isOpinion(site) { return .otherSubject }
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
            let isRelative = other.clause == clause.number - 1 && isRelativeClause
            if other.clause == clause.number || other.hasFigures || isOfSentence || isRelative { return other.reason }
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

    /// Xihui Insurance, which reimbursed 1.92 billion yuan: a clause that says more of what was named last.
    var isRelativeClause: Bool {
        guard tokens.indices.contains(clause.start) else { return false }
        let scan = TextScan(text: text)
        return ["which", "who", "whose", "where"].contains {
            scan.hasWord($0, at: tokens[clause.start].range.lowerBound)
        }
    }

    /// 比例从50%提到60%，当季补助人次升至1014人次: after a rule a noun of what is counted tells of figures again.
    func isBackFromRule(_ reason: DraftSupport.Reason, _ site: Site) -> Bool {
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
        // what one person or two have got
        if numeral.unit == .people || numeral.unit == .none, numeral.isPlain,
            text[numeral.digits.lowerBound].isLatinLetter,
            numeral.value == DraftBounds.one
                || numeral.value == 2 * DraftBounds.one && sentence.last?.support == .notOurs(.person)
        {
            return .person
        }
        // 受助职工少于5人: who is not told of.
        let isOfPeople = numeral.unit == .people || numeral.unit == .personTimes || numeral.unit == .none
        if numeral.hedge == .under, isOfPeople, numeral.value <= DraftWeights.leastTold { return .rule }
        guard let unit = numeral.unitRange, text[unit.lowerBound].isLatinLetter else { return nil }
        return Lexicon.english.word(text, at: unit.lowerBound).flatMap { reason($0.kind) }
    }

    /// 单人最高可获互助金20万元: a limit is none of what was paid.
    func isMost(_ place: Int) -> Bool {
        TextScan(text: text).end(
            ofAny: ["最高可", "单人最高", "上限", "封顶"], at: tokens[place].range.lowerBound) != nil
    }

    func isStrong(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .measure, .programme: true
        default: false
        }
    }

    func reason(_ kind: DraftToken.Kind) -> DraftSupport.Reason? {
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
    func isApplication(_ site: Site) -> Bool {
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

    /// 1195人表示从未听过: who was asked, not who was helped.
    func isOpinion(_ site: Site) -> Bool {
        guard let unit = tokens[site.index].kind.numeral?.unit, unit == .people || unit == .none || unit == .percent
        else {
            return false
        }
        let scan = TextScan(text: text)
        let words = [
            "表示", "认为", "觉得", "选择", "知道", "听说", "听过", "回答", "希望", "愿意", "赞成", "满意", "不满意", "担心", "反映", "受访", "接受采访",
        ]
        let english = ["said", "say", "thought", "think", "believed", "felt", "wanted", "knew", "answered", "agreed"]
        return site.right.prefix(2).contains { place in
            let start = tokens[place].range.lowerBound
            return scan.end(ofAny: words, at: start) != nil || english.contains { scan.hasWord($0, at: start) }
        } && !site.near.contains { tokens[$0].kind.measure != nil && tokens[$0].kind != .noun(.recipients) }
    }

    /// spent 1.43 million yuan on families in hardship: what stands behind on or to is whose the money is.
    func isObjectInEnglish(_ site: Site, _ place: Int) -> Bool {
        guard text[tokens[place].range.lowerBound].isLatinLetter else { return false }
        let isOwn = site.left.contains { isStrong(tokens[$0].kind) }
        return !isOwn
            && (site.right.lowerBound..<place).allSatisfy { tokens[$0].kind == .plain || tokens[$0].kind == .to }
    }
}
