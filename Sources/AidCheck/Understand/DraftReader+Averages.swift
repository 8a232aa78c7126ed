import AidModel
import AidNews

/// What a figure is divided by: 人均, 次均, 日均.
extension DraftReader {
    /// The average that the words of a figure speak of, or that it goes on with.
    func average(_ site: Site) -> DraftToken.Average? {
        func average(_ range: Range<Int>) -> (Int, DraftToken.Average)? {
            for place in range.reversed() {
                if case .average(let average) = tokens[place].kind { return (place, average) }
            }
            return nil
        }
        if let found = averageInEnglish(site) { return found }
        if let (_, found) = average(site.near) {
            // 每人次平均领到: what 平均 does not say another word may.
            guard found == .mean else { return found }
            for place in site.near {
                if case .average(let other) = tokens[place].kind, other != .mean { return other }
            }
            return .perRecipient
        }
        for place in site.right.prefix(4) {
            if case .average(let average) = tokens[place].kind, text[tokens[place].range.lowerBound].isLatinLetter {
                return average
            }
            if tokens[place].kind.direction != nil { break }
        }
        // 平均每个季度发放10.68万元、赔付862人次
        let isListed = site.near.first.map { tokens[$0].kind == .listMark } ?? false
        if isListed, let last = sentence.last, last.clause == clause.number, let average = last.average {
            return average
        }
        // 1.07 person-times and 136.94 yuan per recipient: a fraction of a person-time is an average.
        if let numeral = tokens[site.index].kind.numeral, numeral.unit == .personTimes, !numeral.hasMagnitude,
            numeral.step < DraftBounds.one, site.right.allSatisfy({ tokens[$0].kind == .listMark }),
            site.right.upperBound < tokens.count, tokens[site.right.upperBound].kind.isNumber
        {
            for token in tokens[(site.right.upperBound + 1)...].prefix(3) {
                if case .average(.perRecipient) = token.kind { return .perRecipient }
            }
        }
        let hasOwnWords = site.near.contains { tokens[$0].kind.measure != nil || tokens[$0].kind.isAid }
        guard !hasOwnWords else { return nil }
        if let last = sentence.last, let average = last.average {
            let isNext = last.clause == clause.number || last.clause == clause.number - 1
            if isNext, clause.groups.isEmpty { return average }
        }
        if sentence.last == nil, isAnswer, let asked = question?.average {
            return asked == .mean ? .perRecipient : asked
        }
        return average(site.left)?.1
    }

    /// An inpatient got 348.64 yuan; every outpatient claim of 66.44 yuan; an inpatient claim averaged 313.31 yuan.
    private func averageInEnglish(_ site: Site) -> DraftToken.Average? {
        guard tokens[site.index].kind.numeral?.unit == .money else { return nil }
        let scan = TextScan(text: text)
        for place in site.near.dropFirst().reversed() {
            let before = tokens[place - 1].range.lowerBound
            guard ["a", "an", "every", "each"].contains(where: { scan.hasWord($0, at: before) }) else { continue }
            let words = tokens[place..<site.index]
            if words.contains(where: { $0.kind == .noun(.personTimes) }) { return .perPersonTime }
            switch tokens[place].kind {
            case .group, .measure(.recipients): return .perRecipient
            default: continue
            }
        }
        return nil
    }
}
