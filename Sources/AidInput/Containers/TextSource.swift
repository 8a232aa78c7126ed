/// The text of one file, as UTF-8, from its first byte to its last.
///
/// Bytes that are not valid in the file's encoding come through as bytes that are
/// not valid UTF-8, never as a replacement character. A byte-order mark is left out.
package protocol TextSource: ByteSource {
    /// The name of the file as the user gave it.
    var name: String { get }
}

/// Text that lies in memory, handed out in pieces of any size: for tests.
package final class MemoryTextSource: TextSource {
    package let name: String
    private let bytes: [UInt8]
    private let pieceSize: Int
    private var offset = 0

    package init(_ bytes: [UInt8], name: String = "memory", pieceSize: Int = 512 << 10) {
        self.name = name
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    package func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        let count = min(buffer.count, pieceSize, bytes.count - offset)
        bytes[offset..<offset + count].withByteView(buffer.copy)
        offset += count
        return count
    }
}
