import AidModel
import AidNews

/// What a figure is divided by: 人均, 次均, 日均.
extension DraftReader {
    /// The average that a figure is: no people are one, and on average is for each claim where claims brought it.
    func average(_ site: Site) -> DraftToken.Average? {
        guard let said = averageSaid(site) else { return nil }
        if case .rate = said { return said }
        // 每千名会员4.71人 counts people.
        if said == .perThousand { return said }
        let unit = tokens[site.index].kind.numeral?.unit
        if unit == .people || unit == .personTimes && said == .perPersonTime { return nil }
        // Every 2.6 hours, on average, it made a payment: 836 of them
        if said == .perRecipient || said == .mean, let numeral = tokens[site.index].kind.numeral,
            numeral.unit == .personTimes || numeral.unit == .none, numeral.value >= 10 * DraftBounds.one
        {
            return nil
        }
        let isCounted =
            unit == Numeral.Unit.none
            && site.right.prefix(2).contains { tokens[$0].kind.measure == .recipients }
        if isCounted { return nil }
        return (said == .perRecipient || said == .mean) && unit == .money && isOfClaims(site) ? .perPersonTime : said
    }

    /// such claims brought in 343 yuan on average
    private func isOfClaims(_ site: Site) -> Bool {
        let scan = TextScan(text: text)
        let words = [
            "on average", "averaged", "averaging", "averages", "an average of", "average",
            "on an average",
        ]
        let isOpen = (Array(site.left) + Array(site.right.prefix(4))).contains { place in
            words.contains { scan.hasWord($0, at: tokens[place].range.lowerBound) }
        }
        guard isOpen else { return false }
        let nouns = site.left.compactMap { tokens[$0].kind.measure }.filter { $0 != .amount }
        return nouns.last == .personTimes
    }

    private func averageSaid(_ site: Site) -> DraftToken.Average? {
        func average(_ range: Range<Int>) -> (Int, DraftToken.Average)? {
            for place in range.reversed() {
                if case .average(let average) = tokens[place].kind { return (place, average) }
            }
            return nil
        }
        if let found = averageOfUnit(site) { return found }
        if let found = averageInEnglish(site) { return found }
        if let (_, found) = average(site.near) {
            // 每人次平均领到: what 平均 does not say another word may.
            guard found == .mean else { return found }
            for place in site.near {
                if case .average(let other) = tokens[place].kind, other != .mean { return other }
            }
            return .mean
        }
        for place in site.right.prefix(4) {
            if case .average(let average) = tokens[place].kind, text[tokens[place].range.lowerBound].isLatinLetter {
                return average
            }
            if tokens[place].kind.direction != nil { break }
        }
        if let found = averageBehind(site) { return found }
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
        if let carried = carriedAverage(site) { return carried }
        if let fronted = frontedAverage(site) { return fronted }
        if let last = sentence.last, let average = last.average, last.clause == clause.number - 1, isParallel(site),
            goesOn(average, site)
        {
            return average
        }
        // 平均每天有82人次获得互助金1.47万元
        if let last = sentence.last, let average = last.average, case .rate = average, last.clause == clause.number,
            goesOn(average, site)
        {
            return average
        }
        if let found = averageAhead(site) { return found }
        let hasOwnWords = site.near.contains { tokens[$0].kind.measure != nil || tokens[$0].kind.isAid }
        guard !hasOwnWords else { return nil }
        if let last = sentence.last, let average = last.average {
            let isNext = last.clause == clause.number || last.clause == clause.number - 1
            if isNext, clause.groups.isEmpty || isParallel(site), goesOn(average, site) { return average }
        }
        if sentence.last == nil, isAnswer, let asked = question?.average {
            return asked
        }
        return average(site.left)?.1
    }

    /// Per head, the 798 recipients drew 132.98 yuan: what stands before the clause is said of its money.
    private func frontedAverage(_ site: Site) -> DraftToken.Average? {
        guard let fronted = sentence.fronted, fronted.clause == clause.number - 1,
            let numeral = tokens[site.index].kind.numeral, numeral.unit == .money, !numeral.hasMagnitude,
            !site.near.contains(where: { tokens[$0].kind == .sum || tokens[$0].kind == .whole })
        else { return nil }
        return fronted.average
    }

