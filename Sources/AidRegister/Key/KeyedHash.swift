/// HMAC-SHA256 under one key, ready for many short texts.
///
/// Its states have taken in the key, so whoever has them can make tags: they, and all copies of them, are overwritten
/// when they are done with.
///
/// - Source: RFC 2104.
final class KeyedHash: @unchecked Sendable {
    // Written by `init` and `deinit` alone.
    /// SHA-256 after the key's first and second padding.
    private var inner: SHA256State
    private var outer: SHA256State

    /// - Parameter key: of at most 64 bytes, the block of SHA-256.
    init(key: [UInt8]) {
        precondition(key.count <= 64, "a longer key would have to be hashed first")
        func padded(_ mask: UInt8) -> SHA256State {
            var state = SHA256State()
            let block = key.map { $0 ^ mask } + repeatElement(mask, count: 64 - key.count)
            block.withUnsafeBytes { state.update($0) }
            return state
        }
        inner = padded(0x36)
        outer = padded(0x5C)
    }

    private init(copying other: KeyedHash) {
        inner = other.inner
        outer = other.outer
    }

    deinit {
        inner.wipe()
        outer.wipe()
    }

    func code(_ bytes: UnsafeRawBufferPointer) -> SHA256Code {
        var inner = inner
        var outer = outer
        defer {
            inner.wipe()
            outer.wipe()
        }
        inner.update(bytes)
        outer.update(inner.finish())
        return outer.finish()
    }

    /// The same, with states of its own.
    func unshared() -> KeyedHash {
        KeyedHash(copying: self)
    }

    func code(_ bytes: [UInt8]) -> SHA256Code {
        bytes.withUnsafeBytes { code($0) }
    }
}
