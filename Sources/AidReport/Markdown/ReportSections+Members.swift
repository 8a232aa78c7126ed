import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// Figures for a thousand members: over time, and by group.
    var members: [ReportBlock] {
        guard let members = report.members else { return [] }
        var blocks: [ReportBlock] = [
            heading(labels.membersHeading, "members"),
            .paragraph(words.membersSource(members.source(language), file: members.file.name)),
        ]
        if members.now == nil { blocks.append(note(words.noMembers(words.quarter(report.quarter)))) }
        let lines = [members.yearEarlier].compactMap { $0 }.filter { $0.rate.figures.value == nil } + members.quarters
        if !lines.isEmpty {
            var table = rateTable(labels.quarter)
            for line in lines {
                let name = words.quarter(line.quarter)
                let isReported = line.quarter == report.quarter
                table.add([isReported ? .strong(marked(name)) : .words(name)] + cells(line.rate))
            }
            blocks += self.blocks([table])
        }
        return blocks + members.breakdowns.flatMap(groups)
    }

    private func groups(_ breakdown: MemberRates.Breakdown) -> [ReportBlock] {
        let listed = report.breakdowns.first { $0.field == breakdown.field }.map { $0.listed.map(\.group) } ?? []
        let named = Set(listed.map(GroupKey.init))
        var table = rateTable(labels.group)
        for line in breakdown.groups where named.contains(GroupKey(line.group)) {
            guard let rate = line.now else { continue }
            table.add([line.group.map { .value($0) } ?? .words(labels.emptyGroup)] + cells(rate))
        }
        guard !table.rows.isEmpty else { return [] }
        return [subheading(breakdown.title(language))] + blocks([table])
    }

    private func rateTable(_ name: String) -> MarkdownTable {
        MarkdownTable(
            name, numbers: [labels.members] + Measure.allCases.map { words.perThousandColumn($0, currency) })
    }

    private func cells(_ rate: MemberRates.Rate) -> [InlineText] {
        [.words(count(rate.memberCount))]
            + Measure.allCases.map { measure in
                switch rate.perThousand(measure) {
                case .known(let value):
                    .words(NumberStyle.exact(value, decimals: measure == .amount ? measure.decimals(currency) : 2))
                case .absent: Mark.absent
                case .suppressed(let why): Mark.of(why)
                }
            }
    }
}

/// A group by the bytes of its name: texts that Swift takes for equal may be different groups.
private struct GroupKey: Hashable {
    private let bytes: [UInt8]?

    init(_ name: String?) {
        bytes = name.map { Array($0.utf8) }
    }
}
