import AidModel
import AidNews

/// Words that say whose the figures are: of others, of a group, or of a part.
extension DraftReader {
    mutating func readOther(_ kind: DraftToken.Kind, _ index: Int) {
        // 嘉宾：忙。 says who speaks, 送清凉：支出 of what is told.
        let speakers = ["嘉宾", "听众", "观众", "网友", "读者", "代表", "市民", "群众", "居民", "专家"]
        if index + 1 < tokens.count, tokens[index + 1].kind == .colon,
            index == 0 || tokens[index - 1].kind.endsSentence,
            TextScan(text: text).end(ofAny: speakers, at: tokens[index].range.lowerBound) != nil
        {
            return
        }
        let reason: DraftSupport.Reason =
            switch kind {
            case .otherProgramme: .otherProgramme
            case .otherPlace: .otherPlace
            case .unknownGroup: .unknownGroup
            case .rule: .rule
            case .plan: .plan
            default: .otherSubject
            }
        // 比“春雨帮扶”的143万元少: what is compared with is not what the sentence is about.
        let isCompared = index > clause.start && tokens[index - 1].kind == .than
        // 江州市职工重疾互助: whose the figures are says the place.
        let isOfPlace = sentence.other?.reason == .otherPlace && reason == .otherSubject
        // 9家企业因欠缴经费被督办，金额217万元: what follows is of what was counted before.
        let isTold =
            if reason == .otherSubject, let last = sentence.last, last.clause == clause.number,
                case .notOurs = last.support
            {
                true
            } else { false }
        if !isCompared, !isOfPlace { sentence.other = (reason, clause.number, isTold) }
        if kind == .other, isCost(index) { sentence.isOfPerson = true }
    }

    mutating func readGroup(_ place: Int, _ index: Int) {
        // 比门诊多, 比第二位的石桥区多
        if let than = clause.thanToken, tokens[(than + 1)..<index].allSatisfy({ $0.kind == .plain }) {
            clause.thanGroups = [place]
            return
        }
        // 是门诊的1.66倍, 相当于门诊的三成
        if index > 0, tokens[index - 1].kind == .equals || tokens[index - 1].kind == .to,
            let next = numeralOutside(index),
            next.unit == .multiple
                || next.unit == .percent
                    && (isSaidEqual(index - 1) || next.value > 100 * DraftBounds.one || !clause.groups.isEmpty)
        {
            clause.thanGroups = [place]
            return
        }
        if case .unknownGroup? = sentence.other?.reason { sentence.other = nil }
        // Two names without anything between are one that is not known.
        if index > 0, tokens[index - 1].kind.group != nil,
            tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
        {
            sentence.other = (.unknownGroup, clause.number, false)
            return
        }
        if clause.groups.contains(place) { return }
        paragraph.lastGroup = place
        if !paragraph.namedGroups.contains(place) { paragraph.namedGroups.appendLast(place) }
        if isDistrict(place) { paragraph.lastDistrict = place }
        if let figure = clause.lastFigure, standsBehind(figure, index) {
            sentence.groups = [place]
            sentence.groupClause = clause.number
            clause.hasGroupBehind = true
            return
        }
        // 占住院人次的: what it is a share of is said by the words before.
        clause.groups.append(place)
        sentence.groups = clause.groups
        sentence.groupIsSubject = clause.beginsWithGroup
        sentence.groupClause = clause.number
        if clause.groups.count > 1 { sentence.listedGroups = clause.groups }
        if clause.groups.count == 1, clause.lastFigure == nil {
            // the share of inpatients in spending
            let isBehindShare =
                text[tokens[index].range.lowerBound].isLatinLetter
                && tokens[clause.start..<index].suffix(4).contains { $0.kind == .share }
            if isBehindShare { sentence.share?.groups = [place] } else { sentence.share = nil }
        }
    }

    /// 相当于, equal to: what 是 alone does not say.
    func isSaidEqual(_ index: Int) -> Bool { tokens[index].kind == .equals && tokens[index].range.count > 1 }

    /// The next number of the clause that does not stand in brackets.
    func numeralOutside(_ index: Int) -> Numeral? {
        var depth = 0
        for token in tokens[(index + 1)...].prefix(12) {
            switch token.kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .number(let numeral) where depth == 0: return numeral
            case .comma where depth == 0, .semicolon, .sentenceEnd, .lineEnd, .paragraphEnd: return nil
            default: continue
            }
        }
        return nil
    }

    mutating func readShare(_ index: Int) {
        let nouns = tokens[clause.start..<index].suffix(DraftWeights.reach).compactMap(\.kind.measure)
        sentence.share = ShareFrame(measure: nouns.last, groups: sentence.groups, whole: nil)
    }
}
