import AidModel
import CMemory
import Synchronization

/// Brings rows with equal keys together: the double arrows of the architecture.
///
/// Everything that is counted adds up over partitions, because no claim and no person
/// is in two of them. Where a row goes depends on its key alone.
///
/// - Shape: `partitionCount` partitions of blocks of rows, in no particular order.
final class Exchange<Row: Sendable & BitwiseCopyable>: Sendable {
    /// A power of two. So many that a partition of some million rows fits the second-level cache.
    static var partitionCount: Int { 256 }

    static var rowsInBlock: Int { BlockPool.blockSize / MemoryLayout<Row>.stride }

    struct Partition: Sendable {
        var rowCount = 0
        /// Blocks that are full.
        var blocks: [BlockPool.Block] = []
        /// Those filled in part, one or two a writer.
        var lastBlocks: [(block: BlockPool.Block, rowCount: Int)] = []
        /// Places in the spill store.
        var spilled: [(offset: Int, rowCount: Int)] = []
    }

    /// The partition of a key.
    static func partition(_ mixedKey: UInt64) -> Int { Int(truncatingIfNeeded: mixedKey) & (partitionCount - 1) }

    let pool: BlockPool
    private let partitions = Mutex([Partition](repeating: Partition(), count: Exchange.partitionCount))

    init(_ pool: BlockPool) {
        self.pool = pool
    }

    /// Takes over what one writer leaves.
    fileprivate func add(_ written: [Partition]) {
        partitions.withLock { partitions in
            for (index, part) in written.enumerated() {
                partitions[index].rowCount += part.rowCount
                partitions[index].blocks += part.blocks
                partitions[index].lastBlocks += part.lastBlocks
                partitions[index].spilled += part.spilled
            }
        }
    }

    /// How many rows of one key are too many to be held at once.
    static var rowsOfKey: Int { 100_000 }

    /// Whether a partition has far more rows than the others: as keys are spread evenly, some key has many of them.
    func isSwollen(_ index: Int) -> Bool {
        partitions.withLock { partitions in
            let average = partitions.reduce(0) { $0 + $1.rowCount } / Exchange.partitionCount
            return partitions[index].rowCount > Exchange.rowsOfKey + 2 * average
        }
    }

    /// All rows that were ever dealt.
    var rowCount: Int { partitions.withLock { $0.reduce(0) { $0 + $1.rowCount } } }

    /// Hands out all rows of a partition, some at a time and in no particular order, and keeps them.
    func read(_ index: Int, _ take: (UnsafeBufferPointer<Row>) -> Void) throws {
        try handOut(partitions.withLock { $0[index] }, take)
    }

    /// Hands out all rows of a partition as `read` does, and gives their memory back.
    func drain(_ index: Int, _ take: (UnsafeBufferPointer<Row>) -> Void) throws {
        let partition = takeOut(index)
        try handOut(partition, take)
        pool.give(partition.blocks + partition.lastBlocks.map(\.block))
    }

    private func handOut(_ partition: Partition, _ take: (UnsafeBufferPointer<Row>) -> Void) throws {
        func handOut(_ block: BlockPool.Block, rowCount: Int) {
            take(UnsafeBufferPointer(start: block.address.assumingMemoryBound(to: Row.self), count: rowCount))
        }
        for block in partition.blocks { handOut(block, rowCount: Exchange.rowsInBlock) }
        for (block, rowCount) in partition.lastBlocks { handOut(block, rowCount: rowCount) }
        guard let spill = pool.spill, !partition.spilled.isEmpty else { return }
        var rows = RowBuffer<Row>()
        for (offset, rowCount) in partition.spilled {
            rows.removeAll(keepingRoomFor: rowCount)
            try spill.read(into: rows.room(for: rowCount), at: offset)
            take(UnsafeBufferPointer(rows.rows))
        }
    }

    private func takeOut(_ index: Int) -> Partition {
        partitions.withLock { partitions in
            // How many rows there were goes on to tell what is usual.
            let partition = partitions[index]
            partitions[index] = Partition(rowCount: partition.rowCount)
            return partition
        }
    }

