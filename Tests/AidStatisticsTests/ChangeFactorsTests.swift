import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// What changes come from, held against the mean over all orders, one after the other, in fractions.
@Suite struct ChangeFactorsTests {
    private static func figures(_ recipients: Int, _ personTimes: Int, _ amountMinor: Int128) -> Figures {
        Figures(recipientCount: recipients, personTimeCount: personTimes, amountMinor: amountMinor)
    }

    private static func parts(_ factors: ChangeFactors) -> [Int128] { ChangeFactor.allCases.map { factors[$0] } }

    @Test func ofTheProgrammeAddUpToTheFen() throws {
        let base = Self.figures(833_600, 890_100, 10_900_000_000)
        let now = Self.figures(985_800, 1_055_400, 13_500_000_000)
        let amount = try #require(ChangeFactors(of: .amount, from: base, to: now))
        #expect(Self.parts(amount).reduce(0, +) == 2_600_000_000)
        #expect(amount.recipients == 2_037_179_003)
        let personTimes = try #require(ChangeFactors(of: .personTimes, from: base, to: now))
        #expect(Self.parts(personTimes).reduce(0, +) == 165_300)
        #expect(personTimes.amountPerPersonTime == 0)
    }

    @Test func whereOneSideHasNobodyAllComesFromPeople() {
        let some = Self.figures(3, 4, 500)
        #expect(ChangeFactors(of: .amount, from: .zero, to: some).map(Self.parts) == [500, 0, 0])
        #expect(ChangeFactors(of: .personTimes, from: some, to: .zero).map(Self.parts) == [-4, 0, 0])
        #expect(ChangeFactors(of: .amount, from: .zero, to: .zero).map(Self.parts) == [0, 0, 0])
    }

    @Test func peopleAreNotToldFromPersonTimesOfNobody() {
        let nobody = Self.figures(0, 4, 500)
        #expect(ChangeFactors(of: .amount, from: nobody, to: Self.figures(3, 4, 500)) == nil)
        #expect(ChangeFactors(of: .personTimes, from: Self.figures(3, 4, 500), to: nobody) == nil)
        #expect(ChangeFactors(of: .recipients, from: .zero, to: Self.figures(3, 4, 500)) == nil)
    }

    /// One fen is left of three equal parts: the first has it.
    @Test func ofEqualsTheFirstGetsTheLastFen() {
        // 1 × 1 × 1 to 2 × 2 × 2: three parts of 7/3.
        let factors = ChangeFactors(of: .amount, from: Self.figures(1, 1, 1), to: Self.figures(2, 4, 8))
        #expect(factors.map(Self.parts) == [3, 2, 2])
        let back = ChangeFactors(of: .amount, from: Self.figures(2, 4, 8), to: Self.figures(1, 1, 1))
        #expect(back.map(Self.parts) == [-2, -2, -3])
    }

    @Test(arguments: SeededRandom.seeds(400))
    func agreeWithTheMeanOverAllOrders(seed: UInt64) throws {
        var random = SeededRandom(seed)
        func side() -> Figures {
            let recipients = [0, Int.random(in: 1...40, using: &random)].randomElement(using: &random) ?? 0
            let personTimes =
                recipients == 0
                ? 0 : recipients + [0, Int.random(in: 0...9, using: &random)].randomElement(using: &random)!
            // Below zero where more was taken back than was paid.
            let amount = recipients == 0 ? 0 : Int128(Int.random(in: -300...3000, using: &random))
            return Self.figures(recipients, personTimes, amount)
        }
        let (base, now) = (side(), side())
        for measure in [Measure.personTimes, .amount] {
            let factors = try #require(ChangeFactors(of: measure, from: base, to: now))
            let exact = FactorsTwin.parts(of: measure, from: base, to: now)
            #expect(Self.parts(factors) == FactorsTwin.rounded(exact), "seed \(seed)")
            #expect(Self.parts(factors).reduce(0, +) == now[measure] - base[measure], "seed \(seed)")
        }
    }

