/// Cleans the bytes of a field (rule 1 of counting).
///
/// White space at both ends goes, full-width space included; then a spreadsheet's text
/// guards, `="…"` and a leading `'`, with the white space within them; full-width digits
/// and letters become half-width. What cannot be seen is taken out before all this, so that
/// it neither makes two texts of one nor hides a guard.
package struct FieldCleaner: ~Copyable {
    /// What a field is read as.
    package enum Meaning {
        /// A text that is compared with others: characters that are to be ignored and control
        /// characters go, wherever they stand.
        case key
        /// A date or an amount: a control character between digits separates them, so it stays,
        /// and makes them neither; at the ends it goes.
        case number
    }

    private var scratch = OwnedRoom<UInt8>(count: 256)
    /// Whether something invisible was taken out of the field that was cleaned last; white space at its ends is
    /// nothing of that kind.
    package private(set) var tookOutInvisible = false

    package init() {}

    /// The cleaned field: a part of the bytes given, or of this cleaner's own buffer, so
    /// valid until either changes.
    ///
    /// - Parameter field: valid UTF-8.
    package mutating func clean(
        _ field: ByteView, as meaning: Meaning = .key
    ) -> ByteView {
        tookOutInvisible = false
        let text = FieldCleaner.withoutGuards(field)
        let visible = InvisibleCharacters.visibleASCIIPrefix(text)
        if visible == text.count { return text }
        guard FieldCleaner.holdsInvisible(text, from: visible, meaning) else { return halfWidth(text, from: visible) }
        tookOutInvisible = true
        let cleaned = FieldCleaner.withoutGuards(
            withoutInvisible(field, meaning), trimsControls: meaning == .number)
        return halfWidth(cleaned, from: 0)
    }

    /// A cleaned text of a pipeline file, to be compared with one of an export.
    package static func cleaned(_ text: String) -> String {
        var cleaner = FieldCleaner()
        return text.utf8.withByteView { String(decoding: cleaner.clean($0), as: UTF8.self) }
    }

    /// Takes off what stands around a text.
    private static func withoutGuards(
        _ field: ByteView, trimsControls: Bool = false
    ) -> ByteView {
        var text = trim(field, trimsControls)
        if text.count >= 3, text[0] == UInt8(ascii: "="), text[1] == UInt8(ascii: "\""),
            text[text.count - 1] == UInt8(ascii: "\"")
        {
            text = trim(text.part(2..<text.count - 1), trimsControls)
        }
        if text.count >= 1, text[0] == UInt8(ascii: "'") {
            text = trim(text.from(1), trimsControls)
        }
        return text
    }

    /// Whether there is something to be taken out.
    ///
    /// - Parameter text: without white space at its ends.
    private static func holdsInvisible(
        _ text: ByteView, from first: Int, _ meaning: Meaning
    ) -> Bool {
        var position = first
        while position < text.count {
            if InvisibleCharacters.ignorableLength(text, at: position) > 0 { return true }
            if meaning == .key, InvisibleCharacters.controlLength(text, at: position) > 0 { return true }
            position += 1
        }
        return meaning == .number
            && (InvisibleCharacters.controlLength(text, at: 0) > 0
                || InvisibleCharacters.controlLength(text, before: text.count, start: 0) > 0)
    }

    /// Copies a text without what is to be taken out wherever it stands.
    private mutating func withoutInvisible(
        _ text: ByteView, _ meaning: Meaning
    ) -> ByteView {
        makeRoom(for: text.count)
        var written = 0
        var position = 0
        while position < text.count {
            var length = InvisibleCharacters.ignorableLength(text, at: position)
            if length == 0, meaning == .key { length = InvisibleCharacters.controlLength(text, at: position) }
            if length > 0 {
                position += length
                continue
            }
            scratch[written] = text[position]
            written += 1
            position += 1
        }
        return scratch.room.part(0..<written).view
    }

    private mutating func makeRoom(for count: Int) {
        if scratch.count < count { scratch = OwnedRoom(count: count * 2) }
    }

    /// Copies a text with its full-width digits and letters made half-width.
    ///
    /// - Parameter text: may lie in the scratch itself: nothing is written behind what is read.
    private mutating func halfWidth(_ text: ByteView, from first: Int) -> ByteView {
        // Only if there is one: Chinese text is common, full-width digits are not.
        var position = first
        while position < text.count, text[position] != 0xEF { position += 1 }
        if position == text.count { return text }
        makeRoom(for: text.count)
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
        return scratch.room.part(0..<written).view
    }

    /// The digit or letter whose full-width form (U+FF10 … U+FF5A) stands at a place.
    private static func halfWidthByte(_ text: ByteView, at position: Int) -> UInt8? {
        guard text[position] == 0xEF, position + 2 < text.count else { return nil }
        let last = text[position + 2]
        switch (text[position + 1], last) {
        case (0xBC, 0x90...0x99): return last - 0x90 + UInt8(ascii: "0")
        case (0xBC, 0xA1...0xBA): return last - 0xA1 + UInt8(ascii: "A")
        case (0xBD, 0x81...0x9A): return last - 0x81 + UInt8(ascii: "a")
        default: return nil
        }
    }

    private static func trim(
        _ text: ByteView, _ trimsControls: Bool
    ) -> ByteView {
        var start = 0
        var end = text.count
        while start < end {
            var length = spaceLength(text, at: start, end: end)
            if length == 0, trimsControls { length = InvisibleCharacters.controlLength(text, at: start) }
            if length == 0 { break }
            start += length
        }
        while start < end {
            var length = spaceLength(text, before: end, start: start)
            if length == 0, trimsControls {
                length = InvisibleCharacters.controlLength(text, before: end, start: start)
            }
            if length == 0 { break }
            end -= length
        }
        return text.part(start..<end)
    }

    /// How many bytes of white space begin at a place: 0 to 3.
    ///
    /// - Source: the Unicode property White_Space.
    private static func spaceLength(_ text: ByteView, at index: Int, end: Int) -> Int {
        let first = text[index]
        if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
        if first < 0xC2 || index + 1 >= end { return 0 }
        let second = text[index + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        if index + 2 >= end { return 0 }
        let third = text[index + 2]
        switch (first, second, third) {
        case (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
            (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F):
            return 3
        default: return 0
        }
    }

    private static func spaceLength(_ text: ByteView, before end: Int, start: Int) -> Int {
        if text[end - 1] < 0x80 { return spaceLength(text, at: end - 1, end: end) }
        for length in 2...3 where end - length >= start {
            if spaceLength(text, at: end - length, end: end) == length { return length }
        }
        return 0
    }
}
