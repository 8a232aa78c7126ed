import AidModel

/// A paid claim that still stands, on its way to the exchange by person: 32 bytes.
struct StandingClaim: Sendable, BitwiseCopyable {
    /// `none` where the money counts, but no recipient.
    var person: ExactKey
    /// Net of reversals in part.
    var amountMinor: Int64
    var dayNumber: Int32
    var groupsCode: UInt32
}
