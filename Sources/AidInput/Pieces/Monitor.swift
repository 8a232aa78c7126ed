import Glibc

/// A lock on which threads can wait for something to change.
///
/// The standard library's `Mutex` has no way to wait.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Lets the lock go until another thread says that something has changed; for the holder of the lock.
    func wait() {
        pthread_cond_wait(condition, mutex)
    }

    /// Wakes all that wait; for the holder of the lock.
    func announce() {
        pthread_cond_broadcast(condition)
    }
}
