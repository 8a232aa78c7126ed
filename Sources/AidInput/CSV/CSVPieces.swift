import AidModel
import CScan

/// What every thread that reads one CSV file must know.
struct CSVPlan: Sendable {
    let file: InputFile
    let encoding: SpanEncoding
    let delimiter: UInt8
    /// For each wanted field its column, or −1 where the file lacks it.
    let columns: [Int]
    let header: CSVHeader
    let shape: CSVShape
    /// With the unit of money that the file says.
    let layout: RecordLayout
    let pieceSize: Int
    let tailSize: Int
    /// Whether it is a copy of the text of a file in another encoding.
    let isCopied: Bool

    var columnCount: Int { header.names.count }
}

/// Reads pieces of one CSV file as claims, on one thread.
///
/// A piece whose quoting is in order, and whose bytes are all characters, is taken field by
/// field where it lies. Any other goes through `CSVReader`, which knows what to do with it;
/// what it gives is the same.
struct CSVPieces: ~Copyable, ClaimPieces {
    private let plan: CSVPlan
    private var decoder: SpanDecoder
    private var marks: CSVMarks
    /// Of the wanted fields of the line that is looked at, and the columns of them.
    private let spans: OwnedRoom<FieldSpan>
    private let columns: OwnedRoom<Int>
    private var judge: LineJudge
    /// Of the line that is looked at.
    private var cells: LineJudge.Cells = []
    private let scan: EncodingScan?

    init(_ plan: CSVPlan, decoder: consuming SpanDecoder) {
        self.plan = plan
        self.decoder = decoder
        marks = CSVMarks(capacity: plan.pieceSize + plan.tailSize + 1)
        judge = LineJudge(plan.header, skipped: plan.shape.skippedBeginnings, currency: plan.layout.currency)
        scan = plan.isCopied ? nil : EncodingScan(plan.encoding)
        spans = OwnedRoom(repeating: .empty, count: plan.columns.count)
        columns = OwnedRoom(count: plan.columns.count)
        for (index, column) in plan.columns.enumerated() { columns[index] = column }
    }

    mutating func finish() {
        decoder.finish()
    }

    /// Marks hang on where the first record begins.
    mutating func look(at piece: Piece) {}

    mutating func take(
        _ piece: Piece, start: Int, end: (Int) -> Void, clock: inout StageClock
    ) throws(InputError) -> PieceOutcome {
        var outcome = PieceOutcome(start: start)
        // A start before the piece: the file has become shorter, and the piece before had no end to
        // find. Nothing can be read then, and the check of the file says why.
        guard start >= piece.fileOffset, start < piece.ownEnd else {
            end(start)
            return outcome
        }
        let first = start - piece.fileOffset
        marks.mark(piece.bytes, from: first, delimiter: plan.delimiter)
        guard let (localEnd, lineCount) = lastRecordEnd(piece), marks.isSound(before: localEnd) else {
            clock.pass(.mark)
            try takeSlowly(piece, &outcome, until: piece.ownEnd)
            end(outcome.end)
            clock.pass(.decode)
            return outcome
        }
        let regionEnd = piece.fileOffset + localEnd
        end(regionEnd)
        let text = piece.bytes.view.part(first..<localEnd)
        outcome.text.check(text, encoding: plan.encoding)
        clock.pass(.mark)
        if outcome.text.isValid {
            // It may be in another encoding than the rest: the slow way has the say.
            if !outcome.text.isASCII, scan?.findsOther(text) == true {
                outcome.isForSlowWay = true
                return outcome
            }
            takeLines(piece, lineCount: lineCount, first: first, localEnd: localEnd, &outcome)
            outcome.end = regionEnd
            outcome.controlTotals = decoder.takeControlTotals()
            outcome.records = decoder.takeRecords()
            outcome.scaffolding = decoder.takeScaffolding()
            outcome.noRecordLines = decoder.takeNoRecordLines()
            outcome.rejects = decoder.takeRejects()
            outcome.numberCounts = decoder.takeNumberCounts()
            outcome.dayCounts = decoder.takeDayCounts()
            outcome.observations = decoder.takeObservations()
        } else {
            try takeSlowly(piece, &outcome, until: regionEnd)
        }
        clock.pass(.decode)
        return outcome
    }

