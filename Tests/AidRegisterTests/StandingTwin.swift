import AidModel

@testable import AidRegister

/// Rules 3 and 4 of counting in the plainest way: what stands, by quarter.
struct StandingTwin: Equatable {
    struct QuarterStanding: Equatable {
        var personTimeCount = 0
        var amountMinor: Int128 = 0
        var people: Set<UInt64> = []
    }

    var quarters: [Quarter: QuarterStanding] = [:]

    init(_ content: RegisterContent, from first: Quarter) {
        let versions = Dictionary(grouping: content.claims, by: \.key)
        let reversals = Dictionary(grouping: content.reversals, by: \.claim.key)
        for (key, claims) in versions {
            let standing = claims.max { $0.position < $1.position }!
            guard standing.isPaid, standing.dayNumber != Claim.noDay else { continue }
            let quarter = CalendarDay(daysSinceEpoch: standing.dayNumber).quarter
            guard quarter >= first else { continue }
            var left = standing.amountMinor
            var isReversed = false
            for reversal in reversals[key, default: []].sorted(by: { $0.claim.position < $1.claim.position })
            where reversal.claim.amountMinor <= left {
                left -= reversal.claim.amountMinor
                isReversed = true
            }
            if isReversed, left == 0 { continue }
            quarters[quarter, default: QuarterStanding()].personTimeCount += 1
            quarters[quarter]?.amountMinor += Int128(left)
            if !standing.person.isNone { quarters[quarter]?.people.insert(standing.person.bits) }
        }
    }
}
