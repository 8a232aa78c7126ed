import AidInput
import AidModel
import Glibc
import Synchronization

/// A private temporary file for rows that memory has no room for, made when it is needed.
final class SpillFile: SpillStore {
    private let file = Mutex<Int32?>(nil)
    private let end = Atomic(0)

    deinit {
        file.withLock { if let descriptor = $0 { close(descriptor) } }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        let descriptor = try open()
        let offset = end.wrappingAdd(bytes.count, ordering: .relaxed).oldValue
        var written = 0
        while written < bytes.count {
            let count = pwrite(
                descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written))
            if count < 0 {
                if errno == EINTR { continue }
                throw SpillFile.failure(errno)
            }
            written += count
        }
        return offset
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
        let descriptor = try open()
        var done = 0
        while done < buffer.count {
            let count = pread(
                descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SpillFile.failure(count < 0 ? errno : EIO) }
            done += count
        }
    }

    /// The file, made when it is first needed.
    private func open() throws -> Int32 {
        try file.withLock { file in
            if let file { return file }
            let descriptor = PrivateFile.open()
            guard descriptor >= 0 else { throw SpillFile.failure(errno) }
            file = descriptor
            return descriptor
        }
    }

    private static func failure(_ code: Int32) -> RunFailure {
        RunFailure(RunProblem.spillFailed(reason: String(cString: strerror(code))), place: PrivateFile.folder)
    }
}
