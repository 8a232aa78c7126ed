import Glibc

/// Bytes that lie in memory somewhere else: a field, a record, a piece.
///
/// It takes the place of a span wherever one would have to be kept or given back. An index is from 0 to below
/// `count`, which a debug build checks; nothing else is to be known of the memory but that who gives a view out says how
/// long it is valid.
package struct ByteView: RandomAccessCollection {
    /// For C.
    let start: UnsafePointer<UInt8>
    package let count: Int

    @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    @inline(__always)
    package init(_ buffer: UnsafeBufferPointer<UInt8>) {
        // Of nothing, any address will do.
        self.init(start: buffer.baseAddress ?? ("" as StaticString).utf8Start, count: buffer.count)
    }

    /// A text of the program, which stays.
    init(_ text: StaticString) {
        self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    static var empty: ByteView { ByteView(UnsafeBufferPointer(start: nil, count: 0)) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    @inline(__always)
    package subscript(index: Int) -> UInt8 {
        assert(index >= 0 && index < count)
        return start[index]
    }

    /// The eight bytes from a place on, the first one lowest.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        assert(index >= 0 && index + 8 <= count)
        return UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
    }

    /// Some of the bytes, counted from 0 again.
    @inline(__always)
    package func part(_ range: Range<Int>) -> ByteView {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return ByteView(start: start + range.lowerBound, count: range.count)
    }

    /// The bytes from a place on.
    @inline(__always)
    package func from(_ index: Int) -> ByteView {
        assert(index >= 0 && index <= count)
        return ByteView(start: start + index, count: count &- index)
    }

    @inline(__always)
    func begins(with text: StaticString, at index: Int = 0) -> Bool {
        guard count - index >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount where self[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    @inline(__always)
    func isEqual(to text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && begins(with: text)
    }

    /// Where a byte stands for the first time from a place on; the search is the C library's.
    func first(_ byte: UInt8, from index: Int) -> Int? {
        memchr(start + index, CInt(byte), count - index).map { UnsafeRawPointer($0) - UnsafeRawPointer(start) }
    }

    func hasSameBytes(as other: ByteView) -> Bool {
        count == other.count && memcmp(start, other.start, count) == 0
    }

    package func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        try body(buffer)
    }

    /// For other modules.
    package var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(buffer) }

    /// For other modules.
    @inline(__always)
    package var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}

extension Collection<UInt8> {
    /// Views the elements; the view is valid during the call alone.
    package func withByteView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
        try withContiguousStorageIfAvailable { try body(ByteView($0)) }
            ?? Array(self).withUnsafeBufferPointer { try body(ByteView($0)) }
    }
}
