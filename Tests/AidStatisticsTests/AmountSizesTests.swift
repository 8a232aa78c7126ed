import AidStatistics
import TestSupport
import Testing

/// Medians from buckets, against medians of sorted amounts.
struct AmountSizesTests {
    @Test("What is a thousand times off is told; what is not eight hundred times off is not")
    func againstSortedAmounts() {
        for seed in SeededRandom.seeds(200) {
            var random = SeededRandom(seed)
            var parts: [Int: [Int64]] = [:]
            for key in 0..<Int.random(in: 1...4, using: &random) {
                let scale = [1, 100, 900, 1000, 1100, 10_000, 1_000_000].randomElement(using: &random)! as Int64
                let count = [0, 1, 19, 20, 21, 40, 101].randomElement(using: &random)!
                parts[key] = (0..<count).map { _ in
                    Int.random(in: 0..<9, using: &random) == 0
                        ? Int64.random(in: 0...10_000_000, using: &random)
                        : scale * Int64.random(in: 900...1100, using: &random)
                }
            }
            let told = Set(AmountSizes.outliers(parts.mapValues { AmountSizes($0) }).map(\.key))
            for (key, part) in parts {
                let part = part.filter { $0 > 0 }.sorted()
                let others = parts.filter { $0.key != key }.flatMap(\.value).filter { $0 > 0 }.sorted()
                guard part.count >= 20, others.count >= 20 else {
                    #expect(!told.contains(key), "seed \(seed)")
                    continue
                }
                func median(_ sorted: [Int64]) -> Double { Double(sorted[(sorted.count + 1) / 2 - 1]) }
                let ratio = max(median(part) / median(others), median(others) / median(part))
                if ratio >= 1000 { #expect(told.contains(key), "seed \(seed), \(ratio)") }
                if ratio < 780 { #expect(!told.contains(key), "seed \(seed), \(ratio)") }
            }
        }
    }

    @Test("Whole amounts a hundred times as large as others that are not may be in 分; larger claims are not")
    func hundredfold() {
        func told(_ parts: [[Int64]]) -> [Int] {
            AmountSizes.hundredfold(
                Dictionary(uniqueKeysWithValues: parts.map { AmountSizes($0) }.enumerated().map { ($0, $1) })
            )
            .map(\.key)
        }
        for seed in SeededRandom.seeds(50) {
            var random = SeededRandom(seed)
            let yuan = (0..<100).map { _ in Int64.random(in: 50_000...500_000, using: &random) }
            let fen = (0..<50).map { _ in Int64.random(in: 50_000...500_000, using: &random) * 100 }
            #expect(told([yuan, fen]) == [0, 1], "seed \(seed)")
            #expect(told([yuan, fen, yuan]) == [1], "seed \(seed)")
            #expect(told([fen, yuan, fen]).contains(1), "seed \(seed)")
            #expect(told([yuan, fen.map { $0 + 1 }]).isEmpty, "seed \(seed)")
            #expect(told([yuan.map { $0 / 100 * 100 }, fen]).isEmpty, "seed \(seed)")
            #expect(told([yuan, fen.map { $0 / 1000 * 100 }]).isEmpty, "seed \(seed)")
            #expect(told([yuan, Array(fen.prefix(19))]).isEmpty, "seed \(seed)")
        }
    }

    @Test("The greatest and the least amounts have a bucket")
    func edges() {
        var sizes = AmountSizes([1, .max, 0, -5])
        #expect(sizes.claimCount == 2)
        sizes += AmountSizes([Int64.max])
        #expect(sizes.claimCount == 3)
        #expect(AmountSizes.outliers([1: sizes]).isEmpty)
    }
}
