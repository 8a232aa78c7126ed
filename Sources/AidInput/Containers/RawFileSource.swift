/// The bytes of a file from a place on, as they lie on disk.
///
/// For readers that find structure in the file's own encoding.
final class RawFileSource: TextSource {
    var name: String { file.name }

    private let file: InputFile
    private var offset: Int
    private let pieceSize: Int

    init(_ file: InputFile, from offset: Int, pieceSize: Int = 512 << 10) {
        self.file = file
        self.offset = offset
        self.pieceSize = pieceSize
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        let count = try file.read(into: buffer.part(0..<min(buffer.count, pieceSize)), at: offset)
        offset += count
        return count
    }
}
