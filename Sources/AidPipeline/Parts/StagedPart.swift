import Glibc

/// A file between two steps while it is written: hidden beside its place, and locked by its writer.
///
/// A writer that was killed leaves its file, and no lock. By that whoever comes next knows that it may go, on whatever
/// machine of those that share the folder.
enum StagedPart {
    private static let ending = ".new"

    /// Makes the file, and clears up after writers that were killed.
    ///
    /// - Parameter path: where it will be when it is whole.
    static func make(for path: String) throws(RunFailure) -> (path: String, descriptor: Int32) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        removeLeftovers(in: folder)
        var made = try open(beside: path.dropFirst(folder.count), in: folder)
        // Somebody has cleared it up before it was locked.
        while !isOwn(made.descriptor) {
            close(made.descriptor)
            made = try open(beside: path.dropFirst(folder.count), in: folder)
        }
        return made
    }

    /// Two processes may do the same at once, where one was slow to be tried again: each has a file of its own, and the
    /// later one to end stays.
    private static func open(
        beside name: Substring, in folder: String
    ) throws(RunFailure) -> (path: String, descriptor: Int32) {
        let number = UInt32.random(in: 0 ... .max)
        let staged = "\(folder).\(name).\(getpid())-\(number)\(ending)"
        let descriptor = Glibc.open(staged, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw OutputFolder.failure("\(folder)\(name)", code: errno) }
        return (staged, descriptor)
    }

    /// Removes what killed writers have left in a folder.
    static func removeLeftovers(in folder: String) {
        for path in OutputFolder.paths(in: folder.isEmpty ? "." : folder) where isStaged(path) {
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
        }
    }

    private static func isStaged(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return (name.hasPrefix(".piece-") || name.hasPrefix(".part-")) && name.hasSuffix(ending)
    }

    /// Locks a new file.
    ///
    /// - Returns: whether it still is where it was made. Where a file system has no locks, nobody clears up, either.
    private static func isOwn(_ descriptor: Int32) -> Bool {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return errno != EWOULDBLOCK }
        var status = stat()
        return fstat(descriptor, &status) != 0 || status.st_nlink > 0
    }
}
