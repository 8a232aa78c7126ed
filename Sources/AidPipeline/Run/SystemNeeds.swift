import AidModel
import Glibc

/// What the program needs of the system it runs on.
package enum SystemNeeds {
    /// The runtime of Swift looks at its threads in `/proc`, about once a second, and ends the program where that is
    /// missing: better said at once than met at a random moment.
    package static func check() throws(RunFailure) {
        guard access("/proc/self/task", R_OK | X_OK) != 0 else { return }
        throw RunFailure(
            .inputOutputError, code: "no-proc", place: "/proc", zh: "无法读取 /proc，程序不能可靠运行",
            en: "/proc cannot be read, and without it the program cannot run reliably",
            mend: BilingualText(
                zh: "请在容器或 chroot 中挂载 /proc：mount -t proc proc /proc",
                en: "mount it in the container or chroot: mount -t proc proc /proc"))
    }
}
