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

        /// Of each thousand members.
        ///
        /// - Returns: hundredths of a person or person-time, or minor units of money; rounded half away from zero.
        package func perThousand(_ measure: Measure) -> Shown<Int128> {
            let scale: Int128 = measure == .amount ? 1000 : 100_000
            return figures.map { ($0[measure] * scale * 2 + Int128(memberCount)) / Int128(2 * memberCount) }
        }
    }

    package struct QuarterLine: Sendable, Hashable {
        package let quarter: Quarter
        package let rate: Rate
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

    package let source: BilingualText
    package let file: SourceFile
    /// Oldest first; those of which the series says how many members there were.
    package let quarters: [QuarterLine]
    package let yearEarlier: QuarterLine?
    package let now: QuarterLine?
    package let breakdowns: [Breakdown]

    /// - Parameter report: what it shows of groups is decided.
    package init(_ report: QuarterReport, _ series: MemberSeries) {
        source = series.source
        file = series.file
        func line(_ quarter: Quarter, _ figures: Shown<Figures>) -> QuarterLine? {
            series[MemberSeries.Place(quarter)].map {
                QuarterLine(quarter: quarter, rate: Rate(memberCount: $0, figures: figures))
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
