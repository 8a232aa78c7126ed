import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// Sums that leave out what is empty, held against those of every quarter.
struct AtomSumsTests {
    @Test("Sums of some claims, and of any span of time")
    func twin() {
        for seed in SeededRandom.seeds(200) {
            var random = SeededRandom(seed)
            expectSame(&random, "seed \(seed)")
        }
    }

    private func expectSame(_ random: inout SeededRandom, _ seed: Comment) {
        let atomCount = Int.random(in: 1...12, using: &random)
        let slots = GroupSlots(
            slotsByCode: (0..<20).map { _ in Int.random(in: 0..<9, using: &random) },
            breakdownCount: 2, count: 9)
        let places = (0..<atomCount + 3).map { $0 < atomCount ? $0 : nil }.shuffled(using: &random)
        var dense = [[(times: Int, money: Int128)]](repeating: Array(repeating: (0, 0), count: atomCount), count: 9)
        let claims = (0..<Int.random(in: 0...80, using: &random)).map { _ in
            (
                cell: Int.random(in: 0..<places.count, using: &random),
                groupsCode: UInt32.random(in: 0..<10, using: &random), count: Int.random(in: 1...9, using: &random),
                amountMinor: Int128(Int.random(in: -5...500, using: &random))
            )
        }
        for claim in claims {
            guard let atom = places[claim.cell] else { continue }
            for slot in slots.slots(of: claim.groupsCode) {
                dense[slot][atom].times += claim.count
                dense[slot][atom].money += claim.amountMinor
            }
        }
        let sums = AtomSums(claims, places: places, slots: slots)
        for slot in 0..<9 {
            let expected = dense[slot].enumerated().filter { $1.times > 0 }.map {
                AtomSums.Sum(atom: $0, times: $1.times, money: $1.money)
            }
            #expect(Array(sums[slot]) == expected, seed)
            let twice = AtomSums.merged(expected.shuffled(using: &random) + expected)
            #expect(twice.map(\.times) == expected.map { 2 * $0.times }, seed)
            let series = GroupSeries(figures: PeriodFigures(), atoms: sums[slot], atomCount: atomCount)
            for start in 0..<atomCount {
                for end in start + 1...atomCount {
                    #expect(series.times(in: start..<end) == dense[slot][start..<end].reduce(0) { $0 + $1.times }, seed)
                    #expect(series.money(in: start..<end) == dense[slot][start..<end].reduce(0) { $0 + $1.money }, seed)
                }
            }
        }
    }
}

extension GroupSeries {
    /// - Parameter atoms: person-times and money of every one.
    init(figures: PeriodFigures, atoms: [(times: Int, money: Int128)]) {
        let sums = atoms.enumerated().filter { $1.times > 0 }.map {
            AtomSums.Sum(atom: $0, times: $1.times, money: $1.money)
        }
        self.init(figures: figures, atoms: sums[...], atomCount: atoms.count)
    }
}
