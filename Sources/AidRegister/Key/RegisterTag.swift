package import AidModel

/// What the register keeps in place of a claim number or of a person's document: the first 128
/// bits of an HMAC under the register's key.
///
/// Equal texts have equal tags, and nobody without the key can tell the text. 128 bits do not
/// meet by chance.
package struct RegisterTag: Sendable, Hashable, BitwiseCopyable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(_ key: ExactKey) {
        self.init(high: key.high, low: key.low)
    }

    /// The tag as the key of a claim. In a run with a register all claims have such keys.
    package var claimKey: ExactKey { ExactKey(high: high, low: low) }

    /// What stands in the table where a person was forgotten.
    static let forgotten = RegisterTag(high: 0, low: 0)

    package static func == (lhs: RegisterTag, rhs: RegisterTag) -> Bool {
        lhs.high == rhs.high && lhs.low == rhs.low
    }
}

extension LittleEndianBytes {
    mutating func append(_ tag: RegisterTag) {
        append(tag.high)
        append(tag.low)
    }
}

extension LittleEndianReader {
    mutating func nextTag() -> RegisterTag? {
        guard let high = next(UInt64.self), let low = next(UInt64.self) else { return nil }
        return RegisterTag(high: high, low: low)
    }
}
