import AidModel
import Synchronization

/// A spill store in memory, which may be told to fail.
package final class MemorySpill: SpillStore {
    package struct Full: Error {}

    private let bytes = Mutex<[UInt8]>([])
    private let limit: Int

    package init(limit: Int = .max) {
        self.limit = limit
    }

    package var byteCount: Int { bytes.withLock { $0.count } }

    package func write(_ some: UnsafeRawBufferPointer) throws -> Int {
        try bytes.withLock { bytes in
            guard bytes.count + some.count <= limit else { throw Full() }
            bytes.append(contentsOf: some)
            return bytes.count - some.count
        }
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
        bytes.withLock { buffer.copyBytes(from: $0[offset..<offset + buffer.count]) }
    }
}
