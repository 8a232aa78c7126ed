import Glibc

/// What the program needs of the system it runs on.
package enum SystemNeeds {
    /// Addresses for the stacks of threads, and the heaps that the C library gives each of them.
    private static let roomOfThreads = 320 << 20
    /// For the one thread that a ledger takes.
    private static let roomOfLedger = 96 << 20

    /// The runtime of Swift looks at its threads in `/proc`, about once a second, and ends the program where that is
    /// missing: better said at once than met at a random moment. And the library of its threads waits for ever for a
    /// stack where a limit leaves no room for one.
    ///
    /// - Parameter takesLong: whether many threads work, and longer than a second.
    package static func check(takesLong: Bool) throws(RunFailure) {
        if takesLong, access("/proc/self/task", R_OK | X_OK) != 0 {
            throw RunFailure(RunProblem.noProcFolder, place: "/proc")
        }
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < rlim_t.max else {
            return
        }
        let roomNeeded = takesLong ? roomOfThreads : roomOfLedger
        guard let room = mmap(nil, roomNeeded, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), room != MAP_FAILED else {
            throw RunFailure(RunProblem.noRoom)
        }
        munmap(room, roomNeeded)
    }
}
