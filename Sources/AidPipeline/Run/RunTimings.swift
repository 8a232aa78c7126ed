import AidInput
package import AidModel

/// Where the time of a run went, for `--timings`.
///
/// - Units: nanoseconds; those of reading are added up over all threads.
package struct RunTimings: Sendable {
    /// The parts of a run after reading.
    enum Stage: Sendable {
        case resolve
        case count
        case write
    }

    private var reading: [(stage: ReadingStage, nanoseconds: Int)]
    private var after: [(stage: Stage, nanoseconds: Int)] = []
    private let jobs: Int
    private var last = StageClock.now()

    /// - Parameter clocks: one a thread and part of reading.
    init(reading clocks: [StageClock], jobs: Int) {
        self.jobs = jobs
        reading = ReadingStage.allCases.map { stage in
            (stage, clocks.reduce(0) { $0 + $1.nanoseconds[stage.rawValue] })
        }
    }

    /// Says that the time since the last call went into a stage.
    mutating func pass(_ stage: Stage) {
        let now = StageClock.now()
        after.append((stage, now - last))
        last = now
    }

    /// A note for each stage.
    package var findings: [Finding] {
        let found =
            reading.map { RunFinding.readingTime($0.stage, nanoseconds: $0.nanoseconds, jobs: jobs) }
            + after.map { RunFinding.stageTime($0.stage, nanoseconds: $0.nanoseconds) }
        return found.map(\.finding)
    }
}
