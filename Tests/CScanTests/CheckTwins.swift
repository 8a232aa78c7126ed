import CScan

/// Table 3-7 of the Unicode standard, row by row.
private let wellFormedRows: [[ClosedRange<UInt8>]] = [
    [0x00...0x7F],
    [0xC2...0xDF, 0x80...0xBF],
    [0xE0...0xE0, 0xA0...0xBF, 0x80...0xBF],
    [0xE1...0xEC, 0x80...0xBF, 0x80...0xBF],
    [0xED...0xED, 0x80...0x9F, 0x80...0xBF],
    [0xEE...0xEF, 0x80...0xBF, 0x80...0xBF],
    [0xF0...0xF0, 0x90...0xBF, 0x80...0xBF, 0x80...0xBF],
    [0xF1...0xF3, 0x80...0xBF, 0x80...0xBF, 0x80...0xBF],
    [0xF4...0xF4, 0x80...0x8F, 0x80...0xBF, 0x80...0xBF],
]

/// The slow twin of the text check.
func slowTextFindings(_ bytes: [UInt8]) -> UInt32 {
    var findings: UInt32 = 0
    if bytes.contains(where: { $0 >= 0x80 }) { findings |= UInt32(AID_TEXT_NOT_ASCII) }
    if bytes.contains(0) { findings |= UInt32(AID_TEXT_ZERO) }
    var index = 0
    while index < bytes.count {
        let row = wellFormedRows.first { row in
            row.count <= bytes.count - index && row.indices.allSatisfy { row[$0].contains(bytes[index + $0]) }
        }
        guard let row else { return findings | UInt32(AID_TEXT_NOT_UTF8) }
        index += row.count
    }
    return findings
}

/// The slow twin of the check of plain XML text.
func slowXMLFindings(_ bytes: [UInt8]) -> UInt32 {
    var findings: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
        let next = Array(bytes[index...].prefix(3))
        if byte == 0x0D { findings |= UInt32(AID_XML_RETURN) }
        if byte < 0x20, ![0x09, 0x0A, 0x0D].contains(byte) { findings |= UInt32(AID_XML_NOT_PLAIN) }
        if byte == UInt8(ascii: "&") { findings |= UInt32(AID_XML_NOT_PLAIN) }
        if next == Array("]]>".utf8) { findings |= UInt32(AID_XML_SECTION_END) }
        if next == [0xEF, 0xBF, 0xBE] || next == [0xEF, 0xBF, 0xBF] { findings |= UInt32(AID_XML_NOT_PLAIN) }
    }
    return findings
}

/// The slow twin of the check of GB18030: characters taken one after the other.
///
/// - Returns: where the pairs end, and the numbers of lead bytes of UTF-8 up to there.
func slowGB18030(_ bytes: [UInt8]) -> (end: Int, followed: Int, broken: Int) {
    var end = 0
    while end < bytes.count {
        if bytes[end] < 0x80 {
            end += 1
            continue
        }
        guard (0x81...0xFE).contains(bytes[end]), end + 1 < bytes.count, (0x40...0xFE).contains(bytes[end + 1]),
            bytes[end + 1] != 0x7F
        else { break }
        end += 2
    }
    var followed = 0
    var broken = 0
    for place in 0..<end where bytes[place] >= 0xC0 {
        if place + 1 < bytes.count, (0x80...0xBF).contains(bytes[place + 1]) { followed += 1 } else { broken += 1 }
    }
    return (end, followed, broken)
}

/// The slow twin of the search for a letter of two bytes.
func slowLetter(_ bytes: [UInt8], from start: Int) -> Int {
    (start..<bytes.count).first { (0xC3...0xDF).contains(bytes[$0]) } ?? bytes.count
}

/// The slow twin of the search for a hanzi behind ASCII.
func slowHanzi(_ bytes: [UInt8], from start: Int) -> Int {
    func isContinuation(_ index: Int) -> Bool { index < bytes.count && (0x80...0xBF).contains(bytes[index]) }
    return (start..<bytes.count).first { place in
        (0xE2...0xEF).contains(bytes[place]) && (place == 0 || bytes[place - 1] < 0x80)
            && isContinuation(place + 1) && isContinuation(place + 2)
            && (place + 3 == bytes.count || bytes[place + 3] < 0x80 || bytes[place + 3] >= 0xC2)
    } ?? bytes.count
}
