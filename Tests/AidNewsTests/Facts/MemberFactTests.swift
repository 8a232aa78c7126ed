import AidModel
import AidStatistics
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidNews

/// Figures for a thousand members as facts, worked out anew from figures and members alone.
@Suite struct MemberFactTests {
    private static func covered(_ seed: UInt64) -> (report: QuarterReport, facts: FactSet, rounding: Rounding) {
        var random = SeededRandom(seed)
        let report = SampleReport.covered(
            RandomReport.make(&random), members: Int.random(in: 1...5_000_000, using: &random))
        let rounding: Rounding = Bool.random(using: &random) ? .halfUp : .halfEven
        return (report, SampleFacts.of(report, rounding: rounding), rounding)
    }

    @Test(arguments: SeededRandom.seeds(60))
    func ratesFollowFromFiguresAndMembers(seed: UInt64) throws {
        let (_, set, rounding) = Self.covered(seed)
        let rates = set.facts.filter { $0.measure.perThousand != nil }
        #expect(!rates.isEmpty)
        for fact in rates {
            let measure = try #require(fact.measure.perThousand)
            func exactly(_ measure: FactMeasure, _ period: FactPeriod) throws -> Int128 {
                try #require(
                    set[FactID(period, group: fact.group, measure, .level)]?.value.range?.exactly, "\(fact.id)")
            }
            /// Figure × 1000 over members.
            func rate(_ period: FactPeriod) throws -> (top: Int128, bottom: Int128) {
                (try exactly(FactMeasure(measure), period) * 1000, try exactly(.members, period))
            }
            let now = try rate(fact.period)
            switch (fact.kind, fact.value) {
            case (.average, .ratio(let ratio)):
                #expect(ratio == ExactRatio(now.top, over: now.bottom), "seed \(seed): \(fact.id)")
                #expect(fact.sources == ["run", "members"])
                let decimals = measure == .amount ? 0 : 2
                let printed = Self.slow(now.top, now.bottom, decimals, rounding)
                // Money is in fen here, and people in hundredths.
                if measure != .amount {
                    #expect(
                        fact.printed.en.hasPrefix(printed), "seed \(seed): \(fact.id) \(fact.printed.en) \(printed)")
                }
            case (.change, .ratio(let ratio)):
                let base = try rate(try #require(fact.base?.period))
                let difference = now.top * base.bottom - base.top * now.bottom
                #expect(
                    ratio.reduced == Self.lowest(difference, now.bottom * base.bottom), "seed \(seed): \(fact.id)")
            case (.percent, .ratio(let ratio)):
                let base = try rate(try #require(fact.base?.period))
                let difference = now.top * base.bottom - base.top * now.bottom
                #expect(ratio.reduced == Self.lowest(difference, base.top * now.bottom), "seed \(seed): \(fact.id)")
            case (.percent, .none(.zero)):
                #expect(try rate(try #require(fact.base?.period)).top == 0)
            default: Issue.record("seed \(seed): \(fact.id)")
            }
        }
    }

    private static func lowest(_ top: Int128, _ bottom: Int128) -> (numerator: Int128, denominator: Int128) {
        var (a, b) = (top.magnitude, bottom.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return (top / Int128(a), bottom / Int128(a))
    }

    /// Digit by digit, as on paper, without zeros at the end and with commas.
    private static func slow(_ top: Int128, _ bottom: Int128, _ decimals: Int, _ rounding: Rounding) -> String {
        var digits = Int128(0)
        var rest = top
        for place in 0...decimals {
            if place > 0 { rest *= 10 }
            digits = digits * 10 + rest / bottom
            rest %= bottom
        }
        let isUp = rest * 2 > bottom || rest * 2 == bottom && (rounding == .halfUp || digits % 2 == 1)
        if isUp { digits += 1 }
        let hundredths = digits % 100
        let whole = NumberStyle.exact(digits / 100)
        if hundredths == 0 { return whole }
        let fraction = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
        return whole + "." + (fraction.hasSuffix("0") ? String(fraction.dropLast()) : fraction)
    }

    /// Members are no secret; so nothing but them is told of a group whose figures are withheld.
    @Test(arguments: SeededRandom.seeds(60))
    func nothingIsToldOfWithheldGroups(seed: UInt64) {
        let (report, set, _) = Self.covered(seed)
        for breakdown in report.breakdowns {
            for line in breakdown.groups {
                let own = set.facts.filter {
                    $0.measure.perThousand != nil && $0.group?.field == breakdown.field && $0.group?.name == line.group
                }
                for (shown, period) in [
                    (line.figures, FactPeriod.quarter(report.quarter)),
                    (line.yearEarlier.base, .quarter(report.quarter.yearEarlier)),
                ] {
                    if case .known = shown { continue }
                    let told = own.filter { $0.period == period || $0.base?.period == period }
                    #expect(told.isEmpty, "seed \(seed): \(told.map(\.id))")
                }
            }
        }
    }

    @Test func withoutMembersThereIsNothingOfThem() {
        let set = SampleFacts.named("full-size")
        #expect(!set.facts.contains { $0.measure == .members || $0.measure.perThousand != nil })
        #expect(!set.definitions.contains { $0.key == "members" || $0.key == "perThousand" })
    }

    @Test func numbersAreAsPrinted() throws {
        let set = SampleFacts.of(SampleReport.covered(SampleReport.fullSize, members: 4_250_000))
        let rate = try #require(set["2023Q2/recipientsPerThousand"])
        // 985,800 of 4,250,000.
        #expect(rate.printed.zh == "231.95人" && rate.printed.en == "231.95 people")
        let wording = FactWording(set, .en)
        #expect(wording.exact(rate) == "985,800 × 1,000 ÷ 4,250,000")
        #expect(set["2023Q2/members"]?.printed.zh == "425万人")
        #expect(set["2023Q2/amountPerThousand"]?.printed.zh == "3.18万元")
        let change = try #require(set["2023Q2/yoy/recipientsPerThousand/change"])
        // 833,600 of 4,080,000 a year earlier: 204.31.
        #expect(
            change.printed.zh == "增加27.64人" && wording.base(change)?.contains("833,600 × 1,000 ÷ 4,080,000") == true)
        #expect(set["2023Q2/yoy/recipientsPerThousand/percent"]?.printed.zh == "增长13.53%")
        #expect(wording.sources(rate).contains { $0.contains("members.csv") })
    }
}
