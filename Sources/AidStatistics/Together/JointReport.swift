package import AidModel

/// Several programmes side by side: what each has done, and whom any and several of them have helped.
///
/// The figures of each are those of its own report, which are always shown. People told apart over several programmes
/// are shown in all periods or in none: if some set of programmes has helped fewer than `minGroup` people in any
/// period, its number would follow from the others.
package struct JointReport: Sendable, Hashable {
    /// People told apart over all programmes in one period.
    package struct People: Sendable, Hashable {
        /// Whom any programme has helped.
        package let any: Shown<Int>
        /// Whom at least two have helped.
        package let several: Shown<Int>
        /// Whom all programmes of a set have helped, in the order of `JointReport.sets`.
        package let sets: [Shown<Int>]
    }

    package let quarter: Quarter
    /// Each programme's own report, without groups.
    package let reports: [QuarterReport]
    /// The smallest number of people shown, the largest that any programme asks for.
    package let minGroup: Int
    /// The sets that are told of besides: of more than two programmes each pair, and all. Places in `reports`.
    package let sets: [[Int]]
    /// By the period.
    private let people: [People]

    package init(_ reports: [QuarterReport], _ joint: JointPeople) {
        precondition(!reports.isEmpty, "no programme")
        self.reports = reports
        quarter = reports[0].quarter
        let minGroup = reports.map(\.minGroup).max() ?? 0
        self.minGroup = minGroup
        let sets = JointReport.sets(reports.count)
        self.sets = sets
        let known = ReportPeriod.allCases.map { JointReport.isKnown($0, reports) }
        let isSmall = ReportPeriod.allCases.map { known[$0.rawValue] && joint.hasSmall($0, minGroup: minGroup) }
        people = ReportPeriod.allCases.map { period in
            func shown(_ count: Int) -> Shown<Int> {
                guard known[period.rawValue] else { return .absent }
                if isSmall[period.rawValue] { return .suppressed(.small) }
                return isSmall.contains(true) ? .suppressed(.complement) : .known(count)
            }
            return People(
                any: shown(joint.helpedByAny(period)), several: shown(joint.helpedBySeveral(period)),
                sets: sets.map { set in shown(joint.helped(byAll: set.reduce(0) { $0 | 1 << $1 }, period)) })
        }
    }

    package func people(_ period: ReportPeriod) -> People { people[period.rawValue] }

    /// The figures of one programme.
    ///
    /// - Parameter programme: its place in `reports`.
    package func figures(_ programme: Int, _ period: ReportPeriod) -> Shown<Figures> {
        reports[programme][period]
    }

    /// Person-times or money of all programmes together; absent where one of them has no figures.
    ///
    /// - Parameter measure: no people, who do not add up.
    package func sum(_ measure: Measure, _ period: ReportPeriod) -> Shown<Int128> {
        guard JointReport.isKnown(period, reports) else { return .absent }
        return .known(reports.indices.reduce(0) { $0 + (figures($1, period).value?[measure] ?? 0) })
    }

    private static func sets(_ count: Int) -> [[Int]] {
        guard count > 2 else { return [] }
        let pairs = (0..<count).flatMap { first in (first + 1..<count).map { [first, $0] } }
        return pairs + [Array(0..<count)]
    }

    /// Whether it is known of every programme whom it has helped in a period: before its start it was nobody. A period
    /// before all of them is none.
    private static func isKnown(_ period: ReportPeriod, _ reports: [QuarterReport]) -> Bool {
        reports.contains { $0[period].value != nil }
            && reports.allSatisfy { report in
                report[period].value != nil
                    || report.programme.since.map { $0 > period.quarters(of: report.quarter).upperBound.lastDay }
                        == true
            }
    }
}
