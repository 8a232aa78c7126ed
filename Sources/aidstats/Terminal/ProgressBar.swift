import AidPipeline

/// Records, bytes, rate and time left on one line of standard error, while a run reads;
/// on a terminal alone.
final class ProgressBar: Sendable {
    private let task: Task<Void, Never>?

    init(_ progress: RunProgress, isShown: Bool) {
        guard isShown, StandardError.isTerminal else {
            task = nil
            return
        }
        task = Task.detached {
            let clock = ContinuousClock()
            let start = clock.now
            while !Task.isCancelled {
                try? await clock.sleep(for: .milliseconds(200))
                if Task.isCancelled { break }
                let seconds = max(1, (clock.now - start).components.seconds)
                StandardError.write("\r\u{1B}[K" + ProgressBar.line(progress.current, seconds: Int(seconds)))
            }
        }
    }

    /// Clears the line.
    func end() {
        guard let task else { return }
        task.cancel()
        StandardError.write("\r\u{1B}[K")
    }

    static func line(_ state: RunProgress.State, seconds: Int) -> String {
        let done = min(state.byteCount, state.totalByteCount)
        guard state.totalByteCount > 0 else { return "…" }
        let percent = done * 100 / state.totalByteCount
        let filled = percent / 5
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        let rate = done / seconds
        let left = rate > 0 ? "\((state.totalByteCount - done) / rate) s" : "–"
        return
            "\(bar) \(percent)%  \(state.recordCount) rows  \(done >> 20)/\(state.totalByteCount >> 20) MiB  \(rate >> 20) MiB/s  ~\(left)"
    }
}
