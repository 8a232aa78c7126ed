package import AidModel

/// Tells keys that are surely not among some from those that may be.
///
/// A Bloom filter of two bits a key, in at least 16 times as many: about one key in seventy that is
/// not among them may be.
///
/// - Complexity: two loads a question.
package final class KeyFilter: @unchecked Sendable {
    // Written by `init` alone; read without a check of bounds, which every row would pay for: the mask keeps
    // each bit within.

    /// A power of two of bits.
    private let words: UnsafeMutablePointer<UInt64>
    private let mask: UInt64

    package init(_ keys: some Collection<ExactKey>) {
        var bitCount = 1 << 16
        while bitCount < keys.count * 16 { bitCount *= 2 }
        mask = UInt64(bitCount - 1)
        words = .allocate(capacity: bitCount / 64)
        words.initialize(repeating: 0, count: bitCount / 64)
        for key in keys {
            for bit in [KeyFilter.first(key.mixed) & mask, KeyFilter.second(key.mixed) & mask] {
                words[Int(bit >> 6)] |= 1 << (bit & 63)
            }
        }
    }

    deinit {
        words.deallocate()
    }

    /// false: the key is none of them.
    @inline(__always)
    package func mayHold(_ key: ExactKey) -> Bool {
        let mixed = key.mixed
        let first = KeyFilter.first(mixed) & mask
        let second = KeyFilter.second(mixed) & mask
        return words[Int(first >> 6)] >> (first & 63) & words[Int(second >> 6)] >> (second & 63) & 1 == 1
    }

    @inline(__always)
    private static func first(_ mixed: UInt64) -> UInt64 { mixed }

    // The upper half, so that two keys that share one bit need not share the other.
    @inline(__always)
    private static func second(_ mixed: UInt64) -> UInt64 { mixed >> 32 | mixed << 32 }
}
