import Testing

@testable import AidInput

extension CollectedRecords: PlainXMLConsumer {
    mutating func takeRows(
        _ rows: Range<Int>, of table: borrowing PlainRecordTable, in piece: PlainXMLPiece.Bytes, firstNumber: Int
    ) {
        for row in rows {
            let fields = table.fields(row).map { String(decoding: piece.bytes[$0.range], as: UTF8.self) }
            entries.append(
                .record(
                    fields, textOffset: piece.offset + Int(table.record(row).start),
                    number: firstNumber + row - rows.lowerBound))
        }
        plainCount += rows.count
        for row in rows { plainSeen.append(table.seen(row)) }
    }
}

/// A text in memory.
struct MemoryText: PlacedText {
    let name = "export.xml"
    let bytes: [UInt8]

    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        let count = min(buffer.count, max(0, bytes.count - offset))
        if count > 0 { bytes[offset..<offset + count].withByteView(buffer.copy) }
        return count
    }
}

/// What the plain way makes of a whole document, piece by piece.
struct PlainReading {
    var records = CollectedRecords()
    var outcome: PlainXMLReader.Outcome
    /// In how many records each field was found.
    var found: FoundFields

    init(
        _ bytes: [UInt8], record: String = "r", wanted: [String] = ["a", "b", "@x"], pieceSize: Int = 512 << 10,
        tailSize: Int = 16 << 10
    ) throws {
        let name = try #require(ElementName(record))
        let paths = try wanted.map { try $0.split(separator: " ").map { try #require(ElementPath(String($0))) } }
        let reader = PlainXMLReader(record: name, wanted: paths, pieceSize: pieceSize, tailSize: tailSize)
        found = FoundFields(fieldCount: paths.count)
        outcome = try reader.read(MemoryText(bytes: bytes), byteCount: bytes.count, into: &records, found: &found)
        for seen in records.plainSeen { found.add(1, seen: seen) }
    }
}

/// How a document was read the plain way, in agreement with `XMLReader`.
enum PlainShare {
    /// Not at all.
    case unread
    case read(plain: Int, all: Int)
}

/// Reads a document in pieces the plain way and whole by `XMLReader`: the same records must come
/// out, or, where the one refuses the file, the other must leave it to the one.
@discardableResult
func expectSameReading(
    _ bytes: [UInt8], record: String = "r", wanted: [String] = ["a", "b", "@x"],
    pieces: [(size: Int, tail: Int)], _ comment: String
) throws -> PlainShare {
    let truth = try Reading(bytes, record: record, wanted: wanted)
    var share = PlainShare.unread
    for (size, tail) in pieces {
        let reading = try PlainReading(bytes, record: record, wanted: wanted, pieceSize: size, tailSize: tail)
        switch reading.outcome {
        case .read(let recordCount):
            #expect(truth.error == nil, "\(comment), pieces of \(size) + \(tail)")
            #expect(recordCount == truth.summary?.recordCount, "\(comment), pieces of \(size) + \(tail)")
            #expect(reading.records.entries == truth.entries, "\(comment), pieces of \(size) + \(tail)")
            #expect(reading.found == truth.summary?.found, "\(comment), pieces of \(size) + \(tail)")
            share = .read(plain: reading.records.plainCount, all: recordCount)
        case .notPlain:
            // It was on the right way until it gave up.
            let entries = reading.records.entries
            #expect(entries == Array(truth.entries.prefix(entries.count)), "\(comment), pieces of \(size) + \(tail)")
        }
    }
    return share
}
