import TestSupport
import Testing

@testable import AidStatistics

/// The tree that finds likely partners, held against sorting all of them each time.
struct LikelyPlacesTests {
    @Test("The first few are those of all in order, whatever was noted")
    func twin() {
        for seed in SeededRandom.seeds(100) {
            var random = SeededRandom(seed)
            let count = Int.random(in: 1...70, using: &random)
            let sized = (0..<count).map { (size: Int.random(in: 0...9, using: &random), place: 3 * $0 + 1) }
                .shuffled(using: &random)
            var hidden = Dictionary(
                uniqueKeysWithValues: sized.map { ($0.place, Int.random(in: 0...6, using: &random)) })
            var places = LikelyPlaces(sized) { hidden[$0] ?? 0 }
            for _ in 0..<40 {
                let changed = sized[Int.random(in: 0..<count, using: &random)]
                hidden[changed.place] = Int.random(in: 0...6, using: &random)
                places.note(hidden[changed.place] ?? 0, of: changed)
                let limit = Int.random(in: 1...count + 1, using: &random)
                let but = sized[Int.random(in: 0..<count, using: &random)].place
                let expected = sized.filter { $0.place != but }
                    .sorted {
                        (-(hidden[$0.place] ?? 0), $0.size, $0.place) < (-(hidden[$1.place] ?? 0), $1.size, $1.place)
                    }
                    .prefix(limit).map(\.place)
                #expect(places.first(limit, but: but) == expected, "seed \(seed)")
                #expect(
                    places.first(limit, but: 0) == places.first(count, but: 0).prefix(limit).map { $0 }, "seed \(seed)")
            }
        }
    }
}
