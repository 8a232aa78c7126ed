import AidModel
package import AidStatistics

extension SampleReport {
    /// The first year: no year earlier, a quarter earlier of zero, a gap among the quarters, one person.
    package static let firstYear: QuarterReport = {
        let quarter = Quarter(year: 2012, number: 4)
        let now = figures(1, 1, 50_000)
        var balance = Balance()
        balance.paid = Tally(recordCount: 1, amountMinor: 50_000)
        balance.records = balance.paid
        let care = group(
            nil, quarter, now: .known(now), yearEarlier: .absent, quarterEarlier: .known(.zero),
            yearToDate: .known(now), yearToDateEarlier: .absent, cumulative: .known(now))
        return QuarterReport(
            programme: Programme(name: "first-year", title: programme.title, since: nil, currency: .cny),
            quarter: quarter, isProvisional: false, figures: now, firstTimeCount: nil, unidentified: .zero,
            yearEarlier: compare(.known(now), .absent, at: quarter.yearEarlier),
            quarterEarlier: compare(.known(now), .known(.zero), at: quarter.quarterEarlier),
            yearToDate: YearToDate(
                figures: .known(now), yearEarlier: compare(.known(now), .absent, at: quarter.yearEarlier)),
            cumulative: Cumulative(since: day(2012, 5, 3), through: day(2012, 12, 31), figures: now),
            breakdowns: [BreakdownReport(field: "care", title: BilingualText(zh: "就诊类型", en: "care"), groups: [care])],
            quarters: [
                QuarterTotal(quarter: Quarter(year: 2012, number: 2), isProvisional: false, figures: .zero),
                QuarterTotal(quarter: Quarter(year: 2012, number: 3), isProvisional: false, figures: nil),
                QuarterTotal(quarter: quarter, isProvisional: false, figures: now),
            ],
            balance: balance,
            inputs: [
                InputBalance(
                    name: "-", byteCount: 120, sha256: String(repeating: "c", count: 64), format: "csv",
                    encoding: "utf-8", balance: balance)
            ],
            findings: [], minGroup: 0)
    }()

    /// A small group, and a second one withheld so that the first does not follow by subtraction.
    package static let suppressed: QuarterReport = {
        var report = fullSize
        let now = figures(20_003, 21_000, 98_765_432)
        report.figures = now
        report.firstTimeCount = nil
        report.yearEarlier = compare(
            .known(now), .known(figures(20_003, 22_000, 98_765_432)), at: report.quarter.yearEarlier)
        report.quarterEarlier = compare(
            .known(now), .known(figures(19_000, 21_500, 99_000_000)), at: report.quarter.quarterEarlier)
        report.quarters = []
        let many = figures(15_000, 15_500, 70_000_000)
        let fewer = figures(15_100, 16_000, 71_000_000)
        report.breakdowns = [
            BreakdownReport(
                field: "district", title: BilingualText(zh: "所属区", en: "district"),
                groups: [
                    group(
                        "东城区", report.quarter, now: .known(many), yearEarlier: .known(fewer),
                        quarterEarlier: .known(many), yearToDate: .known(figures(25_000, 31_000, 140_000_000)),
                        yearToDateEarlier: .known(.zero), cumulative: .known(figures(80_000, 200_000, 900_000_000))),
                    group(
                        "延庆区", report.quarter, now: .suppressed(.complement), yearEarlier: .known(many),
                        quarterEarlier: .suppressed(.complement), yearToDate: .suppressed(.complement),
                        yearToDateEarlier: .suppressed(.complement),
                        cumulative: .known(figures(30_000, 60_000, 300_000_000))),
                    group(
                        "燕山", report.quarter, now: .suppressed(.small), yearEarlier: .absent,
                        quarterEarlier: .suppressed(.small), yearToDate: .suppressed(.small),
                        yearToDateEarlier: .absent, cumulative: .suppressed(.small)),
                    group(
                        nil, report.quarter, now: .absent, yearEarlier: .known(figures(9, 9, 90_000)),
                        quarterEarlier: .suppressed(.small), yearToDate: .known(figures(7, 7, 70_000)),
                        yearToDateEarlier: .known(figures(8, 9, 70_000)), cumulative: .known(figures(20, 30, 500_000))),
                ])
        ]
        return report
    }()

