import AidModel
import AidText
import TestSupport

@testable import AidCheck
@testable import AidNews

/// Figures of a programme, drawn at random: every quarter of some years, as a whole and by groups.
struct GrammarWorld {
    /// Two kinds of care, which are all, and some districts, which are not.
    static let care = ["门诊", "住院"]
    static let districts = ["朝阳区", "丰台区", "通州区"]
    static let groups =
        care.map { FactGroup(field: "care", title: BilingualText(zh: "就诊类型", en: "care"), name: $0) }
        + districts.map { FactGroup(field: "district", title: BilingualText(zh: "区", en: "district"), name: $0) }

    private static let firstYear = 2020

    /// Of each quarter the whole, then each of `groups`.
    private var levels: [Quarter: [Figures]] = [:]
    private var yearsToDate: [Quarter: Figures] = [:]
    private var cumulative: [Quarter: Figures] = [:]
    /// The one that pages are about.
    let quarter: Quarter

    init(_ random: inout SeededRandom) {
        quarter = Quarter(year: 2023, number: Int.random(in: 1...4, using: &random))
        // A city's programme, or a company's.
        var people =
            Bool.random(using: &random)
            ? Int.random(in: 400_000...900_000, using: &random) : Int.random(in: 3000...20_000, using: &random)
        var (toDate, all) = (Figures.zero, Figures.zero)
        for ordinal in Quarter(year: Self.firstYear, number: 1).ordinal...quarter.ordinal {
            let quarter = Quarter(ordinal: ordinal)
            people = people * Int.random(in: 88...118, using: &random) / 100 + Int.random(in: 1...97, using: &random)
            let own = Self.split(people, &random)
            levels[quarter] = own
            if quarter.number == 1 { toDate = .zero }
            toDate = Self.more(toDate, own[0])
            all = Self.more(all, own[0])
            yearsToDate[quarter] = quarter.number == 1 ? own[0] : toDate
            cumulative[quarter] = all
        }
    }

    /// The whole and its groups. One person may stand in two groups, a payment only in one of a kind.
    private static func split(_ people: Int, _ random: inout SeededRandom) -> [Figures] {
        let times = people * Int.random(in: 103...130, using: &random) / 100
        let fen =
            Int128(times) * Int128.random(in: 9_000...32_000, using: &random)
            + Int128.random(in: 0...9_999, using: &random)
        let out = Int.random(in: 35...65, using: &random)
        let outFen = Int.random(in: 20...45, using: &random)
        func part(_ percent: Int, _ percentOfMoney: Int) -> Figures {
            let some = times * percent / 100
            return Figures(
                recipientCount: some * Int.random(in: 80...95, using: &random) / 100, personTimeCount: some,
                amountMinor: fen * Int128(percentOfMoney) / 100)
        }
        let whole = Figures(recipientCount: people, personTimeCount: times, amountMinor: fen)
        let first = part(out, outFen)
        let rest = Figures(
            recipientCount: (times - first.personTimeCount) * 19 / 20, personTimeCount: times - first.personTimeCount,
            amountMinor: fen - first.amountMinor)
        return [whole, first, rest]
            + Self.districts.map { _ in
                let percent = Int.random(in: 5...25, using: &random)
                return part(percent, max(1, percent + Int.random(in: -2...2, using: &random)))
            }
    }

    /// A person of one quarter may be one of another.
    private static func more(_ before: Figures, _ own: Figures) -> Figures {
        Figures(
            recipientCount: before.recipientCount * 83 / 100 + own.recipientCount,
            personTimeCount: before.personTimeCount + own.personTimeCount,
            amountMinor: before.amountMinor + own.amountMinor)
    }

    // MARK: Values

    /// A quotient of whole numbers, in whole units.
    struct Exact {
        var numerator: Int128
        var denominator: Int128 = 1

        var isPositive: Bool { numerator > 0 }
        var size: Exact { Exact(numerator: abs(numerator), denominator: denominator) }
        func times(_ factor: Int128) -> Exact { Exact(numerator: numerator * factor, denominator: denominator) }

        func minus(_ other: Exact) -> Exact {
            Exact(
                numerator: numerator * other.denominator - other.numerator * denominator,
                denominator: denominator * other.denominator)
        }

