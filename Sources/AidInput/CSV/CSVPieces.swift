import AidModel
import CScan

/// What every thread that reads one CSV file must know.
struct CSVPlan: Sendable {
    let file: InputFile
    let encoding: SpanEncoding
    let delimiter: UInt8
    /// For each wanted field its column, or −1 where the file lacks it.
    let columns: [Int]
    let columnCount: Int
    let pieceSize: Int
    let tailSize: Int
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
    private let spans: UnsafeMutablePointer<FieldSpan>
    private let columns: UnsafeMutablePointer<Int>
    private let wantedCount: Int

    init(_ plan: CSVPlan, decoder: consuming SpanDecoder) {
        self.plan = plan
        self.decoder = decoder
        marks = CSVMarks(capacity: plan.pieceSize + plan.tailSize + 1)
        wantedCount = plan.columns.count
        spans = .allocate(capacity: wantedCount)
        spans.initialize(repeating: .empty, count: wantedCount)
        columns = .allocate(capacity: wantedCount)
        columns.initialize(from: plan.columns, count: wantedCount)
    }

    deinit {
        spans.deallocate()
        columns.deallocate()
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
        marks.mark(piece.bytes, from: first, count: piece.count, delimiter: plan.delimiter)
        guard let (localEnd, lineCount) = lastRecordEnd(piece), marks.isSound(before: localEnd) else {
            clock.pass(.mark)
            try takeSlowly(piece, &outcome, until: piece.ownEnd)
            end(outcome.end)
            clock.pass(.decode)
            return outcome
        }
        let regionEnd = piece.fileOffset + localEnd
        end(regionEnd)
        outcome.text.check(
            UnsafeBufferPointer(start: piece.bytes + first, count: localEnd - first), encoding: plan.encoding)
        clock.pass(.mark)
        if outcome.text.isValid {
            takeLines(piece, lineCount: lineCount, first: first, localEnd: localEnd, &outcome)
            outcome.end = regionEnd
            outcome.records = decoder.takeRecords()
            outcome.rejects = decoder.takeRejects()
            outcome.numberCounts = decoder.takeNumberCounts()
            outcome.observations = decoder.takeObservations()
        } else {
            try takeSlowly(piece, &outcome, until: regionEnd)
        }
        clock.pass(.decode)
        return outcome
    }

    /// Where the last record that begins in the piece ends, and how many lines there are up
    /// to there; nil: not within the bytes at hand.
    private mutating func lastRecordEnd(_ piece: Piece) -> (localEnd: Int, lineCount: Int)? {
        let bytes = piece.bytes
        var line = marks.lineCount
        // The first line end that is no longer followed by the piece's own bytes. Few lie
        // behind it, so it is looked for from the back.
        while line > 0 {
            let place = marks[marks.lineEnd(line - 1)]
            if place + CSVPieces.lineEndLength(bytes, place, count: piece.count) < piece.ownCount { break }
            line -= 1
        }
        if line < marks.lineCount {
            let place = marks[marks.lineEnd(line)]
            // A carriage return at the end of what is at hand may have its line feed behind it.
            if place + 1 == piece.count, bytes[place] == UInt8(ascii: "\r"), !piece.isAtFileEnd { return nil }
            return (place + CSVPieces.lineEndLength(bytes, place, count: piece.count), line + 1)
        }
        guard piece.isAtFileEnd, !marks.endsInQuotes else { return nil }
        marks.endLine(at: piece.count)
        return (piece.count, line + 1)
    }

    @inline(__always)
    private static func lineEndLength(_ bytes: UnsafePointer<UInt8>, _ place: Int, count: Int) -> Int {
        bytes[place] == UInt8(ascii: "\r") && place + 1 < count && bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 1
    }

    private mutating func takeLines(
        _ piece: Piece, lineCount: Int, first: Int, localEnd: Int, _ outcome: inout PieceOutcome
    ) {
        let bytes = piece.bytes
        let fileOffset = piece.fileOffset
        let hasQuotes = marks.hasQuotes
        let places = marks.places
        let lineEnds = marks.lineEnds
        let spans = spans
        let columnCount = plan.columnCount
        var lines = LineCount(bytes, from: first)
        var recordCount = 0
        var recordStart = first
        var firstMark = 0
        for line in 0..<lineCount {
            let lastMark = Int(lineEnds[line])
            let end = Int(places[lastMark])
            let fieldCount = lastMark &- firstMark &+ 1
            if end > recordStart {
                recordCount += 1
                // The byte before the record goes to the place before its first mark, where the end of
                // the record before it was: so every field lies between two marks.
                places[firstMark &- 1] = UInt32(truncatingIfNeeded: recordStart &- 1)
                if fieldCount == columnCount {
                    CSVPieces.setSpans(spans, columns, wantedCount, ends: places + firstMark)
                }
                let hasDoubledQuotes =
                    hasQuotes && fieldCount == columnCount
                    ? CSVPieces.takeOffQuotes(spans, columns, wantedCount, bytes) : false
                if fieldCount != columnCount || hasDoubledQuotes
                    || !decoder.take(bytes, spans, at: fileOffset &+ recordStart)
                {
                    let place = RecordPlace(
                        recordNumber: recordCount, lineNumber: lines.number(at: recordStart),
                        byteOffset: fileOffset + recordStart)
                    if fieldCount == columnCount {
                        decoder.takeUnusual(
                            bytes, spans, at: fileOffset + recordStart, place: place,
                            hasDoubledQuotes: hasDoubledQuotes)
                    } else {
                        decoder.takeMalformed(
                            .fieldCount(found: fieldCount, expected: columnCount), at: fileOffset + recordStart,
                            place: place)
                    }
                }
            }
            // Padding can be read behind the last byte, and is behind the last record.
            recordStart = end &+ CSVPieces.lineEndLength(bytes, end, count: piece.count)
            firstMark = lastMark &+ 1
        }
        outcome.recordCount = recordCount
        outcome.lineCount = hasQuotes ? lines.number(at: localEnd) - 1 : lineCount
    }

