/// Scans plain records: a record, white space, a record, and so on.
///
/// libxml2 is the authority on XML, and this is a way around it for the bulk of an export,
/// taken only where there is no doubt what libxml2 would say. Plain is a record of start and end tags,
/// attributes and text, in any order and with any of them missing, whose names the root's
/// namespaces explain. Not plain are references, comments, CDATA sections, processing instructions,
/// namespace declarations, whatever is a problem of the record by the reader's rules, and
/// whatever libxml2 would refuse.
///
/// Records are scanned one by one, each by itself, so where a scan begins makes no
/// difference to what it says of the records behind, if only it begins between two of them.
///
/// - Complexity: linear in the bytes scanned; no allocation but for shapes and names that
///   are met for the first time, which are bounded.
package struct PlainXMLScanner: ~Copyable {
    /// Longer records are not plain: what a piece needs behind it to hold its last record whole.
    package static let recordByteLimit = 32 << 10
    /// How much is followed before its text is looked through: few enough bytes to be near still.
    private static let byteCountAtOnce = 8 << 10

    /// Where a scan ended.
    package struct Stop: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// The next record begins at the limit or behind it.
            case limit
            /// What begins here is no plain record.
            case notPlain
            /// The bytes end before it can be said what begins here.
            case incomplete
        }

        package var reason: Reason
        /// Behind the last record, and as far as white space was seen behind it.
        package var offset: Int

        package init(reason: Reason, offset: Int) {
            self.reason = reason
            self.offset = offset
        }
    }

    package let scope: PlainXMLScope
    private var parse: PlainRecordParse
    private var shapes = PlainShapes()
    private var checksUTF8 = true

    package init(_ scope: PlainXMLScope) {
        self.scope = scope
        parse = PlainRecordParse(scope)
    }

    /// Scans from a place between two children of the root to the first record that begins at
    /// or behind a limit, or is not plain.
    ///
    /// - Parameters:
    ///   - start: behind the root's start tag or a child, or white space behind one of them.
    ///   - limit: at most the count of the bytes, of which there may be more for the last record.
    ///   - isValidUTF8: whether all records among the bytes are known to be; else it is looked at.
    ///   - table: gets a row for each record.
    package mutating func scan(
        _ bytes: ByteView, from start: Int, limit: Int, isValidUTF8: Bool = false,
        into table: inout PlainRecordTable
    ) -> Stop {
        checksUTF8 = !isValidUTF8
        precondition(table.fieldCount == scope.fieldCount && 0 <= start && limit <= bytes.count)
        precondition(bytes.count <= UInt32.max)
        var at = start
        while true {
            let pause = min(limit, at + PlainXMLScanner.byteCountAtOnce)
            at = scanKnownShapes(bytes, from: at, until: pause, into: &table)
            if at >= limit { return Stop(reason: .limit, offset: at) }
            if at >= pause { continue }
            if bytes[at] != UInt8(ascii: "<") { return Stop(reason: .notPlain, offset: at) }
            switch parseRecord(bytes, at: at, into: &table) {
            case .plain(let end): at = end
            case .notPlain: return Stop(reason: .notPlain, offset: at)
            case .incomplete: return Stop(reason: .incomplete, offset: at)
            }
        }
    }

    /// The fast way: follows records of known shapes that begin before `limit`, then looks through
    /// their text all at once.
    ///
    /// - Returns: behind the last record taken and white space behind it.
    @inline(__always)
    private func scanKnownShapes(
        _ bytes: ByteView, from start: Int, until limit: Int, into table: inout PlainRecordTable
    ) -> Int {
        let firstRow = table.count
        var end = start
        var at = start
        while true {
            while at < limit, PlainRecordParse.isSpace(bytes[at]) { at += 1 }
            // The row that is given up here is the next one's.
            guard at < limit, bytes[at] == UInt8(ascii: "<") else { break }
            let fields = table.nextRow()
            let (recordEnd, seen) = shapes.follow(bytes, at: at, into: fields)
            guard recordEnd >= 0, recordEnd - at <= PlainXMLScanner.recordByteLimit else { break }
            table.endRow(FieldSpan(at..<recordEnd), seen: seen)
            at = recordEnd
            end = recordEnd
        }
        guard end > start, !isPlain(bytes, start..<end, rows: firstRow..<table.count, table) else { return at }
        // Which record it is costs a second look, at most once for each that is given to libxml2.
        for row in firstRow..<table.count {
            let record = table.record(row).range
            guard isPlain(bytes, record, rows: row..<row + 1, table) else {
                table.truncate(to: row)
                return record.lowerBound
            }
        }
        return at
    }

    /// Whether records of known shapes are plain in their text too. Said to be not so
    /// where only a careful look can tell.
    @inline(__always)
    private func isPlain(
        _ bytes: ByteView, _ text: Range<Int>, rows: Range<Int>, _ table: borrowing PlainRecordTable
    ) -> Bool {
        let traits = PlainTextTraits(bytes.part(text), checksUTF8: checksUTF8)
        if traits.isEmpty { return true }
        guard traits == .carriageReturn else { return false }
        for row in rows {
            for field in table.fields(row) {
                if bytes.part(field.range).contains(0x0D) { return false }
            }
        }
        return true
    }

    /// The careful way, for a record of no known shape or with something in its text.
    @inline(never)
    private mutating func parseRecord(
        _ bytes: ByteView, at start: Int, into table: inout PlainRecordTable
    ) -> PlainRecordParse.Outcome {
        let limit = min(bytes.count, start + PlainXMLScanner.recordByteLimit)
        let part = bytes.part(0..<limit)
        let fields = table.nextRow()
        let learns = shapes.hasRoom
        switch parse.parse(part, at: start, into: fields, learns: learns) {
        case .plain(let end):
            let traits = PlainTextTraits(part.part(start..<end), checksUTF8: checksUTF8)
            if traits.contains(.notPlain) { return .notPlain }
            if learns { shapes.add(parse, part) }
            table.endRow(FieldSpan(start..<end), seen: parse.seen)
            return .plain(end: end)
        case .notPlain: return .notPlain
        case .incomplete: return limit == bytes.count ? .incomplete : .notPlain
        }
    }
}
