import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// Figures for a thousand members: over time, against the year earlier, and by group.
    var members: [ReportBlock] {
        guard let members = report.members else { return [] }
        var blocks: [ReportBlock] = [
            heading(labels.membersHeading, "members"),
            .paragraph(words.membersSource(members.source)),
        ]
        if let now = members.now, let retained = now.retainedCount {
            blocks.append(paragraph(words.retainedMembers(words.quarter(now.quarter), count(retained))))
        }
        if members.now == nil { blocks.append(note(words.noMembers(words.quarter(report.quarter)))) }
        blocks += shown([memberTrendChart(members)].compactMap { $0 })
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
        return blocks + rateComparison(members) + members.breakdowns.flatMap(groups)
            + (members.standard.map(standard) ?? [])
    }

    /// Against the year earlier.
    private func rateComparison(_ members: MemberRates) -> [ReportBlock] {
        guard let now = members.now, let earlier = members.yearEarlier else { return [] }
        var table = MarkdownTable(
            labels.measure,
            numbers: [
                words.quarter(now.quarter), words.quarter(earlier.quarter), labels.change, labels.percent,
            ])
        for measure in Measure.allCases {
            table.add([
                .words(words.perThousandColumn(measure, currency)), rateCell(now.rate.perThousand(measure), measure),
                rateCell(earlier.rate.perThousand(measure), measure),
                rateCell(now.rate.change(from: earlier.rate, measure), measure, isSigned: true),
                percentCell(now.rate, from: earlier.rate, measure),
            ])
        }
        return blocks([table])
    }

    private func groups(_ breakdown: MemberRates.Breakdown) -> [ReportBlock] {
        let place = report.breakdowns.firstIndex { $0.field == breakdown.field } ?? 0
        let lines = listedLines(breakdown)
        var table = rateTable(labels.group)
        for line in lines {
            guard let rate = line.now else { continue }
            let yearOverYear =
                line.yearEarlier.map { percentCell(rate, from: $0, .recipients) } ?? Mark.absent
            table.add(
                [line.group.map { .value($0) } ?? .words(labels.emptyGroup)] + cells(rate) + [yearOverYear])
        }
        guard !table.rows.isEmpty else { return [] }
        return [subheading(breakdown.title(language))]
            + shown([memberGroupChart(breakdown, lines, at: place)].compactMap { $0 }) + blocks([table])
    }

    /// The groups of a breakdown that the report shows by name.
    func listedLines(_ breakdown: MemberRates.Breakdown) -> [MemberRates.GroupLine] {
        let listed = report.breakdowns.first { $0.field == breakdown.field }.map { $0.listed.map(\.group) } ?? []
        let named = Set(listed.map(GroupKey.init))
        return breakdown.groups.filter { named.contains(GroupKey($0.group)) }
    }

    private func rateTable(_ name: String) -> MarkdownTable {
        let numbers = [labels.members] + Measure.allCases.map { words.perThousandColumn($0, currency) }
        return MarkdownTable(
            name, numbers: numbers + (name == labels.group ? [words.recipientsYearOverYear] : []))
    }

    private func cells(_ rate: MemberRates.Rate) -> [InlineText] {
        [.words(count(rate.memberCount))] + Measure.allCases.map { rateCell(rate.perThousand($0), $0) }
    }

    private func rateCell(_ shown: Shown<Int128>, _ measure: Measure, isSigned: Bool = false) -> InlineText {
        switch shown {
        case .known(let value): .words((isSigned && value > 0 ? "+" : "") + rate(value, measure))
        case .absent: Mark.absent
        case .suppressed(let why): Mark.of(why)
        }
    }

    private func percentCell(
        _ now: MemberRates.Rate, from base: MemberRates.Rate, _ measure: Measure
    ) -> InlineText {
        switch (now.percent(from: base, measure), now.change(from: base, measure)) {
        case (.hundredths(let percent), _): .words(signed(percent: percent))
        case (.noneZero, _): .words(labels.zeroBase)
        case (_, .suppressed(let why)): Mark.of(why)
        default: Mark.absent
        }
    }

    /// A figure for a thousand members, as it is printed.
    func rate(_ value: Int128, _ measure: Measure) -> String {
        NumberStyle.exact(value, decimals: ReportSections.rateDecimals(measure, currency))
    }

    static func rateDecimals(_ measure: Measure, _ currency: Currency) -> Int {
        measure == .amount ? measure.decimals(currency) : 2
    }
}

/// A group by the bytes of its name: texts that Swift takes for equal may be different groups.
private struct GroupKey: Hashable {
    private let bytes: [UInt8]?

    init(_ name: String?) {
        bytes = name.map { Array($0.utf8) }
    }
}
