/// What a record's status says of its claim.
@usableFromInline
package enum ClaimClass: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case paid
    case unpaid
    case reversed
}

/// One understood record, as it travels to the exchange by claim: 48 bytes, no references.
///
///     key (16) │ person (8) │ position (8) │ amountMinor (8) │ terms (8)
///     terms: 63 … 42 day │ 41 … 28 daysToPayment │ 27 hasAmount │ 26, 25 class │ 24 … 0 groups
///
/// Of an unpaid claim, person, day and amount may be missing (`none`, `noDay`, 0).
@usableFromInline
package struct Claim: Sendable, Hashable, BitwiseCopyable {
    /// The claim that the record is about: for a reversal the one taken back.
    @usableFromInline package var key: ExactKey
    /// The person, or `none` where the record names none that can be counted.
    @usableFromInline package var person: PersonKey
    @usableFromInline package var position: SourcePosition
    /// Minor units of the currency, never negative.
    @usableFromInline package var amountMinor: Int64
    /// Day, days to payment, class, groups and whether there is an amount, in one number: equal if all are.
    @usableFromInline package var terms: UInt64

    @inlinable package static var noDay: Int32 { .min }

    /// What is added to a day so that it is above 0, which is `noDay`: the years 1 to 9999
    /// lie within 22 bits.
    @inlinable static var dayBias: Int32 { 1 << 20 }

    @inlinable package static var dayShift: UInt64 { 42 }
    @inlinable package static var daysShift: UInt64 { 28 }
    @inlinable package static var amountShift: UInt64 { 27 }
    @inlinable package static var classShift: UInt64 { 25 }
    /// The bits of the groups, which are the lowest.
    @inlinable package static var groupsMask: UInt64 { 1 << 25 - 1 }

    @inlinable @inline(__always)
    package init(
        key: ExactKey, person: PersonKey, position: SourcePosition, amountMinor: Int64, dayNumber: Int32,
        groupsCode: UInt32, claimClass: ClaimClass, hasAmount: Bool, daysToPayment: DaysToPayment = .unknown
    ) {
        self.key = key
        self.person = person
        self.position = position
        self.amountMinor = amountMinor
        let day = dayNumber == Claim.noDay ? 0 : UInt64(UInt32(dayNumber + Claim.dayBias))
        terms =
            day << Claim.dayShift | UInt64(daysToPayment.code) << Claim.daysShift
            | (hasAmount ? 1 << Claim.amountShift : 0) | UInt64(claimClass.rawValue) << Claim.classShift
            | UInt64(groupsCode)
    }

    /// Days since 1970-01-01, or `noDay`.
    @inlinable @inline(__always) package var dayNumber: Int32 {
        let day = Int32(truncatingIfNeeded: terms >> Claim.dayShift)
        return day == 0 ? Claim.noDay : day - Claim.dayBias
    }

    /// The groups of all breakdowns as one number, from a `GroupTable`.
    @inlinable @inline(__always) package var groupsCode: UInt32 {
        UInt32(truncatingIfNeeded: terms & Claim.groupsMask)
    }

    /// Known only where something asks for it.
    @inlinable @inline(__always) package var daysToPayment: DaysToPayment {
        DaysToPayment(code: UInt16(truncatingIfNeeded: terms >> Claim.daysShift) & (1 << 14 - 1))
    }

    @inlinable @inline(__always) package var claimClass: ClaimClass {
        switch terms >> Claim.classShift & 3 {
        case 0: .paid
        case 1: .unpaid
        default: .reversed
        }
    }

    /// Whether the class is paid, as that of nearly all claims is.
    @inlinable @inline(__always) package var isPaid: Bool { terms >> Claim.classShift & 3 == 0 }

    /// Whether the amount could be read; false on unpaid claims alone.
    @inlinable @inline(__always) package var hasAmount: Bool { terms >> Claim.amountShift & 1 == 1 }

    /// Whether two records say the same (rule 3): all but where they stand.
    @inlinable
    package func saysTheSame(as other: Claim) -> Bool {
        key == other.key && person == other.person && amountMinor == other.amountMinor && terms == other.terms
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

/// Understood records of one file on their way to the exchange by claim.
///
/// `claims` lie in memory that is used again: they are valid during the call that hands
/// the batch on.
package struct ClaimBatch {
    package let claims: UnsafeBufferPointer<Claim>
    package let reversals: [Reversal]
    /// Of each claim what the aid is worked out from, in minor units, or `noBasis`; empty where no rules ask for it.
    package let bases: UnsafeBufferPointer<Int64>

    /// A basis that a record does not say, or that cannot be understood.
    @inlinable package static var noBasis: Int64 { -1 }

    package init(
        claims: UnsafeBufferPointer<Claim>, reversals: [Reversal],
        bases: UnsafeBufferPointer<Int64> = UnsafeBufferPointer(start: nil, count: 0)
    ) {
        self.claims = claims
        self.reversals = reversals
        self.bases = bases
    }
}
