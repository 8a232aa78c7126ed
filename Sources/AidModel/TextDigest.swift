/// Digests of texts in 16 bytes, under a key of its own: SipHash-2-4 with 128 bits, by J.-P. Aumasson and D. J. Bernstein.
///
/// Nobody who does not know the key can make two texts of one digest; nothing that is written depends on it.
struct TextDigest: Sendable {
    private let key: (low: UInt64, high: UInt64)

    init(key: (low: UInt64, high: UInt64)) {
        self.key = key
    }

    /// Under a key that the system draws.
    static func random() -> TextDigest {
        var random = SystemRandomNumberGenerator()
        return TextDigest(key: (random.next(), random.next()))
    }

    func callAsFunction(_ text: UnsafeBufferPointer<UInt8>) -> (low: UInt64, high: UInt64) {
        var state = State(key)
        var place = 0
        while text.count - place >= 8 {
            state.take(TextDigest.word(text, place..<place + 8))
            place += 8
        }
        let length = UInt64(truncatingIfNeeded: text.count) << 56
        state.take(length | TextDigest.word(text, place..<text.count))
        state.v2 ^= 0xEE
        let low = state.finish()
        state.v1 ^= 0xDD
        return (low, state.finish())
    }

    /// At most eight bytes, the first in the lowest place.
    private static func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var word: UInt64 = 0
        for index in range.reversed() { word = word << 8 | UInt64(text[index]) }
        return word
    }

    /// Sums wrap, as the method wants it.
    private struct State {
        var v0, v1, v2, v3: UInt64

        init(_ key: (low: UInt64, high: UInt64)) {
            v0 = key.low ^ 0x736F_6D65_7073_6575
            v1 = key.high ^ 0x646F_7261_6E64_6F6D ^ 0xEE
            v2 = key.low ^ 0x6C79_6765_6E65_7261
            v3 = key.high ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        mutating func finish() -> UInt64 {
            for _ in 0..<4 { round() }
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func round() {
            v0 = v0 &+ v1
            v1 = State.turned(v1, 13) ^ v0
            v0 = State.turned(v0, 32)
            v2 = v2 &+ v3
            v3 = State.turned(v3, 16) ^ v2
            v0 = v0 &+ v3
            v3 = State.turned(v3, 21) ^ v0
            v2 = v2 &+ v1
            v1 = State.turned(v1, 17) ^ v2
            v2 = State.turned(v2, 32)
        }

        private static func turned(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
    }
}
