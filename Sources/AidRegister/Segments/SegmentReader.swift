import AidModel
import Glibc

/// Reads one file of a register, block by block, and believes no byte whose hash is wrong.
///
/// The memory for a block is used again for the next one.
struct SegmentReader: ~Copyable {
    private let segment: RegisterSegment
    private let path: String
    private let descriptor: Int32
    private let memory: BlockMemory
    private var offset = SegmentHeader.byteCount
    private var blockIndex = 0
    private var rowCount = 0

    /// One block, valid until the next one is read.
    struct OpenBlock {
        let payload: UnsafeRawBufferPointer
        let rowCount: Int
    }

    init(_ segment: RegisterSegment, in folder: RegisterFolder, _ memory: BlockMemory) throws(RegisterError) {
        self.segment = segment
        self.memory = memory
        path = folder.path(of: segment.name)
        descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw RegisterError(errno == ENOENT ? .missing : .io(errno), at: path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw RegisterError(.io(errno), at: path) }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == segment.byteCount else {
            throw RegisterError(.damaged(.size), at: path)
        }
        guard segment.byteCount >= SegmentHeader.byteCount else { throw damaged() }
        try read(at: 0, SegmentHeader.byteCount)
        switch SegmentHeader.read(UnsafeRawBufferPointer(start: memory.bytes, count: SegmentHeader.byteCount)) {
        case .newer: throw RegisterError(.newer, at: path)
        case .damaged: throw damaged()
        case .header(let header):
            let expected = SegmentHeader(kind: segment.kind, quarter: segment.quarter, change: segment.change)
            guard header == expected else { throw RegisterError(.damaged(.anotherFile), at: path) }
        }
    }

    deinit {
        close(descriptor)
    }

    /// The next block; nil: that was the last, and all are there.
    mutating func next() throws(RegisterError) -> OpenBlock? {
        let left = segment.byteCount - offset
        if left == 0 {
            guard blockIndex == segment.blockCount, rowCount == segment.rowCount else { throw damaged() }
            return nil
        }
        guard left >= Block.headerByteCount else { throw damaged() }
        try read(at: offset, Block.headerByteCount)
        let header = UnsafeRawBufferPointer(start: memory.bytes, count: Block.headerByteCount)
        let hash = UInt64(littleEndian: header.loadUnaligned(as: UInt64.self))
        let byteCount = Int(UInt32(littleEndian: header.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        let rows = Int(UInt32(littleEndian: header.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
        guard byteCount <= Block.payloadLimit, byteCount <= left - Block.headerByteCount else { throw damaged() }
        // The hash begins behind itself.
        try read(at: offset + 8, byteCount + 8)
        let bytes = UnsafeRawBufferPointer(start: memory.bytes, count: byteCount + 8)
        guard BlockHash.hash(bytes, seed: Block.seed(change: segment.change, index: blockIndex)) == hash else {
            throw damaged()
        }
        offset += Block.headerByteCount + byteCount
        blockIndex += 1
        rowCount += rows
        return OpenBlock(payload: UnsafeRawBufferPointer(rebasing: bytes.dropFirst(8)), rowCount: rows)
    }

    /// The block that was read last does not say what it could.
    func damaged() -> RegisterError {
        RegisterError(.damaged(.checksums), at: path)
    }

    private func read(at start: Int, _ count: Int) throws(RegisterError) {
        memory.reserve(count)
        var done = 0
        while done < count {
            let got = pread(descriptor, memory.bytes + done, count - done, off_t(start + done))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw RegisterError(.io(errno), at: path) }
            guard got > 0 else { throw RegisterError(.damaged(.size), at: path) }
            done += got
        }
    }
}

/// Memory for one block at a time, of one thread.
final class BlockMemory {
    private(set) var bytes: UnsafeMutableRawPointer
    private var capacity = 1 << 16

    init() {
        bytes = .allocate(byteCount: capacity, alignment: 64)
    }

    deinit {
        bytes.deallocate()
    }

    func reserve(_ count: Int) {
        guard count > capacity else { return }
        while capacity < count { capacity *= 2 }
        bytes.deallocate()
        bytes = .allocate(byteCount: capacity, alignment: 64)
    }
}
