import AidModel
import AidStatistics
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidNews

/// Random reports, of which every fact is worked out anew from the levels alone.
@Suite struct FactTwinTests {
    @Test(arguments: SeededRandom.seeds(40))
    func factsFollowFromLevels(seed: UInt64) {
        var random = SeededRandom(seed)
        let report = RandomReport.make(&random)
        let facts = SampleFacts.of(report, rounding: Bool.random(using: &random) ? .halfUp : .halfEven)
        #expect(Set(facts.facts.map(\.id)).count == facts.facts.count)
        for fact in facts.facts {
            let id = FactID(fact.period, group: fact.group, fact.measure, .level)
            let level = facts[id]?.value.range?.exactly
            let base = fact.base?.value.range?.exactly
            switch (fact.kind, fact.value) {
            case (.change, .exactly(let change)): #expect(change == level! - base!, "seed \(seed): \(fact.id)")
            case (.percent, .ratio(let ratio)):
                #expect(ratio.numerator == level! - base! && ratio.denominator == base!, "seed \(seed): \(fact.id)")
                #expect(fact.printed.zh == slowPercent(ratio, facts.rounding), "seed \(seed): \(fact.id)")
            case (.percent, .none(.zero)): #expect(base == 0)
            case (.share, .ratio(let ratio)):
                #expect(ratio.numerator == level! && ratio.denominator == base!, "seed \(seed): \(fact.id)")
            case (.highest, _):
                #expect(others(of: fact, report).allSatisfy { $0.1 < level! })
                #expect(isRunnerUp(fact, report), "seed \(seed): \(fact.id)")
            case (.lowest, _):
                #expect(others(of: fact, report).allSatisfy { $0.1 > level! })
                #expect(isRunnerUp(fact, report), "seed \(seed): \(fact.id)")
            case (.milestone, .exactly(let round)):
                #expect(base! < round && round <= level!, "seed \(seed): \(fact.id)")
                let digits = String(round).drop { $0 == "5" || $0 != "0" }
                #expect(digits.allSatisfy { $0 == "0" } && String(round).prefix { $0 != "0" }.count <= 2)
            case (.rises, .exactly(let count)), (.falls, .exactly(let count)):
                let distance = fact.id.contains("/yoy/") ? 4 : 1
                #expect(slowRun(report, fact.measure, distance, up: fact.kind == .rises) == Int(count))
            default: break
            }
        }
    }

    /// Whether the base of a record is a quarter that had that figure, and none lies between.
    private func isRunnerUp(_ fact: Fact, _ report: QuarterReport) -> Bool {
        guard let base = fact.base, let value = base.value.range?.exactly, let others = base.others else {
            return false
        }
        let compared = totals(report, fact.measure).filter { $0.0 != report.quarter && $0.0 >= others.since }
        return compared.contains { FactPeriod.quarter($0.0) == base.period && $0.1 == value }
            && compared.count == others.count
            && compared.allSatisfy { fact.kind == .highest ? $0.1 <= value : $0.1 >= value }
    }

    /// The quarters that a record is held against, of which none is missing.
    private func others(of fact: Fact, _ report: QuarterReport) -> [(Quarter, Int128)] {
        guard let since = fact.base?.others?.since else { return [] }
        let others = totals(report, fact.measure).filter { $0.0 >= since && $0.0 < report.quarter }
        #expect(fact.kind == .lowest || others.count == report.quarter.ordinal - since.ordinal, "\(fact.id)")
        return others
    }

    private func totals(_ report: QuarterReport, _ measure: FactMeasure) -> [(Quarter, Int128)] {
        let measure = Measure(rawValue: measure.rawValue)!
        return report.quarters.compactMap { total in total.figures.map { (total.quarter, $0[measure]) } }
    }

    private func slowRun(_ report: QuarterReport, _ measure: FactMeasure, _ distance: Int, up: Bool) -> Int {
        let all = totals(report, measure)
        func at(_ ordinal: Int) -> Int128? { all.first { $0.0.ordinal == ordinal }?.1 }
        for count in 0... {
            let quarter = report.quarter.ordinal - count
            guard let now = at(quarter), let then = at(quarter - distance), up ? now > then : now < then else {
                return count
            }
        }
        return 0
    }

    /// Digit by digit, as on paper.
    private func slowPercent(_ ratio: ExactRatio, _ rounding: Rounding) -> String {
        if ratio.numerator == 0 { return "持平" }
        var digits = String(ratio.numerator.magnitude / ratio.denominator.magnitude)
        var rest = ratio.numerator.magnitude % ratio.denominator.magnitude
        for _ in 0..<4 {
            rest *= 10
            digits += String(rest / ratio.denominator.magnitude)
            rest %= ratio.denominator.magnitude
        }
        var number = Int(digits)!
        let twice = rest * 2
        let isOdd = number % 2 == 1
        if twice > ratio.denominator.magnitude
            || (twice == ratio.denominator.magnitude && (rounding == .halfUp || isOdd))
        {
            number += 1
        }
        let verb = ratio.numerator > 0 ? "增长" : "下降"
        if number == 0 { return verb + "不足0.01%" }
        var fraction = String(number % 100)
        if fraction.count < 2 { fraction = "0" + fraction }
        while fraction.last == "0" { fraction.removeLast() }
        return verb + String(number / 100) + (fraction.isEmpty ? "" : "." + fraction) + "%"
    }

