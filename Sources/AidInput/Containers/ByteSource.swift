/// Bytes that come in order, each once: of a compressed file, of an entry of an archive.
package protocol ByteSource: AnyObject {
    /// Fills room with what comes next.
    ///
    /// - Returns: how many bytes were written; 0 at the end alone.
    /// - Throws: where what they come from is damaged, or holds more than it may.
    func read(into buffer: Room<UInt8>) throws(InputError) -> Int
}
