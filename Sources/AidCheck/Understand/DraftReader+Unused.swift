import AidModel
import AidNews

/// Words beside a figure that tell of what it is, and of which its likeliest readings make nothing.
///
/// A reading that leaves such a word over was not what the words say. That it fails is no reason to call the figure
/// wrong, whatever the structure was that was not understood.
extension DraftReader {
    func leavesWordsOver(_ numeral: Numeral, _ site: Site, _ role: Role, _ readings: [DraftReading]) -> Bool {
        guard let best = readings.first, clause.distribution == nil || site.near.isEmpty, !isOfTable else {
            return false
        }
        let meant = readings.prefix { $0.cost <= best.cost + DraftWeights.tie }.map(\.statement)
        return leavesDirection(site, role) || leavesGroup(site, meant) || leavesTime(site, meant)
            || leavesYear(site, role)
            || leavesMeasure(numeral, site, meant) || leavesAverage(site, meant)
            || leavesPairs(site) || leavesOtherSide(site, role)
    }

    /// The words behind the figure that are its own: those before the next figure are of that.
    private func behind(_ site: Site) -> Range<Int> {
        let isNext = site.right.upperBound < tokens.count && tokens[site.right.upperBound].kind.isNumber
        return isNext ? site.right.lowerBound..<site.right.lowerBound : site.right
    }

    /// helped 17 more workers, 15.22万人的增长
    private func leavesDirection(_ site: Site, _ role: Role) -> Bool {
        guard role.kind == .level || role.kind == .base, role.rises == nil else { return false }
        func isVerb(_ place: Int) -> Bool { tokens[place].kind.direction?.isNoun == false }
        // 比去年增加，达986人 uses it; in English only what stands right beside it is its own.
        if let place = site.near.last(where: isVerb) {
            return !isLatin(place) && !tokens[place..<site.index].contains { $0.kind == .to }
        }
        return behind(site).prefix(2).contains { isVerb($0) && isLatin($0) }
    }

    private func leavesGroup(_ site: Site, _ meant: [DraftStatement]) -> Bool {
        (Array(site.near) + Array(behind(site))).contains { place in
            // 126.36万元互助金给了住院职工、209.32万元给了门诊职工: the group before it is that of the figure before.
            guard let group = tokens[place].kind.group, sentence.last?.quantity?.groups.contains(group) != true else {
                return false
            }
            return !meant.contains {
                $0.now.groups.contains(group) || $0.base?.groups.contains(group) == true || $0.kind == .place
                    || $0.kind == .count
            }
        }
    }

    private func leavesTime(_ site: Site, _ meant: [DraftStatement]) -> Bool {
        (Array(site.near) + Array(behind(site))).contains { place in
            guard let words = tokens[place].kind.period else { return false }
            let spans = resolved(words).map(\.value)
            return !spans.isEmpty
                && !meant.contains { statement in
                    [
                        statement.now.span, statement.base?.span, statement.other?.span, statement.otherBase?.span,
                    ]
                    .contains { span in span.map { spans.contains($0) } ?? false }
                        || spans.contains { $0.isWithin(statement.now.span) }
                }
        }
    }

    /// 501,112 yuan was paid in the third year, 第三年: a time that was not read.
    private func leavesYear(_ site: Site, _ role: Role) -> Bool {
        guard role.kind == .level else { return false }
        let scan = TextScan(text: text)
        return (Array(site.near) + Array(behind(site))).contains { place in
            let start = tokens[place].range.lowerBound
            guard tokens[place].kind == .plain || tokens[place].kind == .unknown else { return false }
            return ["year", "month", "week", "fortnight", "weekend"].contains { scan.hasWord($0, at: start) }
                || scan.end(
                    ofAny: ["第三年", "第二年", "头一年", "首年", "首月", "当月", "本月", "上月", "当周", "本周", "当日", "首日"], at: start)
                    != nil
        }
    }

    /// 比互济金的增速（6.7%）高出1个百分点
    private func leavesMeasure(_ numeral: Numeral, _ site: Site, _ meant: [DraftStatement]) -> Bool {
        guard numeral.unit == .percent || numeral.unit == .multiple || numeral.unit == .none,
            let place = site.near.last(where: { tokens[$0].kind.measure != nil }),
            let measure = tokens[place].kind.measure
        else { return false }
        return !meant.contains { $0.measure.plain == measure || $0.other?.measure.plain == measure }
    }

    private func leavesAverage(_ site: Site, _ meant: [DraftStatement]) -> Bool {
        let isSaid = (Array(site.near) + behind(site).prefix(4)).contains {
            if case .average = tokens[$0].kind { true } else { false }
        }
        return isSaid
            && !meant.contains {
                $0.now.rate != nil || $0.measure != FactMeasure($0.measure.plain) || $0.kind == .place
                    || $0.other != nil
            }
    }

    /// more recipients than Zhuying, 78 to 68; 837 against 2,817; and the total by 14.8%: of what was not read
    private func leavesOtherSide(_ site: Site, _ role: Role) -> Bool {
        let scan = TextScan(text: text)
        guard let last = site.near.last, isLatin(last) else { return false }
        if role.kind == .level, site.near.count == 1, let before = clause.lastFigure,
            before == site.near.lowerBound - 1,
            tokens[before].kind.numeral?.unit == tokens[site.index].kind.numeral?.unit,
            ["to", "against", "versus", "vs"].contains(where: { scan.hasWord($0, at: tokens[last].range.lowerBound) })
        {
            return sentence.last?.role == .level && sentence.fromSpan == nil
        }
        return site.near.count > 1 && tokens[last - 1].kind == .sum
            && scan.hasWord("by", at: tokens[last].range.lowerBound)
    }

    /// Claims paid numbered 1,894 and 1,760 respectively
    private func isListedBehind(_ site: Site) -> Bool {
        tokens[site.right.upperBound...].prefix(DraftWeights.reach).prefix { !$0.kind.endsClause }
            .contains {
                $0.kind == .respectively && text[$0.range.lowerBound].isLatinLetter
            }
    }

    /// 两地分别有65人和47人: a list whose heads were not found.
    private func leavesPairs(_ site: Site) -> Bool {
        clause.distribution == nil
            && isListedBehind(site)
            || clause.distribution == nil
                && site.left.last { tokens[$0].kind == .respectively }.map { numbersAhead($0) > 1 } ?? false
    }
}
