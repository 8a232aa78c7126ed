/// Bytes in memory, with 64 more behind their end that can be read.
///
///     ┌── start             ┌── count
///     ┌─────────────────────┬──────────────────┐
///     │ text                │ 64 bytes, of any │
///     └─────────────────────┴──────────────────┘
///
/// So a short text is looked at a word at a time, or a block at a time in C, wherever it ends; whoever reads it masks
/// off what stands behind it. A part of such bytes is such bytes again.
///
/// Precondition, of everything here: whoever makes one has the 64 bytes, and keeps all of them in place while it is
/// used. An index is from 0 to below `count` + 64, which a debug build checks.
struct PaddedBytes {
    static let padding = 64

    /// For C.
    let start: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    /// The first bytes of room that has 64 more.
    init(_ room: Room<UInt8>, count: Int) {
        assert(count + PaddedBytes.padding <= room.count)
        self.init(start: room.start, count: count)
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
        assert(index >= 0 && index < count + PaddedBytes.padding)
        return start[index]
    }

    /// The eight bytes from a place on, the first one lowest.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        assert(index >= 0 && index + 8 <= count + PaddedBytes.padding)
        return UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
    }

    /// The text of a field.
    @inline(__always)
    func part(_ span: FieldSpan) -> PaddedBytes {
        assert(span.start <= span.end && span.end <= count)
        return PaddedBytes(start: start + Int(span.start), count: span.count)
    }

    /// The bytes alone.
    @inline(__always)
    var view: ByteView { ByteView(start: start, count: count) }
}
