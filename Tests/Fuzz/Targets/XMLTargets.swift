import AidModel

@testable import AidInput

/// What `XMLReader`, which has libxml2 read all, or the plain way hands over.
private struct Records: PlainXMLConsumer, Equatable {
    var entries: [String] = []

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        let fields = (0..<record.fieldCount).map { Array(record.field($0)) }
        entries.append("\(place.recordNumber)@\(textOffset) \(fields)")
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        entries.append("\(place.recordNumber)@\(textOffset) ! \(problem)")
    }

    mutating func takeRows(
        _ rows: Range<Int>, of table: borrowing PlainRecordTable, in piece: PlainXMLPiece.Bytes, firstNumber: Int
    ) {
        for row in rows {
            let fields = table.fields(row).map { Array(piece.bytes[$0.range]) }
            let number = firstNumber + row - rows.lowerBound
            entries.append("\(number)@\(piece.offset + Int(table.record(row).start)) \(fields)")
        }
    }
}

private struct Text: PlacedText {
    let name = "export.xml"
    let bytes: [UInt8]

    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        let count = min(buffer.count, max(0, bytes.count - offset))
        if count > 0 { bytes[offset..<offset + count].withByteView(buffer.copy) }
        return count
    }
}

extension Target {
    private static let seeds = [
        "\u{1}<?xml version=\"1.0\"?><s xmlns='urn:1' xmlns:p='urn:2'><!-- c --><r x='1&amp;2'><a>甲&#x4E59;</a>"
            + "<b><![CDATA[<丙>]]></b></r><p:r><a/></p:r><r><a><q/></a></r></s>\n",
        "\u{3}<s><r><a>1</a><a>2</a></r><r><c><d><a>1</a></d></c><b>2\r\n3</b></r><?pi x?><r x='' y=\"'\"/>&lt;</s>",
        "\u{4}<s>\n<r x='1'><a>1</a><b>2</b></r>\n<r x='2'><a>甲</a></r>\n<r><a>&lt;</a></r></s> <!-- d -->\n",
        "\u{5}<!DOCTYPE s [<!ENTITY e 'x'><!ATTLIST r x CDATA 'd'>]><s><r>&e;</r></s>",
    ]
    private static let words = [
        "]]>", "<![CDATA[", "<!--", "-->", "<?p ", "?>", "&#x4E;", "&amp;", "xmlns:p=''", "<r>", "</r>", "<a>", "</a>",
        "</s>", "<r x='", "\u{FEFF}", "<!DOCTYPE s>", " x='1'", "&#0;", "xml:space=''", "<p:r>", "\u{FFFF}",
    ]

    /// Plain records the fast way against libxml2.
    static let xmlTargets = [
        Target("xml", takes: [".xml"], choiceCount: 1, seeds: seeds, words: words) { bytes in
            var input = Input(bytes)
            let (size, tail) = input.pick([
                (1, 0), (2, 5), (3, 40), (7, 7), (64, 64), (64, 300), (4096, 0), (65_536, 0),
            ])
            guard let record = ElementName("r") else { return }
            let wanted = [["a"], ["b", "c/d/a"], ["@x"]].map { $0.compactMap { ElementPath($0) } }
            var slow = Records()
            var slowCount: Int?
            do throws(InputError) {
                let source = MemoryTextSource(input.bytes, name: "export.xml", pieceSize: size)
                slowCount = try XMLReader(record: record, wanted: wanted).read(source, into: &slow).recordCount
            } catch {
                expect(!error.what.en.isEmpty, "no words")
            }
            var fast = Records()
            var found = FoundFields(fieldCount: wanted.count)
            let text = Text(bytes: input.bytes)
            let reader = PlainXMLReader(record: record, wanted: wanted, pieceSize: size, tailSize: tail)
            switch try? reader.read(text, byteCount: input.bytes.count, into: &fast, found: &found) {
            case .read(let count)?:
                expectEqual(Optional(count), slowCount, "how many records, in pieces of \(size) + \(tail)")
                expectEqual(fast.entries, slow.entries, "pieces of \(size) + \(tail)")
            case .notPlain?, nil:
                let begun = Array(slow.entries.prefix(fast.entries.count))
                expectEqual(fast.entries, begun, "what came before it gave up, in pieces of \(size) + \(tail)")
            }
        }
    ]
}
