import AidModel
import AidNews

/// Words beside a figure that leave a doubt of what it counts.
extension DraftReader {
    /// turnover rose by 6.79 percent: what rose has a name that is not known.
    func doubtInEnglish(_ site: Site, _ role: Role) -> DraftSupport.Doubt? {
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
        if role.kind == .level, isOfPronoun(site) || isOfUnknownOwner(site) { return .unknownWords }
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

    /// one of 231 seriously ill workers; together they received: of those of whom the clause before told.
    private func isOfPronoun(_ site: Site) -> Bool {
        let scan = TextScan(text: text)
        return sentence.last.map { $0.clause < clause.number } ?? false
            && site.near.contains { place in
                ["they", "them", "their", "these", "those"].contains {
                    scan.hasWord($0, at: tokens[place].range.lowerBound)
                }
            } && !site.near.contains { tokens[$0].kind.measure != nil || tokens[$0].kind.group != nil }
    }

    /// In Zhangpu, the union aid fund helped 2,140 workers: at a place that is not known, without the programme's name.
    private func isElsewhere(_ site: Site) -> Bool {
        let start =
            tokens[..<site.index].suffix(DraftWeights.reach).lastIndex { $0.kind.endsSentence }.map { $0 + 1 }
            ?? max(0, site.index - DraftWeights.reach)
        guard start + 2 < site.index, TextScan(text: text).hasWord("in", at: tokens[start].range.lowerBound),
            tokens[start + 1].kind == .unknown, tokens[start + 2].kind == .comma
        else { return false }
        return ("A"..."Z").contains(text[tokens[start + 1].range.lowerBound])
            && !tokens[start..<site.index].contains { $0.kind == .programme }
    }

    /// Zeyang's mutual aid fund: of somebody or something by a name that is not known.
    private func isOfUnknownOwner(_ site: Site) -> Bool {
        if isElsewhere(site) { return true }
        return site.left.dropFirst().contains { place in
            let (name, range) = (tokens[place - 1], tokens[place].range)
            return range.count == 1 && text[range.lowerBound] == "s" && name.kind == .unknown
                && ("A"..."Z").contains(text[name.range.lowerBound])
                && "'’".unicodeScalars.contains(text[range.lowerBound - 1])
        }
    }

    /// An English word in small letters that is not known.
    func isNameOfThing(_ place: Int) -> Bool {
        let word = text[tokens[place].range]
        return tokens[place].kind == .unknown && word.count > 3
            && word.first.map { $0.isLatinLetter && $0 == $0.lowered } ?? false
    }

    /// Words beside the figure that are not known may change what it counts: 心脑血管疾病受助37人次.
    func doubt(_ site: Site) -> DraftSupport.Doubt? {
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
            // 为790名生病的职工兑付59345.15元
            if own > site.near.lowerBound + 1, tokens[own].kind.measure == .recipients,
                text[tokens[own - 1].range].elementsEqual("的".unicodeScalars), tokens[own - 2].kind == .unknown,
                isLong(own - 2)
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

    func isLong(_ place: Int) -> Bool { tokens[place].range.count >= DraftWeights.unknownCharacters }
}
