/// The SHA-256 of bytes that come piece by piece: by it inputs are known again.
package struct Digest {
    private var state = SHA256State()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        state.update(bytes)
    }

    /// 64 lower-case hexadecimal digits.
    package func hexadecimal() -> String {
        // More may come.
        var state = state
        return state.finish().hexadecimal
    }

    /// A digest for those who do not know the type: takes in bytes, and tells the digits.
    package static func steps() -> (update: (UnsafeRawBufferPointer) -> Void, hexadecimal: () -> String) {
        var digest = Digest()
        return ({ digest.update($0) }, { digest.hexadecimal() })
    }

    /// Bytes as lower-case hexadecimal digits.
    static func hexadecimal(bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The SHA-256 of some bytes.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = Digest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.hexadecimal()
    }
}
