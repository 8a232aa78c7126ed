/// A CSV export after RFC 4180, with the faults that are asked for.
final class CSVFile: ExportFile {
    let dialect: Dialect
    private let file: EncodedFile
    private let row: CSVRow
    private var rowCount = 0

    init(path: String, dialect: Dialect) throws {
        self.dialect = dialect
        file = try EncodedFile(path: path, encoding: dialect.encoding)
        row = CSVRow(dialect: dialect)
        if dialect.hasByteOrderMark { file.text.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        file.text.append(
            contentsOf: Array(dialect.columns.map { dialect.columnNames[$0.rawValue] }.joined(separator: [44])))
    }

    func append(_ record: RecordText, damage: Damage?) throws {
        file.text.append(contentsOf: row.lineEnd)
        rowCount += 1
        let columnCount = row.columns.count
        switch damage {
        case .invalidBytes:
            let district = row.columns.firstIndex(of: .district) ?? columnCount
            row.append(0..<district, of: record, damage: damage, number: rowCount, to: &file.text)
            file.text.append(UInt8(ascii: ","))
            // In GB18030 the first byte of a character that the comma cuts off.
            try file.write(raw: [dialect.encoding == .utf8 ? 0xFF : 0x81])
            row.append((district + 1)..<columnCount, of: record, damage: damage, number: rowCount, to: &file.text)
        case .tooFewFields:
            row.append(0..<(columnCount - 2), of: record, damage: damage, number: rowCount, to: &file.text)
        case .tooManyFields:
            row.append(0..<columnCount, of: record, damage: damage, number: rowCount, to: &file.text)
            file.text.append(",多出,一列")
        default:
            row.append(0..<columnCount, of: record, damage: damage, number: rowCount, to: &file.text)
        }
        try file.drain()
    }

    /// Appends a line with nothing on it.
    func appendBlankLine() {
        file.text.append(contentsOf: row.lineEnd)
    }

    func close() throws {
        if !dialect.endsWithoutLineEnd { file.text.append(contentsOf: row.lineEnd) }
        try file.close()
    }
}

/// The fields of one line.
///
/// It writes into a buffer that is handed to it, so that the buffer is asked for
/// once a line and not once a byte.
private struct CSVRow {
    let columns: [Column]
    let lineEnd: [UInt8]

    private static let formulaStart: [UInt8] = [UInt8(ascii: "="), UInt8(ascii: "\"")]

    init(dialect: Dialect) {
        columns = dialect.columns
        lineEnd = Array("\(dialect.lineEnd)".utf8)
    }

    func append(
        _ range: Range<Int>, of record: RecordText, damage: Damage?, number: Int, to text: inout [UInt8]
    ) {
        for index in range {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            switch (columns[index], damage) {
            case (.name, .unclosedQuote):
                text.append(UInt8(ascii: "\""))
                text.append(contentsOf: record[.name])
            case (.name, .textAfterQuote):
                text.append("\"张三\"丰")
            default:
                append(record[columns[index]], number: number, to: &text)
            }
        }
    }

    private func append(_ field: [UInt8], number: Int, to text: inout [UInt8]) {
        // A text guard lies in files as it stands as often as properly quoted.
        let isRawGuard = number & 1 == 0 && field.starts(with: CSVRow.formulaStart)
        guard !isRawGuard, field.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else {
            return text.append(contentsOf: field)
        }
        text.append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { text.append(byte) }
            text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
    }
}
