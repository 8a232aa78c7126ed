import Synchronization

/// Brings rows with equal keys together: the double arrows of the architecture.
///
/// Everything that is counted adds up over partitions, because no claim and no person
/// is in two of them. Where a row goes depends on its key alone.
///
/// - Shape: `partitionCount` partitions of chunks of rows, in no particular order.
package final class Exchange<Row: Sendable & BitwiseCopyable>: Sendable {
    /// A power of two. More than threads, so that one partition is small next to memory.
    static var partitionCount: Int { 64 }

    private final class Partition: Sendable {
        let rows = Mutex(ChunkedRows<Row>())
    }

    private let partitions = (0..<Exchange.partitionCount).map { _ in Partition() }

    package init() {}

    /// Puts a row where all rows of its key go.
    ///
    /// - Parameter mixedKey: equal for equal keys, and spread over all bits.
    package func deal(_ row: Row, mixedKey: UInt64) {
        let index = Int(truncatingIfNeeded: mixedKey) & (Exchange.partitionCount - 1)
        partitions[index].rows.withLock { $0.append(row) }
    }

    /// Takes all rows out of a partition.
    func take(_ index: Int) -> ContiguousArray<Row> {
        partitions[index].rows.withLock { $0.take() }
    }
}

/// Rows in chunks: growing copies nothing and keeps nothing twice.
private struct ChunkedRows<Row: Sendable & BitwiseCopyable>: Sendable {
    private static var chunkCapacity: Int { 512 }
    private var chunks: [ContiguousArray<Row>] = []
    private var count = 0

    mutating func append(_ row: Row) {
        if count % ChunkedRows.chunkCapacity == 0 {
            var chunk = ContiguousArray<Row>()
            chunk.reserveCapacity(ChunkedRows.chunkCapacity)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(row)
        count += 1
    }

    mutating func take() -> ContiguousArray<Row> {
        var rows = ContiguousArray<Row>()
        rows.reserveCapacity(count)
        for chunk in chunks { rows.append(contentsOf: chunk) }
        chunks = []
        count = 0
        return rows
    }
}