        /// How many times the other it is.
        func over(_ other: Exact) -> Exact {
            Exact(numerator: numerator * other.denominator, denominator: denominator * other.numerator)
        }

        /// By how many percent it is more than the other.
        func percent(over other: Exact) -> Exact {
            let quotient = over(other)
            return Exact(
                numerator: (quotient.numerator - quotient.denominator) * 100, denominator: quotient.denominator)
        }
    }

    private func unit(_ measure: Measure) -> Int128 { measure == .amount ? 100 : 1 }

    /// - Parameter group: a place among `groups`; nil: the whole.
    private func level(_ measure: Measure, _ quarter: Quarter, _ group: Int? = nil) -> Int128 {
        Int128(levels[quarter]![group.map { $0 + 1 } ?? 0][measure])
    }

    func value(_ measure: Measure, _ quarter: Quarter, _ group: Int? = nil) -> Exact {
        Exact(numerator: level(measure, quarter, group), denominator: unit(measure))
    }

    func yearToDate(_ measure: Measure, _ quarter: Quarter) -> Exact {
        Exact(numerator: Int128(yearsToDate[quarter]![measure]), denominator: unit(measure))
    }

    func cumulative(_ measure: Measure) -> Exact {
        Exact(numerator: Int128(cumulative[quarter]![measure]), denominator: unit(measure))
    }

    func change(_ measure: Measure, _ base: Quarter, _ group: Int? = nil) -> Exact {
        Exact(numerator: level(measure, quarter, group) - level(measure, base, group), denominator: unit(measure))
    }

    func percent(_ measure: Measure, _ base: Quarter, _ group: Int? = nil) -> Exact {
        let before = level(measure, base, group)
        return Exact(numerator: (level(measure, quarter, group) - before) * 100, denominator: before)
    }

    /// In percent.
    func share(_ measure: Measure, _ quarter: Quarter, _ group: Int) -> Exact {
        Exact(numerator: level(measure, quarter, group) * 100, denominator: level(measure, quarter))
    }

    /// By how many percentage points the share of a group is more than at another time.
    func sharePoints(_ measure: Measure, _ group: Int, _ base: Quarter) -> Exact {
        let (now, before) = (share(measure, quarter, group), share(measure, base, group))
        return now.minus(before)
    }

    /// Person-times or money of several quarters, whose people do not add up.
    func sum(_ measure: Measure, _ first: Quarter, _ last: Quarter) -> Exact {
        let all = (first.ordinal...last.ordinal).map { level(measure, Quarter(ordinal: $0)) }
        return Exact(numerator: all.reduce(0, +), denominator: unit(measure))
    }

    /// The same of several groups of a quarter.
    func sum(_ measure: Measure, of groups: [Int]) -> Exact {
        Exact(
            numerator: groups.map { level(measure, quarter, $0) }.reduce(0, +), denominator: unit(measure))
    }

    func ratio(_ measure: Measure, _ one: Int, _ other: Int) -> Exact {
        Exact(numerator: level(measure, quarter, one), denominator: level(measure, quarter, other))
    }

    func average(_ top: Measure, _ bottom: Measure, _ quarter: Quarter? = nil, _ group: Int? = nil) -> Exact {
        let quarter = quarter ?? self.quarter
        return Exact(
            numerator: level(top, quarter, group), denominator: level(bottom, quarter, group) * unit(top))
    }

    // MARK: Facts

    var known: KnownFigures {
        let sets = levels.keys.sorted().map { quarter in
            let facts = Measure.allCases.flatMap { measure in
                [
                    DraftStory.fact(.quarter(quarter), measure, level(measure, quarter)),
                    DraftStory.fact(.yearToDate(through: quarter), measure, Int128(yearsToDate[quarter]![measure])),
                    DraftStory.fact(
                        .cumulative(since: DraftStory.programme.since!, through: quarter), measure,
                        Int128(cumulative[quarter]![measure])),
                ]
                    + Self.groups.enumerated().map { place, group in
                        DraftStory.fact(.quarter(quarter), measure, level(measure, quarter, place), group: group)
                    }
            }
            return FactSet(
                programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp,
                definitions: [], sources: [], facts: facts)
        }
        return KnownFigures(sets, vintages: [], programme: DraftStory.programme)
    }
}
