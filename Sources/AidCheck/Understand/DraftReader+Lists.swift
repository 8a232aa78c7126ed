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

    /// Pairs the numbers that follow with what was listed before them.
    mutating func readRespectively(_ index: Int) {
        let count = numbersAhead(index)
        guard count > 1 else { return }
        let left = tokens[clause.start..<index].suffix(DraftWeights.reach)
        var measures: [Measure] = []
        for token in left {
            if let measure = token.kind.measure, !measures.contains(measure) { measures.append(measure) }
        }
        let groups =
            [clause.groups, sentence.listedGroups, sentence.toldGroups, paragraph.listedGroups].first {
                $0.count == count
            } ?? []
        let levels = told(count)
        let last = levels.suffix(count)
        let isOfGroups = last.count == count && Set(last.compactMap(\.quantity?.group)).count == count
        let times = listedTimes(count)
        let targets: Distribution.Targets? =
            if clause.groups.count == count {
                .groups(clause.groups)
            } else if let parts = partsOfShare(count, index) {
                .groups(parts)
            } else if measures.count == count {
                .measures(measures)
            } else if clause.comparisons.count == count {
                .comparisons(clause.comparisons)
            } else if sentence.listed.count == count, sentence.listedGroups.isEmpty {
                .times(sentence.listed)
            } else if isOfGroups {
                .levels(Array(last))
            } else if measures.isEmpty, last.count == count, Set(last.compactMap(\.quantity?.measure)).count == count {
                .levels(Array(last))
            } else if let times {
                .times(times)
            } else if !groups.isEmpty {
                .groups(groups)
            } else if levels.count >= count, clause.comparisons.count < count || levels.count == count,
                areRelative(index)
            {
                .levels(Array(levels.suffix(count)))
            } else {
                nil
            }
        clause.distribution = targets.map { Distribution(targets: $0) }
    }

    /// Whether the numbers of a list say more of what was told: percents, or by how much it rose.
    private func areRelative(_ index: Int) -> Bool {
        numbers(after: index).allSatisfy { ![.people, .personTimes, .money].contains($0.unit) }
            || tokens[clause.start...].prefix(DraftWeights.reach).prefix { !$0.kind.endsClause }.contains {
                $0.kind.direction != nil
            }
    }

    /// 一、二季度分别发放10.73万元、10.9万元，合计21.63万元: of all the times that were listed.
    mutating func readSumOfTimes(_ index: Int) {
        // 一季度10.73万元，二季度10.9万元，加起来: of the times that were told one by one.
        if sentence.listed.count < 2, let span = spanOfTold {
            return setTime([Weighed(span)], isBase: false, tokens[index].range)
        }
        guard sentence.listed.count > 1, sentence.listedGroups.isEmpty else { return }
        let spans = sentence.listed.compactMap { $0.first?.value }.sorted { $0.last < $1.last }
        guard spans.count == sentence.listed.count, let first = spans.first?.first, let last = spans.last?.last,
            zip(spans, spans.dropFirst()).allSatisfy({ $1.first == $0.last + 1 })
        else { return }
        setTime([Weighed(DraftSpan(first: first, last: last))], isBase: false, tokens[index].range)
    }

    /// From the first to the last of the times of which a sentence told the same, one after the other.
    private var spanOfTold: DraftSpan? {
        guard let last = sentence.told.last else { return nil }
        let spans = sentence.told.filter { $0.measure == last.measure && $0.groups == last.groups }.map(\.span)
        guard spans.count > 1, let first = spans.first?.first,
            zip(spans, spans.dropFirst()).allSatisfy({ $1.first == $0.last + 1 })
        else { return nil }
        return DraftSpan(first: first, last: last.span.last)
    }

    /// 门诊674人次、住院177人次，合计10.61万元，占比分别为: the groups that were told of, where shares of them follow.
    func partsOfShare(_ count: Int, _ index: Int) -> [Int]? {
        let isShare = tokens[clause.start..<index].suffix(DraftWeights.reach).contains { $0.kind == .share }
        let isPercent = numbers(after: index).allSatisfy { $0.unit == .percent }
        guard isShare, isPercent else { return nil }
        let parts = sentence.levels.compactMap(\.quantity?.group).reduce(into: [Int]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return parts.count == count ? parts : nil
    }

    /// The numbers of the list that begins after a word.
    func numbers(after index: Int) -> [Numeral] {
        tokens[(index + 1)...].prefix(DraftWeights.reach).prefix { !$0.kind.endsClause }.compactMap(\.kind.numeral)
    }

    /// The times that the sentence lists, or the quarters of the one that it names, if they are as many as asked.
    func listedTimes(_ count: Int) -> [[Weighed<DraftSpan>]]? {
        if sentence.listed.count == count { return sentence.listed }
        // 四个季度受助人次依次为
        let isCounted = tokens[clause.start...].prefix(DraftWeights.reach).prefix { !$0.kind.endsClause }.contains {
            $0.kind.numeral.map { $0.unit == .thing && $0.value == Int128(count) * DraftBounds.one } ?? false
        }
        guard sentence.time.isSaid || isCounted, let span = sentence.time.spans.first?.value, let first = span.first,
            span.quarterCount == count
        else { return nil }
        return (first...span.last).map { [Weighed(.quarter(Quarter(ordinal: $0)))] }
    }

    /// How many numbers follow in the list that begins after a word: 22.74%、22.32%和26.25%.
    func numbersAhead(_ index: Int) -> Int {
        var count = 0
        for token in tokens[(index + 1)...].prefix(DraftWeights.reach) {
            switch token.kind {
            case .number: count += 1
            case .comma where count == 0, .semicolon, .open, .close, .sentenceEnd, .lineEnd, .paragraphEnd: return count
            case .comma: return count
            default: continue
            }
        }
        return count
    }
}
