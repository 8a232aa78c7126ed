/// The fields of one record, in one buffer that is used again for the next.
///
///     bytes     │ H Z 0 0 1 │ 1 1 0 1 0 … │ 2 0 2 3 - 0 4 - 0 5 │
///     fieldEnds             5            23                    33
///
/// Readers fill it, consumers look at it; nobody keeps it. The bytes are UTF-8, or
/// were not valid in the file's encoding, which the reader says of the record.
package struct RecordBuffer: ~Copyable {
    private var bytes = OwnedRoom<UInt8>(count: 4096)
    package private(set) var byteCount = 0
    private var fieldEnds: ContiguousArray<Int> = []
    /// What the reader says of the line; `usual` where there are no lines.
    package var line = LineKind.usual

    package init() {}

    package var fieldCount: Int { fieldEnds.count }

    /// The bytes of one field, valid until the buffer changes.
    package func field(_ index: Int) -> ByteView {
        let start = index == 0 ? 0 : fieldEnds[index - 1]
        return bytes(start..<fieldEnds[index])
    }

    /// Some of the bytes of all fields, which lie one after the other.
    func bytes(_ range: Range<Int>) -> ByteView {
        bytes.room.part(range).view
    }

    package mutating func removeAll() {
        byteCount = 0
        line = .usual
        fieldEnds.removeAll(keepingCapacity: true)
    }

    package mutating func append(_ byte: UInt8) {
        if byteCount == bytes.count { grow(toHold: 1) }
        bytes[byteCount] = byte
        byteCount += 1
    }

    package mutating func append(_ text: ByteView) {
        if byteCount + text.count > bytes.count { grow(toHold: text.count) }
        bytes.room.from(byteCount).copy(text)
        byteCount += text.count
    }

    /// Ends the field to which bytes were appended last.
    package mutating func endField() {
        fieldEnds.append(byteCount)
    }

    /// Appends a whole field as UTF-8.
    ///
    /// - Parameters:
    ///   - text: of an encoding in which a quote is never part of another character.
    ///   - hasDoubledQuotes: whether two quotes stand for one.
    mutating func appendField(
        _ text: ByteView, _ encoding: SpanEncoding, hasDoubledQuotes: Bool
    ) {
        var position = 0
        while position < text.count {
            // Up to and with the first quote of a pair; then its second is passed over.
            var end = text.count
            if hasDoubledQuotes {
                end = position
                while end < text.count, text[end] != UInt8(ascii: "\"") { end += 1 }
                end = min(end + 1, text.count)
            }
            append(text.part(position..<end), encoding)
            position = end + 1
        }
        endField()
    }

    private mutating func append(_ text: ByteView, _ encoding: SpanEncoding) {
        switch encoding {
        case .utf8: append(text)
        case .gb18030(let table):
            // A byte of GB18030 becomes three of UTF-8 at most.
            if byteCount + text.count * 3 > bytes.count { grow(toHold: text.count * 3) }
            byteCount +=
                CharacterDecoder.gb18030(table).writeUTF8(text, to: bytes.room.from(byteCount), isAtEnd: true).written
        }
    }

    private mutating func grow(toHold more: Int) {
        let grown = OwnedRoom<UInt8>(count: max(bytes.count * 2, byteCount + more))
        grown.room.copy(bytes(0..<byteCount))
        bytes = grown
    }
}
