import TestSupport
import AidInput

/// A text of which every character's bytes are known, on disk and as UTF-8, without asking
/// the code under test.
struct EncodedText {
    var encoding: TextEncoding
    /// One for each character, or stretch of bytes that is none, in order.
    var characters: [(disk: [UInt8], utf8: [UInt8])]

    var diskBytes: [UInt8] { characters.flatMap(\.disk) }
    var utf8: [UInt8] { characters.flatMap(\.utf8) }

    static let encodings: [TextEncoding] = [.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian]

    /// Of one to four bytes in UTF-8, and of one, two and four in GB18030 and UTF-16.
    private static let pool = "a,\"\n\r;=0é中\u{3000}。、\u{80}ก\u{E000}𠂇😀\u{10FFFF}𡗗\u{FFFD}\u{2028}".unicodeScalars.map(
        Character.init)

    static func disk(_ character: Character, _ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: Array(String(character).utf8)
        case .utf16LittleEndian: String(character).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: String(character).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .gb18030: SystemConverter(from: "UTF-8", to: "GB18030").convert(Array(String(character).utf8)) ?? []
        }
    }

    /// Bytes that are no character wherever they stand, and what becomes of them.
    private static func broken(_ encoding: TextEncoding) -> [(disk: [UInt8], utf8: [UInt8])] {
        let line = disk("\n", encoding)
        return switch encoding {
        case .utf8: [([0xFF], [0xFF]), ([0xC3, 0x0A], [0xC3, 0x0A]), ([0xE4, 0xB8, 0x0A], [0xE4, 0xB8, 0x0A])]
        case .gb18030:
            [
                ([0xFF], [0xFF]), ([0x80], [0xFF]), ([0x81, 0x0A], [0xFF, 0x0A]),
                ([0x81, 0x30, 0x0A], [0xFF, 0x30, 0x0A]),
            ]
        case .utf16LittleEndian: [([0x00, 0xDC], [0xFF]), ([0x3D, 0xD8] + line, [0xFF, 0x0A])]
        case .utf16BigEndian: [([0xDC, 0x00], [0xFF]), ([0xD8, 0x3D] + line, [0xFF, 0x0A])]
        }
    }

    /// Bytes that only the end of the file breaks off.
    static func brokenEnds(_ encoding: TextEncoding) -> [(disk: [UInt8], utf8: [UInt8])] {
        switch encoding {
        case .utf8: [([0xE4], [0xE4]), ([0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98])]
        case .gb18030: [([0x81], [0xFF]), ([0x81, 0x30], [0xFF, 0x30]), ([0x81, 0x30, 0x81], [0xFF, 0x30, 0xFF])]
        case .utf16LittleEndian: [([0x61], [0xFF]), ([0x3D, 0xD8], [0xFF]), ([0x3D, 0xD8, 0x00], [0xFF, 0xFF])]
        case .utf16BigEndian: [([0x00], [0xFF]), ([0xD8, 0x3D], [0xFF]), ([0xD8, 0x3D, 0xDE], [0xFF, 0xFF])]
        }
    }

    static func random(
        _ encoding: TextEncoding, count: Int, withBroken: Bool, using random: inout SeededRandom
    ) -> EncodedText {
        let good = pool.map { (disk: disk($0, encoding), utf8: Array(String($0).utf8)) }
        let bad = broken(encoding)
        var text = EncodedText(encoding: encoding, characters: [])
        for _ in 0..<count {
            let isBad = withBroken && Int.random(in: 0..<8, using: &random) == 0
            text.characters.append((isBad ? bad : good).randomElement(using: &random) ?? good[0])
        }
        return text
    }

    static func mark(_ encoding: TextEncoding) -> [UInt8] {
        disk("\u{FEFF}", encoding)
    }
}
