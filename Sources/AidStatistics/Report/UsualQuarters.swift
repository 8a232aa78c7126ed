package import AidModel

/// The quarters of the data, those told apart in which dates must be wrong: someone mistyped a year, or a system
/// wrote its own first day (1900-01-01, 1970-01-01) where it knew none.
///
/// Quarters with no more than two years between them belong together. The part with the most claims is what the
/// data are about; another one is far off if
/// - its years are of no programme, or
/// - it is a handful of claims, or thin beside that part, or
/// - it comes behind that part and is short beside it: a sheet filled down with a wrong year is dense.
///
/// What is left is a hole, which a report tells as such. Where the pipeline file names the programme's start, nothing
/// from there on is far off before the others.
package struct UsualQuarters: Sendable, Hashable {
    /// More empty quarters in a row than this, and dates may be wrong.
    private static let longestGap = 8
    /// What programmes may be of, where some claims are.
    private static let programmeYears = 1971...2099
    /// Claims that may be slips, where all others are elsewhere.
    private static let handful = 4

    /// Oldest first.
    package let quarters: [Quarter]
    /// With their claims that stand, oldest first.
    package let farOff: [(quarter: Quarter, claimCount: Int)]

    package func isFarOff(_ quarter: Quarter) -> Bool {
        farOff.contains { $0.quarter == quarter }
    }

    private struct Part {
        var quarters: [Quarter]
        var claimCount: Int
        var isOfProgrammeYears: Bool

        /// Whether a part that is not the largest is thin beside it: fewer claims a quarter than a tenth of its.
        func isThin(beside bulk: Part) -> Bool {
            claimCount * bulk.quarters.count * 10 < bulk.claimCount * quarters.count
        }
    }

    /// - Parameters:
    ///   - claimCounts: of every quarter that has claims.
    ///   - since: where the pipeline file says that the programme began.
    ///   - asked: the quarter that a user has asked for. Its part is not far off, if it is of a programme's years.
    package init(_ claimCounts: [Quarter: Int], since: Quarter?, asked: Quarter? = nil) {
        let parts = UsualQuarters.parts(claimCounts)
        // Of equals the first.
        let bulk = parts.indices.max { one, other in
            UsualQuarters.isSmaller(parts[one], than: parts[other]) ?? (one > other)
        }
        var quarters: [Quarter] = []
        var farOff: [(quarter: Quarter, claimCount: Int)] = []
        for (place, part) in parts.enumerated() {
            let isAsked = asked.map(part.quarters.contains) ?? false
            if let bulk, !isAsked || !part.isOfProgrammeYears,
                UsualQuarters.isFarOff(part, isBehind: place > bulk, beside: parts[bulk], since: since), place != bulk
            {
                farOff += part.quarters.map { ($0, claimCounts[$0] ?? 0) }
            } else {
                quarters += part.quarters
            }
        }
        self.quarters = quarters
        self.farOff = farOff
    }

    /// The quarters between gaps, oldest first.
    private static func parts(_ claimCounts: [Quarter: Int]) -> [Part] {
        var parts: [Part] = []
        for quarter in claimCounts.keys.sorted() {
            let count = claimCounts[quarter] ?? 0
            let isOfProgrammeYears = programmeYears.contains(quarter.year)
            if let last = parts.last?.quarters.last, quarter.ordinal - last.ordinal <= longestGap + 1,
                parts.last?.isOfProgrammeYears == isOfProgrammeYears
            {
                parts[parts.count - 1].quarters.append(quarter)
                parts[parts.count - 1].claimCount += count
            } else {
                parts.append(Part(quarters: [quarter], claimCount: count, isOfProgrammeYears: isOfProgrammeYears))
            }
        }
        return parts
    }

    /// nil: they are alike.
    private static func isSmaller(_ one: Part, than other: Part) -> Bool? {
        if one.isOfProgrammeYears != other.isOfProgrammeYears { return other.isOfProgrammeYears }
        if one.claimCount != other.claimCount { return one.claimCount < other.claimCount }
        return one.quarters.count == other.quarters.count ? nil : one.quarters.count < other.quarters.count
    }

    private static func isFarOff(_ part: Part, isBehind: Bool, beside bulk: Part, since: Quarter?) -> Bool {
        if !isBehind, let since, let last = part.quarters.last, last >= since { return false }
        return part.isOfProgrammeYears != bulk.isOfProgrammeYears || part.claimCount <= handful
            || part.isThin(beside: bulk) || isBehind && part.quarters.count * 4 <= bulk.quarters.count
    }

    package static func == (lhs: UsualQuarters, rhs: UsualQuarters) -> Bool {
        lhs.quarters == rhs.quarters && lhs.farOff.map(\.quarter) == rhs.farOff.map(\.quarter)
            && lhs.farOff.map(\.claimCount) == rhs.farOff.map(\.claimCount)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(quarters)
    }
}

extension SettledClaims {
    /// The quarters of all claims, and of those that a register has forgotten.
    package func usualQuarters(
        since: CalendarDay?, forgotten: ForgottenQuarters?, asked: Quarter? = nil
    ) -> UsualQuarters {
        var counts: [Quarter: Int] = [:]
        for ordinal in daysByQuarter.keys { counts[Quarter(ordinal: ordinal)] = 0 }
        for sum in sums { counts[cells[sum.cell].quarter, default: 0] += sum.count }
        for (quarter, figures) in forgotten?.quarters ?? [] { counts[quarter, default: 0] += figures.personTimeCount }
        return UsualQuarters(counts, since: since?.quarter, asked: asked)
    }
}
