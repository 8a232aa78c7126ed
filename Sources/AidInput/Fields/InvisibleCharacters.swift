/// Characters that nobody sees, in UTF-8: a text that holds one looks like another, and is not.
///
/// - Source: the Unicode property Default_Ignorable_Code_Point (17.0), and the category Cc.
enum InvisibleCharacters {
    /// How many bytes from the start are ASCII that can be seen, or a blank.
    @inline(__always)
    static func visibleASCIIPrefix(_ text: ByteView) -> Int {
        var index = 0
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        while index + 8 <= text.count {
            let word = text.word(at: index)
            // Above 0x7F; from 0x7F on as 0x7F + 1 is above, too; below 0x20. Nothing is carried from byte to byte.
            let low = word & ~high
            let isOther = word | (low &+ ones) | ~(low &+ (0x80 - 0x20) &* ones)
            if isOther & high != 0 { return index + (isOther & high).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < text.count, (0x20...0x7E).contains(text[index]) { index += 1 }
        return index
    }

    /// How many bytes the character takes that begins here, if it is to be ignored when it is not known how to
    /// show it: joiners, marks of direction, soft hyphens, variation selectors, fillers, tags; else 0.
    ///
    /// - Parameter index: of any byte; within a character there is none.
    @inline(__always)
    static func ignorableLength(_ text: ByteView, at index: Int) -> Int {
        // None begins like a Chinese character does.
        text[index] < 0xC2 || text[index] &- 0xE4 <= 0xEE - 0xE4 ? 0 : length(text, at: index)
    }

    private static func length(_ text: ByteView, at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch (text[index], byte(1)) {
        // U+00AD, U+034F, U+061C
        case (0xC2, 0xAD), (0xCD, 0x8F), (0xD8, 0x9C): return 2
        // U+115F, U+1160
        case (0xE1, 0x85): return (0x9F...0xA0).contains(byte(2)) ? 3 : 0
        // U+17B4, U+17B5
        case (0xE1, 0x9E): return (0xB4...0xB5).contains(byte(2)) ? 3 : 0
        // U+180B … U+180F
        case (0xE1, 0xA0): return (0x8B...0x8F).contains(byte(2)) ? 3 : 0
        // U+200B … U+200F, U+202A … U+202E
        case (0xE2, 0x80): return (0x8B...0x8F).contains(byte(2)) || (0xAA...0xAE).contains(byte(2)) ? 3 : 0
        // U+2060 … U+206F
        case (0xE2, 0x81): return (0xA0...0xAF).contains(byte(2)) ? 3 : 0
        // U+3164
        case (0xE3, 0x85): return byte(2) == 0xA4 ? 3 : 0
        // U+FE00 … U+FE0F
        case (0xEF, 0xB8): return (0x80...0x8F).contains(byte(2)) ? 3 : 0
        // U+FEFF
        case (0xEF, 0xBB): return byte(2) == 0xBF ? 3 : 0
        // U+FFA0
        case (0xEF, 0xBE): return byte(2) == 0xA0 ? 3 : 0
        // U+FFF0 … U+FFF8
        case (0xEF, 0xBF): return (0xB0...0xB8).contains(byte(2)) ? 3 : 0
        // U+1BCA0 … U+1BCA3
        case (0xF0, 0x9B): return byte(2) == 0xB2 && (0xA0...0xA3).contains(byte(3)) ? 4 : 0
        // U+1D173 … U+1D17A
        case (0xF0, 0x9D): return byte(2) == 0x85 && (0xB3...0xBA).contains(byte(3)) ? 4 : 0
        // U+E0000 … U+E0FFF
        case (0xF3, 0xA0): return 4
        default: return 0
        }
    }

    /// How many bytes the control character takes that begins here, a tab or a line end too; 0: there is none.
    @inline(__always)
    static func controlLength(_ text: ByteView, at index: Int) -> Int {
        let byte = text[index]
        if byte < 0x20 || byte == 0x7F { return 1 }
        // U+0080 … U+009F
        return byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0 ? 2 : 0
    }

    /// How many bytes the control character takes that ends before a place, and begins no earlier than another.
    static func controlLength(_ text: ByteView, before end: Int, start: Int) -> Int {
        if controlLength(text, at: end - 1) == 1 { return 1 }
        return end - 2 >= start && controlLength(text, at: end - 2) == 2 ? 2 : 0
    }
}
