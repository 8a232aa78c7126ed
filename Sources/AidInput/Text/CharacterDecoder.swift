/// Bytes of an encoding other than UTF-8, a character at a time.
///
/// Two loops use it: the one that turns a file into UTF-8, and the one that finds
/// the place on disk of an offset in that UTF-8. They agree because both ask here.
enum CharacterDecoder {
    case gb18030(GB18030Table)
    case utf16(isBigEndian: Bool)

    /// What stands in for bytes that are no character: not valid UTF-8, so that the
    /// check of the UTF-8 finds it in its place.
    static let invalidMark: UInt8 = 0xFF

    /// The decoder of an encoding; nil for UTF-8, which needs none.
    static func make(_ encoding: TextEncoding, for fileName: String) throws(InputError) -> CharacterDecoder? {
        switch encoding {
        case .utf8: return nil
        case .utf16LittleEndian: return .utf16(isBigEndian: false)
        case .utf16BigEndian: return .utf16(isBigEndian: true)
        case .gb18030: return .gb18030(try GB18030Table.needed(by: fileName))
        }
    }

    /// What stands at the start of some bytes; there is one at least.
    @inline(__always)
    func next(_ bytes: ByteView, isAtEnd: Bool) -> DecodedCharacter {
        switch self {
        case .gb18030(let table):
            bytes[0] < 0x80
                ? .scalar(UInt32(bytes[0]), length: 1) : table.next(bytes, isAtEnd: isAtEnd)
        case .utf16(let isBigEndian):
            CharacterDecoder.nextUTF16(bytes, isAtEnd: isAtEnd, isBigEndian: isBigEndian)
        }
    }

    private static func nextUTF16(
        _ bytes: ByteView, isAtEnd: Bool, isBigEndian: Bool
    ) -> DecodedCharacter {
        func unit(_ index: Int) -> UInt32 {
            isBigEndian
                ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
                : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
        }
        guard bytes.count >= 2 else { return isAtEnd ? .invalid(length: 1) : .incomplete }
        let first = unit(0)
        guard (0xD800...0xDFFF).contains(first) else { return .scalar(first, length: 2) }
        guard first < 0xDC00 else { return .invalid(length: 2) }
        guard bytes.count >= 4 else { return isAtEnd ? .invalid(length: 2) : .incomplete }
        let second = unit(2)
        guard (0xDC00...0xDFFF).contains(second) else { return .invalid(length: 2) }
        return .scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), length: 4)
    }

    /// Writes a text as UTF-8; bytes that are no character become `invalidMark`.
    ///
    /// - Parameters:
    ///   - output: room for three bytes for each of the text.
    ///   - isAtEnd: whether nothing follows the text, so that all of it is read.
    /// - Returns: how many bytes were read, up to an incomplete character, and written.
    func writeUTF8(
        _ text: ByteView, to output: Room<UInt8>, isAtEnd: Bool
    ) -> (read: Int, written: Int) {
        var position = 0
        var written = 0
        while position < text.count {
            if case .gb18030 = self {
                let ascii = UTF8Check.asciiPrefix(text.from(position))
                output.from(written).copy(text.part(position..<position + ascii))
                position += ascii
                written += ascii
                guard position < text.count else { break }
            }
            switch next(text.from(position), isAtEnd: isAtEnd) {
            case .scalar(let scalar, let length):
                written += CharacterDecoder.writeUTF8(scalar, to: output.from(written))
                position += length
            case .invalid(let length):
                output[written] = CharacterDecoder.invalidMark
                written += 1
                position += length
            case .incomplete:
                return (position, written)
            }
        }
        return (position, written)
    }

    /// How many bytes of UTF-8 a character takes.
    static func utf8Length(_ scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }

    /// Writes a character as UTF-8.
    ///
    /// - Parameter output: room for four bytes.
    /// - Returns: how many bytes were written.
    @inline(__always)
    static func writeUTF8(_ scalar: UInt32, to output: Room<UInt8>) -> Int {
        if scalar < 0x80 {
            output[0] = UInt8(scalar)
            return 1
        }
        if scalar < 0x800 {
            output[0] = UInt8(0xC0 | scalar >> 6)
            output[1] = UInt8(0x80 | scalar & 0x3F)
            return 2
        }
        if scalar < 0x10000 {
            output[0] = UInt8(0xE0 | scalar >> 12)
            output[1] = UInt8(0x80 | scalar >> 6 & 0x3F)
            output[2] = UInt8(0x80 | scalar & 0x3F)
            return 3
        }
        output[0] = UInt8(0xF0 | scalar >> 18)
        output[1] = UInt8(0x80 | scalar >> 12 & 0x3F)
        output[2] = UInt8(0x80 | scalar >> 6 & 0x3F)
        output[3] = UInt8(0x80 | scalar & 0x3F)
        return 4
    }
}
