import CCrypto
import Glibc

/// A SHA-256: 32 bytes.
typealias SHA256Code = InlineArray<32, UInt8>

/// SHA-256 of bytes that come piece by piece. A copy goes on by itself.
///
/// - Source: FIPS 180-4.
struct SHA256State {
    private var context = SHA256_CTX()

    init() {
        SHA256_Init(&context)
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }

    mutating func update(_ code: SHA256Code) {
        code.span.withUnsafeBytes { update($0) }
    }

    /// The SHA-256 of all bytes; no more can be taken in.
    mutating func finish() -> SHA256Code {
        var code = SHA256Code(repeating: 0)
        var bytes = code.mutableSpan
        bytes.withUnsafeMutableBytes { (bytes: UnsafeMutableRawBufferPointer) in
            // 32 bytes, so there is a base address.
            _ = SHA256_Final(bytes.baseAddress!.assumingMemoryBound(to: UInt8.self), &context)
        }
        return code
    }

    /// Overwrites the state, where it has taken in what is secret.
    mutating func wipe() {
        withUnsafeMutableBytes(of: &context) { explicit_bzero($0.baseAddress!, $0.count) }
    }
}

extension SHA256Code {
    var bytes: [UInt8] {
        indices.map { self[$0] }
    }

    /// 64 lower-case hexadecimal digits.
    var hexadecimal: String {
        Digest.hexadecimal(bytes: bytes)
    }
}