    /// Where the last record ends that begins in a piece, and no more: of what another process reads.
    mutating func passOver(_ piece: Piece, start: Int) throws(InputError) -> Int {
        guard start >= piece.fileOffset, start < piece.ownEnd else { return start }
        marks.mark(piece.bytes, from: start - piece.fileOffset, delimiter: plan.delimiter)
        if let (localEnd, _) = lastRecordEnd(piece), marks.isSound(before: localEnd) {
            return piece.fileOffset + localEnd
        }
        var reader = slowReader(from: start)
        var passed = PassedRecords()
        try reader.read(into: &passed, columns: plan.columns, expectedCount: plan.columnCount, until: piece.ownEnd)
        return reader.offset
    }

    /// Where the last record that begins in the piece ends, and how many lines there are up
    /// to there; nil: not within the bytes at hand.
    private mutating func lastRecordEnd(_ piece: Piece) -> (localEnd: Int, lineCount: Int)? {
        let bytes = piece.bytes
        let lines = marks.lines
        var line = marks.lineCount
        // The first line end that is no longer followed by the piece's own bytes. Few lie
        // behind it, so it is looked for from the back.
        while line > 0 {
            let place = lines.place(lines.end(line - 1))
            if place + CSVPieces.lineEndLength(bytes, place) < piece.ownCount { break }
            line -= 1
        }
        if line < marks.lineCount {
            let place = lines.place(lines.end(line))
            // A carriage return at the end of what is at hand may have its line feed behind it.
            if place + 1 == piece.count, bytes[place] == UInt8(ascii: "\r"), !piece.isAtFileEnd { return nil }
            return (place + CSVPieces.lineEndLength(bytes, place), line + 1)
        }
        guard piece.isAtFileEnd, !marks.endsInQuotes else { return nil }
        marks.endLine(at: piece.count)
        return (piece.count, line + 1)
    }

    @inline(__always)
    private static func lineEndLength(_ bytes: PaddedBytes, _ place: Int) -> Int {
        bytes[place] == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 1
    }

    private mutating func takeLines(
        _ piece: Piece, lineCount: Int, first: Int, localEnd: Int, _ outcome: inout PieceOutcome
    ) {
        let bytes = piece.bytes
        let fileOffset = piece.fileOffset
        let hasQuotes = marks.hasQuotes
        let lines = marks.lines
        let spans = spans.room
        let columns = columns.room
        let columnCount = plan.columnCount
        let surplusCount = plan.header.surplusCount
        let skipsLines = judge.skipsLines
        // Line ends inside quotes have no marks, and no index.
        let countsLines = marks.hasQuotedLineEnds
        var lineCounter = LineCount(bytes, from: first)
        var recordCount = 0
        var recordStart = first
        var firstMark = 0
        for line in 0..<lineCount {
            let lastMark = lines.end(line)
            let end = lines.place(lastMark)
            let fieldCount = lastMark &- firstMark &+ 1
            if end > recordStart {
                recordCount += 1
                let cells = lines.cells(from: firstMark, count: fieldCount, startingAt: recordStart)
                if fieldCount == columnCount { CSVPieces.setSpans(spans, columns, cells) }
                let hasDoubledQuotes =
                    hasQuotes && fieldCount == columnCount
                    ? CSVPieces.takeOffQuotes(spans, columns, bytes) : false
                if fieldCount != columnCount || hasDoubledQuotes || skipsLines
                    || countsLines && CSVPieces.hasLineEnd(bytes, recordStart..<end)
                    || surplusCount > 0 && CSVPieces.hasText(cells, behind: columnCount &- surplusCount)
                    || !decoder.take(bytes, spans, cells, at: fileOffset &+ recordStart)
                {
                    let place = RecordPlace(
                        recordNumber: recordCount,
                        lineNumber: countsLines ? lineCounter.number(at: recordStart) : line &+ 1,
                        byteOffset: fileOffset + recordStart)
                    takeUnusual(bytes, cells, place, hasDoubledQuotes: hasDoubledQuotes)
                }
            }
            // Padding can be read behind the last byte, and is behind the last record.
            recordStart = end &+ CSVPieces.lineEndLength(bytes, end)
            firstMark = lastMark &+ 1
        }
        outcome.recordCount = recordCount
        outcome.lineCount = countsLines ? lineCounter.number(at: localEnd) - 1 : lineCount
    }

