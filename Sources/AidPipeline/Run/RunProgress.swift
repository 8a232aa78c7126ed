import Synchronization

/// How far a run is, for whoever shows it.
package final class RunProgress: Sendable {
    package struct State: Sendable {
        package var recordCount = 0
        /// Bytes of text read, of all files; about the bytes on disk.
        package var byteCount = 0
        /// Bytes of all files on disk; 0 until they are open.
        package var totalByteCount = 0
    }

    private let state = Mutex(State())

    package init() {}

    package var current: State { state.withLock { $0 } }

    func begin(file byteCount: Int) {
        state.withLock { $0.totalByteCount += byteCount }
    }

    func advance(records: Int, bytes: Int) {
        state.withLock {
            $0.recordCount += records
            $0.byteCount += bytes
        }
    }
}
