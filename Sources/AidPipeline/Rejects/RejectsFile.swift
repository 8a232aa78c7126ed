import AidInput
import AidModel
import AidText

/// `rejects.csv`: every record that was not counted, for the person who mends the export.
///
/// UTF-8 with a byte-order mark and CRLF, as spreadsheets want it. Every cell of text is
/// quoted, none can be taken for a formula, and values come masked already. Works on
/// bytes: to Swift's characters a quote with an accent would be no quote.
enum RejectsFile {
    /// - Parameters:
    ///   - rejects: in input order, placed on disk.
    ///   - names: of the inputs.
    ///   - language: of what is said of broken records.
    static func bytes(_ rejects: some Sequence<Reject>, names: [String], language: Language) -> [UInt8] {
        var bytes = Array("\u{FEFF}file,line,record,byte,field,reason,value\r\n".utf8)
        let names = names.map(cell)
        for reject in rejects {
            bytes += names[reject.position.fileIndex]
            let numbers =
                ",\(reject.place.lineNumber.map { String($0) } ?? ""),\(reject.place.recordNumber),\(reject.place.byteOffset),"
            bytes += numbers.utf8
            bytes += (reject.field ?? "").utf8
            bytes.append(UInt8(ascii: ","))
            bytes += reject.reason.rawValue.utf8
            bytes.append(UInt8(ascii: ","))
            let words = reject.reason == .malformedRecord ? malformed(reject.maskedValue) : nil
            bytes += cell(words?(language) ?? reject.maskedValue)
            bytes += "\r\n".utf8
        }
        return bytes
    }

    /// What is wrong with a broken record, in both languages; nil: a version of the program said it in other words.
    static func malformed(_ value: String) -> BilingualText? {
        RecordProblem.message(inEnglish: value)
    }

    private static func cell(_ value: String) -> [UInt8] {
        value.isEmpty ? [] : Array(CSVText.quoted(value).utf8)
    }
}
