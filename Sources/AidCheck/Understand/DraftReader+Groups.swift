import AidModel
import AidNews

/// Which groups words mean that name none, or that stand behind their figure.
extension DraftReader {
    /// 给了, 为: what stands between a figure and the group that it is of.
    private static let giving = ["给", "用于", "用在", "投向", "流向", "流入", "为", "是", "属", "归", "系", "来自", "发给", "送到"]

    mutating func readGroups(_ groups: [Int]) {
        sentence.groups = groups
        sentence.groupClause = clause.number
        clause.groups = groups
    }

    /// 合计, after several groups were told of, may be of them or of all; after one, of that or of all.
    mutating func readSum() {
        let told = sentence.toldGroups
        let isOfOne = told.count == 1 && sentence.groups == told
        guard told.count > 1 && areOfOneField(told) || isOfOne else { return sentence.groups = [] }
        sentence.groups = told
        sentence.groupClause = clause.number
        sentence.openGroups = told
    }

    /// 全市, 总计: of all; 像他这样的住院职工，全市有206人 is of the group that the clause before is about.
    mutating func readWhole(_ index: Int) {
        guard clause.groups.isEmpty, sentence.groupClause != clause.number else { return }
        let places = ["全市", "本市", "我市", "全体", "整体", "总体"]
        guard TextScan(text: text).end(ofAny: places, at: tokens[index].range.lowerBound) != nil else {
            return readSum()
        }
        let before = clause.start - 1
        let isTopic =
            sentence.groupClause == clause.number - 1 && sentence.last == nil && before > 0
            && tokens[before - 1].kind.measure != nil
        guard isTopic else { return sentence.groups = [] }
        sentence.openGroups = sentence.groups
    }

    /// 三地合计: of the last three that were told of, in this sentence or before it.
    ///
    /// - Parameter numeral: what it is as a number, which counts nothing of ours.
    mutating func readThose(_ count: Int, _ numeral: Numeral?) {
        if let numeral {
            figures.append(
                DraftFigure(
                    numeral: numeral, readings: [], support: .notOurs(.otherUnit), doubt: .noMeasure,
                    sentence: sentenceNumber, clause: numeral.range))
        }
        let before = paragraph.toldGroups.filter { !sentence.toldGroups.contains($0) }
        let told = Array((before + sentence.toldGroups).suffix(count))
        let listed = [sentence.listedGroups, paragraph.listedGroups].first { $0.count == count } ?? []
        let groups = told.count == count && areOfOneField(told) ? told : listed
        guard groups.count == count else { return }
        readGroups(groups)
    }

    /// 补助分门诊、住院两类，前者733人次，后者198人次: the two groups that were listed.
    mutating func readFormer(_ kind: DraftToken.Kind) {
        let listed = [sentence.listedGroups, paragraph.listedGroups].first { !$0.isEmpty } ?? []
        // 手术、购药各办理228人次和735人次，前者支出7.04万元
        let areTold = sentence.told.suffix(2).map(\.groups) == listed.map { [$0] }
        guard listed.count == 2, sentence.hasFormerGroup || sentence.told.count < 2 || areTold else { return }
        sentence.hasFormerGroup = true
        readGroups([listed[kind == .former ? 0 : 1]])
    }

    /// 后两者分别为: the two groups that were named last.
    mutating func readLastTwo() {
        let two = Array(paragraph.namedGroups.suffix(2))
        guard two.count == 2, areOfOneField(two) else { return }
        readGroups(two)
        sentence.listedGroups = two
    }

    private func areOfOneField(_ groups: [Int]) -> Bool {
        Set(groups.compactMap { known.groups.indices.contains($0) ? known.groups[$0].field : nil }).count == 1
    }

    /// “我们县有47名”，鹿鸣县总工会负责人说: the first district that its paragraph goes on to name.
    func districtAhead(_ index: Int) -> Int? {
        guard "我咱".unicodeScalars.contains(text[tokens[index].range.lowerBound]) else { return nil }
        return tokens[(index + 1)...].prefix(DraftWeights.reach).prefix { $0.kind != .paragraphEnd }
            .lazy.compactMap(\.kind.group).first(where: isDistrict)
    }

    /// Whether a group is a part of a city or a county.
    func isDistrict(_ group: Int) -> Bool {
        guard known.groups.indices.contains(group), let name = known.groups[group].name else { return false }
        return name.last.map { "区县市镇乡".contains($0) } ?? false
    }

    /// Whether a group stands behind the figure that it is of: 5.51万元给了住院职工, 12 of them for outpatients.
    func standsBehind(_ figure: Int, _ group: Int) -> Bool {
        guard figure < group, group - figure <= 8 else { return false }
        let between = tokens[(figure + 1)..<group]
        let isOneWord = between.allSatisfy {
            switch $0.kind {
            case .plain, .to, .equals, .noun, .measure, .aid, .share: true
            default: false
            }
        }
        guard isOneWord else { return false }
        if text[tokens[group].range.lowerBound].isLatinLetter { return true }
        guard let first = between.first(where: { $0.kind.measure == nil }) else {
            // 206名住院职工
            return "名位个笔".unicodeScalars.contains(text[tokens[figure].range.upperBound - 1])
        }
        return TextScan(text: text).end(ofAny: Self.giving, at: first.range.lowerBound) != nil
    }

    /// 低于朝阳区的7746元: what it is less than.
    func isOfOtherGroup(_ site: Site) -> Bool {
        guard let place = last(site.near, isDirection), text[tokens[place].range.upperBound - 1] == "于",
            site.index - place <= 6, place + 1 < site.index
        else { return false }
        // 低于全市平均水平136.92元
        if tokens[place + 1].kind == .whole {
            return (place + 2..<site.index).allSatisfy {
                switch tokens[$0].kind {
                case .average, .plain, .noun, .measure: true
                default: false
                }
            }
        }
        return tokens[place + 1].kind.group != nil && text[tokens[site.index].range.lowerBound - 1] == "的"
    }
}
