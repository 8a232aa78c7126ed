/// SHA-256 and HMAC as their standards put them, bit by bit where they do, with the constants worked out.
///
/// - Source: FIPS 180-4, RFC 2104.
enum SHA256Twin {
    static func code(_ message: [UInt8]) -> [UInt8] {
        let zeroCount = (55 - message.count % 64 + 64) % 64
        let length = UInt64(message.count) * 8
        let padded =
            message + [0x80] + Array(repeating: 0, count: zeroCount)
            + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
        var hash = initial
        for start in stride(from: 0, to: padded.count, by: 64) {
            var words = (0..<16).map { word in
                padded[(start + 4 * word)..<(start + 4 * word + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            }
            for t in 16..<64 {
                let small = turned(words[t - 2], 17) ^ turned(words[t - 2], 19) ^ words[t - 2] >> 10
                let other = turned(words[t - 15], 7) ^ turned(words[t - 15], 18) ^ words[t - 15] >> 3
                words.append(small &+ words[t - 7] &+ other &+ words[t - 16])
            }
            var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
            var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
            for t in 0..<64 {
                let first =
                    h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ (e & f ^ ~e & g) &+ rounds[t] &+ words[t]
                let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ (a & b ^ a & c ^ b & c)
                (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
            }
            hash = zip(hash, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
        }
        return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }

    static func keyedCode(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let padded = key + Array(repeating: 0, count: 64 - key.count)
        return code(padded.map { $0 ^ 0x5C } + code(padded.map { $0 ^ 0x36 } + message))
    }

    private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    private static let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
    /// The first 32 bits behind the point of the roots of the first primes.
    private static let initial = primes.prefix(8).map { root(of: UInt128($0) << 64) { $0 * $0 } }
    private static let rounds = primes.map { root(of: UInt128($0) << 96) { $0 * $0 * $0 } }

    /// The last 32 bits of the greatest number whose power is at most so much.
    private static func root(of number: UInt128, power: (UInt128) -> UInt128) -> UInt32 {
        var root: UInt128 = 0
        for bit in (0..<37).reversed() where power(root | 1 << bit) <= number { root |= 1 << bit }
        return UInt32(truncatingIfNeeded: root)
    }
}
