import AidModel

extension CSVReader {
    /// How many lines of titles may stand above a header.
    static let titleLimit = 20
    /// How many records show how many cells all have.
    private static let looksAhead = 20

    /// The names of the columns: the first record, cleaned.
    package mutating func readHeader() throws(InputError) -> [String] {
        let header = CSVHeader(rows: [try readNames()], lineNumber: lastLine)
        recordNumber = 0
        setHeader(header)
        return header.names
    }

    /// The header, and how many lines of titles stand above it.
    ///
    /// Where its line is not told, it is the first of the first twenty lines that holds what is wanted, or together
    /// with the line above it does (or so many as are told), if what stands above has no more than half as many cells filled: titles, units,
    /// `sep=;`, headings of several columns. Where there is none, the first line is to be told of.
    ///
    /// - Parameters:
    ///   - shape: what is said of it.
    ///   - isHeader: whether a line holds what is wanted.
    mutating func readHeader(
        _ shape: CSVShape = CSVShape(), wanted isHeader: ([String]) -> Bool
    ) throws(InputError) -> CSVHeader {
        let top = try passLines(shape.topCount)
        let found = try shape.headerLine == nil ? foundHeader(shape.headerRowCount, isHeader) : toldHeader(shape)
        var header = found.below(top).passing(over: shape.skippedBeginnings)
        recordNumber = 0
        setHeader(header, skipped: shape.skippedBeginnings)
        if let (count, filledCount) = try firstCellCount() { header.fit(count, filledCount: filledCount) }
        setHeader(header, skipped: shape.skippedBeginnings)
        return header
    }

    /// - Parameter rowCount: how many lines it takes; 1: one or two.
    private mutating func foundHeader(
        _ rowCount: Int, _ isHeader: ([String]) -> Bool
    ) throws(InputError) -> CSVHeader {
        let counts = rowCount == 1 ? [1, 2] : [rowCount]
        var lines: [(names: [String], number: Int)] = []
        var failure: InputError?
        var brokenTitle: [String] = []
        reading: while lines.count < CSVReader.titleLimit + rowCount {
            do throws(InputError) {
                lines.append((try readNames(), lastLine))
            } catch {
                // Behind a broken line nothing is sure; above all others one is a title.
                guard lines.isEmpty else { break }
                failure = error
                brokenTitle = lastBrokenCells
                lines.append(([], lastLine))
            }
            for count in counts where count <= lines.count {
                let header = CSVHeader(
                    rows: lines.suffix(count).map(\.names), lineNumber: lines[lines.count - count].number)
                guard isHeader(header.names) else { continue }
                let titles = lines.dropLast(count)
                guard titles.allSatisfy({ $0.names.count { !$0.isEmpty } * 2 <= header.names.count }) else {
                    break reading
                }
                return header.below(
                    titles.map { TitleLine(cells: $0.names.isEmpty ? brokenTitle : $0.names, lineNumber: $0.number) })
            }
        }
        if let failure { throw failure }
        return CSVHeader(rows: [lines[0].names], lineNumber: lines[0].number)
    }

    /// The header that stands here, of as many lines as a pipeline file says.
    private mutating func toldHeader(_ shape: CSVShape) throws(InputError) -> CSVHeader {
        var rows = [try readNames()]
        let line = lastLine
        while rows.count < shape.headerRowCount { rows.append(try readNames()) }
        return CSVHeader(rows: rows, lineNumber: line)
    }

    /// The cells of the next record, cleaned.
    private mutating func readNames() throws(InputError) -> [String] {
        var line = HeaderConsumer()
        brokenLine = []
        try readRecords(into: &line, columns: nil, limit: recordNumber + 1)
        lastLine = line.lineNumber ?? lineNumber
        lastBrokenCells = line.problem == nil ? [] : brokenCells()
        brokenLine = nil
        if let problem = line.problem {
            throw InputError(problem: .brokenHeader(problem), file: fileName, lineNumber: line.lineNumber)
        }
        guard let names = line.names else { throw InputError(problem: .noHeader, file: fileName) }
        return names
    }

