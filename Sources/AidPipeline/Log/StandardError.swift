import Glibc

/// Where everything but results goes.
package enum StandardError {
    package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    package static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while let start = bytes.baseAddress, written < bytes.count {
                let count = Glibc.write(STDERR_FILENO, start + written, bytes.count - written)
                if count < 0, errno != EINTR { return }
                written += max(count, 0)
            }
        }
    }
}
