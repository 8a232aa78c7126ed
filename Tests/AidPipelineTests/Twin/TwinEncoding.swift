import Glibc

/// How the bytes of a file are made from its text.
enum TwinEncoding: String {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"

    /// Stands in a text for bytes that are no text in its encoding.
    static let invalidMark: Unicode.Scalar = "\u{F8FF}"

    /// - Parameter hasMark: whether a byte-order mark comes first.
    func bytes(_ text: String, hasMark: Bool, _ random: inout TwinRandom) -> [UInt8] {
        let pieces = (hasMark ? "\u{FEFF}" + text : text).unicodeScalars
            .split(separator: TwinEncoding.invalidMark, omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0 { bytes += invalidBytes(&random) }
            bytes += encoded(String(String.UnicodeScalarView(piece)))
        }
        return bytes
    }

    /// None of them begins a character that what follows could complete.
    private func invalidBytes(_ random: inout TwinRandom) -> [UInt8] {
        switch self {
        case .utf8:
            random.pick([
                [0xFF], [0x80], [0xC0, 0xAF], [0xE4, 0xB8, 0x21], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
            ])
        case .gb18030: random.pick([[0xFF], [0x81, 0x21], [0x81, 0x30, 0x21], [0xFF, 0xFF]])
        case .utf16LE: random.pick([[0x00, 0xD8, 0x41, 0x00], [0x00, 0xDC]])
        case .utf16BE: random.pick([[0xD8, 0x00, 0x00, 0x41], [0xDC, 0x00]])
        }
    }

    func encoded(_ text: String) -> [UInt8] {
        guard self != .utf8 else { return Array(text.utf8) }
        guard let converter = iconv_open(rawValue, "UTF-8"), Int(bitPattern: converter) != -1 else {
            preconditionFailure("iconv has no \(rawValue)")
        }
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var fromCount = input.count
                var to = output.baseAddress
                var toCount = output.count
                let outcome = iconv(converter, &from, &fromCount, &to, &toCount)
                precondition(outcome != -1 && fromCount == 0, "iconv cannot write the text")
                return output.count - toCount
            }
        }
        return output[..<count].map { UInt8(bitPattern: $0) }
    }
}
