import Crypto

/// HMAC-SHA256 under one key, ready for many short texts.
///
/// The library's own `HMAC` takes texts through generic code that costs more than the hashing; the
/// two hashes that it consists of can be had without.
///
/// - Source: RFC 2104.
struct KeyedHash: Sendable {
    /// SHA-256 after the key's first and second padding.
    private var inner: SHA256
    private var outer: SHA256

    /// - Parameter key: of at most 64 bytes, the block of SHA-256.
    init(key: [UInt8]) {
        precondition(key.count <= 64, "a longer key would have to be hashed first")
        func padded(_ mask: UInt8) -> SHA256 {
            var hash = SHA256()
            hash.update(data: key.map { $0 ^ mask } + repeatElement(mask, count: 64 - key.count))
            return hash
        }
        inner = padded(0x36)
        outer = padded(0x5C)
    }

    func code(_ bytes: UnsafeRawBufferPointer) -> SHA256.Digest {
        // Copies of states that have taken in the key already.
        var inner = inner
        inner.update(bufferPointer: bytes)
        var outer = outer
        inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
        return outer.finalize()
    }

    /// The same, with states of its own.
    func unshared() -> KeyedHash {
        var copy = self
        // Taking in nothing makes the library copy a state that is shared.
        copy.inner.update(bufferPointer: UnsafeRawBufferPointer(start: nil, count: 0))
        copy.outer.update(bufferPointer: UnsafeRawBufferPointer(start: nil, count: 0))
        return copy
    }

    func code(_ bytes: [UInt8]) -> SHA256.Digest {
        bytes.withUnsafeBytes { code($0) }
    }
}
