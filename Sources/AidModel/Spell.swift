/// One row of a reference table: from when until when a key has some values; 24 bytes, no references.
///
/// Readers hand spells on as they do claims (`ClaimBatch`), so that every way of reading serves both.
@usableFromInline
package struct Spell: Sendable, Hashable, BitwiseCopyable {
    /// Whom or what the row is about: a person, or the text of a code.
    @usableFromInline package var key: PersonKey
    /// Days since 1970-01-01, both inclusive; `noStart` and `noEnd` where none is said.
    @usableFromInline package var first: Int32
    @usableFromInline package var last: Int32
    /// The values, from a `GroupTable` of the reference table's own.
    @usableFromInline package var groupsCode: UInt32

    package static var noStart: Int32 { Claim.noDay }
    @inlinable package static var noEnd: Int32 { .max }

    package init(key: PersonKey, first: Int32, last: Int32, groupsCode: UInt32) {
        self.key = key
        self.first = first
        self.last = last
        self.groupsCode = groupsCode
    }

    /// What is added to the last day so that it is no negative amount.
    @inlinable static var lastBias: Int64 { 1 << 31 }

    /// The spell that a claim stands for on its way from a reader.
    @inlinable
    package init(_ claim: Claim) {
        key = claim.person
        first = claim.dayNumber
        last = Int32(truncatingIfNeeded: claim.amountMinor - Spell.lastBias)
        groupsCode = claim.groupsCode
    }
}

extension Claim {
    /// A spell on its way from a reader: the day is its first one, the amount its last.
    @inlinable @inline(__always)
    package init(spellOf key: PersonKey, first: Int32, last: Int32, groupsCode: UInt32, position: SourcePosition) {
        self.init(
            key: ExactKey(position), person: key, position: position, amountMinor: Int64(last) + Spell.lastBias,
            dayNumber: first, groupsCode: groupsCode, claimClass: .paid, hasAmount: true)
    }
}
