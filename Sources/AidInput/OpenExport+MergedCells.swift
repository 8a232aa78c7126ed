import AidModel

extension OpenExport {
    /// Refuses a table of which a column that is read has one cell for several records: the first of them alone has
    /// the value, and all others would be counted without.
    ///
    /// Cells of titles and headers may be merged, and those of lines that are no records; but one that goes from there
    /// into the first record leaves that without a value.
    ///
    /// - Parameters:
    ///   - file: read to its end.
    ///   - columns: of the fields.
    static func refuseMergedRecords(
        of file: InputFile, _ fields: [RecordLayout.Field], columns: [Int], header: CSVHeader
    ) throws(InputError) {
        let firstRow = header.lineNumber + header.rows.count
        let used = zip(columns, fields).filter { $0.0 >= 0 && !$0.1.isMark }.map(\.0)
        let merged = file.mergedCells.filter { cells in
            cells.rows.upperBound >= firstRow && used.contains { cells.columns.contains($0 + 1) }
        }
        guard !merged.isEmpty else { return }
        // Read once more, for this alone.
        var consumer = MergedRecords(merged, used: used, header: header, firstRow: firstRow)
        var reader = CSVReader(try FileTextSource(file: file, encoding: .utf8), delimiter: UInt8(ascii: ","))
        _ = try reader.read(into: &consumer)
        guard let column = consumer.column else { return }
        let rows = consumer.rows.sorted { $0.lowerBound < $1.lowerBound }
        throw InputError(
            problem: .mergedRecords(
                column: header.names[column], rows: rows,
                beginsAbove: rows.first.map { $0.lowerBound < firstRow } ?? false), file: file.name,
            lineNumber: rows.first?.lowerBound)
    }
}

/// Finds records that have an empty cell where it belongs to the one above.
private struct MergedRecords: RecordConsumer, ~Copyable {
    private let used: [Int]
    private let firstRow: Int
    /// All texts of the header.
    private let headerTexts: Set<String>
    /// For each of these columns the rows of its merged cells that are still to come, from the last to the first.
    private var rowsToCome: [[ClosedRange<Int>]]
    /// The first column that was found, from 0, and the cells in it.
    private(set) var column: Int?
    private(set) var rows: Set<ClosedRange<Int>> = []
    private var cleaner = FieldCleaner()

    init(_ merged: [MergedCells], used: [Int], header: CSVHeader, firstRow: Int) {
        self.used = used
        self.firstRow = firstRow
        headerTexts = Set(header.rows.joined())
        rowsToCome = used.map { column in
            merged.filter { $0.columns.contains(column + 1) }.map(\.rows).sorted { $0.lowerBound > $1.lowerBound }
        }
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        guard let line = place.lineNumber, line >= firstRow else { return }
        for place in used.indices {
            while let rows = rowsToCome[place].last, rows.upperBound < line { rowsToCome[place].removeLast() }
        }
        guard rowsToCome.contains(where: { $0.last.map { $0.lowerBound < line } ?? false }) else { return }
        var filled: Set<Int> = []
        for index in used where index < record.fieldCount && !cleaner.clean(record.field(index)).isEmpty {
            filled.insert(index)
        }
        // A line of totals or signatures has less.
        guard filled.count >= 2, !isNoRecord(record) else { return }
        for (place, index) in used.enumerated() where !filled.contains(index) {
            guard let cells = rowsToCome[place].last, cells.lowerBound < line else { continue }
            if column == nil { column = index }
            if column == index { rows.insert(cells) }
        }
    }

    private mutating func isNoRecord(_ record: borrowing RecordBuffer) -> Bool {
        var isFirst = true
        for index in 0..<record.fieldCount {
            let text = cleaner.clean(record.field(index))
            if text.isEmpty { continue }
            if isFirst, LineWord.find(text) != nil { return true }
            isFirst = false
            // A header of several lines may come again.
            if !headerTexts.contains(String(decoding: text, as: UTF8.self)) { return false }
        }
        return true
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {}
}
