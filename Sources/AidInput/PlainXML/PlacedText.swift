/// The text of one file as UTF-8, at any place.
///
/// - Units: offsets are those that the file's pieces count by.
package protocol PlacedText {
    /// The name of the file as the user gave it.
    var name: String { get }

    /// Fills a buffer with what stands at a place.
    ///
    /// - Returns: how many bytes were written; 0 at the end of the file alone.
    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int
}

extension PlacedText {
    /// As `read`, but that nothing is left free unless the file ends.
    func fill(_ buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        var count = 0
        while count < buffer.count {
            let read = try read(into: buffer.from(count), at: offset + count)
            if read == 0 { break }
            count += read
        }
        return count
    }
}

extension InputFile: PlacedText {}