    /// What the broken line that came last says, cell by cell without its quotes: it may be a title that says a unit.
    private func brokenCells() -> [String] {
        guard let line = brokenLine, !line.isEmpty else { return [] }
        let unquoted = line.map { $0 == UInt8(ascii: "\"") ? 0x20 : $0 }
        var cells = RecordBuffer()
        for part in unquoted.split(separator: delimiter, omittingEmptySubsequences: false) {
            part.withByteView { cells.appendField($0, encoding, hasDoubledQuotes: false) }
        }
        var cleaner = FieldCleaner()
        return (0..<cells.fieldCount).map { String(decoding: cleaner.clean(cells.field($0)), as: UTF8.self) }
    }

    /// Passes over lines at the top.
    ///
    /// - Returns: those of them that were not empty.
    private mutating func passLines(_ count: Int) throws(InputError) -> [TitleLine] {
        var passed: [TitleLine] = []
        while lineNumber <= count {
            if try dropBlankLine() { continue }
            let before = recordNumber
            var line = HeaderConsumer()
            brokenLine = []
            try readRecords(into: &line, columns: nil, limit: recordNumber + 1)
            defer { brokenLine = nil }
            if recordNumber == before { break }
            passed.append(TitleLine(cells: line.names ?? brokenCells(), lineNumber: line.lineNumber ?? lineNumber))
        }
        return passed
    }

    /// Drops the next line if there is nothing on it.
    private mutating func dropBlankLine() throws(InputError) -> Bool {
        while window.count < 2, !window.isAtEnd { try window.fill() }
        guard window.count > 0,
            case .blankLine(let next) = scanner.scan(window.bytes, isComplete: window.isAtEnd)
        else { return false }
        window.drop(next)
        lineNumber += 1
        return true
    }

    /// How many cells most of the first records have, and how many of these are not empty in any; nil: none are most,
    /// or there are fewer than two.
    ///
    /// Nothing is taken: the records are read again. It is asked of whole records alone, so that pieces make no
    /// difference.
    private mutating func firstCellCount() throws(InputError) -> (count: Int, filledCount: Int)? {
        var position = 0
        var (lookedAt, found) = (0, 0)
        var shapes: [Int: (count: Int, filledCount: Int)] = [:]
        // Blank lines without end are not looked through.
        while lookedAt < CSVReader.looksAhead, position < CSVReader.recordLimit {
            let visible = min(window.count - position, CSVReader.recordLimit)
            let isAll = window.isAtEnd && visible == window.count - position
            if visible == 0 {
                if window.isAtEnd { break }
                try window.fill()
                continue
            }
            let bytes = window.bytes.part(position..<position + visible)
            switch scanner.scan(bytes, isComplete: isAll) {
            case .needsMore:
                guard visible < CSVReader.recordLimit else { return nil }
                try window.fill()
                continue
            case .blankLine(let next):
                position += next
                continue
            case .broken(_, let next): position += next
            case .brokenPastEnd: return nil
            case .record(let next, _):
                position += next
                let line = bytes.part(0..<next)
                guard scanner.fieldCount <= CSVReader.fieldLimit, encoding.firstInvalid(line) == nil,
                    case .usual = judge.kind(line, scanner.fields, encoding)
                else { break }
                found += 1
                let filled = scanner.fields.lastIndex { !LineJudge.isBlank(line, $0) }
                let shape = shapes[scanner.fields.count] ?? (0, 0)
                shapes[scanner.fields.count] = (shape.count + 1, max(shape.filledCount, filled.map { $0 + 1 } ?? 0))
            }
            lookedAt += 1
        }
        guard let most = shapes.max(by: { $0.value.count < $1.value.count }), most.value.count >= 2,
            most.value.count * 2 > found
        else { return nil }
        return (most.key, most.value.filledCount)
    }
}

/// Takes one record for the names of columns.
private struct HeaderConsumer: RecordConsumer {
    var names: [String]?
    var problem: RecordProblem?
    var lineNumber: Int?

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        var cleaner = FieldCleaner()
        names = (0..<record.fieldCount).map { String(decoding: cleaner.clean(record.field($0)), as: UTF8.self) }
        lineNumber = place.lineNumber
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        self.problem = problem
        lineNumber = place.lineNumber
    }
}
