import AidModel
import Glibc

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
        of file: InputFile, encoding: TextEncoding, pieceSize: Int, observe: ((UnsafeRawBufferPointer) -> Void)?
    ) throws(InputError) {
        guard let decoder = try CharacterDecoder.make(encoding, for: file.name) else { return nil }
        var text = PieceText()
        do throws(InputError) {
            self.file = try InputFile(name: file.name) { append throws(InputError) in
                try DecodedCopy.decode(file, encoding, decoder, pieceSize: pieceSize, observe: observe) {
                    piece, decoded throws(InputError) in
                    text += DecodedCopy.check(piece, decoded, decoder)
                    try append(UnsafeRawBufferPointer(decoded))
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
        _ piece: UnsafeBufferPointer<UInt8>, _ decoded: UnsafeBufferPointer<UInt8>, _ decoder: CharacterDecoder
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
        observe: ((UnsafeRawBufferPointer) -> Void)?,
        take: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) throws(InputError) -> Bool
    ) throws(InputError) {
        // So that a byte-order mark lies in the first piece.
        let pieceSize = max(pieceSize, 16)
        // Room for a character that the piece before left incomplete; a byte of GB18030 or a unit of
        // UTF-16 becomes three bytes at most.
        let raw = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize + 4)
        let decoded = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: raw.count * 3)
        defer {
            raw.deallocate()
            decoded.deallocate()
        }
        guard let rawStart = raw.baseAddress, let decodedStart = decoded.baseAddress else { return }
        var fileOffset = 0
        let markLength = try FileTextSource.markLength(file, encoding: encoding)
        var kept = 0
        while true {
            let count = try file.read(
                into: UnsafeMutableRawBufferPointer(start: rawStart + kept, count: pieceSize), at: fileOffset)
            observe?(UnsafeRawBufferPointer(start: rawStart + kept, count: count))
            let skipped = fileOffset == 0 ? min(markLength, count) : 0
            fileOffset += count
            let bytes = UnsafeBufferPointer(start: rawStart + skipped, count: kept + count - skipped)
            let (read, written) = decoder.writeUTF8(bytes, to: decodedStart, isAtEnd: count == 0)
            let isWanted = try take(
                UnsafeBufferPointer(rebasing: bytes[..<read]), UnsafeBufferPointer(start: decodedStart, count: written))
            if count == 0 || !isWanted { return }
            kept = bytes.count - read
            memmove(rawStart, rawStart + skipped + read, kept)
        }
    }
}
