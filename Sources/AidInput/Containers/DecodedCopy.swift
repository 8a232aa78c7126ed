import AidModel

/// The text of a file in UTF-8, in a private file: for one that cannot be read in pieces as it
/// lies.
///
/// Decoding is little work beside reading, so one thread does it, and then all read.
struct DecodedCopy {
    let file: InputFile
    /// What is known of the text, which is valid and holds no zeros.
    let text: PieceText

    /// - Parameter observe: sees every byte of the file, once, in order.
    /// - Returns: nil where the text is not valid from end to end, or holds zeros, or there is no
    ///   room for it.
    init?(
        of file: InputFile, encoding: TextEncoding, pieceSize: Int, observe: ((ByteView) -> Void)?
    ) throws(InputError) {
        guard let decoder = try CharacterDecoder.make(encoding, for: file.name) else { return nil }
        var text = PieceText()
        do throws(InputError) {
            self.file = try InputFile(name: file.name) { append throws(InputError) in
                try DecodedCopy.decode(file, encoding, decoder, pieceSize: pieceSize, observe: observe) {
                    piece, decoded throws(InputError) in
                    text += DecodedCopy.check(piece, decoded, decoder)
                    try append(decoded)
                    return text.isValid && !text.hasZeros
                }
            }
        } catch {
            return nil
        }
        guard text.isValid, !text.hasZeros else { return nil }
        self.text = text
    }

    private static func check(
        _ piece: ByteView, _ decoded: ByteView, _ decoder: CharacterDecoder
    ) -> PieceText {
        var text = PieceText()
        switch decoder {
        case .gb18030(let table): text.check(piece, encoding: .gb18030(table))
        // What is no character became something that is not UTF-8.
        case .utf16: text.check(decoded, encoding: .utf8)
        }
        return text
    }

    /// Decodes a file piece by piece, whole characters each.
    ///
    /// - Parameter take: gets what was read, and the same in UTF-8; false: there is no use in going on.
    private static func decode(
        _ file: InputFile, _ encoding: TextEncoding, _ decoder: CharacterDecoder, pieceSize: Int,
        observe: ((ByteView) -> Void)?,
        take: (ByteView, ByteView) throws(InputError) -> Bool
    ) throws(InputError) {
        // So that a byte-order mark lies in the first piece.
        let pieceSize = max(pieceSize, 16)
        // Room for a character that the piece before left incomplete; a byte of GB18030 or a unit of
        // UTF-16 becomes three bytes at most.
        let raw = OwnedRoom<UInt8>(count: pieceSize + 4)
        let decoded = OwnedRoom<UInt8>(count: raw.count * 3)
        var fileOffset = 0
        let markLength = try FileTextSource.markLength(file, encoding: encoding)
        var kept = 0
        while true {
            let count = try file.read(into: raw.room.part(kept..<kept + pieceSize), at: fileOffset)
            observe?(raw.view(kept..<kept + count))
            let skipped = fileOffset == 0 ? min(markLength, count) : 0
            fileOffset += count
            let bytes = raw.view(skipped..<kept + count)
            let (read, written) = decoder.writeUTF8(bytes, to: decoded.room, isAtEnd: count == 0)
            let isWanted = try take(bytes.part(0..<read), decoded.view(0..<written))
            if count == 0 || !isWanted { return }
            kept = bytes.count - read
            raw.room.copy(bytes.from(read))
        }
    }
}