    /// Takes all rows out of a partition, and gives their memory back.
    ///
    /// - Parameters:
    ///   - rows: used again for every partition of a thread.
    ///   - keeps: whether the partition keeps them, to be taken once more.
    func take(_ index: Int, into rows: inout RowBuffer<Row>, keeps: Bool = false) throws {
        let partition = keeps ? partitions.withLock { $0[index] } : takeOut(index)
        rows.removeAll(keepingRoomFor: partition.rowCount)
        for block in partition.blocks { rows.append(block, rowCount: Exchange.rowsInBlock) }
        for (block, rowCount) in partition.lastBlocks { rows.append(block, rowCount: rowCount) }
        if !keeps { pool.give(partition.blocks + partition.lastBlocks.map(\.block)) }
        if let spill = pool.spill {
            for (offset, rowCount) in partition.spilled {
                try spill.read(into: rows.room(for: rowCount), at: offset)
            }
        }
    }
}

extension Exchange where Row: Hashable {
    /// Takes each of the rows that are in a partition once, and gives its memory back.
    ///
    /// - Parameter keeps: whether the partition keeps them, to be taken once more.
    /// - Returns: how many rows there were.
    func takeDistinct(_ index: Int, into rows: inout RowBuffer<Row>, keeps: Bool = false) throws -> Int {
        var distinct: Set<Row> = []
        var rowCount = 0
        try read(index) { some in
            rowCount += some.count
            distinct.formUnion(some)
        }
        if !keeps {
            let partition = takeOut(index)
            pool.give(partition.blocks + partition.lastBlocks.map(\.block))
        }
        rows.removeAll(keepingRoomFor: distinct.count)
        for row in distinct { rows.append(row) }
        return rowCount
    }
}

/// Rows side by side, in memory that is used again.
struct RowBuffer<Row: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Row>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1024
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    var rows: UnsafeMutableBufferPointer<Row> { UnsafeMutableBufferPointer(start: base, count: count) }

    mutating func removeAll(keepingRoomFor rowCount: Int) {
        count = 0
        guard capacity < rowCount else { return }
        base.deallocate()
        capacity = rowCount + rowCount / 4
        base = .allocate(capacity: capacity)
    }

    /// - Parameter rowCount: no more than there is room for.
    mutating func append(_ block: BlockPool.Block, rowCount: Int) {
        precondition(count + rowCount <= capacity)
        (base + count).update(from: block.address.assumingMemoryBound(to: Row.self), count: rowCount)
        count += rowCount
    }

    mutating func append(_ row: Row) {
        precondition(count < capacity)
        (base + count).initialize(to: row)
        count += 1
    }

    /// Room for rows that someone else writes.
    mutating func room(for rowCount: Int) -> UnsafeMutableRawBufferPointer {
        precondition(count + rowCount <= capacity)
        defer { count += rowCount }
        return UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: base + count, count: rowCount))
    }
}

/// One thread's way into an exchange: a block of its own for every partition, and no lock.
struct ExchangeWriter<Row: Sendable & BitwiseCopyable>: ~Copyable {
    private struct Cursor {
        var next: UnsafeMutablePointer<Row>?
        var end: UnsafeMutablePointer<Row>?
    }

    private let exchange: Exchange<Row>
    private let cursors: UnsafeMutablePointer<Cursor>
    private var current: [BlockPool.Block?]
    private var partitions: [Exchange<Row>.Partition]

    init(_ exchange: Exchange<Row>) {
        self.exchange = exchange
        cursors = .allocate(capacity: Exchange<Row>.partitionCount)
        cursors.initialize(repeating: Cursor(), count: Exchange<Row>.partitionCount)
        current = Array(repeating: nil, count: Exchange<Row>.partitionCount)
        partitions = Array(repeating: Exchange<Row>.Partition(), count: Exchange<Row>.partitionCount)
    }

    deinit {
        cursors.deallocate()
    }

