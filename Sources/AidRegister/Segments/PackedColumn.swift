import AidModel

/// Numbers of one width in bits, one after the other, the first in the lowest bits.
///
/// - Shape: a width from 0 to 56, which one load of eight bytes reaches from any bit of a byte, or 64.
enum PackedColumn {
    /// The width that numbers up to this one take.
    static func width(upTo highest: UInt64) -> Int {
        let needed = UInt64.bitWidth - highest.leadingZeroBitCount
        return needed > 56 ? 64 : needed
    }

    static func isWidth(_ width: Int) -> Bool { (0...56).contains(width) || width == 64 }

    static func byteCount(width: Int, rowCount: Int) -> Int { (width * rowCount + 7) / 8 }

    /// Appends one number a row.
    static func append(
        width: Int, rowCount: Int, to bytes: inout LittleEndianBytes, _ number: (Int) -> UInt64
    ) {
        bytes.append(count: byteCount(width: width, rowCount: rowCount)) { column in
            var pending: UInt64 = 0
            var pendingBits = 0
            var offset = 0
            for row in 0..<rowCount {
                var number = number(row)
                var left = width
                while left > 0 {
                    let taken = min(left, 64 - pendingBits)
                    pending |= number << UInt64(pendingBits)
                    number = taken == 64 ? 0 : number >> UInt64(taken)
                    pendingBits += taken
                    left -= taken
                    if pendingBits == 64 {
                        column.storeBytes(of: pending.littleEndian, toByteOffset: offset, as: UInt64.self)
                        offset += 8
                        pending = 0
                        pendingBits = 0
                    }
                }
            }
            while pendingBits > 0 {
                column[offset] = UInt8(truncatingIfNeeded: pending)
                pending >>= 8
                offset += 1
                pendingBits -= 8
            }
        }
    }
}

/// Takes the numbers of a packed column one after the other.
struct PackedCursor {
    private let column: UnsafeRawPointer
    private let width: Int
    private let mask: UInt64
    private var bit = 0

    /// - Parameter column: behind its last number at least seven more bytes can be read.
    init(_ column: UnsafeRawPointer, width: Int) {
        self.column = column
        self.width = width
        mask = width == 64 ? .max : (1 << UInt64(width)) - 1
    }

    /// The next number; called no more often than the column has rows, which keeps the load in bounds.
    @inline(__always)
    mutating func next() -> UInt64 {
        let word = UInt64(littleEndian: (column + (bit &>> 3)).loadUnaligned(as: UInt64.self))
        let number = word &>> UInt64(truncatingIfNeeded: bit & 7) & mask
        bit &+= width
        return number
    }
}
