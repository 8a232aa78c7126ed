import AidModel

/// Counts what late inputs have changed in a watched quarter, claim by claim, on one thread.
///
/// Before is what stands of a claim by the records and reversals of inputs that are not late;
/// after, by all. The difference is split in two: what the version of the claim makes of it,
/// before any reversal, and what the reversals take off. The two add up to it exactly, so that
/// the kinds of causes add up to the whole change of the quarter.
struct CauseCount: Sendable {
    let quarter: Quarter
    private let isLateByFile: [Bool]
    /// The days of the quarter.
    private let days: ClosedRange<Int32>
    private(set) var causes = RestatementCauses()

    init(_ watch: RestatementWatch) {
        quarter = watch.quarter
        isLateByFile = watch.isLate
        days = watch.quarter.firstDay.daysSinceEpoch...watch.quarter.lastDay.daysSinceEpoch
    }

    /// Counts a claim of one record that no reversal names.
    @inline(__always)
    mutating func add(_ claim: Claim) {
        guard isLate(claim), isInQuarter(claim) else { return }
        causes.lateClaims += .init(claimCount: 1, personTimes: 1, amountMinor: Int128(claim.amountMinor))
    }

    /// Counts a claim of several records, or with reversals.
    ///
    /// - Parameters:
    ///   - versions: all its records in input order, duplicates too.
    ///   - reversals: all that name it, in input order.
    mutating func add(_ versions: ArraySlice<Claim>, reversals: ArraySlice<ReversalRow>) {
        guard versions.contains(where: { isLate($0) }) || reversals.contains(where: { isLate($0.claim) }) else {
            return
        }
        // The last record says what stands: a duplicate says the same as the version before it.
        let before = standing(versions.last { !isLate($0) }, reversals.filter { !isLate($0.claim) })
        let after = standing(versions.last, Array(reversals))
        addVersion(from: before, to: after)
        if after.reversed != before.reversed {
            causes.reversals += (after.reversed - before.reversed).change
        }
    }

    private mutating func addVersion(from before: Standing, to after: Standing) {
        let change = (after.gross - before.gross).change
        guard let known = before.version, known.isPaid else {
            // No record was there, or one that had not been paid.
            if after.isInQuarter { causes.lateClaims += change }
            return
        }
        guard let now = after.version, !now.saysTheSame(as: known) else { return }
        if before.isInQuarter || after.isInQuarter { causes.corrections += change }
    }

    private func standing(_ version: Claim?, _ reversals: [ReversalRow]) -> Standing {
        guard let version, isInQuarter(version) else { return Standing(version: version) }
        var applied = ClaimReversals(of: version)
        for reversal in reversals { _ = applied.take(reversal) }
        return Standing(version: version, applied)
    }

    private func isLate(_ claim: Claim) -> Bool {
        isLateByFile[claim.position.fileIndex]
    }

    private func isInQuarter(_ claim: Claim) -> Bool {
        claim.isPaid && days.contains(claim.dayNumber)
    }
}

/// What one claim adds to the quarter.
private struct Worth: Equatable {
    var personTimes = 0
    var amountMinor: Int128 = 0

    static func - (lhs: Worth, rhs: Worth) -> Worth {
        Worth(personTimes: lhs.personTimes - rhs.personTimes, amountMinor: lhs.amountMinor - rhs.amountMinor)
    }

    /// As the change that one claim makes.
    var change: RestatementCauses.Change {
        .init(claimCount: 1, personTimes: personTimes, amountMinor: amountMinor)
    }
}

/// What stands of one claim.
private struct Standing {
    let version: Claim?
    let isInQuarter: Bool
    /// Before any reversal.
    let gross: Worth
    /// What reversals add to it: nothing, or less.
    let reversed: Worth

    /// A claim that adds nothing to the quarter.
    init(version: Claim?) {
        self.version = version
        isInQuarter = false
        gross = Worth()
        reversed = Worth()
    }

    /// A claim paid in the quarter.
    init(version: Claim, _ applied: ClaimReversals) {
        self.version = version
        isInQuarter = true
        gross = Worth(personTimes: 1, amountMinor: Int128(version.amountMinor))
        let left = applied.left ?? 0
        let isGone = applied.isReversed && left == 0
        reversed = Worth(personTimes: isGone ? 0 : 1, amountMinor: Int128(left)) - gross
    }
}