    /// Of a group that is withheld in a period there is no fact of that period, and no share or rank that
    /// would tell of it.
    @Test(arguments: SeededRandom.seeds(40))
    func nothingIsToldOfWithheldGroups(seed: UInt64) {
        var random = SeededRandom(seed)
        let report = RandomReport.make(&random)
        let facts = SampleFacts.of(report).facts
        for breakdown in report.breakdowns {
            for line in breakdown.groups {
                let own = facts.filter {
                    $0.group?.field == breakdown.field && $0.group?.name == line.group && $0.group?.restCount == nil
                }
                func check(_ shown: Shown<Figures>, _ period: FactPeriod) {
                    if case .known = shown { return }
                    let told = own.filter { $0.period == period || ($0.base?.period == period && $0.value.isKnown) }
                    #expect(told.isEmpty, "seed \(seed): \(told.map(\.id))")
                }
                check(line.figures, .quarter(report.quarter))
                check(line.yearEarlier.base, .quarter(report.quarter.yearEarlier))
                check(line.yearToDate.figures, .yearToDate(through: report.quarter))
                check(line.cumulative, .cumulative(since: report.cumulative.since, through: report.quarter))
            }
            let isWithheld = breakdown.groups.contains {
                if case .suppressed = $0.figures { true } else { false }
            }
            let ranks = facts.filter {
                $0.kind == .rank && $0.group?.field == breakdown.field && $0.period == .quarter(report.quarter)
            }
            if isWithheld { #expect(ranks.allSatisfy { $0.measure == .recipients }, "seed \(seed)") }
            // A large one may be anywhere among the others.
            if breakdown.groups.contains(where: { $0.figures == .suppressed(.complement) }) {
                #expect(ranks.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test(
        arguments: [
            (9_999, 10_000, 0, 10_000), (29_900_000, 30_351_500, 0, 30_000_000), (30_000_000, 30_351_500, 0, nil),
            (14_900, 15_100, 0, 15_000), (1_000, 9_999, 0, nil), (9_000, 16_000, 0, 10_000),
            (1_499_999_999_99, 1_500_000_000_00, 2, 150_000_000_000), (99_99_00, 100_00_00, 2, 1_000_000),
            (5_000, 5_000, 0, nil),
        ] as [(Int128, Int128, Int, Int128?)])
    func roundNumbersArePassedOnce(earlier: Int128, now: Int128, decimals: Int, round: Int128?) {
        #expect(FactBuilder.milestone(from: earlier, to: now, decimals: decimals) == round)
    }
}

extension FactValue {
    fileprivate var isKnown: Bool { if case .none = self { false } else { true } }
}

/// Reports with figures that contradict nothing, some of them withheld or absent.
enum RandomReport {
    static func make(_ random: inout SeededRandom) -> QuarterReport {
        func figures(_ limit: Int) -> Figures {
            let recipients = Int.random(in: 0...limit, using: &random)
            let personTimes = recipients + Int.random(in: 0...limit, using: &random)
            return SampleReport.figures(
                recipients, personTimes, Int128(personTimes) * Int128.random(in: 0...90_000, using: &random))
        }
        func shown(_ limit: Int) -> Shown<Figures> {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: .suppressed(Bool.random(using: &random) ? .small : .complement)
            case 1: .absent
            default: .known(figures(limit))
            }
        }
        var report = SampleReport.fullSize
        let limit = [5, 3_000, 2_000_000].randomElement(using: &random)!
        report.figures = figures(limit)
        report.firstTimeCount = Int.random(in: 0...report.figures.recipientCount, using: &random)
        let now = Shown.known(report.figures)
        report.yearEarlier = SampleReport.compare(now, .known(figures(limit)), at: report.quarter.yearEarlier)
        report.quarterEarlier = SampleReport.compare(now, .known(figures(limit)), at: report.quarter.quarterEarlier)
        report.cumulative.figures = SampleReport.figures(
            report.figures.recipientCount + Int.random(in: 0...limit, using: &random),
            report.figures.personTimeCount + Int.random(in: 0...limit, using: &random),
            report.figures.amountMinor + Int128(Int.random(in: 0...limit, using: &random)))
        report.quarters = (0..<Int.random(in: 1...12, using: &random)).reversed().map { back in
            let quarter = Quarter(ordinal: report.quarter.ordinal - back)
            return QuarterTotal(
                quarter: quarter, isProvisional: false,
                figures: back == 0 ? report.figures : Int.random(in: 0..<9, using: &random) == 0 ? nil : figures(limit))
        }
        // The same quarter has the same figures wherever it stands.
        for index in report.quarters.indices {
            if report.quarters[index].quarter == report.yearEarlier.quarter {
                report.quarters[index].figures = report.yearEarlier.base.value
            }
            if report.quarters[index].quarter == report.quarterEarlier.quarter {
                report.quarters[index].figures = report.quarterEarlier.base.value
            }
        }
        report.cumulative.since = report.quarters[0].quarter.firstDay
        report.breakdowns = ["care", "district"].map { field in
            BreakdownReport(
                field: field, title: BilingualText(zh: field, en: field),
                groups: ["甲", "乙", "丙", nil].map { name in
                    SampleReport.group(
                        name, report.quarter, now: shown(limit), yearEarlier: shown(limit),
                        quarterEarlier: shown(limit),
                        yearToDate: shown(limit), yearToDateEarlier: shown(limit), cumulative: shown(limit))
                })
        }
        return report
    }
}
