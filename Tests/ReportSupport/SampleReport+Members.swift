import AidModel
package import AidStatistics

extension SampleReport {
    /// One whose members are known in all quarters of the data, of the whole and of most groups.
    package static let covered = covered(suppressed, members: 4_250_000)

    /// A report with figures for a thousand members.
    ///
    /// - Parameter members: at the quarter's end; a quarter before there were fewer by one in a hundred.
    package static func covered(_ report: QuarterReport, members: Int) -> QuarterReport {
        var counts: [MemberSeries.Place: Int] = [:]
        let quarters = Set(report.quarters.map(\.quarter) + [report.quarter, report.quarter.yearEarlier])
        for quarter in quarters {
            let whole = max(1, members - members * (report.quarter.ordinal - quarter.ordinal) / 100)
            counts[MemberSeries.Place(quarter)] = whole
            for breakdown in report.breakdowns {
                // Of the last group nothing is known.
                for (place, group) in breakdown.groups.dropLast().enumerated() where group.withheldCount == 0 {
                    let name = PublishedCell.Group(field: breakdown.field, name: group.group)
                    counts[MemberSeries.Place(quarter, group: name)] = max(1, whole / (place + 2))
                }
            }
        }
        var report = report
        let source = MemberSource(
            BilingualText(zh: "会员系统", en: "the register of members"),
            origin: .file(SourceFile(name: "members.csv", sha256: String(repeating: "3e", count: 32))))
        report.members = MemberRates(report, MemberSeries(source: source, counts: counts))
        return report
    }
}
