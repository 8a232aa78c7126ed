import AidModel
import Glibc

/// A new private file that is written once, from its first byte to its last.
struct RegisterFile: ~Copyable {
    /// What messages call it.
    let path: String
    private let descriptor: Int32
    private var digest = Digest()
    private(set) var byteCount = 0

    /// Makes a file where nothing is yet.
    init(creating name: String, knownAs path: String, in folder: Int32 = AT_FDCWD) throws(RegisterError) {
        self.path = path
        descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw RegisterError(.io(errno), at: path) }
    }

    deinit {
        close(descriptor)
    }

    mutating func append(_ bytes: [UInt8]) throws(RegisterError) {
        let code = bytes.withUnsafeBytes { RegisterFile.write($0, to: descriptor) }
        guard code == 0 else { throw RegisterError(.io(code), at: path) }
        bytes.withUnsafeBytes { digest.update($0) }
        byteCount += bytes.count
    }

    /// - Returns: the system's reason why not all could be written; 0: all is.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            // Not empty, so there is a base address.
            let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
            if count < 0, errno != EINTR { return errno }
            written += max(count, 0)
        }
        return 0
    }

    /// The first bytes of a file, at most so many; it may come in parts.
    static func read(_ descriptor: Int32, atMost limit: Int, at path: String) throws(RegisterError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var done = 0
        while done < limit {
            let count = bytes.withUnsafeMutableBytes {
                // Not empty, so there is a base address.
                pread(descriptor, $0.baseAddress! + done, $0.count - done, off_t(done))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw RegisterError(.io(errno), at: path) }
            if count == 0 { break }
            done += count
        }
        return Array(bytes[..<done])
    }

    /// Brings the file to the disk. A failed flush is final: the system has dropped what it could not write.
    ///
    /// - Returns: the SHA-256 of all bytes.
    @discardableResult
    func finish() throws(RegisterError) -> String {
        guard fsync(descriptor) == 0 else { throw RegisterError(.io(errno), at: path) }
        return digest.hexadecimal()
    }
}
