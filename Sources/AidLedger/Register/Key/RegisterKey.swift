import Crypto

/// The secret under which a register's tags are made.
///
/// Whoever has it can find out whether a known person is in the register, so it lies in a file of
/// its own, never beside the register, and is printed nowhere.
package struct RegisterKey: Sendable {
    /// What a tag stands for; tags of different domains never meet.
    package enum Domain: String, Sendable, CaseIterable {
        case claim
        case person
    }

    static let byteCount = 32

    private let claims: HMAC<SHA256>
    private let people: HMAC<SHA256>
    private let sealing: HMAC<SHA256>
    /// By which a register knows its key: 32 lower-case hexadecimal digits.
    package let fingerprint: String

    /// - Parameter secret: of 32 bytes.
    init(secret: [UInt8]) {
        precondition(secret.count == RegisterKey.byteCount, "a register's key has 32 bytes")
        // Every use has a key of its own, derived from the secret.
        func keyed(_ use: String) -> HMAC<SHA256> {
            var derived = HMAC<SHA256>(key: SymmetricKey(data: secret))
            derived.update(data: Array("aidstats register 1 \(use)".utf8))
            return HMAC<SHA256>(key: SymmetricKey(data: Array(derived.finalize())))
        }
        claims = keyed("claim")
        people = keyed("person")
        sealing = keyed("seal")
        fingerprint = String(Digest.hexadecimal(bytes: keyed("fingerprint").finalize()).prefix(32))
    }

    /// The tag of a text; equal texts, equal tags.
    package func tag(_ domain: Domain, _ bytes: UnsafeRawBufferPointer) -> RegisterTag {
        // A copy of a keyed state costs less than to take in the key anew.
        var state = domain == .claim ? claims : people
        // One region of memory in place of a generic collection of bytes.
        state.update(data: bytes)
        return state.finalize().withUnsafeBytes { code in
            RegisterTag(
                high: code.loadUnaligned(as: UInt64.self), low: code.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    /// The seal on the register's list of its files: 64 lower-case hexadecimal digits.
    func seal(_ bytes: [UInt8]) -> String {
        var state = sealing
        state.update(data: bytes)
        return Digest.hexadecimal(bytes: state.finalize())
    }
}
