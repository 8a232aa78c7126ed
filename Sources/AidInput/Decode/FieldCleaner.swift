/// Cleans the bytes of a field (rule 1 of counting).
///
/// White space at both ends goes, full-width space included; then a spreadsheet's text
/// guards, `="…"` and a leading `'`, with the white space within them; full-width digits
/// and letters become half-width.
package struct FieldCleaner: ~Copyable {
    private var scratch: UnsafeMutablePointer<UInt8>
    private var capacity = 256

    package init() {
        scratch = .allocate(capacity: capacity)
    }

    deinit {
        scratch.deallocate()
    }

    /// The cleaned field: a part of the bytes given, or of this cleaner's own buffer, so
    /// valid until either changes.
    ///
    /// - Parameter field: valid UTF-8.
    package mutating func clean(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var text = FieldCleaner.trim(field)
        if text.count >= 3, text[0] == UInt8(ascii: "="), text[1] == UInt8(ascii: "\""),
            text[text.count - 1] == UInt8(ascii: "\"")
        {
            text = FieldCleaner.trim(UnsafeBufferPointer(rebasing: text[2..<text.count - 1]))
        }
        if text.count >= 1, text[0] == UInt8(ascii: "'") {
            text = FieldCleaner.trim(UnsafeBufferPointer(rebasing: text[1...]))
        }
        guard let start = text.baseAddress else { return text }
        let ascii = UTF8Check.asciiPrefix(start, count: text.count)
        return ascii == text.count ? text : halfWidth(text, from: ascii)
    }

    /// A cleaned text of a pipeline file, to be compared with one of an export.
    static func cleaned(_ text: String) -> String {
        var text = text
        var cleaner = FieldCleaner()
        return text.withUTF8 { String(decoding: cleaner.clean($0), as: UTF8.self) }
    }

    /// Copies a text with its full-width digits and letters made half-width.
    private mutating func halfWidth(_ text: UnsafeBufferPointer<UInt8>, from first: Int) -> UnsafeBufferPointer<UInt8> {
        // Only if there is one: Chinese text is common, full-width digits are not.
        var position = first
        while position < text.count, text[position] != 0xEF { position += 1 }
        if position == text.count { return text }
        if capacity < text.count {
            scratch.deallocate()
            capacity = text.count * 2
            scratch = .allocate(capacity: capacity)
        }
        var written = 0
        position = 0
        while position < text.count {
            if let byte = FieldCleaner.halfWidthByte(text, at: position) {
                scratch[written] = byte
                position += 3
            } else {
                scratch[written] = text[position]
                position += 1
            }
            written += 1
        }
        return UnsafeBufferPointer(start: scratch, count: written)
    }

    /// The digit or letter whose full-width form (U+FF10 … U+FF5A) stands at a place.
    private static func halfWidthByte(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt8? {
        guard text[position] == 0xEF, position + 2 < text.count else { return nil }
        let last = text[position + 2]
        switch (text[position + 1], last) {
        case (0xBC, 0x90...0x99): return last - 0x90 + UInt8(ascii: "0")
        case (0xBC, 0xA1...0xBA): return last - 0xA1 + UInt8(ascii: "A")
        case (0xBD, 0x81...0x9A): return last - 0x81 + UInt8(ascii: "a")
        default: return nil
        }
    }

    private static func trim(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = text.count
        while start < end {
            let length = spaceLength(text, at: start, end: end)
            if length == 0 { break }
            start += length
        }
        while start < end {
            let length = spaceLength(text, before: end, start: start)
            if length == 0 { break }
            end -= length
        }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    /// How many bytes of white space begin at a place: 0 to 3.
    ///
    /// - Source: the Unicode property White_Space, and U+FEFF, which spreadsheets leave behind.
    private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
        let first = text[index]
        if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
        if first < 0xC2 || index + 1 >= end { return 0 }
        let second = text[index + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        if index + 2 >= end { return 0 }
        let third = text[index + 2]
        switch (first, second, third) {
        case (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
            (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }

    private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, before end: Int, start: Int) -> Int {
        if text[end - 1] < 0x80 { return spaceLength(text, at: end - 1, end: end) }
        for length in 2...3 where end - length >= start {
            if spaceLength(text, at: end - length, end: end) == length { return length }
        }
        return 0
    }
}
