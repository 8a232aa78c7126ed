import AidModel
import AidNews

/// What kind of figure a percent is: a share, a change, or a ratio.
extension DraftReader {
    func percentRole(_ numeral: Numeral, _ site: Site, _ average: DraftToken.Average?) -> Role {
        if sentence.hundred != nil { return Role(kind: .share, rises: nil) }
        let share = last(site.near) { $0 == .share }
        let direction = direction(numeral, site)
        let place = last(site.near, isDirection) ?? last(site.near, isDirectionTo)
        if let share, place.map({ $0 < share }) ?? true, !isFrom(site) { return Role(kind: .share, rises: nil) }
        if numeral.writing == .doubling { return Role(kind: .percent, rises: true, average: average) }
        if let last = sentence.last, last.role == .share, site.link != .none { return Role(kind: .share, rises: nil) }
        // growth of 7.98 percent, up from 5.2 percent: the growth of another time.
        if isFrom(site), share == nil, sentence.share == nil { return Role(kind: .none, rises: nil) }
        if isFrom(site) || last(site.near, isDirectionTo) != nil {
            if share != nil || sentence.share != nil {
                return Role(kind: isFrom(site) ? .base : .share, rises: isFrom(site) ? nil : direction?.rises)
            }
        }
        if isBase(site), sentence.share != nil { return Role(kind: .base, rises: nil) }
        if direction == nil, numeral.sign == 0, last(site.near, { $0 == .equals || $0 == .to }) != nil,
            clause.comparison != nil || !clause.thanGroups.isEmpty
        {
            return Role(kind: .ratio, rises: nil)
        }
        if let direction {
            if isOfLevel(site), share != nil || sentence.share != nil {
                return Role(kind: .share, rises: direction.rises)
            }
            return Role(kind: .percent, rises: riseOfRate(site, place) ?? direction.rises, average: average)
        }
        // 近八成的人次是门诊; 62.36 percent of the money
        if hasNounOfShare(site) { return Role(kind: .share, rises: nil) }
        if numeral.sign != 0 { return Role(kind: .percent, rises: numeral.sign > 0, average: average) }
        if site.right.prefix(4).contains(where: { tokens[$0].kind == .share }) { return Role(kind: .share, rises: nil) }
        if last(site.near, isComparison) != nil { return Role(kind: .percent, rises: true, average: average) }
        // 近六成给了住院职工, 百分之七十七为门诊
        if DraftWeighing(reader: self, numeral: numeral, site: site, role: Role(kind: .share)).groupAhead != nil {
            return Role(kind: .share, rises: nil)
        }
        if sentence.share != nil || sentence.last?.role == .share || isOfRest(site) {
            return Role(kind: .share, rises: nil)
        }
        if clause.distribution != nil, let last = sentence.last, last.role == .percent {
            return Role(kind: .percent, rises: last.rises, average: average)
        }
        if partAhead(site) != nil { return Role(kind: .share, rises: nil) }
        if isPartOfNoun(site) || isPairedWithGroups { return Role(kind: .share, rises: nil) }
        // fell by 10,001 (0.48%)
        // fell by 184,467,441,101,844,922 yuan (100%)
        if clause.isInBrackets, site.near.isEmpty,
            tokens[..<max(0, clause.start - 1)].suffix(3).contains(where: { $0.kind.numeral?.isUnread == true })
        {
            return Role(kind: .none, rises: nil)
        }
        // fell by 888.220 KWD (60.64%)
        if clause.isInBrackets, let last = sentence.last, last.role == .change,
            (clause.start - 4...clause.start - 2).contains(last.token),
            !tokens[(last.token + 1)..<(clause.start - 1)].contains(where: { $0.kind.endsClause || $0.kind.isNumber })
        {
            return Role(kind: .percent, rises: last.rises, average: average)
        }
        // 门诊受助9人（62.36%）
        let isOfGroup = !sentence.groups.isEmpty || sentence.last?.quantity?.groups.isEmpty == false
        return Role(kind: isOfGroup ? .share : .percent, rises: true, average: average, isOpen: true)
    }

    /// Growth slowed to 5.81 percent: what moved to the figure is a growth, which is still one.
    func riseOfRate(_ site: Site, _ place: Int?) -> Bool? {
        guard isOfLevel(site), let place else { return nil }
        return last(site.near.lowerBound..<max(site.near.lowerBound, place), isDirection)
            .flatMap { tokens[$0].kind.direction?.rises }
    }

    func hasNounOfShare(_ site: Site) -> Bool {
        guard last(site.near, isComparison) == nil, let of = site.right.first, tokens[of].kind == .plain else {
            return false
        }
        let word = text[tokens[of].range]
        // 56 percent of its 135,000 yuan
        if word.elementsEqual("of".unicodeScalars), site.right.upperBound < tokens.count,
            tokens[site.right.upperBound].kind.isNumber, site.right.count <= 5
        {
            return true
        }
        guard word.elementsEqual("的".unicodeScalars) || word.elementsEqual("of".unicodeScalars) else { return false }
        return site.right.dropFirst().prefix(4).contains { tokens[$0].kind.measure != nil }
    }
}
