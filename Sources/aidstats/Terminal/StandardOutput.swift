import Glibc

/// Standard output, through a buffer.
struct StandardOutput {
    private var buffer: [UInt8] = []

    mutating func write(_ bytes: [UInt8]) {
        buffer += bytes
        if buffer.count >= 64 << 10 { flush() }
    }

    /// Writes what is left. Who reads may close early, as `head` does: then the system ends
    /// the program, as it does others.
    mutating func flush() {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno != EINTR { break }
            written += max(count, 0)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
