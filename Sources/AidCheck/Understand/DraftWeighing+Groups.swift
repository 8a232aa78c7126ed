import AidModel
import AidNews

/// Of which groups a figure is.
extension DraftWeighing {
    func groups() -> [Weighed<[Int]>] {
        if case .groups(let all)? = clause.distribution?.targets, let next = clause.distribution?.next, next < all.count
        {
            return [Weighed([all[next]])]
        }
        if let target = levelTarget, let quantity = target.quantity { return [Weighed(quantity.groups)] }
        if let own = groupOfBrackets { return [Weighed(own)] }
        if let part = partOfNumber { return [Weighed([part])] }
        // 104,655.05 yuan in all
        if let first = site.right.first, tokens[first].kind == .sum, reader.isLatin(first),
            site.right.count <= 3
        {
            let listed =
                sentence.toldGroups.count > 1
                ? [Weighed(sentence.toldGroups.sorted(), DraftWeights.open)] : []
            return [Weighed([])] + listed
        }
        // made up 76 percent of the 870 person-times
        if clause.lastFigure != nil, !site.near.isEmpty,
            site.near.allSatisfy({
                (tokens[$0].kind == .plain || tokens[$0].kind == .programme || isPossessive($0))
                    && reader.text[tokens[$0].range.lowerBound].isLatinLetter
            })
        {
            return [Weighed([])]
        }
        if isOneOfGroupsBehind, let ahead = groupAhead { return [Weighed([ahead])] }
        if let place = site.right.first(where: { tokens[$0].kind == .ownDistrict }), reader.isLatin(place),
            let district = reader.paragraph.lastDistrict
        {
            return [Weighed([district])]
        }
        if clause.groups.count > 1 {
            // 石桥区和西浦区合计
            // 1.31 million yuan each
            let scan = TextScan(text: reader.text)
            let isEach = (site.near.suffix(2) + site.right.prefix(4)).contains { place in
                let start = tokens[place].range.lowerBound
                return scan.hasWord("each", at: start) || scan.hasWord("both", at: start)
                    || scan.end(ofAny: ["各", "均为", "都是", "都为"], at: start) != nil
            }
            if isEach { return clause.groups.map { Weighed([$0]) } }
            // 两类合计每人次平均124.19元: of all groups of a field an average is that of the whole.
            let all = role.average != nil && isWholeField(clause.groups) ? [Weighed([Int]())] : []
            return all + [Weighed(clause.groups.sorted())]
                + clause.groups.map { Weighed([$0], DraftWeights.farFetched) }
        }
        if role.kind == .share || role.kind == .base && numeral.unit == .percent, clause.groups.isEmpty,
            let groups = sentence.share?.groups, !groups.isEmpty
        {
            // 手术26万元，占57%；二季度的支出，占上半年的51.2%
            let isOfOther = clause.wholeSpan != nil && sentence.groupClause != clause.number
            return [Weighed(groups.sorted())] + (isOfOther ? [Weighed([], DraftWeights.carriedGroup)] : [])
        }
        if let other = oppositeGroup { return [Weighed([other])] }
        // 是门诊67.42元的5.1倍
        if let than = clause.thanGroups.first, role.kind == .level || role.kind == .base,
            site.near.contains(where: { tokens[$0].kind.group == than })
        {
            return [Weighed([than])]
        }
        // 963人次里有735人次是门诊: what has parts is the whole.
        if role.kind == .level, site.near.contains(where: { tokens[$0].kind == .share }),
            site.near.contains(where: { tokens[$0].kind == .whole })
        {
            return [Weighed([])]
        }
        if isWholeOfParts, clause.groups.isEmpty { return [Weighed([])] }
        let ahead = groupAhead
        if clause.groups.isEmpty, let ahead, sentence.groupClause != clause.number || clause.hasGroupBehind {
            return [Weighed([ahead])]
        }
        if !sentence.openGroups.isEmpty, sentence.groups == sentence.openGroups {
            return [Weighed(sentence.groups.sorted()), Weighed([], DraftWeights.open)]
        }
        guard !sentence.groups.isEmpty else { return [Weighed([])] }
        let own = sentence.groups.count == 1 ? [Weighed(sentence.groups)] : [Weighed(sentence.groups.sorted())]
        // A group that an earlier clause names may not be meant any more.
        let isOwn = sentence.groupClause == clause.number || site.link != .none || clause.isInBrackets
        return isOwn || isParallel ? own : own + [Weighed([], DraftWeights.carriedGroup)]
    }

    private func isWholeField(_ groups: [Int]) -> Bool {
        let all = reader.known.groups
        guard let field = groups.first.map({ all[$0].field }) else { return false }
        return Set(groups).isSuperset(of: all.indices.filter { all[$0].field == field })
    }

    /// 门诊多，836人次对219人次: the other one of two groups.
    var oppositeGroup: Int? {
        guard site.near.count == 1, let place = site.near.first,
            reader.text[tokens[place].range].elementsEqual("对".unicodeScalars),
            let last = sentence.last, last.clause == clause.number, let group = last.quantity?.group
        else { return nil }
        let groups = reader.known.groups
        let others = groups.indices.filter { groups[$0].field == groups[group].field && $0 != group }
        return others.count == 1 ? others[0] : nil
    }

    /// 963人次里有735人次
    var isWholeOfParts: Bool {
        guard role.kind == .level, let first = site.right.first, site.right.upperBound < tokens.count,
            let next = tokens[site.right.upperBound].kind.numeral, next.unit == numeral.unit
        else { return false }
        return "里中当".unicodeScalars.contains(reader.text[tokens[first].range.lowerBound])
    }

