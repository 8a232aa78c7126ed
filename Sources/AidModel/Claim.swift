/// What a record's status says of its claim.
package enum ClaimClass: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case paid
    case unpaid
    case reversed
}

/// One understood record, as it travels to the exchange by claim: 64 bytes, no references.
///
/// Of an unpaid claim, person, day and amount may be missing (`none`, `noDay`, 0).
package struct Claim: Sendable, Hashable, BitwiseCopyable {
    /// The claim that the record is about: for a reversal the one taken back.
    package var key: ExactKey
    /// The person, or `none` where the record names none that can be counted.
    package var person: ExactKey
    package var position: SourcePosition
    /// Minor units of the currency, never negative.
    package var amountMinor: Int64
    /// Days since 1970-01-01, or `noDay`.
    package var dayNumber: Int32
    /// The groups of all breakdowns as one number, from a `GroupTable`.
    package var groupsCode: UInt32
    package var claimClass: ClaimClass
    /// Whether the amount could be read; false on unpaid claims alone.
    package var hasAmount: Bool

    package static let noDay = Int32.min

    @inlinable
    package init(
        key: ExactKey, person: ExactKey, position: SourcePosition, amountMinor: Int64, dayNumber: Int32,
        groupsCode: UInt32, claimClass: ClaimClass, hasAmount: Bool
    ) {
        self.key = key
        self.person = person
        self.position = position
        self.amountMinor = amountMinor
        self.dayNumber = dayNumber
        self.groupsCode = groupsCode
        self.claimClass = claimClass
        self.hasAmount = hasAmount
    }

    /// Whether two records say the same (rule 3): all but where they stand.
    @inlinable
    package func saysTheSame(as other: Claim) -> Bool {
        key == other.key && person == other.person && amountMinor == other.amountMinor
            && dayNumber == other.dayNumber && groupsCode == other.groupsCode
            && claimClass == other.claimClass && hasAmount == other.hasAmount
    }
}

/// A record of the reversed class; few enough to carry what a reject of it would say.
package struct Reversal: Sendable, Hashable {
    /// `key` names the claim that is taken back.
    package var claim: Claim
    /// The record's own claim number.
    package var ownKey: ExactKey
    package var place: RecordPlace
    /// The claim number that is taken back, masked.
    package var maskedTarget: String

    package init(claim: Claim, ownKey: ExactKey, place: RecordPlace, maskedTarget: String) {
        self.claim = claim
        self.ownKey = ownKey
        self.place = place
        self.maskedTarget = maskedTarget
    }
}

/// Understood records of one file, in input order, on their way to the exchange by claim.
package struct ClaimBatch: Sendable {
    package var claims: ContiguousArray<Claim> = []
    package var reversals: [Reversal] = []

    package init() {}
}
