import TestSupport
import AidInput
import Testing

struct DiskOffsetsTests {
    private func check(_ text: EncodedText, mark: [UInt8], _ comment: Comment) throws {
        var textOffsets: [Int] = []
        var expected: [Int] = []
        var (textOffset, diskOffset) = (0, mark.count)
        for character in text.characters {
            textOffsets.append(textOffset)
            expected.append(diskOffset)
            textOffset += character.utf8.count
            diskOffset += character.disk.count
        }
        // The end of the text is the end of the file.
        textOffsets.append(textOffset)
        expected.append(diskOffset)
        let file = try TemporaryFile(mark + text.diskBytes)
        #expect(try DiskOffsets.find(textOffsets, in: file.open(), encoding: text.encoding) == expected, comment)
    }

    @Test("The start of every character is where it is known to be", arguments: EncodedText.encodings)
    func everyCharacter(encoding: TextEncoding) throws {
        for seed in SeededRandom.seeds(25) {
            var random = SeededRandom(seed)
            let text = EncodedText.random(encoding, count: 80, withBroken: seed % 2 == 1, using: &random)
            try check(text, mark: seed % 3 == 0 ? EncodedText.mark(encoding) : [], "seed \(seed)")
        }
    }

    @Test(
        "So it is beyond the first quarter of a megabyte, at each place that a character may be cut",
        arguments: EncodedText.encodings)
    func beyondTheBuffer(encoding: TextEncoding) throws {
        var random = SeededRandom(7)
        for shift in 0..<2 {
            var text = EncodedText.random(encoding, count: 140_000, withBroken: true, using: &random)
            let filler = EncodedText.disk("a", encoding)
            for _ in 0..<shift { text.characters.insert((filler, Array("a".utf8)), at: 0) }
            #expect(text.diskBytes.count > 256 << 10)
            try check(text, mark: [], "shift \(shift)")
        }
    }

    @Test func noPlaceNoReading() throws {
        let file = try TemporaryFile("中")
        #expect(try DiskOffsets.find([], in: file.open(), encoding: .gb18030) == [])
    }
}
