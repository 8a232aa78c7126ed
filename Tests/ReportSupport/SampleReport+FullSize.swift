package import AidModel
package import AidStatistics

extension SampleReport {
    package static let programme = Programme(
        name: "second-reimbursement",
        title: BilingualText(zh: "暖·互助“二次报销”", en: "Second reimbursement"),
        since: day(2012, 5, 1), currency: .cny)

    /// The quarter of the newspaper: 985,800 people, 1,055,400 person-times, ¥135,000,000.00.
    package static let fullSize: QuarterReport = {
        let quarter = Quarter(year: 2023, number: 2)
        let now = figures(985_800, 1_055_400, 13_500_000_000)
        let quarterEarlier = figures(871_300, 1_012_000, 12_760_000_050)
        let yearToDate = figures(1_601_250, 2_067_400, 26_260_000_050)
        let yearToDateEarlier = figures(1_601_250, 2_077_401, 23_100_000_000)
        var report = QuarterReport(
            programme: programme, quarter: quarter, isProvisional: false, figures: now, firstTimeCount: 123_400,
            unidentified: .zero,
            yearEarlier: compare(
                .known(now), .known(figures(833_600, 890_100, 10_900_000_000)), at: quarter.yearEarlier),
            quarterEarlier: compare(.known(now), .known(quarterEarlier), at: quarter.quarterEarlier),
            yearToDate: YearToDate(
                figures: .known(yearToDate),
                yearEarlier: compare(.known(yearToDate), .known(yearToDateEarlier), at: quarter.yearEarlier)),
            cumulative: Cumulative(
                since: day(2012, 5, 1), through: day(2023, 6, 30),
                figures: figures(3_173_500, 30_351_500, 369_200_000_000)),
            breakdowns: [], quarters: quarters(through: quarter), balance: balance, inputs: inputs,
            findings: [], minGroup: 5)
        report.breakdowns = [
            BreakdownReport(
                field: "care", title: BilingualText(zh: "就诊类型", en: "care"),
                groups: [
                    share(5, of: 8, "住院", report), share(2, of: 8, "门诊", report), share(1, of: 8, nil, report),
                ]),
            BreakdownReport(
                field: "district", title: BilingualText(zh: "所属区", en: "district"),
                groups: [share(1, of: 3, "东城区", report), share(2, of: 3, "西城区", report)]),
        ]
        return report
    }()

    /// 45 quarters that add up to the cumulative person-times and money.
    private static func quarters(through last: Quarter) -> [QuarterTotal] {
        var known: [Quarter: Figures] = [
            Quarter(year: 2020, number: 3): figures(727_000, 772_000, 9_800_000_000),
            Quarter(year: 2022, number: 2): figures(833_600, 890_100, 10_900_000_000),
            Quarter(year: 2023, number: 1): figures(871_300, 1_012_000, 12_760_000_050),
            last: figures(985_800, 1_055_400, 13_500_000_000),
        ]
        let span = (Quarter(year: 2012, number: 2).ordinal...last.ordinal).map(Quarter.init(ordinal:))
        let open = span.filter { known[$0] == nil }
        let personTimes = 30_351_500 - known.values.map(\.personTimeCount).reduce(0, +)
        let amount = 369_200_000_000 - known.values.map(\.amountMinor).reduce(0, +)
        for (index, quarter) in open.enumerated() {
            let isFirst = index == 0
            let count = personTimes / open.count + (isFirst ? personTimes % open.count : 0)
            known[quarter] = figures(
                count * 9 / 10, count,
                amount / Int128(open.count) + (isFirst ? amount % Int128(open.count) : 0))
        }
        return span.map { QuarterTotal(quarter: $0, isProvisional: false, figures: known[$0]) }
    }

    package static let balance: Balance = {
        var balance = Balance()
        balance.paid = Tally(recordCount: 30_381_500, amountMinor: 369_600_000_000)
        balance.unpaid = Tally(recordCount: 120_400, amountMinor: 1_450_000_000)
        balance.reversals = Tally(recordCount: 45_000, amountMinor: 400_000_000)
        balance.fullyReversed = Tally(recordCount: 30_000, amountMinor: 330_000_000)
        balance.duplicates = Tally(recordCount: 303_500, amountMinor: 3_690_000_000)
        balance.superseded = Tally(recordCount: 150_200, amountMinor: 1_830_000_000)
        balance.rejectedByReason = Dictionary(
            uniqueKeysWithValues: RejectReason.allCases.enumerated().map { index, reason in
                (reason, Tally(recordCount: 900 + index * 31, amountMinor: Int128(11_000_000 + index * 12_345)))
            })
        balance.records =
            balance.paid + balance.unpaid + balance.reversals + balance.duplicates + balance.superseded
            + balance.rejected
        return balance
    }()

    private static let inputs: [InputBalance] = {
        var first = Balance()
        first.paid = Tally(recordCount: 10_000_000, amountMinor: 121_000_000_000)
        first.duplicates = Tally(recordCount: 100_000, amountMinor: 1_200_000_000)
        first.rejectedByReason = [.badPerson: Tally(recordCount: 500, amountMinor: 6_000_000)]
        first.records = first.paid + first.duplicates + first.rejected
        var second = balance
        func take(_ part: Tally, from tally: inout Tally) {
            tally.recordCount -= part.recordCount
            tally.amountMinor -= part.amountMinor
        }
        take(first.records, from: &second.records)
        take(first.paid, from: &second.paid)
        take(first.duplicates, from: &second.duplicates)
        take(first.rejected, from: &second.rejectedByReason[.badPerson, default: .zero])
        return [
            InputBalance(
                name: "../exports/2012-2017_归档.csv", byteCount: 1_402_334_120,
                sha256: String(repeating: "0a1b2c3d", count: 8), format: "csv", encoding: "gb18030", balance: first),
            InputBalance(
                name: "../exports/claims-2018-2023.xml", byteCount: 9_877_120_441,
                sha256: String(repeating: "4e5f6071", count: 8), format: "xml", encoding: "utf-8", balance: second),
        ]
    }()

    /// The same quarter while its last days are still missing, with people whose IDs are ruined.
    package static let provisional: QuarterReport = {
        var report = fullSize
        report.isProvisional = true
        report.unidentified = Tally(recordCount: 12_345, amountMinor: 150_000_001)
        report.balance.unidentified = Tally(recordCount: 45_678, amountMinor: 560_000_000)
        report.figures = figures(833_599, 890_100, 10_900_000_000)
        report.yearEarlier = compare(.known(report.figures), report.yearEarlier.base, at: report.quarter.yearEarlier)
        report.quarterEarlier = compare(
            .known(report.figures), report.quarterEarlier.base, at: report.quarter.quarterEarlier)
        report.quarters = report.quarters.suffix(3)
        report.quarters[2].isProvisional = true
        report.quarters[2].figures = report.figures
        report.breakdowns = []
        report.findings = [
            Finding(
                level: .warning, code: "provisional-quarter",
                message: BilingualText(
                    zh: "最后一笔赔付的日期是2023-06-21，季度最后9天没有数据。", en: "The last claim is of 2023-06-21; 9 days have no data.")
            ),
            Finding(
                level: .note, code: "unidentified-people",
                message: BilingualText(zh: "有人次未能识别身份。", en: "Some person-times count no recipient.")),
        ]
        return report
    }()
}
