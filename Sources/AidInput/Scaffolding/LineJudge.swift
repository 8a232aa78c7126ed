import AidModel

/// Says of lines of one CSV file what they are.
///
/// The slow way asks it of every record, the fast way of those that are unusual; both give it the
/// same cells, so both are told the same.
struct LineJudge: ~Copyable {
    typealias Cells = ContiguousArray<CSVScanner.Field>

    private let currency: Currency?
    /// How many cells a record has.
    private let count: Int
    /// How many of them, at the end, are empty in a record.
    private let surplusCount: Int
    /// The lines of the header: its cells, cleaned, and the first of them that is not empty.
    private let rows: [(cells: [[UInt8]], first: Int)]
    /// What lines begin with that are no records, cleaned.
    private let skipped: [[UInt8]]
    /// Whether a cell that begins with a byte must be looked at.
    private var matters = [Bool](repeating: false, count: 256)
    private var cell = RecordBuffer()
    private var cleaner = FieldCleaner()

    /// - Parameters:
    ///   - skipped: what lines begin with that are no records, cleaned.
    ///   - currency: of the amounts whose unit a line may say; nil: there are none.
    init(_ header: CSVHeader, skipped: [String] = [], currency: Currency? = nil) {
        self.currency = currency
        count = header.names.count
        surplusCount = header.surplusCount
        self.skipped = skipped.map { Array($0.utf8) }.filter { !$0.isEmpty }
        rows = header.rows.compactMap { row in
            row.firstIndex { !$0.isEmpty }.map { (row.map { Array($0.utf8) }, $0) }
        }
        for byte in 0x80...0xFF { matters[byte] = true }
        // Text guards, and what words of totals begin with.
        for byte in "='TtSsGg([<{*-#~".utf8 { matters[Int(byte)] = true }
        for row in rows { matters[Int(row.cells[row.first][0])] = true }
        for text in self.skipped { matters[Int(text[0])] = true }
    }

    /// How many cells a record has that may hold something.
    var recordCellCount: Int { count - surplusCount }

    /// Whether nothing stands behind a cell.
    private func isAlone(_ bytes: ByteView, _ cells: Cells, _ index: Int) -> Bool {
        cells[(index + 1)...].allSatisfy { LineJudge.isBlank(bytes, $0) }
    }

    /// Whether lines may have to be passed over that look like records.
    var skipsLines: Bool { !skipped.isEmpty }

    /// - Parameter cells: in `bytes`, without their outer quotes.
    mutating func kind(_ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding) -> LineKind {
        var index = 0
        while index < cells.count {
            let start = LineJudge.firstVisible(bytes, cells[index])
            if start < cells[index].end {
                // Numbered notes, too, where nothing else is on their line.
                guard matters[Int(bytes[start])] || isAlone(bytes, cells, index) else { return .usual }
                let text = clean(bytes, cells[index], encoding)
                if !text.isEmpty {
                    if skipped.contains(where: { text.starts(with: $0) }) { return .skipped }
                    // Rare, so that it is looked for before the words.
                    for row in rows where row.first == index && row.cells.count == cells.count {
                        if clean(bytes, cells[index], encoding).elementsEqual(row.cells[index]),
                            isHeader(row.cells, bytes, cells, encoding, after: index)
                        {
                            return .header
                        }
                    }
                    let cell = clean(bytes, cells[index], encoding)
                    if isAlone(bytes, cells, index) {
                        if let kind = currency.flatMap({ UnitLine.kind(inNote: cell, $0) }) { return kind }
                        if FootNote.begins(cell) { return .note }
                    }
                    switch LineWord.find(cell) {
                    case .totals: return .totals(stated(bytes, cells, from: index, encoding))
                    case .signature: return .signature
                    case nil: return currency.flatMap { UnitLine.kind(cell, $0) } ?? .usual
                    }
                }
            }
            index += 1
        }
        return .blank
    }

    /// What the cells of a line of totals state.
    private mutating func stated(
        _ bytes: ByteView, _ cells: Cells, from first: Int, _ encoding: SpanEncoding
    ) -> StatedTotals {
        var stated = StatedTotals()
        stated.takeWord(clean(bytes, cells[first], encoding))
        for cell in cells[first...] { stated.take(clean(bytes, cell, encoding), currency) }
        stated.finish(hasColumns: cells.count == count)
        return stated
    }

    /// Whether a line is no record although it has not as many cells as the header.
    mutating func isNoRecord(
        _ kind: LineKind, _ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding
    ) -> Bool {
        switch kind {
        case .usual: return false
        case .blank, .note, .unit, .header, .skipped: return true
        case .totals: break
        case .signature:
            // 审核 may as well be a step in the life of a claim whose record is broken.
            guard cells.count < count || hasBlank(bytes, cells, encoding) else { return false }
        }
        for cell in cells {
            if case .id = ResidentIDDecoder.decode(clean(bytes, cell, encoding)) { return false }
        }
        return true
    }

    private mutating func isHeader(
        _ names: [[UInt8]], _ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding, after first: Int
    ) -> Bool {
        // Cells before the first name were seen to be empty.
        for index in first + 1..<cells.count {
            guard clean(bytes, cells[index], encoding).elementsEqual(names[index]) else { return false }
        }
        return true
    }

    /// Whether something stands in a column that all other records leave empty: then their cells are not where they
    /// belong.
    func hasSurplus(_ bytes: ByteView, _ cells: Cells) -> Bool {
        guard surplusCount > 0, cells.count == count else { return false }
        return cells[(count - surplusCount)...].contains { !LineJudge.isBlank(bytes, $0) }
    }

    /// What is wrong with a line of so many cells, or with something in those that should be empty.
    func problem(found: Int) -> RecordProblem {
        .fieldCount(found: found, expected: found == count ? count - surplusCount : count)
    }

    /// Whether a broken line is none of the records.
    mutating func isSkipped(_ line: ByteView, _ encoding: SpanEncoding) -> Bool {
        guard !skipped.isEmpty else { return false }
        let text = clean(line, CSVScanner.Field(start: 0, end: line.count, hasDoubledQuotes: false), encoding)
        return skipped.contains { text.starts(with: $0) }
    }

    static func isBlank(_ bytes: ByteView, _ cell: CSVScanner.Field) -> Bool {
        firstVisible(bytes, cell) == cell.end
    }

    private mutating func hasBlank(
        _ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding
    ) -> Bool {
        for cell in cells where clean(bytes, cell, encoding).isEmpty { return true }
        return false
    }

    /// The first byte of a cell that is no blank, or its end.
    private static func firstVisible(_ bytes: ByteView, _ cell: CSVScanner.Field) -> Int {
        var start = cell.start
        while start < cell.end, bytes[start] <= 0x20 { start += 1 }
        return start
    }

    private mutating func clean(
        _ bytes: ByteView, _ field: CSVScanner.Field, _ encoding: SpanEncoding
    ) -> ByteView {
        cell.removeAll()
        cell.appendField(
            bytes.part(field.start..<field.end), encoding, hasDoubledQuotes: field.hasDoubledQuotes)
        return cleaner.clean(cell.field(0))
    }
}
