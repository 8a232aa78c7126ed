import AidModel
import AidPipeline
import AidText
import Glibc

/// Standard output, through a buffer.
struct StandardOutput {
    private var buffer: [UInt8] = []
    /// The system's reason why no more could be written; 0: there is none.
    private var failureCode: Int32 = 0

    /// Writes a text at once.
    static func write(_ text: String) throws(RunFailure) {
        var output = StandardOutput()
        output.write(Array(text.utf8))
        try output.finish()
    }

    /// Writes what may be long, as it is made.
    static func write(_ make: (inout ByteSink) -> Void) throws(RunFailure) {
        var output = StandardOutput()
        var sink = ByteSink { output.write($0) }
        make(&sink)
        sink.end()
        try output.finish()
    }

    /// Writes what a command has done; where that fails, it stands nevertheless, and the error says so.
    static func writeDone(_ text: String) throws(RunFailure) {
        do throws(RunFailure) { try write(text) } catch { throw error.done }
    }

    mutating func write(_ bytes: [UInt8]) {
        buffer += bytes
        if buffer.count >= 64 << 10 { flush() }
    }

    /// Writes what is left.
    ///
    /// - Throws: where anything written before was lost.
    mutating func finish() throws(RunFailure) {
        flush()
        guard failureCode != 0 else { return }
        throw StandardOutput.failure(reason: String(cString: strerror(failureCode)))
    }

    /// Who reads may close early, as `head` does: then the system ends the program, as it
    /// does others.
    private mutating func flush() {
        var written = 0
        while written < buffer.count, failureCode == 0 {
            let count = buffer.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress! + written, $0.count - written)
            }
            if count < 0, errno != EINTR { failureCode = errno }
            written += max(count, 0)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The three streams that every program has.
enum StandardStreams {
    /// Writes a text to standard error; where that is not possible there is nobody to be told.
    ///
    /// - Parameter text: lines, in which what was typed may stand as it was.
    static func tell(_ text: String) {
        guard !text.isEmpty else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TextTable.shown(String($0)) }
        StandardError.write(lines.joined(separator: "\n") + "\n")
    }

    /// Opens those that were closed before the program began, so that no file of its own
    /// gets the number of one and what is meant for a stream.
    static func keepOpen() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
        }
        // A file past the limit of its size is an error of writing, which is told, and no sudden end.
        signal(SIGXFSZ, SIG_IGN)
    }
}
