import AidModel

/// `rejects.csv`: every record that was not counted, for the person who mends the export.
///
/// UTF-8 with a byte-order mark and CRLF, as spreadsheets want it. No cell can be taken
/// for a formula, and values come masked already.
enum RejectsFile {
    /// - Parameters:
    ///   - rejects: in input order, placed on disk.
    ///   - names: of the inputs.
    static func bytes(_ rejects: [Reject], names: [String]) -> [UInt8] {
        var text = "\u{FEFF}file,line,record,byte,field,reason,value\r\n"
        for reject in rejects {
            let cells = [
                names[reject.position.fileIndex], reject.place.lineNumber.map { String($0) } ?? "",
                String(reject.place.recordNumber), String(reject.place.byteOffset), reject.field ?? "",
                reject.reason.rawValue, reject.maskedValue,
            ]
            text += cells.map(cell).joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }

    private static func cell(_ value: String) -> String {
        var value = String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
        if let first = value.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) { value = "'" + value }
        // Scalar by scalar: a comma with a combining accent is no comma to `Character`.
        guard value.unicodeScalars.contains(where: { "\",;\t".unicodeScalars.contains($0) }) else { return value }
        var quoted = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        return "\"" + String(quoted) + "\""
    }
}
