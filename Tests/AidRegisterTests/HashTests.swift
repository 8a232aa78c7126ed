import TestSupport
import Testing

@testable import AidRegister

/// Hashes and tags are those of the standards, so a register can be read on whatever library makes them.
@Suite struct HashTests {
    struct Vector: Sendable {
        var key: [UInt8] = []
        let message: [UInt8]
        let code: String
    }

    /// - Source: NIST, examples and CAVP's short messages of SHA-256 (`SHA256ShortMsg.rsp`).
    static let hashes = [
        Vector(message: [], code: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector(message: [0xD3], code: "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
        Vector(message: Array("abc".utf8), code: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            message: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            code: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ]

    /// - Source: RFC 4231, test cases 1 to 4; 5 is cut short, and the keys of 6 and 7 are longer than any of ours.
    static let keyedHashes = [
        Vector(
            key: Array(repeating: 0x0B, count: 20), message: Array("Hi There".utf8),
            code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        Vector(
            key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8),
            code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Vector(
            key: Array(repeating: 0xAA, count: 20), message: Array(repeating: 0xDD, count: 50),
            code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        Vector(
            key: Array(1...25), message: Array(repeating: 0xCD, count: 50),
            code: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    ]

    @Test(arguments: hashes)
    func hashesAreThosePublished(vector: Vector) {
        #expect(Digest.hexadecimal(of: vector.message) == vector.code)
        #expect(Digest.hexadecimal(bytes: SHA256Twin.code(vector.message)) == vector.code)
    }

    /// - Source: NIST's example of a long message.
    @Test func hashOfAMillionLettersIsThePublishedOne() {
        let message = Array(repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(
            Digest.hexadecimal(of: message) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(arguments: keyedHashes)
    func keyedHashesAreThosePublished(vector: Vector) {
        let hash = KeyedHash(key: vector.key)
        #expect(hash.code(vector.message).hexadecimal == vector.code)
        #expect(hash.unshared().code(vector.message).hexadecimal == vector.code)
        let twin = SHA256Twin.keyedCode(vector.message, key: vector.key)
        #expect(Digest.hexadecimal(bytes: twin) == vector.code)
    }

    /// Whatever the length, and however it comes: the same as the twin's.
    @Test(arguments: SeededRandom.seeds(40))
    func hashesOfPiecesAreTheTwins(seed: UInt64) {
        var random = SeededRandom(seed)
        func bytes(_ counts: ClosedRange<Int>) -> [UInt8] {
            (0..<Int.random(in: counts, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let message = bytes(0...300)
        var digest = Digest()
        var start = 0
        while start < message.count {
            let end = Int.random(in: start...message.count, using: &random)
            message[start..<end].withUnsafeBytes { digest.update($0) }
            start = end
        }
        let expected = Digest.hexadecimal(bytes: SHA256Twin.code(message))
        #expect(digest.hexadecimal() == expected, "seed \(seed)")
        // It may be asked again.
        #expect(digest.hexadecimal() == expected, "seed \(seed)")
        let key = bytes(0...64)
        #expect(KeyedHash(key: key).code(message).bytes == SHA256Twin.keyedCode(message, key: key), "seed \(seed)")
    }
}
