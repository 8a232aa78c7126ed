/// How many records went one way, and their money.
///
/// - Units: records; the currency's minor unit. The money of a record whose
///   amount could not be read is 0; that of a reversal is what it takes back,
///   so it is never negative.
@usableFromInline
package struct Tally: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline package var recordCount: Int
    @usableFromInline package var amountMinor: Int128

    @inlinable package static var zero: Tally { Tally() }

    @inlinable @inline(__always)
    package init(recordCount: Int = 0, amountMinor: Int128 = 0) {
        self.recordCount = recordCount
        self.amountMinor = amountMinor
    }

    @inlinable @inline(__always)
    package mutating func add(_ amountMinor: Int64) {
        recordCount += 1
        self.amountMinor += Int128(amountMinor)
    }

    package static func + (lhs: Tally, rhs: Tally) -> Tally {
        Tally(
            recordCount: lhs.recordCount + rhs.recordCount,
            amountMinor: lhs.amountMinor + rhs.amountMinor
        )
    }

    package static func - (lhs: Tally, rhs: Tally) -> Tally {
        Tally(
            recordCount: lhs.recordCount - rhs.recordCount,
            amountMinor: lhs.amountMinor - rhs.amountMinor
        )
    }

    package static func += (lhs: inout Tally, rhs: Tally) {
        lhs = lhs + rhs
    }
}

/// Where every record went (平衡表).
///
/// `records = paid + unpaid + reversals + duplicates + superseded + rejected + scaffolding`,
/// in records and in money. `records` is counted while reading, the rest while
/// settling, so that the equation is a check and no definition.
package struct Balance: Sendable, Hashable {
    package var records = Tally.zero
    /// Records of the paid class that stand, also those taken back since.
    package var paid = Tally.zero
    package var unpaid = Tally.zero
    /// Reversals that were applied.
    package var reversals = Tally.zero
    package var duplicates = Tally.zero
    package var superseded = Tally.zero
    package var rejectedByReason: [RejectReason: Tally] = [:]
    /// Lines that are no records: totals, signatures, repeated headers, nothing but delimiters.
    package var scaffolding = Tally.zero
    /// Those of `paid` that reversals took back whole.
    package var fullyReversed = Tally.zero
    /// Those of `paid`, not taken back whole, that count money and a
    /// person-time but no recipient (`invalid: unidentified`).
    package var unidentified = Tally.zero

    package init() {}

    package var rejected: Tally {
        rejectedByReason.values.reduce(.zero, +)
    }

    /// Whether every record is accounted for, in number and in money.
    package var closes: Bool {
        records == paid + unpaid + reversals + duplicates + superseded + rejected + scaffolding
    }

    package static func += (lhs: inout Balance, rhs: Balance) {
        lhs.records += rhs.records
        lhs.paid += rhs.paid
        lhs.unpaid += rhs.unpaid
        lhs.reversals += rhs.reversals
        lhs.duplicates += rhs.duplicates
        lhs.superseded += rhs.superseded
        lhs.rejectedByReason.merge(rhs.rejectedByReason, uniquingKeysWith: +)
        lhs.scaffolding += rhs.scaffolding
        lhs.fullyReversed += rhs.fullyReversed
        lhs.unidentified += rhs.unidentified
    }
}
