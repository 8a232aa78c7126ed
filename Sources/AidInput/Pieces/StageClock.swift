import Glibc

/// The parts of reading between which the time of a run is divided.
package enum ReadingStage: Int, Sendable, CaseIterable {
    /// From the file into memory.
    case read
    /// Waiting for the piece before, or for memory.
    case wait
    /// Finding structure, checking text.
    case mark
    /// Records to claims, and claims on their way to the exchange.
    case decode
    /// The SHA-256 of the input.
    case digest
}

/// Divides one thread's time between stages.
///
/// - Units: nanoseconds.
package struct StageClock: Sendable {
    package private(set) var nanoseconds = [Int](repeating: 0, count: ReadingStage.allCases.count)
    private var last = StageClock.now()

    package init() {}

    /// Says that the time since the last call went into a stage.
    package mutating func pass(_ stage: ReadingStage) {
        let now = StageClock.now()
        nanoseconds[stage.rawValue] += now - last
        last = now
    }

    package static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
