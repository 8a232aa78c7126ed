package import AidModel

/// Finds where on disk a place of a file's text is.
///
/// Readers count bytes of UTF-8. For a file in another encoding the places that
/// anyone asks for, those of rejects and errors, are found by reading it once more.
package enum DiskOffsets {
    /// The offsets on disk of offsets in the text, in the same order.
    ///
    /// - Parameter textOffsets: in ascending order.
    package static func find(
        _ textOffsets: [Int], in file: InputFile, encoding: TextEncoding
    ) throws(InputError) -> [Int] {
        var fileOffset = try FileTextSource.markLength(file, encoding: encoding)
        guard let decoder = try CharacterDecoder.make(encoding, for: file.name) else {
            return textOffsets.map { $0 + fileOffset }
        }
        let buffer = OwnedRoom<UInt8>(count: 256 << 10)
        var found: [Int] = []
        found.reserveCapacity(textOffsets.count)
        var textOffset = 0
        while found.count < textOffsets.count {
            let count = try file.read(into: buffer.room, at: fileOffset)
            guard count > 0 else { break }
            let bytes = buffer.view(0..<count)
            let isAtEnd = try file.ends(at: fileOffset + count)
            var position = 0
            scan: while position < count {
                while found.count < textOffsets.count, textOffsets[found.count] <= textOffset {
                    found.append(fileOffset + position)
                }
                switch decoder.next(bytes.from(position), isAtEnd: isAtEnd) {
                case .scalar(let scalar, let length):
                    textOffset += CharacterDecoder.utf8Length(scalar)
                    position += length
                case .invalid(let length):
                    textOffset += 1
                    position += length
                case .incomplete: break scan
                }
            }
            fileOffset += position
        }
        // Places behind the last character: the end of the file.
        while found.count < textOffsets.count { found.append(file.byteCount) }
        return found
    }

    /// Puts the places of rejects in a file's text where they are on disk.
    ///
    /// - Parameter rejects: all of this file, in input order.
    package static func placed(
        _ rejects: [Reject], in file: InputFile, encoding: TextEncoding
    ) throws(InputError) -> [Reject] {
        let order = rejects.indices.sorted { rejects[$0].place.byteOffset < rejects[$1].place.byteOffset }
        let offsets = try find(order.map { rejects[$0].place.byteOffset }, in: file, encoding: encoding)
        var placed = rejects
        for (index, offset) in zip(order, offsets) { placed[index].place.byteOffset = offset }
        return placed
    }
}
