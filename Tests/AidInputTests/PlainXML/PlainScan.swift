import AidInput
import Testing

/// What the plain scanner makes of a document from behind its root's start tag.
struct PlainScan {
    var entries: [CollectedRecords.Entry] = []
    var stop: PlainXMLScanner.Stop

    /// nil where the document is not for the fast path.
    ///
    /// - Parameter wanted: for each field, its paths divided by blanks.
    init?(_ bytes: [UInt8], record: String = "r", wanted: [String] = ["a", "b", "@x"]) throws {
        guard let prolog = try PlainScan.prolog(bytes, record: record, wanted: wanted) else { return nil }
        var scanner = PlainXMLScanner(prolog.scope)
        self.init(bytes, from: prolog.textOffset, limit: bytes.count, &scanner)
        // What was learnt makes no difference.
        let again = PlainScan(bytes, from: prolog.textOffset, limit: bytes.count, &scanner)
        #expect(again.entries == entries && again.stop == stop)
    }

    init(_ bytes: [UInt8], from start: Int, limit: Int, _ scanner: inout PlainXMLScanner) {
        var table = PlainRecordTable(fieldCount: scanner.scope.fieldCount)
        stop = bytes.withByteView { scanner.scan($0, from: start, limit: limit, into: &table) }
        for row in 0..<table.count {
            let fields = table.fields(row).map { String(decoding: bytes[$0.range], as: UTF8.self) }
            entries.append(.record(fields, textOffset: Int(table.record(row).start), number: row + 1))
        }
    }

    static func prolog(_ bytes: [UInt8], record: String, wanted: [String]) throws -> PlainXMLProlog? {
        let name = try #require(ElementName(record))
        let paths = try wanted.map { try $0.split(separator: " ").map { try #require(ElementPath(String($0))) } }
        return PlainXMLProlog(head: Array(bytes.prefix(PlainXMLProlog.headByteCount)), record: name, wanted: paths)
    }
}

/// Where libxml2 says that a document's records are, against what the scanner says: all it
/// takes, it takes as libxml2 gives it, and it takes nothing that libxml2 refuses.
///
/// - Returns: how many records the scanner took, or nil where it was not tried.
@discardableResult
func expectAgreement(
    _ bytes: [UInt8], record: String = "r", wanted: [String] = ["a", "b", "@x"], _ comment: String
) throws -> Int? {
    guard let scan = try PlainScan(bytes, record: record, wanted: wanted) else { return nil }
    let truth = try Reading(bytes, record: record, wanted: wanted)
    #expect(scan.entries == Array(truth.entries.prefix(scan.entries.count)), "\(comment)")
    #expect(scan.stop.offset <= bytes.count)
    return scan.entries.count
}
