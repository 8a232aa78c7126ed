import AidModel
import AidReport
import AidStatistics
import Testing

@Suite("Figures against what was published of them") struct RestatementTests {
    /// The second quarter of two years, of which file 1 is late in the second year.
    private var history: History {
        var history = History()
        history.paid("A", 1, "2022-04-01", 100)
        history.paid("B", 1, "2023-04-01", 100)
        history.paid("C", 2, "2023-06-30", 50)
        history.nextFile()
        history.paid("D", 3, "2023-05-01", 30)
        history.paid("C", 2, "2023-06-30", 45)
        history.reversal(of: "B", own: "R", 10)
        return history
    }

    private func vintage(
        _ quarter: String, _ number: Int, _ figures: PublishedFigures, reason: RestatementReason? = nil,
        isImported: Bool = false
    ) -> Vintage {
        Vintage(
            quarter: Quarter(quarter)!, number: number, publishedOn: History.day("2023-07-20"), reason: reason,
            note: nil, isProvisional: false,
            origin: isImported ? .imported(sha256: String(repeating: "0", count: 64)) : .run(Int64(number)),
            cells: [PublishedCell(period: .quarter, group: nil, content: .figures(figures))])
    }

    private func exact(_ recipients: Int, _ personTimes: Int, _ fen: Int128) -> PublishedFigures {
        PublishedFigures(Figures(recipients, personTimes, fen))
    }

    private func report(
        _ vintages: [Vintage], isWatched: Bool = true, whyUnknown: Restatement.WhyUnknown? = nil
    ) async throws -> QuarterReport {
        let history = history
        return try await history.report(
            watches: isWatched ? [history.watch("2023Q2", late: [1])] : [], vintages: vintages, whyUnknown: whyUnknown)
    }

    @Test("The figures that the tests below hold against others")
    func now() async throws {
        let report = try await report([])
        #expect(report.figures == Figures(3, 3, 165))
        #expect(report.restatement == nil && report.yearEarlier.asPublished == nil)
        #expect(!report.observations.contains { $0.code == "restated" })
    }

    @Test("First published, last published, now, and why; what nothing accounts for is told apart")
    func causes() async throws {
        let vintages = [
            vintage("2023Q2", 2, exact(2, 2, 151), reason: .betterData), vintage("2023Q2", 1, exact(1, 1, 100)),
            vintage("2023Q1", 9, exact(1, 1, 1)),
        ]
        let report = try await report(vintages)
        let restatement = try #require(report.restatement)
        #expect(restatement.first.number == 1 && restatement.first.figures == exact(1, 1, 100))
        #expect(restatement.last.number == 2 && restatement.last.reason == .betterData)
        #expect(restatement.now == report.figures && restatement.differsFromLast && restatement.whyUnknown == nil)
        #expect(restatement.change(.recipients)?.exactly == 1 && restatement.change(.amount)?.exactly == 14)
        let causes = try #require(restatement.causes)
        #expect(causes.lateClaims == .init(claimCount: 1, personTimes: 1, amountMinor: 30))
        #expect(causes.corrections == .init(claimCount: 1, personTimes: 0, amountMinor: -5))
        #expect(causes.reversals == .init(claimCount: 1, personTimes: 0, amountMinor: -10))
        #expect(causes.other == .init(personTimes: 0, amountMinor: -1))
    }

