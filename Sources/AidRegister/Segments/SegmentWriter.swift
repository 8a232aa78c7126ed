import AidModel
import Synchronization

/// Writes one file of a register, block by block; threads may take turns.
final class SegmentWriter: Sendable {
    private struct State: ~Copyable {
        var file: RegisterFile
        var rowCount = 0
        var blockCount = 0
    }

    private let folder: RegisterFolder
    private let header: SegmentHeader
    private let name: String
    private let state: Mutex<State>

    init(_ folder: RegisterFolder, _ header: SegmentHeader) throws(RegisterError) {
        self.folder = folder
        self.header = header
        name = RegisterSegment.name(header.kind, header.quarter, change: header.change)
        var file = try folder.create(name)
        try file.append(header.bytes)
        state = Mutex(State(file: file))
    }

    /// - Parameter block: with room at its start for the header of a block.
    func append(_ block: inout LittleEndianBytes, rowCount: Int) throws(RegisterError) {
        try folder.beforeStep?(.appendToFile(name))
        precondition(block.array.count - Block.headerByteCount <= Block.payloadLimit, "a block is too long")
        block.replace(at: 8, by: UInt32(block.array.count - Block.headerByteCount))
        block.replace(at: 12, by: UInt32(rowCount))
        try append(hashing: &block, rowCount: rowCount)
    }

    private func append(hashing block: inout LittleEndianBytes, rowCount: Int) throws(RegisterError) {
        try state.withLock { state throws(RegisterError) in
            let seed = Block.seed(change: header.change, index: state.blockCount)
            block.replace(
                at: 0,
                by: block.array.withUnsafeBytes {
                    BlockHash.hash(UnsafeRawBufferPointer(rebasing: $0.dropFirst(8)), seed: seed)
                })
            try state.file.append(block.array)
            state.rowCount += rowCount
            state.blockCount += 1
        }
    }

    /// Brings the file to the disk.
    func finish() throws(RegisterError) -> RegisterSegment {
        try folder.beforeStep?(.finishFile(name))
        return try state.withLock { state throws(RegisterError) in
            let sha256 = try state.file.finish()
            return RegisterSegment(
                kind: header.kind, quarter: header.quarter, change: header.change, byteCount: state.file.byteCount,
                rowCount: state.rowCount, blockCount: state.blockCount, sha256: sha256)
        }
    }
}

extension LittleEndianBytes {
    /// Begins a block that `SegmentWriter` takes.
    mutating func beginBlock() {
        removeAll()
        append(UInt64(0))
        append(UInt64(0))
    }
}
