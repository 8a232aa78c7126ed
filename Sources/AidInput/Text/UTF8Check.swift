/// Tells whether bytes are valid UTF-8, and where they first are not.
///
/// - Source: The Unicode Standard, table 3-7, “Well-Formed UTF-8 Byte Sequences”.
package enum UTF8Check {
    /// What stands at the start of some bytes that do not begin with ASCII.
    ///
    /// - Parameter count: at least 1.
    @inline(__always)
    static func next(_ text: ByteView, isAtEnd: Bool) -> DecodedCharacter {
        let lead = text[0]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            second = 0xA0...0xBF
        case 0xED:
            length = 3
            second = 0x80...0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            second = 0x90...0xBF
        case 0xF4:
            length = 4
            second = 0x80...0x8F
        case 0xF1...0xF3: length = 4
        default: return .invalid(length: 1)
        }
        var index = 1
        while index < length {
            guard index < text.count else { return isAtEnd ? .invalid(length: index) : .incomplete }
            guard (index == 1 ? second : 0x80...0xBF).contains(text[index]) else { return .invalid(length: index) }
            index += 1
        }
        // The scalar itself is of no interest here.
        return .scalar(0, length: length)
    }

    /// How many bytes from the start are ASCII.
    @inline(__always)
    static func asciiPrefix(_ text: ByteView) -> Int {
        var index = 0
        while index + 8 <= text.count {
            let high = text.word(at: index) & 0x8080_8080_8080_8080
            // The first byte of the word is its lowest.
            if high != 0 { return index + high.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < text.count, text[index] < 0x80 { index += 1 }
        return index
    }

    /// The index of the first byte that is not valid UTF-8, or nil.
    static func firstInvalid(_ text: ByteView) -> Int? {
        var index = 0
        while true {
            index += asciiPrefix(text.from(index))
            if index == text.count { return nil }
            guard case .scalar(_, let length) = next(text.from(index), isAtEnd: true) else {
                return index
            }
            index += length
        }
    }
}
