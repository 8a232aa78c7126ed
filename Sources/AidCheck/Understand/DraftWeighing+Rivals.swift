import AidModel
import AidNews

/// Readings that no word of the figure's own clause speaks for, but none against either: another group that was
/// named, another measure where its noun is not said, another time where words of time were not read.
///
/// That one of them holds is no reason to call the figure right, but one not to call it wrong.
extension DraftWeighing {
    func rivals(_ readings: [DraftReading]) -> [DraftReading] {
        guard let best = readings.min(by: { $0.cost < $1.cost }), clause.distribution == nil else { return [] }
        let all =
            groupRivals(best.statement) + measureRivals(best.statement) + timeRivals(best.statement)
            + changeRivals(best.statement)
        return all.map { DraftReading(statement: $0, cost: best.cost + DraftWeights.farFetched) }
    }

    // MARK: Groups

    private func groupRivals(_ best: DraftStatement) -> [DraftStatement] {
        if isOneOfGroupsBehind { return [] }
        guard best.base.map({ $0.groups == best.now.groups || best.kind == .share }) ?? true else { return [] }
        if best.now.groups.isEmpty, best.kind != .share, !reader.saysWhole(site) {
            // 云亭县地处山区。…80名职工领到: of a group that was spoken of before, unless the whole is named.
            let ahead = isLatin || site.right.contains(where: { reader.isLatin($0) }) ? groupsOfSentence : []
            return (reader.groupsOfParagraph + ahead).map { of($0, best) }
        }
        guard site.link == .none else { return [] }
        // Carried from a clause before, or named behind the figure.
        let isCarried = !sentence.groups.isEmpty && sentence.groupClause != clause.number
        let isBehind = site.right.contains { tokens[$0].kind.group != nil } && !isPlainlyBehind
        let isGroupSaid = site.left.contains { tokens[$0].kind.group != nil } || clause.isInBrackets
        guard !isGroupSaid, !isParallel, isCarried || isBehind else { return [] }
        return groupsOfSentence.filter { [$0] != best.now.groups }.map { of($0, best) }
    }

    private func of(_ group: Int, _ statement: DraftStatement) -> DraftStatement {
        var other = statement
        other.now.groups = [group]
        if other.kind != .share { other.base?.groups = [group] }
        return other
    }

    // MARK: Measures

    private func measureRivals(_ best: DraftStatement) -> [DraftStatement] {
        plainRivals(best) + averageRivals(best)
    }

    /// 发放互助金13.5万元，人均136.9元，环比增长4.9%: of the average, or of the total; 人均318.6元，是门诊的4.3倍.
    private func averageRivals(_ best: DraftStatement) -> [DraftStatement] {
        guard isRelative, [.percent, .ratio, .change].contains(best.kind),
            nouns(site.near).isEmpty || best.kind == .ratio
        else { return [] }
        func isAverage(_ measure: FactMeasure) -> Bool { measure != FactMeasure(measure.plain) }
        let told = sentence.told.map(\.measure).reduce(into: [FactMeasure]()) { if !$0.contains($1) { $0.append($1) } }
        return told.filter { $0 != best.measure && (isAverage($0) || isAverage(best.measure)) }.flatMap { measure in
            var other = best
            other.now.measure = measure
            other.base?.measure = measure
            guard best.kind == .ratio, let base = other.base else { return [other] }
            // 相当于全体人均水平的2.3倍
            return [
                other,
                DraftStatement(
                    kind: .ratio, now: sentence.told.last?.of(measure) ?? other.now, base: base.of(groups: [])),
                DraftStatement(kind: .ratio, now: other.now, base: other.now.of(groups: [])),
                DraftStatement(
                    kind: .ratio, now: sentence.told.last?.of(measure) ?? other.now,
                    base: other.now.of(groups: clause.thanGroups)),
            ]
        }
    }

    private func plainRivals(_ best: DraftStatement) -> [DraftStatement] {
        guard [.recipients, .personTimes, .amount].contains(best.measure), site.link == .none else { return [] }
        let isOfNoUnit = numeral.unit == .percent || numeral.unit == .multiple || numeral.unit == .none
        guard isOfNoUnit, isRelative || numeral.unit == .none else { return [] }
        let isNounSaid =
            site.left.contains { tokens[$0].kind.measure != nil || aid(tokens[$0].kind) != nil }
            || site.right.prefix(6).contains { tokens[$0].kind.measure != nil && numeral.unit == .none }
            || isRelative
                && sentence.last.map {
                    // 互助金近六成投向住院职工，超四成投向门诊职工
                    let isOfThat = $0.role != .share || $0.measures.count == 1 && groupAhead != nil
                    return isOfThat && $0.clause >= clause.number - 1
                } ?? false
        if isNounSaid { return [] }
        return [FactMeasure.recipients, .personTimes, .amount].filter { $0 != best.measure }.map { measure in
            var other = best
            other.now.measure = measure
            other.base?.measure = measure
            return other
        }
    }

    // MARK: Times

