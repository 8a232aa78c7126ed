import Glibc

/// Bytes that a thread of their own makes ready, so that decompressing goes on while others parse.
///
///     source ──thread──▶ │ block │ block │ ──▶ whoever reads
final class ReadAhead: ByteSource {
    private let pipe: Pipe
    private var block: Pipe.Block?
    private var taken = 0

    /// - Parameter source: is the thread's from now on.
    /// - Throws: where the system has no thread for it.
    init(_ source: any ByteSource, file: String) throws(InputError) {
        pipe = Pipe(source)
        let code = pipe.start()
        guard code == 0 else { throw InputError(system: code, file: file) }
    }

    deinit {
        pipe.stop()
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        if block == nil || taken == block?.count {
            if let block { pipe.giveBack(block) }
            block = nil
            taken = 0
            block = try pipe.next()
        }
        guard let block else { return 0 }
        let count = min(buffer.count, block.count - taken)
        buffer.copy(block.bytes.view(taken..<taken + count))
        taken += count
        return count
    }
}

/// What the thread and the reader share.
private final class Pipe: @unchecked Sendable {
    // All that changes is behind the monitor; a block is in the hands of one side at a time.

    final class Block {
        static let size = 512 << 10
        let bytes = OwnedRoom<UInt8>(count: Block.size)
        var count = 0
    }

    private let source: any ByteSource
    private let monitor = Monitor()
    private var empty = [Block(), Block(), Block()]
    private var full: [Block] = []
    private var isAtEnd = false
    private var isStopped = false
    private var failure: InputError?

    init(_ source: any ByteSource) {
        self.source = source
    }

    /// - Returns: 0, or the system's error.
    func start() -> Int32 {
        var thread = pthread_t()
        let pipe = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Pipe>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, pipe.toOpaque())
        if code == 0 { pthread_detach(thread) } else { pipe.release() }
        return code
    }

    func stop() {
        monitor.withLock {
            isStopped = true
            monitor.announce()
        }
    }

    private func run() {
        while let block = takeEmpty(), fill(block) {}
    }

    private func takeEmpty() -> Block? {
        monitor.withLock {
            while empty.isEmpty, !isStopped { monitor.wait() }
            return isStopped ? nil : empty.popLast()
        }
    }

    /// - Returns: whether there may be more.
    private func fill(_ block: Block) -> Bool {
        do throws(InputError) {
            block.count = 0
            while block.count < Block.size {
                let count = try source.read(into: block.bytes.room.from(block.count))
                if count == 0 { break }
                block.count += count
            }
            let isLast = block.count < Block.size
            monitor.withLock {
                if block.count > 0 { full.append(block) }
                isAtEnd = isLast
                monitor.announce()
            }
            return !isLast
        } catch {
            monitor.withLock {
                failure = error
                isAtEnd = true
                monitor.announce()
            }
            return false
        }
    }

    /// The next block; nil: there is none.
    func next() throws(InputError) -> Block? {
        try monitor.withLock { () throws(InputError) in
            while full.isEmpty, !isAtEnd { monitor.wait() }
            if !full.isEmpty { return full.removeFirst() }
            if let failure { throw failure }
            return nil
        }
    }

    func giveBack(_ block: Block) {
        monitor.withLock {
            empty.append(block)
            monitor.announce()
        }
    }
}