    @Test("A finding tells how much has changed")
    func finding() async throws {
        let report = try await report([vintage("2023Q2", 1, exact(3, 2, 12_345))])
        let finding = try #require(report.observations.map(Finding.init).last { $0.code == "restated" })
        #expect(finding.level == .warning)
        #expect(
            finding.message.zh == "2023Q2 的数字与最近公布的（第 1 版，2023-07-20）不同：受助职工 0 人，受助人次 +1 人次，受助金额 -121.80 元")
        #expect(
            finding.message.en == "the figures of 2023Q2 differ from those last published (vintage 1, 2023-07-20): "
                + "recipients 0, person-times +1, amount -121.80 yuan")
    }

    @Test("Figures as first and last published are not restated; those of another first vintage are, without a finding")
    func unchanged() async throws {
        let same = vintage("2023Q2", 2, exact(3, 3, 165), reason: .routine)
        #expect(try await report([same]).restatement == nil)
        let other = try await report([vintage("2023Q2", 1, exact(3, 3, 164)), same])
        #expect(other.restatement?.differsFromLast == false)
        #expect(!other.observations.contains { $0.code == "restated" })
    }

    @Test("Rounded figures differ only where they surely do, and their causes cannot be told")
    func rounded() async throws {
        func rounded(_ lowest: Int128, _ highest: Int128) -> PublishedFigures {
            PublishedFigures(
                recipients: FigureRange(lowest: lowest, highest: highest), personTimes: nil, amountMinor: nil)
        }
        #expect(try await report([vintage("2023Q2", 1, rounded(2, 3), isImported: true)]).restatement == nil)
        let report = try await report([vintage("2023Q2", 1, rounded(4, 6), isImported: true)])
        let restatement = try #require(report.restatement)
        #expect(restatement.causes == nil && restatement.whyUnknown != nil)
        #expect(restatement.change(.recipients) == FigureRange(lowest: -3, highest: -1))
        #expect(restatement.change(.amount) == nil)
        let finding = try #require(report.observations.map(Finding.init).last { $0.code == "restated" })
        #expect(finding.message.zh.hasSuffix("不同：受助职工 -3 至 -1 人"))
        #expect(finding.message.en.hasSuffix(": recipients -3 to -1"))
    }

    @Test("Why causes are not known: printed, told by the caller, or not counted")
    func whyUnknown() async throws {
        let printed = vintage("2023Q2", 1, exact(1, 1, 1), isImported: true)
        let run = vintage("2023Q2", 1, exact(1, 1, 1))
        let told = Restatement.WhyUnknown.told(BilingualText(zh: "没有取摘要", en: "digests were not taken"))
        let ofPrinted = try #require(try await report([printed], whyUnknown: told).restatement)
        #expect(ofPrinted.causes == nil && ofPrinted.whyUnknown != told && ofPrinted.whyUnknown != nil)
        let ofCaller = try #require(try await report([run], whyUnknown: told).restatement)
        #expect(ofCaller.causes == nil && ofCaller.whyUnknown == told)
        let notCounted = try #require(try await report([run], isWatched: false).restatement)
        #expect(notCounted.causes == nil && notCounted.whyUnknown != nil)
        let history = history
        let elsewhere = try await history.report(watches: [history.watch("2023Q1", late: [1])], vintages: [run])
        #expect(elsewhere.restatement?.causes == nil && elsewhere.restatement?.whyUnknown != nil)
    }

    @Test("A vintage that tells nothing of the quarter as a whole is as good as none")
    func otherPeriods() async throws {
        var cumulative = vintage("2023Q2", 1, exact(1, 1, 1))
        cumulative.cells[0].period = .cumulative
        #expect(try await report([cumulative]).restatement == nil)
        let empty = PublishedFigures(recipients: nil, personTimes: nil, amountMinor: nil)
        #expect(try await report([vintage("2023Q2", 1, empty)]).restatement == nil)
    }

    @Test("The year earlier on both bases, where they differ")
    func yearEarlier() async throws {
        #expect(try await report([vintage("2022Q2", 1, exact(1, 1, 100))]).yearEarlier.asPublished == nil)
        let vintages = [
            vintage("2022Q2", 1, exact(9, 9, 9)), vintage("2022Q2", 2, exact(2, 1, 0), reason: .correction),
        ]
        let report = try await report(vintages)
        #expect(report.restatement == nil && report.yearEarlier.base.value == Figures(1, 1, 100))
        let base = try #require(report.yearEarlier.asPublished)
        #expect(base.published.number == 2 && base.published.reason == .correction)
        #expect(Measure.allCases.map { base.change($0)?.exactly } == [1, 2, 165])
        #expect(Measure.allCases.map(base.percent) == [.hundredths(5000), .hundredths(20_000), .noneZero])
        #expect(report.quarterEarlier.asPublished == nil && report.yearToDate.yearEarlier.asPublished == nil)
    }

    @Test("A year earlier that the data do not hold still has its published figures")
    func yearEarlierWithoutRecords() async throws {
        var history = History()
        history.paid("B", 1, "2023-06-30", 100)
        let rounded = PublishedFigures(
            recipients: FigureRange(lowest: 3, highest: 4), personTimes: nil, amountMinor: FigureRange(exactly: 400))
        let report = try await history.report(vintages: [vintage("2022Q2", 1, rounded, isImported: true)])
        #expect(report.yearEarlier.base == .absent)
        let base = try #require(report.yearEarlier.asPublished)
        #expect(base.change(.recipients) == FigureRange(lowest: -3, highest: -2))
        #expect(base.change(.personTimes) == nil && base.change(.amount)?.exactly == -300)
        #expect(Measure.allCases.map(base.percent) == [.noneRounded, .noneAbsent, .hundredths(-7500)])
    }
}
