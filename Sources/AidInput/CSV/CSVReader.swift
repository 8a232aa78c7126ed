import AidModel

/// Reads the records of one CSV file, in order.
package struct CSVReader: ~Copyable {
    /// The longest record; one that is longer is a reject.
    package static let recordLimit = 1 << 20
    /// The most fields of a record, as many as a sheet has columns; one that has more is a reject, or no header.
    package static let fieldLimit = 16_384
    /// How much is looked at of a broken line above the header.
    private static let brokenLimit = 4096
    var window: TextWindow
    var scanner: CSVScanner
    let fileName: String
    let encoding: SpanEncoding
    /// Where the source begins in the file.
    private let sourceOffset: Int
    private var record = RecordBuffer()
    var judge = LineJudge(CSVHeader())
    var recordNumber = 0
    var lineNumber = 1
    /// The line on which the last line of names began.
    var lastLine = 1
    /// Its cells, as far as they can be told, if it was broken.
    var lastBrokenCells: [String] = []
    /// The text of the broken line that came last, if it is wanted: of lines above the header.
    var brokenLine: [UInt8]?
    /// Looks out for records in another encoding; nil: there can be none, or nobody wants to know.
    private var watch: EncodingWatch?
    /// How many of them there were.
    private(set) var foreignCount = 0

    /// - Parameters:
    ///   - delimiter: a byte below 0x80, and below 0x30 if the source gives GB18030.
    ///   - encoding: of what the source gives.
    ///   - sourceOffset: what places are counted from.
    package init(
        _ source: any TextSource, delimiter: UInt8, encoding: SpanEncoding = .utf8, sourceOffset: Int = 0
    ) {
        window = TextWindow(source)
        scanner = CSVScanner(delimiter: delimiter)
        fileName = source.name
        self.encoding = encoding
        self.sourceOffset = sourceOffset
    }

    /// Begins to read a file whose delimiter its first line must tell.
    package init(
        detectingDelimiterOf source: any TextSource, encoding: SpanEncoding = .utf8, sourceOffset: Int = 0
    ) throws(InputError) {
        window = TextWindow(source)
        fileName = source.name
        self.encoding = encoding
        self.sourceOffset = sourceOffset
        scanner = CSVScanner(delimiter: UInt8(ascii: ","))
        var first = CSVDelimiter.Count()
        while true {
            if window.count == 0 || (!first.isComplete && !window.isAtEnd) {
                if window.isAtEnd { break }
                try window.fill()
            }
            // Never more than the limit, so that the pieces of the source make no difference.
            let visible = min(window.count, CSVReader.recordLimit)
            first = CSVDelimiter.Count(window.bytes.part(0..<visible))
            if first.isComplete || window.isAtEnd || window.count >= CSVReader.recordLimit { break }
        }
        scanner = CSVScanner(delimiter: first.best)
    }

    package var delimiter: UInt8 { scanner.delimiter }

    /// From now on records that are clearly in another encoding than the file are malformed.
    mutating func look(out watch: EncodingWatch?) {
        self.watch = watch
    }

    /// Says what the names of the columns are, where this reader begins behind them.
    ///
    /// - Parameter currency: of the amounts whose unit a line may say; nil: nobody reads amounts.
    mutating func setHeader(_ header: CSVHeader, skipped: [String] = [], currency: Currency? = nil) {
        judge = LineJudge(header, skipped: skipped, currency: currency)
    }

    /// Hands the next records to a consumer, at most so many.
    mutating func readFirst(_ count: Int, into consumer: inout some RecordConsumer & ~Copyable) throws(InputError) {
        try readRecords(into: &consumer, columns: nil, limit: recordNumber + count)
    }

    /// Hands every record that is left to a consumer.
    ///
    /// - Parameters:
    ///   - columns: which columns, in which order, a consumer gets; nil: all as they stand.
    ///     A negative index is a field that the file lacks: it is empty.
    ///   - expectedCount: how many fields a record must have; nil: any number.
    /// - Returns: how many records there were, the malformed ones too.
    package mutating func read(
        into consumer: inout some RecordConsumer & ~Copyable, columns: [Int]? = nil, expectedCount: Int? = nil
    ) throws(InputError) -> Int {
        try readRecords(into: &consumer, columns: columns, expectedCount: expectedCount)
        return recordNumber
    }

    /// Hands every record that begins before an offset to a consumer; it begins itself where
    /// a record does.
    mutating func read(
        into consumer: inout some RecordConsumer & ~Copyable, columns: [Int], expectedCount: Int, until end: Int
    ) throws(InputError) {
        try readRecords(into: &consumer, columns: columns, expectedCount: expectedCount, until: end)
    }

    /// Where the next record begins.
    var offset: Int { sourceOffset + window.textOffset }

    /// How many records and lines have been read.
    var passed: (recordCount: Int, lineCount: Int) { (recordNumber, lineNumber - 1) }

    mutating func readRecords(
        into consumer: inout some RecordConsumer & ~Copyable, columns: [Int]?, expectedCount: Int? = nil,
        limit: Int = .max, until end: Int = .max
    ) throws(InputError) {
        while recordNumber < limit, offset < end {
            if window.count == 0 {
                if window.isAtEnd { return }
                try window.fill()
                continue
            }
            let isCut = window.count >= CSVReader.recordLimit
            let visible = min(window.count, CSVReader.recordLimit)
            let outcome = scanner.scan(window.bytes.part(0..<visible), isComplete: window.isAtEnd && !isCut)
            switch outcome {
            case .needsMore where !isCut:
                try window.fill()
            case .blankLine(let next):
                window.drop(next)
                lineNumber += 1
            case .record(let next, let lineCount):
                recordNumber += 1
                deliver(
                    into: &consumer, byteCount: next, lineCount: lineCount, columns: columns,
                    expectedCount: expectedCount)
                window.drop(next)
                lineNumber += lineCount
            case .broken(let problem, let next):
                recordNumber += 1
                if judge.isSkipped(window.bytes.part(0..<next), encoding) {
                    consumer.takeNoRecord(.skipped, problem, at: offset, place: place)
                } else {
                    keepBroken(next)
                    consumer.takeMalformed(problem, at: offset, place: place)
                }
                window.drop(next)
                lineNumber += 1
            case .needsMore, .brokenPastEnd:
                // The record is as long as any may be, or the file ends in it.
                try endOverlong(into: &consumer, isCut: isCut)
            }
        }
    }

    private var place: RecordPlace {
        RecordPlace(recordNumber: recordNumber, lineNumber: lineNumber, byteOffset: offset)
    }

    private mutating func deliver(
        into consumer: inout some RecordConsumer & ~Copyable, byteCount: Int, lineCount: Int, columns: [Int]?,
        expectedCount: Int?
    ) {
        let bytes = window.bytes.part(0..<byteCount)
        if let invalid = encoding.firstInvalid(bytes) {
            keepBroken(byteCount)
            let textOffset = offset + invalid
            var place = place
            place.byteOffset = textOffset
            consumer.takeMalformed(.invalidBytes(textOffset: textOffset), at: offset, place: place)
            return
        }
        if watch?.isForeign(bytes) == true {
            foreignCount += 1
            consumer.takeMalformed(.otherEncoding, at: offset, place: place)
            return
        }
        let found = scanner.fieldCount
        guard found <= CSVReader.fieldLimit else {
            consumer.takeMalformed(.tooManyFields, at: offset, place: place)
            return
        }
        if expectedCount != nil, lineCount > 1,
            let problem = judge.swallowed(bytes, scanner.fields, delimiter: delimiter)
        {
            consumer.takeMalformed(problem, at: offset, place: place)
            return
        }
        let kind = expectedCount == nil ? .usual : judge.kind(bytes, scanner.fields, encoding)
        if let expectedCount, found != expectedCount || judge.hasSurplus(bytes, scanner.fields) {
            let problem = judge.problem(found: found)
            if judge.isNoRecord(kind, bytes, scanner.fields, encoding) {
                consumer.takeNoRecord(kind, problem, at: offset, place: place)
            } else {
                consumer.takeMalformed(problem, at: offset, place: place)
            }
            return
        }
        record.removeAll()
        record.line = kind
        if let columns {
            for column in columns { append(column < 0 ? nil : scanner.fields[column]) }
        } else {
            for field in scanner.fields { append(field) }
        }
        consumer.take(record, at: offset, place: place)
    }

    private mutating func keepBroken(_ byteCount: Int) {
        if brokenLine != nil { brokenLine = Array(window.bytes.part(0..<min(byteCount, CSVReader.brokenLimit))) }
    }

    private mutating func append(_ field: CSVScanner.Field?) {
        guard let field else {
            record.endField()
            return
        }
        record.appendField(
            window.bytes.part(field.start..<field.end), encoding, hasDoubledQuotes: field.hasDoubledQuotes)
    }

    /// Rejects a record of which no end was found within the limit, and goes on at the
    /// next line: within the window if its first line ends there, else past what follows.
    private mutating func endOverlong(into consumer: inout some RecordConsumer & ~Copyable, isCut: Bool)
        throws(InputError)
    {
        let visible = min(window.count, CSVReader.recordLimit)
        recordNumber += 1
        switch scanner.scan(window.bytes.part(0..<visible), isComplete: true) {
        // A line that ends with the last byte allowed may have the LF of a CRLF beyond it.
        case .broken(let problem, let next) where next < visible || !isCut:
            keepBroken(next)
            consumer.takeMalformed(problem, at: offset, place: place)
            window.drop(next)
            lineNumber += 1
        case .brokenPastEnd(let problem) where !isCut:
            consumer.takeMalformed(problem, at: offset, place: place)
            window.drop(window.count)
            lineNumber += 1
        default:
            consumer.takeMalformed(.recordTooLong, at: offset, place: place)
            try skipLine()
        }
    }

    /// Drops everything up to and with the next line end.
    private mutating func skipLine() throws(InputError) {
        while true {
            let bytes = window.bytes
            var position = 0
            while position < window.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r")
            {
                position += 1
            }
            if position + 1 < window.count || window.isAtEnd && position < window.count {
                let isPair =
                    bytes[position] == UInt8(ascii: "\r") && position + 1 < window.count
                    && bytes[position + 1] == UInt8(ascii: "\n")
                window.drop(position + (isPair ? 2 : 1))
                lineNumber += 1
                return
            }
            if window.isAtEnd {
                window.drop(window.count)
                return
            }
            window.drop(position)
            try window.fill()
        }
    }
}
