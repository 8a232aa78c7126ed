import Foundation

/// The generator SplitMix64: the same everywhere for the same seed.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The seeds to try; `AIDSTATS_SEEDS` says how many instead.
    package static func seeds(_ count: UInt64) -> Range<UInt64> {
        0..<(ProcessInfo.processInfo.environment["AIDSTATS_SEEDS"].flatMap { UInt64($0) } ?? count)
    }
}
