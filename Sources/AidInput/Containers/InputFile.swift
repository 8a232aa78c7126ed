import Glibc

/// One input, open for reading at any place, as often as needed: a file, or what lies in one.
///
/// Standard input and pipes cannot be read twice, and the encoding must be known
/// before the first record; they are copied to a private, unlinked temporary file.
package final class InputFile: Sendable {
    /// The path as the user named it, `-` for standard input.
    package let name: String
    private let bytes: any StoredBytes
    /// What it was taken out of, from the outermost: a file on disk is in nothing.
    let layers: [FileKind]
    /// Whether it is the text of a table, in UTF-8 with commas, that was made of something else.
    let isTable: Bool
    /// What must be known of how it was taken out.
    let findings: [InputFinding]
    /// What is said of its table beside it: the name of its sheet, a unit around the records of JSON.
    let sayings: [TableSaying]

    /// Opens a file, or copies standard input (`-`).
    ///
    /// - Parameters:
    ///   - name: what messages and reports call it.
    ///   - path: where it is; `-` is standard input.
    package init(name: String, path: String) throws(InputError) {
        self.name = name
        layers = []
        isTable = false
        findings = []
        sayings = []
        var opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw InputError(system: errno, file: name) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let code = errno
            close(opened)
            throw InputError(system: code, file: name)
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
        }
        bytes = try DiskBytes(name, descriptor: opened)
    }

    /// A private file, filled by the caller, that passes for one with this name.
    package init(
        name: String,
        fill: (_ append: (ByteView) throws(InputError) -> Void) throws(InputError) -> Void
    ) throws(InputError) {
        self.name = name
        layers = []
        isTable = false
        findings = []
        sayings = []
        bytes = try DiskBytes(name, descriptor: try InputFile.privateFile(name, fill))
    }

    /// What lies in another one.
    init(
        name: String, _ bytes: any StoredBytes, layers: [FileKind] = [], isTable: Bool = false,
        findings: [InputFinding] = [], sayings: [TableSaying] = []
    ) {
        self.name = name
        self.bytes = bytes
        self.layers = layers
        self.isTable = isTable
        self.findings = findings
        self.sayings = sayings
    }

    /// How many bytes there are; nil: nobody knows before all are read.
    var knownByteCount: Int? { bytes.byteCount }

    /// Of a table that was read to its end: cells over several rows.
    var mergedCells: [MergedCells] { bytes.mergedCells }

    /// Whether it is best read from its start to its end.
    var isStreamed: Bool { bytes.isStreamed }

    /// The same for another one to read, who is at another place.
    var fromStart: InputFile {
        isStreamed
            ? InputFile(name: name, bytes.fromStart, layers: layers, isTable: isTable, findings: findings) : self
    }

    /// How many bytes there are; 0 as long as nobody knows.
    package var byteCount: Int { bytes.byteCount ?? 0 }

    /// Reads what stands at a place.
    ///
    /// - Returns: how many bytes were read; 0 at the end alone.
    package func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        try bytes.read(into: buffer, at: offset)
    }

    /// Throws if the file was written to since it was opened.
    package func checkUnchanged() throws(InputError) {
        try bytes.checkUnchanged()
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
                throw InputError(system: errno, file: name)
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
        guard descriptor >= 0 else { throw InputError(system: errno, file: name) }
        do throws(InputError) {
            try fill { bytes throws(InputError) in
                guard PrivateFile.append(bytes, to: descriptor) else { throw InputError(system: errno, file: name) }
            }
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
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

    /// Whether nothing follows a place.
    func ends(at offset: Int) throws(InputError) -> Bool {
        if let knownByteCount { return offset >= knownByteCount }
        return try bytes(from: offset, count: 1).isEmpty
    }

    /// The whole file: for small ones.
    package func allBytes() throws(InputError) -> [UInt8] {
        try bytes(from: 0, count: byteCount)
    }
}
