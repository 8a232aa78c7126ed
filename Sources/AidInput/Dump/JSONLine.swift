import AidModel

/// One line of `dump`: a record as an array or an object of strings, or a problem.
struct JSONLine {
    private(set) var bytes: [UInt8] = []

    /// A record of CSV.
    init(array record: borrowing RecordBuffer) {
        append("[")
        for index in 0..<record.fieldCount {
            if index > 0 { append(",") }
            appendString(record.field(index))
        }
        append("]\n")
    }

    /// A record of XML; a path that comes several times has an array of its values.
    init(object values: [(path: String, text: String)]) {
        append("{")
        let textsOfPath = Dictionary(values.map { ($0.path, [$0.text]) }, uniquingKeysWith: +)
        var done: Set<String> = []
        for (path, _) in values where done.insert(path).inserted {
            if done.count > 1 { append(",") }
            appendString(path)
            append(":")
            let texts = textsOfPath[path] ?? []
            if texts.count > 1 { append("[") }
            for (index, text) in texts.enumerated() {
                if index > 0 { append(",") }
                appendString(text)
            }
            if texts.count > 1 { append("]") }
        }
        append("}\n")
    }

    /// What is wrong with a record; `endProblem` must follow.
    init(problem: RecordProblem, place: RecordPlace) {
        append("{\"problem\":\"malformed-record\",\"message\":")
        appendString(problem.message.en)
        append(",\"record\":\(place.recordNumber)")
        if let lineNumber = place.lineNumber { append(",\"line\":\(lineNumber)") }
    }

    mutating func endProblem(byteOffset: Int) {
        append(",\"byteOffset\":\(byteOffset)}\n")
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendString(_ text: String) {
        text.utf8.withByteView { appendString($0) }
    }

    /// - Parameter text: valid UTF-8.
    private mutating func appendString(_ text: ByteView) {
        append("\"")
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                append("\\u00")
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        append("\"")
    }
}