    /// Takes a line that is no usual record; its wanted fields are in `spans` if it has as many as the header.
    @inline(never)
    private mutating func takeUnusual(
        _ bytes: PaddedBytes, _ line: LineCells, _ place: RecordPlace, hasDoubledQuotes: Bool
    ) {
        let start = place.byteOffset
        guard line.count <= CSVReader.fieldLimit else {
            decoder.takeMalformed(.tooManyFields, at: start, place: place)
            return
        }
        cells.removeAll(keepingCapacity: true)
        for index in 0..<line.count { cells.append(CSVPieces.cell(bytes, line[index])) }
        let hasLineEnd = CSVPieces.hasLineEnd(bytes, Int(line[0].start)..<Int(line[line.count - 1].end))
        if hasLineEnd, let problem = judge.swallowed(bytes.view, cells, delimiter: plan.delimiter) {
            decoder.takeMalformed(problem, at: start, place: place)
            return
        }
        let kind = judge.kind(bytes.view, cells, plan.encoding)
        if line.count == plan.columnCount, !judge.hasSurplus(bytes.view, cells) {
            // That it is looked at here may have had nothing to do with the record.
            let isSound = hasLineEnd || judge.skipsLines || plan.header.surplusCount > 0
            if isSound, kind == .usual, !hasDoubledQuotes, decoder.take(bytes, spans.room, line, at: start) { return }
            decoder.takeUnusual(
                bytes, spans.room, at: start, place: place, line: kind, hasDoubledQuotes: hasDoubledQuotes)
            return
        }
        let problem = judge.problem(found: line.count)
        if judge.isNoRecord(kind, bytes.view, cells, plan.encoding) {
            decoder.takeNoRecord(kind, problem, at: start, place: place)
        } else {
            decoder.takeMalformed(problem, at: start, place: place)
        }
    }

    /// Whether a line ends within quotes.
    @inline(never)
    private static func hasLineEnd(_ bytes: PaddedBytes, _ record: Range<Int>) -> Bool {
        let text = bytes.view.part(record)
        return text.first(UInt8(ascii: "\n"), from: 0) != nil || text.first(UInt8(ascii: "\r"), from: 0) != nil
    }

    /// Whether a cell from a column on holds anything, be it blanks.
    @inline(__always)
    private static func hasText(_ line: LineCells, behind column: Int) -> Bool {
        for index in column..<line.count where line[index].count > 0 { return true }
        return false
    }