    /// The other times of which a level may be, where its sentence has words of time that were not read.
    private func timeRivals(_ best: DraftStatement) -> [DraftStatement] {
        guard best.kind == .level else { return [] }
        // 一、二季度…分别补助870人次、890人次
        var listed = sentence.listed.count > 1 ? sentence.listed.flatMap { $0.map(\.value) } : []
        if let first = listed.compactMap(\.first).min(), let last = listed.map(\.last).max() {
            listed.append(DraftSpan(first: first, last: last))
        }
        // 986 (834): in brackets without a word it may be what the one before it is compared with.
        if clause.isInBrackets, site.near.isEmpty, sentence.last?.quantity?.measure == best.now.measure {
            listed += [best.span.moved(years: -1)] + (best.span.before.map { [$0] } ?? [])
        }
        guard reader.hasUnreadTime(site) else { return listed.filter { $0 != best.span }.map { of($0, best) } }
        let quarter = best.span.quarter
        let year = Quarter(year: quarter.year, number: 4)
        let spans: [DraftSpan] = [
            .quarter(reader.setting.quarter), .yearToDate(reader.setting.quarter), .quarter(quarter),
            .quarter(quarter.quarterEarlier), .quarter(quarter.yearEarlier), .yearToDate(quarter),
            .yearToDate(year), .cumulative(quarter), DraftSpan(first: quarter.ordinal - 3, last: quarter.ordinal),
            DraftSpan(first: quarter.ordinal - 1, last: quarter.ordinal),
        ]
        // 四个季度后
        let later = (1...DraftWeights.laterQuarters).map { DraftSpan.quarter(Quarter(ordinal: quarter.ordinal + $0)) }
        return (spans + later + listed).filter { $0 != best.span }.map { of($0, best) }
    }

    private func of(_ span: DraftSpan, _ statement: DraftStatement) -> DraftStatement {
        var other = statement
        other.now.span = span
        (other.base, other.rises) = (nil, nil)
        return other
    }

    /// The changes between any two times that the sentence told figures of: 四季度963人次，2021年四季度851人次，一年增加了112人次.
    private func changeRivals(_ best: DraftStatement) -> [DraftStatement] {
        guard best.kind == .change || best.kind == .percent, let base = best.base, base.groups == best.now.groups else {
            return []
        }
        let spans = (sentence.told.map(\.span) + [sentence.opening?.spans.first?.value].compactMap { $0 })
            .reduce(into: [DraftSpan]()) { if !$0.contains($1) { $0.append($1) } }.suffix(DraftWeights.toldTimes)
        var rivals: [DraftStatement] = []
        for now in spans {
            for before in spans where before.last < now.last && before.quarterCount == now.quarterCount {
                var other = best
                other.now.span = now
                other.base?.span = before
                if other != best { rivals.append(other) }
            }
        }
        // 特病补助比慢病少617人次，补助金却多16309.70元
        if clause.comparison == nil, best.now.groups.count == 1 {
            for group in groupsOfSentence where [group] != best.now.groups {
                var other = best
                other.base = best.now.of(groups: [group])
                rivals.append(other)
            }
        }
        if best.kind == .change, reader.hasUnreadTime(site) {
            rivals.append(DraftStatement(kind: .level, now: best.now.of(.quarter(best.span.quarter))))
        }
        return rivals
    }
}

extension DraftReader {
    /// The groups that the paragraph has named so far, each once.
    var groupsOfParagraph: [Int] { paragraph.namedGroups }

    /// Whether the sentence names the whole before the figure: 全市同期领补职工为986人.
    func saysWhole(_ site: Site) -> Bool {
        tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }.contains {
            $0.kind == .whole
        }
    }

    private static let englishTimes = [
        "quarters", "years", "months", "half", "whole", "then", "ago", "earlier", "later", "previous", "before",
        "after", "since", "until", "last", "next", "past", "halfway", "midway", "final", "opening", "closing", "date",
        "already", "latest", "ended", "ending",
    ]
    private static let times = [
        "此前", "之前", "之后", "后来", "过去", "当时", "那时", "前后", "以前", "以后", "眼下", "先前", "届时", "时隔", "期末", "期初", "如今", "现在",
        "目前", "眼前", "当下", "最近", "至此", "其间",
    ]

    private static let otherEnglishTimes = [
        "quarters", "years", "months", "ago", "halfway", "midway", "final", "opening", "closing", "later", "past",
    ]
    private static let otherTimes = times + ["半年", "一年来", "短短一年", "两年", "三年"]

    /// Whether such words stand there as tell of another time than the sentence names: halfway through, 半年.
    func hasOtherTime(_ site: Site) -> Bool {
        let before = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let scan = TextScan(text: text)
        return (Array(before) + tokens[site.right]).contains { token in
            switch token.kind {
            case .plain, .unknown, .number: break
            default: return false
            }
            let start = token.range.lowerBound
            // over the twelve months
            if let numeral = token.kind.numeral {
                return numeral.unit == .thing
                    && ["months", "quarters", "years"].contains { word in
                        (numeral.digits.upperBound...numeral.digits.upperBound + 1).contains {
                            scan.hasWord(word, at: $0)
                        }
                    }
            }
            return text[start].isLatinLetter
                ? DraftReader.otherEnglishTimes.contains { scan.hasWord($0, at: start) }
                : scan.end(ofAny: DraftReader.otherTimes, at: start) != nil
        }
    }

    /// Whether words of time stand in the sentence that belong to no time that was read: over the four quarters.
    func hasUnreadTime(_ site: Site) -> Bool {
        let before = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let scan = TextScan(text: text)
        return (Array(before) + tokens[site.right]).contains { token in
            let range = token.range
            if text[range.lowerBound].isLatinLetter {
                guard token.kind == .plain || token.kind == .unknown else { return false }
                return DraftReader.englishTimes.contains { scan.hasWord($0, at: range.lowerBound) }
            }
            if token.kind == .plain || token.kind == .unknown {
                return text[range].contains { "年季月".unicodeScalars.contains($0) }
                    || scan.end(ofAny: DraftReader.times, at: range.lowerBound) != nil
            }
            // 同期, where more than one time was named
            if case .period(let words) = token.kind, words.span == .same, words.year == nil { return true }
            // 两年间, 一个季度前
            guard let numeral = token.kind.numeral, numeral.unit == .thing else { return false }
            return scan.end(ofAny: ["年", "个季", "个月", "季"], at: numeral.digits.upperBound) != nil
        }
    }
}
