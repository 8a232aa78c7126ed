package import AidModel
package import AidStatistics
package import AidText

/// What a report.json tells of its groups, and of all that facts of groups are held against.
package enum ReportReading {
    /// Whether the report shows a part of its groups by name alone; asked before it is read, as it may be large.
    package static func leavesGroupsOut(_ bytes: [UInt8]) -> Bool {
        let key = Array("\"\(BreakdownMembers.rest.name)\":".utf8)
        return bytes.indices.dropLast(key.count - 1).contains { start in
            bytes[start] == key[0] && bytes[start + 1] == key[1] && bytes[start..<start + key.count].elementsEqual(key)
        }
    }

    /// The report, without what neither facts of groups nor trails need: pairs of fields, inputs, findings.
    ///
    /// - Parameter isProvisional: whether days of a quarter are missing, as its facts say.
    /// - Throws: where it is no report.json.
    package static func report(
        _ bytes: [UInt8], programme: Programme, isProvisional: (Quarter) -> Bool
    ) throws(JSONProblem) -> QuarterReport {
        let place = try ReportDocument.document.place(in: bytes)
        let quarter = try place[ReportDocument.quarter]
        let figures = try place[ReportDocument.figures]
        let yearToDate = try yearToDate(place.place(ReportDocument.yearToDate), of: quarter)
        let cumulative = try place.place(ReportDocument.cumulative)
        var breakdowns: [BreakdownReport] = []
        for breakdown in try place.place(ReportDocument.breakdowns).elements {
            if try breakdown[BreakdownMembers.fields] == nil {
                breakdowns.append(try self.breakdown(breakdown, quarter))
            }
        }
        var quarters: [QuarterTotal] = []
        for line in try place.place(ReportDocument.quarters).elements {
            let own = try line[ReportDocument.quarter]
            quarters.append(
                QuarterTotal(
                    quarter: own, isProvisional: isProvisional(own), figures: try line[ShownMembers.figures]))
        }
        let balance = try ReportDocument.balance(place.place(ReportDocument.balance))
        var report = QuarterReport(
            programme: programme, quarter: quarter, isProvisional: isProvisional(quarter), figures: figures,
            firstTimeCount: nil, unidentified: .zero,
            yearEarlier: try comparison(place, GroupMembers.yearEarlier, .known(figures), quarter.yearEarlier),
            quarterEarlier: try comparison(place, GroupMembers.quarterEarlier, .known(figures), quarter.quarterEarlier),
            yearToDate: yearToDate,
            cumulative: Cumulative(
                since: try cumulative[CumulativeMembers.since], through: quarter.lastDay,
                figures: try cumulative[ShownMembers.figures] ?? .zero,
                sinceStart: try cumulative[CumulativeMembers.sinceStart]),
            breakdowns: breakdowns, quarters: quarters, balance: balance, inputs: [], findings: [], minGroup: 0)
        report.keptFrom = try place[ReportDocument.keptFrom]
        if balance.unidentified != .zero { report.withoutFactors() }
        return report
    }

    private static func breakdown(_ place: JSONPlace, _ quarter: Quarter) throws(JSONProblem) -> BreakdownReport {
        var groups: [GroupReport] = []
        var places: [[UInt8]: Int] = [:]
        for line in try place.place(BreakdownMembers.groups).elements {
            let name = try line[GroupMembers.group]
            let withheldCount = try line[GroupMembers.withheldGroups] ?? 0
            if withheldCount == 0 { places[Array(name.utf8)] = groups.count }
            groups.append(
                try group(
                    line, quarter, name: withheldCount > 0 ? nil : EmptyGroup.group(named: name),
                    withheldCount: withheldCount))
        }
        var breakdown = BreakdownReport(
            field: try place[BreakdownMembers.field], title: try place[BreakdownMembers.title], groups: groups)
        if let listed = try place[BreakdownMembers.listed] {
            let rest = try place.place(BreakdownMembers.rest)
            breakdown.bound = BreakdownReport.Bound(
                listed: listed.compactMap { places[Array($0.utf8)] }, restCount: try rest[RestMembers.groups],
                rest: try group(rest, quarter, name: nil, withheldCount: 0))
        }
        return breakdown
    }

    private static func group(
        _ place: JSONPlace, _ quarter: Quarter, name: String?, withheldCount: Int
    ) throws(JSONProblem) -> GroupReport {
        let now = try shown(place)
        return GroupReport(
            group: name, withheldCount: withheldCount, figures: now,
            yearEarlier: try comparison(place, GroupMembers.yearEarlier, now, quarter.yearEarlier),
            quarterEarlier: try comparison(place, GroupMembers.quarterEarlier, now, quarter.quarterEarlier),
            yearToDate: try yearToDate(place.place(GroupMembers.yearToDate), of: quarter),
            cumulative: try shown(place.place(GroupMembers.cumulative)))
    }

    private static func yearToDate(_ place: JSONPlace, of quarter: Quarter) throws(JSONProblem) -> YearToDate {
        let now = try shown(place)
        return YearToDate(
            figures: now, yearEarlier: try comparison(place, GroupMembers.yearEarlier, now, quarter.yearEarlier))
    }

    private static func comparison(
        _ place: JSONPlace, _ member: DocumentMember<GroupMembers.Owner, Comparison>, _ now: Shown<Figures>,
        _ quarter: Quarter
    ) throws(JSONProblem) -> Comparison {
        Comparison(quarter: quarter, now: now, base: try shown(place.place(member)))
    }

    private static func shown(_ place: JSONPlace) throws(JSONProblem) -> Shown<Figures> {
        if let figures = try place[ShownMembers.figures] { return .known(figures) }
        return try place[ShownMembers.suppressed].map { .suppressed($0) } ?? .absent
    }
}

extension ReportReading {
    /// One input of a report, and what became of its records where the report says it.
    package struct Input: Sendable, Hashable {
        package let name: String
        package let fileCount: Int
        package let balance: Balance?
    }

    /// The inputs of a report.json.
    package static func inputs(_ bytes: [UInt8]) throws(JSONProblem) -> [Input] {
        let file = DocumentMember<PublishedInput, String>("file", \.name, .text)
        let files = DocumentMember<PublishedInput, Int?>(optional: "files", { $0.fileCount }, .count)
        let balance = DocumentMember<PublishedInput, Balance?>(optional: "balance", \.contents?.balance, .balance)
        var inputs: [Input] = []
        for place in try ReportDocument.document.place(in: bytes).place(ReportDocument.inputs).elements {
            let isTold = place.json[balance.name] != nil
            inputs.append(
                Input(
                    name: try place[file], fileCount: try place[files] ?? 1,
                    balance: isTold ? try ReportDocument.balance(place.place(balance)) : nil))
        }
        return inputs
    }
}
