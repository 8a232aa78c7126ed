package import AidModel

/// How a measure is distributed over the claims of a quarter.
package struct ClaimDistribution: Sendable, Hashable {
    /// The claims of which the measure is known.
    package var claimCount = 0
    /// Those of which it is not.
    package var unmeasuredCount = 0
    /// Those of them that were paid before the treatment, which cannot be right.
    package var paidBeforeTreatmentCount = 0
    /// All 0 where the measure is known of no claim.
    package var quartiles = Quartiles(lower: 0, median: 0, upper: 0)

    package init() {}

    /// Those that say no day of treatment, or one that is too far off.
    package var withoutDayCount: Int { unmeasuredCount - paidBeforeTreatmentCount }
}

/// The three numbers that divide a sorted list into quarters.
///
/// Definition 2 of Hyndman and Fan, which SAS takes by default: with n numbers, the p-quantile is the number at place
/// ⌈np⌉ from 1, and where np is whole, the mean of that one and the next. So the median of an even count is the mean
/// of the two in the middle.
///
/// - Units: those of the measure; a mean of two is rounded half away from zero to a whole one.
package struct Quartiles: Sendable, Hashable {
    package var lower: Int64
    package var median: Int64
    package var upper: Int64

    package init(lower: Int64, median: Int64, upper: Int64) {
        self.lower = lower
        self.median = median
        self.upper = upper
    }
}

/// Where the quartiles of so many numbers are found.
struct QuartilePlaces {
    private let count: Int

    /// - Parameter count: above 0.
    init(count: Int) {
        self.count = count
    }

    /// From 0, two for each quartile, which may be the same.
    var ranks: [Int] {
        (1...3).flatMap { quarter in
            let (whole, rest) = (count * quarter).quotientAndRemainder(dividingBy: 4)
            return rest == 0 ? [whole - 1, whole] : [whole, whole]
        }
    }

    /// - Parameter values: those at the ranks, none below 0.
    func quartiles(_ values: [Int64]) -> Quartiles {
        func mean(_ first: Int64, _ second: Int64) -> Int64 {
            // Half of an odd difference is rounded up; no sum, which might be too large.
            first + (second - first + 1) / 2
        }
        return Quartiles(
            lower: mean(values[0], values[1]), median: mean(values[2], values[3]), upper: mean(values[4], values[5]))
    }
}

/// One measure of a quarter's claims, and of those a year earlier.
package struct MeasureReport: Sendable, Hashable {
    /// How many times `minGroup` recipients a quarter needs for its quartiles to be shown: each of them is what one
    /// person got, or two.
    package static let recipientsOfMinGroup = 10

    package var measure: ClaimMeasure
    package var distribution: Shown<ClaimDistribution>
    package var yearEarlier: Shown<ClaimDistribution>

    package init(
        measure: ClaimMeasure, distribution: Shown<ClaimDistribution>, yearEarlier: Shown<ClaimDistribution>
    ) {
        self.measure = measure
        self.distribution = distribution
        self.yearEarlier = yearEarlier
    }
}

extension Shown<ClaimDistribution> {
    /// - Parameter figures: of the same claims.
    init(_ distribution: ClaimDistribution, of figures: Figures, minGroup: Int) {
        guard distribution.claimCount > 0 else {
            self = .absent
            return
        }
        // A claim that is not measured may be all that someone got.
        let measuredRecipients = figures.recipientCount - distribution.unmeasuredCount
        self =
            minGroup > 0 && measuredRecipients < minGroup * MeasureReport.recipientsOfMinGroup
            ? .suppressed(.small) : .known(distribution)
    }
}
