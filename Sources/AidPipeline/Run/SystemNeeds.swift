import Glibc

/// What the program needs of the system it runs on.
package enum SystemNeeds {
    /// The runtime of Swift looks at its threads in `/proc`, about once a second, and ends the program where that is
    /// missing: better said at once than met at a random moment.
    package static func check() throws(RunFailure) {
        guard access("/proc/self/task", R_OK | X_OK) != 0 else { return }
        throw RunFailure(RunProblem.noProcFolder, place: "/proc")
    }
}
