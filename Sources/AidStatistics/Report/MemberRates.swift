package import AidModel

/// Figures for a thousand members, with how many members there are: of the quarter and the year earlier, of every
/// quarter of the data, and of groups.
///
/// Whatever is withheld of the figures is withheld of their rates: members are no secret, and a rate tells the figure.
package struct MemberRates: Sendable, Hashable {
    /// One period and group, with its members at the end of the quarter.
    package struct Rate: Sendable, Hashable {
        package let memberCount: Int
        package let figures: Shown<Figures>

        package init(memberCount: Int, figures: Shown<Figures>) {
            self.memberCount = memberCount
            self.figures = figures
        }

        /// Of each thousand members.
        ///
        /// - Returns: hundredths of a person or person-time, or minor units of money; rounded half away from zero.
        package func perThousand(_ measure: Measure) -> Shown<Int128> {
            figures.map { Rate.rounded($0[measure] * Rate.scale(measure), by: Int128(memberCount)) }
        }

        /// By how much it is more or less than another, in the same units, rounded once from exact values.
        package func change(from base: Rate, _ measure: Measure) -> Shown<Int128> {
            switch compared(with: base, measure) {
            case .known(let pair):
                let (numerator, isBeyond) = pair.change.multipliedReportingOverflow(by: Rate.scale(measure))
                return isBeyond
                    ? .absent : .known(Rate.rounded(numerator, by: Int128(memberCount) * Int128(base.memberCount)))
            case .absent: return .absent
            case .suppressed(let why): return .suppressed(why)
            }
        }

        /// The same in percent of the other.
        package func percent(from base: Rate, _ measure: Measure) -> Percent {
            switch compared(with: base, measure) {
            case .known(let pair):
                // Ten thousand times as much is what a percent is rounded from.
                pair.change.magnitude < Rate.limit && pair.base.magnitude < Rate.limit
                    ? Percent(change: pair.change, base: pair.base) : .noneAbsent
            case .absent: .noneAbsent
            case .suppressed: .noneSuppressed
            }
        }

        private struct Pair: Sendable, Hashable {
            let change: Int128
            let base: Int128
        }

        /// Both figures over one denominator, the product of the members.
        private func compared(with base: Rate, _ measure: Measure) -> Shown<Pair> {
            switch (figures, base.figures) {
            case (.known(let now), .known(let then)):
                let (top, isTopBeyond) = now[measure].multipliedReportingOverflow(by: Int128(base.memberCount))
                let (bottom, isBottomBeyond) = then[measure].multipliedReportingOverflow(by: Int128(memberCount))
                return isTopBeyond || isBottomBeyond ? .absent : .known(Pair(change: top - bottom, base: bottom))
            case (.suppressed(let why), _), (_, .suppressed(let why)): return .suppressed(why)
            default: return .absent
            }
        }

        private static let limit: UInt128 = 1 << 112

        private static func scale(_ measure: Measure) -> Int128 { measure == .amount ? 1000 : 100_000 }

        /// Half away from zero.
        private static func rounded(_ numerator: Int128, by denominator: Int128) -> Int128 {
            let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
            return rest.magnitude * 2 >= denominator.magnitude ? whole + numerator.signum() : whole
        }
    }

    package struct QuarterLine: Sendable, Hashable {
        package let quarter: Quarter
        package let rate: Rate
        /// Members whose memberships are retained; nil: nobody says it.
        package let retainedCount: Int?
    }

    package struct GroupLine: Sendable, Hashable {
        /// nil: 未填.
        package let group: String?
        /// nil: the series does not say how many members it has.
        package let now: Rate?
        package let yearEarlier: Rate?
    }

    package struct Breakdown: Sendable, Hashable {
        package let field: String
        package let title: BilingualText
        /// Those of which the series says anything, in the order of the report.
        package let groups: [GroupLine]
    }

    package let source: MemberSource
    /// Oldest first; those of which the series says how many members there were.
    package let quarters: [QuarterLine]
    package let yearEarlier: QuarterLine?
    package let now: QuarterLine?
    package let breakdowns: [Breakdown]
    /// The same for a standard population; nil: none is named.
    package var standard: StandardRates?

    /// - Parameter report: what it shows of groups is decided.
    package init(_ report: QuarterReport, _ series: MemberSeries) {
        source = series.source
        func line(_ quarter: Quarter, _ figures: Shown<Figures>) -> QuarterLine? {
            series[MemberSeries.Place(quarter)].map {
                QuarterLine(
                    quarter: quarter, rate: Rate(memberCount: $0, figures: figures),
                    retainedCount: series.retainedCount(quarter))
            }
        }
        quarters = report.quarters.compactMap { total in
            total.figures.flatMap { line(total.quarter, .known($0)) }
        }
        now = line(report.quarter, .known(report.figures))
        yearEarlier = line(report.quarter.yearEarlier, report.yearEarlier.base)
        breakdowns = report.breakdowns.compactMap { breakdown in
            let lines = breakdown.groups.compactMap { group -> GroupLine? in
                guard group.withheldCount == 0 else { return nil }
                func rate(_ quarter: Quarter, _ figures: Shown<Figures>) -> Rate? {
                    let name = PublishedCell.Group(field: breakdown.field, name: group.group)
                    return series[MemberSeries.Place(quarter, group: name)].map {
                        Rate(memberCount: $0, figures: figures)
                    }
                }
                let now = rate(report.quarter, group.figures)
                let earlier = rate(report.quarter.yearEarlier, group.yearEarlier.base)
                return now == nil && earlier == nil
                    ? nil : GroupLine(group: group.group, now: now, yearEarlier: earlier)
            }
            return lines.isEmpty ? nil : Breakdown(field: breakdown.field, title: breakdown.title, groups: lines)
        }
    }
}