    /// 平均到每个月，互济金为40597元: a clause before without a figure says how it is divided.
    private func averageAhead(_ site: Site) -> DraftToken.Average? {
        guard clause.lastFigure == nil, clause.start > 1, tokens[clause.start - 1].kind == .comma else { return nil }
        let before = tokens[..<(clause.start - 1)].suffix(DraftWeights.titleWords).reversed().prefix {
            !$0.kind.endsClause
        }
        guard !before.contains(where: { $0.kind.isNumber || $0.kind.measure != nil || $0.kind.isAid }) else {
            return nil
        }
        for token in before {
            if case .average(let found) = token.kind, token.range.lowerBound != token.range.upperBound {
                return found
            }
        }
        return nil
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

    /// A year earlier the figure was 131.71 yuan: the average that the sentence before told.
    private func carriedAverage(_ site: Site) -> DraftToken.Average? {
        guard sentence.last == nil, let average = paragraph.average, let numeral = tokens[site.index].kind.numeral,
            numeral.unit == .money, !numeral.hasMagnitude, !numeral.hasGrouping, !site.left.isEmpty
        else { return nil }
        let isBare = site.left.allSatisfy { place in
            switch tokens[place].kind {
            case .period, .comparison, .to, .equals, .plain: true
            case .noun(.personTimes), .noun(.recipients), .measure: false
            default: tokens[place].range.count <= 1
            }
        }
        return isBare && site.left.contains { tokens[$0].kind.period != nil } ? average : nil
    }

    /// 126.93 yuan a payment, 135 yuan for each of the recipients: what is divided by stands behind the money.
    private func averageBehind(_ site: Site) -> DraftToken.Average? {
        guard tokens[site.index].kind.numeral?.unit == .money, let first = site.right.first else { return nil }
        let scan = TextScan(text: text)
        let each = ["a", "an", "per", "each", "every", "for each", "for every"]
        let start = tokens[first].range.lowerBound
        guard each.contains(where: { scan.hasWord($0, at: start) }) else { return nil }
        var ahead = Array(site.right.dropFirst().prefix(5))
        // for each of its 785 beneficiaries
        if site.right.upperBound + 1 < tokens.count, tokens[site.right.upperBound].kind.isNumber {
            ahead.append(site.right.upperBound + 1)
        }
        for place in ahead {
            switch tokens[place].kind.measure {
            case .recipients?: return .perRecipient
            case .personTimes?: return .perPersonTime
            default: if tokens[place].kind != .plain { return nil }
            }
        }
        return nil
    }

    /// 342.81元/人次: the unit itself says what is divided by.
    private func averageOfUnit(_ site: Site) -> DraftToken.Average? {
        guard let unit = tokens[site.index].kind.numeral?.unitRange else { return nil }
        let written = String(String.UnicodeScalarView(text[unit]))
        guard written.hasPrefix("元/") || written.hasPrefix("元每") else { return nil }
        if ["人次", "次", "笔"].contains(where: { written.dropFirst(2).hasPrefix($0) }) { return .perPersonTime }
        return written.dropFirst(2).hasPrefix("人") || written.dropFirst(2).hasPrefix("名") ? .perRecipient : nil
    }

    /// 住院人均348.64元，门诊75.12元: another group, told of in the same way.
    private func isParallel(_ site: Site) -> Bool {
        guard let numeral = tokens[site.index].kind.numeral, numeral.unit == .money, !numeral.hasMagnitude,
            numeral.value < 10_000 * DraftBounds.one, clause.groups.count == 1,
            let group = sentence.last?.quantity?.group, clause.groups != [group]
        else { return false }
        return site.near.allSatisfy { place in
            switch tokens[place].kind {
            case .group, .plain, .noun(.recipients), .measure(.recipients), .listMark: true
            default: false
            }
        }
    }

    /// Whether a figure goes on with the average of the one before it: no people do, for which a person is no unit,
    /// nor does what a semicolon parts from it, or what went to a group.
    private func goesOn(_ average: DraftToken.Average, _ site: Site) -> Bool {
        let saysAll = site.near.contains { tokens[$0].kind == .sum || tokens[$0].kind == .whole }
        if case .rate = average { return !saysAll }
        guard let numeral = tokens[site.index].kind.numeral else { return false }
        if numeral.unit == .people { return false }
        guard numeral.unit == .money else { return true }
        if saysAll { return false }
        let before = sentence.last.flatMap { tokens[$0.token].kind.numeral }
        if numeral.hasMagnitude, before?.unit == .money, before?.hasMagnitude == false { return false }
        let isOfGroup = site.right.contains { tokens[$0].kind.group != nil && standsBehind(site.index, $0) }
        return !isOfGroup && !(clause.isAfterSemicolon && numeral.hasMagnitude)
    }
}
