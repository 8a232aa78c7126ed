import AidModel

/// A claim that stands, as quartiles are told of it, on its way to an exchange by time cell: 16 bytes.
///
/// It may be spilled as all rows are, so that quartiles are exact whatever memory there is.
struct MeasuredClaim: Sendable, BitwiseCopyable {
    /// What reversals have left of it, in minor units.
    var amountMinor: Int64
    /// The time cell.
    var cell: UInt32
    var daysToPayment: DaysToPayment
    /// Without it two bytes would be left of what was there before.
    private let unused: UInt16 = 0

    init(amountMinor: Int64, cell: UInt32, daysToPayment: DaysToPayment) {
        self.amountMinor = amountMinor
        self.cell = cell
        self.daysToPayment = daysToPayment
    }

    /// All claims of a time cell lie in one partition.
    static func mixedKey(cell: Int) -> UInt64 { UInt64(truncatingIfNeeded: cell) }
}

extension SettledClaims {
    /// How a measure is distributed over the claims of some time cells.
    ///
    /// The claims are looked at several times, and none of them is kept.
    func distribution(of measure: ClaimMeasure, cells: Set<Int>) throws -> ClaimDistribution {
        let partitions = Set(cells.map { Exchange<MeasuredClaim>.partition(MeasuredClaim.mixedKey(cell: $0)) }).sorted()
        func each(_ take: (MeasuredClaim) -> Void) throws {
            for partition in partitions {
                try measured.read(partition) { claims in
                    for claim in claims where cells.contains(Int(claim.cell)) { take(claim) }
                }
            }
        }
        var distribution = ClaimDistribution()
        try each { claim in
            if measure == .daysToPayment, claim.daysToPayment.days == nil {
                distribution.unmeasuredCount += 1
                if claim.daysToPayment.isBeforeTreatment { distribution.paidBeforeTreatmentCount += 1 }
            } else {
                distribution.claimCount += 1
            }
        }
        guard distribution.claimCount > 0 else { return distribution }
        let places = QuartilePlaces(count: distribution.claimCount)
        let values = try RankedValues.values(at: places.ranks) { take in
            try each { claim in
                switch measure {
                case .medianAmount: take(claim.amountMinor)
                case .daysToPayment: if let days = claim.daysToPayment.days { take(Int64(days)) }
                }
            }
        }
        distribution.quartiles = places.quartiles(values)
        return distribution
    }
}
