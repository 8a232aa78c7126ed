import AidModel

extension OpenExport {
    /// Refuses a table of which a column that is read has one cell for several records: the first of them alone has
    /// the value, and all others would be counted without.
    ///
    /// Cells of titles and headers may be merged, and those of lines that are no records.
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
            cells.rows.upperBound > firstRow && used.contains { cells.columns.contains($0 + 1) }
        }
        guard !merged.isEmpty else { return }
        // Read once more, for this alone.
        var consumer = MergedRecords(merged, used: used, firstRow: firstRow)
        var reader = CSVReader(try FileTextSource(file: file, encoding: .utf8), delimiter: UInt8(ascii: ","))
        _ = try reader.read(into: &consumer)
        guard let column = consumer.column else { return }
        let rows = consumer.rows.sorted { $0.lowerBound < $1.lowerBound }
        throw InputError(
            problem: .mergedRecords(column: header.names[column], rows: rows), file: file.name,
            lineNumber: rows.first?.lowerBound)
    }
}

/// Finds records that have an empty cell where it belongs to the one above.
private struct MergedRecords: RecordConsumer, ~Copyable {
    private let used: [Int]
    /// The cells over each row but the first of them, by row.
    private var cellsByRow: [Int: [MergedCells]] = [:]
    /// The first column that was found, from 0, and the cells in it.
    private(set) var column: Int?
    private(set) var rows: Set<ClosedRange<Int>> = []
    private var cleaner = FieldCleaner()

    init(_ merged: [MergedCells], used: [Int], firstRow: Int) {
        self.used = used
        for cells in merged {
            for row in max(cells.rows.lowerBound + 1, firstRow + 1)...cells.rows.upperBound {
                cellsByRow[row, default: []].append(cells)
            }
        }
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        guard let line = place.lineNumber, let cells = cellsByRow[line] else { return }
        var filled: Set<Int> = []
        for index in used where index < record.fieldCount && !cleaner.clean(record.field(index)).isEmpty {
            filled.insert(index)
        }
        // A line of totals or signatures has less.
        guard filled.count >= 2, !isNoRecord(record) else { return }
        for cells in cells {
            for index in used where cells.columns.contains(index + 1) && !filled.contains(index) {
                if column == nil { column = index }
                if column == index { rows.insert(cells.rows) }
            }
        }
    }

    private mutating func isNoRecord(_ record: borrowing RecordBuffer) -> Bool {
        for index in 0..<record.fieldCount {
            let text = cleaner.clean(record.field(index))
            if !text.isEmpty { return LineWord.find(text) != nil }
        }
        return true
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {}
}
