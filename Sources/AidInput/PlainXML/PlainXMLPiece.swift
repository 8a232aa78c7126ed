/// Reads one piece of an XML export after the other: plain records by the scanner, and what is
/// not plain by libxml2.
///
/// Only the piece before knows where a piece begins between two records, so there are two
/// steps. `scan` looks for records wherever one may begin, which any thread can do before the
/// pieces before are done. `settle` is told where the piece truly begins, goes from there from
/// record to record, and takes those rows of the scan that it comes to: since a record is
/// scanned by itself, a row is right if it begins at a place where a record may. What the rows
/// leave out goes through libxml2.
///
///     scan      ····│row│row│row│···········│row│row│row│row│····│row│
///     settle      ▲ start            libxml2 ▲        libxml2 ▲      ▲ where the next piece begins
///
/// It does no reading of its own but what libxml2 asks for, and keeps nothing of a piece for the next.
package struct PlainXMLPiece: ~Copyable {
    /// Where the next piece begins when there is nothing more to read.
    package static let ended = Int.max

    /// Libxml2 goes on where fewer plain records follow than this: to start it again takes
    /// as long as some records do.
    private static let rowsWorthStopping = 8

    /// A part of the file where a piece is in memory.
    package struct Bytes {
        /// What is there of the file, from the piece's first byte on.
        package let bytes: ByteView
        /// Where that is in the file.
        package let offset: Int
        /// The bytes of the piece itself; what follows is there for its last record.
        package let ownCount: Int
        /// Whether the file ends with these bytes, all of them the piece's.
        package let isLast: Bool

        package init(bytes: ByteView, offset: Int, ownCount: Int, isLast: Bool) {
            self.bytes = bytes
            self.offset = offset
            self.ownCount = ownCount
            self.isLast = isLast
        }
    }

    /// What came of a piece.
    package enum Outcome: Equatable, Sendable {
        /// Where the next piece begins, maybe behind itself, or `ended`.
        case read(next: Int)
        /// The file must be read by `XMLReader`, from its start.
        case refused
    }

    /// The rows of the piece that was scanned last.
    package private(set) var table: PlainRecordTable

    /// `<` and the record's tag.
    private let tag: [UInt8]
    private var scanner: PlainXMLScanner
    /// For each stretch of rows with nothing but white space between them, the row behind its last.
    private var stretchEnds: ContiguousArray<Int> = []
    /// Whether the last stretch goes to the end of the piece.
    private var isScannedToEnd = false
    /// Pieces that are not to be scanned, because those before held little that is plain.
    private var unscannedCount = 0
    private var lastUnscannedCount = 0
    private static let unscannedLimit = 15

    package init(_ prolog: PlainXMLProlog) {
        tag = [UInt8(ascii: "<")] + prolog.scope.recordTag
        scanner = PlainXMLScanner(prolog.scope)
        table = PlainRecordTable(fieldCount: prolog.scope.fieldCount)
    }

    // MARK: - Scanning

    /// Scans all that may be plain records, wherever in the piece the first one begins.
    ///
    /// - Parameter isValidUTF8: whether all records in it are known to be.
    package mutating func scan(_ piece: Bytes, isValidUTF8: Bool = false) {
        table.removeAll()
        stretchEnds.removeAll(keepingCapacity: true)
        isScannedToEnd = false
        if unscannedCount > 0 {
            unscannedCount -= 1
            return
        }
        var next = nextTag(in: piece, from: 0)
        while let start = next {
            let before = table.count
            let stop = scanner.scan(
                piece.bytes, from: start, limit: piece.ownCount, isValidUTF8: isValidUTF8, into: &table)
            if table.count > before { stretchEnds.append(table.count) }
            isScannedToEnd = stop.reason == .limit
            next = isScannedToEnd ? nil : nextTag(in: piece, from: stop.offset + 1)
        }
    }

    /// Where something begins that looks like a record.
    private func nextTag(in piece: Bytes, from start: Int) -> Int? {
        var at = start
        while at < piece.ownCount,
            let found = piece.bytes.part(0..<piece.ownCount).first(UInt8(ascii: "<"), from: at)
        {
            if isTag(piece.bytes.from(found)) { return found }
            at = found + 1
        }
        return nil
    }

    private func isTag(_ bytes: ByteView) -> Bool {
        guard bytes.starts(with: tag), let behind = bytes.dropFirst(tag.count).first else { return false }
        return behind <= 0x20 || behind == UInt8(ascii: ">") || behind == UInt8(ascii: "/")
    }

    // MARK: - Settling

    /// Hands over the records that begin in a piece.
    ///
    /// - Parameters:
    ///   - piece: the one that was scanned last.
    ///   - start: a place between two children of the root: what the piece before gave as `next`.
    ///   - recordCount: records before this piece, or 0 to count from its start; raised by its own.
    /// - Throws: that the file cannot be read, as opposed to understood.
    package mutating func settle<Consumer: PlainXMLConsumer & ~Copyable>(
        _ piece: Bytes, from start: Int, by continuation: XMLContinuation<Consumer>, into consumer: inout Consumer,
        recordCount: inout Int
    ) throws(InputError) -> Outcome {
        if start == PlainXMLPiece.ended { return .read(next: start) }
        let ownEnd = piece.offset + piece.ownCount
        var plainByteCount = 0
        var at = start
        while piece.isLast || at < ownEnd {
            let child = firstBehindSpace(piece, at)
            if let first = row(at: child) {
                let rows = first..<stretchEnd(of: first)
                consumer.takeRows(rows, of: table, in: piece, firstNumber: recordCount + 1)
                recordCount += rows.count
                at = piece.offset + Int(table.record(rows.upperBound - 1).end)
                plainByteCount += at - piece.offset - Int(table.record(first).start)
                continue
            }
            if !piece.isLast, child >= piece.ownCount {
                at = ownEnd
                break
            }
            let outcome = try continuation.read(from: at, into: &consumer, recordCount: &recordCount) { end in
                if !piece.isLast, end >= ownEnd { return true }
                guard let first = row(at: firstBehindSpace(piece, end)) else { return false }
                let rowsEnd = stretchEnd(of: first)
                return rowsEnd - first >= PlainXMLPiece.rowsWorthStopping
                    || isScannedToEnd && rowsEnd == table.count
            }
            switch outcome {
            case .betweenChildren(let end): at = end
            case .ended: return .read(next: PlainXMLPiece.ended)
            case .refused: return .refused
            }
        }
        noteShare(plainByteCount, of: piece)
        return .read(next: at)
    }

    /// Where in the piece's bytes the next child begins, or −1 if that is not among them.
    private func firstBehindSpace(_ piece: Bytes, _ offset: Int) -> Int {
        var at = offset - piece.offset
        guard at >= 0 else { return -1 }
        while at < piece.bytes.count, PlainRecordParse.isSpace(piece.bytes[at]) { at += 1 }
        return at
    }

    /// The row of the record that begins at a place.
    private func row(at place: Int) -> Int? {
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if Int(table.record(middle).start) < place { low = middle + 1 } else { high = middle }
        }
        return low < table.count && Int(table.record(low).start) == place ? low : nil
    }

    private func stretchEnd(of row: Int) -> Int {
        var low = 0
        var high = stretchEnds.count - 1
        while low < high {
            let middle = (low + high) / 2
            if stretchEnds[middle] <= row { low = middle + 1 } else { high = middle }
        }
        return stretchEnds[low]
    }

    /// Scanning is for nothing where libxml2 must read most of it anyway: then pieces are left
    /// out, the more the longer that lasts.
    private mutating func noteShare(_ plainByteCount: Int, of piece: Bytes) {
        if unscannedCount > 0 { return }
        let isWorthIt = plainByteCount >= piece.ownCount / 4
        lastUnscannedCount = isWorthIt ? 0 : min(PlainXMLPiece.unscannedLimit, lastUnscannedCount * 2 + 1)
        unscannedCount = lastUnscannedCount
    }
}
