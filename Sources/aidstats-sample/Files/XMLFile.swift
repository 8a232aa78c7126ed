/// An XML export: a root, something about the export, and one element a record.
final class XMLFile: ExportFile {
    let dialect: Dialect
    private let file: EncodedFile
    private let lineEnd: [UInt8]
    private let prefix: [UInt8]
    private var recordCount = 0

    init(path: String, dialect: Dialect) throws {
        self.dialect = dialect
        file = try EncodedFile(path: path, encoding: dialect.encoding)
        lineEnd = dialect.isIndented ? Array("\(dialect.lineEnd)".utf8) : []
        prefix = dialect.hasNamespace ? Array("aid:".utf8) : []
        file.text.append(contentsOf: Array("<?xml version=\"1.0\" encoding=\"\(dialect.encoding.rawValue)\"?>".utf8))
        startLine(depth: 0)
        file.text.append("<")
        file.text.append(contentsOf: prefix)
        file.text.append("Claims")
        if dialect.hasNamespace { file.text.append(" xmlns:aid=\"urn:example:mutual-aid:claims\"") }
        file.text.append(">")
        if dialect.isOrnate {
            startLine(depth: 1)
            file.text.append("<!-- 样例数据：<Claim> 均为虚构 -->")
            startLine(depth: 1)
            file.text.append("<?export system=\"demo\"?>")
        }
    }

    func append(_ record: RecordText, damage: Damage?) throws {
        recordCount += 1
        startLine(depth: 1)
        file.text.append("<")
        file.text.append(contentsOf: prefix)
        file.text.append("Claim")
        if dialect.isOrnate, recordCount % 3 == 0 { file.text.append(" batch='A&amp;B' checked=\"yes\"") }
        file.text.append(">")
        for column in dialect.columns {
            if column == .serial { continue }
            if damage == .missingElement, column == .paidOn { continue }
            // A claim that takes nothing back often lacks the element altogether.
            if column == .reverses, record[.reverses].isEmpty, recordCount % 2 == 0 { continue }
            appendElement(column, record[column])
            if damage == .fieldTwice, column == .amount { appendElement(column, record[column]) }
        }
        startLine(depth: 1)
        endElement("Claim")
        try file.drain()
    }

    func close() throws {
        startLine(depth: 0)
        endElement("Claims")
        file.text.append(10)
        try file.close()
    }

    private func startLine(depth: Int) {
        file.text.append(contentsOf: lineEnd)
        if dialect.isIndented { for _ in 0..<depth { file.text.append(32) } }
    }

    private func endElement(_ name: StaticString) {
        file.text.append("</")
        file.text.append(contentsOf: prefix)
        file.text.append(name)
        file.text.append(">")
    }

    private func appendElement(_ column: Column, _ value: [UInt8]) {
        startLine(depth: 2)
        let name = dialect.columnNames[column.rawValue]
        file.text.append("<")
        file.text.append(contentsOf: prefix)
        file.text.append(contentsOf: name)
        if value.isEmpty, recordCount % 3 == 0 {
            file.text.append("/>")
            return
        }
        if dialect.isOrnate, column == .amount, recordCount % 5 == 0 { file.text.append(" currency=\"CNY\"") }
        file.text.append(">")
        if dialect.isOrnate {
            appendOrnate(column, value)
        } else {
            appendText(value[...])
        }
        file.text.append("</")
        file.text.append(contentsOf: prefix)
        file.text.append(contentsOf: name)
        file.text.append(">")
    }

    private func appendOrnate(_ column: Column, _ value: [UInt8]) {
        switch (column, recordCount % 11) {
        case (.employer, 0...3), (.claim, 4), (.status, 5):
            file.text.append("<![CDATA[")
            file.text.append(contentsOf: value)
            file.text.append("]]>")
        case (.amount, 6), (.person, 7), (.paidOn, 8):
            // Not inside a character.
            let middle = value.indices.first { $0 >= value.count / 2 && value[$0] & 0xC0 != 0x80 } ?? value.count
            appendText(value[..<middle])
            file.text.append("<!-- 已核 -->")
            appendText(value[middle...])
        case (.care, 9), (.district, 10):
            appendReferences(value[...])
        default:
            appendText(value[...])
        }
    }

    private func appendText(_ value: ArraySlice<UInt8>) {
        // The first bytes of what may lie outside GBK: U+0080 to U+00BF, U+3000 to U+3FFF, beyond U+FFFF.
        if dialect.encoding == .gbk, value.contains(where: { $0 == 0xC2 || $0 == 0xE3 || $0 >= 0xF0 }) {
            return appendRareText(value)
        }
        for byte in value { appendByte(byte) }
    }

    private func appendByte(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): file.text.append("&amp;")
        case UInt8(ascii: "<"): file.text.append("&lt;")
        case UInt8(ascii: ">"): file.text.append("&gt;")
        default: file.text.append(byte)
        }
    }

    /// Text with characters that may not be in GBK: these become references.
    private func appendRareText(_ value: ArraySlice<UInt8>) {
        for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
            if scalar.value > 0xFFFF || (0x3400...0x4DBF).contains(scalar.value) || (0x80...0xBF).contains(scalar.value)
            {
                appendReference(scalar)
            } else {
                for byte in String(scalar).utf8 { appendByte(byte) }
            }
        }
    }

    private func appendReferences(_ value: ArraySlice<UInt8>) {
        for scalar in String(decoding: value, as: UTF8.self).unicodeScalars { appendReference(scalar) }
    }

    private func appendReference(_ scalar: Unicode.Scalar) {
        let number =
            recordCount & 1 == 0 ? "x" + String(scalar.value, radix: 16, uppercase: true) : String(scalar.value)
        file.text.append(contentsOf: Array("&#\(number);".utf8))
    }
}
