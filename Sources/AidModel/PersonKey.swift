/// A person in 8 bytes: equal exactly when the documents are equal.
///
///     63    60 59                                  0
///     ┌───────┬─────────────────────────────────────┐
///     │ kind  │ a number, a packed text, or a number│
///     │       │ of the table                        │
///     └───────┴─────────────────────────────────────┘
///
/// | kind | payload |
/// | --- | --- |
/// | residentID | the 17 digits of a resident ID, below 2^57; all zero is nobody |
/// | sixBit | up to 10 characters of `0-9 A-Z a-z -`, from 1 to 63 |
/// | table | the number that a `KeyTable` gave to a longer text |
/// | digest | 60 bits of a digest, where a `KeyTable` is full |
/// | register | in a run with a register, the person's number in it |
@usableFromInline
package struct PersonKey: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline package let bits: UInt64

    /// Nobody who can be counted.
    @inlinable package static var none: PersonKey { PersonKey(bits: 0) }

    @inlinable static var sixBitKind: UInt64 { 1 }
    @inlinable static var tableKind: UInt64 { 2 }
    @inlinable static var registerKind: UInt64 { 3 }
    static var digestKind: UInt64 { 4 }

    @inlinable @inline(__always)
    package init(bits: UInt64) {
        self.bits = bits
    }

    @inlinable @inline(__always)
    package init(_ id: ResidentID) {
        bits = id.number
    }

    @inlinable
    init(tableNumber: UInt64) {
        bits = PersonKey.tableKind << 60 | tableNumber
    }

    /// - Parameter digest: below 2^60.
    init(digest: UInt64) {
        bits = PersonKey.digestKind << 60 | digest
    }

    /// The key of a person of a register.
    ///
    /// - Parameter registerIndex: from 0, below 2^32.
    @inlinable @inline(__always)
    package init(registerIndex: Int) {
        bits = PersonKey.registerKind << 60 | UInt64(UInt32(registerIndex))
    }

    /// The person's number in the register; nil for nobody, and for a person who is not of a register.
    @inlinable @inline(__always)
    package var registerIndex: Int? {
        bits >> 60 == PersonKey.registerKind ? Int(UInt32(truncatingIfNeeded: bits)) : nil
    }

    /// The key of a short text, or nil where the text needs a table.
    ///
    /// - Parameter text: not empty.
    init?(packing text: UnsafeBufferPointer<UInt8>) {
        guard text.count <= 10 else { return nil }
        var packed: UInt64 = 0
        for byte in text {
            guard let code = SixBit.code(of: byte) else { return nil }
            packed = packed << 6 | code
        }
        bits = PersonKey.sixBitKind << 60 | packed
    }

    @inlinable @inline(__always) package var isNone: Bool { bits == 0 }

    /// Whether the person is known by another text than a resident ID.
    @inlinable @inline(__always) package var isOtherDocument: Bool { bits >> 60 != 0 }

    @inlinable @inline(__always)
    package static func == (lhs: PersonKey, rhs: PersonKey) -> Bool { lhs.bits == rhs.bits }

    /// A number from which partitions are picked; equal keys have equal ones.
    @inlinable @inline(__always) package var mixed: UInt64 { mixBits(bits) }
}

/// The finaliser of MurmurHash3 by A. Appleby. Its products are meant to wrap: only
/// their bits matter.
@inlinable @inline(__always)
package func mixBits(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits >> 33
    bits = bits &* 0xFF51_AFD7_ED55_8CCD
    bits ^= bits >> 33
    bits = bits &* 0xC4CE_B9FE_1A85_EC53
    return bits ^ (bits >> 33)
}

/// The characters of most document and claim numbers, `0-9 A-Z a-z -`, in six bits from 1.
@usableFromInline
package enum SixBit {
    @inlinable @inline(__always)
    package static func code(of byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0")) + 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "A")) + 11
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a")) + 37
        case UInt8(ascii: "-"): 63
        default: nil
        }
    }

    /// The character of a code from 1 to 63.
    static func character(of code: UInt64) -> UInt8 {
        switch UInt8(truncatingIfNeeded: code) {
        case let code where code <= 10: code - 1 + UInt8(ascii: "0")
        case let code where code <= 36: code - 11 + UInt8(ascii: "A")
        case let code where code <= 62: code - 37 + UInt8(ascii: "a")
        default: UInt8(ascii: "-")
        }
    }
}
