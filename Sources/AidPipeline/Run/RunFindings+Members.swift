import AidModel
import AidStatistics

extension RunFindings {
    /// What is odd about the numbers of members, as far as the report shows the figures that they are held against.
    static func ofMembers(_ report: QuarterReport) -> [RunFinding] {
        guard let members = report.members else { return [] }
        func isOdd(_ rate: MemberRates.Rate?) -> Bool {
            rate.map { $0.figures.value.map(\.recipientCount) ?? 0 > $0.memberCount } ?? false
        }
        let whole = members.now == nil ? [RunFinding.membersMissing(report.quarter, file: members.source.name)] : []
        let groups = members.breakdowns.flatMap(\.groups).filter { isOdd($0.now) || isOdd($0.yearEarlier) }
        let unweighted = members.standard?.unweightedCellCount ?? 0
        return whole + ofStandard(members)
            + (unweighted > 0 ? [.standardCellsUnweighted(unweighted)] : [])
            + (members.quarters.contains { isOdd($0.rate) } ? [.fewerMembersThanRecipients(group: nil)] : [])
            + groups.map { .fewerMembersThanRecipients(group: EmptyGroup.name(of: $0.group)) }
    }

    /// Rates that cannot be standardised.
    private static func ofStandard(_ members: MemberRates) -> [RunFinding] {
        let lines = (members.standard?.lines ?? []).filter {
            if case .noMembers = $0.now { true } else { false }
        }
        guard !lines.isEmpty else { return [] }
        return [
            .standardCellsEmpty(
                groups: lines.filter { $0.field != nil }.map { EmptyGroup.name(of: $0.group) },
                isOfWhole: lines.contains { $0.field == nil })
        ]
    }
}
