/// An XML export: a root, something about the export, and one element a record.
final class XMLFile: ExportFile {
    let dialect: Dialect
    private let file: EncodedFile
    private let frame: XMLFrame
    private var recordCount = 0

    init(path: String, dialect: Dialect) throws {
        self.dialect = dialect
        file = try EncodedFile(path: path, encoding: dialect.encoding)
        frame = XMLFrame(dialect: dialect)
        frame.appendHead(to: &file.text)
    }

    func append(_ record: RecordText, damage: Damage?) throws {
        recordCount += 1
        frame.append(record, damage: damage, number: recordCount, to: &file.text)
        try file.drain()
    }

    func close() throws {
        frame.appendFoot(to: &file.text)
        try file.close()
    }
}

/// The texts around and between the values of an XML export.
///
/// It writes into a buffer that is handed to it, so that the buffer is asked for
/// once a record and not once a byte.
private struct XMLFrame {
    private let isOrnate: Bool
    private let isGBK: Bool
    private let encodingName: String
    private let columns: [Column]
    /// Line end and indentation before a child of the root, or nothing.
    private let recordIndent: [UInt8]
    private let lineEnd: [UInt8]
    private let prefix: String
    /// By column: line end, indentation and the start tag without its last character.
    private let starts: [[UInt8]]
    private let ends: [[UInt8]]

    init(dialect: Dialect) {
        let lineEnd = dialect.isIndented ? "\(dialect.lineEnd)" : ""
        let prefix = dialect.hasNamespace ? "aid:" : ""
        let names = dialect.columnNames.map { String(decoding: $0, as: UTF8.self) }
        self.lineEnd = Array(lineEnd.utf8)
        self.prefix = prefix
        recordIndent = self.lineEnd + (dialect.isIndented ? [32] : [])
        isOrnate = dialect.isOrnate
        isGBK = dialect.encoding == .gbk
        encodingName = dialect.encoding.rawValue
        columns = dialect.columns.filter { $0 != .serial }
        starts = names.map { Array("\(lineEnd)\(dialect.isIndented ? "  " : "")<\(prefix)\($0)".utf8) }
        ends = names.map { Array("</\(prefix)\($0)>".utf8) }
    }

    func appendHead(to text: inout [UInt8]) {
        text.append(contentsOf: Array("<?xml version=\"1.0\" encoding=\"\(encodingName)\"?>".utf8))
        text.append(contentsOf: lineEnd)
        let namespace = prefix.isEmpty ? "" : " xmlns:aid=\"urn:example:mutual-aid:claims\""
        text.append(contentsOf: Array("<\(prefix)Claims\(namespace)>".utf8))
        guard isOrnate else { return }
        text.append(contentsOf: recordIndent)
        text.append("<!-- 样例数据：<Claim> 均为虚构 -->")
        text.append(contentsOf: recordIndent)
        text.append("<?export system=\"demo\"?>")
    }

    func appendFoot(to text: inout [UInt8]) {
        text.append(contentsOf: lineEnd)
        text.append(contentsOf: Array("</\(prefix)Claims>\n".utf8))
    }

    /// - Parameter number: the record's number in the file, on which its ornaments hang.
    func append(_ record: RecordText, damage: Damage?, number: Int, to text: inout [UInt8]) {
        text.append(contentsOf: recordIndent)
        text.append("<")
        text.append(contentsOf: prefix.utf8)
        text.append("Claim")
        if isOrnate, number % 3 == 0 { text.append(" batch='A&amp;B' checked=\"yes\"") }
        text.append(">")
        for column in columns {
            if damage == .missingElement, column == .paidOn { continue }
            // A claim that takes nothing back often lacks the element altogether.
            if column == .reverses, record[.reverses].isEmpty, number % 2 == 0 { continue }
            appendElement(column, record[column], number: number, to: &text)
            if damage == .fieldTwice, column == .amount {
                appendElement(column, record[column], number: number, to: &text)
            }
        }
        text.append(contentsOf: recordIndent)
        text.append("</")
        text.append(contentsOf: prefix.utf8)
        text.append("Claim>")
    }

    private func appendElement(_ column: Column, _ value: [UInt8], number: Int, to text: inout [UInt8]) {
        text.append(contentsOf: starts[column.rawValue])
        if value.isEmpty, number % 3 == 0 { return text.append("/>") }
        if isOrnate, column == .amount, number % 5 == 0 { text.append(" currency=\"CNY\"") }
        text.append(UInt8(ascii: ">"))
        if isOrnate {
            appendOrnate(column, value, number: number, to: &text)
        } else {
            appendText(value[...], to: &text)
        }
        text.append(contentsOf: ends[column.rawValue])
    }

    private func appendOrnate(_ column: Column, _ value: [UInt8], number: Int, to text: inout [UInt8]) {
        switch (column, number % 11) {
        case (.employer, 0...3), (.claim, 4), (.status, 5):
            text.append("<![CDATA[")
            text.append(contentsOf: value)
            text.append("]]>")
        case (.amount, 6), (.person, 7), (.paidOn, 8):
            // Not inside a character.
            let middle = value.indices.first { $0 >= value.count / 2 && value[$0] & 0xC0 != 0x80 } ?? value.count
            appendText(value[..<middle], to: &text)
            text.append("<!-- 已核 -->")
            appendText(value[middle...], to: &text)
        case (.care, 9), (.district, 10):
            for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
                appendReference(scalar, isHexadecimal: number & 1 == 0, to: &text)
            }
        default:
            appendText(value[...], to: &text)
        }
    }

    private func appendText(_ value: ArraySlice<UInt8>, to text: inout [UInt8]) {
        var isPlain = true
        for byte in value {
            // The first bytes of what may lie outside GBK: U+0080 to U+00BF, U+3000 to U+3FFF, beyond U+FFFF.
            if isGBK, byte == 0xC2 || byte == 0xE3 || byte >= 0xF0 { return appendRareText(value, to: &text) }
            if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { isPlain = false }
        }
        if isPlain { return text.append(contentsOf: value) }
        for byte in value { appendByte(byte, to: &text) }
    }

    private func appendByte(_ byte: UInt8, to text: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): text.append("&amp;")
        case UInt8(ascii: "<"): text.append("&lt;")
        case UInt8(ascii: ">"): text.append("&gt;")
        default: text.append(byte)
        }
    }

    /// Text with characters that may not be in GBK: these become references.
    private func appendRareText(_ value: ArraySlice<UInt8>, to text: inout [UInt8]) {
        for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x80...0xBF, 0x3400...0x4DBF, 0x10000...: appendReference(scalar, isHexadecimal: true, to: &text)
            default: for byte in String(scalar).utf8 { appendByte(byte, to: &text) }
            }
        }
    }

    private func appendReference(_ scalar: Unicode.Scalar, isHexadecimal: Bool, to text: inout [UInt8]) {
        let value = scalar.value
        let number = isHexadecimal ? "x" + String(value, radix: 16, uppercase: true) : String(value)
        text.append(contentsOf: Array("&#\(number);".utf8))
    }
}
