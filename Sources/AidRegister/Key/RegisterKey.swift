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

    private var claims: KeyedHash
    private var people: KeyedHash
    private let sealing: KeyedHash
    /// By which a register knows its key: 32 lower-case hexadecimal digits.
    package let fingerprint: String

    /// - Parameter secret: of 32 bytes.
    init(secret: [UInt8]) {
        precondition(secret.count == RegisterKey.byteCount, "a register's key has 32 bytes")
        // Every use has a key of its own, derived from the secret.
        let derivation = KeyedHash(key: secret)
        func keyed(_ use: String) -> KeyedHash {
            KeyedHash(key: derivation.code(Array("aidstats register 1 \(use)".utf8)).bytes)
        }
        claims = keyed("claim")
        people = keyed("person")
        sealing = keyed("seal")
        fingerprint = String(keyed("fingerprint").code([]).hexadecimal.prefix(32))
    }

    /// The tag of a text; equal texts, equal tags.
    package func tag(_ domain: Domain, _ bytes: UnsafeRawBufferPointer) -> RegisterTag {
        (domain == .claim ? claims : people).code(bytes).span.withUnsafeBytes { code in
            // A SHA-256 has 32 bytes.
            RegisterTag(
                high: code.loadUnaligned(as: UInt64.self), low: code.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    /// The same key for a thread of its own: threads that share one wait for each other's counts of references.
    package func unshared() -> RegisterKey {
        var copy = self
        copy.claims = claims.unshared()
        copy.people = people.unshared()
        return copy
    }

    /// The seal on the register's list of its files: 64 lower-case hexadecimal digits.
    func seal(_ bytes: [UInt8]) -> String {
        sealing.code(bytes).hexadecimal
    }
}
