import Glibc

/// A temporary file that its owner alone can read, and that has no name: nothing is left of
/// it whatever happens.
package enum PrivateFile {
    /// Where such files lie: `TMPDIR`, else `/var/tmp`, since `/tmp` may itself be memory.
    package static var folder: String {
        if let folder = getenv("TMPDIR") { return String(cString: folder) }
        return access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"
    }

    /// Without `O_DIRECTORY` what C calls `O_TMPFILE`, which Swift does not import.
    private static let namelessFlag: Int32 = 0o20000000

    /// A new file, open for reading and writing; below 0: there is none, and `errno` says why.
    package static func open() -> Int32 {
        // Such a file never has a name, at which a kill could leave it.
        let nameless = Glibc.open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | namelessFlag, 0o600)
        if nameless >= 0 { return nameless }
        // There are file systems without them. `mkstemp` puts something of its own in place of the last six letters.
        var template = Array((folder + "/aidstats-" + String(repeating: "X", count: 6)).utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return descriptor }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    /// Writes at the end of a file.
    ///
    /// - Returns: whether all was written; if not, `errno` says why.
    package static func append(_ bytes: ByteView, to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = write(descriptor, bytes.from(written).start, bytes.count - written)
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
