/// Numbers and texts written one after the other, each number with its lowest byte first.
package struct LittleEndianBytes: Sendable {
    package private(set) var array: [UInt8] = []

    package init() {}

    package mutating func removeAll() { array.removeAll(keepingCapacity: true) }

    package mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { array.append(contentsOf: $0) }
    }

    // Written out for numbers of the usual size, which other modules append by the million.
    package mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { array.append(contentsOf: $0) }
    }

    /// A text after its number of bytes.
    package mutating func append(_ text: String) {
        append(UInt32(text.utf8.count))
        array.append(contentsOf: text.utf8)
    }

    /// Bytes after their number.
    package mutating func append(counted bytes: some Collection<UInt8>) {
        append(UInt32(bytes.count))
        array.append(contentsOf: bytes)
    }

    /// Bytes as they stand.
    package mutating func append(bytes: [UInt8]) {
        array.append(contentsOf: bytes)
    }

    /// Writes over a number that is there already.
    package mutating func replace(at offset: Int, by number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes in
            for (index, byte) in bytes.enumerated() { array[offset + index] = byte }
        }
    }

    /// Adds room, and lets it be written to.
    package mutating func append(count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        let start = array.count
        array.append(contentsOf: repeatElement(0, count: count))
        array.withUnsafeMutableBytes { write(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    }
}

/// Reads what `LittleEndianBytes` has written; nil where too little is left.
package struct LittleEndianReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    package init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    package var isAtEnd: Bool { offset == bytes.count }

    package mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard bytes.count - offset >= size else { return nil }
        defer { offset += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    // Written out for the size that other modules read by the million.
    package mutating func next(_: UInt64.Type) -> UInt64? {
        guard bytes.count - offset >= 8 else { return nil }
        defer { offset += 8 }
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    package mutating func nextText() -> String? {
        guard let count = next(UInt32.self), bytes.count - offset >= Int(count) else { return nil }
        defer { offset += Int(count) }
        return String(validating: bytes[offset..<offset + Int(count)], as: UTF8.self)
    }

    /// The next bytes as they lie.
    package mutating func nextBytes(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, bytes.count - offset >= count else { return nil }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }
}

/// Bytes that say what they cannot mean.
package struct DamagedBytes: Error {
    package init() {}
}

/// The same for what comes in many kinds one after the other: where one is not there, nothing is.
extension LittleEndianReader {
    package mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _: Number.Type = Number.self
    ) throws(DamagedBytes) -> Number {
        guard let number = next(Number.self) else { throw DamagedBytes() }
        return number
    }

    /// A number of things, of which each takes some bytes: no more than there can be.
    package mutating func count(ofByteCount byteCount: Int = 1) throws(DamagedBytes) -> Int {
        let count = try number(UInt64.self)
        guard count <= UInt64((bytes.count - offset) / byteCount) else { throw DamagedBytes() }
        return Int(count)
    }

    package mutating func text() throws(DamagedBytes) -> String {
        guard let text = nextText() else { throw DamagedBytes() }
        return text
    }

    /// Bytes after their number.
    package mutating func countedBytes() throws(DamagedBytes) -> UnsafeRawBufferPointer {
        let count = Int(try number(UInt32.self))
        guard let bytes = nextBytes(count) else { throw DamagedBytes() }
        return bytes
    }

    package mutating func flag() throws(DamagedBytes) -> Bool {
        let byte = try number(UInt8.self)
        guard byte <= 1 else { throw DamagedBytes() }
        return byte == 1
    }

    package mutating func list<Element>(
        _ element: (inout LittleEndianReader) throws(DamagedBytes) -> Element
    ) throws(DamagedBytes) -> [Element] {
        var list: [Element] = []
        for _ in 0..<(try count()) { list.append(try element(&self)) }
        return list
    }
}

extension LittleEndianBytes {
    package mutating func append(flag: Bool) { append(flag ? 1 as UInt8 : 0) }

    package mutating func append<Element>(
        list: some Collection<Element>, _ element: (inout LittleEndianBytes, Element) -> Void
    ) {
        append(UInt64(list.count))
        for one in list { element(&self, one) }
    }
}
