import Glibc

extension Ledger {
    /// Opens a programme's ledger, and looks whether it is whole before anything else.
    ///
    /// To write, it is made where there is none, and brought up to date; to read, nothing is made
    /// or changed. Only what a writer that crashed left half done is taken back, as every reader
    /// of SQLite must.
    ///
    /// - Returns: nil where there is none to read.
    /// - Throws:  where the file is something else, damaged, or of a newer version; it stays as it was.
    package static func open(_ path: String, for access: Access) throws(LedgerError) -> Ledger? {
        try open(path, for: access, patienceSeconds: 5)
    }

    static func open(
        _ path: String, for access: Access, patienceSeconds: Double
    ) throws(LedgerError) -> Ledger? {
        let size = try fileSize(path)
        let file = LedgerFile(path: path, patienceSeconds: patienceSeconds)
        return try LedgerError.telling(path) {
            switch access {
            case .reading:
                if size == nil || size == 0 { return nil }
                return try file.toRead()
            case .writing:
                // A file of no bytes is what a crash leaves of a ledger in its making.
                return size == nil || size == 0 ? try file.toMake() : try file.toWrite()
            }
        }
    }

    /// The size of a file in bytes; nil: there is none.
    private static func fileSize(_ path: String) throws(LedgerError) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT { return nil }
            throw .io(path, code: "errno \(code)")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notALedger(path) }
        return Int(status.st_size)
    }
}