    /// Medians: known, withheld, and none.
    package static let measured: QuarterReport = {
        var report = dollars
        var amounts = ClaimDistribution()
        amounts.claimCount = 21_000
        amounts.quartiles = Quartiles(lower: 5_000, median: 12_345, upper: 1_234_567)
        var days = ClaimDistribution()
        days.claimCount = 20_000
        days.unmeasuredCount = 1_000
        days.paidBeforeTreatmentCount = 17
        days.quartiles = Quartiles(lower: 0, median: 31, upper: 1_024)
        report.measures = [
            MeasureReport(measure: .medianAmount, distribution: .known(amounts), yearEarlier: .suppressed(.small)),
            MeasureReport(measure: .daysToPayment, distribution: .known(days), yearEarlier: .absent),
        ]
        return report
    }()

    /// Names that try to be something else.
    package static let hostileNames = [
        "| 合计 | 9 | 9 |", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "**全部**", "`code`",
        "[请点击](https://example.org)", "![图](https://example.org/a.png)", "https://example.org/a", "www.example.org",
        "a@example.org", "第一行\n# 第二行", "第一行\r\n- 第二行", "末尾反斜杠\\", "\\|", "&lt;b&gt;", "~~删~~", "1. 列表", "2) 列表",
        "- 列表", "+ 列表", "# 标题", "> 引用", "---", "===", "\u{202E}倒写\u{202C}", "零宽\u{200B}空格", "\u{2028}行分隔",
        "\u{0}\u{7}控制", "$x$", "{{ site }}", "*", "**", "–", "\u{FEFF}标记", "a_b_c", "\"引号\\\"", "😀𠀀",
        "\u{A0}不换行空格",
    ]

    package static let hostile: QuarterReport = {
        let plain = fullSize
        let title = "标题 # <b>粗</b> [链接](x)\n\n# 假标题"
        var report = QuarterReport(
            programme: Programme(
                name: "hostile", title: BilingualText(zh: title, en: title), since: day(2012, 5, 1), currency: .cny),
            quarter: plain.quarter, isProvisional: false, figures: plain.figures, firstTimeCount: plain.firstTimeCount,
            unidentified: .zero,
            yearEarlier: plain.yearEarlier, quarterEarlier: plain.quarterEarlier, yearToDate: plain.yearToDate,
            cumulative: plain.cumulative, breakdowns: [], quarters: [], balance: plain.balance,
            inputs: plain.inputs, findings: [], minGroup: 5)
        report.breakdowns = [
            BreakdownReport(
                field: "a|b`c", title: BilingualText(zh: "a|b`c", en: "a|b`c"),
                groups: hostileNames.enumerated().map { share($0.offset + 1, of: 1000, $0.element, plain) })
        ]
        report.inputs[0].name = "../in|put/<b>`2023`_Q2_.csv\n| x |"
        report.findings = [
            Finding(
                level: .warning, code: "unused-column",
                message: BilingualText(zh: "列“<u>|*名*”\n没有用到", en: "The column “<u>|*name*”\nis not used"))
        ]
        return report
    }()

    /// Another currency, falls beside rises, and a span without any change.
    package static let dollars: QuarterReport = {
        let quarter = Quarter(year: 2019, number: 3)
        let now = figures(81, 403, 7_830_424)
        let span = Shown.known(figures(99, 1201, 9_999_999_600))
        return QuarterReport(
            programme: Programme(
                name: "synthea", title: BilingualText(zh: "公开测试数据", en: "Public test data"), since: nil,
                currency: Currency("USD")!),
            quarter: quarter, isProvisional: false, figures: now, firstTimeCount: 7, unidentified: .zero,
            yearEarlier: compare(.known(now), .known(figures(83, 400, 123_456_789)), at: quarter.yearEarlier),
            quarterEarlier: compare(.known(now), .known(now), at: quarter.quarterEarlier),
            yearToDate: YearToDate(figures: span, yearEarlier: compare(span, span, at: quarter.yearEarlier)),
            cumulative: Cumulative(
                since: day(2010, 1, 4), through: day(2019, 9, 30), figures: figures(1_170, 53_000, 12_345_678_901)),
            breakdowns: [], quarters: [], balance: fullSize.balance, inputs: [], findings: [], minGroup: 5)
    }()
}
