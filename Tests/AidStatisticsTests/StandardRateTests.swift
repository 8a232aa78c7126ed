import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// Direct standardisation, held against fractions on paper.
struct StandardRateTests {
    private static func cell(_ number: Int) -> [[UInt8]] { [Array("\(number)".utf8), number % 2 == 0 ? [] : [65]] }

    /// 1000 · Σ w·r/m ÷ Σ w in hundredths, over the product of all denominators.
    private static func slow(_ cells: [(weight: Int, recipients: Int, members: Int)]) -> Int128 {
        let product = cells.reduce(Int128(1)) { $0 * Int128($1.members) }
        let top = cells.reduce(Int128(0)) {
            $0 + Int128($1.weight * $1.recipients) * 100_000 * (product / Int128($1.members))
        }
        let bottom = product * cells.reduce(Int128(0)) { $0 + Int128($1.weight) }
        return (top * 2 + bottom) / (bottom * 2)
    }

    @Test(arguments: SeededRandom.seeds(500))
    func asOnPaper(seed: UInt64) {
        var random = SeededRandom(seed)
        let cells = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            let members = Int.random(in: 1...200, using: &random)
            return (
                weight: Int.random(in: 1...900, using: &random),
                recipients: Int.random(in: 0...members, using: &random),
                members: members
            )
        }
        func map(_ value: ((weight: Int, recipients: Int, members: Int)) -> Int) -> StandardRates.Cells {
            Dictionary(uniqueKeysWithValues: cells.enumerated().map { (Self.cell($0), value($1)) })
        }
        var recipients = map(\.recipients)
        // Whoever is in no cell of the population does not count.
        recipients[Self.cell(99)] = 7
        let rate = StandardRates.rate(
            recipients: recipients, members: map(\.members), weights: map(\.weight), minGroup: 0)
        #expect(rate == .hundredths(Self.slow(cells)), "seed \(seed)")
        // The same make-up as the members': the crude rate.
        let own = StandardRates.rate(
            recipients: map(\.recipients), members: map(\.members), weights: map(\.members), minGroup: 0)
        let (people, members) = (cells.reduce(0) { $0 + $1.recipients }, cells.reduce(0) { $0 + $1.members })
        let crude = MemberRates.Rate(
            memberCount: members,
            figures: .known(Figures(recipientCount: people, personTimeCount: people, amountMinor: 0)))
        #expect(own == .hundredths(crude.perThousand(.recipients).value ?? -1), "seed \(seed)")
        // All weights alike larger make no difference.
        let larger = StandardRates.rate(
            recipients: recipients, members: map(\.members), weights: map { $0.weight * 1_000_003 }, minGroup: 0)
        #expect(larger == rate, "seed \(seed)")
    }

    @Test func manyLargeCellsAreStillExact() {
        // 60 cells of primes and large numbers: a half of each, so a half of all.
        var (recipients, members, weights): (StandardRates.Cells, StandardRates.Cells, StandardRates.Cells) = (
            [:], [:], [:]
        )
        for number in 0..<60 {
            let count = (1_000_003 + number * 7) * 2
            (recipients[Self.cell(number)], members[Self.cell(number)]) = (count / 2, count)
            weights[Self.cell(number)] = 999_999_937 - number
        }
        #expect(
            StandardRates.rate(recipients: recipients, members: members, weights: weights, minGroup: 5)
                == .hundredths(50_000))
        recipients[Self.cell(3)]! += 1
        let more = StandardRates.rate(recipients: recipients, members: members, weights: weights, minGroup: 5)
        // One more of two million in one of 60 cells is less than a hundredth.
        #expect(more == .hundredths(50_000))
    }

    @Test func cellsWithoutMembersLeaveNoRate() {
        let weights: StandardRates.Cells = [Self.cell(1): 5, Self.cell(2): 5, Self.cell(3): 5]
        let members: StandardRates.Cells = [Self.cell(1): 10]
        #expect(
            StandardRates.rate(recipients: [:], members: members, weights: weights, minGroup: 0)
                == .noMembers(cells: 2))
        #expect(StandardRates.rate(recipients: [:], members: members, weights: [:], minGroup: 0) == .absent)
        #expect(
            StandardRates.rate(recipients: [:], members: members, weights: [Self.cell(1): 5], minGroup: 0)
                == .hundredths(0))
    }

    @Test func fewPeopleOfACellWithholdTheRate() {
        let (weights, members): (StandardRates.Cells, StandardRates.Cells) = (
            [Self.cell(1): 5, Self.cell(2): 5], [Self.cell(1): 100, Self.cell(2): 100]
        )
        func rate(_ one: Int, _ other: Int) -> StandardRates.Rate {
            StandardRates.rate(
                recipients: [Self.cell(1): one, Self.cell(2): other], members: members, weights: weights, minGroup: 5)
        }
        #expect(rate(4, 50) == .withheld && rate(50, 1) == .withheld)
        #expect(rate(5, 50) == .hundredths(27_500) && rate(0, 50) == .hundredths(25_000))
    }

    @Test(arguments: SeededRandom.seeds(300))
    func wholeNumbersDivideAsTheyShould(seed: UInt64) throws {
        var random = SeededRandom(seed)
        // quotient × divisor + rest, of several limbs.
        let quotient = UInt128(UInt64.random(in: 0...(.max), using: &random)) << Int.random(in: 0...60, using: &random)
        var divisor = WholeNumber(UInt64.random(in: 2...(.max), using: &random))
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            divisor.multiply(by: UInt64.random(in: 1...(.max), using: &random))
        }
        let rest = WholeNumber(1)
        var number = divisor
        number.multiply(by: UInt64(truncatingIfNeeded: quotient >> 64))
        for _ in 0..<2 { number.multiply(by: 1 << 32) }
        var low = divisor
        low.multiply(by: UInt64(truncatingIfNeeded: quotient))
        number.add(low)
        number.add(rest)
        let (found, left) = try #require(number.divided(by: divisor))
        #expect(found == quotient && left == rest, "seed \(seed)")
    }
}
