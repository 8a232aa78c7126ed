/// A CSV export after RFC 4180, with the faults that are asked for.
final class CSVFile: ExportFile {
    let dialect: Dialect
    private let file: EncodedFile
    private var rowCount = 0
    private let lineEnd: [UInt8]

    init(path: String, dialect: Dialect) throws {
        self.dialect = dialect
        file = try EncodedFile(path: path, encoding: dialect.encoding)
        lineEnd = Array("\(dialect.lineEnd)".utf8)
        if dialect.hasByteOrderMark { file.text.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        for (index, column) in dialect.columns.enumerated() {
            if index > 0 { file.text.append(UInt8(ascii: ",")) }
            file.text.append(contentsOf: dialect.columnNames[column.rawValue])
        }
    }

    func append(_ record: RecordText, damage: Damage?) throws {
        file.text.append(contentsOf: lineEnd)
        rowCount += 1
        for (index, column) in dialect.columns.enumerated() {
            if damage == .tooFewFields, index >= dialect.columns.count - 2 { break }
            if index > 0 { file.text.append(UInt8(ascii: ",")) }
            switch (damage, column) {
            case (.unclosedQuote, .name):
                file.text.append(UInt8(ascii: "\""))
                file.text.append(contentsOf: record[.name])
            case (.textAfterQuote, .name):
                file.text.append("\"张三\"丰")
            case (.invalidBytes, .district):
                // In GB18030 the first byte of a character that the comma cuts off.
                try file.write(raw: [dialect.encoding == .utf8 ? 0xFF : 0x81])
            default:
                appendField(record[column])
            }
        }
        if damage == .tooManyFields { file.text.append(",多出,一列") }
        try file.drain()
    }

    /// Appends a line with nothing on it.
    func appendBlankLine() {
        file.text.append(contentsOf: lineEnd)
    }

    func close() throws {
        if !dialect.endsWithoutLineEnd { file.text.append(contentsOf: lineEnd) }
        try file.close()
    }

    private func appendField(_ field: [UInt8]) {
        // A text guard lies in files as it stands as often as properly quoted.
        let isRawGuard = rowCount & 1 == 0 && field.starts(with: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        guard !isRawGuard, field.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else {
            file.text.append(contentsOf: field)
            return
        }
        file.text.append(UInt8(ascii: "\""))
        for byte in field {
            if byte == UInt8(ascii: "\"") { file.text.append(byte) }
            file.text.append(byte)
        }
        file.text.append(UInt8(ascii: "\""))
    }
}
