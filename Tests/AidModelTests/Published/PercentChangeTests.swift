import AidModel
import TestSupport
import Testing

@Suite struct PercentChangeTests {
    @Test(
        arguments: [
            (985_800, 833_600, 1826), (1, 3, -6667), (2, 3, -3333), (3, 2, 5000), (0, 7, -10_000), (7, 7, 0),
            // 0.005 % and −0.005 % are rounded away from zero.
            (20_001, 20_000, 1), (19_999, 20_000, -1), (40_001, 40_000, 0), (-1, -2, -5000), (2, -2, -20_000),
        ] as [(Int, Int, Int)])
    func exactFiguresHaveOnePercent(now: Int, base: Int, hundredths: Int) {
        let percent = PercentChange(from: range(base, base), to: range(now, now))
        #expect(percent == .hundredths(Int128(hundredths)))
    }

    @Test(
        arguments: [
            // 72.7万 to 98.58万.
            (985_750, 985_849, 726_500, 727_499, 3549, 3570), (0, 10, 10, 10, -10_000, 0), (9, 11, 10, 10, -1000, 1000),
            (-5, 5, 10, 20, -15_000, -5000), (-5, -4, 10, 20, -15_000, -12_000), (2, 4, -20, -10, -14_000, -11_000),
        ] as [(Int, Int, Int, Int, Int, Int)])
    func roundedFiguresHaveARange(
        nowLowest: Int, nowHighest: Int, baseLowest: Int, baseHighest: Int, lowest: Int, highest: Int
    ) {
        let percent = PercentChange(
            from: range(baseLowest, baseHighest),
            to: range(nowLowest, nowHighest))
        #expect(percent == .between(range(lowest, highest)))
    }

    @Test func whereThereIsNoPercentItSaysWhy() {
        let one = FigureRange(exactly: 1)
        let huge = FigureRange(exactly: Int128.max / 3)
        #expect(PercentChange(from: FigureRange(exactly: 0), to: one) == .unknown(.zero))
        #expect(PercentChange(from: FigureRange(lowest: 0, highest: 49), to: one) == .unknown(.unbounded))
        #expect(PercentChange(from: FigureRange(lowest: -1, highest: 1), to: one) == .unknown(.unbounded))
        #expect(PercentChange(from: one, to: huge) == .unknown(.tooLarge))
        #expect(PercentChange(from: FigureRange(lowest: 1, highest: 2), to: huge) == .unknown(.tooLarge))
        #expect(PercentChange(from: one, to: FigureRange(exactly: .min)) == .unknown(.tooLarge))
    }

    /// Twin: the percent of every pair lies within, and no narrower range of whole hundredths will do.
    @Test(arguments: SeededRandom.seeds(6))
    func rangeHoldsEveryPairAndNoMore(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SeededRandom(seed)
        for _ in 0..<200 {
            let nowLowest = Int128.random(in: -40...400, using: &random)
            let baseLowest = Int128.random(in: 1...300, using: &random)
            let now = FigureRange(lowest: nowLowest, highest: nowLowest + .random(in: 0...20, using: &random))
            let base = FigureRange(lowest: baseLowest, highest: baseLowest + .random(in: 1...20, using: &random))
            let percent = PercentChange(from: base, to: now)
            guard case .between(let range) = percent else {
                Issue.record("\(now) on \(base): \(percent)")
                continue
            }
            var touchesLowest = false
            var touchesHighest = false
            for one in base.lowest...base.highest {
                for other in now.lowest...now.highest {
                    // lowest ≤ (other − one) × 10,000 ÷ one ≤ highest, without dividing.
                    let scaled = (other - one) * 10_000
                    #expect(range.lowest * one <= scaled && scaled <= range.highest * one)
                    touchesLowest = touchesLowest || scaled < (range.lowest + 1) * one
                    touchesHighest = touchesHighest || scaled > (range.highest - 1) * one
                }
            }
            #expect(touchesLowest && touchesHighest, "\(now) on \(base)")
        }
    }

    private func range(_ lowest: Int, _ highest: Int) -> FigureRange {
        FigureRange(lowest: Int128(lowest), highest: Int128(highest))
    }
}
