import AidModel
import AidStatistics
import Testing

/// Rule 7: change ÷ base × 100, rounded half away from zero to two decimals.
@Suite struct PercentTests {
    @Test(
        arguments: [
            (152_200, 833_600, 1826), (165_300, 890_100, 1857), (2_600_000_000, 10_900_000_000, 2385), (0, 5, 0),
            (1, 20_000, 1), (-1, 20_000, -1), (1, 20_001, 0), (-1, 20_001, 0), (3, 20_000, 2), (-3, 20_000, -2),
            (149_999, 1_000_000_000, 1), (150_000, 1_000_000_000, 2), (-150_000, 1_000_000_000, -2), (1, 3, 3333),
            (2, 3, 6667), (-2, 3, -6667), (-5, 5, -10_000), (1_000_000, 1, 10_000_000_000),
            (1_000_000_000_000_000_000_000_000, 2_000_000_000_000_000_000_000_000, 5_000),
        ] as [(Int128, Int128, Int128)])
    func isRoundedHalfAwayFromZero(change: Int128, base: Int128, hundredths: Int128) {
        #expect(Percent(change: change, base: base) == .hundredths(hundredths))
    }

    @Test func isNoneWithoutABase() {
        #expect(Percent(change: 5, base: 0) == .noneZero)
        #expect(Percent(change: 0, base: 0) == .noneZero)
    }

    @Test(arguments: Measure.allCases)
    func ofAComparisonSaysWhyThereIsNone(measure: Measure) {
        let known = Shown.known(Figures(recipientCount: 2, personTimeCount: 2, amountMinor: 2))
        func percent(_ now: Shown<Figures>, _ base: Shown<Figures>) -> Percent {
            Comparison(quarter: Quarter(year: 2023, number: 2), now: now, base: base).percent(measure)
        }
        #expect(percent(known, known) == .hundredths(0))
        #expect(percent(known, .known(.zero)) == .noneZero)
        #expect(percent(known, .absent) == .noneAbsent)
        #expect(percent(.absent, known) == .noneAbsent)
        #expect(percent(known, .suppressed(.small)) == .noneSuppressed)
        #expect(percent(.suppressed(.complement), known) == .noneSuppressed)
        #expect(percent(.suppressed(.small), .absent) == .noneAbsent)
    }
}
