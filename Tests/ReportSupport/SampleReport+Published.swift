import AidModel
package import AidStatistics

extension SampleReport {
    /// A quarter published twice, restated by late claims, corrections, reversals and a rest; the
    /// year earlier was published with other figures too.
    package static let restated: QuarterReport = {
        var report = published
        let last = figures(985_000, 1_054_300, 13_490_000_000)
        var causes = RestatementCauses()
        causes.lateClaims = .init(claimCount: 1_250, personTimes: 1_250, amountMinor: 15_000_000)
        causes.corrections = .init(claimCount: 310, personTimes: -40, amountMinor: -2_500_000)
        causes.reversals = .init(claimCount: 120, personTimes: -100, amountMinor: -2_499_999)
        causes.other = .init(personTimes: -10, amountMinor: -1)
        report.restatement = Restatement(
            first: .init(
                number: 1, publishedOn: day(2023, 7, 20), reason: nil,
                figures: PublishedFigures(figures(984_000, 1_052_000, 13_460_000_000))),
            last: .init(
                number: 3, publishedOn: day(2023, 10, 16), reason: .betterData, figures: PublishedFigures(last)),
            now: report.figures, causes: causes, whyUnknown: nil)
        report.yearEarlier.asPublished = PublishedBase(
            .init(
                number: 2, publishedOn: day(2022, 10, 17), reason: .correction,
                figures: PublishedFigures(figures(833_000, 889_000, 10_890_000_000))),
            now: report.figures)
        return report
    }()

    /// A register has forgotten who was aided before 2020.
    package static let forgotten: QuarterReport = {
        var report = published
        report.firstTimeCount = nil
        report.quarters =
            (0..<3).map { number in
                QuarterTotal(
                    quarter: Quarter(ordinal: Quarter("2019Q2")!.ordinal + number), isProvisional: false,
                    figures: number == 1 ? nil : figures(600_100 + number, 700_000, 9_000_000_000))
            } + report.quarters
        report.cumulative = Cumulative(
            since: day(2020, 1, 1), through: report.quarter.lastDay,
            figures: figures(1_500_300, 14_000_700, 170_000_000_000),
            sinceStart: .init(
                since: day(2012, 5, 1), personTimeCount: 30_351_500, amountMinor: 369_200_000_000))
        return report
    }()

    /// Figures that were printed rounded, in part, before there were exports.
    package static let printed: QuarterReport = {
        var report = published
        report.restatement = Restatement(
            first: .init(
                number: 1, publishedOn: day(2023, 7, 20), reason: nil,
                figures: PublishedFigures(
                    recipients: FigureRange(lowest: 986_750, highest: 986_849), personTimes: nil,
                    amountMinor: FigureRange(lowest: 13_450_000_000, highest: 13_549_999_999))),
            last: .init(
                number: 1, publishedOn: day(2023, 7, 20), reason: nil,
                figures: PublishedFigures(
                    recipients: FigureRange(lowest: 986_750, highest: 986_849), personTimes: nil,
                    amountMinor: FigureRange(lowest: 13_450_000_000, highest: 13_549_999_999))),
            now: report.figures, causes: nil,
            whyUnknown: .told(BilingualText(zh: "照印出的数字录入 | 无明细", en: "Imported as printed | no records")))
        report.yearEarlier = compare(.known(report.figures), .absent, at: report.quarter.yearEarlier)
        report.yearEarlier.asPublished = PublishedBase(
            .init(
                number: 1, publishedOn: day(2022, 7, 20), reason: nil,
                figures: PublishedFigures(
                    recipients: FigureRange(lowest: 833_550, highest: 833_649), personTimes: nil,
                    amountMinor: FigureRange(exactly: 10_900_000_000))),
            now: report.figures)
        return report
    }()

    /// As last published, but not as first.
    package static let asLastPublished: QuarterReport = {
        var report = published
        report.restatement = Restatement(
            first: .init(
                number: 1, publishedOn: day(2023, 7, 20), reason: nil,
                figures: PublishedFigures(figures(985_799, 1_055_400, 13_500_000_000))),
            last: .init(
                number: 2, publishedOn: day(2023, 10, 16), reason: .routine, figures: PublishedFigures(report.figures)),
            now: report.figures, causes: RestatementCauses(), whyUnknown: nil)
        return report
    }()

    private static let published: QuarterReport = {
        var report = fullSize
        report.breakdowns = []
        report.quarters = report.quarters.suffix(3)
        return report
    }()
}
