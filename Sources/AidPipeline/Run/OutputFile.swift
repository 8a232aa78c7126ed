import AidRegister
import AidText
import Glibc

/// One file of a run's output.
struct OutputFile: Sendable {
    /// Within the folder; one in `tables` has its path.
    var name: String
    var mode: mode_t
    /// Writes all of it, the same each time.
    let write: @Sendable (inout ByteSink) throws -> Void
    /// nil: it is made each time.
    private var kept: KeptOutput?

    init(name: String, bytes: [UInt8], mode: mode_t = 0o644) {
        self.init(name: name, mode: mode) { $0.append(bytes) }
    }

    /// A file that is made as it is written, since it may be large.
    init(name: String, mode: mode_t = 0o644, write: @escaping @Sendable (inout ByteSink) throws -> Void) {
        self.name = name
        self.mode = mode
        self.write = write
    }

    /// The same file, made once and no more.
    func madeOnce() throws -> OutputFile {
        guard let kept = try KeptOutput(write) else { return self }
        var file = OutputFile(name: name, mode: mode, write: kept.write)
        file.kept = kept
        return file
    }

    /// Of all that is in it, in hexadecimal.
    var sha256: String {
        get throws {
            if let kept { return kept.sha256 }
            var digest = Digest()
            var sink = ByteSink { bytes in bytes.withUnsafeBytes { digest.update($0) } }
            try write(&sink)
            sink.end()
            return digest.hexadecimal()
        }
    }
}

/// Pieces on their way into a file.
final class FileWriting {
    private let descriptor: Int32
    /// The system's reason why not all could be written; 0: all is.
    private(set) var code: Int32 = 0

    init(to descriptor: Int32) {
        self.descriptor = descriptor
    }

    func take(_ bytes: [UInt8]) {
        var written = 0
        while code == 0, written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
            }
            if count < 0, errno != EINTR { code = errno }
            written += max(count, 0)
        }
    }
}

/// A file on the disk, held against what would be written there.
final class FileComparison {
    private let descriptor: Int32
    private var isSame = true

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    static func isSame(_ file: OutputFile, as path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let comparison = FileComparison(descriptor)
        var sink = ByteSink(comparison.take)
        guard (try? file.write(&sink)) != nil else { return false }
        sink.end()
        return comparison.isSame && comparison.next(1)?.isEmpty == true
    }

    private func take(_ bytes: [UInt8]) {
        if isSame { isSame = next(bytes.count) == bytes }
    }

    /// So many bytes, or as many as there still are; nil: the disk does not give them.
    private func next(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var taken = 0
        while taken < count {
            let read = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + taken, count - taken)
            }
            if read < 0 {
                if errno == EINTR { continue }
                return nil
            }
            if read == 0 { break }
            taken += read
        }
        bytes.removeLast(count - taken)
        return bytes
    }
}
