import AidModel
package import AidStatistics

extension SampleReport {
    /// A breakdown of which three of nine groups are shown by name, one of them withheld in some periods; names withheld
    /// in the rest; and a table of two fields that follows it.
    package static let manyGroups: QuarterReport = {
        var report = fullSize
        let names = ["丁厂", "丙厂", "乙厂", "己厂", "庚厂", "戊厂", "甲厂", "辛厂"]
        let sizes = [80, 250, 330, 9, 0, 40, 290, 60]
        var groups = zip(names, sizes).map { share($1, of: 1100, $0, report) }
        groups[2].cumulative = .suppressed(.complement)
        groups[3].figures = .suppressed(.complement)
        for comparison in [\GroupReport.yearEarlier, \.quarterEarlier] {
            let base = groups[3][keyPath: comparison]
            groups[3][keyPath: comparison] = compare(groups[3].figures, base.base, at: base.quarter)
        }
        let title = BilingualText(zh: "基层工会", en: "union")
        let hidden = GroupReport(
            group: nil, withheldCount: 1, figures: .suppressed(.small),
            yearEarlier: compare(.suppressed(.small), .known(.zero), at: report.quarter.yearEarlier),
            quarterEarlier: compare(.suppressed(.small), .known(.zero), at: report.quarter.quarterEarlier),
            yearToDate: YearToDate(
                figures: .suppressed(.small),
                yearEarlier: compare(.suppressed(.small), .known(.zero), at: report.quarter.yearEarlier)),
            cumulative: .suppressed(.small))
        let empty = share(30, of: 1100, nil, report)
        var rest = share(190, of: 1100, nil, report)
        rest.cumulative = .suppressed(.complement)
        var unions = BreakdownReport(field: "union", title: title, groups: groups + [hidden, empty])
        unions.bound = BreakdownReport.Bound(listed: [2, 6, 1], restCount: 6, rest: rest)
        let care = BreakdownReport(
            field: "care", title: BilingualText(zh: "就诊类型", en: "care"),
            groups: [share(400, of: 1100, "住院", report), share(700, of: 1100, "门诊", report)])
        let cells = zip(names, sizes).filter { $1 > 0 }.map { name, size in
            var cell = share(size, of: 1100, GroupPair.name([name, "门诊"]), report)
            cell.names = [name, "门诊"]
            return cell
        }
        let axes = [
            BreakdownReport.Axis(field: "union", title: title, groups: names),
            BreakdownReport.Axis(field: "care", title: care.title, groups: ["门诊"]),
        ]
        let pair = BreakdownReport(
            field: GroupPair.field(["union", "care"]),
            title: BilingualText(zh: GroupPair.field([title.zh, "就诊类型"]), en: GroupPair.field([title.en, "care"])),
            groups: cells, axes: axes)
        report.breakdowns = [unions, care, pair]
        return report
    }()
}
