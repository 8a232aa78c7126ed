import AidModel
import Glibc

/// Keeps two runs from writing the same programme's reports at once.
///
/// A lock on a file of its own, which the system drops with the process.
final class RunLock: Sendable {
    private let descriptor: Int32

    /// - Parameter folder: exists.
    init(folder: String) throws(RunFailure) {
        let path = folder + "/.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw OutputFolder.failure(path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            if code == EWOULDBLOCK {
                throw RunFailure(
                    .tryLater, code: "locked", place: path, zh: "另一次运行正在写入此处", en: "another run is writing here",
                    mend: BilingualText(zh: "请等它结束后再运行", en: "run again when it has ended"))
            }
            throw OutputFolder.failure(path, code: code)
        }
    }

    deinit {
        close(descriptor)
    }
}
