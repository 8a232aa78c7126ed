import AidModel
import Glibc

extension Ledger {
    /// Opens a programme's ledger, and looks whether it is whole before anything else.
    ///
    /// To write, it is made where there is none, and brought up to date; to read, nothing is made
    /// or changed. Only what a writer that crashed left half done is taken back, as every reader
    /// of SQLite must.
    ///
    /// - Parameter sha256: by which a changed figure is found.
    /// - Returns: nil where there is none to read.
    /// - Throws:  where the file is something else, damaged, or of a newer version; it stays as it was.
    package static func open(
        _ path: String, for access: Access, sha256: @escaping SHA256Maker
    ) throws(LedgerError) -> Ledger? {
        try open(path, for: access, sha256: sha256, patienceSeconds: 5)
    }

    static func open(
        _ path: String, for access: Access, sha256: @escaping SHA256Maker, patienceSeconds: Double
    ) throws(LedgerError) -> Ledger? {
        let size = try fileSize(path)
        let file = LedgerFile(path: path, sha256: sha256, patienceSeconds: patienceSeconds)
        return try LedgerError.telling(path) {
            // One that was made is never without bytes: then something else has emptied it.
            if size == 0 { throw LedgerError(.empty, at: path) }
            switch access {
            case .reading: return size == nil ? nil : try file.toRead()
            case .writing: return size == nil ? try file.toMake() : try file.toWrite()
            }
        }
    }

    /// The size of a file in bytes; nil: there is none.
    private static func fileSize(_ path: String) throws(LedgerError) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT { return nil }
            throw LedgerError(.io(code: "errno \(code)"), at: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw LedgerError(.notALedger, at: path) }
        return Int(status.st_size)
    }
}
