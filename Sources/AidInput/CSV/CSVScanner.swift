/// Finds one record of CSV in some bytes: the rules of RFC 4180, and nothing else.
///
/// Pure: bytes in, one outcome out, nothing kept but the field bounds. Any of LF,
/// CRLF and CR ends a line. A quote opens a field only as its first byte; within an
/// unquoted field it is an error, except in a spreadsheet's text guard `="…"`.
///
/// A record whose quoting is broken ends at its first line end, and the next line is
/// read as a record of its own: so a quote that is never closed costs one record and
/// swallows nothing.
struct CSVScanner {
    /// The field in the scanned bytes; a quoted one without its outer quotes.
    struct Field {
        var start: Int
        var end: Int
        /// Whether doubled quotes within it stand for single ones.
        var hasDoubledQuotes: Bool
    }

    enum Outcome: Equatable {
        /// `fields` hold the record; the next one begins at `next`.
        case record(next: Int, lineCount: Int)
        case blankLine(next: Int)
        case broken(RecordProblem, next: Int)
        /// The bytes end before the record does.
        case needsMore
        /// The record is broken, and its first line does not end in these bytes.
        case brokenPastEnd(RecordProblem)
    }

    let delimiter: UInt8
    /// Of a record, the first so many that one may have.
    private(set) var fields: ContiguousArray<Field> = []
    /// How many fields a record has, be they more than it may have.
    private(set) var fieldCount = 0

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Looks at the record at the start of some bytes.
    ///
    /// - Parameters:
    ///   - bytes: one at least.
    ///   - isComplete: whether the file, or the longest record allowed, ends with these bytes.
    /// - Complexity: O(length of the record).
    mutating func scan(_ bytes: ByteView, isComplete: Bool) -> Outcome {
        let count = bytes.count
        fields.removeAll(keepingCapacity: true)
        fieldCount = 0
        var position = CSVScanner.markLength(bytes)
        var lineCount = 1
        while true {
            // Here a field begins.
            if position < count, bytes[position] == CSVScanner.quote {
                let start = position + 1
                position = start
                var hasDoubledQuotes = false
                while true {
                    while position < count, bytes[position] != CSVScanner.quote {
                        if bytes[position] == CSVScanner.lineFeed
                            || bytes[position] == CSVScanner.carriageReturn
                                && !(position + 1 < count && bytes[position + 1] == CSVScanner.lineFeed)
                        {
                            lineCount += 1
                        }
                        position += 1
                    }
                    guard position < count else {
                        return isComplete ? broken(.unclosedQuote, bytes, isComplete: true) : .needsMore
                    }
                    guard position + 1 < count || isComplete else { return .needsMore }
                    guard position + 1 < count, bytes[position + 1] == CSVScanner.quote else { break }
                    hasDoubledQuotes = true
                    position += 2
                }
                add(Field(start: start, end: position, hasDoubledQuotes: hasDoubledQuotes))
                position += 1
                if position < count, bytes[position] != delimiter, bytes[position] != CSVScanner.lineFeed,
                    bytes[position] != CSVScanner.carriageReturn
                {
                    return broken(.textAfterQuote, bytes, isComplete: isComplete)
                }
            } else {
                let start = position
                var quoteCount = 0
                while position < count {
                    let byte = bytes[position]
                    if byte == delimiter || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn { break }
                    if byte == CSVScanner.quote { quoteCount += 1 }
                    position += 1
                }
                if quoteCount > 0, position < count || isComplete,
                    !CSVScanner.isTextGuard(bytes, start: start, end: position, quoteCount: quoteCount)
                {
                    return broken(.strayQuote, bytes, isComplete: isComplete)
                }
                add(Field(start: start, end: position, hasDoubledQuotes: false))
            }
            // Here a field has ended: at a delimiter, a line end or the end of the bytes.
            guard position < count else {
                return isComplete ? .record(next: count, lineCount: lineCount) : .needsMore
            }
            if bytes[position] == delimiter {
                position += 1
                guard position < count || isComplete else { return .needsMore }
                continue
            }
            guard let next = CSVScanner.lineEnd(bytes, at: position, isComplete: isComplete) else {
                return .needsMore
            }
            return position == 0 ? .blankLine(next: next) : .record(next: next, lineCount: lineCount)
        }
    }

    /// A line of nothing but delimiters takes no more memory than any other.
    private mutating func add(_ field: Field) {
        fieldCount += 1
        if fieldCount <= CSVReader.fieldLimit { fields.append(field) }
    }

    /// The length of a byte-order mark before a quote or a text guard: files were put one behind the other, and behind
    /// it the quote would be none. Before other texts it is taken out with what else nobody sees.
    private static func markLength(_ bytes: ByteView) -> Int {
        bytes.begins(with: "\u{FEFF}\"") || bytes.begins(with: "\u{FEFF}=\"") ? 3 : 0
    }

    /// `="…"`, by which spreadsheets are told to leave digits alone.
    private static func isTextGuard(
        _ bytes: ByteView, start: Int, end: Int, quoteCount: Int
    ) -> Bool {
        quoteCount == 2 && end - start >= 3 && bytes[start] == UInt8(ascii: "=") && bytes[start + 1] == quote
            && bytes[end - 1] == quote
    }

    /// Where the line after a line end begins; nil: a CR is the last byte, and an LF may follow.
    private static func lineEnd(
        _ bytes: ByteView, at position: Int, isComplete: Bool
    ) -> Int? {
        guard bytes[position] == carriageReturn else { return position + 1 }
        guard position + 1 < bytes.count else { return isComplete ? bytes.count : nil }
        return bytes[position + 1] == lineFeed ? position + 2 : position + 1
    }

    /// Ends a broken record at its first line end.
    private func broken(
        _ problem: RecordProblem, _ bytes: ByteView, isComplete: Bool
    ) -> Outcome {
        var position = 0
        while position < bytes.count {
            if bytes[position] == CSVScanner.lineFeed || bytes[position] == CSVScanner.carriageReturn {
                guard
                    let next = CSVScanner.lineEnd(bytes, at: position, isComplete: isComplete)
                else { return .needsMore }
                return .broken(problem, next: next)
            }
            position += 1
        }
        return isComplete ? .brokenPastEnd(problem) : .needsMore
    }
}
