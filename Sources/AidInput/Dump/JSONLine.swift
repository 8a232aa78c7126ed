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

    /// Characters that show nothing by themselves, or that steer a terminal, are written as escapes.
    ///
    /// - Parameter text: valid UTF-8.
    private mutating func appendString(_ text: ByteView) {
        append("\"")
        var index = 0
        while index < text.count {
            let byte = text[index]
            let length = JSONLine.length(from: byte)
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            // Nearly all: of ASCII what is seen, of longer ones those among which Chinese is, but for a filler of Hangul.
            case 0x20..<0x7F: bytes.append(byte)
            case 0xE3...0xED where !text.begins(with: "\u{3164}", at: index):
                bytes.append(contentsOf: text.part(index..<min(index + length, text.count)))
            default: appendRare(text.part(index..<min(index + length, text.count)))
            }
            index += length
        }
        append("\"")
    }

    /// How many bytes a character has that begins with one.
    private static func length(from byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

    /// One character, which may be one that shows nothing.
    private mutating func appendRare(_ character: ByteView) {
        guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else { return }
        guard scalar.isInvisible else { return bytes.append(contentsOf: character) }
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            let digits = String(unit, radix: 16)
            append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
    }
}