    /// Puts a row where all rows of its key go.
    ///
    /// - Parameter mixedKey: equal for equal keys, and spread over all bits.
    @inline(__always)
    mutating func deal(_ row: Row, mixedKey: UInt64) {
        let index = Int(truncatingIfNeeded: mixedKey) & (Exchange<Row>.partitionCount - 1)
        if cursors[index].next == cursors[index].end { beginBlock(index) }
        // A cursor whose next is its end has a block since the line before.
        let place = cursors[index].next.unsafelyUnwrapped
        place.initialize(to: row)
        cursors[index].next = place + 1
        // The line after the next one: by the time it is written to, it has come.
        aid_prefetch_for_writing(UnsafeRawPointer(place) + 128)
    }

    @inline(never)
    private mutating func beginBlock(_ index: Int) {
        endBlock(index)
        var block = exchange.pool.take()
        if block == nil {
            spillFullBlocks()
            block = exchange.pool.take()
        }
        let given = block ?? exchange.pool.takeBeyondLimit()
        let start = given.address.bindMemory(to: Row.self, capacity: Exchange<Row>.rowsInBlock)
        // All partitions fill at one pace. If all wrote at the same place of their blocks, they
        // would meet in a few sets of the first-level cache; so first blocks end at different places.
        let isFirst = partitions[index].rowCount == 0
        let rowCount =
            isFirst ? 1 + index * (Exchange<Row>.rowsInBlock - 1) / partitions.count : Exchange<Row>.rowsInBlock
        cursors[index] = Cursor(next: start, end: start + rowCount)
        current[index] = given
    }

    private mutating func endBlock(_ index: Int) {
        guard let block = current[index], let next = cursors[index].next else { return }
        let rowCount = next - block.address.assumingMemoryBound(to: Row.self)
        partitions[index].rowCount += rowCount
        if rowCount == Exchange<Row>.rowsInBlock {
            partitions[index].blocks.append(block)
        } else {
            partitions[index].lastBlocks.append((block, rowCount))
        }
        current[index] = nil
        cursors[index] = Cursor()
    }

    /// Writes all full blocks of this writer to the spill store, those of a partition side
    /// by side, so that they are read again in few strokes.
    private mutating func spillFullBlocks() {
        guard let spill = exchange.pool.spill else { return }
        let rowsInBlock = Exchange<Row>.rowsInBlock
        let byteCount = rowsInBlock * MemoryLayout<Row>.stride
        // Some blocks at a time go out in one stroke.
        let strokeSize = 16
        let stroke = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount * strokeSize, alignment: 64)
        defer { stroke.deallocate() }
        do {
            for index in partitions.indices where !partitions[index].blocks.isEmpty {
                let blocks = partitions[index].blocks
                for start in stride(from: 0, to: blocks.count, by: strokeSize) {
                    let some = blocks[start..<min(start + strokeSize, blocks.count)]
                    for (place, block) in some.enumerated() {
                        UnsafeMutableRawBufferPointer(rebasing: stroke[(place * byteCount)...])
                            .copyMemory(from: UnsafeRawBufferPointer(start: block.address, count: byteCount))
                    }
                    let offset = try spill.write(UnsafeRawBufferPointer(rebasing: stroke[..<(byteCount * some.count)]))
                    partitions[index].spilled.append((offset, rowsInBlock * some.count))
                }
                partitions[index].blocks = []
                exchange.pool.give(blocks)
            }
        } catch {
            // No figure can come of this run, so its rows need not be kept.
            exchange.pool.fail(error)
            for index in partitions.indices {
                exchange.pool.give(partitions[index].blocks)
                partitions[index].blocks = []
                partitions[index].spilled = []
            }
        }
    }

    /// Hands everything over to the exchange; called once, when this thread is done.
    mutating func finish() {
        for index in partitions.indices { endBlock(index) }
        exchange.add(partitions)
        partitions = Array(repeating: Exchange<Row>.Partition(), count: Exchange<Row>.partitionCount)
    }
}
