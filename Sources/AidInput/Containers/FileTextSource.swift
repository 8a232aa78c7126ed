import AidModel

/// The text of a file, decoded piece by piece.
///
/// UTF-8 goes straight from the file into the reader's buffer; every other encoding
/// through two buffers of this source.
package final class FileTextSource: TextSource {
    package var name: String { file.name }

    private let file: InputFile
    private let decoder: CharacterDecoder?
    private let pieceSize: Int
    private var fileOffset: Int
    private var isAtEnd = false
    /// Bytes of the file; those in `rawRange` are not decoded yet.
    private let raw: OwnedRoom<UInt8>
    private var rawRange = 0..<0
    /// Text; that in `decodedRange` is not handed out yet.
    private let decoded: OwnedRoom<UInt8>
    private var decodedRange = 0..<0

    /// - Parameter pieceSize: how many bytes are asked of the file at once.
    package init(file: InputFile, encoding: TextEncoding, pieceSize: Int = 512 << 10) throws(InputError) {
        self.file = file
        self.pieceSize = pieceSize
        decoder = try CharacterDecoder.make(encoding, for: file.name)
        fileOffset = try FileTextSource.markLength(file, encoding: encoding)
        // Room for a character that the piece before left incomplete.
        raw = OwnedRoom(count: decoder == nil ? 0 : pieceSize + 4)
        // A byte of GB18030 or a unit of UTF-16 becomes three bytes at most.
        decoded = OwnedRoom(count: raw.count * 3)
    }

    /// How long the byte-order mark at the start of a file is.
    static func markLength(_ file: InputFile, encoding: TextEncoding) throws(InputError) -> Int {
        let mark: [UInt8] =
            switch encoding {
            case .utf8: [0xEF, 0xBB, 0xBF]
            case .gb18030: [0x84, 0x31, 0x95, 0x33]
            case .utf16LittleEndian: [0xFF, 0xFE]
            case .utf16BigEndian: [0xFE, 0xFF]
            }
        return try file.bytes(from: 0, count: mark.count) == mark ? mark.count : 0
    }

    package func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        guard let decoder else {
            let count = try file.read(into: buffer.part(0..<min(buffer.count, pieceSize)), at: fileOffset)
            fileOffset += count
            return count
        }
        while decodedRange.isEmpty {
            if isAtEnd && rawRange.isEmpty { return 0 }
            try fillRaw()
            decode(with: decoder)
        }
        let count = min(buffer.count, decodedRange.count)
        let start = decodedRange.lowerBound
        buffer.copy(decoded.view(start..<start + count))
        decodedRange = start + count..<decodedRange.upperBound
        return count
    }

    private func fillRaw() throws(InputError) {
        let kept = rawRange.count
        raw.room.copy(raw.view(rawRange))
        let count = try file.read(into: raw.room.part(kept..<kept + pieceSize), at: fileOffset)
        fileOffset += count
        isAtEnd = count == 0
        rawRange = 0..<kept + count
    }

    private func decode(with decoder: CharacterDecoder) {
        let (read, written) = decoder.writeUTF8(raw.view(rawRange), to: decoded.room, isAtEnd: isAtEnd)
        rawRange = rawRange.lowerBound + read..<rawRange.upperBound
        decodedRange = 0..<written
    }
}
