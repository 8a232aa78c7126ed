/// Numbers and texts written one after the other, each number with its lowest byte first.
struct LittleEndianBytes {
    private(set) var array: [UInt8] = []

    mutating func removeAll() { array.removeAll(keepingCapacity: true) }

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { array.append(contentsOf: $0) }
    }

    /// A text after its number of bytes.
    mutating func append(_ text: String) {
        append(UInt32(text.utf8.count))
        array.append(contentsOf: text.utf8)
    }

    mutating func append(_ tag: RegisterTag) {
        append(tag.high)
        append(tag.low)
    }

    /// Writes over a number that is there already.
    mutating func replace(at offset: Int, by number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes in
            for (index, byte) in bytes.enumerated() { array[offset + index] = byte }
        }
    }

    /// Adds room, and lets it be written to.
    mutating func append(count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
        let start = array.count
        array.append(contentsOf: repeatElement(0, count: count))
        array.withUnsafeMutableBytes { write(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    }
}

/// Reads what `LittleEndianBytes` has written; nil where too little is left.
struct LittleEndianReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard bytes.count - offset >= size else { return nil }
        defer { offset += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    mutating func nextText() -> String? {
        guard let count = next(UInt32.self), bytes.count - offset >= Int(count) else { return nil }
        defer { offset += Int(count) }
        return String(validating: bytes[offset..<offset + Int(count)], as: UTF8.self)
    }

    mutating func nextTag() -> RegisterTag? {
        guard let high = next(UInt64.self), let low = next(UInt64.self) else { return nil }
        return RegisterTag(high: high, low: low)
    }

    /// The next bytes as they lie.
    mutating func nextBytes(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, bytes.count - offset >= count else { return nil }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }
}
