import AidInput
package import AidModel

/// Where the time of a run went, for `--timings`.
///
/// - Units: nanoseconds; those of reading are added up over all threads.
package struct RunTimings: Sendable {
    /// The parts of a run after reading.
    enum Stage {
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
        reading.map { line in
            let (zh, en) = RunTimings.name(line.stage)
            return note(zh, en, line.nanoseconds, isOfThreads: true)
        }
            + after.map { line in
                let (zh, en) = RunTimings.name(line.stage)
                return note(zh, en, line.nanoseconds, isOfThreads: false)
            }
    }

    private func note(_ zh: String, _ en: String, _ nanoseconds: Int, isOfThreads: Bool) -> Finding {
        let microseconds = nanoseconds / 1000
        let fraction = String(microseconds % 1_000_000)
        let seconds =
            "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
        return Finding(
            level: .note, code: "timing",
            message: BilingualText(
                zh: "\(seconds) 秒　\(zh)" + (isOfThreads ? "（\(jobs) 个线程合计）" : ""),
                en: "\(seconds) s  \(en)" + (isOfThreads ? " (\(jobs) threads together)" : "")))
    }

    private static func name(_ stage: ReadingStage) -> (zh: String, en: String) {
        switch stage {
        case .read: ("读取", "read: from files into memory")
        case .wait: ("等待", "wait: for the piece before")
        case .mark: ("标记", "mark: find structure, check text")
        case .decode: ("解码", "decode: records to claims, dealt out")
        case .digest: ("摘要", "digest: SHA-256 of the inputs")
        }
    }

    private static func name(_ stage: Stage) -> (zh: String, en: String) {
        switch stage {
        case .resolve: ("核定", "resolve: versions and reversals")
        case .count: ("统计", "count: people told apart, figures compared")
        case .write: ("写出", "write: reports")
        }
    }
}
