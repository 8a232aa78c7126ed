package import AidModel

/// A claim that stands, as somebody asks for it who wants to see what is behind a figure.
///
/// - Shape: 48 bytes; kept of the days that are asked for alone.
package struct StandingClaim: Sendable, Hashable {
    /// Its number, or its place where records have none.
    package let key: ExactKey
    /// Of the version that stands.
    package let position: SourcePosition
    package let day: CalendarDay
    /// That of its record; behind a `ClaimJoin`, that of the joined groups.
    package internal(set) var groupsCode: UInt32
    /// What reversals have left of it, in the minor unit.
    package let amountMinor: Int64
    /// What reference tables ask for.
    let dated: DatedPersonTime

    init(_ claim: Claim, left: Int64) {
        key = claim.key
        position = claim.position
        day = CalendarDay(daysSinceEpoch: claim.dayNumber)
        groupsCode = claim.groupsCode
        amountMinor = left
        dated = DatedPersonTime(claim, cellKey: UInt64(claim.groupsCode), left: left)
    }
}
