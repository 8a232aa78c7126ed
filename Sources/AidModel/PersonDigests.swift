import Synchronization

/// Finds out whether two persons have one key, where keys are cut from digests: 60 bits of them are in a key, and by chance
/// two of ten million persons have the same ones once in some twenty thousand runs.
///
/// All digests are kept whole, again and again where a person comes again, in buckets by their keys; what memory has no
/// room for is spilled. In the end equal keys lie side by side, bucket by bucket.
final class PersonDigests: Sendable {
    private struct Digest: BitwiseCopyable {
        let payload: UInt64
        let rest: UInt64
    }

    private static let bucketCount = 256
    /// Of a bucket in memory: 16 KiB.
    private static let digestsInMemory = 1024

    private struct Bucket {
        var digests: ContiguousArray<Digest> = []
        /// Where in the store as many lie as fit into memory.
        var spilled: [Int] = []
        var failure: (any Error)?
    }

    private final class Place: Sendable {
        let bucket = Mutex(Bucket())
    }

    private let buckets = (0..<PersonDigests.bucketCount).map { _ in Place() }
    private let spill: any SpillStore

    init(_ spill: any SpillStore) {
        self.spill = spill
    }

    /// - Parameters:
    ///   - payload: what is in the key.
    ///   - rest: what is not.
    func add(payload: UInt64, rest: UInt64) {
        let spill = spill
        buckets[Int(payload % UInt64(PersonDigests.bucketCount))].bucket.withLock { bucket in
            bucket.digests.append(Digest(payload: payload, rest: rest))
            guard bucket.digests.count == PersonDigests.digestsInMemory else { return }
            do {
                bucket.spilled.append(try bucket.digests.withUnsafeBytes { try spill.write($0) })
            } catch {
                bucket.failure = bucket.failure ?? error
            }
            bucket.digests.removeAll(keepingCapacity: true)
        }
    }

    /// Whether every key is that of one person; asked when all are read.
    ///
    /// - Throws: where digests could not be spilled, or read again.
    func tellApart() throws -> Bool {
        for place in buckets {
            var bucket = place.bucket.withLock { $0 }
            if let failure = bucket.failure { throw failure }
            var digests = bucket.digests
            let held = digests.count
            let size = PersonDigests.digestsInMemory
            digests.append(
                contentsOf: repeatElement(Digest(payload: 0, rest: 0), count: bucket.spilled.count * size))
            for (index, offset) in bucket.spilled.enumerated() {
                let start = held + index * size
                try digests.withUnsafeMutableBufferPointer {
                    try spill.read(
                        into: UnsafeMutableRawBufferPointer(.init(rebasing: $0[start..<start + size])), at: offset)
                }
            }
            bucket.spilled = []
            digests.sort { $0.payload != $1.payload ? $0.payload < $1.payload : $0.rest < $1.rest }
            for (one, next) in zip(digests, digests.dropFirst())
            where one.payload == next.payload && one.rest != next.rest {
                return false
            }
        }
        return true
    }
}
