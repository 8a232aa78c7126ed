import TestSupport
import AidInput
import Testing

/// Every character comes through whole at every piece boundary, and broken bytes as bytes that
/// are not valid UTF-8, never as a replacement character.
struct FileTextSourceTests {
    @Test(arguments: EncodedText.encodings)
    func everyPieceBoundary(encoding: TextEncoding) throws {
        for seed in SeededRandom.seeds(25) {
            var random = SeededRandom(seed)
            var text = EncodedText.random(
                encoding, count: Int.random(in: 0...60, using: &random), withBroken: seed % 2 == 1, using: &random)
            if seed % 4 == 3, let end = EncodedText.brokenEnds(encoding).randomElement(using: &random) {
                text.characters.append(end)
            }
            let mark = seed % 3 == 0 ? EncodedText.mark(encoding) : []
            let file = try TemporaryFile(mark + text.diskBytes)
            for pieceSize in [1, 2, 3, 5, 7, 64, 512 << 10] {
                for bufferSize in [1, 3, 4096] {
                    let source = try FileTextSource(file: file.open(), encoding: encoding, pieceSize: pieceSize)
                    #expect(
                        try source.readAll(bufferSize: bufferSize) == text.utf8,
                        "seed \(seed), pieces of \(pieceSize), buffers of \(bufferSize)")
                }
            }
        }
    }

    @Test("Every character of the pool is known to the system's GB18030, of one, two and four bytes")
    func lengthsInGB18030() {
        let lengths = Set("a中é𠂇😀ก".unicodeScalars.map { EncodedText.disk(Character($0), .gb18030).count })
        #expect(lengths == [1, 2, 4])
    }

    @Test("A broken end, whole file", arguments: EncodedText.encodings)
    func brokenEnds(encoding: TextEncoding) throws {
        for (disk, utf8) in EncodedText.brokenEnds(encoding) {
            let file = try TemporaryFile(EncodedText.disk("中", encoding) + disk)
            for pieceSize in [1, 2, 3, 5, 7] {
                let source = try FileTextSource(file: file.open(), encoding: encoding, pieceSize: pieceSize)
                #expect(try source.readAll() == Array("中".utf8) + utf8, "\(disk), pieces of \(pieceSize)")
                #expect(String(validating: Array("中".utf8) + utf8, as: UTF8.self) == nil)
            }
        }
    }
}
