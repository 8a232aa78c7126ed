import Glibc
import Synchronization

/// How far a run is, for whoever shows it.
package final class RunProgress: Sendable {
    package struct State: Sendable {
        package var recordCount = 0
        /// Bytes of text read, of all files; about the bytes on disk.
        package var byteCount = 0
        /// Bytes of all files on disk; 0 where that is not known.
        package var totalByteCount = 0
    }

    private let state = Mutex(State())

    package init() {}

    package var current: State { state.withLock { $0 } }

    /// Starts over with some files.
    func begin(files paths: [String]) {
        var byteCount = 0
        for path in paths {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { byteCount += Int(status.st_size) }
        }
        state.withLock { $0 = State(totalByteCount: byteCount) }
    }

    func advance(records: Int, bytes: Int) {
        state.withLock {
            $0.recordCount += records
            $0.byteCount += bytes
        }
    }
}
