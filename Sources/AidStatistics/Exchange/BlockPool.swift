package import AidModel
import Glibc
import Synchronization

/// The memory of all exchanges of a run: blocks of one size, handed out and taken back.
///
/// One arena in large slabs, on huge pages where the system gives them: tables that grow by
/// mapping and unmapping cost more in page faults than in counting. Blocks of one exchange
/// that are settled serve the next one.
package final class BlockPool: Sendable {
    /// Bytes of a block.
    static let blockSize = 8 << 10
    private static let slabSize = 8 << 20
    private static let hugePageSize = 2 << 20

    /// A block, in the hands of one owner at a time.
    struct Block: @unchecked Sendable {
        let address: UnsafeMutableRawPointer
    }

    private struct State: ~Copyable {
        var slabs: [Block] = []
        /// What is left of the last slab.
        var nextInSlab = 0
        var free: [Block] = []
        var failure: (any Error)?

        var isLastSlabUsed: Bool { slabs.isEmpty || nextInSlab == BlockPool.slabSize }
    }

    private let state = Mutex(State())
    private let slabLimit: Int
    /// Where rows go when memory runs short; nil: they stay in memory.
    let spill: (any SpillStore)?

    /// - Parameters:
    ///   - byteLimit: past it rows are spilled; nil: none.
    ///   - spill: where to.
    package init(byteLimit: Int? = nil, spill: (any SpillStore)? = nil) {
        slabLimit = byteLimit.map { max(1, $0 / BlockPool.slabSize) } ?? .max
        self.spill = spill
    }

    deinit {
        state.withLock { state in
            for slab in state.slabs { free(slab.address) }
        }
    }

    /// A block, or nil where the limit is reached.
    func take() -> Block? {
        state.withLock { state in
            let mayGrow = state.slabs.count < slabLimit || spill == nil
            return state.free.isEmpty && state.isLastSlabUsed && !mayGrow ? nil : BlockPool.take(from: &state)
        }
    }

    /// A block, whatever the limit: for a writer that has nothing it could spill.
    func takeBeyondLimit() -> Block {
        state.withLock { BlockPool.take(from: &$0) }
    }

    private static func take(from state: inout State) -> Block {
        if let block = state.free.popLast() { return block }
        if state.isLastSlabUsed {
            state.slabs.append(slab())
            state.nextInSlab = 0
        }
        // A slab was just appended or has room, so there is a last one.
        let block = Block(address: state.slabs[state.slabs.count - 1].address + state.nextInSlab)
        state.nextInSlab += blockSize
        return block
    }

    func give(_ blocks: [Block]) {
        state.withLock { $0.free.append(contentsOf: blocks) }
    }

    /// Keeps an error of the spill store for whoever can throw it.
    func fail(_ error: any Error) {
        state.withLock { $0.failure = $0.failure ?? error }
    }

    var hasFailed: Bool { state.withLock { $0.failure != nil } }

    /// Throws if rows could not be spilled: then some are lost.
    package func check() throws {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private static func slab() -> Block {
        var address: UnsafeMutableRawPointer?
        guard posix_memalign(&address, hugePageSize, slabSize) == 0, let address else {
            preconditionFailure("the system has no memory left")
        }
        // Only a wish: without huge pages all works as well, but slower.
        _ = madvise(address, slabSize, MADV_HUGEPAGE)
        return Block(address: address)
    }
}