    /// 石桥区（80人）, 688人次（77.3%）: of the group before the brackets, or of what the figure before them is of.
    var groupOfBrackets: [Int]? {
        guard clause.isInBrackets, clause.groups.isEmpty, clause.start >= 2 else { return nil }
        // 石桥区（80人）, 门诊受助者（平均74.66元）
        for place in (max(0, clause.start - 4)...clause.start - 2).reversed() {
            if let group = tokens[place].kind.group { return [group] }
            switch tokens[place].kind {
            case .measure, .noun, .aid: continue
            default: break
            }
            break
        }
        // over half of the money (64,697.98 yuan)
        if let last = sentence.last, last.role == .share, last.clause == clause.number,
            site.near.isEmpty
        {
            return last.quantity?.groups
        }
        guard tokens[clause.start - 2].kind.isNumber, let last = sentence.last, last.token == clause.start - 2 else {
            return nil
        }
        return last.quantity?.groups
    }

    /// 836 of the 1,055 payments that were made went to outpatients: the group stands behind the whole.
    var partOfNumber: Int? {
        let whole = site.right.upperBound
        guard clause.groups.isEmpty, let first = site.right.first, site.right.count <= 5, whole < tokens.count,
            tokens[whole].kind.isNumber,
            ["of", "out"].contains(where: {
                TextScan(text: reader.text).hasWord($0, at: tokens[first].range.lowerBound)
            }),
            site.right.allSatisfy({
                tokens[$0].kind == .plain || tokens[$0].kind == .programme || isPossessive($0)
            })
        else { return nil }
        for token in tokens[(whole + 1)...].prefix(DraftWeights.reach) {
            if let group = token.kind.group { return group }
            if token.kind.isNumber || token.kind.endsSentence || token.kind == .comma { return nil }
        }
        return nil
    }

    /// 15005人为门诊; 62.36% was inpatient: the group stands after the figure.
    var groupAhead: Int? {
        var end = site.right.upperBound
        if let place = site.right.first(where: { tokens[$0].kind.group != nil }) {
            // who had been ill or had met with an accident
            if site.right.prefix(while: { $0 < place }).contains(where: { tokens[$0].kind == .restated }) {
                return nil
            }
            let isFollowed = end < tokens.count && tokens[end].kind.isNumber
            return !isFollowed || reader.standsBehind(site.index, place) ? tokens[place].kind.group : nil
        }
        // 688人次（77.3%）属门诊
        let isPlain = site.right.allSatisfy {
            tokens[$0].kind == .plain || tokens[$0].kind == .programme || tokens[$0].kind.measure != nil
                || isPossessive($0)
        }
        guard end < tokens.count, tokens[end].kind == .open, isPlain else { return nil }
        let limit = min(tokens.count, end + 8)
        while end < limit, tokens[end].kind != .close { end += 1 }
        for token in tokens[min(end + 1, tokens.count)..<min(tokens.count, end + 5)] {
            if let group = token.kind.group { return group }
            if token.kind.isNumber || token.kind.endsClause { return nil }
        }
        return nil
    }

    /// 百分之七十七为门诊
    var isPlainlyBehind: Bool {
        guard let first = site.right.first, site.right.count > 1, tokens[first + 1].kind.group != nil else {
            return false
        }
        return "为是属系".unicodeScalars.contains(reader.text[tokens[first].range.lowerBound])
    }

    /// Whether the sentence tells of one group after the other, parted by semicolons, and the figure stands where it
    /// tells of one of them: 住院受助198人次，发放互助金6.47万元；门诊受助733人次，发放互助金5.09万元.
    var isParallel: Bool {
        let limits = segment(around: site.index)
        guard sentence.groups.count == 1, let group = sentence.groups.first,
            let named = tokens[limits.lowerBound..<site.index].lastIndex(where: { $0.kind.group == group }),
            groups(in: named..<limits.upperBound) == [group]
        else { return false }
        let own = [group]
        guard !tokens[named..<site.index].contains(where: { $0.kind == .sum })
        else { return false }
        func isOther(_ limits: Range<Int>) -> Bool {
            let others = groups(in: limits)
            return others.count == 1 && others != own && tokens[limits].contains { $0.kind.isNumber }
        }
        let isAfter = limits.lowerBound > 0 && tokens[limits.lowerBound - 1].kind == .semicolon
        let isBefore = limits.upperBound < tokens.count && tokens[limits.upperBound].kind == .semicolon
        return isAfter && isOther(segment(around: limits.lowerBound - 2))
            || isBefore && limits.upperBound + 1 < tokens.count && isOther(segment(around: limits.upperBound + 1))
    }

    /// The words between semicolons, or a sentence's ends.
    private func segment(around place: Int) -> Range<Int> {
        func ends(_ kind: DraftToken.Kind) -> Bool { kind == .semicolon || kind.endsSentence }
        var (start, end) = (max(0, place), max(0, place))
        while start > 0, place - start < DraftWeights.reach, !ends(tokens[start - 1].kind) { start -= 1 }
        while end < tokens.count, end - place < DraftWeights.reach, !ends(tokens[end].kind) { end += 1 }
        return start..<max(start, end)
    }

    private func groups(in places: Range<Int>) -> [Int] {
        tokens[places].compactMap(\.kind.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
