import TestSupport
import Testing

@testable import AidReport

@Suite struct AxisTicksTests {
    /// The slow twin: tries one step after the other, and walks from zero outwards.
    private static func twin(_ values: [Int128], limit: Int) -> AxisTicksTwin {
        let most = max(values.max() ?? 0, 0)
        let least = min(values.min() ?? 0, 0)
        var tens: Int128 = 1
        while true {
            for step in [tens, tens + tens, tens * 5] {
                var ticks: [Int128] = [0]
                while ticks.last! < most, ticks.count <= limit + 1 { ticks.append(ticks.last! + step) }
                while ticks.first! > least, ticks.count <= limit + 1 { ticks.insert(ticks.first! - step, at: 0) }
                if ticks.last! >= most, ticks.first! <= least, ticks.count <= limit + 1 {
                    return AxisTicksTwin(ticks: ticks.count == 1 ? [0, step] : ticks)
                }
            }
            tens *= 10
        }
    }

    private struct AxisTicksTwin {
        var ticks: [Int128]
    }

    @Test(arguments: SeededRandom.seeds(200))
    func theyAreAsTheTwinsAre(seed: UInt64) {
        var random = SeededRandom(seed)
        for _ in 0..<20 {
            let power = (0..<Int.random(in: 0...30, using: &random)).reduce(Int128(1)) { power, _ in power * 10 }
            let values = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                Int128(Int.random(in: -3...12, using: &random)) * power + Int128(Int.random(in: -2...2, using: &random))
            }
            let limit = Int.random(in: 2...8, using: &random)
            let ticks = AxisTicks(holding: values, limit: limit)
            #expect(ticks.values == Self.twin(values, limit: limit).ticks, "seed \(seed): \(values), \(limit)")
        }
    }

    @Test(
        arguments: [
            ([], 5, [0, 1]), ([0], 5, [0, 1]), ([1], 5, [0, 1]),
            ([985_800], 5, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]),
            ([-4087, 9412], 5, [-5000, 0, 5000, 10000]), ([-1, -3], 2, [-4, -2, 0]), ([10], 2, [0, 5, 10]),
        ] as [([Int128], Int, [Int128])])
    func theyAreRound(values: [Int128], limit: Int, ticks: [Int128]) {
        #expect(AxisTicks(holding: values, limit: limit).values == ticks)
    }
}

@Suite struct AxisScaleTests {
    @Test(arguments: SeededRandom.seeds(200))
    func aPlaceIsTheNearestTenth(seed: UInt64) {
        var random = SeededRandom(seed)
        let power = (0..<Int.random(in: 0...28, using: &random)).reduce(Int128(1)) { power, _ in power * 10 }
        let lowest = -Int128(Int.random(in: 0...9, using: &random)) * power
        let highest = Int128(Int.random(in: 1...9, using: &random)) * power
        let start = Length(tenths: Int.random(in: 0...4000, using: &random))
        let end = Length(
            tenths: start.tenths + (Bool.random(using: &random) ? 1 : -1) * Int.random(in: 1...4000, using: &random))
        let scale = AxisScale(lowest...highest, start: start, end: end)
        #expect(scale.place(lowest) == start)
        #expect(scale.place(highest) == end)
        for _ in 0..<20 {
            let value = Int128.random(in: lowest...highest, using: &random)
            // |place × span − exact place × span| ≤ span ÷ 2.
            let exact = (value - lowest) * Int128(end.tenths - start.tenths)
            let miss = Int128(scale.place(value).tenths - start.tenths) * (highest - lowest) - exact
            #expect(miss.magnitude * 2 <= (highest - lowest).magnitude, "seed \(seed): \(value)")
        }
    }
}

@Suite struct LabelThinningTests {
    @Test(arguments: SeededRandom.seeds(200))
    func noLabelTouchesTheNextAndNoneIsLeftOutForNothing(seed: UInt64) {
        var random = SeededRandom(seed)
        let distance = Length(tenths: Int.random(in: 1...600, using: &random))
        let width = Length(tenths: Int.random(in: 0...1500, using: &random))
        let step = LabelThinning.step(distance: distance, width: width)
        #expect(distance * step > width, "seed \(seed)")
        let smaller = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter { $0 < step }
        #expect(smaller.allSatisfy { distance * $0 < width + 8 }, "seed \(seed)")
    }
}

@Suite struct LengthTests {
    @Test(arguments: [(0, "0"), (5, "0.5"), (-5, "-0.5"), (120, "12"), (-123, "-12.3"), (10, "1")])
    func itIsWrittenInUnits(tenths: Int, text: String) {
        #expect(Length(tenths: tenths).description == text)
    }
}
