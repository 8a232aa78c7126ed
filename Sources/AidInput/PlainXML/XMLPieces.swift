import AidModel
import CScan

/// What every thread that reads one XML file must know.
struct XMLPlan: Sendable {
    let file: InputFile
    let prolog: PlainXMLProlog
    /// With the unit of money that the file says.
    let layout: RecordLayout
    /// How many threads there are.
    let jobs: Int
}

/// Reads pieces of one XML file as claims, on one thread.
///
/// A piece is scanned before it is known where it begins. Its rows are decoded when it is, and the
/// next piece has been told where that begins.
struct XMLPieces: ~Copyable, ClaimPieces {
    private let plan: XMLPlan
    private var pieces: PlainXMLPiece
    private var claims: XMLClaims
    private let continuation: XMLContinuation<XMLClaims>
    private var isValid = true

    init(_ plan: XMLPlan, decoder: consuming SpanDecoder) {
        self.plan = plan
        pieces = PlainXMLPiece(plan.prolog)
        claims = XMLClaims(decoder: decoder)
        continuation = XMLContinuation(
            plan.prolog, plan.file, shareCount: plan.jobs, currency: plan.layout.currency)
    }

    mutating func finish() {
        claims.decoder.finish()
    }

    mutating func look(at piece: Piece) {
        isValid = XMLPieces.isValidText(piece)
        if isValid { pieces.scan(XMLPieces.bytes(of: piece), isValidUTF8: true) }
    }

    mutating func take(
        _ piece: Piece, start: Int, end: (Int) -> Void, clock: inout StageClock
    ) throws(InputError) -> PieceOutcome {
        var outcome = PieceOutcome(start: min(start, plan.file.knownByteCount ?? .max))
        guard isValid else {
            outcome.isForSlowWay = true
            return outcome
        }
        let bytes = XMLPieces.bytes(of: piece)
        let settled = try pieces.settle(
            bytes, from: start, by: continuation, into: &claims, recordCount: &outcome.recordCount)
        guard case .read(let next) = settled else {
            outcome.isForSlowWay = true
            return outcome
        }
        end(next)
        clock.pass(.mark)
        outcome.end = min(next, plan.file.knownByteCount ?? .max)
        outcome.found = continuation.takeFound()
        decodeRows(piece, found: &outcome.found)
        outcome.records = claims.decoder.takeRecords()
        outcome.scaffolding = claims.decoder.takeScaffolding()
        outcome.noRecordLines = claims.decoder.takeNoRecordLines()
        outcome.unpaidCount = claims.decoder.takeUnpaidCount()
        outcome.rejects = claims.decoder.takeRejects()
        outcome.numberCounts = claims.decoder.takeNumberCounts()
        outcome.dayCounts = claims.decoder.takeDayCounts()
        outcome.observations = claims.decoder.takeObservations()
        clock.pass(.decode)
        return outcome
    }

    private mutating func decodeRows(_ piece: Piece, found: inout FoundFields) {
        let (bytes, fileOffset) = (piece.bytes, piece.fileOffset)
        // Most records hold the same fields as the one before.
        var seen: UInt64 = 0
        var sameCount = 0
        defer { found.add(sameCount, seen: seen) }
        for (rows, firstNumber) in claims.rows {
            for row in rows {
                let bits = pieces.table.seen(row)
                if bits != seen {
                    found.add(sameCount, seen: seen)
                    seen = bits
                    sameCount = 0
                }
                sameCount += 1
                let offset = fileOffset + Int(pieces.table.record(row).start)
                let fields = pieces.table.fields(row)
                if claims.decoder.take(bytes, fields, .none, at: offset) { continue }
                let place = RecordPlace(
                    recordNumber: firstNumber + row - rows.lowerBound, lineNumber: nil, byteOffset: offset)
                claims.decoder.takeUnusual(
                    bytes, fields, at: offset, place: place, line: .usual, hasDoubledQuotes: false)
            }
        }
        claims.rows.removeAll(keepingCapacity: true)
    }

    private static func bytes(of piece: Piece) -> PlainXMLPiece.Bytes {
        PlainXMLPiece.Bytes(
            bytes: piece.bytes.view, offset: piece.fileOffset,
            ownCount: piece.ownCount, isLast: piece.isAtFileEnd && piece.ownCount == piece.count)
    }

    /// Whether all is UTF-8. Characters across the edges of pieces are looked at in the piece in
    /// which they begin.
    private static func isValidText(_ piece: Piece) -> Bool {
        let bytes = piece.bytes.view
        func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
        var start = 0
        if piece.fileOffset > 0 {
            while start < min(3, bytes.count), continues(bytes[start]) { start += 1 }
        }
        var end = bytes.count
        if !piece.isAtFileEnd {
            // What follows the piece is long enough to hold its own last character.
            while end > max(start, piece.ownCount), continues(bytes[end - 1]), bytes.count - end < 3 { end -= 1 }
            if end > max(start, piece.ownCount), bytes[end - 1] >= 0xC0 { end -= 1 } else { end = bytes.count }
        }
        let text = bytes.part(start..<end)
        return aid_check_text(text.start, text.count) & UInt32(AID_TEXT_NOT_UTF8) == 0
    }
}

/// Takes what libxml2 has read, and notes which rows are to be decoded.
struct XMLClaims: PlainXMLConsumer, ~Copyable {
    var decoder: SpanDecoder
    var rows: [(rows: Range<Int>, firstNumber: Int)] = []

    init(decoder: consuming SpanDecoder) {
        self.decoder = decoder
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        decoder.take(record, at: textOffset, place: place)
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        decoder.takeMalformed(problem, at: textOffset, place: place)
    }

    mutating func takeRows(
        _ rows: Range<Int>, of table: borrowing PlainRecordTable, in piece: PlainXMLPiece.Bytes, firstNumber: Int
    ) {
        self.rows.append((rows, firstNumber))
    }
}
