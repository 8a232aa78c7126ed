import AidModel
package import AidReport
package import AidText

/// A table as CSV: one observation a line, UTF-8 with a byte-order mark, every line ended by CR LF.
///
/// The mark is what Excel knows UTF-8 by; CR LF is RFC 4180, and what a Data Package takes for granted. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front (`CSVText`).
package enum TableCSV {
    package static let byteOrderMark = "\u{FEFF}"

    /// The columns: the keys, the name of the value, and the value with all that it needs.
    package static func columns(_ table: ReportTable) -> [TableColumn] {
        table.keys + [table.values.name, .value, .unit(table.values.units), .status]
    }

    package static func write(_ table: ReportTable, to sink: inout ByteSink) {
        sink.append(byteOrderMark + columns(table).map(\.word.code).joined(separator: ",") + "\r\n")
        let names = table.values.words.map { Array($0.code.utf8) + [comma] }
        var keys: [UInt8] = []
        for index in 0..<table.rowCount {
            let row = table.row(index)
            keys.removeAll(keepingCapacity: true)
            for key in row.keys {
                append(key, to: &keys)
                keys.append(comma)
            }
            for (name, value) in zip(names, row.values) {
                sink.append(keys)
                sink.append(name)
                if let number = value.number { sink.append(value.unit.plain(number)) }
                sink.append(comma)
                sink.append(value.unit.code)
                sink.append(comma)
                sink.append(value.status.rawValue)
                sink.append("\r\n")
            }
        }
    }

    private static let comma = UInt8(ascii: ",")

    private static func append(_ key: TableKey, to bytes: inout [UInt8]) {
        switch key {
        case .empty: break
        case .word(let word): bytes += word.code.utf8
        case .text(let text), .titled(let text, _): bytes += CSVText.quoted(text).utf8
        case .quarter(let quarter): bytes += quarter.description.utf8
        case .day(let day): bytes += day.description.utf8
        case .number(let number): bytes += String(number).utf8
        }
    }
}
