import Glibc
import Synchronization

/// Threads of their own for work that computes and waits.
///
/// Swift's tasks share as many threads as there are processors, and must never wait: a piece
/// that waits for the piece before would keep everything else, the progress bar too, from
/// running.
final class ThreadCrew: Sendable {
    private let count: Int
    private let body: @Sendable () -> Void
    private let running: Atomic<Int>
    private let finished = Mutex<CheckedContinuation<Void, Never>?>(nil)

    /// - Parameter body: what every thread does; it shares the work out itself.
    init(count: Int, _ body: @escaping @Sendable () -> Void) {
        self.count = count
        self.body = body
        running = Atomic(count)
    }

    /// Runs all threads to their end.
    func run() async {
        await withCheckedContinuation { continuation in
            finished.withLock { $0 = continuation }
            for _ in 0..<count {
                // Where the system gives no more threads, this one does the work.
                if !startThread() { runBody() }
            }
        }
    }

    private func startThread() -> Bool {
        var thread = pthread_t()
        let crew = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, nil,
            { argument in
                // What `startThread` passes.
                Unmanaged<ThreadCrew>.fromOpaque(argument.unsafelyUnwrapped).takeRetainedValue().runBody()
                return nil
            }, crew.toOpaque())
        guard result == 0 else {
            crew.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private func runBody() {
        body()
        guard running.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 else { return }
        finished.withLock { continuation in
            continuation?.resume()
            continuation = nil
        }
    }
}
