import AidModel
import AidNews

/// Figures in lists, and words that are figures.
extension DraftReader {
    /// Pairs the percents of a list with the levels that were told before: 增长22.74%、22.32%和26.25%.
    mutating func pairList(_ numeral: Numeral, _ site: Site) {
        // or 57.2 percent and 42.8 percent
        let isRestated = site.near.contains { tokens[$0].kind == .restated }
        guard numeral.unit == .percent, clause.distribution == nil, site.link == .none || isRestated else { return }
        var count = 1
        var isListed = false
        for token in tokens[(site.index + 1)...].prefix(DraftWeights.reach) {
            switch token.kind {
            case .listMark: isListed = true
            case .number(let next) where isListed && (next.unit == .percent || next.unit == .percentagePoints):
                count += 1
                isListed = false
            default:
                if count > 1 { pair(count) }
                return
            }
        }
    }

    private mutating func pair(_ count: Int) {
        if clause.groups.count == count || sentence.listedGroups.count == count && sentence.share != nil {
            clause.distribution = Distribution(
                targets: .groups(clause.groups.count == count ? clause.groups : sentence.listedGroups))
            return
        }
        let levels = told(count)
        guard levels.count >= count else { return }
        clause.distribution = Distribution(targets: .levels(Array(levels.suffix(count))))
    }

    /// What a list of a length may be of: the levels that were told, or else the changes: 增加15.28万人、16.64万人次，
    /// 分别增长18.34%、18.72%.
    func told(_ count: Int) -> [FigureMention] {
        if sentence.levels.count < count, sentence.changes.count >= count { return sentence.changes }
        if sentence.levels.isEmpty, sentence.rises.count == count { return sentence.rises }
        return sentence.levels.isEmpty ? paragraph.levels : sentence.levels
    }

    /// 与去年同期持平: a change of nothing, or of next to nothing.
    mutating func readUnchanged(_ token: DraftToken, isAbout: Bool, _ index: Int) {
        guard clause.comparison ?? sentence.comparison != nil else { return }
        let limit = DraftBounds.one / (isAbout ? 1 : 2)
        let numeral = Numeral.between(-limit, limit, unit: .percent, range: token.range)
        let site = Site(
            index: index, near: max(clause.start, (clause.lastFigure ?? -1) + 1)..<index, left: clause.start..<index,
            right: index + 1..<index + 1, link: .none)
        let role = Role(kind: .percent, rises: true)
        let support = support(numeral, site, role)
        let readings = DraftWeighing(reader: self, numeral: numeral, site: site, role: role).readings()
        guard !readings.isEmpty else { return }
        figures.append(
            DraftFigure(
                numeral: numeral, readings: readings, support: support, doubt: nil, sentence: sentenceNumber,
                clause: token.range))
    }
}
