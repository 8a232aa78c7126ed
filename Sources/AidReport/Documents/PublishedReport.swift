package import AidModel
import AidStatistics
package import AidText

/// The figures of a report.json that was written at some time, by some version.
package struct PublishedReport: Sendable {
    package let quarter: Quarter
    package let title: BilingualText
    package let currency: String
    package let isProvisional: Bool
    /// The first day of its cumulative figures.
    package let since: CalendarDay
    package let cells: [PublishedCell]
    package let fieldTitles: [String: BilingualText]

    /// - Throws: where it is no report.json.
    package init(_ bytes: [UInt8]) throws(JSONProblem) {
        let report = try ReportDocument.document.place(in: bytes)
        quarter = try report[ReportDocument.quarter]
        title = try report.place(ReportDocument.programme)[ProgrammeMembers.title]
        currency = try report[ReportDocument.currency]
        isProvisional = try report[ReportDocument.provisional]
        let cumulative = try report.place(ReportDocument.cumulative)
        since = try cumulative[CumulativeMembers.since]

        var cells: [PublishedCell] = []
        var titles: [String: BilingualText] = [:]
        func add(
            _ period: PublishedCell.Period, _ group: PublishedCell.Group?, _ place: JSONPlace
        ) throws(JSONProblem) {
            if let figures = try place[ShownMembers.figures] {
                cells.append(
                    PublishedCell(period: period, group: group, content: .figures(PublishedFigures(figures))))
            } else if let why = try place[ShownMembers.suppressed] {
                cells.append(PublishedCell(period: period, group: group, content: .suppressed(why.rawValue)))
            }
        }
        let total = try report[ReportDocument.figures]
        cells.append(PublishedCell(period: .quarter, group: nil, content: .figures(PublishedFigures(total))))
        try add(.yearToDate, nil, report.place(ReportDocument.yearToDate))
        let sinceStart = try cumulative[CumulativeMembers.sinceStart]
        if let sinceStart {
            cells.append(PublishedCell(period: .cumulative, group: nil, content: .figures(sinceStart.published)))
        } else {
            try add(.cumulative, nil, cumulative)
        }
        for breakdown in try report.place(ReportDocument.breakdowns).elements {
            let field = try breakdown[BreakdownMembers.field]
            if titles[field] == nil { titles[field] = try breakdown[BreakdownMembers.title] }
            for line in try breakdown.place(BreakdownMembers.groups).elements {
                let isWithheld = try line[GroupMembers.withheldGroups] != nil
                let group =
                    isWithheld
                    ? PublishedCell.Group.withheld(field: field)
                    : PublishedCell.Group(field: field, name: EmptyGroup.group(named: try line[GroupMembers.group]))
                try add(.quarter, group, line)
                try add(.yearToDate, group, line.place(GroupMembers.yearToDate))
                if sinceStart == nil { try add(.cumulative, group, line.place(GroupMembers.cumulative)) }
            }
        }
        // Reports of earlier versions have these names.
        self.cells = cells.withoutWithheldNames()
        fieldTitles = titles
    }
}

extension Cumulative.SinceStart {
    /// The people since some later day are not those since the start.
    fileprivate var published: PublishedFigures {
        PublishedFigures(
            recipients: nil, personTimes: FigureRange(exactly: Int128(personTimeCount)),
            amountMinor: FigureRange(exactly: amountMinor))
    }
}
