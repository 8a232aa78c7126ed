/// Where a record stands in the input as a whole: which file, which byte.
///
/// Positions compare in input order, which is what decides between two versions
/// of one claim; so they are part of every claim, and eight bytes small.
///
///     63            44 43                                          0
///     ┌───────────────┬─────────────────────────────────────────────┐
///     │ file (20 bit) │ first byte in the file, as UTF-8 (44 bit)   │
///     └───────────────┴─────────────────────────────────────────────┘
///
/// - Units: the offset counts bytes of the file's text as UTF-8. For a file in
///   another encoding that is not the offset on disk, which a reject carries.
@usableFromInline
package struct SourcePosition: Sendable, Hashable, Comparable, BitwiseCopyable {
    @usableFromInline package let bits: UInt64

    package static let fileLimit = 1 << 20
    package static let offsetLimit = 1 << 44

    /// - Parameters:
    ///   - fileIndex: the file's place in the list of inputs, from 0.
    ///   - textOffset: the record's first byte, counted in the file's text as UTF-8.
    @inlinable @inline(__always)
    package init(fileIndex: Int, textOffset: Int) {
        bits = UInt64(truncatingIfNeeded: fileIndex) << 44 | UInt64(truncatingIfNeeded: textOffset)
    }

    @inlinable @inline(__always)
    package init(bits: UInt64) {
        self.bits = bits
    }

    @inlinable @inline(__always) package var fileIndex: Int { Int(truncatingIfNeeded: bits >> 44) }
    @inlinable @inline(__always) package var textOffset: Int { Int(truncatingIfNeeded: bits & (1 << 44 - 1)) }

    @inlinable @inline(__always)
    package static func < (lhs: SourcePosition, rhs: SourcePosition) -> Bool {
        lhs.bits < rhs.bits
    }
}

extension SourcePosition: Codable {
    @usableFromInline
    package init(from decoder: any Decoder) throws {
        self.init(bits: try decoder.singleValueContainer().decode(UInt64.self))
    }

    @usableFromInline
    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(bits)
    }
}
