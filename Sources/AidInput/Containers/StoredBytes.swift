import Glibc

/// Where the bytes of an input lie, to be read at any place and as often as needed.
protocol StoredBytes: AnyObject, Sendable {
    /// nil: nobody knows before all is read.
    var byteCount: Int? { get }
    /// Whether a place far behind the last one that was read costs reading all before it once more.
    var isStreamed: Bool { get }

    /// Of a table that was read to its end: cells over several rows.
    var mergedCells: [MergedCells] { get }
    /// The same for another one to read, who is at another place: streamed bytes are made for each anew.
    var fromStart: any StoredBytes { get }

    /// - Returns: how many bytes were read; 0 at the end alone.
    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int

    /// Throws if they were written to since they were opened.
    func checkUnchanged() throws(InputError)
}

extension StoredBytes {
    var isStreamed: Bool { false }
    var mergedCells: [MergedCells] { [] }
    var fromStart: any StoredBytes { self }
}

/// The bytes of a file on disk.
final class DiskBytes: StoredBytes {
    let byteCount: Int?
    private let name: String
    private let descriptor: Int32
    private let stamp: Stamp

    /// What tells that a file was written to while it was read.
    private struct Stamp: Equatable {
        var size: Int
        var seconds: Int
        var nanoseconds: Int

        init(_ status: stat) {
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// - Parameter descriptor: becomes this one's to close.
    init(_ name: String, descriptor: Int32) throws(InputError) {
        self.name = name
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw InputError(system: code, file: name)
        }
        byteCount = Int(status.st_size)
        stamp = Stamp(status)
    }

    deinit {
        close(descriptor)
    }

    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        while true {
            let count = pread(descriptor, buffer.start, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw InputError(system: errno, file: name, byteOffset: offset) }
        }
    }

    func checkUnchanged() throws(InputError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw InputError(system: errno, file: name) }
        guard Stamp(status) == stamp else { throw InputError(problem: .changedWhileRead, file: name) }
    }
}

/// Bytes in memory.
final class MemoryBytes: StoredBytes {
    var byteCount: Int? { bytes.count }
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        let count = max(0, min(buffer.count, bytes.count - offset))
        guard count > 0 else { return 0 }
        bytes[offset..<offset + count].withByteView(buffer.copy)
        return count
    }

    func checkUnchanged() throws(InputError) {}
}

extension InputError {
    /// What the system says.
    init(system code: Int32, file: String, byteOffset: Int? = nil) {
        self.init(
            problem: code == ENOENT || code == ENOTDIR ? .noSuchFile : .systemFailed(code: code), file: file,
            byteOffset: byteOffset)
    }
}