    /// Money in so small a unit that every part is whole: beyond 128 bits on the way there.
    @Test(arguments: SeededRandom.seeds(100))
    func areExactForLargeFigures(seed: UInt64) throws {
        var random = SeededRandom(seed)
        func side() -> Figures {
            let recipients = Int.random(in: 1...200, using: &random)
            return Self.figures(
                recipients, recipients + Int.random(in: 0...200, using: &random),
                Int128(Int.random(in: 0...1_000_000, using: &random)))
        }
        let (base, now) = (side(), side())
        let unit =
            6 * Int128(base.recipientCount) * Int128(base.personTimeCount) * Int128(now.recipientCount)
            * Int128(now.personTimeCount) * 1_000_000_007
        let large = [base, now].map { Self.figures($0.recipientCount, $0.personTimeCount, $0.amountMinor * unit) }
        let factors = try #require(ChangeFactors(of: .amount, from: large[0], to: large[1]))
        let exact = FactorsTwin.parts(of: .amount, from: base, to: now)
        #expect(Self.parts(factors) == exact.map { $0.numerator * (unit / $0.denominator) }, "seed \(seed)")
    }

    /// People and money of a country over a century, and of all there could be.
    @Test func addUpHoweverLarge() throws {
        let people = [1_000_003, 1_400_000_000, 90_000_000_017]
        for first in people {
            for second in people {
                let base = Self.figures(first, 3 * first + 1, 99_999_999_999_999_999)
                let now = Self.figures(second, 2 * second + 7, 123_456_789_012_345_678_901)
                let factors = try #require(ChangeFactors(of: .amount, from: base, to: now))
                #expect(Self.parts(factors).reduce(0, +) == now.amountMinor - base.amountMinor)
                // Whichever way time runs, the parts are the same but for the last fen.
                let back = try #require(ChangeFactors(of: .amount, from: now, to: base))
                for (one, other) in zip(Self.parts(factors), Self.parts(back)) { #expect((one + other).magnitude <= 1) }
            }
        }
        let most = Self.figures(.max, .max, Int128.max)
        #expect(ChangeFactors(of: .amount, from: most, to: most).map(Self.parts) == [0, 0, 0])
    }

    @Test func comparisonsTellThemWhereBothSidesAreShown() {
        let quarter = Quarter(year: 2022, number: 2)
        let some = Shown.known(Self.figures(3, 4, 500))
        func factors(_ now: Shown<Figures>, _ base: Shown<Figures>) -> ChangeFactors? {
            Comparison(quarter: quarter, now: now, base: base).factors(.amount)
        }
        #expect(factors(some, some) != nil)
        for hidden in [Shown<Figures>.suppressed(.small), .suppressed(.complement), .absent] {
            #expect(factors(some, hidden) == nil)
            #expect(factors(hidden, some) == nil)
            let comparison = Comparison(quarter: quarter, now: some, base: hidden)
            #expect(comparison.contribution(.amount, to: Comparison(quarter: quarter, now: some, base: some)) == nil)
            #expect(Comparison(quarter: quarter, now: some, base: some).contribution(.amount, to: comparison) == nil)
        }
        var unidentified = Comparison(quarter: quarter, now: some, base: some)
        unidentified.tellsFactors = false
        #expect(unidentified.factors(.amount) == nil)
    }

    @Test func contributionsOfAllGroupsAddUpToThePercent() {
        let quarter = Quarter(year: 2022, number: 2)
        func comparison(_ now: Int128, _ base: Int128) -> Comparison {
            Comparison(
                quarter: quarter, now: .known(Self.figures(1, 1, now)), base: .known(Self.figures(1, 1, base)))
        }
        let whole = comparison(1_250, 1_000)
        #expect(comparison(700, 600).contribution(.amount, to: whole) == .hundredths(1_000))
        #expect(comparison(550, 400).contribution(.amount, to: whole) == .hundredths(1_500))
        #expect(whole.percent(.amount) == .hundredths(2_500))
        #expect(comparison(550, 400).contribution(.recipients, to: whole) == nil)
    }
}
