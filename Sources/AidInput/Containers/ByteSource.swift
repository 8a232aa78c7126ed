/// Bytes that come in order, each once: of a compressed file, of an entry of an archive.
package protocol ByteSource: AnyObject {
    /// Fills room with what comes next.
    ///
    /// - Returns: how many bytes were written; 0 at the end alone.
    /// - Throws: where what they come from is damaged, or holds more than it may.
    func read(into buffer: Room<UInt8>) throws(InputError) -> Int
}

/// Bytes with the name of the file that they are of.
final class NamedSource: TextSource {
    let name: String
    private let source: any ByteSource

    init(name: String, _ source: any ByteSource) {
        self.name = name
        self.source = source
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        try source.read(into: buffer)
    }
}