    /// A cell without the quotes around it, as `CSVScanner` gives it.
    private static func cell(_ bytes: PaddedBytes, _ span: FieldSpan) -> CSVScanner.Field {
        let range = span.range
        guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "\"") else {
            return CSVScanner.Field(start: range.lowerBound, end: range.upperBound, hasDoubledQuotes: false)
        }
        // The quoting is in order, so there is a closing quote.
        let inner = range.lowerBound + 1..<range.upperBound - 1
        return CSVScanner.Field(
            start: inner.lowerBound, end: inner.upperBound,
            hasDoubledQuotes: inner.contains { bytes[$0] == UInt8(ascii: "\"") })
    }

    /// Finds the wanted fields of a record between its marks.
    @inline(__always)
    private static func setSpans(_ spans: Room<FieldSpan>, _ columns: Room<Int>, _ cells: LineCells) {
        for index in 0..<columns.count {
            let column = columns[index]
            // What the file lacks stays empty.
            if column < 0 { continue }
            spans[index] = cells[column]
        }
    }

    /// Leaves out the quotes around fields, and text guards: `="…"`, and `"=""…"""` in quotes.
    ///
    /// - Returns: whether one of them holds other doubled quotes.
    private static func takeOffQuotes(
        _ spans: Room<FieldSpan>, _ columns: Room<Int>, _ bytes: PaddedBytes
    ) -> Bool {
        let quote = UInt8(ascii: "\"")
        var hasDoubledQuotes = false
        for index in 0..<columns.count where columns[index] >= 0 {
            let start = Int(spans[index].start)
            let end = Int(spans[index].end)
            guard start < end else { continue }
            // The quoting is in order, so there is a closing quote.
            if bytes[start] == UInt8(ascii: "="), bytes[start + 1] == quote, end - start >= 3 {
                spans[index] = FieldSpan(start: UInt32(start + 2), end: UInt32(end - 1))
            }
            guard bytes[start] == quote else { continue }
            spans[index] = FieldSpan(start: UInt32(start + 1), end: UInt32(end - 1))
            var quoteCount = 0
            for place in start + 1..<end - 1 where bytes[place] == quote { quoteCount += 1 }
            if quoteCount == 0 { continue }
            if quoteCount == 4, bytes[start + 1] == UInt8(ascii: "="), bytes[start + 2] == quote,
                bytes[start + 3] == quote, bytes[end - 2] == quote, bytes[end - 3] == quote
            {
                spans[index] = FieldSpan(start: UInt32(start + 4), end: UInt32(end - 3))
            } else {
                hasDoubledQuotes = true
            }
        }
        return hasDoubledQuotes
    }

    private func slowReader(from start: Int) -> CSVReader {
        let source = RawFileSource(plan.file, from: start, pieceSize: plan.pieceSize)
        var reader = CSVReader(source, delimiter: plan.delimiter, encoding: plan.encoding, sourceOffset: start)
        reader.setHeader(plan.header, skipped: plan.shape.skippedBeginnings, currency: plan.layout.currency)
        return reader
    }

    /// Takes records one by one, with all care.
    private mutating func takeSlowly(_ piece: Piece, _ outcome: inout PieceOutcome, until end: Int) throws(InputError) {
        var reader = slowReader(from: outcome.start)
        if !plan.isCopied {
            let encoding: TextEncoding = if case .utf8 = plan.encoding { .utf8 } else { .gb18030 }
            reader.look(out: EncodingWatch(encoding, isDecoded: false, isMixed: false))
        }
        try decoder.readSlowly(&reader, columns: plan.columns, expectedCount: plan.columnCount, until: end)
        if reader.foreignCount > 0 { outcome.isForSlowWay = true }
        outcome.end = reader.offset
        (outcome.recordCount, outcome.lineCount) = reader.passed
        outcome.controlTotals = decoder.takeControlTotals()
        outcome.records = decoder.takeRecords()
        outcome.scaffolding = decoder.takeScaffolding()
        outcome.noRecordLines = decoder.takeNoRecordLines()
        outcome.rejects = decoder.takeRejects()
        outcome.numberCounts = decoder.takeNumberCounts()
        outcome.dayCounts = decoder.takeDayCounts()
        outcome.observations = decoder.takeObservations()
        // Whether the text of these records is valid was seen record by record, and not counted.
        outcome.text.isValid = false
    }
}

/// Takes records that another process reads.
private struct PassedRecords: RecordConsumer {
    func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {}
    func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {}
}
