package import AidModel
package import AidStatistics
import AidText

/// What `rules` tells: what other rules would have cost, and whom they would have helped.
///
/// Nothing is said of fewer than `minGroup` people: no costs of a group that has fewer, or of which fewer would get other
/// money; and not how many would get more, less or as much where one of these is fewer. Costs of all are always told.
package struct WhatIfReport: Sendable {
    package struct Line: Sendable {
        /// nil: the empty one, or a line of several whose names are withheld.
        package let group: String?
        /// How many groups share the line, as their names are withheld; 0: it is a group's own.
        package let withheldCount: Int
        package let costs: Shown<RuleWhatIf.Line>
        /// Of its figures those of who would get more or less.
        package let split: Shown<RuleWhatIf.Line>
    }

    package struct Breakdown: Sendable {
        package let field: String
        package let title: BilingualText
        package let lines: [Line]
    }

    package let programme: Programme
    /// The pipeline file, and the one whose rules are tried.
    package let pipelineFile: String
    package let otherFile: String
    package let from: CalendarDay
    package let through: CalendarDay
    package let minGroup: Int
    package let total: RuleWhatIf.Line
    /// Whether it is not told how many people would get more or less.
    package let withholdsSplit: Bool
    package let withoutBasisCount: Int
    package let withoutPersonCount: Int
    package let breakdowns: [Breakdown]

    /// - Parameter fields: names and titles of the categories, in the order of the groups.
    package init(
        _ whatIf: RuleWhatIf, programme: Programme, pipelineFile: String, otherFile: String,
        days: ClosedRange<CalendarDay>, minGroup: Int, fields: [(name: String, title: BilingualText)]
    ) {
        self.programme = programme
        self.pipelineFile = pipelineFile
        self.otherFile = otherFile
        from = days.lowerBound
        through = days.upperBound
        self.minGroup = minGroup
        total = whatIf.total
        withholdsSplit = (1..<max(minGroup, 1)).contains(whatIf.total.leastCount)
        withoutBasisCount = whatIf.withoutBasis.claimCount
        withoutPersonCount = whatIf.withoutPerson.claimCount
        breakdowns = zip(whatIf.groups, fields).map { groups, field in
            Breakdown(
                field: field.name, title: field.title, lines: WhatIfReport.lines(groups, minGroup: minGroup))
        }
    }

    private static func lines(_ groups: RuleWhatIf.Groups, minGroup: Int) -> [Line] {
        let costs = groups.withheldCosts(minGroup: minGroup)
        let splits = groups.withheldSplits(minGroup: minGroup)
        var lines: [Line] = []
        var nameless = 0
        for (place, group) in groups.lines.enumerated() {
            // The name of a small group may tell who is in it.
            if group.line.recipientCount < minGroup {
                nameless += 1
                continue
            }
            lines.append(
                Line(
                    group: group.name.isEmpty ? nil : group.name, withheldCount: 0,
                    costs: costs[place].map { .suppressed($0) } ?? .known(group.line),
                    // Whose costs are withheld, of them no more is told.
                    split: (splits[place] ?? costs[place]).map { .suppressed($0) } ?? .known(group.line)))
        }
        if nameless > 0 {
            lines.append(
                Line(group: nil, withheldCount: nameless, costs: .suppressed(.small), split: .suppressed(.small)))
        }
        return lines
    }
}
