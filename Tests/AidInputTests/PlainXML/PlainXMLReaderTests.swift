import TestSupport
import AidInput
import Testing

/// Whole files the plain way against `XMLReader`: the same records, numbers, offsets and problems.
struct PlainXMLReaderTests {
    static let pieces = [(1, 0), (2, 5), (3, 40), (7, 7), (64, 64), (64, 300), (4096, 0), (512 << 10, 16 << 10)]

    @Test func fixturesOfTheReader() throws {
        for item in XMLReaderTests.cases {
            try expectSameReading(
                Array(item.text.utf8), record: item.record, wanted: item.wanted, pieces: Self.pieces, item.name)
        }
        for item in XMLRefusalTests.cases {
            let share = try expectSameReading(item.bytes, pieces: Self.pieces, item.what)
            if case .read = share { Issue.record("\(item.what) was read") }
        }
        for item in PlainXMLScannerTests.plainCases {
            let share = try expectSameReading(
                Array(item.text.utf8), record: item.record, wanted: item.wanted, pieces: Self.pieces,
                item.testDescription)
            guard case .read(let plain, let all) = share else {
                Issue.record("\(item.testDescription) was not read")
                continue
            }
            #expect(plain == all)
        }
        for item in PlainXMLScannerTests.notPlainRecords {
            for count in [1, 20] {
                let plain = String(repeating: "<r x='0'><a>0</a><c>0</c></r>\n", count: count)
                let text = "<s xmlns:o='urn:9'>" + plain + item + plain + "</s>"
                try expectSameReading(Array(text.utf8), pieces: Self.pieces, item)
            }
        }
        for seed in UInt64(0)..<100 {
            try expectSameReading(XMLFuzzTests.document(seed), pieces: Self.pieces, "fuzz seed \(seed)")
        }
    }

    /// One record that is not plain costs one record, not a piece.
    @Test func oneEntityCostsOneRecord() throws {
        let plain = String(repeating: "<r x='0'><a>0</a></r>\n", count: 500)
        for item in [
            "<r><a>&amp;</a></r>", "<!-- <r> -->", "<r><![CDATA[<r/>]]></r>", "<q><r><a>1</a></r></q>", "<?p <r/> ?>",
        ] {
            let bytes = Array(("<s>\n" + plain + item + "\n" + plain + item + plain + "</s>\n").utf8)
            for (size, tail) in [(700, 100), (4096, 64), (512 << 10, 16 << 10)] {
                let reading = try PlainReading(bytes, pieceSize: size, tailSize: tail)
                guard case .read(let recordCount) = reading.outcome else {
                    Issue.record("\(item) was not read")
                    continue
                }
                #expect(recordCount - reading.records.plainCount <= 30, "\(item), \(size)")
            }
            try expectSameReading(bytes, pieces: [(700, 100), (4096, 64), (512 << 10, 16 << 10)], item)
        }
    }

    @Test func commentsFullOfRecords() throws {
        let plain = String(repeating: "<r x='0'><a>0</a></r>\n", count: 60)
        for wrap in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<q>", "</q>"), ("<?p ", "?>"), ("<r><c>", "</c></r>")] {
            let text = "<s>" + plain + wrap.0 + plain + wrap.1 + plain + "</s>"
            for pieceSize in [1, 30, 64, 500, 1400, 4096] {
                try expectSameReading(Array(text.utf8), pieces: [(pieceSize, 50)], "\(wrap)")
            }
        }
    }

    @Test func truncatedAtEveryByte() throws {
        let text =
            "<s>\n<r x='1'><a>1</a></r>\n<r><a>&lt;</a></r><!-- c --><r/>\n<r x='2'><a>甲</a></r></s> <!-- d -->\n"
        let bytes = Array(text.utf8)
        for length in 0...bytes.count {
            let share = try expectSameReading(
                Array(bytes[..<length]), pieces: [(1, 0), (7, 9), (64, 64), (512, 0)], "\(length) bytes")
            let isWhole = length >= text.utf8.count - " <!-- d -->\n".utf8.count
            if case .read = share { #expect(isWhole) }
        }
    }

    @Test func filesForTheReader() throws {
        for text in [
            "", "<s/>", "<s></s>", "<r><a>1</a></r>", "<!DOCTYPE s><s><r/></s>", "<s><q/></s>", "x<s><r/></s>",
            "<?xml version='1.1'?><s><r/></s>", "<s" + String(repeating: " ", count: 70_000) + "><r/></s>",
        ] {
            #expect(try PlainReading(Array(text.utf8)).outcome == .notPlain)
        }
    }

    @Test func errorsOfTheTextComeOutAsTheyAre() throws {
        struct Failing: PlacedText {
            let text: MemoryText
            var name: String { text.name }

            func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
                if offset > 70_000 { throw FailingTextSource.failure }
                return try text.read(into: buffer, at: offset)
            }
        }
        let plain = String(repeating: "<r x='0'><a>0</a></r>\n", count: 5000)
        for item in ["", "<r>&amp;</r>"] {
            let bytes = Array(("<s>" + plain + item + "</s>").utf8)
            var records = CollectedRecords()
            var found = FoundFields(fieldCount: 0)
            let reader = PlainXMLReader(record: try #require(ElementName("r")), wanted: [], pieceSize: 4096)
            #expect(throws: FailingTextSource.failure) {
                try reader.read(
                    Failing(text: MemoryText(bytes: bytes)), byteCount: bytes.count, into: &records, found: &found)
            }
        }
    }

    @Test func chanceDocuments() throws {
        var plain = 0
        var all = 0
        for seed in SeededRandom.seeds(150) {
            let document = PlainDocument(seed)
            let share = try expectSameReading(
                document.bytes, record: document.record, wanted: document.wanted, pieces: Self.pieces, "seed \(seed)")
            if case .read(let plainCount, let count) = share {
                plain += plainCount
                all += count
            }
        }
        #expect(plain > all / 2 && all > 300, "\(plain) of \(all)")
    }

    /// Long ones, with records that are not plain among the plain ones.
    @Test func mixedDocuments() throws {
        var plain = 0
        var all = 0
        for seed in SeededRandom.seeds(80) {
            let document = PlainDocument(seed, count: 60, foreign: seed % 3 == 0 ? 2 : 12)
            let share = try expectSameReading(
                document.bytes, record: document.record, wanted: document.wanted,
                pieces: [(64, 200), (300, 100), (2000, 30), (512 << 10, 16 << 10)], "seed \(seed), mixed")
            if case .read(let plainCount, let count) = share {
                plain += plainCount
                all += count
            }
        }
        #expect(plain > all / 4 && plain < all && all > 1500, "\(plain) of \(all)")
    }

    @Test func damagedDocuments() throws {
        var read = 0
        for seed in SeededRandom.seeds(800) {
            let document = seed % 2 == 0 ? PlainDocument(seed) : PlainDocument(seed, count: 20, foreign: 6)
            let share = try expectSameReading(
                document.damaged(seed), record: document.record, wanted: document.wanted,
                pieces: [(Int(seed % 97) + 1, Int(seed % 51)), (64, 64), (512 << 10, 16 << 10)],
                "seed \(seed), damaged")
            if case .read = share { read += 1 }
        }
        #expect(read > 30)
    }
}
