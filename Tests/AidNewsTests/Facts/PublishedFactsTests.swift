import AidModel
import AidText
import ReportSupport
import Testing

@testable import AidNews

@Suite struct PublishedFactsTests {
    private let imported = String(repeating: "a", count: 64)

    private func vintage(
        _ quarter: Quarter, _ number: Int, _ figures: PublishedFigures, _ origin: Vintage.Origin,
        isProvisional: Bool = false, period: PublishedCell.Period = .quarter, group: PublishedCell.Group? = nil
    ) -> Vintage {
        Vintage(
            quarter: quarter, number: number, publishedOn: SampleReport.day(quarter.year, quarter.number * 3, 20),
            reason: nil, note: nil, isProvisional: isProvisional, origin: origin,
            cells: [PublishedCell(period: period, group: group, content: .figures(figures))])
    }

    private func facts(_ vintages: [Vintage]) -> [String: Fact] {
        let facts = PublishedFacts(vintages, programme: SampleReport.programme, rounding: .halfUp).facts
        return Dictionary(facts.map { ($0.id, $0) }) { $1 }
    }

    private let exact = PublishedFigures(SampleReport.figures(100, 200, 30_000))
    private let more = PublishedFigures(SampleReport.figures(150, 200, 30_000))
    private let printed = PublishedFigures(
        recipients: FigureRange(lowest: 726_500, highest: 727_499), personTimes: nil, amountMinor: nil)

    @Test func exactFiguresHaveExactChanges() {
        let quarter = Quarter(year: 2021, number: 1)
        let facts = facts([
            vintage(quarter.yearEarlier, 1, exact, .run(1), isProvisional: true), vintage(quarter, 1, more, .run(2)),
        ])
        #expect(facts["2021Q1@1/recipients"]?.value == .exactly(150))
        let change = facts["2021Q1@1/yoy/recipients/change"]
        #expect(change?.value == .exactly(50) && change?.printed.zh == "增加50人")
        #expect(change?.isProvisional == true && change?.sources == ["2021Q1@1", "2020Q1@1"])
        #expect(change?.base?.vintage?.number == 1)
        #expect(facts["2021Q1@1/yoy/recipients/percent"]?.printed.zh == "增长50%")
        #expect(facts["2021Q1@1/yoy/personTimes/percent"]?.printed.zh == "持平")
        #expect(facts["2021Q1@1/qoq/recipients/change"] == nil)
    }

    @Test func roundedFiguresGiveRangesAndNoPercent() {
        let quarter = Quarter(year: 2020, number: 4)
        let now = PublishedFigures(
            recipients: FigureRange(exactly: 800_000), personTimes: nil, amountMinor: FigureRange(exactly: 1))
        let facts = facts([
            vintage(quarter.quarterEarlier, 1, printed, .imported(sha256: imported)), vintage(quarter, 1, now, .run(1)),
        ])
        #expect(facts["2020Q3@1/recipients"]?.printed.zh == "72.7万人")
        let change = facts["2020Q4@1/qoq/recipients/change"]
        #expect(change?.value == .between(FigureRange(lowest: 72_501, highest: 73_500)))
        #expect(change?.printed.zh == "增加7.25万～7.35万人", "\(change?.printed.zh ?? "")")
        #expect(facts["2020Q4@1/qoq/recipients/percent"]?.value == FactValue.none(.rounded))
        #expect(facts["2020Q4@1/qoq/amount/change"] == nil)
    }

    /// Changes are those between what stood last; earlier vintages keep their levels.
    @Test func theLastVintageCounts() {
        let quarter = Quarter(year: 2021, number: 1)
        let facts = facts([
            vintage(quarter, 2, more, .run(3)), vintage(quarter, 1, exact, .run(2)),
            vintage(quarter.quarterEarlier, 1, exact, .run(1)),
        ])
        #expect(facts["2021Q1@1/recipients"]?.value == .exactly(100))
        #expect(facts["2021Q1@2/qoq/recipients/change"]?.value == .exactly(50))
        #expect(facts["2021Q1@1/qoq/recipients/change"] == nil)
    }

    @Test func groupsAndSpansHaveTheirIds() {
        let quarter = Quarter(year: 2021, number: 1)
        let group = PublishedCell.Group(field: "care", name: "门诊")
        #expect(facts([vintage(quarter, 1, exact, .run(1), group: group)])["2021Q1@1/care=门诊/amount"] != nil)
        #expect(facts([vintage(quarter, 1, exact, .run(1), period: .yearToDate)])["2021Q1@1/ytd/amount"] != nil)
        let cumulative = facts([vintage(quarter, 1, exact, .run(1), period: .cumulative)])
        #expect(cumulative["2021Q1@1/cumulative/amount"]?.period.firstDay == SampleReport.programme.since)
    }

    @Test func aQuarterWithoutVintageHasNoFacts() {
        let set = PublishedFacts.set(
            of: Quarter(year: 2021, number: 1), [vintage(Quarter(year: 2020, number: 1), 1, exact, .run(1))],
            programme: SampleReport.programme, rounding: .halfUp, minGroup: 5)
        #expect(set == nil)
    }
}
