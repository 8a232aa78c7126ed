/// A claim number in 16 bytes: equal exactly when the texts are equal.
///
/// No hash can say so; a text therefore lies in the key itself wherever it fits,
/// and only longer ones are looked up in a table that hands out numbers.
///
///     127      120 119                                                 0
///     ┌───────────┬────────────────────────────────────────────────────┐
///     │   kind    │ the text packed, a number, or a number of the table│
///     └───────────┴────────────────────────────────────────────────────┘
///
/// | kind | payload |
/// | --- | --- |
/// | none | 0 |
/// | bytes | up to 15 bytes as they stand, the unused ones 0 and their number in the kind |
/// | digest | 120 bits of a digest, where a `KeyTable` is full |
/// | sixBit | up to 20 characters of `0-9 A-Z a-z -`, from 1 to 63 |
/// | table | the number that a `KeyTable` gave to a longer text |
/// | position | the place of a record that is a claim of its own |
@usableFromInline
package struct ExactKey: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline package let high: UInt64
    @usableFromInline package let low: UInt64

    @inlinable package static var none: ExactKey { ExactKey(high: 0, low: 0) }

    @inlinable package static var tableKind: UInt64 { 2 }
    @inlinable package static var positionKind: UInt64 { 3 }
    @inlinable package static var sixBitKind: UInt64 { 4 }
    static var digestKind: UInt64 { 5 }
    /// Kind 16 + n holds n bytes as they stand.
    @inlinable package static var bytesKind: UInt64 { 16 }

    /// A key from its bits, for a decoder that packs texts as `init(packing:)` does.
    @inlinable @inline(__always)
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    @inlinable @inline(__always)
    package init(_ position: SourcePosition) {
        self.init(high: ExactKey.positionKind << 56, low: position.bits)
    }

    @inlinable
    init(tableNumber: UInt64) {
        self.init(high: ExactKey.tableKind << 56, low: tableNumber)
    }

    init(digestLow low: UInt64, high: UInt64) {
        self.init(high: ExactKey.digestKind << 56 | high >> 8, low: low)
    }

    // Written out to be inlined in other modules, where every sort and every look-up asks.
    @inlinable @inline(__always)
    package static func == (lhs: ExactKey, rhs: ExactKey) -> Bool {
        lhs.high == rhs.high && lhs.low == rhs.low
    }

    @inlinable @inline(__always) package var isNone: Bool { high == 0 && low == 0 }

    /// A number from which partitions are picked; equal keys have equal ones.
    @inlinable @inline(__always)
    package var mixed: UInt64 {
        mixBits(low ^ (high &* 0x9E37_79B9_7F4A_7C15))
    }

    /// An order without meaning, to bring equal keys together.
    @inlinable @inline(__always)
    package static func precedes(_ lhs: ExactKey, _ rhs: ExactKey) -> Bool {
        lhs.high != rhs.high ? lhs.high < rhs.high : lhs.low < rhs.low
    }
}

extension ExactKey {
    /// The key of a short text, or nil where the text needs a table.
    ///
    /// - Parameter text: not empty.
    @inlinable @inline(__always)
    package init?(packing text: UnsafeBufferPointer<UInt8>) {
        if text.count <= 15 {
            var high: UInt64 = 0
            var low: UInt64 = 0
            for byte in text {
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(byte)
            }
            self.init(high: (ExactKey.bytesKind + UInt64(text.count)) << 56 | high, low: low)
            return
        }
        guard text.count <= 20 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for byte in text {
            guard let code = SixBit.code(of: byte) else { return nil }
            high = high << 6 | low >> 58
            low = low << 6 | code
        }
        self.init(high: ExactKey.sixBitKind << 56 | high, low: low)
    }
}
