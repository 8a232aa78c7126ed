/// The fields of one record, in one buffer that is used again for the next.
///
///     bytes     │ H Z 0 0 1 │ 1 1 0 1 0 … │ 2 0 2 3 - 0 4 - 0 5 │
///     fieldEnds             5            23                    33
///
/// Readers fill it, consumers look at it; nobody keeps it. The bytes are UTF-8, or
/// were not valid in the file's encoding, which the reader says of the record.
package struct RecordBuffer: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    package private(set) var byteCount = 0
    private var fieldEnds: ContiguousArray<Int> = []
    /// What the reader says of the line; `usual` where there are no lines.
    package var line = LineKind.usual

    package init() {
        capacity = 4096
        bytes = .allocate(capacity: capacity)
    }

    deinit {
        bytes.deallocate()
    }

    package var fieldCount: Int { fieldEnds.count }

    /// The bytes of one field, valid until the buffer changes.
    package func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = index == 0 ? 0 : fieldEnds[index - 1]
        return UnsafeBufferPointer(start: bytes + start, count: fieldEnds[index] - start)
    }

    /// The bytes of all fields, one after the other.
    package var allBytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes, count: byteCount)
    }

    package mutating func removeAll() {
        byteCount = 0
        line = .usual
        fieldEnds.removeAll(keepingCapacity: true)
    }

    package mutating func append(_ byte: UInt8) {
        if byteCount == capacity { grow(toHold: 1) }
        bytes[byteCount] = byte
        byteCount += 1
    }

    package mutating func append(_ source: UnsafePointer<UInt8>, count: Int) {
        if byteCount + count > capacity { grow(toHold: count) }
        (bytes + byteCount).update(from: source, count: count)
        byteCount += count
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
        _ text: UnsafeBufferPointer<UInt8>, _ encoding: SpanEncoding, hasDoubledQuotes: Bool
    ) {
        var position = 0
        while position < text.count, let start = text.baseAddress {
            // Up to and with the first quote of a pair; then its second is passed over.
            var end = text.count
            if hasDoubledQuotes {
                end = position
                while end < text.count, text[end] != UInt8(ascii: "\"") { end += 1 }
                end = min(end + 1, text.count)
            }
            append(UnsafeBufferPointer(start: start + position, count: end - position), encoding)
            position = end + 1
        }
        endField()
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ encoding: SpanEncoding) {
        guard let start = text.baseAddress else { return }
        switch encoding {
        case .utf8: append(start, count: text.count)
        case .gb18030(let table):
            // A byte of GB18030 becomes three of UTF-8 at most.
            if byteCount + text.count * 3 > capacity { grow(toHold: text.count * 3) }
            byteCount += CharacterDecoder.gb18030(table).writeUTF8(text, to: bytes + byteCount, isAtEnd: true).written
        }
    }

    private mutating func grow(toHold more: Int) {
        let newCapacity = max(capacity * 2, byteCount + more)
        let newBytes = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        newBytes.update(from: bytes, count: byteCount)
        bytes.deallocate()
        bytes = newBytes
        capacity = newCapacity
    }
}
