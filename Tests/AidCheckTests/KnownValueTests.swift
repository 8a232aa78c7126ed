import AidModel
import AidNews
import Testing

@testable import AidCheck

/// What follows from facts: sums, shares, ratios, averages and runs, exactly.
struct KnownValueTests {
    private static let known = DraftKindTests.known
    private static let second = DraftSpan.quarter(DraftStory.second2023)
    private static let half = DraftSpan.yearToDate(DraftStory.second2023)

    private func group(_ name: String) throws -> Int { try #require(Self.known.groups.firstIndex { $0.name == name }) }

    private func expect(_ statement: DraftStatement, _ numerator: Int128, over denominator: Int128) throws {
        let range = try #require(Self.known.value(statement).range)
        #expect(range.lowest.compare(DraftRatio(numerator, over: denominator)) == 0)
        #expect(range.highest.compare(range.lowest) == 0)
    }

    @Test("Money and person-times add up over quarters and over groups of one kind")
    func sums() throws {
        try expect(
            DraftStatement(kind: .level, now: DraftQuantity(measure: .amount, span: Self.half)), 627_836_213, over: 100)
        let both = try [group("门诊"), group("住院")].sorted()
        try expect(
            DraftStatement(
                kind: .level, now: DraftQuantity(measure: .personTimes, span: Self.second, groups: both)), 16_147,
            over: 1)
    }

    @Test("People do not add up")
    func people() {
        let half = DraftStatement(kind: .level, now: DraftQuantity(measure: .recipients, span: Self.half))
        #expect(Self.known.value(half).range == nil)
    }

    @Test("Shares, multiples, and what a share became")
    func shares() throws {
        let whole = DraftQuantity(measure: .amount, span: Self.second)
        let inpatient = whole.of(groups: [try group("住院")])
        try expect(DraftStatement(kind: .share, now: inpatient, base: whole), 20_932_000_000, over: 335_676_213)
        let outpatient = whole.of(groups: [try group("门诊")])
        try expect(DraftStatement(kind: .ratio, now: inpatient, base: outpatient), 20_932_000_000, over: 126_356_213)
        try expect(
            DraftStatement(kind: .share, now: whole, base: whole.of(Self.half)), 33_567_621_300, over: 627_836_213)
    }

    @Test("Averages a day, a month and a head")
    func averages() throws {
        var daily = DraftQuantity(measure: .amount, span: Self.second)
        daily.rate = .day
        try expect(DraftStatement(kind: .level, now: daily), 335_676_213, over: 9100)
        daily.rate = .month
        try expect(DraftStatement(kind: .level, now: daily), 335_676_213, over: 300)
        let head = DraftQuantity(measure: .amountPerRecipient, span: Self.second)
        try expect(DraftStatement(kind: .level, now: head), 335_676_213, over: 1_500_500)
    }

    @Test("By how many points one measure grew more than another")
    func gap() throws {
        let now = DraftQuantity(measure: .recipients, span: Self.second)
        let times = DraftQuantity(measure: .personTimes, span: Self.second)
        let before = Self.second.moved(years: -1)
        let statement = DraftStatement(
            kind: .percentGap, now: now, base: now.of(before), other: times, otherBase: times.of(before))
        // 2780 / 12225 − 2946 / 13201
        try expect(statement, (2780 * 13_201 - 2946 * 12_225) * 100, over: 12_225 * 13_201)
    }

    @Test("A run ends with the first quarter that did not rise, or goes on before the data")
    func runs() throws {
        let now = DraftQuantity(measure: .recipients, span: Self.second)
        let base = now.of(DraftSpan.quarter(DraftStory.second2023.quarterEarlier))
        try expect(DraftStatement(kind: .run, now: now, base: base, rises: true), 1, over: 1)
        let year = now.of(Self.second.moved(years: -1))
        let open = try #require(Self.known.value(DraftStatement(kind: .run, now: now, base: year, rises: true)).range)
        #expect(open.lowest.compare(DraftRatio(1)) == 0)
        #expect(open.highest.compare(DraftRatio(1000)) > 0)
    }
}
