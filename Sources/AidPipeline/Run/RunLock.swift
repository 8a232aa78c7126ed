import Glibc

/// Keeps two runs from writing the same programme's reports and ledger at once.
///
/// A lock on a file of its own, which the system drops with the process.
final class RunLock: Sendable {
    private let descriptor: Int32

    /// - Parameters:
    ///   - path: of the file, in a folder that exists.
    ///   - waits: whether to wait until another run has ended.
    init(path: String, waits: Bool) throws(RunFailure) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw OutputFolder.failure(path, code: errno) }
        while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            // What throws here is whole already, so that `deinit` closes the descriptor.
            if code == EINTR { continue }
            guard code == EWOULDBLOCK else { throw OutputFolder.failure(path, code: code) }
            throw RunFailure(RunProblem.otherRunWrites, place: path)
        }
    }

    deinit {
        // A child that is just being started holds a copy of the descriptor until it becomes another program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