    /// Finds the wanted fields of a record between its marks.
    @inline(__always)
    private static func setSpans(
        _ spans: UnsafeMutablePointer<FieldSpan>, _ columns: UnsafePointer<Int>, _ wantedCount: Int,
        ends: UnsafePointer<UInt32>
    ) {
        for index in 0..<wantedCount {
            let column = columns[index]
            // What the file lacks stays empty.
            if column < 0 { continue }
            spans[index] = FieldSpan(start: ends[column &- 1] &+ 1, end: ends[column])
        }
    }

    /// Leaves out the quotes around fields.
    ///
    /// - Returns: whether one of them holds doubled quotes.
    private static func takeOffQuotes(
        _ spans: UnsafeMutablePointer<FieldSpan>, _ columns: UnsafePointer<Int>, _ wantedCount: Int,
        _ bytes: UnsafePointer<UInt8>
    ) -> Bool {
        var hasDoubledQuotes = false
        for index in 0..<wantedCount where columns[index] >= 0 {
            let start = Int(spans[index].start)
            let end = Int(spans[index].end)
            guard start < end, bytes[start] == UInt8(ascii: "\"") else { continue }
            // The quoting is in order, so there is a closing quote.
            spans[index] = FieldSpan(start: UInt32(start + 1), end: UInt32(end - 1))
            for place in start + 1..<end - 1 where bytes[place] == UInt8(ascii: "\"") { hasDoubledQuotes = true }
        }
        return hasDoubledQuotes
    }

    /// Takes records one by one, with all care.
    private mutating func takeSlowly(_ piece: Piece, _ outcome: inout PieceOutcome, until end: Int) throws(InputError) {
        let source = RawFileSource(plan.file, from: outcome.start, pieceSize: plan.pieceSize)
        var reader = CSVReader(
            source, delimiter: plan.delimiter, encoding: plan.encoding, sourceOffset: outcome.start)
        try decoder.readSlowly(&reader, columns: plan.columns, expectedCount: plan.columnCount, until: end)
        outcome.end = reader.offset
        (outcome.recordCount, outcome.lineCount) = reader.passed
        outcome.records = decoder.takeRecords()
        outcome.rejects = decoder.takeRejects()
        outcome.numberCounts = decoder.takeNumberCounts()
        outcome.observations = decoder.takeObservations()
        // Whether the text of these records is valid was seen record by record, and not counted.
        outcome.text.isValid = false
    }
}

/// What one piece came to.
struct PieceOutcome: Sendable {
    /// Where its first record begins, and its last one ends.
    var start: Int
    var end: Int
    var recordCount = 0
    /// Line ends passed.
    var lineCount = 0
    var records = Tally.zero
    /// Their record and line numbers are counted from the piece's start.
    var rejects: [Reject] = []
    var numberCounts = ClaimNumberCounts()
    var observations = ObservationCounts()
    var text = PieceText()
    /// Whether the file must be read again, the slow way; then nothing else counts.
    var isForSlowWay = false

    init(start: Int) {
        self.start = start
        end = start
    }
}

/// What is known of the bytes of some pieces as text.
struct PieceText: Sendable {
    /// Whether all was seen to be valid in its encoding.
    var isValid = true
    var hasZeros = false
    /// As UTF-8, in a file that is read as GB18030: sequences that may be valid, at most, and
    /// such that are not, at least.
    var followedLeadCount = 0
    var brokenLeadCount = 0

    /// Whether enough of a text that is read as GB18030 is valid UTF-8 for it to be that.
    var maySeemUTF8: Bool { followedLeadCount >= brokenLeadCount * 10 }

    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>, encoding: SpanEncoding) {
        guard let start = bytes.baseAddress else { return }
        switch encoding {
        case .utf8:
            let found = Int(aid_check_text(start, bytes.count))
            isValid = found & Int(AID_TEXT_NOT_UTF8) == 0
            hasZeros = found & Int(AID_TEXT_ZERO) != 0
        case .gb18030(let table):
            var found = aid_gb18030_findings()
            isValid = table.isValid(start, count: bytes.count, &found)
            hasZeros = found.has_zeros != 0
            followedLeadCount = found.followed
            brokenLeadCount = found.broken
        }
    }

    static func += (lhs: inout PieceText, rhs: PieceText) {
        lhs.isValid = lhs.isValid && rhs.isValid
        lhs.hasZeros = lhs.hasZeros || rhs.hasZeros
        lhs.followedLeadCount += rhs.followedLeadCount
        lhs.brokenLeadCount += rhs.brokenLeadCount
    }
}

/// Numbers the lines of a piece where a number is asked for; places are asked in ascending order.
private struct LineCount {
    private let bytes: UnsafePointer<UInt8>
    private var place: Int
    private var lineNumber = 1

    init(_ bytes: UnsafePointer<UInt8>, from start: Int) {
        self.bytes = bytes
        place = start
    }

    /// The line on which a place is, counted from 1 at the start of the piece's records.
    mutating func number(at end: Int) -> Int {
        while place < end {
            // A carriage return before a line feed ends no line of its own.
            if bytes[place] == UInt8(ascii: "\n")
                || bytes[place] == UInt8(ascii: "\r") && !(place + 1 < end && bytes[place + 1] == UInt8(ascii: "\n"))
            {
                lineNumber += 1
            }
            place += 1
        }
        return lineNumber
    }
}
