import AidInput
import AidModel
import Testing

/// Keeps what a reader hands over, as text to compare.
struct CollectedRecords: RecordConsumer {
    enum Entry: Hashable, CustomStringConvertible {
        case record([String], textOffset: Int, number: Int)
        case malformed(RecordProblem, textOffset: Int, number: Int)

        var description: String {
            switch self {
            case .record(let fields, let offset, let number): "\(number)@\(offset) \(fields)"
            case .malformed(let problem, let offset, let number): "\(number)@\(offset) \(problem)"
            }
        }
    }

    var entries: [Entry] = []
    /// How many of them the plain way has taken.
    var plainCount = 0
    /// For each plain record a bit for each field that it holds.
    var plainSeen: [UInt64] = []

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        precondition(place.byteOffset == textOffset && place.lineNumber == nil)
        let fields = (0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self) }
        entries.append(.record(fields, textOffset: textOffset, number: place.recordNumber))
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        precondition(place.byteOffset == textOffset && place.lineNumber == nil)
        entries.append(.malformed(problem, textOffset: textOffset, number: place.recordNumber))
    }

    /// The fields of each record, or its problem.
    var outcomes: [[String]] {
        entries.map { entry in
            switch entry {
            case .record(let fields, _, _): fields
            case .malformed(let problem, _, _): ["! \(problem.message.en)"]
            }
        }
    }
}

/// What came of one file, whole: for comparing ways to read it.
struct Reading: Hashable {
    var entries: [CollectedRecords.Entry] = []
    var summary: XMLReadSummary?
    var error: InputError?

    var outcomes: [[String]] { CollectedRecords(entries: entries).outcomes }
    var isRefused: Bool { error != nil }

    /// - Parameter wanted: for each field, its paths divided by blanks.
    init(
        _ bytes: [UInt8], record: String = "r", wanted: [String] = ["a", "b", "@x"], pieceSize: Int = 512 << 10
    ) throws {
        let name = try #require(ElementName(record))
        let paths = try wanted.map { try $0.split(separator: " ").map { try #require(ElementPath(String($0))) } }
        var records = CollectedRecords()
        do {
            let source = MemoryTextSource(bytes, name: "export.xml", pieceSize: pieceSize)
            summary = try XMLReader(record: name, wanted: paths).read(source, into: &records)
        } catch {
            self.error = error
        }
        entries = records.entries
    }

    init(
        _ text: String, record: String = "r", wanted: [String] = ["a", "b", "@x"], pieceSize: Int = 512 << 10
    ) throws {
        try self.init(Array(text.utf8), record: record, wanted: wanted, pieceSize: pieceSize)
    }
}

let pieceSizes = [1, 2, 3, 7, 64, 4096, 512 << 10]
