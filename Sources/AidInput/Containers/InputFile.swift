import Glibc

/// One input, open for reading at any place, as often as needed.
///
/// Standard input and pipes cannot be read twice, and the encoding must be known
/// before the first record; they are copied to a private, unlinked temporary file.
package final class InputFile: Sendable {
    /// The path as the user named it, `-` for standard input.
    package let name: String
    package let byteCount: Int
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

    /// Opens a file, or copies standard input (`-`).
    ///
    /// - Parameters:
    ///   - name: what messages and reports call it.
    ///   - path: where it is; `-` is standard input.
    package init(name: String, path: String) throws(InputError) {
        self.name = name
        var opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw InputFile.error(name, code: errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let code = errno
            close(opened)
            throw InputFile.error(name, code: code)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            close(opened)
            throw InputError(problem: .directory(path: name), file: name)
        default:
            let pipe = opened
            defer { close(pipe) }
            opened = try InputFile.privateFile(name) { append throws(InputError) in
                try InputFile.readAll(pipe, name: name, append)
            }
            guard fstat(opened, &status) == 0 else { throw InputFile.error(name, code: errno) }
        }
        descriptor = opened
        byteCount = Int(status.st_size)
        stamp = Stamp(status)
    }

    /// A private file, filled by the caller, that passes for one with this name.
    package init(
        name: String,
        fill: (_ append: (ByteView) throws(InputError) -> Void) throws(InputError) -> Void
    ) throws(InputError) {
        self.name = name
        descriptor = try InputFile.privateFile(name, fill)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw InputFile.error(name, code: errno) }
        byteCount = Int(status.st_size)
        stamp = Stamp(status)
    }

    deinit {
        close(descriptor)
    }

    /// Reads what stands at a place.
    ///
    /// - Returns: how many bytes were read; 0 at the end alone.
    package func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        while true {
            let count = pread(descriptor, buffer.start, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw InputFile.error(name, code: errno, byteOffset: offset) }
        }
    }

    /// Throws if the file was written to since it was opened.
    package func checkUnchanged() throws(InputError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw InputFile.error(name, code: errno) }
        guard Stamp(status) == stamp else { throw InputError(problem: .changedWhileRead, file: name) }
    }

    /// Hands on all that a pipe gives.
    private static func readAll(
        _ pipe: Int32, name: String, _ append: (ByteView) throws(InputError) -> Void
    ) throws(InputError) {
        let buffer = OwnedRoom<UInt8>(count: 256 << 10)
        while true {
            let count = Glibc.read(pipe, buffer.room.start, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try append(buffer.view(0..<count))
            } else if errno != EINTR {
                throw error(name, code: errno)
            }
        }
    }

    /// A private file with what it is filled with.
    ///
    /// - Returns: its descriptor, which is the caller's to close.
    private static func privateFile(
        _ name: String,
        _ fill: (_ append: (ByteView) throws(InputError) -> Void) throws(InputError) -> Void
    ) throws(InputError) -> Int32 {
        let descriptor = PrivateFile.open()
        guard descriptor >= 0 else { throw error(name, code: errno) }
        do throws(InputError) {
            try fill { bytes throws(InputError) in
                guard PrivateFile.append(bytes, to: descriptor) else { throw error(name, code: errno) }
            }
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    private static func error(_ name: String, code: Int32, byteOffset: Int? = nil) -> InputError {
        InputError(
            problem: code == ENOENT || code == ENOTDIR ? .noSuchFile : .systemFailed(code: code), file: name,
            byteOffset: byteOffset)
    }
}

extension InputFile {
    /// Whether two files are equal byte by byte.
    package func hasSameBytes(as other: InputFile) throws(InputError) -> Bool {
        guard byteCount == other.byteCount else { return false }
        let size = 256 << 10
        let buffer = OwnedRoom<UInt8>(count: size)
        let otherBuffer = OwnedRoom<UInt8>(count: size)
        var offset = 0
        while offset < byteCount {
            let count = try read(into: buffer.room, at: offset)
            let otherCount = try other.read(into: otherBuffer.room.part(0..<count), at: offset)
            guard count > 0, otherCount == count, buffer.view(0..<count).hasSameBytes(as: otherBuffer.view(0..<count))
            else { return false }
            offset += count
        }
        return true
    }

    /// The whole file: for small ones.
    package func allBytes() throws(InputError) -> [UInt8] {
        try bytes(from: 0, count: byteCount)
    }
}
