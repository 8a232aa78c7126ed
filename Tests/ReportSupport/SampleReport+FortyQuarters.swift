import AidModel
package import AidStatistics

extension SampleReport {
    /// What a newsroom looks at: 45 quarters that rise and fall, one without data, the last one provisional;
    /// 16 districts, two of them withheld; two kinds of care.
    package static let fortyQuarters: QuarterReport = {
        let last = Quarter(year: 2023, number: 2)
        let totals = (0..<45).map { index in
            QuarterTotal(
                quarter: Quarter(ordinal: last.ordinal - 43 + index), isProvisional: index == 44,
                figures: index == 17 ? nil : seasonal(index))
        }
        let inProgramme = totals.prefix(44).compactMap(\.figures)
        let now = inProgramme[inProgramme.count - 1]
        let earlier = inProgramme[inProgramme.count - 5]
        let before = inProgramme[inProgramme.count - 2]
        let span = figures(
            1_602_331, now.personTimeCount + before.personTimeCount, now.amountMinor + before.amountMinor)
        let spanEarlier = figures(1_700_400, 1_850_300, 23_123_456_700)
        var report = QuarterReport(
            programme: programme, quarter: last, isProvisional: false, figures: now, firstTimeCount: nil,
            unidentified: .zero, yearEarlier: compare(.known(now), .known(earlier), at: last.yearEarlier),
            quarterEarlier: compare(.known(now), .known(before), at: last.quarterEarlier),
            yearToDate: YearToDate(
                figures: .known(span),
                yearEarlier: compare(.known(span), .known(spanEarlier), at: last.yearEarlier)),
            cumulative: Cumulative(
                since: day(2012, 7, 1), through: last.lastDay,
                figures: figures(
                    3_173_500, inProgramme.map(\.personTimeCount).reduce(0, +),
                    inProgramme.map(\.amountMinor).reduce(0, +))),
            breakdowns: [], quarters: totals, balance: balance, inputs: fullSize.inputs,
            findings: [
                Finding(
                    level: .warning, code: "quarters-without-claims",
                    message: BilingualText(
                        zh: "数据中间有 1 个季度没有赔付：\(totals[17].quarter)；累计数字不含这些季度，首次受助和再次受助无法统计",
                        en:
                            "1 quarters within the data have no claim: \(totals[17].quarter); cumulative figures lack them, "
                            + "and who is aided for the first time cannot be told"))
            ],
            minGroup: 5)
        let districts = [
            "东城区", "西城区", "朝阳区", "丰台区", "石景山区", "海淀区", "门头沟区", "房山区", "通州区", "顺义区", "昌平区", "大兴区",
            "怀柔区", "平谷区", "密云区", "延庆区",
        ]
        let weights = [131, 164, 377, 202, 55, 360, 41, 78, 88, 92, 73, 101, 29, 33, 1, 1]
        let withheld: [String: Suppression] = ["密云区": .complement, "延庆区": .small]
        report.breakdowns = [
            BreakdownReport(
                field: "care", title: BilingualText(zh: "就诊类型", en: "care"),
                groups: [share(37, of: 50, "住院", report), share(13, of: 50, "门诊", report)]),
            BreakdownReport(
                field: "district", title: BilingualText(zh: "所属区", en: "district"),
                groups: zip(districts, weights).map { name, weight in
                    guard let why = withheld[name] else { return share(weight, of: 1826, name, report) }
                    let hidden = Shown<Figures>.suppressed(why)
                    return group(
                        name, last, now: hidden, yearEarlier: hidden, quarterEarlier: hidden, yearToDate: hidden,
                        yearToDateEarlier: hidden, cumulative: hidden)
                }),
        ]
        return report
    }()

    /// More in every year but two, most in the second quarter of each.
    private static func seasonal(_ index: Int) -> Figures {
        let slump = (30..<36).contains(index) ? 55 : 100
        let season = [104, 92, 96, 113][index % 4]
        let people = (410_000 + index * 11_700 + index * index % 7 * 4_321) * season / 100 * slump / 100
        let personTimes = people * (1_060 + index % 5) / 1_000
        return figures(people, personTimes, Int128(personTimes) * 12_345 + Int128(index * 77))
    }
}
