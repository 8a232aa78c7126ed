/// Compares rejects.csv with the twin.
struct TwinRejects {
    private(set) var differences: [String] = []

    init(_ bytes: [UInt8], export: TwinExport, count: TwinCount) {
        var rows = TwinRejects.rows(of: String(decoding: bytes.dropFirst(3), as: UTF8.self))
        let header = rows.isEmpty ? [] : rows.removeFirst()
        if header != ["file", "line", "record", "byte", "field", "reason", "value"] {
            differences.append("rejects.csv: another header")
        }
        var wanted: [[String]] = []
        for (index, record) in export.records.enumerated() {
            guard case .rejected(let reason) = count.fates[index] else { continue }
            wanted.append([
                export.files[record.file].name, record.line.map(String.init) ?? "", "\(record.number)", reason,
            ])
        }
        let got = rows.map { $0.count == 7 ? [$0[0], $0[1], $0[2], $0[5]] : ["a row of \($0.count) cells"] }
        if let place = zip(wanted, got).enumerated().first(where: { $1.0 != $1.1 }) {
            differences.append(
                "rejects.csv: row \(place.offset + 1): twin \(place.element.0), pipeline \(place.element.1)")
        } else if wanted.count != got.count {
            differences.append("rejects.csv: twin \(wanted.count) rows, pipeline \(got.count)")
        }
        for row in rows {
            for cell in row where "=+-@\t\r＝＋－＠".unicodeScalars.contains(cell.unicodeScalars.first ?? " ") {
                differences.append("rejects.csv: a cell that a spreadsheet takes for a formula")
            }
        }
    }

    /// RFC 4180, scalar by scalar.
    private static func rows(of text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"":
                isQuoted.toggle()
                // The second of two quotes inside a quoted cell is one of its own.
                if isQuoted, previous == "\"" { cell.append(scalar) }
            case "," where !isQuoted:
                row.append(String(cell))
                cell = String.UnicodeScalarView()
            case "\n" where !isQuoted:
                rows.append(row + [String(cell)])
                row = []
                cell = String.UnicodeScalarView()
            case "\r" where !isQuoted: continue
            default: cell.append(scalar)
            }
            previous = scalar
        }
        return rows
    }
}
