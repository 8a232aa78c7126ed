import AidInput
import AidModel

/// One record or problem of a CSV file, with everything that is said of it.
enum CSVEntry: Hashable, CustomStringConvertible {
    case record([[UInt8]], textOffset: Int, place: RecordPlace)
    case malformed(RecordProblem, textOffset: Int, place: RecordPlace)

    var description: String {
        switch self {
        case .record(let fields, let offset, let place):
            "\(place.recordNumber) line \(place.lineNumber ?? 0) @\(offset)/\(place.byteOffset) "
                + fields.map { String(decoding: $0, as: UTF8.self).debugDescription }.joined(separator: " ")
        case .malformed(let problem, let offset, let place):
            "\(place.recordNumber) line \(place.lineNumber ?? 0) @\(offset)/\(place.byteOffset) ! \(problem)"
        }
    }
}

/// What came of one CSV file, whole.
struct CSVReading: Hashable {
    var header: [String]?
    var entries: [CSVEntry] = []
    var error: InputError?

    /// The fields of each record, or its problem and its line.
    var outcomes: [[String]] {
        entries.map { entry in
            switch entry {
            case .record(let fields, _, _): fields.map { String(decoding: $0, as: UTF8.self) }
            case .malformed(let problem, _, let place): ["! line \(place.lineNumber ?? 0): \(problem.message.en)"]
            }
        }
    }

    init() {}

    /// - Parameter delimiter: nil: the header tells.
    init(
        _ bytes: [UInt8], delimiter: UInt8? = UInt8(ascii: ","), hasHeader: Bool = false, columns: [Int]? = nil,
        pieceSize: Int = 512 << 10
    ) {
        var collector = Collector()
        do {
            let source = MemoryTextSource(bytes, name: "export.csv", pieceSize: pieceSize)
            var reader: CSVReader
            if let delimiter {
                reader = CSVReader(source, delimiter: delimiter)
            } else {
                reader = try CSVReader(detectingDelimiterOf: source)
            }
            if hasHeader { header = try reader.readHeader() }
            let count = try reader.read(into: &collector, columns: columns, expectedCount: header?.count)
            precondition(count == collector.entries.count)
        } catch {
            self.error = error
        }
        entries = collector.entries
    }

    init(_ text: String, hasHeader: Bool = false, pieceSize: Int = 512 << 10) {
        self.init(Array(text.utf8), hasHeader: hasHeader, pieceSize: pieceSize)
    }

    private struct Collector: RecordConsumer {
        var entries: [CSVEntry] = []

        mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
            let fields = (0..<record.fieldCount).map { Array(record.field($0)) }
            entries.append(.record(fields, textOffset: textOffset, place: place))
        }

        mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
            entries.append(.malformed(problem, textOffset: textOffset, place: place))
        }
    }
}
