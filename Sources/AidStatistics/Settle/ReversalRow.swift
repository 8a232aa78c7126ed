import AidModel

/// A reversal on its way to the exchange by claim: 128 bytes, no references.
///
/// It carries what a reject of it would say; however many there are, memory need not hold them.
struct ReversalRow: Sendable, BitwiseCopyable {
    /// `key` names the claim that is taken back.
    let claim: Claim
    let ownKey: ExactKey
    private let recordNumber: Int
    /// 0: none.
    private let lineNumber: Int
    private let byteOffset: Int
    private let masked: MaskedRoom

    init(_ reversal: Reversal) {
        claim = reversal.claim
        ownKey = reversal.ownKey
        recordNumber = reversal.place.recordNumber
        lineNumber = reversal.place.lineNumber ?? 0
        byteOffset = reversal.place.byteOffset
        masked = MaskedRoom(reversal.maskedTarget)
    }

    /// The same reversal as another process knows it.
    init(_ other: ReversalRow, claim: Claim, ownKey: ExactKey) {
        self.claim = claim
        self.ownKey = ownKey
        recordNumber = other.recordNumber
        lineNumber = other.lineNumber
        byteOffset = other.byteOffset
        masked = other.masked
    }

    /// The same reversal with another place.
    init(_ other: ReversalRow, place: RecordPlace) {
        claim = other.claim
        ownKey = other.ownKey
        recordNumber = place.recordNumber
        lineNumber = place.lineNumber ?? 0
        byteOffset = place.byteOffset
        masked = other.masked
    }

    /// Whether it can be one that came from elsewhere.
    var isWhole: Bool { recordNumber >= 0 && lineNumber >= 0 && byteOffset >= 0 && masked.isWhole }

    var place: RecordPlace {
        RecordPlace(recordNumber: recordNumber, lineNumber: lineNumber == 0 ? nil : lineNumber, byteOffset: byteOffset)
    }

    /// The claim number that is taken back, masked.
    var maskedTarget: String { masked.text }
}

/// A masked text in place: at most 22 stars between two characters.
private struct MaskedRoom: BitwiseCopyable {
    private static let limit = 31

    private var bytes: InlineArray<31, UInt8>
    private var count: UInt8

    /// A text that is longer, as none is that was masked, loses its end.
    init(_ text: String) {
        bytes = InlineArray(repeating: 0)
        count = 0
        for byte in text.utf8.prefix(MaskedRoom.limit) {
            bytes[Int(count)] = byte
            count += 1
        }
    }

    var isWhole: Bool { count <= UInt8(MaskedRoom.limit) }

    var text: String { String(decoding: (0..<Int(count)).map { bytes[$0] }, as: UTF8.self) }
}
