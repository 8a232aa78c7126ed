import AidModel

extension StatementWording {
    func text(_ reason: DraftContradiction.Reason) -> BilingualText {
        switch reason {
        case .twoValues(let statement):
            let subject = subject(statement)
            return BilingualText(
                zh: "同一个数（\(subject.zh)）在稿中有两个说法", en: "the draft has two figures for the same: \(subject.en)")
        case .morePeopleThanPersonTimes:
            return BilingualText(
                zh: "人数多于人次：每人至少一人次", en: "more people than person-times: every person has at least one")
        case .spanOverLonger(let span, let longer):
            let (short, long) = (self.span(span), self.span(longer))
            return BilingualText(
                zh: "\(short.zh)的数大于\(long.zh)的数", en: "the figure \(short.en) is larger than that \(long.en)")
        case .tooLittlePerPerson:
            return BilingualText(
                zh: "平均每人不到1元，单位可能写错（万与亿、元与万元）",
                en: "less than one a head: a unit may be wrong (万 for 亿, 元 for 万元)")
        case .tooMuchPerPerson:
            return BilingualText(
                zh: "平均每人超过100万元，单位可能写错（万与亿、元与万元）",
                en: "more than a million a head: a unit may be wrong (万 for 亿, 元 for 万元)")
        case .increaseOverFigure:
            return BilingualText(zh: "增加的比现在的总数还多", en: "the increase is larger than the whole figure now")
        case .changeAndBase(let rises, let base):
            let time = span(base)
            return BilingualText(
                zh: "现在的数\(rises ? "减去增加数" : "加上减少数")不等于稿中\(time.zh)的数",
                en: "the figure now \(rises ? "less the increase" : "and the decrease") is not what the draft has "
                    + time.en)
        case .percentAndChange:
            return BilingualText(
                zh: "百分比与稿中的增减数、总数算出的不符",
                en: "the percent does not follow from the change and the figure in the draft")
        case .percentAndFigures:
            return BilingualText(
                zh: "百分比与稿中两期的数算出的不符", en: "the percent does not follow from the two figures in the draft")
        case .ratioAndFigures:
            return BilingualText(
                zh: "倍数与稿中两期的数算出的不符", en: "the multiple does not follow from the two figures in the draft")
        case .partOverWhole: return BilingualText(zh: "部分大于全部", en: "a part is larger than the whole")
        case .partsOverWhole:
            return BilingualText(zh: "各部分之和大于全部", en: "the parts add up to more than the whole")
        case .partsBelowWhole:
            return BilingualText(zh: "各部分之和小于全部", en: "the parts add up to less than the whole")
        case .sharesAndHundred:
            return BilingualText(zh: "各部分的占比之和不是100%", en: "the shares do not add up to 100%")
        case .shareAndParts:
            return BilingualText(
                zh: "占比与稿中的部分、全部算出的不符",
                en: "the share does not follow from the part and the whole in the draft")
        }
    }
}
