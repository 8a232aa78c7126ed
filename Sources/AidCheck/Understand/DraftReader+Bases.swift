import AidModel
import AidNews

/// Whether a figure is what another one is compared with.
extension DraftReader {
    /// 834人 → 986人
    func isBeforeArrow(_ site: Site) -> Bool {
        let next = site.index + 1
        return next + 1 < tokens.count && isArrow(next) && tokens[next + 1].kind.isNumber
    }

    func isArrow(_ place: Int) -> Bool {
        tokens[place].kind == .directionTo(rises: nil) && text[tokens[place].range.lowerBound] == "→"
    }

    /// 由83.36万人增至
    func isFrom(_ site: Site) -> Bool {
        guard let from = last(site.near, { $0 == .from }) else {
            // 由83.36万人、89.01万人次增至
            return site.link == .listed && sentence.last?.role == .base && clause.fromTime != nil
        }
        // the number of beneficiaries from 727 to 785
        if from == site.index - 1, let to = site.right.first, tokens[to].kind == .to, site.right.count == 1,
            site.right.upperBound < tokens.count, tokens[site.right.upperBound].kind.isNumber
        {
            return true
        }
        // up from 798, rose from 798 to 901
        if from == site.index - 1, text[tokens[from].range.lowerBound].isLatinLetter,
            direction(in: clause.start..<from) != nil
        {
            return true
        }
        let isDirect = (from + 1..<site.index).allSatisfy {
            switch tokens[$0].kind {
            case .period, .plain, .noun, .measure, .comparison: true
            default: false
            }
        }
        guard isDirect else { return false }
        // It must go on to a level.
        for token in tokens[(site.index + 1)...].prefix(DraftWeights.reach) {
            switch token.kind {
            case .directionTo, .to, .direction: return true
            case .semicolon: return false
            case let kind where kind.endsSentence: return false
            default: continue
            }
        }
        return false
    }

    /// 比去年同期的83.36万人增加
    func isBase(_ site: Site) -> Bool {
        if site.link == .listed, sentence.last?.role == .base { return true }
        // from 98,000 yuan in the third quarter of 2020 to 104,655 yuan in the third quarter of 2021
        let isTo = sentence.fromSpan != nil && site.near.last.map { tokens[$0].kind == .to } ?? false
        if trailingTime(site) != nil { return !isTo }
        // compared with 128,703.34 yuan to 948 workers
        if let last = sentence.last, last.role == .base, last.clause == clause.number, !site.near.isEmpty,
            last.token == 0 || tokens[last.token - 1].kind != .from,
            site.near.allSatisfy({ tokens[$0].kind == .to && text[tokens[$0].range.lowerBound].isLatinLetter })
        {
            return true
        }
        // 与去年三季度727名职工获补9.8万元相比
        if let last = sentence.last, last.role == .base, last.clause == clause.number,
            isThanAhead(site.index, isFirst: false)
        {
            return true
        }
        guard let comparison = last(site.near, isComparison) else {
            // compared with 128,703.34 yuan and 948 workers a year earlier
            return site.near.suffix(2).contains {
                tokens[$0].kind == .than && text[tokens[$0].range.lowerBound].isLatinLetter
            }
        }
        let between = comparison + 1..<site.index
        guard
            between.allSatisfy({ tokens[$0].kind == .plain || tokens[$0].kind.measure != nil || tokens[$0].kind.isAid })
        else { return false }
        let isOf = site.index > 0 && text[max(0, tokens[site.index].range.lowerBound - 1)] == "的"
        if isOf { return true }
        guard between.isEmpty else { return false }
        // 与一季度134.39万人相比; against 833,600
        let isLatin = text[tokens[comparison].range.lowerBound].isLatinLetter
        return !isLatin
            && tokens[(site.index + 1)...].prefix(8).contains {
                $0.kind == .than || isDirection($0.kind) || isDirectionTo($0.kind)
            }
            && (tokens[site.right].contains { $0.kind == .than } || isThanAhead(site.index, isFirst: true))
    }

    /// Whether 相比 ends what begins with a figure.
    private func isThanAhead(_ index: Int, isFirst: Bool) -> Bool {
        for token in tokens[(index + 1)...].prefix(12) {
            if token.kind == .than { return text[token.range.lowerBound] == "相" }
            if token.kind.endsClause || !isFirst && token.kind.isNumber { return false }
        }
        return false
    }
}
