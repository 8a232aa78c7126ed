import AidModel
import AidNews

/// Whether something rose or fell by a figure.
extension DraftReader {
    /// Whether something rose or fell by the figure, so far as words near it say so.
    func direction(_ numeral: Numeral, _ site: Site) -> (rises: Bool, isNoun: Bool)? {
        guard let said = directionSaid(numeral, site) else { return nil }
        // 同比增减: -3.5%
        return numeral.sign < 0 ? (!said.rises, said.isNoun) : said
    }

    private func directionSaid(_ numeral: Numeral, _ site: Site) -> (rises: Bool, isNoun: Bool)? {
        // 规模稳步扩大：受助职工798人
        let colon = last(site.near) { $0 == .colon } ?? -1
        if let place = last(site.near, isDirection), place > colon { return tokens[place].kind.direction }
        if let last = sentence.last, site.link != .none, !isOwnAfterPercent(numeral, site),
            last.role == .change || last.role == .percent || last.role == .points, let rises = last.rises
        {
            return (rises, false)
        }
        // 分别增长22.74%、22.32%和受助金额26.25%
        if clause.distribution != nil, let last = sentence.last, last.clause == clause.number, let rises = last.rises,
            last.role == .change || last.role == .percent
        {
            return (rises, false)
        }
        // Recipients increased by 19 and the money by 1,655.72 yuan.
        if let before = site.near.last, TextScan(text: text).hasWord("by", at: tokens[before].range.lowerBound),
            let last = sentence.last, last.role == .change || last.role == .percent, let rises = last.rises
        {
            return (rises, false)
        }
        if let rises = directionAfterList(site) { return (rises, false) }
        if let rises = directionOfExcess(site) { return (rises, false) }
        // 152,200 more than a year earlier; 15.22万人的增长
        for place in site.right.prefix(3) {
            switch tokens[place].kind {
            case .noun, .measure, .plain, .aid: continue
            // 135,000 yuan fell in the second quarter
            case .direction where isOwnVerb(place): return nil
            case .direction(let rises, _):
                let isOfNext = site.right.upperBound < tokens.count && tokens[site.right.upperBound].kind.isNumber
                let isHan = text[tokens[place].range.lowerBound].isHan
                if isHan {
                    let start = tokens[place].range.lowerBound
                    return start > 0 && text[start - 1] == "的" ? (rises, false) : nil
                }
                // 17 more workers and 1,223 yuan
                return isOfNext && place != site.right.first
                    && !tokens[place..<site.right.upperBound].contains(where: {
                        isComparison($0.kind) || $0.kind == .than
                    })
                    ? nil : (rises, false)
            default: return nil
            }
        }
        return nil
    }

    /// What a figure does, which is not by how much: 986 fell.
    private static let verbsOfOwn = [
        "fell", "falls", "rose", "rises", "grew", "grows", "climbed", "dropped", "declined", "slid", "sank", "shrank",
        "dipped", "slipped", "jumped", "surged", "soared", "increased", "decreased",
    ]

    /// Whether a verb stands at a place that tells what the figure before it did.
    func isOwnVerb(_ place: Int) -> Bool {
        let scan = TextScan(text: text)
        return Self.verbsOfOwn.contains { scan.hasWord($0, at: tokens[place].range.lowerBound) }
    }

    /// exceeded that of a year before by 1,636.42 yuan
    private func directionOfExcess(_ site: Site) -> Bool? {
        let scan = TextScan(text: text)
        guard let before = site.near.last, scan.hasWord("by", at: tokens[before].range.lowerBound)
        else { return nil }
        let rises = [
            "exceeded", "exceeds", "surpassed", "outstripped", "outpaced", "overtook", "beat", "topped",
        ]
        let falls = ["trailed", "lagged", "missed"]
        func has(_ words: [String]) -> Bool {
            site.near.contains { place in
                words.contains { scan.hasWord($0, at: tokens[place].range.lowerBound) }
            }
        }
        return has(rises) ? true : has(falls) ? false : nil
    }

    /// 83 workers and 13,325.80 yuan more than in the first half: what stands behind the list is of all of it.
    private func directionAfterList(_ site: Site) -> Bool? {
        guard let list = site.right.last, tokens[list].kind == .listMark, isLatin(list), site.right.count <= 3,
            site.right.upperBound < tokens.count, tokens[site.right.upperBound].kind.isNumber
        else { return nil }
        for place in (site.right.upperBound + 1)..<min(tokens.count, site.right.upperBound + 4) {
            switch tokens[place].kind {
            case .noun, .measure: continue
            case .direction(let rises, _):
                let isThan =
                    place + 1 < tokens.count
                    && (tokens[place + 1].kind == .than || isComparison(tokens[place + 1].kind))
                return isThan ? rises : nil
            default: return nil
            }
        }
        return nil
    }

    /// 同比增长10.48%，872名职工从中受益: a figure with words of its own is no change by itself.
    private func isOwnAfterPercent(_ numeral: Numeral, _ site: Site) -> Bool {
        guard site.link == .comma, sentence.last?.role == .percent,
            [.people, .personTimes, .money].contains(numeral.unit),
            !site.near.contains(where: { tokens[$0].kind == .restated })
        else { return false }
        return site.right.contains { tokens[$0].kind.measure != nil || tokens[$0].kind.isAid }
    }

    /// Whether 达, 为 or 至 stands between the direction and the figure: 增长至, 同比增加，达到.
    func isOfLevel(_ site: Site) -> Bool {
        guard let direction = last(site.near, isDirection) else { return false }
        // higher on the year at 106,121 yuan
        if let last = site.near.last, last > direction,
            TextScan(text: text).hasWord("at", at: tokens[last].range.lowerBound)
        {
            return true
        }
        guard let to = last(site.near, { $0 == .to }) else { return false }
        if tokens[direction].kind.direction?.isNoun == true { return false }
        return to > direction
    }

    func direction(in range: Range<Int>) -> Bool? {
        last(range, isDirection).flatMap { tokens[$0].kind.direction?.rises }
    }
}
