extension ExactKey {
    /// Whether a `KeyTable` has its text: not of a position, nor of a digest.
    package var hasText: Bool {
        let kind = high >> 56
        return kind == ExactKey.tableKind || kind == ExactKey.sixBitKind || kind >= ExactKey.bytesKind
    }
}

/// The way back from a key to its text: for the register, which must know a claim and a person again in a later run,
/// whatever keys look like by then; and for lists of claims that are the owner's alone.
extension KeyTable {
    /// Appends the text of a claim number.
    ///
    /// - Parameter key: from this table or packed; not of a position.
    package func appendText(of key: ExactKey, to text: inout [UInt8]) {
        let kind = key.high >> 56
        switch kind {
        case ExactKey.tableKind: appendText(of: key.low, to: &text)
        case ExactKey.sixBitKind:
            let start = text.count
            var (high, low) = (key.high & (1 << 56 - 1), key.low)
            while high != 0 || low != 0 {
                text.append(SixBit.character(of: low & 63))
                low = low >> 6 | high << 58
                high >>= 6
            }
            text[start...].reverse()
        case ExactKey.bytesKind...ExactKey.bytesKind + 15:
            for index in (0..<kind - ExactKey.bytesKind).reversed() {
                text.append(
                    UInt8(truncatingIfNeeded: index < 8 ? key.low >> (8 * index) : key.high >> (8 * (index - 8))))
            }
        default: preconditionFailure("a key without a text")
        }
    }

    /// Appends what tells a person from all others: `R` and the 17 digits of a resident ID, or `T` and another
    /// document as it stands.
    ///
    /// - Parameter person: from this table or packed, and somebody.
    package func appendText(of person: PersonKey, to text: inout [UInt8]) {
        let payload = person.bits & (1 << 60 - 1)
        switch person.bits >> 60 {
        case 0:
            text.append(UInt8(ascii: "R"))
            let start = text.count
            var number = payload
            for _ in 0..<17 {
                text.append(UInt8(ascii: "0") + UInt8(number % 10))
                number /= 10
            }
            text[start...].reverse()
        case PersonKey.sixBitKind:
            text.append(UInt8(ascii: "T"))
            let start = text.count
            var packed = payload
            while packed != 0 {
                text.append(SixBit.character(of: packed & 63))
                packed >>= 6
            }
            text[start...].reverse()
        case PersonKey.tableKind:
            text.append(UInt8(ascii: "T"))
            appendText(of: payload, to: &text)
        default: preconditionFailure("a person without a text")
        }
    }
}
